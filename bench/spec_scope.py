"""Which classes of the specifications' cases are out of scope, and why: one row a class. Not for judging the rest.

A class is told from the case's own words and expected value, before anything is read: never from what the readers make
of it, and never case by case.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from bench.spec_cases import Case, Result, kind_of, timex_of, value_of

_DATE_TYPES = ("date", "daterange", "duration", "set")
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|avr|mai|juin|juil|août|déc)\w*"
    r"|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
)
_WEEKDAY = (
    r"(?:mon|tue|wed|thu|fri|sat|sun)\w*|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|الاحد"
)
_NTH = (
    r"first|second|third|fourth|fifth|premier|deuxième|troisième|quatrième|cinquième|الأول|الثاني|الثالث|الرابع|الخامس"
)
_SUBUNIT = r"cents?|centimes?|pence|penny|mao"
_ONE_DENOMINATOR = r"(?:\w+[ -])?\w+"
# Names of money that has no ISO 4217 code in use.
_WITHOUT_CODE = frozenset(
    ("Finnish markka", "Mark Finlandais", "Peseta", "Netherlands guilder", "Florins Néerlandais", "Bitcoin", "Satoshi",
     "Sen", "Pesewa")
)  # fmt: skip


def _search(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda text: compiled.search(text) is not None


_clock = _search(r"T\d|TMO|TAF|TEV|TNI|TDT|PRESENT_REF")
_next_weekday = _search(
    rf"\b(?:next|coming|upcoming)\s+(?:{_WEEKDAY})|(?:{_WEEKDAY})\s+(?:prochaine?|القادم|المقبل|التالي)\b"
)
_last_month = _search(rf"\blast (?:{_MONTH})|(?:{_MONTH}) (?:dernier|الماضي)\b")
_few = _search(r"\bfew\b|\bseveral\b|\bquelques\b|\bplusieurs\b|بضع|القليلة|قليلة|عدة")
_weekdays_counted = _search(r"\b(?:two|three|\d) \w+days?\b|\b(?:deux|trois|\d) (?:\w+dis?|dimanches?)\b")
_nth_weekday = _search(rf"^(?:(?:{_NTH}) (?:{_WEEKDAY})|(?:{_WEEKDAY}) (?:{_NTH}))\W*$")
_business_day = _search(r"business day|ouvr|journées de travail")
_own_time = _search(r"\b(?:my|the|rest of my|ma|mon) (?:day|week|journée|semaine|jour)\b|يومي|[أا]سبوعي")
_decimal_day = _search(r"^\d{1,4}\.\d{1,2}$")
_fixed_length = _search(
    r"(?:days?|weeks?|months?|jours?|semaines?|mois),? (?:from|starting|commencing|à partir|à compter)|\bOOO\b|in the future"
    r"|\b(?:more|less) than \d+ \w+ (?:before|after|from)|(?:plus|moins) de \d+ \w+ (?:avant|après|à partir)"
)
_no_accents = _search(r"[^\W\d_]ieme|jusqu'a\b|\ba (?=\d|octobre|demain|lendemain)")
_power = _search(r"[\d٠-٩]\s*(?:\^|-*\^|e[+-]?[\d٠-٩])")
_ratio = _search(
    r"\b(?:over|out of|in) |جزء|أجزاء|اجزاء| من | على | في |\bsur\b|combien font|how much is|كم (?:هي|يساوي)"
)
_address = _search(r"\d+\.\d+\.\d+\.\d+|222-2222")
_fraction = _search(
    r"(?:half|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|thirtieth|first|hundredth|thousandth|illionth)s?\b"
    r"|i[eè]mes?\b|demi|tiers|quarts?\b|أخماس|اخماس|أثمان|اثمان|خمس|ثمن|ثلث|أرباع|ربع|ونات|خُمس"
)
_glued = _search(r"\d[^\W\d_]|[^\W\d_]\d")
_pronoun = _search(r"\bone\b|أي واحد")
_spoken_price = _search(rf"(?:(?:dollars?|euros?|usd|kuai) (?!.*(?:{_SUBUNIT})$)|\$ \d+ and )[\w -]+$|mao \w+$")


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """One class: why it is left out, the files it concerns, and whether a result of a case belongs to it."""

    reason: str
    files: tuple[str, ...]
    holds: Callable[[Case, Result], bool]


def _text(result: Result) -> str:
    return str(result["Text"])


def _needs_reference(case: Case, result: Result) -> bool:
    if case.reference is not None or kind_of(result) not in ("date", "daterange"):
        return False
    years = re.findall(r"\d{4}", timex_of(result))
    return not years or not all(year in _text(result) or year[2:] in _text(result) for year in years)


def _modified_or_range(result: Result) -> bool:
    return "(" in timex_of(result) or "Mod" in json.dumps(value_of(result))


def _is_clock(_case: Case, result: Result) -> bool:
    return kind_of(result) not in _DATE_TYPES or _clock(timex_of(result).partition("P")[0])


def _no_such_day(_case: Case, result: Result) -> bool:
    return bool(re.search(r"-02-3\d|-02-29|-(?:04|06|09|11)-31", timex_of(result))) and "0001-01-01" in json.dumps(
        value_of(result)
    )


_DATES = ("DateParser", "DatePeriodParser", "DurationParser", "SetParser", "DateTimeModel")
_NUMBERS, _MONEY = ("NumberModel",), ("CurrencyModel",)
CLASSES: tuple[OutOfScope, ...] = (
    OutOfScope("clock times, parts of the day, time zones, 'now'", _DATES, _is_clock),
    OutOfScope("the expected value needs a reference date that the case does not give", _DATES, _needs_reference),
    OutOfScope("French written without its accents ('cinquieme', \"jusqu'a\")", (*_DATES, *_NUMBERS),
               lambda case, _: case.language == "French" and _no_accents(case.text)),
    OutOfScope("'last' + month by calendar year (the press means the one just past)", _DATES, lambda case, _: _last_month(case.text)),
    OutOfScope("a season of no year", _DATES, lambda _, result: timex_of(result) in ("SP", "SU", "FA", "WI")),
    OutOfScope("'next' + weekday: the assistant means the day of next calendar week, the press the coming one", _DATES,
               lambda case, _: _next_weekday(case.text)),
    OutOfScope("a number made up for 'few' (the readers leave such spans open)", _DATES, lambda _, result: _few(_text(result))),
    OutOfScope("days that no calendar has (30 February)", _DATES, _no_such_day),
    OutOfScope("'my day', 'the week': an assistant's calendar", _DATES, lambda _, result: _own_time(_text(result))),
    OutOfScope("a bare number as a day of some month ('for the 27')", _DATES,
               lambda _, result: timex_of(result).startswith("XXXX-XX-")),
    OutOfScope("day and month written as a decimal ('4.22')", _DATES,
               lambda _, result: kind_of(result) == "date" and _decimal_day(_text(result))),
    OutOfScope("a length of time fixed to a start ('3 days from next Monday', out-of-office commands)", _DATES,
               lambda case, result: _fixed_length(case.text) and _modified_or_range(result)),
    OutOfScope("business days", _DATES, lambda case, result: "BD" in timex_of(result) or _business_day(case.text)),
    OutOfScope("counting weekdays from now ('two Sundays from now', 'the fifth Sunday')", _DATES,
               lambda case, result: _weekdays_counted(case.text) or _nth_weekday(_text(result))),
    OutOfScope("an undefined reference is expected ('that week' of something unsaid)", _DATES,
               lambda _, result: "ref_undef" in json.dumps(value_of(result))),
    OutOfScope("powers and scientific notation", _NUMBERS, lambda case, _: _power(case.text)),
    OutOfScope("spoken ratios and divisions ('one in three', 'واحد على عشرين')", _NUMBERS,
               lambda _, result: _ratio(f" {_text(result)} ")),
    OutOfScope("telephone numbers and network addresses", _NUMBERS, lambda case, _: _address(case.text)),
    OutOfScope("fractions in words beyond 'three fifths' ('one hundred thirty-fifths')", _NUMBERS,
               lambda _, result: _fraction(_text(result)) and not re.fullmatch(_ONE_DENOMINATOR, _text(result).strip())),
    OutOfScope("a currency named without an amount", _MONEY, lambda _, result: value_of(result).get("value") is None),
    OutOfScope("units without an ISO 4217 code in use (markka, peseta, bitcoin)", _MONEY,
               lambda _, result: value_of(result).get("unit") in _WITHOUT_CODE),
    OutOfScope("prices spoken without the word for cents ('fifteen dollars fifty')", _MONEY,
               lambda _, result: _spoken_price(_text(result))),
)  # fmt: skip
UNSUPPORTED = "marked by the suite as failed by its own first implementation (most have translated words beside untranslated values)"
NOTHING_EXPECTED = "nothing is to be found (an assistant's choice of what is no request)"
PRONOUN = "'one' as a pronoun, which is to give nothing"
GLUED = "a number with its unit written onto it, which the suite leaves to its unit model"


def out_of_scope(case: Case, with_unsupported: bool = False) -> str | None:
    """The class for which a case is left out, None when it is judged."""
    if "dotnet" in case.unsupported and not with_unsupported:
        return UNSUPPORTED
    if not case.results:
        return _empty_scope(case)
    for known in CLASSES:
        if case.file in known.files and any(known.holds(case, result) for result in case.results):
            return known.reason
    return None


def _empty_scope(case: Case) -> str | None:
    if case.file not in _NUMBERS:
        return NOTHING_EXPECTED
    if _pronoun(case.text):
        return PRONOUN
    return GLUED if _glued(case.text) else None
