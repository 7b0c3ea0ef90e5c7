"""Parts a text into sentences. Not for quotations: a sentence may begin or end inside one."""

import re
from collections.abc import Collection

from mithaq.model.span import Span

# French sets a blank before the closing mark.
# Scraped pages glue sentences ("today.The", "اليوم.وقال"): a stop between a longer word and what begins a sentence.
_GLUED = r"(?<=[^\W\d_]{3})[.!?][\"»”]?(?=[A-ZÀ-Ý][a-zà-ÿ'])|(?<=[\u0620-\u064a]{3})[.!؟](?=[\u0620-\u064a]{2})"
_END = re.compile(rf"[.!?؟…۔]+(?:[\"»”’')\]]|[ \u00a0\u202f]»)*(?=\s|$)|{_GLUED}|\n+")
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+$")
_OPENERS = "\"«“”‘'([ـ-–— \u200e\u200f\u202a\u202b\u2067"


def split_sentences(text: str, abbreviations: Collection[str]) -> list[Span]:
    """The sentences of ``text`` in order, without the white space around them.

    A line end always ends one. A full stop does not after an abbreviation (given folded, without its stop), after a
    single letter (initials), inside a number, or before a small letter.
    """
    sentences: list[Span] = []
    start = 0
    for found in _END.finditer(text):
        if not found.group().startswith("\n") and not _ends(text, found, abbreviations):
            continue
        _append(sentences, text, start, found.end())
        start = found.end()
    _append(sentences, text, start, len(text))
    return sentences


def _ends(text: str, found: re.Match[str], abbreviations: Collection[str]) -> bool:
    after = text[found.end() : found.end() + 8].lstrip().lstrip(_OPENERS)
    if after[:1].islower():
        return False
    if not found.group().startswith(".") or found.group().startswith(".."):
        return True
    word = _LAST_WORD.search(text, max(0, found.start() - 24), found.start())
    if word is None:
        return True
    last = word.group().casefold()
    return not (len(last) == 1 or last in abbreviations or ("." in last and not after[:1].isupper()))


def _append(sentences: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        sentences.append(Span(start, end))
