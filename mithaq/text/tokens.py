"""Tokens: words, numbers and marks with their places. Not for clitics: those are the lexicon's business."""

import re
from functools import cache
from typing import NamedTuple

from mithaq.text.fold import fold

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640\u200c-\u200f\ufeff"
_WORD = rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*"
_ACRONYM = r"(?:[^\W\d_]\.){2,}"
_NUMBER = r"\d+(?:[.,٫٬]\d+)*|(?<![^\s(-])[.,]\d+"
# A no-break or thin space between groups of three digits is a thousands mark in every language; a plain space only in some.
# So are two or more plain spaces, and Arabic commas without space.
_GROUPED = r"(?:\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){2,}|\d{1,3}(?:،\d{3})+)(?!\d)(?:[.,٫]\d+)?"
_GROUPED_PLAIN = r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,٫]\d+)?"


# An address is one mark: its digits and words are nobody's.
_LINK = r"(?:https?://|www\.)[^\s()\[\]<>\"'«»]+"
_KINDS = {"number": "number", "word": "word"}


class Token(NamedTuple):
    """``kind`` is ``word``, ``number`` or ``mark``; ``form`` is the folded word; offsets are into the article's text."""

    start: int
    end: int
    kind: str
    form: str


@cache
def _pattern(plain_space_groups: bool) -> re.Pattern[str]:
    grouped = _GROUPED_PLAIN if plain_space_groups else _GROUPED
    return re.compile(
        rf"(?P<link>{_LINK})|(?P<number>(?<![.,\d]){grouped}|{_NUMBER})|(?P<word>(?<![^\W\d_]){_ACRONYM}|{_WORD})|(?P<mark>[^\s])"
    )


def tokenize(text: str, *, plain_space_groups: bool = False, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text`` between two offsets, in order; white space is left out."""
    pattern = _pattern(plain_space_groups)
    stop = len(text) if end is None else end
    tokens = []
    for found in pattern.finditer(text, start, stop):
        kind = _KINDS.get(found.lastgroup or "", "mark")
        surface = found.group()
        tokens.append(Token(found.start(), found.end(), kind, fold(surface)))
    return tokens
