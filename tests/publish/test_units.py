"""What is counted, by its name and with its number. The expectations are written by hand in each language."""

import pytest

from mithaq.languages import available_languages, load_pack
from mithaq.model.claim import CASUALTIES
from mithaq.publish.readable import readable_quantity, readable_unit
from mithaq.publish.subjects import readable_known_unit
from mithaq.publish.words import LANGUAGES, words_in

NARROW = "\u202f"


@pytest.mark.parametrize(
    ("unit", "english", "french", "arabic"),
    [
        ("members", "members", "membres", "أعضاء"),
        ("killed", "killed", "tués", "قتلى"),
        ("founding year", "founding year", "année de fondation", "سنة التأسيس"),
        ("delegates", "delegates", "délégués", "مندوبون"),
        ("km2", "km²", "km²", "كم²"),
        ("USD a barrel", "USD a barrel", "dollars le baril", "دولار للبرميل"),
        ("GBP a tonne", "GBP a tonne", "livres sterling la tonne", "جنيه إسترليني للطن"),
        ("IQD a litre", "IQD a litre", "IQD le litre", "IQD للتر"),
        ("money an ounce", *["money an ounce"] * 3),
        ("money a kilo", "money a kilo", "argent le kilo", "مال للكيلو"),
        ("a kilo", *["a kilo"] * 3),
        ("سفن", "سفن", "سفن", "سفن"),
    ],
)
def test_names_of_units(unit: str, english: str, french: str, arabic: str) -> None:
    assert [readable_unit(unit, language) for language in ("en", "fr", "ar")] == [english, french, arabic]


@pytest.mark.parametrize(
    ("number", "unit", "qualifier", "english", "french", "arabic"),
    [
        (1, "killed", "exact", "1 killed", "1 tué", "قتيل واحد"),
        (2, "wounded", "exact", "2 wounded", "2 blessés", "جريحان"),
        (5, "hostages", "exact", "5 hostages", "5 otages", "5 رهائن"),
        (328, "killed", "exact", "328 killed", "328 tués", "328 قتيلاً"),
        (100, "killed and wounded", "about", "about 100 killed and wounded", "environ 100 tués et blessés",
         "نحو 100 بين قتيل وجريح"),
        (3e6, "displaced people", "more_than", "more than 3 million displaced people",
         "plus de 3 millions de personnes déplacées", "أكثر من 3 ملايين نازح"),
        (1e6, "otages", "exact", "1 million otages", "1 million otages", "1 مليون otages"),
        (1.2e6, "barrels a day", "at_least", "at least 1.2 million barrels a day", "au moins 1,2 million de barils par jour",
         "ما لا يقل عن 1.2 مليون برميل يومياً"),
        (48, "USD a barrel", "about", "about $48 a barrel", "environ 48 dollars le baril", "نحو 48 دولار للبرميل"),
        (300, "money a tonne", "exact", "300 a tonne", "300 la tonne", "300 للطن"),
    ],
)  # fmt: skip
def test_numbers_of_units(number: float, unit: str, qualifier: str, english: str, french: str, arabic: str) -> None:
    shown = [readable_quantity(number, unit, qualifier, language) for language in ("en", "fr", "ar")]
    assert shown == [english, french, arabic]


def test_a_unit_is_known_or_not() -> None:
    assert readable_known_unit("members", "en") == "members"
    assert readable_known_unit("EUR a barrel", "ar") == "يورو للبرميل"
    assert readable_known_unit("ships at sea", "ar") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_and_office_that_the_packs_read_has_a_word(language: str) -> None:
    words = words_in(language)
    tables = {
        "per_unit": "per",
        "role": "role",
        "measure": "unit",
        "counted": "unit",
        "counted_dual": "unit",
        "casualty": "unit",
    }
    unknown = {
        (tables[word.label], word.value)
        for code in available_languages()
        for table in ("units", "roles")
        for word in load_pack(code).table(table)
        if word.label in tables and word.value and not words.knows(tables[word.label], word.value.lower())
        and not words.knows(tables[word.label], word.value)
    }  # fmt: skip
    assert unknown == set()
    assert all(words.knows("unit", became) for became in CASUALTIES)
    assert all("name" in forms for forms in words.tables["unit"].values())
