"""Codes of the record as people write them, in English, Arabic and French: dates, numbers, amounts, countries.

Only shows what is there: nothing is rounded, and a code that is not understood is shown as it stands.
"""

import re
from functools import cache
from importlib.resources import files

from mithaq.publish.periods import DateParts, date_parts
from mithaq.publish.words import Words, words_in

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_DURATION_UNITS = ("Y", "M", "W", "D", "h", "m", "s")
_SCALES = ((10**12, "billion"), (10**9, "milliard"), (10**6, "million"))
# A scale word is used only where three decimals tell the whole number: 1.25 million, but 1,234,567.
_SCALE_DECIMALS = 3


def readable_date(edtf: str | None, language: str) -> str:
    """An EDTF date, interval or duration in words; empty for None, the code itself where it is not understood."""
    if edtf is None:
        return ""
    words = words_in(language)
    if edtf.startswith("P"):
        return _duration(edtf, words)
    first, slash, last = edtf.partition("/")
    if not slash:
        parts = date_parts(edtf)
        return _date("about" if parts.approximate else "date", parts, words) if parts else edtf
    if first == "..":
        return _open_interval("until", last, words) or edtf
    if last == "..":
        return _open_interval("since", first, words) or edtf
    return _interval(first, last, words) or edtf


FOUNDING_YEAR = "founding year"
# What stands for the currency in the unit of a price where the article does not tell it.
_ANY_MONEY = "money"


def readable_number(number: float, language: str, qualifier: str = "exact") -> str:
    """A number with the language's separators, and ``million`` and the like where they say it whole."""
    words = words_in(language)
    return words.say("qualifier", qualifier).format(_number(number, words)[0])


def readable_amount(amount: float, currency: str | None, qualifier: str, language: str) -> str:
    """An amount of money, its currency by sign or name where the language has one, else by its ISO 4217 code."""
    words = words_in(language)
    shown, scaled = _number(amount, words)
    if currency is not None:
        key = currency if words.knows("currency", currency) else "other"
        shown = words.form("currency", key, int(scaled)).format(shown, code=currency)
    return words.say("qualifier", qualifier).format(shown)


def readable_quantity(number: float, unit: str | None, qualifier: str, language: str) -> str:
    """A number of things; a unit that the language has no word for is shown as the record has it."""
    words = words_in(language)
    # A year is not a quantity: it takes no separators.
    shown, scaled = (f"{number:.0f}", False) if unit == FOUNDING_YEAR else _number(number, words)
    if unit and words.knows("unit", unit):
        shown = words.counted("unit", unit, "scaled" if scaled else plural_category(number, words)).format(shown)
    elif unit and (price := _price(unit, words)):
        currency, thing = price
        return f"{readable_amount(number, currency, qualifier, language)} {thing}"
    elif unit:
        shown = f"{shown} {unit}"
    return words.say("qualifier", qualifier).format(shown)


def readable_unit(unit: str, language: str) -> str:
    """What is counted, by its name; the record's own word where the language has none."""
    words = words_in(language)
    if words.knows("unit", unit):
        return words.counted("unit", unit, "name")
    price = _price(unit, words)
    if price is None:
        return unit
    currency, thing = price
    return f"{readable_currency(currency, language) if currency else words.say('subject', _ANY_MONEY)} {thing}"


def readable_currency(currency: str, language: str) -> str:
    """The currency by its name where the language writes it out, else its code."""
    words = words_in(language)
    key = currency if words.knows("currency", currency) else "other"
    name = words.form("currency", key, 0).format("", code=currency).strip()
    return name if name.replace(" ", "").isalpha() else currency


def _price(unit: str, words: Words) -> tuple[str | None, str] | None:
    """The currency (None if unknown) and what it is paid for, of a unit such as ``USD a barrel``; None of any other."""
    currency, found, thing = unit.partition(" a ")
    if not found or not words.knows("per", thing):
        return None
    return (None if currency == _ANY_MONEY else currency, words.say("per", thing))


