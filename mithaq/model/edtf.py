"""EDTF dates (ISO 8601-2 level 1) taken apart and put together. Not for words: readers and publishers do that.

Source: Library of Congress, Extended Date/Time Format specification, 2019.
"""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

_DATE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<about>~)?\Z")
_DECADE = re.compile(r"(?P<decade>[0-9]{3})X\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}~?\Z")
# Northern seasons; winter runs into the next year.
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}


# Few dates come often: lists of a large record ask for the same days many thousand times.
@lru_cache(maxsize=16_384)
def bounds(edtf: str) -> tuple[date | None, date | None] | None:
    """First and last day of an EDTF date or interval; None for an open end; None alone when it is no such date."""
    if "/" in edtf:
        left, _, right = edtf.partition("/")
        start = None if left in ("..", "") else bounds(left)
        end = None if right in ("..", "") else bounds(right)
        if (left not in ("..", "") and start is None) or (right not in ("..", "") and end is None):
            return None
        return (start[0] if start else None, end[1] if end else None)
    decade = _DECADE.match(edtf)
    if decade:
        year = int(decade["decade"]) * 10
        return (date(year, 1, 1), date(year + 9, 12, 31)) if year else None
    found = _DATE.match(edtf)
    if not found:
        return None
    year, month = int(found["year"]), int(found["month"] or 0)
    try:
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        if month in SEASON_MONTHS:
            first, last = SEASON_MONTHS[month]
            return date(year, first, 1), last_day(year + (last - 1) // 12, (last - 1) % 12 + 1)
        if found["day"]:
            day = date(year, month, int(found["day"]))
            return day, day
        return date(year, month, 1), last_day(year, month)
    except ValueError:
        return None


def is_edtf(text: str) -> bool:
    """Is ``text`` a date or interval this software writes?"""
    return bounds(text) is not None


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def is_day(edtf: str) -> bool:
    """Is it a single day, known exactly or about?"""
    return bool(_DAY.match(edtf)) and bounds(edtf) is not None


def week_of(day: date) -> str:
    """The week of ``day``, Monday to Sunday, as an interval."""
    monday = day - timedelta(days=day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def month_of(year: int, month: int) -> str:
    """``YYYY-MM``; months outside 1..12 run into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}"


def start_of(edtf: str) -> str:
    """The left end of an interval, or the date itself."""
    return edtf.partition("/")[0] if "/" in edtf else edtf


def end_of(edtf: str) -> str:
    """The right end of an interval, or the date itself."""
    return edtf.rpartition("/")[2] if "/" in edtf else edtf
