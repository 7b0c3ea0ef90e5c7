"""Marks in an article's text: crossing, over several lines, in both directions; the text itself never changes."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from mithaq.web.marking import Mark, main_direction, mark_snippet, mark_text


def read_back(markup: str) -> str:
    lines = re.findall(r"<p[^>]*>(.*?)</p>", markup, re.DOTALL)
    return "\n".join(unescape(re.sub("<[^>]*>", "", line)) for line in lines)


def test_crossing_marks_are_cut_into_pieces_that_name_both() -> None:
    shown = mark_text("one two three", [Mark(0, 7, "l-a", "a0"), Mark(4, 13, "c-b", "c0")])
    assert '<span class="s l-a" data-of="a0">one </span>' in shown
    assert '<span class="s l-a c-b" data-of="a0 c0">two</span>' in shown
    assert '<span class="s c-b" data-of="c0"> three</span>' in shown


def test_the_target_is_one_mark_a_line_with_one_anchor() -> None:
    shown = mark_text("first line\n\nsecond line", [Mark(0, 5, "l-a", "a0")], (6, 18))
    assert shown.count('id="at"') == 1
    assert re.findall(r'<mark class="at"[^>]*>(.*?)</mark>', shown) == ["line", "second"]


def test_a_line_runs_as_most_of_its_letters_do() -> None:
    assert main_direction("G7 تجتمع في روما") == "rtl"
    assert main_direction("The word ميثاق means pact") == "ltr"
    assert main_direction("2022 – 83%") == "auto"


def test_marks_do_not_come_between_letters_that_join() -> None:
    shown = mark_text("والولايات المتحدة", [Mark(1, 9, "l-country", "a0")])
    assert '<p dir="rtl">و<span class="s l-country" data-of="a0">الولايات</span> المتحدة</p>' in shown


def test_markup_and_control_characters_are_shown_not_obeyed() -> None:
    shown = mark_text('<a href="x">&amp;\x00</a>', [])
    assert "<a" not in shown.removeprefix("<p")
    assert "\x00" not in shown
    assert "\ufffd" in shown


def test_found_words_are_marked_in_a_snippet() -> None:
    assert mark_snippet("a <b> c", [(2, 5)]) == 'a <mark class="s found">&lt;b&gt;</mark> c'


@given(
    st.text(alphabet="aب<&\n\"'7 ", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
    st.tuples(st.integers(0, 40), st.integers(0, 40)),
)
def test_whatever_is_marked_the_text_stays(text: str, places: list[tuple[int, int]], target: tuple[int, int]) -> None:
    marks = [
        Mark(min(place), min(max(place), len(text)), "l-x", f"a{number}")
        for number, place in enumerate(places)
        if min(place) <= len(text)
    ]
    wanted = (min(target), max(target)) if min(target) < max(target) <= len(text) else None
    shown = mark_text(text, marks, wanted)
    assert read_back(shown) == text
    if wanted and text[wanted[0] : wanted[1]].strip("\n"):
        marked = "".join(re.findall(r'<mark class="at"[^>]*>(.*?)</mark>', shown, re.DOTALL))
        assert unescape(re.sub("<[^>]*>", "", marked)) == text[wanted[0] : wanted[1]].replace("\n", "")
