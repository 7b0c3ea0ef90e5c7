"""Dates of the Islamic calendar, and the feasts of both calendars, as dates of the Gregorian one.

Converted by the Umm al-Qura tables of hijridate; a sighting elsewhere may differ by a day.
"""

from hijridate import Gregorian, Hijri

from mithaq.annotate.date_senses.context import (
    UNRESOLVED,
    DateContext,
    explicit,
    read_integer,
    read_shift,
    read_year_slot,
)
from mithaq.model.edtf import bounds, start_of
from mithaq.model.values import DateValue
from mithaq.text.grammar import Match

# Month and day of the Islamic calendar; a day of None is the whole month.
_MOVABLE: dict[str, tuple[int, int | None]] = {
    "ramadan": (9, None),
    "eid_fitr": (10, 1),
    "eid_adha": (12, 10),
    "hajj": (12, None),
    "eid": (10, 1),
    "arafa": (12, 9),
    "ashura": (1, 10),
    "mawlid": (3, 12),
    "hijri_new_year": (1, 1),
}


def read_hijri(match: Match, context: DateContext) -> DateValue | None:
    """A day or month of the Islamic calendar; a year left out is the one that runs on the publication day."""
    day, month, year = read_integer(match, "day", "number"), read_integer(match, "hijri_month"), read_year_slot(match)
    if year is not None:
        return from_hijri(year, month, day)
    if context.anchor is None or month is None:
        return UNRESOLVED
    try:
        today = Gregorian(context.anchor.year, context.anchor.month, context.anchor.day).to_hijri()
    except (ValueError, OverflowError):
        return UNRESOLVED
    found = from_hijri(today.year, month, day)
    return context.relative(found.edtf) if found else None


def read_hijri_year(match: Match, context: DateContext) -> DateValue | None:
    """ "1443 هـ": the whole year."""
    year = read_year_slot(match)
    return from_hijri(year, None, None) if year is not None else None


def from_hijri(year: int, month: int | None, day: int | None) -> DateValue | None:
    """A day, month or year of the Islamic calendar; None when the tables have none such."""
    try:
        if month is None:
            first, last = Hijri(year, 1, 1), Hijri(year, 12, Hijri(year, 12, 1).month_length())
        else:
            first = Hijri(year, month, day or 1)
            last = first if day else Hijri(year, month, first.month_length())
        start, end = first.to_gregorian().isoformat(), last.to_gregorian().isoformat()
    except (ValueError, OverflowError):
        return None
    return explicit(start if start == end else f"{start}/{end}")


def read_festival(match: Match, context: DateContext) -> DateValue | None:
    """Ramadan, the two feasts, New Year: in the year given, else the one of the publication year or by "last", "next"."""
    festival, year, shift = match.value("festival"), read_year_slot(match), read_shift(match)
    if year is not None:
        edtf = _festival(festival, year)
        return explicit(edtf) if edtf else None
    if context.anchor is None:
        return UNRESOLVED
    this_year = context.anchor.year
    if shift in (-1, 1):
        for step in (0, shift):
            edtf = _festival(festival, this_year + step)
            days = bounds(edtf) if edtf else None
            if edtf and days and days[0] and (days[0] - context.anchor).days * shift > 0:
                return context.relative(edtf)
    return context.relative(_festival(festival, this_year))


def _festival(festival: str, year: int) -> str | None:
    if festival[:1].isdigit():
        return f"{year:04d}-{festival}"
    if festival == "easter":
        return _easter(year)
    month, day = _MOVABLE[festival]
    found = []
    for hijri_year in range(year - 580, year - 576):
        value = from_hijri(hijri_year, month, day)
        if value and value.edtf and value.edtf.startswith(f"{year:04d}"):
            found.append(value.edtf)
    if not found:
        return None
    # "the feast" alone may be either of the two: the month is all that is certain.
    return start_of(found[0])[:7] if festival == "eid" else found[0]


def _easter(year: int) -> str:
    """Western Easter Sunday. Source: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    total = epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114
    return f"{year:04d}-{total // 31:02d}-{total % 31 + 1:02d}"
