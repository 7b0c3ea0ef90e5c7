"""What quantities must be read, point by point, in the three languages."""

import pytest

from mithaq.annotate.quantities import read_figures
from mithaq.model.values import FigureValue


def figures(text: str, language: str) -> list[FigureValue]:
    return [found.value for found in read_figures(text, language) if isinstance(found.value, FigureValue)]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit", "qualifier"),
    [
        ("أكثر من (210) خلايا إرهابية", "ar", 210.0, "cells", "more_than"), ("(84) عضواً", "ar", 84.0, "members", "exact"),
        ("ما يقرب من 8 ملايين شخص", "ar", 8e6, "people", "nearly"), ("مئة ألف كيلو متر مربع", "ar", 1e5, "km2", "exact"),
        ("مليوني برميل يوميا", "ar", 2e6, "barrels a day", "exact"), ("43 في المئة", "ar", 43.0, "%", "exact"),
        ("٤٣٪", "ar", 43.0, "%", "exact"), ("خمسة ملايين لاجئ", "ar", 5e6, "refugees", "exact"), ("15 صوتا", "ar", 15.0, "votes", "exact"),
        ("الدول الـ15", "ar", 15.0, "states", "exact"), ("لا يقل عن 60 دولة", "ar", 60.0, "states", "at_least"),
        ("some 133,000 people", "en", 133_000.0, "people", "about"), ("five Arab nations", "en", 5.0, "states", "exact"),
        ("twenty-one members", "en", 21.0, "members", "exact"), ("over 2,000 km", "en", 2000.0, "km", "more_than"),
        ("10 percent", "en", 10.0, "%", "exact"), ("no more than 60%", "en", 60.0, "%", "up_to"), ("not more than 60%", "en", 60.0, "%", "up_to"),
        ("two and a half million people", "en", 2.5e6, "people", "exact"), ("half of the countries", "en", 0.5, "states", "exact"),
        ("plus de 1 500 personnes", "fr", 1500.0, "people", "more_than"), ("1.500 personnes", "fr", 1500.0, "people", "exact"),
        ("10,6 %", "fr", 10.6, "%", "exact"), ("une trentaine de réunions", "fr", 30.0, "meetings", "about"),
        ("deux tiers des pays", "fr", 2 / 3, "states", "exact"), ("quatre-vingt-dix-sept membres", "fr", 97.0, "members", "exact"),
    ],
)  # fmt: skip
def test_quantities(text: str, language: str, value: float, unit: str, qualifier: str) -> None:
    assert figures(text, language) == [FigureValue(value, unit, qualifier)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("عشرات الآلاف من الأشخاص", "ar", 10_000.0), ("آلاف المدنيين", "ar", 1000.0), ("ملايين اللاجئين", "ar", 1e6),
        ("tens of thousands of refugees", "en", 10_000.0), ("dozens of people", "en", 12.0), ("thousands of migrants", "en", 1000.0),
        ("des dizaines de milliers de réfugiés", "fr", 10_000.0), ("des millions de personnes", "fr", 1e6),
    ],
)  # fmt: skip
def test_a_vague_plural_carries_its_lower_bound_and_is_marked(text: str, language: str, value: float) -> None:
    (found,) = figures(text, language)
    assert (found.value, found.qualifier, found.vague) == (value, "at_least", True)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("عقد اجتماعين متتاليين", "meetings"),
        ("بدعم دولتين", "states"),
        ("قال مندوبان", "delegates"),
        ("لسببين", "reasons"),
    ],
)
def test_a_dual_that_brings_a_count_in_is_two(text: str, unit: str) -> None:
    assert figures(text, "ar") == [FigureValue(2.0, unit)]


@pytest.mark.parametrize("text", ["العلاقات بين البلدين", "اتفق الجانبان", "خدمة للبلدين", "بلدان القارة"])
def test_a_dual_that_refers_back_counts_nothing(text: str) -> None:
    assert figures(text, "ar") == []


@pytest.mark.parametrize(
    ("text", "language", "unit", "ends"),
    [
        ("بين 3 و5 آلاف شخص", "ar", "people", (3000.0, 5000.0)), ("بين 10 و20 في المئة", "ar", "%", (10.0, 20.0)),
        ("6-7%", "en", "%", (6.0, 7.0)), ("between 10 and 20 people", "en", "people", (10.0, 20.0)),
        ("de 6 à 7 %", "fr", "%", (6.0, 7.0)), ("entre 10 et 20 personnes", "fr", "people", (10.0, 20.0)),
    ],
)  # fmt: skip
def test_a_range_is_two_quantities(text: str, language: str, unit: str, ends: tuple[float, float]) -> None:
    assert figures(text, language) == [FigureValue(ends[0], unit, "at_least"), FigureValue(ends[1], unit, "up_to")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("العضو رقم 83", "ar"), ("القرار 2254", "ar"), ("المركز الثالث", "ar"), ("أحد الوزراء", "ar"), ("الذكرى الخمسين", "ar"),
        ("COVID-19 spread", "en"), ("Resolution 2254 of the Council", "en"), ("the third meeting", "en"), ("one of the states", "en"),
        ("I'm absolutely sure", "en"), ("https://example.org/2018/29/5/3c7", "en"), ("3 - Strengthening ties", "en"), ("No 10 Rishi Sunak", "en"),
        ("la résolution 2254 du Conseil", "fr"), ("la 3e réunion", "fr"), ("un des pays", "fr"), ("l'article 5 du traité", "fr"),
    ],
)  # fmt: skip
def test_what_is_no_quantity(text: str, language: str) -> None:
    assert figures(text, language) == []


def test_the_words_after_an_unknown_noun_stay_outside() -> None:
    (found,) = read_figures("He watched two factories burning yesterday", "en")
    assert found.text == "two factories"


def test_money_and_dates_are_not_figures_too() -> None:
    assert figures("On 5 May 2022 they paid 3 million dollars over two years.", "en") == []
