"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.text.sentences import split_sentences

ABBREVIATIONS = frozenset({"mr", "jan", "d.c"})


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text, ABBREVIATIONS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Mr. Smith left. It rained.", ["Mr. Smith left.", "It rained."]),
        ("On Jan. 5 it rained.", ["On Jan. 5 it rained."]),
        ("J. Smith left.", ["J. Smith left."]),
        ("It rose 2.5 percent. It fell.", ["It rose 2.5 percent.", "It fell."]),
        ("هل عاد الوفد؟ نعم، عاد.", ["هل عاد الوفد؟", "نعم، عاد."]),
        ("عنوان\nنص المقال", ["عنوان", "نص المقال"]),
        ("« Il part. » Elle reste.", ["« Il part. »", "Elle reste."]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(max_size=120))
def test_spans_are_in_order_trimmed_and_leave_only_space_out(text: str) -> None:
    end = 0
    for span in split_sentences(text, ABBREVIATIONS):
        assert text[end : span.start].strip() == ""
        assert span.of(text) == span.of(text).strip() != ""
        end = span.end
    assert text[end:].strip() == ""
