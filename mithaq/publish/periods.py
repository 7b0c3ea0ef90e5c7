"""EDTF dates taken apart, and the days they can mean: enough to show them and to compare them.

Covers what the record writes (ISO 8601-2 level 1 dates, seasons, intervals, open ends, decades as ``201X``). Not for
reading dates in articles.
"""

import re
from dataclasses import dataclass
from datetime import date

from mithaq.model.edtf import bounds as edtf_bounds

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_DATE = re.compile(r"(\d{3}X|\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)")


@dataclass(frozen=True, slots=True)
class DateParts:
    """One EDTF date: ``season`` is 21 to 24, ``decade`` marks a year whose last digit is unknown."""

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    decade: bool = False
    approximate: bool = False

    @property
    def precision(self) -> str:
        """One of day, month, year, decade, or the name of a season."""
        if self.season:
            return SEASONS[self.season]
        if self.decade:
            return "decade"
        return "day" if self.day else "month" if self.month else "year"


def date_parts(edtf: str) -> DateParts | None:
    """The parts of a single date (no interval); None where it is not one."""
    match = _DATE.fullmatch(edtf)
    if match is None:
        return None
    year, second, day, mark = match.groups()
    approximate = bool(mark)
    if year.endswith("X"):
        return None if second else DateParts(int(year[:3]) * 10, decade=True, approximate=approximate)
    number = int(second) if second else None
    if number in SEASONS:
        return None if day else DateParts(int(year), season=number, approximate=approximate)
    if number is not None and not 1 <= number <= 12:
        return None
    return DateParts(int(year), number, int(day) if day else None, approximate=approximate)


def bounds(edtf: str | None) -> tuple[date, date] | None:
    """First and last day that the date or interval can mean; None where it is open, a duration or not understood."""
    known = edtf_bounds(edtf) if edtf else None
    if known is None or known[0] is None or known[1] is None or known[0] > known[1]:
        return None
    return known[0], known[1]


def sorting_day(edtf: str | None) -> date:
    """A day to put things in order of time: the first that is possible, the only end of an open interval, or the last."""
    first, last = (edtf_bounds(edtf) if edtf else None) or (None, None)
    return first or last or date.max


def is_compatible(one: str | None, other: str | None) -> bool:
    """Can both be the same time? An unknown date fits all; dates that cannot be compared fit only themselves."""
    if one is None or other is None or one == other:
        return True
    first, second = bounds(one), bounds(other)
    return bool(first and second and first[0] <= second[1] and second[0] <= first[1])


def most_precise(dates: list[str | None]) -> str | None:
    """The date that leaves the fewest days; among equals the first in order of spelling."""
    known = sorted({edtf for edtf in dates if edtf is not None})
    return min(known, key=_days, default=None)


def _days(edtf: str) -> int:
    known = bounds(edtf)
    return (known[1] - known[0]).days if known else date.max.toordinal()
