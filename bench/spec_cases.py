"""Cases of the recognizers' specifications: reading them, saying which are out of scope and why, judging the rest."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bench.timex import resolutions, same_days, same_duration, same_named_period, same_period, within_days
from mithaq.annotate.quantities import QuantityReader, quantity_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.values import DateValue, MoneyValue
from mithaq.text.lattice import Unit
from mithaq.text.prepare import prepare

CODES = {"Arabic": "ar", "English": "en", "French": "fr"}
_DATE_TYPES = ("date", "daterange", "duration", "set")
_NEXT_WEEKDAY = re.compile(
    r"\b(?:next|coming|upcoming)\s+(?:mon|tue|wed|thu|fri|sat|sun)"
    r"|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+prochaine?"
    r"|(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|الاحد)\s+(?:القادم|المقبل|التالي)",
    re.IGNORECASE,
)
_FEW = re.compile(r"\bfew\b|\bseveral\b|\bquelques\b|\bplusieurs\b|بضع|القليلة|قليلة|عدة", re.IGNORECASE)
_WEEKDAY_COUNT = re.compile(
    r"\b(?:two|three|\d) (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:deux|trois|\d) (?:lun|mar|mercre|jeu|vendre|same)dis?\b"
    r"|\bdeux dimanches\b",
    re.IGNORECASE,
)
_BARE_NTH_WEEKDAY = re.compile(
    r"(?:first|second|third|fourth|fifth) (?:sun|mon|tues|wednes|thurs|fri|satur)day\W*$"
    r"|(?:premier|deuxième|troisième|quatrième|cinquième) (?:dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi)\W*$"
    r"|(?:الأحد|الثلاثاء) (?:الأول|الثاني|الثالث|الخامس)\W*$",
    re.IGNORECASE,
)
_POWER = re.compile(r"[\d٠-٩]\s*(?:\^|e[+-]?[\d٠-٩])", re.IGNORECASE)
_RATIO = re.compile(
    r"\b(?:over|out of|in) |جزء|أجزاء|اجزاء| من | على | في |\bsur\b|combien font|How much is|كم (?:هي|يساوي)",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[\d٠-٩][^\W\d_]|[^\W\d_][\d٠-٩]")
_CALENDAR_FAULT = re.compile(r"-02-3\d|-02-29|-(?:04|06|09|11)-31")
_OWN_TIME = re.compile(
    r"\b(?:my|the|rest of my|ma|mon) (?:day|week|weekend|journée|semaine|jour)\b|يومي|أسبوعي|اسبوعي", re.IGNORECASE
)
_DECIMAL_DAY = re.compile(r"(?<![\d.])\d{1,4}\.\d{1,2}(?![\d.])")
_BARE_DAY = re.compile(r"XXXX-XX-\d\d")
_ANCHORED_LENGTH = re.compile(
    r"(?:days?|weeks?|months?|jours?|semaines?|mois),? (?:from|starting|commencing|à partir|à compter)|\bOOO\b|in the future"
    r"|\b(?:more|less) than \d+ \w+ (?:before|after|from)|(?:plus|moins) de \d+ \w+ (?:avant|après|à partir)",
    re.IGNORECASE,
)
_FRACTION_WORDS = re.compile(
    r"(?:half|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|thirtieth|first|hundredth|thousandth|illionth)s?\b"
    r"|i[eè]mes?\b|demi|tiers|quarts?\b|أخماس|اخماس|أثمان|اثمان|خمس|ثمن|ثلث|أرباع|ربع|ونات|خُمس",
    re.IGNORECASE,
)
_SIMPLE_FRACTION = re.compile(
    r"(?:an?|one|two|three|four|five|un|une|deux|trois|quatre|cinq|ثلاثة|ثلاث|خمسة|ربع|ثلث|نصف)?[ -]?[^\W\d]+s?",
    re.IGNORECASE,
)
_NO_ACCENTS = re.compile(r"[^\W\d_]ieme|jusqu'a\b|\bJe serais? (?:dehors|sorti) .*\ba\b|\bcette mois", re.IGNORECASE)
_SPOKEN_PRICE = re.compile(
    r"(?:dollars?|euros?|usd|kuai) (?:and |et )?(?:\d+|forty[ -]five|one|two|five mao five)$|\$ 100 and fifty",
    re.IGNORECASE,
)
_LAST_MONTH = re.compile(r"\blast sept\b|سبتمبر الماضي", re.IGNORECASE)
_BARE_SEASON = re.compile(r"(?:SP|SU|FA|WI)")
_NO_CODE = (
    "Finnish markka",
    "Mark Finlandais",
    "Peseta",
    "Netherlands guilder",
    "Florins Néerlandais",
    "Bitcoin",
    "Satoshi",
    "Sen",
    "Pesewa",
)
_PHONE = re.compile(r"\d+\.\d+\.\d+\.\d+|[٠-٩]+\.[٠-٩]+\.[٠-٩]+\.[٠-٩]+|222-2222")


@dataclass(frozen=True, slots=True)
class Case:
    """One case. ``reference`` is the day relative dates count from, None when the case gives none."""

    file: str
    language: str
    text: str
    reference: str | None
    results: tuple[Mapping[str, Any], ...]
    unresolved: bool
    unsupported: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a case passed, with what was expected and found."""

    passed: bool
    expected: object
    found: object


