"""What amounts of money must be read, point by point, in the three languages."""

import pytest

from mithaq.annotate.money import currency_of
from mithaq.annotate.quantities import read_money, read_quantities
from mithaq.model.values import MoneyValue


def amounts(text: str, language: str, country: str | None = None) -> list[tuple[float, str | None, str]]:
    values = [found.value for found in read_money(text, language, country)]
    return [(value.amount, value.currency, value.qualifier) for value in values if isinstance(value, MoneyValue)]


@pytest.mark.parametrize(
    ("text", "language", "amount", "currency", "qualifier"),
    [
        ("700 مليون دولار", "ar", 7e8, "USD", "exact"), ("سبعمئة مليون دولار", "ar", 7e8, "USD", "exact"),
        ("(700) مليون دولار", "ar", 7e8, "USD", "exact"), ("نصف مليار دولار", "ar", 5e8, "USD", "exact"),
        ("ملياري دولار", "ar", 2e9, "USD", "exact"), ("مليون و200 ألف ريال سعودي", "ar", 1.2e6, "SAR", "exact"),
        ("مليارين ونصف المليار يورو", "ar", 2.5e9, "EUR", "exact"), ("نحو 40 €", "ar", 40.0, "EUR", "about"),
        ("أكثر من 5 مليارات يورو", "ar", 5e9, "EUR", "more_than"), ("٣ ملايين درهم مغربي", "ar", 3e6, "MAD", "exact"),
        ("دولارين", "ar", 2.0, "USD", "exact"), ("مئات الملايين من الدولارات", "ar", 1e8, "USD", "at_least"),
        ("$4.3bn", "en", 4.3e9, "USD", "exact"), ("half a billion dollars", "en", 5e8, "USD", "exact"),
        ("EUR 1.3 billion", "en", 1.3e9, "EUR", "exact"), ("nearly £5.19bn", "en", 5.19e9, "GBP", "nearly"),
        ("a quarter of a million euros", "en", 250_000.0, "EUR", "exact"), ("US$300 million", "en", 3e8, "USD", "exact"),
        ("thirteen dollars and forty-five cents", "en", 13.45, "USD", "exact"), ("16.4 million Swiss francs", "en", 16.4e6, "CHF", "exact"),
        ("tens of millions of dollars", "en", 1e7, "USD", "at_least"), ("C$1.34", "en", 1.34, "CAD", "exact"),
        ("2,5 milliards d'euros", "fr", 2.5e9, "EUR", "exact"), ("1 500 dollars", "fr", 1500.0, "USD", "exact"),
        ("1\u202f500\u00a0€", "fr", 1500.0, "EUR", "exact"), ("un demi-milliard d'euros", "fr", 5e8, "EUR", "exact"),
        ("près de 3 M€", "fr", 3e6, "EUR", "nearly"), ("deux cents francs suisses", "fr", 200.0, "CHF", "exact"),
        ("75 millions de $", "fr", 7.5e7, "USD", "exact"), ("12 milliards de dollars US", "fr", 1.2e10, "USD", "exact"),
    ],
)  # fmt: skip
def test_amounts(text: str, language: str, amount: float, currency: str, qualifier: str) -> None:
    assert amounts(text, language) == [(amount, currency, qualifier)]


@pytest.mark.parametrize(
    ("text", "language", "currency", "ends"),
    [
        ("بين 3 و5 ملايين دولار", "ar", "USD", (3e6, 5e6)),
        ("من 10 إلى 20 مليون يورو", "ar", "EUR", (1e7, 2e7)),
        ("between $3 million and $5 million", "en", "USD", (3e6, 5e6)),
        ("$3-5 million", "en", "USD", (3e6, 5e6)),
        ("entre 150.000 et 250.000 dollars", "fr", "USD", (150_000.0, 250_000.0)),
    ],
)
def test_a_range_is_two_amounts(text: str, language: str, currency: str, ends: tuple[float, float]) -> None:
    assert amounts(text, language) == [(ends[0], currency, "at_least"), (ends[1], currency, "up_to")]


@pytest.mark.parametrize(
    ("text", "language", "country", "currency"),
    [
        ("200 دينار", "ar", None, None), ("200 دينار", "ar", "KW", "KWD"), ("200 دينار", "ar", "TN", "TND"),
        ("200 دينار", "ar", "FR", None), ("200 دينار أردني", "ar", "KW", "JOD"),
        ("200 dinars", "fr", "DZ", "DZD"), ("200 dinars", "fr", None, None), ("200 dinars", "en", "IQ", "IQD"),
        ("200 pounds", "en", "GB", "GBP"),
    ],
)  # fmt: skip
def test_the_country_settles_a_shared_currency_name(
    text: str, language: str, country: str | None, currency: str | None
) -> None:
    assert [found[1] for found in amounts(text, language, country)] == [currency]


def test_a_country_named_before_settles_it_too() -> None:
    assert amounts("In Kenya the tax rose to 200 shillings.", "en") == [(200.0, "KES", "exact")]
    assert amounts("قالت تونس إن الدعم بلغ 200 دينار", "ar") == [(200.0, "TND", "exact")]


def test_an_amount_whose_currency_was_said_before() -> None:
    text = "The scheme gets 300 million euros this year and 200 million next year."
    assert amounts(text, "en") == [(3e8, "EUR", "exact"), (2e8, "EUR", "exact")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("700 مليون شخص", "ar"), ("ارتفع سعر الدولار", "ar"), ("COP27 opened", "en"), ("the dollar rose", "en"),
        ("700 million people", "en"), ("le dollar monte", "fr"), ("40 % des voix", "fr"),
    ],
)  # fmt: skip
def test_what_is_no_money(text: str, language: str) -> None:
    assert amounts(text, language) == []


def test_offsets_cover_the_words_of_the_amount() -> None:
    text = "قدم المانحون أكثر من 5 مليارات يورو للسوريين"
    (found,) = read_money(text, "ar")
    assert found.text == "أكثر من 5 مليارات يورو" == found.span.of(text)


def test_a_year_before_an_amount_is_not_part_of_it() -> None:
    kinds = [(found.kind, found.text) for found in read_quantities("In 2022 $5m was paid.", "en", "2022-05-11")]
    assert kinds == [("date", "In 2022"), ("money", "$5m")]


def test_currencies_by_country() -> None:
    assert currency_of("MA") == "MAD"
    assert currency_of("ZZ") is None
