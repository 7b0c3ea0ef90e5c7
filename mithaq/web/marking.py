"""An article's text in HTML with what was read from it marked in place. Pure: text and spans in, markup out.

The text is cut wherever a span begins or ends, so that spans may cross; each piece names all that cover it. Lines become
paragraphs, each with the direction most of its letters have. Nothing of the text is taken as markup.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Half-open range of code points with the style class it gets; ``name`` ties it to its entry beside the text.

    ``tag`` is ``span`` for what was read and ``mark`` for what the reader looks for.
    """

    start: int
    end: int
    style: str
    name: str = ""
    tag: str = "span"


def mark_text(
    text: str, marks: Iterable[Mark], target: tuple[int, int] | None = None, direction: str = "auto"
) -> Markup:
    """The text as paragraphs. The words at ``target`` stand in ``<mark class="at">``, the first of them with id ``at``.

    A line without letters has the ``direction`` of the text.
    """
    wanted = [Mark(*target, "at", "", "mark")] if target else []
    ordered = sorted(
        (mark for mark in (*wanted, *marks) if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end)
    )
    lines: list[Markup] = []
    start, anchored = 0, False
    for line in text.split("\n"):
        end = start + len(line)
        inside = [mark for mark in ordered if mark.start < end and mark.end > start]
        at = next((mark for mark in inside if mark.style == "at"), None)
        shown = _line(text, start, end, inside, "" if anchored else ' id="at" tabindex="-1"')
        anchored = anchored or at is not None
        lines.append(
            Markup('<p dir="{}">{}</p>').format(main_direction(line, direction), shown) if line else Markup("<p></p>")
        )
        start = end + 1
    return Markup("\n").join(lines)


def main_direction(line: str, default: str = "auto") -> str:
    """The direction of most letters of a line; ``default`` where it has none."""
    counts = {"ltr": 0, "rtl": 0}
    for letter in line:
        found = _STRONG.get(unicodedata.bidirectional(letter))
        if found:
            counts[found] += 1
    if not any(counts.values()):
        return default
    return "rtl" if counts["rtl"] >= counts["ltr"] else "ltr"


def _line(text: str, start: int, end: int, marks: Sequence[Mark], anchor: str) -> Markup:
    """One line; the part inside the target is wrapped once, whatever pieces it has."""
    at = next((mark for mark in marks if mark.style == "at"), None)
    others = [mark for mark in marks if mark is not at]
    if at is None:
        return _pieces(text, start, end, others)
    left, right = max(at.start, start), min(at.end, end)
    opening = Markup(f'<mark class="at"{anchor}>')
    return Markup("{}{}{}</mark>{}").format(
        _pieces(text, start, left, others),
        opening,
        _pieces(text, left, right, others),
        _pieces(text, right, end, others),
    )


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Markup:
    cuts = {start, end}
    for mark in marks:
        cuts.update(place for place in (mark.start, mark.end) if start < place < end)
    ordered = sorted(cuts)
    return Markup("").join(
        _piece(text[left:right], [mark for mark in marks if mark.start <= left and mark.end >= right])
        for left, right in pairwise(ordered)
    )


def _piece(words: str, marks: Sequence[Mark]) -> Markup:
    shown = escape_words(words)
    if not marks:
        return shown
    tag = "mark" if any(mark.tag == "mark" for mark in marks) else "span"
    styles = " ".join(dict.fromkeys(("s", *(mark.style for mark in marks))))
    names = " ".join(mark.name for mark in marks if mark.name)
    of = Markup(' data-of="{}"').format(names) if names else Markup("")
    return Markup('<{0} class="{1}"{2}>{3}</{0}>').format(tag, styles, of, shown)


def escape_words(words: str) -> Markup:
    """Text as HTML shows it; control characters, which HTML cannot hold, become the replacement character."""
    return Markup(escape("".join("\ufffd" if ord(letter) < 32 and letter != "\t" else letter for letter in words)))


def mark_snippet(text: str, marks: Iterable[tuple[int, int]]) -> Markup:
    """A piece of text on one line with the matched words marked."""
    found = [Mark(start, end, "found", "", "mark") for start, end in marks]
    return _pieces(text, 0, len(text), found)
