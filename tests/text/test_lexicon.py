"""Phrases of a pack found in text: longest first, clitics parted, articles not compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.languages import LanguagePack, Word
from mithaq.text.lattice import Unit
from mithaq.text.lexicon import Lexicon
from mithaq.text.tokens import tokenize

CLITICS = {"article": "ال", "conjunctions": {"و": "and"}, "prepositions": {"ب": "in", "ل": "for"}}


def lexicon(*rows: tuple[str, str, str], arabic: bool = True) -> Lexicon:
    words = tuple(Word(form, label, value, "table") for form, label, value in rows)
    return Lexicon(LanguagePack("xx", {"clitics": CLITICS} if arabic else {}, words, ()), ("table",))


def units(found_by: Lexicon, text: str) -> list[Unit]:
    return found_by.units(text, tokenize(text))


def labelled(found_by: Lexicon, text: str, label: str) -> list[str]:
    return [text[unit.start : unit.end] for unit in units(found_by, text) if label in unit.labels]


def test_the_longest_phrase_wins() -> None:
    found_by = lexicon(("كانون", "short", ""), ("كانون الأول", "month", "12"))
    assert labelled(found_by, "في كانون الأول 2021", "month") == ["كانون الأول"]
    assert labelled(found_by, "في كانون 2021", "short") == ["كانون"]


@pytest.mark.parametrize("text", ["دولة", "الدولة", "والدولة", "بالدولة", "للدولة", "وللدولة"])
def test_a_word_is_found_under_article_and_clitics(text: str) -> None:
    assert len(labelled(lexicon(("دولة", "counted", "states")), text, "counted")) == 1


def test_clitics_become_units_of_their_own() -> None:
    parts = [sorted(unit.labels) for unit in units(lexicon(("دولة", "counted", "")), "وللدولة")]
    assert parts == [["and", "clitic_and"], ["clitic_for", "for"], ["counted"]]


def test_a_form_with_the_article_needs_it() -> None:
    found_by = lexicon(("الأحد", "weekday", "7"))
    assert labelled(found_by, "يوم الأحد", "weekday") == ["الأحد"]
    assert labelled(found_by, "أحد الوزراء", "weekday") == []


def test_articles_of_later_words_are_not_compared() -> None:
    found_by = lexicon(("قرار مجلس الأمن", "numbered", ""))
    assert labelled(found_by, "قرار مجلس أمن", "numbered") == ["قرار مجلس أمن"]


def test_capitals_are_needed_where_the_form_has_them() -> None:
    found_by = lexicon(("May", "month", "5"), ("USD", "code", ""), ("euro", "currency", ""), arabic=False)
    assert labelled(found_by, "May may", "month") == ["May"]
    assert labelled(found_by, "USD usd Usd", "code") == ["USD"]
    assert labelled(found_by, "Euro EURO euro", "currency") == ["Euro", "EURO", "euro"]


def test_one_form_may_have_several_labels() -> None:
    (unit,) = units(lexicon(("second", "ordinal", "2"), ("second", "unit", "S"), arabic=False), "second")
    assert unit.values == {"ordinal": "2", "unit": "S"}


def test_label_sets_name_every_label() -> None:
    found_by = lexicon(("دولة", "counted", ""), ("مايو", "month", "5"))
    assert {"counted", "month", "word", "digits", "mark"} <= set().union(*found_by.label_sets())


@given(st.text(st.sampled_from("ولبكالدولةمايأإ 5،.ًـ"), max_size=40))
def test_units_cover_the_text_in_order(text: str) -> None:
    found_by = lexicon(("دولة", "counted", ""), ("مايو", "month", "5"), ("ال", "article", ""))
    end = 0
    for unit in units(found_by, text):
        assert unit.start >= end
        end = unit.end
