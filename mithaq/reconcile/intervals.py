"""Numbers with qualifiers and dates with precision, compared by arithmetic. Never by how alike the words look."""

import math
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from mithaq.model.edtf import bounds
from mithaq.model.values import Qualifier

# ``same``: nothing to tell. ``compatible``: both may hold and neither adds to the other. ``precision``: both hold, one
# is told more exactly. ``clash``: no value satisfies both.
Relation = Literal["same", "compatible", "precision", "clash"]

# "About" and "nearly" are read as within this share of the number; tuned on nothing, a convention of the record.
_LOOSE = 0.1
# Above this ratio two open statements ("more than 10", "more than 500") do not speak of one precision any more.
_SAME_SCALE = 1.5
# Days by which a date "about" a day, a month or a year may be off.
_ABOUT_DAYS = {10: 7, 7: 31, 4: 366}


@dataclass(frozen=True, slots=True)
class Interval:
    """Closed below and above; infinite ends are open."""

    low: float
    high: float

    def meets(self, other: "Interval") -> bool:
        """Is there a number in both?"""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """A number as it was told."""

    value: float
    qualifier: Qualifier


def interval_of(value: float, qualifier: Qualifier) -> Interval:
    """The numbers that ``value`` with its qualifier allows."""
    slack = abs(value) * _LOOSE
    if qualifier in ("more_than", "at_least"):
        return Interval(value, math.inf)
    if qualifier in ("less_than", "up_to"):
        return Interval(-math.inf, value)
    if qualifier == "about":
        return Interval(value - slack, value + slack)
    if qualifier == "nearly":
        return Interval(value - slack, value)
    return Interval(value, value)


def relate_amounts(first: Amount, second: Amount) -> Relation:
    """How two tellings of one number stand to each other."""
    if first == second:
        return "same"
    if first.value == second.value:
        return "precision"
    near = ratio(first.value, second.value) <= _SAME_SCALE
    if interval_of(first.value, first.qualifier).meets(interval_of(second.value, second.qualifier)):
        return "precision" if near else "compatible"
    return "precision" if _is_rounded(first.value, second.value) else "clash"


def ratio(first: float, second: float) -> float:
    """The larger over the smaller, 1 or more; infinite when one of them is not positive."""
    low, high = sorted((first, second))
    return high / low if low > 0 else math.inf


def _is_rounded(first: float, second: float) -> bool:
    """Is one the other, rounded to fewer digits? 101 million and 100 million, 2.445 and 2.4; not 84 and 83."""
    coarse, fine = sorted((first, second), key=_last_digit, reverse=True)
    place = _last_digit(coarse)
    return place > _last_digit(fine) and abs(coarse) >= 10 and abs(coarse - fine) <= place / 2


def _last_digit(value: float) -> float:
    """What one in the last digit that is not zero is worth: 100 for 2400, 0.5 is given as 0.1."""
    digits, _, exponent = f"{value:.9e}".partition("e")
    return 10.0 ** (int(exponent) - len(digits.rstrip("0").partition(".")[2]))


def relate_periods(first: str, second: str) -> Relation:
    """How two EDTF dates of one event stand to each other. Dates that cannot be placed are compatible with all."""
    if first == second:
        return "same"
    one, other = bounds(first), bounds(second)
    if one is None or other is None:
        return "compatible"
    slack = timedelta(days=max(_slack(first), _slack(second)))
    begins_late = one[1] is not None and other[0] is not None and one[1] + slack < other[0]
    ends_early = other[1] is not None and one[0] is not None and other[1] + slack < one[0]
    if begins_late or ends_early:
        return "clash"
    return "precision" if None not in (*one, *other) else "compatible"


def _slack(edtf: str) -> int:
    return _ABOUT_DAYS.get(len(edtf) - 1, 0) if edtf.endswith("~") else 0


def days_apart(first: str, second: str) -> int | None:
    """Days between two EDTF dates, 0 when they overlap; None when one is open or cannot be placed."""
    one, other = bounds(first), bounds(second)
    if one is None or other is None or None in (*one, *other):
        return None
    (start, end), (begin, finish) = one, other
    assert start and end and begin and finish
    return max(0, (begin - end).days, (start - finish).days)