def read_cases(path: Path, language: str) -> Iterator[Case]:
    """The cases of one specification file."""
    for entry in json.loads(path.read_text(encoding="utf-8-sig")):
        reference = (entry.get("Context") or {}).get("ReferenceDateTime")
        yield Case(
            path.stem,
            language,
            entry["Input"],
            reference[:10] if reference else None,
            tuple(entry["Results"]),
            str(entry.get("IgnoreResolution", "")).lower() == "true",
            f"{entry.get('NotSupported', '')},{entry.get('NotSupportedByDesign', '')}",
        )


def kind_of(result: Mapping[str, Any]) -> str:
    """``date``, ``daterange``, ``duration``, ``set``, ``time`` …, ``number`` or ``currency``."""
    return str(result.get("Type") or result.get("TypeName") or "").rpartition(".")[2]


def value_of(result: Mapping[str, Any]) -> Mapping[str, Any]:
    """The value, under whichever name the file gives it."""
    found = result.get("Value") or result.get("Resolution") or {}
    return found if isinstance(found, dict) else {}


def timex_of(result: Mapping[str, Any]) -> str:
    """The Timex value of a result, empty when there is none."""
    value = value_of(result)
    readings = resolutions(value) if "values" in value else []
    return str(value.get("Timex") or (readings[0].get("timex") if readings else "") or "")


def out_of_scope(case: Case) -> str | None:
    """The class for which a case is left out, None when it is judged."""
    if "dotnet" in case.unsupported:
        return "marked by the suite as failed by its own first implementation"
    if not case.results and case.file != "NumberModel":
        return "nothing is to be found (assistant's choice of what is no request)"
    if case.file == "NumberModel":
        return _number_scope(case)
    if case.file == "CurrencyModel":
        return _currency_scope(case)
    return next((reason for result in case.results if (reason := _date_scope(case, result))), None)


def _number_scope(case: Case) -> str | None:
    texts = [str(result["Text"]) for result in case.results]
    if _POWER.search(case.text):
        return "powers and scientific notation"
    if any(_RATIO.search(f" {text} ") for text in texts):
        return "spoken ratios and divisions ('one in three', 'واحد على عشرين')"
    if _PHONE.search(case.text):
        return "telephone numbers and network addresses"
    if any(_FRACTION_WORDS.search(text) and not _SIMPLE_FRACTION.fullmatch(text.strip()) for text in texts):
        return "fractions in words beyond 'three fifths' ('one hundred thirty-fifths')"
    if case.language == "French" and _NO_ACCENTS.search(case.text):
        return "French written without its accents ('cinquieme')"
    if not case.results and re.search(r"\bone\b|أي واحد", case.text, re.IGNORECASE):
        return "'one' as a pronoun"
    if not case.results and _GLUED.search(case.text):
        return "a number with its unit written onto it, which the suite leaves to its unit model"
    return None