def readable_count(count: int, noun: str, language: str) -> str:
    """How many of something the interface has a word for, such as ``articles``."""
    words = words_in(language)
    return words.counted("count", noun, plural_category(count, words)).format(_plain_number(count, words))


def readable_country(iso: str, language: str) -> str:
    """A country's name; the code itself where there is none."""
    return load_country_names().get(iso, {}).get(language, iso)


@cache
def load_country_names() -> dict[str, dict[str, str]]:
    """ISO 3166-1 code → language code → name, from the table of countries in the universal language pack."""
    table = files("mithaq.languages").joinpath("universal/countries.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines())
    return {
        row[0]: dict(zip(("en", "fr", "ar"), row[1:4], strict=True))
        for row in rows
        if len(row) >= 4 and len(row[0]) == 2 and row[0].isupper()
    }


def _date(table: str, parts: DateParts, words: Words) -> str:
    return words.say(
        table, parts.precision, day=_day(parts, words), month=_month(parts, words), year=str(parts.year)
    )  # fmt: skip


def _day(parts: DateParts, words: Words) -> str:
    return words.say("month", "first_day") if parts.day == 1 else str(parts.day)


def _month(parts: DateParts, words: Words) -> str:
    return words.form("month", "names", (parts.month or 1) - 1)


def _open_interval(table: str, edtf: str, words: Words) -> str | None:
    parts = date_parts(edtf)
    if parts is None:
        return None
    shown = _date(table, parts, words)
    return words.say("range", "approximate_end").format(shown) if parts.approximate else shown


def _interval(first: str, last: str, words: Words) -> str | None:
    start, end = date_parts(first), date_parts(last)
    if start is None or end is None:
        return None
    kind = _range_kind(start, end)
    ends = {"first": readable_date(first, words.language), "last": readable_date(last, words.language)}
    days = {"first_day": _day(start, words), "last_day": _day(end, words), "year": str(end.year)}
    months = {"first_month": _month(start, words), "last_month": _month(end, words)}
    return words.say("range", kind, **ends, **days, **months)


def _range_kind(start: DateParts, end: DateParts) -> str:
    if (
        start.precision != end.precision
        or start.precision not in ("day", "month")
        or start.approximate
        or end.approximate
    ):
        return "other"
    if start.precision == "month":
        return "months_of_year" if start.year == end.year else "other"
    if start.year != end.year:
        return "days"
    return "days_of_month" if start.month == end.month else "days_of_year"


def _duration(edtf: str, words: Words) -> str:
    match = _DURATION.fullmatch(edtf)
    counts = (
        [(int(count), unit) for count, unit in zip(match.groups(), _DURATION_UNITS, strict=True) if count]
        if match
        else []
    )
    if not counts:
        return edtf
    return words.enumerate(
        [words.counted("duration", unit, plural_category(count, words)).format(count) for count, unit in counts]
    )


def plural_category(number: float, words: Words) -> str:
    """The plural category of a number, as Unicode CLDR names them; a language may lack any but ``other``."""
    if number != int(number):
        return words.say("language", "below_two") if 1 < number < 2 else "other"
    if number in (1, 2):
        return "one" if number == 1 else "two"
    rest = abs(int(number)) % 100
    return "few" if 3 <= rest <= 10 else "many" if rest > 10 else "other"


def _number(number: float, words: Words) -> tuple[str, bool]:
    """The number, and whether it ends with a scale word."""
    for size, name in _SCALES:
        scaled = number / size
        if abs(scaled) >= 1 and round(scaled, _SCALE_DECIMALS) * size == number:
            return (
                f"{_plain_number(scaled, words)} {words.counted('scale', name, plural_category(scaled, words))}",
                True,
            )
    return _plain_number(number, words), False


def _plain_number(number: float, words: Words) -> str:
    if isinstance(number, float) and number.is_integer():
        number = int(number)
    # Sums of binary fractions carry noise past the twelfth digit, which nobody wrote.
    return f"{round(number, 9):,}".translate(
        {ord(","): words.say("marks", "group"), ord("."): words.say("marks", "decimal")}
    )
