"""Dates built from dates: since, until, between, around, early and late, two tellings of one date. Not for finding them."""

from collections.abc import Callable
from datetime import date

from mithaq.annotate.date_senses.context import UNRESOLVED, DateContext, explicit, read_year_slot
from mithaq.model.edtf import bounds, end_of, is_day, start_of
from mithaq.model.values import Basis, DateValue
from mithaq.text.grammar import Match


def read_part(match: Match, context: DateContext) -> DateValue | None:
    """Early, mid and late: the middle of a month is about its 15th; a start or an end keeps the period."""
    inner: DateValue = match.value("date")
    if inner.edtf is None:
        return inner
    if match.rule.constants.get("part") == "mid" and len(inner.edtf) == 7 and inner.edtf[5:] <= "12":
        return DateValue(f"{inner.edtf}-15~", "DATE", inner.basis, inner.anchor)
    return inner


def read_since(match: Match, context: DateContext) -> DateValue | None:
    """From a date on, open. "since January" lies behind; "starting in January" follows the tense (rule ``ahead``)."""
    inner = _turned(match, context, -1) if not match.rule.constants.get("ahead") else match.value("date")
    return _open(inner, lambda edtf: f"{start_of(edtf)}/..")


def _turned(match: Match, context: DateContext, direction: int) -> DateValue:
    """The date of the slot; one told without a year that lies on the wrong side of the publication day, a year on."""
    unit = match.slots["date"][0]
    inner: DateValue = unit.values["date"]
    days = bounds(inner.edtf) if inner.edtf else None
    if inner.edtf is None or context.anchor is None or not days or "date_yearless" not in unit.labels:
        return inner
    start, end = days
    wrong = (start and start > context.anchor) if direction < 0 else (end and end < context.anchor)
    return DateValue(_moved_years(inner.edtf, direction), inner.timex, inner.basis, inner.anchor) if wrong else inner


def _moved_years(edtf: str, years: int) -> str:
    return f"{int(edtf[:4]) + years:04d}{edtf[4:]}" if edtf[:4].isdigit() else edtf


def read_since_year(match: Match, context: DateContext) -> DateValue | None:
    """From a bare year on, open."""
    year = read_year_slot(match)
    return explicit(f"{year:04d}/..") if year is not None else None


def read_since_next_year(match: Match, context: DateContext) -> DateValue | None:
    """ "after 2015": from the year after on, open."""
    year = read_year_slot(match)
    return explicit(f"{year + 1:04d}/..") if year is not None else None


def read_until_year(match: Match, context: DateContext) -> DateValue | None:
    """Up to a bare year, open to the past."""
    year = read_year_slot(match)
    return explicit(f"../{year:04d}") if year is not None else None


def read_until(match: Match, context: DateContext) -> DateValue | None:
    """Up to a date, open to the past: "by", "until", "before". "by June" lies ahead, whatever the tense."""
    inner = _turned(match, context, 1) if "by" in match.slots else match.value("date")
    return _open(inner, lambda edtf: f"../{end_of(edtf)}")


def read_after(match: Match, context: DateContext) -> DateValue | None:
    """After a year: from the next one on; after a day or month: from it on."""
    return _open(
        match.value("date"), lambda edtf: f"{int(edtf) + 1:04d}/.." if edtf.isdigit() else f"{end_of(edtf)}/.."
    )


def _open(inner: DateValue, form: Callable[[str], str]) -> DateValue | None:
    if inner.timex != "DATE" or (inner.edtf and ".." in inner.edtf):
        return None
    return DateValue(form(inner.edtf) if inner.edtf else None, "DATE", inner.basis, inner.anchor)


def read_about(match: Match, context: DateContext) -> DateValue | None:
    """Around a date."""
    inner: DateValue = match.value("date")
    if inner.edtf is None or "/" in inner.edtf or inner.edtf.endswith("~"):
        return None
    return DateValue(inner.edtf + "~", "DATE", inner.basis, inner.anchor)


def read_about_year(match: Match, context: DateContext) -> DateValue | None:
    """ "circa 1990"."""
    year = read_year_slot(match)
    return explicit(f"{year:04d}~") if year is not None else None


def read_span_to_year(match: Match, context: DateContext) -> DateValue | None:
    """ "between May 2015 and 2018": the end is a bare year."""
    first: DateValue = match.value("date")
    year = read_year_slot(match)
    return _span(first, explicit(f"{year:04d}")) if year is not None else None


def read_span_from_year(match: Match, context: DateContext) -> DateValue | None:
    """ "from 2015 to February 2018": the start is a bare year."""
    year = read_year_slot(match)
    return _span(explicit(f"{year:04d}"), match.value("last", "date")) if year is not None else None


