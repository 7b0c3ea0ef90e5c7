"""Maps the Timex values of a date specification to the days they mean, so that they can be compared with EDTF.

Comparison is by calendar days, not by spelling: ``2016-W45`` and ``2016-11-07/2016-11-13`` are one week. Not for reading
text. Source of the notation: TIMEX3 (TimeML 1.2.1) as the recognizers' specifications write it.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from mithaq.model.edtf import bounds

Days = tuple[date | None, date | None]
_ONE_DAY = timedelta(days=1)
_DURATION = re.compile(r"P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?"
                       r"(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$")  # fmt: skip


def resolutions(value: Mapping[str, Any]) -> list[Mapping[str, str]]:
    """The readings that a specification accepts, whichever of its two notations it uses."""
    if "values" in value:
        return [reading for reading in value["values"] if isinstance(reading, dict)]
    return [value.get(side) or {} for side in ("FutureResolution", "PastResolution")]


def accepted_days(value: Mapping[str, Any]) -> list[Days]:
    """First and last day of each accepted reading. Ends of ranges are exclusive there: the day before is meant too."""
    found: list[Days] = []
    for reading in resolutions(value):
        day = _day(reading.get("date") or reading.get("value"))
        if day:
            found.append((day, day))
            continue
        start, end = (
            _day(reading.get("startDate") or reading.get("start")),
            _day(reading.get("endDate") or reading.get("end")),
        )
        if start or end:
            found.append((start, end))
            if end:
                found.append((start, end - _ONE_DAY))
    return found


def _day(written: object) -> date | None:
    try:
        return date.fromisoformat(str(written)[:10])
    except ValueError:
        return None


def same_days(edtf: str, value: Mapping[str, Any]) -> bool:
    """Does an EDTF date mean one of the accepted readings? The end of a range may be said as the period that it opens
    ("from 2014 to 2018" ends on the first day of 2018 there), and "about" a day is that day.
    """
    ours = bounds(edtf)
    if ours is None:
        return False
    right = bounds(edtf.rpartition("/")[2]) if "/" in edtf and not edtf.endswith("..") else None
    return any(_same(ours, right[0] if right else None, theirs) for theirs in accepted_days(value))


def _same(ours: Days, last_period_starts: date | None, theirs: Days) -> bool:
    if ours[0] != theirs[0]:
        return False
    return ours[1] == theirs[1] or (last_period_starts is not None and last_period_starts == theirs[1])


def durations_in(timex: str) -> Iterable[str]:
    """The durations of a Timex value: itself, or the third part of a range."""
    return [part for part in re.split(r"[(),|]", timex) if part.startswith("P")]


def same_duration(ours: str, timex: str) -> bool:
    """Are two ISO 8601 durations equal? A year is twelve months, a week seven days."""
    left = _measure(ours)
    return left is not None and any(_measure(part) == left for part in durations_in(timex))


def _measure(duration: str) -> tuple[float, float, float] | None:
    match = _DURATION.match(duration.replace("BD", "D"))
    if not match:
        return None
    years, months, weeks, days, hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return (
        round(years * 12 + months, 6),
        round(weeks * 7 + days, 6),
        round(hours * 3600 + minutes * 60 + seconds, 6),
    )


def same_period(edtf: str, timex: str) -> bool:
    """ "XXXX-10-02": a day or month without its year agrees with any year; a weekday with any such day."""
    ours = bounds(edtf)
    if ours is None or ours[0] is None:
        return False
    if re.fullmatch(r"XXXX-\d\d-\d\d", timex):
        return ours[0] == ours[1] and timex[5:] == ours[0].isoformat()[5:]
    if re.fullmatch(r"XXXX-\d\d", timex):
        return timex[5:] == f"{ours[0].month:02d}" and len(edtf) == 7
    weekday = re.fullmatch(r"XXXX-WXX-(\d)", timex)
    if weekday:
        return ours[0] == ours[1] and ours[0].isoweekday() == int(weekday[1])
    return False


def same_named_period(edtf: str, timex: str) -> bool:
    """A plain year, month, week or season, which a part of it ("the end of 2000") may be told as."""
    ours, theirs = bounds(edtf), _named_days(timex)
    if ours is None or theirs is None or ours[0] is None or ours[1] is None:
        return False
    return ours == theirs or (edtf.endswith("~") and theirs[0] <= ours[0] and ours[1] <= theirs[1])


_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def _named_days(timex: str) -> tuple[date, date] | None:
    week = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", timex)
    if week:
        monday = date.fromisocalendar(int(week[1]), min(int(week[2]), 52), 1)
        return (monday + 5 * _ONE_DAY, monday + 6 * _ONE_DAY) if week[3] else (monday, monday + 6 * _ONE_DAY)
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", timex)
    written = f"{season[1]}-{_SEASONS[season[2]]}" if season else timex
    found = bounds(written) if re.fullmatch(r"\d{4}(-\d\d)?", written) else None
    return (found[0], found[1]) if found and found[0] and found[1] else None


def within_days(edtf: str, value: Mapping[str, Any]) -> bool:
    """ "two years ago" is that year for the press and that very day in the suite: the day must lie in the year or month."""
    ours = bounds(edtf)
    if ours is None or ours[0] is None or ours[1] is None or len(edtf) not in (4, 7):
        return False
    return any(start and ours[0] <= start <= ours[1] for start, _ in accepted_days(value))
