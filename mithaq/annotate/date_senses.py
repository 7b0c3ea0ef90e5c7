"""What a date rule's match is worth: one small function a sense, named in the rules. Not for finding: rules do that.

Each takes the match and the context it stands in, and gives a DateValue, or None when the words are no date after all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from mithaq.model.edtf import bounds, end_of, month_of, start_of, week_of
from mithaq.model.values import Basis, DateValue
from mithaq.text.grammar import Match

_MONTHS_IN = {"M": 1, "3M": 3, "6M": 6, "Y": 12, "10Y": 120, "100Y": 1200}
_DAYS_IN = {"D": 1, "W": 7}
_DURATION_DATE = {"D": "P{}D", "W": "P{}W", "M": "P{}M", "Y": "P{}Y", "2D": "P{}D"}
_DURATION_SCALED = {"10Y": (10, "P{}Y"), "100Y": (100, "P{}Y"), "3M": (3, "P{}M"), "6M": (6, "P{}M"), "W": (1, "P{}W")}
_DURATION_TIME = {"H": "PT{}H", "MIN": "PT{}M"}
_HOURS_OF_TODAY = ("H", "MIN")


@dataclass(frozen=True, slots=True)
class DateContext:
    """``anchor`` is the publication day (None when unknown), ``future`` says the sentence looks ahead.

    ``order`` is the language's order of numeric dates, ``dmy`` or ``mdy``; ``mentioned`` the day last spoken of.
    """

    anchor: date | None
    future: bool
    order: str
    mentioned: date | None = None

    def relative(self, edtf: str | None) -> DateValue:
        """A value resolved against the anchor, or an unresolved one when there is none."""
        if self.anchor is None or edtf is None:
            return DateValue(None, "DATE", "relative")
        return DateValue(edtf, "DATE", "relative", self.anchor.isoformat())


Sense = Callable[[Match, DateContext], DateValue | None]


def explicit(edtf: str) -> DateValue:
    """A value that the words give by themselves."""
    return DateValue(edtf, "DATE", "explicit")


def _integer(match: Match, slot: str, label: str | None = None) -> int | None:
    value = match.value(slot, label)
    if value is None and slot in match.slots:
        values = match.slots[slot][0].values
        value = values.get("number", values.get("ordinal"))
    return None if value in (None, "") else int(float(value))


def _year(match: Match) -> int | None:
    year = _integer(match, "year", "number")
    if year is not None and year < 100:
        year += 2000 if year < 70 else 1900
    return year


def _make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(candidates: list[date], context: DateContext, shift: int | None) -> date | None:
    """The candidate that fits the tense: the next one ahead, else the last one behind."""
    anchor = context.anchor
    if anchor is None or not candidates:
        return None
    ahead = [day for day in candidates if (day > anchor if shift == 1 else day >= anchor)]
    behind = [day for day in candidates if (day < anchor if shift == -1 else day <= anchor)]
    wants_ahead = shift == 1 or (shift is None and context.future)
    if shift == 0:
        return min(candidates, key=lambda day: abs((day - anchor).days))
    first, second = (ahead, behind) if wants_ahead else (behind, ahead)
    pool = first or second
    return min(pool, key=lambda day: abs((day - anchor).days)) if pool else None


def read_day(match: Match, context: DateContext) -> DateValue | None:
    """Day and month, with or without year; a year left out is the nearest that fits the tense."""
    day, month, year = _integer(match, "day", "number"), _integer(match, "month"), _year(match)
    if day is None or month is None:
        return None
    if year is not None:
        made = _make_day(year, month, day)
        return explicit(made.isoformat()) if made else None
    if context.anchor is None:
        return DateValue(None, "DATE", "relative") if _make_day(2000, month, day) else None
    years = range(context.anchor.year - 1, context.anchor.year + 2)
    days = [made for made in (_make_day(y, month, day) for y in years) if made]
    best = _nearest(days, context, _shift(match))
    return context.relative(best.isoformat()) if best else None


def read_day_span(match: Match, context: DateContext) -> DateValue | None:
    """"from 17 to 19 March 2024", "بين 27 و29 أكتوبر": two days of one month."""
    month, year = _integer(match, "month"), _year(match)
    first, last = _integer(match, "day", "number"), _integer(match, "last", "number")
    if month is None or first is None or last is None or first >= last:
        return None
    if year is None:
        if context.anchor is None:
            return DateValue(None, "DATE", "relative")
        year = _nearest_year(month, first, context, _shift(match))
        if year is None:
            return None
    left, right = _make_day(year, month, first), _make_day(year, month, last)
    return explicit(f"{left.isoformat()}/{right.isoformat()}") if left and right else None


def _nearest_year(month: int, day: int, context: DateContext, shift: int | None) -> int | None:
    if context.anchor is None:
        return None
    years = range(context.anchor.year - 1, context.anchor.year + 2)
    best = _nearest([made for made in (_make_day(y, month, day) for y in years) if made], context, shift)
    return best.year if best else None


def _shift(match: Match) -> int | None:
    for slot in ("shift", "this"):
        value = match.value(slot)
        if value not in (None, ""):
            return int(value)
    return None


def read_hijri(match: Match, context: DateContext) -> DateValue | None:
    """A date of the Islamic calendar, converted (Umm al-Qura). Source: hijridate."""
    day, month, year = _integer(match, "day", "number"), _integer(match, "hijri_month"), _year(match)
    if year is None:
        if context.anchor is None or month is None:
            return DateValue(None, "DATE", "relative")
        today = Gregorian(context.anchor.year, context.anchor.month, context.anchor.day).to_hijri()
        year = today.year
    return _from_hijri(year, month, day)


def _from_hijri(year: int, month: int | None, day: int | None) -> DateValue | None:
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


def read_numeric(match: Match, context: DateContext) -> DateValue | None:
    """"12/05/2022", "2022-05-11", in the language's order unless only the other one can be."""
    slots = ("first", "second", "third")
    first, second, third = (int(match.value("dotted", slot) or match.value(slot, "number")) for slot in slots)
    if first > 31:
        year, month, day = first, second, third
    else:
        day, month = (second, first) if context.order == "mdy" else (first, second)
        if month > 12 and day <= 12:
            day, month = month, day
        year = third + (0 if third >= 100 else 2000 if third < 70 else 1900)
    if 1300 <= year <= 1500:
        return _from_hijri(year, month, day)
    made = _make_day(year, month, day)
    return explicit(made.isoformat()) if made else None


