"""Codes as people write them. The expectations are written by hand in each language."""

import pytest

from mithaq.publish.readable import (
    load_country_names,
    readable_amount,
    readable_count,
    readable_country,
    readable_date,
    readable_number,
    readable_quantity,
)

NARROW = "\u202f"

DATES = [
    ("2022-05-11", "11 May 2022", "11 mai 2022", "11 أيار/مايو 2022"),
    ("2022-08-01", "1 August 2022", "1er août 2022", "1 آب/أغسطس 2022"),
    ("2022-01", "January 2022", "janvier 2022", "كانون الثاني/يناير 2022"),
    ("2022", "2022", "2022", "2022"),
    ("../2022-06", "by June 2022", "d’ici à juin 2022", "بحلول حزيران/يونيو 2022"),
    ("../2022-06-30", "by 30 June 2022", "d’ici au 30 juin 2022", "بحلول 30 حزيران/يونيو 2022"),
    ("../2030", "by 2030", "d’ici à 2030", "بحلول عام 2030"),
    ("2002/..", "since 2002", "depuis 2002", "منذ عام 2002"),
    ("2022-02-24/..", "since 24 February 2022", "depuis le 24 février 2022", "منذ 24 شباط/فبراير 2022"),
    ("2021-21", "spring 2021", "printemps 2021", "ربيع 2021"),
    ("2021-22", "summer 2021", "été 2021", "صيف 2021"),
    ("2021-23", "autumn 2021", "automne 2021", "خريف 2021"),
    ("2021-24", "winter 2021", "hiver 2021", "شتاء 2021"),
    ("../2021-23", "by autumn 2021", "d’ici à l’automne 2021", "بحلول خريف 2021"),
    ("2014~/..", "since 2014 or so", "depuis 2014 environ", "منذ عام 2014 تقريباً"),
    ("../2022-08-15~", "by 15 August 2022 or so", "d’ici au 15 août 2022 environ", "بحلول 15 آب/أغسطس 2022 تقريباً"),
    ("2014~", "about 2014", "vers 2014", "نحو عام 2014"),
    ("2022-05-11~", "about 11 May 2022", "vers le 11 mai 2022", "نحو 11 أيار/مايو 2022"),
    ("201X", "the 2010s", "années 2010", "عقد 2010"),
    ("2022-05-02/2022-05-08", "2–8 May 2022", "du 2 au 8 mai 2022", "من 2 إلى 8 أيار/مايو 2022"),
    (
        "2021-06-29/2021-07-03",
        "29 June – 3 July 2021",
        "du 29 juin au 3 juillet 2021",
        "من 29 حزيران/يونيو إلى 3 تموز/يوليو 2021",
    ),
    (
        "2021-12-30/2022-01-02",
        "30 December 2021 – 2 January 2022",
        "du 30 décembre 2021 au 2 janvier 2022",
        "من 30 كانون الأول/ديسمبر 2021 إلى 2 كانون الثاني/يناير 2022",
    ),
    (
        "2015-09/2015-11",
        "September – November 2015",
        "septembre – novembre 2015",
        "من أيلول/سبتمبر إلى تشرين الثاني/نوفمبر 2015",
    ),
    ("2016/2020", "2016 – 2020", "2016 – 2020", "من 2016 إلى 2020"),
    ("P1Y", "1 year", "1 an", "سنة واحدة"),
    ("P2M", "2 months", "2 mois", "شهران"),
    ("P7D", "7 days", "7 jours", "7 أيام"),
    ("P15D", "15 days", "15 jours", "15 يوماً"),
    ("P1Y6M", "1 year and 6 months", "1 an et 6 mois", "سنة واحدة و6 أشهر"),
    ("PT48H", "48 hours", "48 heures", "48 ساعة"),
]


@pytest.mark.parametrize(("edtf", "english", "french", "arabic"), DATES)
def test_dates(edtf: str, english: str, french: str, arabic: str) -> None:
    assert [readable_date(edtf, language) for language in ("en", "fr", "ar")] == [english, french, arabic]