def read_since_until(match: Match, context: DateContext) -> DateValue | None:
    """ "since 2012 until 2015": an open beginning closed by what follows; two spans that do not fit stay two."""
    first: DateValue = match.value("first", "date")
    last: DateValue = match.value("last", "date")
    if not (first.edtf and last.edtf and first.edtf.endswith("/..") and last.edtf.startswith("../")):
        return None
    start, end = first.edtf.removesuffix("/.."), last.edtf.removeprefix("../")
    basis: Basis = "explicit" if first.basis == last.basis == "explicit" else "relative"
    value = f"{start}/{end}"
    span = bounds(value)
    if span is None or span[0] is None or span[1] is None or span[0] > span[1]:
        return None
    return DateValue(value, "DATE", basis, first.anchor or last.anchor)


def read_span(match: Match, context: DateContext) -> DateValue | None:
    """From one date to another. A start without a year that would come after the end is of the year before, or the
    end's own year where it was said.
    """
    return _span(match.value("date"), match.value("last", "date"))


def _span(first: DateValue, last: DateValue) -> DateValue | None:
    if first.timex != "DATE" or last.timex != "DATE":
        return None
    basis: Basis = "explicit" if first.basis == last.basis == "explicit" else "relative"
    anchor = first.anchor or last.anchor
    if first.edtf is None or last.edtf is None:
        return DateValue(None, "DATE", basis, anchor)
    if ".." in first.edtf + last.edtf:
        return None
    start, end = _in_order(first, last)
    if start is None or end is None:
        return None
    return DateValue(f"{start}/{end}", "DATE", basis, anchor)


def _in_order(first: DateValue, last: DateValue) -> tuple[str | None, str | None]:
    start, end = start_of(first.edtf or ""), end_of(last.edtf or "")
    if first.basis == "relative" and last.basis == "explicit" and end[:4].isdigit() and len(start) in (7, 10):
        start = end[:4] + start[4:]
    left, right = bounds(start), bounds(end)
    if not left or not right or left[0] is None or right[1] is None:
        return None, None
    if left[0] > right[1]:
        if first.basis == "relative":
            start = _moved_years(start, -1)
        elif last.basis == "relative":
            end = _moved_years(end, 1)
        left, right = bounds(start), bounds(end)
    if not left or not right or left[0] is None or right[1] is None or left[0] > right[1]:
        return None, None
    return start, end


def read_span_from_day(match: Match, context: DateContext) -> DateValue | None:
    """ "3 to 5 May 2022" told as two dates of which the first is a bare day of the second's month."""
    last: DateValue = match.value("last", "date")
    number = match.value("day", "number")
    if number is None or not last.edtf or not is_day(last.edtf):
        return None
    days = bounds(last.edtf)
    if not days or not days[1] or int(number) >= days[1].day:
        return None
    first = date(days[1].year, days[1].month, int(number))
    return DateValue(f"{first.isoformat()}/{last.edtf}", "DATE", last.basis, last.anchor)


def read_same(match: Match, context: DateContext) -> DateValue | None:
    """One date told twice side by side (both calendars, or weekday and date): the last telling holds, unless only the
    first one could be resolved.
    """
    units = [unit for slot in ("date", "last") for unit in match.slots.get(slot, ())]
    values: list[DateValue] = [unit.values["date"] for unit in units]
    return next((value for value in reversed(values) if value.edtf), values[-1])


def read_two_days(match: Match, context: DateContext) -> DateValue | None:
    """ "Today and tomorrow", "lundi et mardi": both days, when they follow each other."""
    first, last = (match.slots[slot][0].values["date"] for slot in ("date", "last"))
    if first.edtf is None and last.edtf is None:
        return UNRESOLVED
    if not (first.edtf and last.edtf and is_day(first.edtf) and is_day(last.edtf)):
        return None
    apart = date.fromisoformat(last.edtf) - date.fromisoformat(first.edtf)
    return DateValue(f"{first.edtf}/{last.edtf}", "DATE", first.basis, first.anchor) if apart.days == 1 else None


def read_year_and_after(match: Match, context: DateContext) -> DateValue | None:
    """ "2022 and beyond", "عام 2022 وما بعده": from the year on."""
    inner: DateValue | None = match.value("date")
    if inner is not None:
        return _open(inner, lambda edtf: f"{start_of(edtf)}/..")
    return read_since_year(match, context)


def read_now_to(match: Match, context: DateContext) -> DateValue | None:
    """ "between now and the end of the year": from the publication day on."""
    last: DateValue = match.value("last", "date")
    if last.edtf is None or context.anchor is None:
        return UNRESOLVED
    return _span(context.relative(context.anchor.isoformat()), last)


def read_to_now(match: Match, context: DateContext) -> DateValue | None:
    """ "from May to date": up to the publication day."""
    inner: DateValue = match.value("date")
    if inner.edtf is None or context.anchor is None:
        return UNRESOLVED
    days = bounds(start_of(inner.edtf))
    if not days or not days[0] or days[0] > context.anchor:
        return None
    return DateValue(
        f"{start_of(inner.edtf)}/{context.anchor.isoformat()}", "DATE", "relative", context.anchor.isoformat()
    )