def read_month(match: Match, context: DateContext) -> DateValue | None:
    """A month, with a year, with "last" or "next", or alone: then the nearest that fits the tense."""
    month, year = _integer(match, "month"), _year(match)
    if month is None:
        return None
    if year is not None:
        return explicit(month_of(year, month))
    if context.anchor is None:
        return DateValue(None, "DATE", "relative")
    anchor, shift = context.anchor, _shift(match)
    months = [(anchor.year + step, month) for step in (-1, 0, 1)]
    here = (anchor.year, anchor.month)
    ahead = [pair for pair in months if (pair > here if shift == 1 else pair >= here)]
    behind = [pair for pair in months if (pair < here if shift == -1 else pair <= here)]
    chosen = min(ahead) if shift == 1 or (shift is None and context.future) else max(behind)
    if shift == 0:
        chosen = (anchor.year, month)
    return context.relative(month_of(*chosen))


def read_month_span(match: Match, context: DateContext) -> DateValue | None:
    """Two months side by side with one year, "from May to July 2022"."""
    first, last, year = _integer(match, "month"), _integer(match, "last", "month"), _year(match)
    if first is None or last is None or year is None:
        return None
    start = year if first <= last else year - 1
    return explicit(f"{month_of(start, first)}/{month_of(year, last)}")


def read_year(match: Match, context: DateContext) -> DateValue | None:
    """A year of four digits."""
    year = _year(match)
    if year is None:
        return None
    if "hijri" in match.rule.name:
        return _from_hijri(year, None, None)
    return explicit(f"{year:04d}") if 1000 <= year <= 2200 else None


def read_years(match: Match, context: DateContext) -> DateValue | None:
    """Two years, "2014-2019", "between 2014 and 2019"."""
    first, last = _integer(match, "year", "number"), _integer(match, "last", "number")
    if first is None or last is None:
        return None
    if last < 100:
        last += first - first % 100
    return explicit(f"{first:04d}/{last:04d}") if first < last else None


