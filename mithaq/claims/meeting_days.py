"""Gives meetings that took place the day that is told beside them: of the journey they were part of, or of what was said
there. Not for dates that stand with the words of the meeting itself.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from mithaq.claims.clauses import Clauses
from mithaq.claims.meeting_dates import date_of
from mithaq.claims.meeting_joining import status_of
from mithaq.claims.meeting_mentions import Mention
from mithaq.claims.places import country_of, person_of, place_of
from mithaq.model.edtf import bounds
from mithaq.model.values import DateValue
from mithaq.text.lattice import Unit

# Characters of a day in EDTF; units of the words that lead a meeting in as the time of something else.
_DAY, _LED_IN = 10, 4
_LEADS_IN = frozenset(("occasion_word", "sideline", "time_word"))
_SAID = frozenset(("speech_past", "speech_done"))
# So many sentences at the head of an article may tell on which day it was spoken.
_SENTENCES_OF_LEAD = 3
# So many sentences after it go on with the same news; so many before talks may tell of their day.
_SENTENCES_NEAR, _SENTENCES_BEFORE = 4, 2
# What was said on an earlier day than this is not what the article reports as its news.
_DAYS_OF_NEWS = 3


def give_days(clauses: Clauses, groups: Sequence[Mention], mentions: Sequence[Mention]) -> None:
    """Add the day to those of ``groups`` that were held and have none. Talks are of the day of the journey told right
    before them, or of the gathering told there (one of ``mentions``); what was said "during", "after" or "on the
    sidelines of" a meeting dates it.
    """
    days = {other.spans["date"].start for other in mentions if other.date and not other.partners and not other.refused}
    published = clauses.article.prepared.article.published
    lead = _lead(clauses, published)
    for group in groups:
        if group.date or group.relation or group.process or group.several or group.again:
            continue
        if status_of(group, published, "held") != "held" or group.tense == "present":
            continue
        index = clauses.index_at(group.place.start)
        if "plural_meeting" in clauses.units[index].labels and not group.partners:
            # The annual meetings of a body take more than the day on which somebody spoke.
            continue
        unit = _day_told_before(clauses, index, days) if group.partners else None
        if unit is None and _is_where_it_was_said(clauses, index):
            unit = _only_day(_sentence(clauses, index)) or (lead.day_for(clauses, index) if lead else None)
        value = date_of(unit) if unit else None
        if unit and value and _is_past(value, published):
            group.date, group.spans["date"] = value, unit.span


def _sentence(clauses: Clauses, index: int) -> Sequence[Unit]:
    first, last = clauses.sentence(index)
    return clauses.units[first:last]


def _only_day(units: Sequence[Unit]) -> Unit | None:
    """The day that a row of units names, if it names one only and no other time."""
    dates = [unit for unit in units if date_of(unit)]
    return dates[0] if len(dates) == 1 and _is_day(dates[0]) else None


def _is_day(unit: Unit) -> bool:
    value = date_of(unit)
    return bool(value and value.edtf and len(value.edtf) == _DAY)


def _is_past(value: DateValue, published: str | None) -> bool:
    return published is None or bool(value.edtf and value.edtf <= published)


def _day_told_before(clauses: Clauses, index: int, days: Set[int]) -> Unit | None:
    """The day of a visit told in the sentence right before, or of a gathering told before in the same paragraph."""
    first, _ = clauses.sentence(index)
    for number in range(_SENTENCES_BEFORE):
        if not first:
            return None
        start, end = clauses.sentence(first - 1)
        units = clauses.units[start:end]
        same = "\n" not in clauses.text[units[0].start : clauses.units[index].start].strip() if units else False
        if number == 0 and _journey_with_day(units):
            return _only_day(units)
        if same and any(unit.start in days for unit in units):
            return _only_day(units)
        first = start
    return None


def _journey_with_day(units: Sequence[Unit]) -> bool:
    """Does a day follow a word of travel and the place it leads to?"""
    travel = next((place for place, unit in enumerate(units) if "travel" in unit.labels), None)
    if travel is None:
        return False
    day = next((place for place in range(travel, len(units)) if _is_day(units[place])), travel)
    return any(country_of(unit) or place_of(unit) for unit in units[travel:day])


def _is_where_it_was_said(clauses: Clauses, index: int) -> bool:
    """Is the meeting told as when something was said ("said after they met", "told reporters on the sidelines of")?"""
    first, last = clauses.sentence(index)
    led = any(unit.labels & _LEADS_IN for unit in clauses.units[max(first, index - _LED_IN) : index])
    return led and any(unit.labels & _SAID for unit in clauses.units[first:last])


@dataclass(frozen=True, slots=True)
class _Lead:
    """The sentence at the head of an article that tells on which day its news was said, from ``first`` to ``last``."""

    day: Unit
    first: int
    last: int

    def day_for(self, clauses: Clauses, index: int) -> Unit | None:
        """The day, where the sentence at ``index`` goes on with the same news: soon after it, or told by the same state."""
        sentence = clauses.sentence(index)[0]
        near = sum(self.last <= place < sentence for place in clauses.breaks) <= _SENTENCES_NEAR
        states = _states(clauses.units[self.first : self.last]) & _states(_sentence(clauses, index))
        return self.day if near or states else None


def _states(units: Sequence[Unit]) -> set[str]:
    people = (person.country for unit in units if (person := person_of(unit)))
    return {code for code in (*people, *(country_of(unit) for unit in units)) if code}


def _lead(clauses: Clauses, published: str | None) -> _Lead | None:
    today = bounds(published) if published else None
    if not today or not today[0]:
        return None
    first = 0
    for _ in range(_SENTENCES_OF_LEAD):
        if first >= len(clauses.units):
            return None
        start, last = clauses.sentence(first)
        units = clauses.units[start:last]
        day = next((unit for unit in units if _is_day(unit)), None)
        known = bounds(str(date_of(day).edtf)) if day else None  # type: ignore[union-attr]
        if day and known and known[0] and any(unit.labels & _SAID for unit in units):
            return _Lead(day, start, last) if 0 <= (today[0] - known[0]).days <= _DAYS_OF_NEWS else None
        first = last + 1
    return None