@pytest.mark.parametrize("code", ["soon", "2022-13", "../..", "P", "2022-05-11T10:00:00", "20XX"])
def test_a_code_that_is_not_understood_is_shown_as_it_is(code: str) -> None:
    assert readable_date(code, "ar") == code


def test_no_date_is_empty() -> None:
    assert readable_date(None, "fr") == ""


AMOUNTS = [
    (700e6, "USD", "exact", "$700 million", "700 millions de dollars", "700 مليون دولار"),
    (4.5e9, "EUR", "more_than", "more than €4.5 billion", "plus de 4,5 milliards d’euros", "أكثر من 4.5 مليار يورو"),
    (1.5e6, "GBP", "about", "about £1.5 million", "environ 1,5 million de livres sterling", "نحو 1.5 مليون جنيه إسترليني"),
    (5e6, None, "up_to", "up to 5 million", "jusqu’à 5 millions", "ما يصل إلى 5 ملايين"),
    (45000, "IQD", "nearly", "nearly 45,000 IQD", f"près de 45{NARROW}000 IQD", "قرابة 45,000 IQD"),
    (1234567, "USD", "exact", "$1,234,567", f"1{NARROW}234{NARROW}567 dollars", "1,234,567 دولار"),
]  # fmt: skip


@pytest.mark.parametrize(("amount", "currency", "qualifier", "english", "french", "arabic"), AMOUNTS)
def test_amounts(amount: float, currency: str | None, qualifier: str, english: str, french: str, arabic: str) -> None:
    shown = [readable_amount(amount, currency, qualifier, language) for language in ("en", "fr", "ar")]
    assert shown == [english, french, arabic]


QUANTITIES = [
    (84, "members", "exact", "84 members", "84 membres", "84 عضواً"),
    (210, "cells", "more_than", "more than 210 cells", "plus de 210 cellules", "أكثر من 210 خلايا"),
    (100, "states", "exact", "100 states", "100 États", "100 دولة"),
    (2, "states", "exact", "2 states", "2 États", "دولتان"),
    (2e6, "refugees", "about", "about 2 million refugees", "environ 2 millions de réfugiés", "نحو 2 مليون لاجئ"),
    (62.5, "%", "exact", "62.5%", f"62,5{NARROW}%", "62.5%"),
    (3, "dams", "exact", "3 dams", "3 dams", "3 dams"),
    (7, None, "exact", "7", "7", "7"),
]


@pytest.mark.parametrize(("number", "unit", "qualifier", "english", "french", "arabic"), QUANTITIES)
def test_quantities(number: float, unit: str | None, qualifier: str, english: str, french: str, arabic: str) -> None:
    shown = [readable_quantity(number, unit, qualifier, language) for language in ("en", "fr", "ar")]
    assert shown == [english, french, arabic]


def test_numbers_lose_no_digit_and_gain_none() -> None:
    assert readable_number(1_234_567_891, "en") == "1,234,567,891"
    assert readable_number(1_234_000_000, "en") == "1.234 billion"
    assert readable_number(0.1 + 0.2, "fr") == "0,3"
    assert readable_number(-5.0, "en", "about") == "about -5"


def test_counts_of_articles() -> None:
    assert [readable_count(count, "articles", "ar") for count in (1, 2, 5, 11, 100)] == [
        "مقال واحد", "مقالان", "5 مقالات", "11 مقالاً", "100 مقال",
    ]  # fmt: skip


def test_countries_are_named_where_the_table_knows_them(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"MA": {"en": "Morocco", "fr": "Maroc", "ar": "المغرب"}}
    monkeypatch.setattr("mithaq.publish.readable.load_country_names", lambda: table)
    assert [readable_country("MA", language) for language in ("en", "fr", "ar")] == ["Morocco", "Maroc", "المغرب"]
    assert readable_country("ZZ", "en") == "ZZ"


def test_the_table_of_countries_is_read() -> None:
    assert load_country_names()["MA"] == {"en": "Morocco", "fr": "Maroc", "ar": "المغرب"}
