"""What a number with a qualifier may be: an interval. Arithmetic decides whether two numbers can both hold."""

import math
from dataclasses import dataclass

from mithaq.model.values import Qualifier

# "About" and "nearly" are read as within this share of the number; tuned on nothing, a convention of the record.
_LOOSE = 0.1


@dataclass(frozen=True, slots=True)
class Interval:
    """Closed below and above; infinite ends are open."""

    low: float
    high: float

    def meets(self, other: "Interval") -> bool:
        """Is there a number in both?"""
        return self.low <= other.high and other.low <= self.high


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
