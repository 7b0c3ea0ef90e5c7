"""Marks the lines of a page that are not the article: "read also", "share", "home page", repeated titles.

They stay in the stored text; nothing is read from them. Not for finding an article in HTML: sources do that.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from mithaq.languages import LanguagePack, Word
from mithaq.model.span import Span
from mithaq.text.tokens import Token, tokenize

_LINE = re.compile(r"[^\n]+")
_ADDRESS = re.compile(r"https?://\S+")
_LONGEST_LINK_LINE = 30
_SHORTEST_REPEATED_LINE = 3
_SENTENCE_ENDS = '.!؟?»”"'

Words = tuple[str, ...]


def find_boilerplate(text: str, title: str | None, pack: LanguagePack) -> tuple[Span, ...]:
    """The lines from which nothing is to be read, in order.

    The pack's ``boilerplate`` table labels forms ``whole_line`` (the line is just this, numbers apart), ``line_start``
    (a short line begins so; if it is just this, and no whole line, the next line is the title it leads to) and
    ``rest_of_page`` (the line is just this, and in the second half of the text all that follows it goes too).
    """
    forms = _forms(pack.table("boilerplate"))
    seen = {_words(tokenize(title))} if title else set()
    skipped = []
    title_follows = False
    for found in _LINE.finditer(text):
        tokens = tokenize(_ADDRESS.sub("", found.group()))
        line = _words(tokens)
        if not line:
            continue
        words = _words([token for token in tokens if token.kind == "word"])
        if words in forms["rest_of_page"] and found.start() > len(text) // 2:
            skipped.append(Span(found.start(), len(text)))
            break
        leads = len(line) <= _LONGEST_LINK_LINE and any(line[: len(form)] == form for form in forms["line_start"])
        repeated = line in seen and len(line) >= _SHORTEST_REPEATED_LINE
        led_to = title_follows and len(line) <= _LONGEST_LINK_LINE and found.group().rstrip()[-1] not in _SENTENCE_ENDS
        if leads or repeated or led_to or words in forms["whole_line"]:
            skipped.append(Span(found.start(), found.end()))
        seen.add(line)
        title_follows = line in forms["line_start"] and line not in forms["whole_line"]
    return tuple(skipped)


@lru_cache(maxsize=32)
@lru_cache(maxsize=8)
def _forms(table: tuple[Word, ...]) -> dict[str, set[Words]]:
    forms: dict[str, set[Words]] = {"whole_line": set(), "line_start": set(), "rest_of_page": set()}
    for word in table:
        forms[word.label].add(_words(tokenize(word.form)))
    return forms


def _words(tokens: Sequence[Token]) -> Words:
    return tuple(token.form for token in tokens if token.kind != "mark")


def inside(place: Span, spans: Sequence[Span]) -> bool:
    """Does ``place`` touch one of the spans?"""
    return any(place.overlaps(span) for span in spans)