def read_day_word(match: Match, context: DateContext) -> DateValue | None:
    """"yesterday", "غدا"; a weekday beside it that names another near day wins (the text was written earlier)."""
    offset = int(match.value("day_word"))
    if context.anchor is None:
        return context.relative(None)
    day = context.anchor + timedelta(days=offset)
    weekday = _integer(match, "weekday")
    if weekday is not None and day.isoweekday() != weekday:
        near = [day + timedelta(days=step) for step in range(-3, 4)]
        day = min((d for d in near if d.isoweekday() == weekday), key=lambda d: abs((d - day).days))
    return context.relative(day.isoformat())


def read_weekday(match: Match, context: DateContext) -> DateValue | None:
    """A weekday: with "last" strictly behind, with "next" strictly ahead, else the nearest that fits the tense."""
    weekday = _integer(match, "weekday")
    if weekday is None:
        return None
    if context.anchor is None:
        return context.relative(None)
    days = [context.anchor + timedelta(days=step) for step in range(-7, 8)]
    best = _nearest([day for day in days if day.isoweekday() == weekday], context, _shift(match))
    return context.relative(best.isoformat() if best else None)


def read_unit_shift(match: Match, context: DateContext) -> DateValue | None:
    """"last week", "هذا العام", "le mois prochain"."""
    unit, shift = match.value("unit"), _shift(match)
    if shift is None or unit is None:
        return None
    if context.anchor is None or unit in _HOURS_OF_TODAY:
        return context.relative(context.anchor.isoformat() + "~" if context.anchor and unit in _HOURS_OF_TODAY else None)
    return context.relative(_shifted(unit, context.anchor, shift))


def _shifted(unit: str, anchor: date, shift: int) -> str | None:
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
        length = _MONTHS_IN[unit]
        first = (anchor.month - 1) // length * length + 1 + shift * length
        return f"{month_of(anchor.year, first)}/{month_of(anchor.year, first + length - 1)}"
    if unit == "10Y":
        return f"{anchor.year // 10 + shift}X"
    return None


def read_day_of_month(match: Match, context: DateContext) -> DateValue | None:
    """"the 11th", "29 of this month": a day of the month now, last or next."""
    day = _integer(match, "day", "number")
    if day is None:
        return None
    if context.anchor is None:
        return context.relative(None)
    shift = _shift(match)
    steps = (shift,) if shift is not None else (-1, 0, 1)
    days = []
    for step in steps:
        year, month = (int(part) for part in month_of(context.anchor.year, context.anchor.month + step).split("-"))
        made = _make_day(year, month, day)
        if made:
            days.append(made)
    best = _nearest(days, context, None) if shift is None else (days[0] if days else None)
    return context.relative(best.isoformat()) if best else None


def read_season(match: Match, context: DateContext) -> DateValue | None:
    """A season with a year, or with "last", "this" or "next"."""
    season, year, shift = match.value("season"), _year(match), _shift(match)
    if year is not None:
        return explicit(f"{year:04d}-{season}")
    if shift is None:
        return None
    if context.anchor is None:
        return context.relative(None)
    years = [context.anchor.year + step for step in (-1, 0, 1)]
    if shift == 0:
        return context.relative(f"{context.anchor.year:04d}-{season}")
    spans = [(f"{y:04d}-{season}", bounds(f"{y:04d}-{season}")) for y in years]
    if shift < 0:
        fitting = [name for name, span in spans if span and span[1] and span[1] < context.anchor]
        return context.relative(fitting[-1]) if fitting else None
    fitting = [name for name, span in spans if span and span[0] and span[0] > context.anchor]
    return context.relative(fitting[0]) if fitting else None


def read_part_of_year(match: Match, context: DateContext) -> DateValue | None:
    """"the second half of 2022", "الربع الأول من العام الجاري", "troisième trimestre 2021"."""
    length, which = int(match.value("part_unit")), _integer(match, "ordinal")
    inner = match.value("date")
    year = _year(match)
    if year is None and inner is not None and inner.edtf and len(inner.edtf) == 4:
        year = int(inner.edtf)
    if which is None or not 1 <= which <= 12 // length:
        return None
    if year is None:
        return None
    first = (which - 1) * length + 1
    value = f"{month_of(year, first)}/{month_of(year, first + length - 1)}"
    return explicit(value) if inner is None or inner.basis == "explicit" else context.relative(value)


