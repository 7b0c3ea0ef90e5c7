"""Names by what stands beside them: filiations, verbs of capitals, first names alone. Expectations are written by hand."""

import pytest

from mithaq.annotate.names import printed_name, read_names
from mithaq.model.values import CountryValue, PlaceValue


def people(text: str, language: str) -> list[tuple[str, str]]:
    return [(one.text, printed_name(one)) for one in read_names(text, language) if one.kind == "person"]


def test_a_longer_filiation_is_part_of_a_known_name() -> None:
    assert people("عاد الملك سلمان بن عبد العزيز آل سعود إلى جدة", "ar") == [
        ("الملك سلمان بن عبد العزيز آل سعود", "person Salman bin Abdulaziz (SA)")
    ]
    assert [text for text, _ in people("وقال فيصل بن فرحان بن عبد الله إن", "ar")] == ["فيصل بن فرحان بن عبد الله"]


@pytest.mark.parametrize(
    ("text", "iso"), [("أبرمت لندن اتفاقا تجاريا", "GB"), ("تعرف الدول أن بكين ستسرع البناء", "CN")]
)
def test_a_capital_is_a_government_beside_a_verb_of_hers(text: str, iso: str) -> None:
    assert CountryValue(iso, government=True) in [one.value for one in read_names(text, "ar")]


def test_a_verb_behind_a_noun_and_its_capital_is_the_nouns() -> None:
    (found,) = read_names("مباحثات واشنطن انتهت", "ar")
    assert isinstance(found.value, PlaceValue)
    assert (found.value.name, found.value.country) == ("Washington", "US")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Samantha Kettleby left early. Friends said Samantha was ill.", "en"),
        ("Samantha Kettleby est partie. Hier Samantha était malade.", "fr"),
    ],
)
def test_a_listed_first_name_stands_for_the_full_name(text: str, language: str) -> None:
    assert people(text, language)[1:] == [("Samantha", "person Samantha Kettleby")]
