"""Folding levels spellings and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.text.fold import fold, folded_prefix_length

ARABIC = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أيار", "ايار"), ("إبريل", "ابريل"), ("آب", "اب"), ("الأميركى", "الاميركي"), ("دولة", "دوله"),
        ("مسؤول", "مسوول"), ("شئون", "شيون"), ("مـــارس", "مارس"), ("عُقِدَ", "عقد"), ("d’ici", "d'ici"), ("MAI", "mai"),
        ("ﻻ", "لا"), ("km²", "km2"),
    ],
)  # fmt: skip
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("été", "ete"), ("مايو", "ماي"), ("فلسطين", "فلسطينى"), ("5", "6")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ARABIC)
def test_folding_arabic_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("word", "count", "length"), [("وَالدول", 1, 2), ("للبلدين", 1, 1), ("بالأمس", 0, 0), ("و", 5, 1)]
)
def test_a_prefix_takes_the_marks_written_on_it(word: str, count: int, length: int) -> None:
    assert folded_prefix_length(word, count) == length
