"""Marks in a text: however citations overlap, the text stays whole and the HTML well formed."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from mithaq.model.span import Span
from mithaq.publish.highlights import mark_words

TEXT = 'وقال "ناصر" <b>إن</b> & الأمر\r\nthen it ended.'


def test_nested_words() -> None:
    marked = mark_words("abcdef", [("all", Span(0, 6)), ("in", Span(2, 4))])
    assert marked.html == '<mark id="all" data-of="all">ab<mark id="in" data-of="in">cd</mark>ef</mark>'
    assert marked.cut == ()


def test_crossing_words_are_cut_once() -> None:
    marked = mark_words("abcdef", [("a", Span(0, 4)), ("b", Span(2, 6))])
    assert marked.html == (
        '<mark id="a" data-of="a">ab<mark id="b" data-of="b">cd</mark></mark><mark data-of="b">ef</mark>'
    )
    assert marked.cut == ("b",)


SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).filter(lambda pair: pair[0] < pair[1])


@given(st.sets(SPANS, max_size=8))
def test_any_spans(places: set[tuple[int, int]]) -> None:
    anchors = {f"a{start}-{end}": Span(start, end) for start, end in places}
    marked = mark_words(TEXT, anchors.items())
    found = dict.fromkeys(anchors, "")
    whole = ""
    open_names: list[str] = []
    for tag, name, text in re.findall(r'(</mark>|<mark[^>]*data-of="([^"]*)">)|([^<]+)', marked.html):
        if text:
            whole += unescape(text)
            for open_name in open_names:
                found[open_name] += unescape(text)
        elif tag == "</mark>":
            open_names.pop()
        else:
            open_names.append(name)
    assert open_names == []
    assert whole == TEXT
    assert found == {name: span.of(TEXT) for name, span in anchors.items()}
    assert sorted(re.findall(r' id="([^"]*)"', marked.html)) == sorted(anchors)
