"""Reads dates, periods, durations and recurring sets. Not for what happened then: that is a claim."""

from collections.abc import Sequence
from datetime import date

from mithaq.annotate.date_senses import SENSES, DateContext
from mithaq.languages import LanguagePack
from mithaq.model.edtf import bounds, is_day
from mithaq.model.values import DateValue
from mithaq.text.fold import fold
from mithaq.text.grammar import Grammar, Match
from mithaq.text.lattice import Unit


def publication_day(published: str | None) -> date | None:
    """The day that relative dates are counted from; None when the publication date is not known to the day."""
    found = bounds(published) if published and is_day(published) else None
    return found[0] if found else None


class DateReader:
    """Reads the dates of one language. Rules come from the pack; senses give the values."""

    def __init__(self, pack: LanguagePack, label_sets: set[frozenset[str]]) -> None:
        self._grammar = Grammar(pack.layer("dates"), label_sets)
        self._order: str = pack.settings.get("numbers", {}).get("date_order", "dmy")
        tense = pack.settings.get("tense", {})
        self._future_words = {fold(word) for word in tense.get("future_words", ())}
        self._future_prefixes = tuple(fold(part) for part in tense.get("future_prefixes", ()))
        self._future_suffixes = tuple(fold(part) for part in tense.get("future_suffixes", ()))

    def read(self, text: str, units: Sequence[Unit], published: str | None) -> list[Unit]:
        """The lattice with every date as one unit labelled ``date``, its DateValue under ``date``."""
        anchor = publication_day(published)
        looks_ahead: dict[tuple[int, int], bool] = {}
        breaks = [unit.start for unit in units if "break" in unit.labels]
        mentioned: list[tuple[int, date]] = []

        def make(match: Match) -> Sequence[Unit] | None:
            start = match.units[0].start
            sentence = _sentence(breaks, start, len(text))
            if sentence not in looks_ahead:
                looks_ahead[sentence] = self._is_future(text[sentence[0] : sentence[1]])
            earlier = [day for place, day in mentioned if place < start]
            context = DateContext(anchor, looks_ahead[sentence], self._order, earlier[-1] if earlier else None)
            return self._unit(match, context, mentioned)

        return self._grammar.parse(units, make)

    def _unit(self, match: Match, context: DateContext, mentioned: list[tuple[int, date]]) -> Sequence[Unit] | None:
        sense = match.rule.sense
        if sense == "same_month":
            first, last = match.slots["month"][0], match.slots["month"][-1]
            if first.values["month"] != last.values["month"]:
                return None
            return [Unit(match.units[0].start, match.units[-1].end, first.labels, first.values)]
        value = SENSES[sense](match, context)
        if value is None:
            return None
        if value.edtf and value.timex == "DATE" and is_day(value.edtf):
            day = bounds(value.edtf)
            if day and day[0]:
                mentioned.append((match.units[0].start, day[0]))
                mentioned.sort()
        return [_dated(match, value)]

    def _is_future(self, sentence: str) -> bool:
        for word in fold(sentence).split():
            bare = word.strip(".,;:!?»«\"“”()،؛")
            if bare in self._future_words:
                return True
            if len(bare) > 4 and (
                bare.startswith(self._future_prefixes or ("\0",)) or bare.endswith(self._future_suffixes or ("\0",))
            ):
                return True
        return False


def _dated(match: Match, value: DateValue) -> Unit:
    """The unit a match becomes; leading and trailing units of slots named ``around`` stay outside its span."""
    labels = {"date", "date_" + value.timex.casefold()}
    if value.edtf and len(value.edtf) == 4:
        labels.add("date_year")
    if "weekday" in match.slots or "day_word" in match.slots:
        labels.add("date_near")
    start, end = match.units[0].start, match.units[-1].end
    return Unit(start, end, frozenset(labels), {"date": value, "rule": match.rule.name})


def _sentence(breaks: Sequence[int], place: int, length: int) -> tuple[int, int]:
    from bisect import bisect_right

    position = bisect_right(breaks, place)
    return (breaks[position - 1] if position else 0, breaks[position] if position < len(breaks) else length)
