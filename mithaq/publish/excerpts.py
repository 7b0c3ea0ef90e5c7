"""Words of an article made fit to be shown in a line: short, on one line, harmless. Not for citing: spans do that."""

import re

# Control characters could steer a terminal; bidi controls of an article could turn the rest of a line around.
_UNSHOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
# Spaces that do not break stay: they hold together what the interface sets apart, as in ``45 000`` in French.
_BREAKING_SPACE = re.compile("[\t-\r \x85\u2028\u2029]+")
_OUTER_QUOTES = "\"'“”„«»‹›‘’ "
_ELLIPSIS = "…"


def one_line(text: str) -> str:
    """The text without line breaks, control characters and bidi controls."""
    return _UNSHOWN.sub("", _BREAKING_SPACE.sub(" ", text)).strip()


def shorten(text: str, limit: int, focus: int = 0) -> str:
    """At most about ``limit`` characters of the text, whole words, around the one at offset ``focus``.

    Outer quotation marks are taken off, since the line puts its own; ``…`` marks what was left out.
    """
    words = list(re.finditer(r"\S+", text))
    if len(text) <= limit or not words:
        return one_line(text).strip(_OUTER_QUOTES)
    start = next((index for index, word in enumerate(words) if word.end() > focus), 0)
    # A few words before the focus show what it belongs to.
    start = 0 if words[start].end() <= limit * 2 // 3 else max(0, start - 4)
    end = start + 1
    while end < len(words) and words[end].end() - words[start].start() <= limit:
        end += 1
    shown = one_line(text[words[start].start() : words[end - 1].end()]).strip(_OUTER_QUOTES)
    before = f"{_ELLIPSIS} " if start else ""
    after = f" {_ELLIPSIS}" if end < len(words) else ""
    return before + shown.rstrip(".,،؛;: ") + after if after else before + shown
