"""Cases of the recognizers' specifications: reading them from their files, and judging what the readers make of them.

Which are out of scope is said elsewhere (spec_scope).
"""

import json
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
Result = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One case. ``reference`` is the day relative dates count from, None when the case gives none."""

    file: str
    language: str
    text: str
    reference: str | None
    results: tuple[Result, ...]
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


def kind_of(result: Result) -> str:
    """``date``, ``daterange``, ``duration``, ``set``, ``time`` …, ``number`` or ``currency``."""
    return str(result.get("Type") or result.get("TypeName") or "").rpartition(".")[2]


def value_of(result: Result) -> Result:
    """The value, under whichever name the file gives it."""
    found = result.get("Value") or result.get("Resolution") or {}
    return found if isinstance(found, dict) else {}


def timex_of(result: Result) -> str:
    """The Timex value of a result, empty when there is none."""
    value = value_of(result)
    readings = resolutions(value) if "values" in value else []
    return str(value.get("Timex") or (readings[0].get("timex") if readings else "") or "")


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


def _touches(case: Case, result: Result, unit: Unit) -> bool:
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


def _date_passes(case: Case, result: Result, unit: Unit) -> bool:
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


def _currency_passes(case: Case, result: Result, unit: Unit) -> bool:
    value = unit.values.get("money")
    if not isinstance(value, MoneyValue) or not _touches(case, result, unit):
        return False
    expected = result["Resolution"]
    currencies = currency_codes().get(str(expected.get("unit")), ())
    written = str(expected.get("value")).replace(",", ".") if case.language == "French" else str(expected.get("value"))
    amount = value.amount * 100 if str(expected.get("unit")) in _SUBUNITS else value.amount
    return _near(round(amount, 9), written) and (
        value.currency in currencies or (value.currency is None and len(currencies) > 1)
    )


_SUBUNITS = ("Cent", "Pence", "Penny", "Centimes", "Sen")


@cache
def currency_codes() -> Mapping[str, tuple[str, ...]]:
    """The ISO 4217 codes that each currency name of the suite may stand for."""
    lines = Path(__file__).with_name("currency_names.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {name: tuple(codes.split("|")) for name, codes in rows}
