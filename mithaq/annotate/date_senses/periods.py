"""Months, years, seasons, quarters, decades, centuries and weeks. Not for days, and not for lengths of time."""

from datetime import date, timedelta

from mithaq.annotate.date_senses.context import (
    UNRESOLVED,
    DateContext,
    days_of,
    explicit,
    near_month,
    read_inner,
    read_integer,
    read_shift,
    read_year_slot,
)
from mithaq.model.edtf import bounds, is_day, month_of, week_of
from mithaq.model.values import DateValue
from mithaq.text.grammar import Match

MONTHS_IN = {"M": 1, "3M": 3, "6M": 6, "Y": 12, "10Y": 120, "100Y": 1200}
HOURS_OF_TODAY = ("H", "MIN", "S")


def read_month(match: Match, context: DateContext) -> DateValue | None:
    """A month, with a year, with "last" or "next", or alone: then the nearest that fits the tense."""
    month, year = read_integer(match, "month"), read_year_slot(match)
    if month is None:
        return None
    if year is not None:
        return explicit(month_of(year, month))
    context = context.grounded(read_shift(match))
    if context.anchor is None:
        return UNRESOLVED
    return context.relative(near_month(month, read_shift(match), context))


def read_month_of_year(match: Match, context: DateContext) -> DateValue | None:
    """ "June of next year", "يونيو من العام المقبل": a month of a year that is read already."""
    month, inner = read_integer(match, "month"), match.value("date")
    if month is None or inner is None:
        return None
    if inner.edtf is None:
        return UNRESOLVED
    return DateValue(f"{inner.edtf}-{month:02d}", "DATE", inner.basis, inner.anchor) if len(inner.edtf) == 4 else None


def read_day_of_year(match: Match, context: DateContext) -> DateValue | None:
    """ "11 May last year": day and month of a year that is read already."""
    day, month, inner = read_integer(match, "day", "number"), read_integer(match, "month"), match.value("date")
    if day is None or month is None or inner is None:
        return None
    if inner.edtf is None:
        return UNRESOLVED
    edtf = f"{inner.edtf}-{month:02d}-{day:02d}"
    return DateValue(edtf, "DATE", inner.basis, inner.anchor) if is_day(edtf) else None


def read_day_of_running_year(match: Match, context: DateContext) -> DateValue | None:
    """ "June 3 this year", "11 May last year"."""
    day, month, shift = read_integer(match, "day", "number"), read_integer(match, "month"), read_shift(match)
    if day is None or month is None or match.value("unit") != "Y":
        return None
    if context.anchor is None:
        return UNRESOLVED
    return context.relative(f"{context.anchor.year + (shift or 0):04d}-{month:02d}-{day:02d}")


def read_month_of_running_year(match: Match, context: DateContext) -> DateValue | None:
    """ "juin de l'année prochaine": the year is the running one, moved."""
    month = read_integer(match, "month")
    if month is None or match.value("unit") != "Y":
        return None
    if context.anchor is None:
        return UNRESOLVED
    return context.relative(f"{context.anchor.year + (read_shift(match) or 0):04d}-{month:02d}")


def read_numeric_month(match: Match, context: DateContext) -> DateValue | None:
    """ "2015-3", "3/2015"; "2014/15", "2021-22" are two years."""
    first, second = match.value("first", "number"), match.value("second", "number")
    pair = match.value("dotted_pair", "first"), match.value("dotted_pair", "second")
    if pair[0] is not None:
        first, second = pair
    if first is None or second is None:
        return None
    year, other = (int(first), int(second)) if first > second else (int(second), int(first))
    if other == (year + 1) % 100 and first > second:
        return explicit(f"{year:04d}/{year + 1:04d}")
    return explicit(month_of(year, other)) if 1 <= other <= 12 and year >= 1000 else None


