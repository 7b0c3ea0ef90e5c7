"""Reads dates, periods, durations and recurring sets. Not for what happened then: that is a claim."""

import re
from bisect import bisect_right, insort
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from mithaq.annotate.date_senses import SENSES, DateContext
from mithaq.annotate.tense import TenseReader, tense_at
from mithaq.errors import PackError
from mithaq.languages import LanguagePack
from mithaq.model.edtf import bounds, is_day, is_edtf
from mithaq.model.values import DateValue
from mithaq.text.grammar import Grammar, Match
from mithaq.text.lattice import Unit

# How many dates back "three days later" may reach for the day it counts from.
_REACH_OF_A_DAY = 12
_YEAR_GIVEN = ("year", "spelled_year", "short_year", "shift", "this")
_DURATION = re.compile(r"P(?=.)(?:[\d.]+[YMWD])*(?:T(?:[\d.]+[HMS])+)?$")


def publication_day(published: str | None) -> date | None:
    """The day that relative dates are counted from; None when the publication date is not known to the day."""
    found = bounds(published) if published and is_day(published) else None
    return found[0] if found else None


class DateReader:
    """Reads the dates of one language. Rules come from the pack; senses give the values."""

    def __init__(self, pack: LanguagePack, label_sets: set[frozenset[str]]) -> None:
        rules = pack.layer("dates")
        for rule in rules:
            if rule.sense not in SENSES and rule.sense not in _NO_DATES:
                raise PackError(f"rule {rule.name}: there is no date sense '{rule.sense}'")
        self._grammar = Grammar(rules, label_sets)
        self._order: str = pack.settings.get("numbers", {}).get("date_order", "dmy")
        self._tense = TenseReader(pack)

    def read(self, text: str, units: Sequence[Unit], published: str | None) -> list[Unit]:
        """The lattice with every date as one unit labelled ``date``, its DateValue under ``date``, its rule's name
        under ``rule``.
        """
        reading = _Reading(text, units, publication_day(published), self._order, self._tense)
        return self._grammar.parse(units, reading.make)


class _Reading:
    """The state of reading one text: marks of tense by sentence, and the dates spoken of so far."""

    def __init__(self, text: str, units: Sequence[Unit], anchor: date | None, order: str, tense: TenseReader) -> None:
        self._text, self._anchor, self._order, self._tense = text, anchor, order, tense
        self._breaks = [unit.start for unit in units if "break" in unit.labels]
        self._marks: dict[int, list[tuple[int, int]]] = {}
        self._mentioned: list[tuple[int, str]] = []

    def make(self, match: Match) -> Sequence[Unit] | None:
        """The unit that a match becomes, None when its words are no date."""
        if match.rule.sense in _NO_DATES:
            return _NO_DATES[match.rule.sense](match)
        start = match.units[0].start
        context = DateContext(self._anchor, self._tense_at(start), self._order, *self._spoken_before(start))
        value = _value(match, context)
        if value is None:
            return None
        if value.edtf and value.timex == "DATE" and "/" not in value.edtf:
            insort(self._mentioned, (start, value.edtf))
        return [_dated(match, value)]

    def _spoken_before(self, place: int) -> tuple[str | None, date | None]:
        """The date last spoken of, and the last one known to the day."""
        index = bisect_right(self._mentioned, (place, ""))
        if not index:
            return None, None
        for _, edtf in reversed(self._mentioned[max(0, index - _REACH_OF_A_DAY) : index]):
            day = publication_day(edtf)
            if day is not None:
                return self._mentioned[index - 1][1], day
        return self._mentioned[index - 1][1], None

    def _tense_at(self, place: int) -> int:
        position = bisect_right(self._breaks, place)
        if position not in self._marks:
            start = self._breaks[position - 1] if position else 0
            end = self._breaks[position] if position < len(self._breaks) else len(self._text)
            self._marks[position] = self._tense.marks(self._text, start, end)
        return tense_at(self._marks[position], place)


def _value(match: Match, context: DateContext) -> DateValue | None:
    try:
        value = SENSES[match.rule.sense](match, context)
    except OverflowError:
        # A date beyond the years 1 to 9999, such as "three thousand years ago" would be.
        return None
    if value is None or value.edtf is None:
        return value
    known = is_edtf(value.edtf) if value.timex == "DATE" else _DURATION.match(value.edtf)
    return value if known else None


def _same_month(match: Match) -> Sequence[Unit] | None:
    """ "May" told twice, in two traditions, stays one month."""
    first, last = match.slots["month"][0], match.slots["month"][-1]
    if first.values["month"] != last.values["month"]:
        return None
    return [Unit(match.units[0].start, match.units[-1].end, first.labels - {"homograph"}, first.values)]


def _clock(match: Match) -> Sequence[Unit]:
    """ "à 19 heures": a time of day, joined so that it is not read as a length of time."""
    return [Unit(match.units[0].start, match.units[-1].end, frozenset({"clock"}), {})]


def _age(match: Match) -> Sequence[Unit] | None:
    """ "(61 عاما)", "70-year-old": an age is no date; it stays in the lattice for the figures."""
    number = match.slots["number"][0]
    if match.value("units") not in ("Y", None) and match.value("unit") not in ("Y", None):
        return None
    return [Unit(match.units[0].start, match.units[-1].end, frozenset({"age"}), {"age": number.values["number"]})]


def _listed_year(match: Match) -> Sequence[Unit] | None:
    """ "in 2003, 2009 and 2010": the year after one that is read already, as a date of its own."""
    labels = frozenset({"date", "date_date", "date_year"})
    made = []
    for unit in match.units:
        if "year" in unit.labels:
            value = DateValue(f"{int(unit.values['number']):04d}", "DATE", "explicit")
            unit = Unit(unit.start, unit.end, labels, {"date": value, "rule": match.rule.name})
        made.append(unit)
    return made


# Rules of the date layer that make no date: they join words which others would take for one.
_NO_DATES: Mapping[str, Callable[[Match], Sequence[Unit] | None]] = {
    "same_month": _same_month,
    "clock": _clock,
    "listed_year": _listed_year,
    "age": _age,
}


def _dated(match: Match, value: DateValue) -> Unit:
    labels = {"date", "date_" + value.timex.casefold()}
    if value.timex == "DATE":
        labels.add("date_" + _precision(value))
        if value.edtf is None:
            labels |= _precision_of_words(match)
    if "weekday" in match.slots or "day_word" in match.slots:
        labels.add("date_near")
    if match.rule.sense in ("day", "month") and match.slots.keys().isdisjoint(_YEAR_GIVEN):
        labels.add("date_yearless")
    if match.rule.sense == "part" and "date_yearless" in match.slots["date"][0].labels:
        labels.add("date_yearless")
    return Unit(match.units[0].start, match.units[-1].end, frozenset(labels), {"date": value, "rule": match.rule.name})


def _precision_of_words(match: Match) -> set[str]:
    """What a date would be precise to if there were a day to count it from."""
    if "day" in match.slots:
        return {"date_day"}
    if "month" in match.slots:
        return {"date_month"}
    return {{"Y": "date_year", "M": "date_month"}.get(str(match.value("unit")), "date_unknown")}


def _precision(value: DateValue) -> str:
    edtf = value.edtf
    if edtf is None:
        return "unknown"
    if ".." in edtf:
        return "open"
    if "/" in edtf:
        return "interval"
    return {4: "year", 7: "month", 10: "day"}.get(len(edtf.rstrip("~")), "other")
