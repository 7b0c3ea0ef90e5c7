"""Days: day and month, numeric dates, weekdays, "yesterday". Not for periods longer than a few days of one month."""

from datetime import date, timedelta

from mithaq.annotate.date_senses.context import (
    UNRESOLVED,
    DateContext,
    days_of,
    explicit,
    full_year,
    make_day,
    read_inner,
    read_integer,
    read_shift,
    read_year_slot,
)
from mithaq.annotate.date_senses.hijri import from_hijri
from mithaq.model.edtf import month_of
from mithaq.model.values import DateValue
from mithaq.text.grammar import Match

# Written numerically these are fractions, not days, far more often.
_NOT_DAY_AND_MONTH = {(24, 7)}


def read_day(match: Match, context: DateContext) -> DateValue | None:
    """Day and month, with or without year; a year left out is the nearest that fits the tense."""
    day, month = read_integer(match, "day", "number"), read_integer(match, "month")
    if day is None or month is None:
        return None
    return _day(day, month, read_year_slot(match), match, context)


def _day(day: int, month: int, year: int | None, match: Match, context: DateContext) -> DateValue | None:
    if year is not None:
        made = make_day(year, month, day)
        return explicit(made.isoformat()) if made else None
    if make_day(2000, month, day) is None:
        return None
    context = context.grounded(read_shift(match))
    if context.anchor is None:
        return UNRESOLVED
    best = context.nearest(_in_near_years(month, day, context.anchor), read_shift(match))
    return context.relative(best.isoformat()) if best else None


def _in_near_years(month: int, day: int, anchor: date) -> list[date]:
    years = range(max(1, anchor.year - 4), anchor.year + 5) if (month, day) == (2, 29) else (
        range(max(1, anchor.year - 1), anchor.year + 2)
    )  # fmt: skip
    return [made for made in (make_day(year, month, day) for year in years) if made]


def read_day_span(match: Match, context: DateContext) -> DateValue | None:
    """ "from 17 to 19 March 2024", "بين 27 و29 أكتوبر", "4 to 22 this month": two days of one month."""
    first, last = read_integer(match, "day", "number"), read_integer(match, "last", "number")
    month, year = read_integer(match, "month"), read_year_slot(match)
    if first is None or last is None or first >= last:
        return None
    resolved = year is not None
    if year is None:
        if context.anchor is None:
            return UNRESOLVED if month is None or make_day(2000, month, last) else None
        near = _near_month(match, month, first, context)
        if near is None:
            return None
        year, month = near
    if month is None:
        return None
    left, right = make_day(year, month, first), make_day(year, month, last)
    if left is None or right is None:
        return None
    value = f"{left.isoformat()}/{right.isoformat()}"
    return explicit(value) if resolved else context.relative(value)


def _near_month(match: Match, month: int | None, day: int, context: DateContext) -> tuple[int, int] | None:
    if context.anchor is None:
        return None
    if month is None:
        year, month = (
            int(part)
            for part in month_of(context.anchor.year, context.anchor.month + (read_shift(match) or 0)).split("-")
        )
        return year, month
    best = context.nearest(_in_near_years(month, day, context.anchor), read_shift(match))
    return (best.year, best.month) if best else None


def read_numeric(match: Match, context: DateContext) -> DateValue | None:
    """ "12/05/2022", "2022-05-11", in the language's order unless only the other one can be."""
    slots = ("first", "second", "third")
    parts = [match.value(slot, "number") for slot in slots]
    if any(part is None for part in parts):
        parts = [match.value("dotted", slot) for slot in slots]
    if any(part is None for part in parts):
        return None
    first, second, third = (int(part) for part in parts)
    if first > 31:
        year, month, day = full_year(first), second, third
    elif "month" in match.slots:
        day, month, year = first, second, full_year(third)
    else:
        day, month = _day_and_month(first, second, context)
        year = full_year(third)
    if (1300 <= year <= 1500 and third >= 100) or 1300 <= first <= 1500:
        return from_hijri(year, month, day)
    made = make_day(year, month, day)
    return explicit(made.isoformat()) if made else None


def _day_and_month(first: int, second: int, context: DateContext) -> tuple[int, int]:
    day, month = (second, first) if context.order == "mdy" else (first, second)
    return (month, day) if month > 12 >= day else (day, month)


def read_numeric_named(match: Match, context: DateContext) -> DateValue | None:
    """ "2019-sep-1": the month is named."""
    month = read_integer(match, "month")
    first, last = read_integer(match, "first", "number"), read_integer(match, "third", "number")
    if month is None or first is None or last is None:
        return None
    year, day = (first, last) if first > 31 else (last, first)
    made = make_day(full_year(year), month, day)
    return explicit(made.isoformat()) if made else None


