"""Marks the lines of a page that are not the article: "read also", "share", "home page", repeated titles.

They stay in the stored text; nothing is read from them. Not for finding an article in HTML: sources do that.
"""

import re
from collections.abc import Sequence

from mithaq.languages import LanguagePack
from mithaq.model.span import Span
from mithaq.text.tokens import tokenize

_LINE = re.compile(r"[^\n]+")
_LONGEST_LINK_LINE = 30


def find_boilerplate(text: str, title: str | None, pack: LanguagePack) -> tuple[Span, ...]:
    """The lines from which nothing is to be read, in order.

    The pack's ``boilerplate`` table labels forms ``whole_line`` (the line is just this), ``line_start`` (a short line
    begins so) and ``rest_of_page`` (such a line and all that follows it).
    """
    forms = {
        label: [_words(word.form) for word in pack.table("boilerplate") if word.label == label]
        for label in ("whole_line", "line_start", "rest_of_page")
    }
    seen = {_words(title)} if title else set()
    skipped = []
    for found in _LINE.finditer(text):
        words = _words(found.group())
        if not words:
            continue
        if any(words == form for form in forms["rest_of_page"]) and found.start() > len(text) // 2:
            skipped.append(Span(found.start(), len(text)))
            break
        starts = len(words) <= _LONGEST_LINK_LINE and any(words[: len(form)] == form for form in forms["line_start"])
        repeated = words in seen and len(words) > 2
        if starts or repeated or any(words == form for form in forms["whole_line"]):
            skipped.append(Span(found.start(), found.end()))
        seen.add(words)
    return tuple(skipped)


def _words(line: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokenize(line) if token.kind != "mark")


def inside(place: Span, spans: Sequence[Span]) -> bool:
    """Does ``place`` touch one of the spans?"""
    return any(place.overlaps(span) for span in spans)


