"""Where a date expression stands: the publication day, the tense around it, what was spoken of before; and its slots.

Not for values: the other modules of this package make them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mithaq.annotate.tense import SURELY_AHEAD
from mithaq.model.edtf import bounds, month_of
from mithaq.model.values import DateValue
from mithaq.text.grammar import Match

# How much farther a day on the wrong side of the tense counts; tuned on the dated articles of the development set.
_AGAINST_TENSE = 5.0
_AGAINST_SURE_TENSE = 8.0
# Months back from which on a month told without its year is rather the next such month.
_FAR_MONTHS = 10
_AHEAD_WITHOUT_TENSE = 1.5
_SHIFT_SLOTS = ("shift", "this", "after_next")


@dataclass(frozen=True, slots=True)
class DateContext:
    """``anchor`` is the publication day (None when unknown); ``tense`` is 1 where the words look ahead, -1 where back, 2 and -2 where surely so.

    ``order`` is the language's order of numeric dates, ``dmy`` or ``mdy``; ``mentioned`` the date last spoken of (EDTF),
    ``mentioned_day`` the last one known to the day.
    """

    anchor: date | None
    tense: int
    order: str
    mentioned: str | None = None
    mentioned_day: date | None = None

    def relative(self, edtf: str | None) -> DateValue:
        """A value resolved against the anchor, or an unresolved one when there is none."""
        if self.anchor is None or edtf is None:
            return UNRESOLVED
        return DateValue(edtf, "DATE", "relative", self.anchor.isoformat())

    def grounded(self, shift: int | None) -> "DateContext":
        """Itself; in an article without a publication day, where a day was told in full, counting from that day.

        "On 19 January 2019 … on 21 January": the year is the one spoken of. Not for "last" and "next".
        """
        if self.anchor is not None or self.mentioned_day is None or shift is not None:
            return self
        return replace(self, anchor=self.mentioned_day, tense=0)

    def nearest(self, days: Iterable[date], shift: int | None = None) -> date | None:
        """The day that the words mean: strictly behind (-1), strictly ahead (1), else the nearest that fits the tense."""
        anchor = self.anchor
        if anchor is None:
            return None
        offered = [day for day in days if shift not in (-1, 1) or (day - anchor).days * shift > 0]
        return min(offered, key=lambda day: self.distance((day - anchor).days, shift), default=None)

    def distance(self, steps: int, shift: int | None = None) -> float:
        """How far a date ``steps`` ahead of the anchor (negative: behind) is, weighed by the tense."""
        if shift is not None or steps == 0:
            return abs(steps)
        if self.tense == 0:
            return steps * _AHEAD_WITHOUT_TENSE if steps > 0 else -steps
        if steps * self.tense > 0:
            return abs(steps)
        return abs(steps) * (_AGAINST_SURE_TENSE if abs(self.tense) == SURELY_AHEAD else _AGAINST_TENSE)


Sense = Callable[[Match, DateContext], DateValue | None]
UNRESOLVED = DateValue(None, "DATE", "relative")


def explicit(edtf: str) -> DateValue:
    """A value that the words give by themselves."""
    return DateValue(edtf, "DATE", "explicit")


def read_integer(match: Match, slot: str, label: str | None = None) -> int | None:
    """The whole number that a slot is worth, under its own label, as a number or as an ordinal."""
    value = match.value(slot, label)
    if value is None and slot in match.slots:
        values = match.slots[slot][0].values
        value = values.get("number", values.get("ordinal"))
    if value in (None, ""):
        return None
    number = float(value)
    return int(number) if number.is_integer() else None


def read_year_slot(match: Match, slot: str = "year") -> int | None:
    """The year in a slot; two digits are of this century up to 69, of the last one from 70."""
    year = read_integer(match, slot, "number")
    return full_year(year) if year is not None else None


def full_year(year: int) -> int:
    """A year written with two digits made whole."""
    return year if year >= 100 else year + (2000 if year < 70 else 1900)


def read_shift(match: Match) -> int | None:
    """-1 for "last", 0 for "this", 1 for "next", 2 for "after next"; None when the words have none."""
    for slot in _SHIFT_SLOTS:
        value = match.value(slot)
        if value not in (None, ""):
            return int(value)
    return None


def read_inner(match: Match, context: DateContext) -> DateValue | None:
    """The month or year that a part is counted in: a date read before, or a bare month or year."""
    inner: DateValue | None = match.value("date")
    if inner is not None:
        return inner
    year = read_year_slot(match)
    if year is not None:
        return explicit(f"{year:04d}")
    month = read_integer(match, "month")
    return None if month is None else context.relative(near_month(month, None, context))


def near_month(month: int, shift: int | None, context: DateContext) -> str | None:
    """The nearest such month that fits the tense, or the one that "last", "this" or "next" point at."""
    anchor = context.anchor
    if anchor is None:
        return None
    if shift == 0:
        return month_of(anchor.year, month)
    steps = [month - anchor.month + 12 * turn for turn in (-1, 0, 1)]
    if shift is not None:
        steps = [step for step in steps if step * shift > 0]
    # Of a month that lies almost a year back the year is told; without it the one ahead is meant.
    steps = [step for step in steps if shift is not None or step > -_FAR_MONTHS]
    best = min(steps, key=lambda step: context.distance(step, shift))
    return month_of(anchor.year, anchor.month + best)


def days_of(edtf: str) -> list[date]:
    """Every day of a date or closed interval, in order; none when an end is open."""
    first, last = bounds(edtf) or (None, None)
    if first is None or last is None:
        return []
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


def make_day(year: int, month: int, day: int) -> date | None:
    """A day, None when the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
