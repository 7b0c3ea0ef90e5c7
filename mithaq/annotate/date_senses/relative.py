"""Dates counted from somewhere: from the publication day ("last week", "two years ago") or from the date last spoken of
("the same day", "three days later"). Not for weekdays and months with "last" or "next".
"""

from datetime import date, timedelta

from mithaq.annotate.date_senses.context import UNRESOLVED, DateContext, read_shift
from mithaq.annotate.date_senses.durations import time_parts, write_duration
from mithaq.annotate.date_senses.periods import HOURS_OF_TODAY, MONTHS_IN, shifted
from mithaq.model.edtf import bounds, end_of, month_of
from mithaq.model.values import DateValue
from mithaq.text.grammar import Match

_DAYS_IN = {"D": 1, "W": 7, "2W": 14}
# How long an EDTF date must be for such a unit to be counted from it.
_LENGTH = {"D": 10, "W": 10, "M": 7, "Y": 4}


def read_unit_shift(match: Match, context: DateContext) -> DateValue | None:
    """ "last week", "هذا العام", "le mois prochain", "the week after next"."""
    unit, shift = match.value("unit"), read_shift(match)
    if shift is None or unit is None:
        return None
    if context.anchor is None:
        return UNRESOLVED
    if unit in HOURS_OF_TODAY:
        return context.relative(context.anchor.isoformat() + "~")
    return context.relative(shifted(unit, context.anchor, shift))


def read_whole_unit(match: Match, context: DateContext) -> DateValue | None:
    """ "at the end of the month", "في نهاية العام": the running unit."""
    if context.anchor is None:
        return UNRESOLVED
    return context.relative(shifted(match.value("unit"), context.anchor, 0))


def read_until_whole_unit(match: Match, context: DateContext) -> DateValue | None:
    """ "by the end of the year": up to the end of the running unit."""
    whole = read_whole_unit(match, context)
    if whole is None or whole.edtf is None:
        return whole
    return context.relative(f"../{end_of(whole.edtf)}")


def read_rest(match: Match, context: DateContext) -> DateValue | None:
    """ "the rest of the year", "بقية الأسبوع": from the publication day to the end of the running unit."""
    if context.anchor is None:
        return UNRESOLVED
    whole = shifted(match.value("unit"), context.anchor, 0)
    days = bounds(whole) if whole else None
    return context.relative(f"{context.anchor.isoformat()}/{days[1].isoformat()}") if days and days[1] else None


def read_ago(match: Match, context: DateContext) -> DateValue | None:
    """ "a week ago", "بعد شهرين", "dans trois ans": counted from the publication day, or, where the rule is marked
    ``discourse``, from the day last spoken of.
    """
    direction = int(
        match.rule.constants.get("direction") or match.value("earlier") or match.value("earlier_than") or -1
    )
    parts = time_parts(match)
    base = context.anchor
    if match.rule.constants.get("discourse"):
        base = _spoken_of(context, [unit for _, unit in parts]) or (None if match.rule.constants.get("event") else base)
    if base is None and parts and match.rule.constants.get("event"):
        # Nobody says when the event was: what is told is how far from it.
        edtf = write_duration(parts)
        return DateValue(edtf, "DURATION", "explicit") if edtf else UNRESOLVED
    if base is None or not parts or any(not count.is_integer() for count, _ in parts):
        return UNRESOLVED
    value = _moved(base, [(int(count), unit) for count, unit in parts], direction)
    if value is None:
        return UNRESOLVED
    about = ("approximately" in match.slots or _is_about(match)) and "/" not in value and not value.endswith("~")
    return DateValue(value + ("~" if about else ""), "DATE", "relative", base.isoformat())


def _spoken_of(context: DateContext, units: list[str]) -> date | None:
    """The date last spoken of, if it is precise enough for the units: a year for years, else a day or month."""
    wanted = max((_LENGTH.get(unit, 10) for unit in units), default=10)
    if wanted == 10:
        return context.mentioned_day
    if context.mentioned is None or len(context.mentioned.rstrip("~")) < wanted:
        return None
    span = bounds(context.mentioned)
    return span[0] if span else None


def _is_about(match: Match) -> bool:
    return any("about" in unit.labels for unit in match.slots.get("number", ()))


def read_in_time(match: Match, context: DateContext) -> DateValue | None:
    """in three weeks": a date where the sentence looks ahead; "first in 30 years" is a length of time, read elsewhere."""
    long = any(MONTHS_IN.get(unit, 0) >= MONTHS_IN["Y"] for _, unit in time_parts(match))
    return read_ago(match, context) if context.tense > 0 and not long else None


