"""Until when an action is promised: the date in its own words, or a term counted from the day of the promise.

Not for when it was promised, nor for reading dates: they are annotations.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from mithaq.claims.places import annotation_of
from mithaq.model.span import Span
from mithaq.model.values import DateValue
from mithaq.text.fold import fold
from mithaq.text.lattice import Unit

_NEARNESS = 40
_LEAD = 3
_TERM = re.compile(r"^P(\d+)([DWMY])$")
_WORD = re.compile(r"\w+'?")
# Nouns that a year beside them dates, as does the word for "of".
_DATED_NOUNS = frozenset(("of", "accord_noun", "document"))
# Behind these another clause begins, whose dates are its own.
_OTHER_CLAUSE = frozenset(("relative", "under_word"))


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Folded words of a language beside times: those that open a term ("within"), with "length" for those that may also
    say how long a sum is spread; and those for "of", with which a time says which thing is meant."""

    terms: Mapping[str, str]
    of: frozenset[str]


def deadline(
    units: Sequence[Unit], text: str, words: TimeWords, published: str | None, promised: str | None
) -> tuple[str | None, Span | None]:
    """The last day or period in an action's own words; what lies before the day of publication is none.

    ``promised`` is the date of the promise where its sentence tells one, which a term counts from.
    """
    near = units[:_NEARNESS]
    for position, (before, unit) in enumerate(pairwise(near), 1):
        if unit.labels & _OTHER_CLAUSE and "comma" in before.labels:
            break
        found = annotation_of(unit, "date")
        if found is None or not isinstance(found.value, DateValue) or not found.value.edtf:
            continue
        edtf = found.value.edtf
        if found.value.timex == "DURATION":
            kind = _term_kind(near, position, text, words.terms)
            spread = kind == "length" and any("money" in other.labels for other in near[:position])
            until = _end_of_term(edtf, promised or published) if kind and not spread else None
            if until:
                return until, unit.span
            continue
        if found.value.timex != "DATE" or (len(edtf) == 4 and _says_which(before, unit, text, words)):
            continue
        if edtf.endswith("/..") or is_past(edtf, published):
            continue
        return edtf, unit.span
    return None, None


def _says_which(before: Unit, year: Unit, text: str, words: TimeWords) -> bool:
    """Does the year belong to a noun: "the agreement of 2015", "accord de 2015", "اتفاق عام 2015"?"""
    first = _WORD.match(fold(text[year.start : year.end]))
    return bool(before.labels & _DATED_NOUNS) or bool(first and first[0] in words.of)


def _term_kind(units: Sequence[Unit], position: int, text: str, terms: Mapping[str, str]) -> str | None:
    """Which sort of word opens a length of time, "within" or one that may as well say how long; None for no such word."""
    opening = fold(text[units[max(0, position - _LEAD)].start : units[position].end])
    return next((kind for form, kind in terms.items() if re.search(rf"\b{re.escape(form)}\b", opening)), None)


def _end_of_term(length: str, start: str | None) -> str | None:
    """``length`` after ``start``: to the day for days and weeks, to the month for months and years."""
    match = _TERM.match(length)
    if not match or not start or len(start) < 7:
        return None
    count, unit = int(match[1]), match[2]
    if unit in "DW":
        if len(start) != 10:
            return None
        last = date.fromisoformat(start) + timedelta(days=count * (7 if unit == "W" else 1))
        return f"../{last.isoformat()}"
    months = int(start[:4]) * 12 + int(start[5:7]) - 1 + count * (12 if unit == "Y" else 1)
    return f"../{months // 12:04d}-{months % 12 + 1:02d}"


def date_of_promise(before: Sequence[Unit], published: str | None) -> str | None:
    """The day or month told before an action, when it was promised ("pledged in May 2020 to …"); None when none is over."""
    found = (annotation_of(unit, "date") for unit in reversed(before))
    values = (one.value for one in found if one is not None and isinstance(one.value, DateValue))
    return next(
        (value.edtf for value in values if value.timex == "DATE" and _is_day_or_month(value.edtf, published)), None
    )


def _is_day_or_month(edtf: str | None, published: str | None) -> bool:
    return bool(edtf) and len(str(edtf)) in (7, 10) and str(edtf)[5:7] < "13" and is_past(str(edtf), published)


def looks_ahead(units: Sequence[Unit], published: str | None) -> bool:
    """Is none of the dates in an action's own words over on the day of publication?"""
    found = (annotation_of(unit, "date") for unit in units)
    values = (one.value for one in found if one is not None and isinstance(one.value, DateValue))
    return not any(value.timex == "DATE" and value.edtf and is_past(value.edtf, published) for value in values)


def is_past(edtf: str, published: str | None) -> bool:
    """Is an EDTF date over on the day of publication?"""
    last = edtf.split("/")[-1].rstrip("~?")
    return bool(published) and last < published[: len(last)] if last[:4].isdigit() and published else False
