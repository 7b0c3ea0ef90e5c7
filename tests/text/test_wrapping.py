"""Wrapped texts are read as if their lines were joined; nothing else is changed."""

import textwrap
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.model.article import Article
from mithaq.model.claim import Funding
from mithaq.pipeline import read_article
from mithaq.text.wrapping import unwrap

WRAPPED = """The ministers met in Oslo on Monday. They spoke of fishing rights and
of the border, and agreed that a joint commission should go on with the
work until the summer.

A second meeting is planned. It will be held in Bergen, said the minister
of Norway."""
ARABIC = """اجتمع الوزراء في أوسلو يوم الاثنين وبحثوا حقوق الصيد في بحر الشمال
والحدود المشتركة بين البلدين واتفقوا على أن تواصل لجنة مشتركة عملها
حتى الصيف."""


def test_line_ends_inside_a_paragraph_become_blanks() -> None:
    assert unwrap(WRAPPED).split("\n\n") == [" ".join(part.split("\n")) for part in WRAPPED.split("\n\n")]
    assert "\n" not in unwrap(ARABIC)


@pytest.mark.parametrize(
    "text",
    [
        "Oslo talks open\nMinisters of six states met on Monday to speak of fish, of borders and of the north sea\nBy our reporter",
        "One paragraph that is rather long and ends with its own full stop, as paragraphs do.\n" * 4,
        "short\nlines\nof\na poem",
        "",
        "\n\n",
    ],
)
def test_lines_that_are_paragraphs_stay(text: str) -> None:
    assert unwrap(text) == text


def test_a_list_keeps_its_items() -> None:
    text = WRAPPED + "\nThe ministers will look at two things in the coming months, and these are\n- fish\n- borders"
    assert unwrap(text).endswith("\n- fish\n- borders")


@given(st.lists(st.text(alphabet="ab .-\n", max_size=90), max_size=12).map("\n".join))
def test_every_offset_holds(text: str) -> None:
    joined = unwrap(text)
    assert len(joined) == len(text)
    assert all(one == other or (one, other) == ("\n", " ") for one, other in zip(text, joined, strict=True))


def test_what_is_read_from_a_wrapped_text_is_cited_with_its_line_ends() -> None:
    text = (
        "At the meeting in Oslo the minister of finance told reporters that it had been a long day for all of them. "
        "Norway pledged $200 million for schools in Chad and the money is to be paid by June 2023, the minister added."
    )
    wrapped = textwrap.fill(text, 72)
    article = Article("a", "a.txt", None, "en", "2022-05-12", "explicit", None, text)
    plain, broken = read_article(article), read_article(replace(article, text=wrapped))
    assert [claim.content for claim in broken.claims] == [claim.content for claim in plain.claims]
    assert any(isinstance(claim.content, Funding) for claim in broken.claims)
    ids = {claim.id for claim in broken.claims}
    assert [claim.within is None for claim in broken.claims] == [claim.within is None for claim in plain.claims]
    assert {claim.within for claim in broken.claims} - {None} <= ids
    assert any(claim.within for claim in broken.claims)
    for found in (*broken.annotations, *broken.claims):
        assert found.text == wrapped[found.span.start : found.span.end]