def read_month_span(match: Match, context: DateContext) -> DateValue | None:
    """Two months side by side, "from May to July 2022"; the year is the last one's."""
    first, last, year = read_integer(match, "month"), read_integer(match, "last", "month"), read_year_slot(match)
    if first is None or last is None:
        return None
    if year is None:
        if context.anchor is None:
            return UNRESOLVED
        year = int((near_month(last, None, context) or "0")[:4])
    start = year if first <= last else year - 1
    value = f"{month_of(start, first)}/{month_of(year, last)}"
    return explicit(value) if "year" in match.slots else context.relative(value)


def read_year(match: Match, context: DateContext) -> DateValue | None:
    """A year of three or four digits."""
    year = read_year_slot(match)
    return explicit(f"{year:04d}") if year is not None and 100 <= year <= 2200 else None


def read_years(match: Match, context: DateContext) -> DateValue | None:
    """Two years, "2014-2019", "between 2014 and 2019", "2021-22"."""
    first, last = read_integer(match, "year", "number"), read_integer(match, "last", "number")
    if first is None or last is None:
        return None
    if last < 100:
        last += first - first % 100
    return explicit(f"{first:04d}/{last:04d}") if first < last else None


def read_season(match: Match, context: DateContext) -> DateValue | None:
    """A season with a year, or with "last", "this" or "next", or alone after "in the": then by the tense."""
    season, year, shift = match.value("season") or match.value("season_fall"), read_year_slot(match), read_shift(match)
    if season is None:
        return None
    if year is not None:
        return explicit(f"{year:04d}-{season}")
    anchor = context.anchor
    if anchor is None:
        return UNRESOLVED
    if shift == 0:
        return context.relative(f"{anchor.year:04d}-{season}")
    offered = []
    for turn in (-1, 0, 1):
        edtf = f"{anchor.year + turn:04d}-{season}"
        span = bounds(edtf)
        if span and span[0] and span[1]:
            steps = (span[0] - anchor).days if span[0] > anchor else min(0, (span[1] - anchor).days)
            if shift is None or steps * shift > 0:
                offered.append((context.distance(steps, shift), edtf))
    return context.relative(min(offered)[1]) if offered else None


def read_part_of_year(match: Match, context: DateContext) -> DateValue | None:
    """ "the second half of 2022", "الربع الأول من العام الجاري"; without a year, of the running one."""
    length, which = int(match.value("part_unit")), read_integer(match, "ordinal")
    inner: DateValue | None = match.value("date")
    year = read_year_slot(match)
    if which is None or not 1 <= which <= 12 // length:
        return None
    if year is None and inner is not None:
        if inner.edtf is None:
            return UNRESOLVED
        year = int(inner.edtf) if len(inner.edtf) == 4 and inner.edtf.isdigit() else None
    if year is None:
        return None
    first = (which - 1) * length + 1
    value = f"{month_of(year, first)}/{month_of(year, first + length - 1)}"
    return explicit(value) if inner is None else DateValue(value, "DATE", inner.basis, inner.anchor)


def read_quarter_name(match: Match, context: DateContext) -> DateValue | None:
    """ "Q3 2021", "H1 of next year": the value is months in the part, and which part."""
    length, which = (int(part) for part in str(match.value("quarter_name")).split("-"))
    inner: DateValue | None = match.value("date")
    year = inner.edtf if inner is not None else f"{read_year_slot(match):04d}"
    if year is None:
        return UNRESOLVED
    first = (which - 1) * length + 1
    value = f"{month_of(int(year[:4]), first)}/{month_of(int(year[:4]), first + length - 1)}"
    return explicit(value) if inner is None else DateValue(value, "DATE", inner.basis, inner.anchor)


def read_running_quarter(match: Match, context: DateContext) -> DateValue | None:
    """ "during Q3", with no year: of the year of publication."""
    if context.anchor is None:
        return UNRESOLVED
    length, which = (int(part) for part in str(match.value("quarter_name")).split("-"))
    first, year = (which - 1) * length + 1, context.anchor.year
    return context.relative(f"{month_of(year, first)}/{month_of(year, first + length - 1)}")