def _currency_scope(case: Case) -> str | None:
    resolutions_ = [result["Resolution"] for result in case.results]
    if any(resolution.get("value") is None for resolution in resolutions_):
        return "a currency named without an amount"
    if any(resolution.get("unit") in _NO_CODE for resolution in resolutions_):
        return "units without an ISO 4217 code in use (markka, peseta, bitcoin)"
    if any(_SPOKEN_PRICE.search(str(result["Text"])) for result in case.results):
        return "prices spoken without the word for cents ('fifteen dollars fifty')"
    return None


def _date_scope(case: Case, result: Mapping[str, Any]) -> str | None:
    kind, timex = kind_of(result), timex_of(result)
    words = f"{case.text}"
    if kind not in _DATE_TYPES or re.search(r"T\d|TMO|TAF|TEV|TNI|TDT|PRESENT_REF", timex.partition("P")[0]):
        return "clock times, parts of the day, time zones, 'now'"
    if case.reference is None and kind in ("date", "daterange") and not _said_in_full(result, timex):
        return "the expected value needs a reference date that the case does not give"
    if case.language == "French" and _NO_ACCENTS.search(case.text):
        return "French written without its accents ('cinquieme')"
    if _LAST_MONTH.search(words) or _BARE_SEASON.fullmatch(timex):
        return "'last' + month by calendar year, a season of no year"
    if _NEXT_WEEKDAY.search(words):
        return "'next' + weekday: the assistant means the day of next calendar week, the press the coming one"
    if _FEW.search(str(result["Text"])):
        return "a number made up for 'few' (the readers leave such spans open)"
    if _CALENDAR_FAULT.search(timex) and "0001-01-01" in json.dumps(value_of(result)):
        return "days that no calendar has (30 February)"
    if _OWN_TIME.search(str(result["Text"])) and not re.search(r"weekend", str(result["Text"])):
        return "'my day', 'the week': an assistant's calendar"
    if _BARE_DAY.fullmatch(timex):
        return "a bare number as a day of some month ('for the 27')"
    if kind == "date" and _DECIMAL_DAY.fullmatch(str(result["Text"])):
        return "day and month written as a decimal ('4.22')"
    if (_ANCHORED_LENGTH.search(words) and "(" in timex) or (
        _ANCHORED_LENGTH.search(words) and "Mod" in json.dumps(value_of(result))
    ):
        return "a length of time fixed to a start ('3 days from next Monday', out-of-office commands)"
    if "BD" in timex or re.search(r"business day|ouvr|journées de travail", words):
        return "business days"
    if _WEEKDAY_COUNT.search(words) or _BARE_NTH_WEEKDAY.search(str(result["Text"])):
        return "counting weekdays from now ('two Sundays from now', 'the fifth Sunday')"
    if "ref_undef" in json.dumps(value_of(result)):
        return "an undefined reference is expected ('that week' of something unsaid)"
    return None


def _said_in_full(result: Mapping[str, Any], timex: str) -> bool:
    years = re.findall(r"\d{4}", timex)
    text = str(result["Text"])
    return bool(years) and all(year in text or year[2:] in text for year in years)


@cache
def _reader(language: str) -> QuantityReader:
    return quantity_reader(language)


