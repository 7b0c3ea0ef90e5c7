"""EDTF dates taken apart, and the days they can mean: enough to show them and to compare them.

Covers what the record writes (ISO 8601-2 level 1 dates, seasons, intervals, open ends, decades as ``201X``). Not for
reading dates in articles.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
# First month of a season in the northern hemisphere, three months long, winter running into the next year.
_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}
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
    if edtf is None:
        return None
    first, slash, last = edtf.partition("/")
    if slash:
        start, end = bounds(first), bounds(last)
        return (start[0], end[1]) if start and end and start[0] <= end[1] else None
    parts = date_parts(edtf)
    if parts is None or parts.year < 1:
        return None
    try:
        return _first_day(parts), _last_day(parts)
    except ValueError:
        return None


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


def _first_day(parts: DateParts) -> date:
    if parts.season:
        return date(parts.year, _SEASON_START[parts.season], 1)
    return date(parts.year, parts.month or 1, parts.day or 1)


def _last_day(parts: DateParts) -> date:
    if parts.decade:
        return date(parts.year + 9, 12, 31)
    year, month = parts.year, parts.month or 12
    if parts.season:
        year, month = (year + 1, 2) if parts.season == 24 else (year, _SEASON_START[parts.season] + 2)
    return date(year, month, parts.day or monthrange(year, month)[1])