def read_running_part_of_year(match: Match, context: DateContext) -> DateValue | None:
    """ "in the first quarter", with no year: of the year of publication."""
    length, which = int(match.value("part_unit")), read_integer(match, "ordinal")
    if which is None or not 1 <= which <= 12 // length:
        return None
    if context.anchor is None:
        return UNRESOLVED
    first = (which - 1) * length + 1
    year = context.anchor.year
    return context.relative(f"{month_of(year, first)}/{month_of(year, first + length - 1)}")


def read_decade(match: Match, context: DateContext) -> DateValue | None:
    """ "the 1990s", "les années 90", "the seventies"."""
    value = match.value("decade")
    year = int(value) if value else read_integer(match, "year", "number") or read_integer(match, "number")
    century = read_integer(match, "number")
    if value and year is not None and century is not None:
        year = year % 100 + century * 100
    if year is not None and year < 100:
        year += 2000 if year < 30 else 1900
    return explicit(f"{year // 10:03d}X") if year and year % 10 == 0 else None


def read_century(match: Match, context: DateContext) -> DateValue | None:
    """ "the 21st century", "le XXe siècle": its hundred years."""
    which = read_integer(match, "ordinal") or read_integer(match, "roman")
    unit = match.value("unit") or match.value("century_unit")
    if which is None or not 1 <= which <= 22 or unit != "100Y":
        return None
    return explicit(f"{(which - 1) * 100:04d}/{(which - 1) * 100 + 99:04d}")


def read_nth_week(match: Match, context: DateContext) -> DateValue | None:
    """ "the last week of August": the weeks of a month or year are those whose Thursday lies in it (ISO 8601)."""
    if match.value("unit") != "W":
        return None
    which, inner = read_integer(match, "ordinal"), read_inner(match, context)
    if inner is None or inner.edtf is None:
        return UNRESOLVED if inner is not None else None
    thursdays = [day for day in days_of(inner.edtf) if day.isoweekday() == 4] if len(inner.edtf) in (4, 7) else []
    if not thursdays:
        return None
    if which is not None and which > len(thursdays):
        return None
    return DateValue(week_of(thursdays[which - 1 if which else -1]), "DATE", inner.basis, inner.anchor)


def read_week_of_day(match: Match, context: DateContext) -> DateValue | None:
    """ "the week of 16 September": the week that holds the day."""
    inner = match.value("date")
    if match.value("unit") != "W" or inner is None:
        return None
    if inner.edtf is None:
        return UNRESOLVED
    day = bounds(inner.edtf)
    if not is_day(inner.edtf) or not day or not day[0]:
        return None
    return DateValue(week_of(day[0]), "DATE", inner.basis, inner.anchor)


def read_week_number(match: Match, context: DateContext) -> DateValue | None:
    """ "week 31": by ISO 8601, in the year of publication."""
    number = read_integer(match, "number")
    if match.value("unit") != "W" or number is None or not 1 <= number <= 53:
        return None
    if context.anchor is None:
        return UNRESOLVED
    try:
        return context.relative(week_of(date.fromisocalendar(context.anchor.year, number, 1)))
    except ValueError:
        return None


def shifted(unit: str, anchor: date, shift: int) -> str | None:
    """The week, weekend, month, quarter, half, year or decade ``shift`` after the one of ``anchor``."""
    if unit == "D":
        return (anchor + timedelta(days=shift)).isoformat()
    if unit == "W":
        return week_of(anchor + timedelta(days=7 * shift))
    if unit == "2D":
        saturday = anchor + timedelta(days=5 - anchor.weekday() + 7 * shift)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    if unit == "M":
        return month_of(anchor.year, anchor.month + shift)
    if unit == "Y":
        return f"{anchor.year + shift:04d}"
    if unit in ("3M", "6M"):
        length = MONTHS_IN[unit]
        first = (anchor.month - 1) // length * length + 1 + shift * length
        return f"{month_of(anchor.year, first)}/{month_of(anchor.year, first + length - 1)}"
    if unit == "10Y":
        return f"{anchor.year // 10 + shift:03d}X"
    if unit == "100Y":
        start = (anchor.year // 100 + shift) * 100
        return f"{start:04d}/{start + 99:04d}"
    return None
