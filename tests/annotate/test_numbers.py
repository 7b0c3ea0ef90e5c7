"""Numbers in digits, words and both, with the marks of each language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.annotate.number_digits import dotted_parts, read_digits, shapes
from mithaq.annotate.number_total import NumberTotal
from mithaq.annotate.quantities import quantity_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.text.lattice import Unit
from mithaq.text.prepare import prepare


def numbers(text: str, language: str) -> list[Unit]:
    article = Article("", "", None, language, None, None, None, text)
    return quantity_reader(language).read_numbers(prepare(article, load_pack(language)))


def values(text: str, language: str) -> list[float]:
    return [unit.values["number"] for unit in numbers(text, language)]


@pytest.mark.parametrize(
    ("surface", "decimal", "strict", "value"),
    [
        ("1,234,567", ".", True, 1_234_567.0), ("1.234.567", ",", True, 1_234_567.0), ("2.5", ".", True, 2.5),
        ("2,5", ",", True, 2.5), ("4.800", ".", True, 4.8), ("4.800", ".", False, 4800.0), ("1.500", ",", True, 1500.0),
        ("1 234 567,89", ",", True, 1_234_567.89), ("12,34,567.89", ".", True, 1_234_567.89), (".08", ".", True, 0.08),
        ("1٬500", ".", False, 1500.0), ("2٫5", ".", False, 2.5), ("12.05.2022", ".", True, None), ("1.2,3.4", ".", True, None),
    ],
)  # fmt: skip
def test_digits_with_marks(surface: str, decimal: str, strict: bool, value: float | None) -> None:
    assert read_digits(surface, decimal, strict) == value


def test_shapes_of_digits() -> None:
    assert shapes("2022") == {"digits", "year"}
    assert shapes("1443") == {"digits", "year", "hijri_year"}
    assert shapes("12") == {"digits", "short", "month_number"}
    assert shapes("78") == {"digits", "short", "short_year"}
    assert shapes("1,5") == {"digits", "marked"}


def test_parts_of_a_dotted_date() -> None:
    assert dotted_parts("12.05.2022") == (12, 5, 2022)
    assert dotted_parts("1.5") == ()
    assert dotted_parts("192.168.1.2") == ()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("ثلاثة وعشرون", "ar", 23.0), ("مئة وستة عشر", "ar", 116.0), ("ألفين ومئتين", "ar", 2200.0), ("مليون و200 ألف", "ar", 1.2e6),
        ("9 ملايين و400 ألف", "ar", 9.4e6), ("سبعمئة مليون", "ar", 7e8), ("ثلاثة ملايين ونصف المليون", "ar", 3.5e6),
        ("نصف مليون", "ar", 5e5), ("ثلاثة أرباع", "ar", 0.75), ("مئة و20", "ar", 120.0), ("١٢٫٥", "ar", 12.5), ("سالب خمسة", "ar", -5.0),
        ("twenty-one", "en", 21.0), ("one hundred and sixty-one", "en", 161.0), ("two and a half million", "en", 2.5e6),
        ("nineteen thousand two hundred", "en", 19_200.0), ("3/4", "en", 0.75), ("¾", "en", 0.75), ("three fifths", "en", 0.6),
        ("2.5 million", "en", 2.5e6), ("five point five", "en", 5.5), ("three dozen", "en", 36.0), ("12 crore", "en", 1.2e8),
        ("quatre-vingt-dix-sept", "fr", 97.0), ("soixante et onze", "fr", 71.0), ("septante", "fr", 70.0), ("deux cent mille", "fr", 200_000.0),
        ("trois millions et demi", "fr", 3.5e6), ("deux cent virgule trois", "fr", 200.3), ("1\u202f234\u202f567,89", "fr", 1_234_567.89),
    ],
)  # fmt: skip
def test_one_number(text: str, language: str, expected: float) -> None:
    (found,) = values(text, language)
    assert found == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("5 and 7", "en", [5.0, 7.0]), ("بين 3 آلاف و5 آلاف", "ar", [3000.0, 5000.0]), ("300 et 200", "fr", [300.0, 200.0]),
        ("three hundred, two hundred", "en", [300.0, 200.0]), ("1, 234, 567", "en", [1.0, 234.0, 567.0]),
    ],
)  # fmt: skip
def test_numbers_that_do_not_belong_together(text: str, language: str, expected: list[float]) -> None:
    assert values(text, language) == expected


def test_digits_with_an_ordinal_ending_are_an_ordinal() -> None:
    assert values("the 3rd of 5", "en") == [5.0]


def test_a_year_said_in_two_halves() -> None:
    (found,) = numbers("nineteen seventy-eight", "en")
    assert found.values["number"] == 1978 and "spelled_year" in found.labels


@pytest.mark.parametrize("text", ["COVID-19", "MD-83", "192.168.1.2", "covid19"])
def test_digits_of_a_name_are_no_number(text: str) -> None:
    assert values(text, "en") == []


def test_a_refused_part_changes_nothing() -> None:
    total = NumberTotal()
    assert total.add("number_unit", 5.0)
    assert not total.add("number_unit", 7.0)
    assert total.value == 5.0


@given(st.integers(0, 10**15))
def test_plain_digits_are_worth_what_they_say(number: int) -> None:
    assert read_digits(str(number), ".", True) == float(number)
    assert read_digits(f"{number:,}", ".", True) == float(number)
    assert read_digits(f"{number:,}".replace(",", "\u202f"), ",", True) == float(number)