def read_duration(match: Match, context: DateContext) -> DateValue | None:
    """A length of time: "خلال السنوات السبع الأخيرة", "for two weeks", "36 heures"."""
    if "unit_dual" in match.slots:
        count, unit = 2.0, match.value("unit_dual")
    else:
        unit = match.value("units") or match.value("unit")
        number = match.slots.get("number")
        if number is None:
            return None
        count = float(number[0].values["number"])
    edtf = _duration(count, unit)
    return DateValue(edtf, "DURATION", "explicit") if edtf else None


def _duration(count: float, unit: str | None) -> str | None:
    if unit is None:
        return None
    factor, form = 1, _DURATION_DATE.get(unit) or _DURATION_TIME.get(unit)
    if unit in _DURATION_SCALED:
        factor, form = _DURATION_SCALED[unit]
    return form.format(f"{count * factor:g}") if form else None


def read_set(match: Match, context: DateContext) -> DateValue | None:
    """What recurs: "annual", "كل شهر", "chaque semaine"."""
    recurring = match.value("recurring")
    if recurring:
        return DateValue(recurring, "SET", "explicit")
    unit = match.value("unit")
    number = match.slots.get("number")
    edtf = _duration(float(number[0].values["number"]) if number else 1.0, unit or match.value("units"))
    return DateValue(edtf, "SET", "explicit") if edtf else None


def read_ago(match: Match, context: DateContext) -> DateValue | None:
    """"a week ago", "two days later": counted from the publication day, or from the day last spoken of."""
    direction = int(match.rule.constants.get("direction", match.value("earlier") or -1))
    unit = match.value("units") or match.value("unit") or match.value("unit_dual")
    number = match.slots.get("number")
    count = 2.0 if "unit_dual" in match.slots else float(number[0].values["number"]) if number else 1.0
    base = context.anchor
    if match.rule.constants.get("discourse"):
        base = context.mentioned or context.anchor
    if base is None or unit is None or not count.is_integer():
        return context.relative(None)
    return DateValue(_moved(base, unit, direction * int(count)), "DATE", "relative", base.isoformat())


def _moved(base: date, unit: str, steps: int) -> str | None:
    if unit in _DAYS_IN:
        try:
            return (base + timedelta(days=_DAYS_IN[unit] * steps)).isoformat()
        except OverflowError:
            return None
    if unit in ("H", "MIN"):
        return base.isoformat() + "~"
    if unit == "M":
        return month_of(base.year, base.month + steps)
    years = {"Y": 1, "10Y": 10, "100Y": 100}.get(unit)
    return f"{base.year + years * steps:04d}" if years and 0 < base.year + years * steps < 9999 else None


def read_festival(match: Match, context: DateContext) -> DateValue | None:
    """Ramadan, the two feasts, New Year: in the year given, else in the year of publication."""
    festival, year = match.value("festival"), _year(match)
    if year is None:
        if context.anchor is None:
            return context.relative(None)
        year = context.anchor.year
    edtf = _festival(festival, year, context)
    if edtf is None:
        return context.relative(None)
    return explicit(edtf) if "year" in match.slots else context.relative(edtf)


def _festival(festival: str, year: int, context: DateContext) -> str | None:
    if festival[:1].isdigit():
        return f"{year:04d}-{festival}"
    month, day = {"ramadan": (9, None), "eid_fitr": (10, 1), "eid_adha": (12, 10), "hajj": (12, None), "eid": (10, 1)}[festival]
    found = []
    for hijri_year in range(year - 580, year - 576):
        value = _from_hijri(hijri_year, month, day)
        if value and value.edtf and value.edtf.startswith(f"{year:04d}"):
            found.append(value.edtf)
    if not found:
        return None
    # "the feast" alone may be either of the two: the month is all that is certain.
    return start_of(found[0])[:7] if festival == "eid" else found[0]


def read_part(match: Match, context: DateContext) -> DateValue | None:
    """Early, mid and late: the middle of a month is about its 15th; a start or an end keeps the period."""
    inner: DateValue = match.value("date")
    if inner.edtf is None:
        return inner
    if match.rule.constants.get("part") == "mid" and len(inner.edtf) == 7 and inner.edtf[5:] <= "12":
        return DateValue(f"{inner.edtf}-15~", "DATE", inner.basis, inner.anchor)
    return inner


def read_since(match: Match, context: DateContext) -> DateValue | None:
    """From a date on, open."""
    return _open(match, lambda edtf: f"{start_of(edtf)}/..")