def judge(case: Case) -> Outcome:
    """Read the case's text and compare."""
    code = CODES[case.language]
    article = Article("", "", None, code, case.reference, None, None, case.text)
    prepared = prepare(article, load_pack(code))
    if case.file == "NumberModel":
        return _judge_numbers(case, _reader(code).read_numbers(prepared))
    units = [unit for unit in _reader(code).read_units(prepared) if unit.labels & {"date", "money"}]
    found = [(case.text[unit.start : unit.end], unit.values.get("date") or unit.values.get("money")) for unit in units]
    wanted = [(timex_of(result), value_of(result)) for result in case.results]
    test = _currency_passes if case.file == "CurrencyModel" else _date_passes
    return Outcome(all(any(test(case, result, unit) for unit in units) for result in case.results), wanted, found)


def _judge_numbers(case: Case, units: list[Unit]) -> Outcome:
    found = [unit for unit in units if "ordinal" not in unit.labels]
    values = [str(result["Resolution"]["value"]).replace(",", ".") for result in case.results]
    shown = [(case.text[unit.start : unit.end], unit.values["number"]) for unit in found]
    if not case.results:
        return Outcome(not found, [], shown)
    passed = all(
        any(_touches(case, result, unit) and (case.unresolved or _near(unit.values["number"], value)) for unit in found)
        for result, value in zip(case.results, values, strict=True)
    )
    return Outcome(passed, values, shown)


def _near(number: float, written: str) -> bool:
    try:
        wanted = float(written)
    except ValueError:
        return False
    return abs(number - wanted) <= 1e-9 * max(1.0, abs(wanted))


def _touches(case: Case, result: Mapping[str, Any], unit: Unit) -> bool:
    """Does the unit cover at least half of the expected words?"""
    start = int(result.get("Start", 0))
    end = start + int(result["Length"]) if "Length" in result else int(result.get("End", start)) + 1
    expected = str(result["Text"])
    if case.text[start:end].casefold() != expected.casefold():
        start = case.text.casefold().find(expected.casefold())
        end = start + len(expected)
        if start < 0:
            # The suite's own text is not in its input (translations): any place will do.
            return True
    shared = min(end, unit.end) - max(start, unit.start)
    return shared * 2 >= end - start


def _date_passes(case: Case, result: Mapping[str, Any], unit: Unit) -> bool:
    value = unit.values.get("date")
    if not isinstance(value, DateValue) or not _touches(case, result, unit):
        return False
    if case.unresolved:
        return True
    timex, kind = timex_of(result), kind_of(result)
    if value.edtf is None:
        return False
    if kind in ("duration", "set"):
        weekly = kind == "set" and timex.startswith("XXXX-WXX") and value.edtf in ("P1W", "P2W")
        yearly = kind == "set" and timex.startswith("XXXX-") and value.edtf == "P1Y"
        return weekly or yearly or same_duration(value.edtf, timex)
    if value.timex == "DURATION":
        # "the next three days" is a length of time in the readers' convention.
        return same_duration(value.edtf, timex)
    expected = value_of(result)
    return (
        same_days(value.edtf, expected)
        or same_named_period(value.edtf, timex)
        or same_period(value.edtf, timex)
        or (kind == "date" and value.basis == "relative" and within_days(value.edtf, expected))
    )


def _currency_passes(case: Case, result: Mapping[str, Any], unit: Unit) -> bool:
    value = unit.values.get("money")
    if not isinstance(value, MoneyValue) or not _touches(case, result, unit):
        return False
    expected = result["Resolution"]
    currencies = _currency_codes(str(expected.get("unit")), case.language)
    written = str(expected.get("value")).replace(",", ".") if case.language == "French" else str(expected.get("value"))
    amount = value.amount * 100 if str(expected.get("unit")) in _SUBUNITS else value.amount
    return _near(round(amount, 9), written) and (
        value.currency in currencies or (value.currency is None and len(currencies) > 1)
    )


_SUBUNITS = ("Cent", "Pence", "Penny", "Centimes", "Sen")


def _currency_codes(name: str, language: str) -> tuple[str, ...]:
    """The ISO 4217 codes that a currency name of the suite may stand for."""
    table = Path(__file__).with_name("currency_names.tsv")
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            known, codes = line.split("\t")
            if known == name:
                return tuple(codes.split("|"))
    return ()
