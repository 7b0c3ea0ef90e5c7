"""The words of the interface: the same keys in every language, a word for every code of the record."""

import string
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from mithaq.errors import UsageError
from mithaq.model.claim import Act, Change, Level, Stage, Status
from mithaq.model.fact import DisagreementReason, FollowUpStatus
from mithaq.model.values import Qualifier
from mithaq.publish.words import LANGUAGES, words_in


def forms(word: Any) -> list[str]:
    if isinstance(word, dict):
        return list(word.values())
    return list(word) if isinstance(word, list) else [word]


def entries(language: str) -> Iterator[tuple[str, str, list[str]]]:
    for table, content in words_in(language).tables.items():
        for key, word in content.items():
            yield table, key, forms(word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_tables_and_keys(language: str) -> None:
    def keys(of: str) -> set[tuple[str, str]]:
        return {(table, key) for table, key, _ in entries(of)}

    assert keys(language) == keys("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_slots_to_fill(language: str) -> None:
    def slots(words: list[str]) -> set[str | None]:
        return {name for word in words for _, name, _, _ in string.Formatter().parse(word) if name}

    english = {(table, key): slots(words) for table, key, words in entries("en")}
    for table, key, words in entries(language):
        # A range may say a year or a month once or twice; a unit may leave out the number it says in words.
        if table != "range":
            assert slots(words) == english[table, key], f"{table}.{key}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("table", "codes"),
    [
        ("act", Act), ("level", Level), ("status", Status), ("stage", Stage), ("change", Change),
        ("qualifier", Qualifier), ("reason", DisagreementReason), ("follow_up", FollowUpStatus),
    ],
)  # fmt: skip
def test_a_word_for_every_code(language: str, table: str, codes: Any) -> None:
    assert set(words_in(language).tables[table]) == set(get_args(codes))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_and_twelve_months(language: str) -> None:
    assert all(word for _, _, words in entries(language) for word in words)
    assert len(set(words_in(language).tables["month"]["names"])) == 12


def test_the_arabic_words_are_arabic() -> None:
    bare = [
        (table, key)
        for table, key, words in entries("ar")
        if table not in ("marks", "date", "unit", "qualifier")
        and key not in ("direction", "below_two", "first_day", "other")
        for word in words
        if not any("\u0600" <= letter <= "\u06ff" for letter in word)
    ]
    assert bare == []


def test_phrases() -> None:
    assert words_in("en").enumerate(["A", "B", "C"]) == "A, B and C"
    assert words_in("fr").enumerate(["A"]) == "A"
    assert words_in("ar").enumerate(["المغرب", "اليمن", "العراق"]) == "المغرب، اليمن والعراق"


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert words_in("ar").say("act", "hum") == "hum"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UsageError, match="en, ar, fr"):
        words_in("tr")