def read_numeric_day(match: Match, context: DateContext) -> DateValue | None:
    """ "22/04" without a year: only where one part can be no month, or the words before or two digits each say so."""
    parts = [match.value("dotted_pair", name) for name in ("first", "second")]
    if parts[0] is None:
        parts = [match.value(name, "number") for name in ("first", "second")]
    if parts[0] is None or parts[1] is None:
        return None
    first, second = int(parts[0]), int(parts[1])
    day, month = _day_and_month(first, second, context)
    cued = bool(match.rule.constants.get("cued")) or "weekday" in match.slots
    if not (cued or max(first, second) > 12) or (day, month) in _NOT_DAY_AND_MONTH or not 1 <= month <= 12:
        return None
    return _day(day, month, None, match, context)


def read_day_word(match: Match, context: DateContext) -> DateValue | None:
    """ "yesterday", "غدا"; a weekday beside it that names another near day wins (the text was written earlier)."""
    offset = int(match.value("day_word"))
    if context.anchor is None:
        return UNRESOLVED
    day = context.anchor + timedelta(days=offset)
    weekday = read_integer(match, "weekday")
    if weekday is not None and day.isoweekday() != weekday:
        near = [day + timedelta(days=step) for step in range(-3, 4)]
        day = min((d for d in near if d.isoweekday() == weekday), key=lambda d: abs((d - day).days))
    return context.relative(day.isoformat())


def read_weekday(match: Match, context: DateContext) -> DateValue | None:
    """A weekday: "last" strictly behind, "next" strictly ahead, "this" in the running week, else by the tense."""
    weekday = read_integer(match, "weekday")
    if weekday is None:
        return None
    anchor = context.anchor
    if anchor is None:
        return UNRESOLVED
    shift = read_shift(match)
    if shift == 0:
        return context.relative((anchor + timedelta(days=weekday - anchor.isoweekday())).isoformat())
    days = [anchor + timedelta(days=step) for step in range(-7, 8)]
    best = context.nearest((day for day in days if day.isoweekday() == weekday), shift)
    if best is not None and shift == 2:
        best += timedelta(days=7)
    return context.relative(best.isoformat() if best else None)


def read_weekday_of_week(match: Match, context: DateContext) -> DateValue | None:
    """ "Tuesday next week", "الجمعة من الأسبوع المقبل"."""
    weekday, shift = read_integer(match, "weekday"), read_shift(match)
    if weekday is None or match.value("unit") != "W":
        return None
    if context.anchor is None:
        return UNRESOLVED
    step = weekday - context.anchor.isoweekday() + 7 * (shift or 0)
    return context.relative((context.anchor + timedelta(days=step)).isoformat())


def read_weekday_day(match: Match, context: DateContext) -> DateValue | None:
    """ "Thursday the 21st", "jeudi 21": the nearest such weekday with that day of the month."""
    weekday, number = read_integer(match, "weekday"), read_integer(match, "day", "number")
    if weekday is None or number is None:
        return None
    if context.anchor is None:
        return UNRESOLVED
    days = [made for made in _in_near_months(number, context.anchor, 6) if made.isoweekday() == weekday]
    best = context.nearest(days)
    return context.relative(best.isoformat()) if best else None


def _in_near_months(number: int, anchor: date, reach: int) -> list[date]:
    days = []
    for step in range(-reach, reach + 1):
        year, month = (int(part) for part in month_of(anchor.year, anchor.month + step).split("-"))
        made = make_day(year, month, number)
        if made:
            days.append(made)
    return days


def read_day_of_month(match: Match, context: DateContext) -> DateValue | None:
    """ "the 11th", "29 of this month": a day of the month now, last or next."""
    day = read_integer(match, "day", "number")
    if day is None:
        return None
    if context.anchor is None:
        return UNRESOLVED
    shift = read_shift(match)
    if shift is None:
        best = context.nearest(_in_near_months(day, context.anchor, 1))
    else:
        year, month = (int(part) for part in month_of(context.anchor.year, context.anchor.month + shift).split("-"))
        best = make_day(year, month, day)
    return context.relative(best.isoformat()) if best else None


def read_nth_weekday(match: Match, context: DateContext) -> DateValue | None:
    """ "the first Friday of July", "آخر يوم جمعة من الشهر": counted within a month."""
    weekday, which = (
        read_integer(match, "weekday") or read_integer(match, "weekday", "bare_weekday"),
        read_integer(match, "ordinal"),
    )
    which = -1 if which is None else which
    inner = read_inner(match, context)
    if weekday is None or inner is None:
        return None
    if inner.edtf is None:
        return UNRESOLVED
    fitting = [day for day in days_of(inner.edtf) if day.isoweekday() == weekday] if len(inner.edtf) == 7 else []
    if not fitting or which > len(fitting):
        return None
    best = fitting[which - 1] if which > 0 else fitting[-1]
    return DateValue(best.isoformat(), "DATE", inner.basis, inner.anchor)
