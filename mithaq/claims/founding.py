"""Reads when a body was founded, as a figure with the unit "founding year": outlets differ on it. Not for other figures."""

from collections.abc import Sequence

from mithaq.claims.clauses import Clauses
from mithaq.claims.places import annotation_of, catalogued_body
from mithaq.model.claim import Claim, Figure
from mithaq.model.values import DateValue
from mithaq.text.lattice import Unit

_REACH = 9
_CLAUSE_ENDS = frozenset(("break", "semicolon", "stop", "speech"))
_PRONOUNS = frozenset(("pronoun", "subject_pronoun"))
# What a word looks like, not what it is.
_SHAPES = frozenset(("capital",))
_NOUNS = frozenset(("word", "collective", "role_plural", "role_noun", "person", "meeting_level", "attend_cue"))
_SMALL = frozenset(
    (
        "the",
        "of",
        "clitic_for",
        "clitic_and",
        "and",
        "adverb",
        "comma",
        "be",
        "relative",
        "quote_mark",
        "that",
        "capital",
    )
)


def read_founding_years(clauses: Clauses) -> list[Claim]:
    """One claim a body and year of founding."""
    claims = []
    article_id = clauses.article.prepared.article.id
    for index, unit in enumerate(clauses.units):
        if "founding" not in unit.labels:
            continue
        first, last = clauses.sentence(index)
        dated = _founding_year(clauses.units, index, first, last)
        founded = _founded(clauses.units, index, first, last) or _told_before(clauses, index, first)
        if dated is None or founded is None:
            continue
        year, body = str(_year(dated)), str(catalogued_body(founded))
        slots = (("of", founded.span), ("value", dated.span), ("when", dated.span))
        place = unit.span.cover(dated.span)
        content = Figure(float(year), "exact", "founding year", body, None, year)
        claims.append(Claim(article_id, place, place.of(clauses.text), content, slots, rule="founding_year"))
    return claims


def _founding_year(units: Sequence[Unit], index: int, first: int, last: int) -> Unit | None:
    """The year behind the word of founding, else the one that opens the clause before it ("in 2014 the alliance was formed")."""
    for unit in units[index + 1 : min(last, index + _REACH)]:
        if unit.labels & _CLAUSE_ENDS:
            break
        if _year(unit):
            return unit
    for unit in reversed(units[max(first, index - 5) : index]):
        if unit.labels & _CLAUSE_ENDS:
            return None
        if _year(unit):
            return unit
    return None


def _founded(units: Sequence[Unit], index: int, first: int, last: int) -> Unit | None:
    """The body that was founded: beside the word, with at most one other word between; no part or plan of a body."""
    for positions in (range(index + 1, min(last, index + 5)), range(index - 1, max(first, index - 6) - 1, -1)):
        others = 0
        for position in positions:
            unit = units[position]
            if catalogued_body(unit):
                return unit
            others += not unit.labels & _SMALL and not annotation_of(unit, "date")
            if others > 1 or unit.labels & _CLAUSE_ENDS or ("preposition" in unit.labels and "of" not in unit.labels):
                break
    return None


def _told_before(clauses: Clauses, index: int, first: int) -> Unit | None:
    """The body that the sentence before begins with, where this one has only a pronoun or nothing in its place ("It was
    founded in 2014.")."""
    if first == 0 or any(not unit.labels & (_SMALL | _PRONOUNS) for unit in clauses.units[first:index]):
        return None
    begin, end = clauses.sentence(first - 1)
    opening: list[Unit] = []
    for unit in clauses.units[begin:end]:
        if catalogued_body(unit):
            return unit if _is_free(opening) else None
        opening = [] if "comma" in unit.labels else [*opening, unit]
    return None


def _is_free(opening: Sequence[Unit]) -> bool:
    """Does a clause begin with the body that comes next? Its verb may stand before it, no noun: "the ministers of the
    League" are not the League."""
    others = [word for word in opening if not word.labels & (_SMALL - _SHAPES)]
    return len(others) <= 1 and not any(word.labels & _NOUNS for word in others) and not _governs(opening)


def _governs(opening: Sequence[Unit]) -> bool:
    return any(word.labels & {"of", "preposition"} for word in opening[-2:])


def _year(unit: Unit) -> str | None:
    found = annotation_of(unit, "date")
    if not found or not isinstance(found.value, DateValue) or found.value.basis != "explicit" or not found.value.edtf:
        return None
    edtf = found.value.edtf.removesuffix("/..")
    return edtf[:4] if edtf[:4].isdigit() and "/" not in edtf and found.value.timex == "DATE" else None
