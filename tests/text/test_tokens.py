"""Tokens and their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.text.tokens import tokenize


def pieces(text: str, *, plain: bool = False) -> list[str]:
    return [text[token.start : token.end] for token in tokenize(text, plain_space_groups=plain)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. forces", ["U.S.", "forces"]), ("l'Italie", ["l", "'", "Italie"]), ("2,5 milliards", ["2,5", "milliards"]),
        ("12.05.2022", ["12.05.2022"]), ("(210) خلايا", ["(", "210", ")", "خلايا"]), ("115شخصاً", ["115", "شخصاً"]),
        ("1\u202f500 €", ["1\u202f500", "€"]), ("1 234 567", ["1 234 567"]), ("40 000", ["40", "000"]),
        ("3-5%", ["3", "-", "5", "%"]), ("عُقِدَ", ["عُقِدَ"]), ("١٬٥٠٠", ["١٬٥٠٠"]), ("see https://a.org/2018/06/29/3c5.jpg)", ["see", "https://a.org/2018/06/29/3c5.jpg", ")"]),
    ],
)  # fmt: skip
def test_a_text_is_parted(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_a_plain_space_groups_digits_where_the_language_says_so() -> None:
    assert pieces("40 000 personnes", plain=True) == ["40 000", "personnes"]
    assert pieces("40 0000", plain=True) == ["40", "0000"]


def test_kinds() -> None:
    assert [token.kind for token in tokenize("5 دول، https://a.org")] == ["number", "word", "mark", "mark"]


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    text = "one two three"
    assert [(token.start, token.end) for token in tokenize(text, start=4, end=7)] == [(4, 7)]


@given(st.text(max_size=80), st.booleans())
def test_offsets_hold_and_no_text_raises(text: str, plain: bool) -> None:
    end = 0
    for token in tokenize(text, plain_space_groups=plain):
        assert end <= token.start < token.end <= len(text)
        assert text[end : token.start].strip() == ""
        end = token.end
    assert text[end:].strip() == ""
