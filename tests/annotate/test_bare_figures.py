"""Counts whose noun was said before, and peoples that are counted by their name."""

import pytest

from mithaq.annotate.quantities import read_figures, read_money
from mithaq.model.values import FigureValue


def figures(text: str, language: str) -> list[tuple[float, str | None, str]]:
    values = (found.value for found in read_figures(text, language))
    return [(value.value, value.unit, value.qualifier) for value in values if isinstance(value, FigureValue)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Germany took 90,000 refugees. Sweden took over 40,000 in May.", "en", (40_000.0, "refugees", "more_than")),
        ("L'Allemagne a reçu 900 réfugiés. La Suède en a reçu plus de 400 en mai.", "fr", (400.0, "refugees", "more_than")),
        ("استقبلت ألمانيا 900 لاجئ. واستقبلت السويد أكثر من 400 في الصيف.", "ar", (400.0, "refugees", "more_than")),
    ],
)  # fmt: skip
def test_a_qualified_number_counts_what_was_counted_before(
    text: str, language: str, expected: tuple[float, str, str]
) -> None:
    assert figures(text, language)[-1] == expected


def test_the_noun_is_forgotten_after_a_sentence() -> None:
    assert figures("They met 30 delegates. It rained. Nobody came. The queue had at least 12 by noon.", "en") == [
        (30.0, "delegates", "exact")
    ]


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("Europe has 53 members, Africa 54 and Asia 46.", "en", "members"),
        ("L'Europe compte 53 membres, l'Afrique 54 et l'Asie 46.", "fr", "members"),
        ("أوروبا 53 عضوا، وأفريقيا 54، وآسيا 46.", "ar", "members"),
    ],
)
def test_a_list_of_names_and_numbers(text: str, language: str, unit: str) -> None:
    assert figures(text, language) == [(53.0, unit, "exact"), (54.0, unit, "exact"), (46.0, unit, "exact")]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("They freed 80 hostages, including 12 from Brekke.", "en", (12.0, "hostages", "exact")),
        ("Ils ont libéré 80 otages, dont 12 de Brekke.", "fr", (12.0, "otages", "exact")),
        ("أفرجوا عن 80 رهينة بينهم 12 من الشمال.", "ar", (12.0, "hostages", "exact")),
        ("أيدته أربع دول من أصل ست.", "ar", (6.0, "states", "exact")),
    ],
)
def test_a_part_of_what_was_counted(text: str, language: str, expected: tuple[float, str, str]) -> None:
    assert figures(text, language)[-1] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The blast killed 72 and wounded at least 30.", "en", [(72.0, "killed", "exact"), (30.0, "wounded", "at_least")]),
        ("L'explosion a tué 72 et blessé des passants.", "fr", [(72.0, "killed", "exact")]),
        ("قتل سبعة في القصف", "ar", [(7.0, "killed", "exact")]),
    ],
)  # fmt: skip
def test_victims_need_no_noun(text: str, language: str, expected: list[tuple[float, str, str]]) -> None:
    assert figures(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("four or five states", "en", "states"), ("quatre ou cinq pays", "fr", "states"), ("أربع أو خمس دول", "ar", "states"),
        ("they found four or five.", "en", None), ("ils en ont trouvé quatre ou cinq.", "fr", None),
    ],
)  # fmt: skip
def test_numbers_joined_by_or_are_two(text: str, language: str, unit: str | None) -> None:
    assert figures(text, language) == [(4.0, unit, "at_least"), (5.0, unit, "up_to")]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("at least two Norwegians were hurt", "en", (2.0, "people", "at_least")),
        ("au moins deux Norvégiens ont été blessés", "fr", (2.0, "people", "at_least")),
        ("تظاهر مئات الفلسطينيين", "ar", (100.0, "people", "at_least")),
    ],
)
def test_a_people_is_counted_by_its_name(text: str, language: str, expected: tuple[float, str, str]) -> None:
    assert figures(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two former rivals met", (2.0, "rivals", "exact")),
        ("two new Norwegian army bases", (2.0, "bases", "exact")),
        ("11 legal and medical charities", (11.0, "charities", "exact")),
        ("two bomb-damaged towns", (2.0, "towns", "exact")),
    ],
)
def test_words_before_an_english_plural(text: str, expected: tuple[float, str, str]) -> None:
    assert figures(text, "en") == [expected]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("in 2014 or 2015", "en"), ("over 2015 the talks went on", "en"), ("Brekke 53, a painter", "en"), ("le 3 ou 4 mai", "fr"),
        ("about 10 they left", "en"),
    ],
)  # fmt: skip
def test_bare_numbers_that_count_nothing(text: str, language: str) -> None:
    assert [found for found in figures(text, language) if found[1] != "years"] == []


def test_a_dual_with_its_number_is_one_count() -> None:
    assert figures("وصل جنديان اثنان", "ar") == [(2.0, "soldiers", "exact")]


def test_pounds_of_a_material_are_a_weight() -> None:
    assert figures("They removed 187 pounds of enriched uranium.", "en") == [(187.0, "pounds", "exact")]
    assert read_money("They removed 187 pounds of enriched uranium.", "en") == []