def read_before_that(match: Match, context: DateContext) -> DateValue | None:
    """ "بعد ذلك بيومين", "two days after that" with the direction said by a word for before or after."""
    parts = time_parts(match)
    base = context.mentioned_day or context.anchor
    side = match.value("after_that_word")
    direction = int(side) if side else -1 if "before" in match.slots else 1
    if base is None or not parts or any(not count.is_integer() for count, _ in parts):
        return UNRESOLVED
    value = _moved(base, [(int(count), unit) for count, unit in parts], direction)
    return DateValue(value, "DATE", "relative", base.isoformat()) if value else UNRESOLVED


def read_this_day(match: Match, context: DateContext) -> DateValue | None:
    """ "en ce jour": the publication day."""
    return context.relative(context.anchor.isoformat() if context.anchor else None)


def read_weekend(match: Match, context: DateContext) -> DateValue | None:
    """ "at the weekend", "نهاية الأسبوع المقبل": Saturday and Sunday."""
    if context.anchor is None:
        return UNRESOLVED
    return context.relative(shifted("2D", context.anchor, read_shift(match) or 0))


def read_within(match: Match, context: DateContext) -> DateValue | None:
    """ "d'ici deux ans", "by two years from now": open up to then."""
    found = read_ago(match, context)
    if found is None or found.edtf is None:
        return found
    return DateValue(f"../{found.edtf}", "DATE", found.basis, found.anchor)


def read_from_day_word(match: Match, context: DateContext) -> DateValue | None:
    """ "two days after tomorrow", "three weeks from today"."""
    parts, offset = time_parts(match), match.value("day_word")
    if context.anchor is None or not parts or offset is None or any(not count.is_integer() for count, _ in parts):
        return UNRESOLVED
    base = context.anchor + timedelta(days=int(offset))
    direction = -1 if "before" in match.slots else 1
    value = _moved(base, [(int(count), unit) for count, unit in parts], direction)
    return DateValue(value, "DATE", "relative", base.isoformat()) if value else UNRESOLVED


def _moved(base: date, parts: list[tuple[int, str]], direction: int) -> str | None:
    """``base`` moved; as precise as the smallest unit of the parts."""
    months = sum(count * MONTHS_IN[unit] for count, unit in parts if unit in MONTHS_IN)
    days = sum(count * _DAYS_IN[unit] for count, unit in parts if unit in _DAYS_IN)
    units = {unit for _, unit in parts}
    if units <= set(HOURS_OF_TODAY):
        return base.isoformat() + "~"
    if not units <= {*MONTHS_IN, *_DAYS_IN}:
        return None
    total = base.year * 12 + base.month - 1 + direction * months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        return None
    if units & set(_DAYS_IN):
        last = bounds(month_of(year, month + 1))
        if last is None or last[1] is None:
            return None
        return (date(year, month + 1, min(base.day, last[1].day)) + timedelta(days=direction * days)).isoformat()
    return month_of(year, month + 1) if units & {"M", "3M", "6M"} else f"{year:04d}"


def read_discourse(match: Match, context: DateContext) -> DateValue | None:
    """ "the same day", "la veille", "that year": the value is how many units from the date last spoken of (``-1D``).

    With no such date, "the next day" counts from the publication day and "that day" stays unresolved.
    """
    written = str(match.value("discourse") or match.value("discourse_edge"))
    steps, unit = int(written[:-1]), written[-1]
    if unit == "D" and context.mentioned_day is not None:
        base: date | None = context.mentioned_day
    else:
        span = bounds(context.mentioned) if context.mentioned else None
        base = span[0] if span else None
        if base is not None and context.mentioned is not None and len(context.mentioned) < _LENGTH[unit]:
            return UNRESOLVED
    if base is None:
        return context.relative(shifted(unit, context.anchor, steps) if context.anchor and steps else None)
    return DateValue(shifted(unit, base, steps), "DATE", "relative", base.isoformat())


def read_vague(match: Match, context: DateContext) -> DateValue | None:
    """A span of time that no calendar can hold: "in recent weeks". Hours around now are today, about."""
    unit = match.value("units")
    near = "recent" in match.slots or "shift" in match.slots
    if unit in HOURS_OF_TODAY and near and context.anchor is not None:
        return context.relative(context.anchor.isoformat() + "~")
    return UNRESOLVED