def read_since_year(match: Match, context: DateContext) -> DateValue | None:
    """From a bare year on, open."""
    year = _year(match)
    return explicit(f"{year:04d}/..") if year is not None else None


def read_since_next_year(match: Match, context: DateContext) -> DateValue | None:
    """"post-2015": from the year after on, open."""
    year = _year(match)
    return explicit(f"{year + 1:04d}/..") if year is not None else None


def read_whole_unit(match: Match, context: DateContext) -> DateValue | None:
    """"at the end of the month": the running unit."""
    if context.anchor is None:
        return context.relative(None)
    return context.relative(_shifted(match.value("unit"), context.anchor, 0))


def read_until_whole_unit(match: Match, context: DateContext) -> DateValue | None:
    """"by the end of the year": up to the end of the running unit."""
    whole = read_whole_unit(match, context)
    if whole is None or whole.edtf is None:
        return whole
    return context.relative(f"../{end_of(whole.edtf)}")


def read_duration_of_one(match: Match, context: DateContext) -> DateValue | None:
    """"over the next decade": one unit of time."""
    edtf = _duration(1.0, match.value("unit"))
    return DateValue(edtf, "DURATION", "explicit") if edtf else None


def read_until_year(match: Match, context: DateContext) -> DateValue | None:
    """Up to a bare year, open to the past."""
    year = _year(match)
    return explicit(f"../{year:04d}") if year is not None else None


def read_until(match: Match, context: DateContext) -> DateValue | None:
    """Up to a date, open to the past: "by", "until", "before"."""
    return _open(match, lambda edtf: f"../{end_of(edtf)}")


def read_after(match: Match, context: DateContext) -> DateValue | None:
    """After a year: from the next one on; after a day or month: from it on."""
    return _open(match, lambda edtf: f"{int(edtf) + 1:04d}/.." if edtf.isdigit() else f"{end_of(edtf)}/..")


def _open(match: Match, form: Callable[[str], str]) -> DateValue | None:
    inner: DateValue = match.value("date")
    if inner.timex != "DATE" or (inner.edtf and ".." in inner.edtf):
        return None
    return DateValue(form(inner.edtf) if inner.edtf else None, "DATE", inner.basis, inner.anchor)


def read_about(match: Match, context: DateContext) -> DateValue | None:
    """Around a date."""
    inner: DateValue = match.value("date")
    if inner.edtf is None or "/" in inner.edtf or inner.edtf.endswith("~"):
        return None
    return DateValue(inner.edtf + "~", "DATE", inner.basis, inner.anchor)


def read_span(match: Match, context: DateContext) -> DateValue | None:
    """From one date to another."""
    first: DateValue = match.value("date")
    last: DateValue = match.value("last", "date")
    if first.timex != "DATE" or last.timex != "DATE":
        return None
    basis: Basis = "explicit" if first.basis == last.basis == "explicit" else "relative"
    anchor = first.anchor or last.anchor
    if first.edtf is None or last.edtf is None or ".." in first.edtf + last.edtf:
        return DateValue(None, "DATE", basis, anchor) if first.edtf is None or last.edtf is None else None
    return DateValue(f"{start_of(first.edtf)}/{end_of(last.edtf)}", "DATE", basis, anchor)


def read_same(match: Match, context: DateContext) -> DateValue | None:
    """One date told twice side by side (both calendars, or weekday and date): the last telling holds."""
    units = [unit for slot in ("date", "last") for unit in match.slots.get(slot, ())]
    value: DateValue = units[-1].values["date"]
    return value


def read_vague(match: Match, context: DateContext) -> DateValue | None:
    """A span of time that no calendar can hold: "in recent weeks". Hours around now are today, about."""
    unit = match.value("units")
    if unit in _HOURS_OF_TODAY and context.anchor is not None:
        return context.relative(context.anchor.isoformat() + "~")
    return DateValue(None, "DATE", "relative")


def read_decade(match: Match, context: DateContext) -> DateValue | None:
    """"the 1990s"."""
    value = match.value("decade")
    year = int(value) if value else _year(match)
    return explicit(f"{year // 10:03d}X") if year and year % 10 == 0 else None


SENSES: dict[str, Sense] = {
    name.removeprefix("read_"): function
    for name, function in list(globals().items())
    if name.startswith("read_") and callable(function)
}

__all__ = ["SENSES", "DateContext"]
