"""A line of the brief and its citations in plain characters, as the text and Markdown formats share them."""

from collections.abc import Callable

from mithaq.publish.excerpts import one_line
from mithaq.publish.isolates import isolate, isolate_runs
from mithaq.publish.outline import Citation, Line
from mithaq.publish.words import Words

_QUOTED_CITATIONS = 2

Escape = Callable[[str], str]


def unescaped(text: str) -> str:
    """For a format in which every character stands for itself."""
    return text


def render_line(line: Line, words: Words, escape: Escape = unescaped) -> str:
    """The text of a line, then its citations: ``text: “words” [1]``; the words alone where there is no text."""
    cited = _citations(line.citations, words, escape)
    if not line.text:
        return cited
    text = own_words(escape(line.text), words)
    return text + words.say("marks", "colon") + cited if cited else text


def own_words(text: str, words: Words) -> str:
    """Text of the interface, in which names of the other direction stand as units, each part for itself."""
    dash = words.say("marks", "dash")
    return dash.join(isolate_runs(part, words.direction) for part in one_line(text).split(dash))


def _citations(citations: tuple[Citation, ...], words: Words, escape: Escape) -> str:
    """``“words” [1] “other words” [3] [4]``: only the first show their words, and the same words once."""
    pieces: list[str] = []
    shown: set[str] = set()
    for citation in citations:
        if citation.excerpt not in shown and len(shown) < _QUOTED_CITATIONS:
            shown.add(citation.excerpt)
            excerpt = isolate(escape(citation.excerpt), words.direction)
            pieces.append(words.say("marks", "open") + excerpt + words.say("marks", "close"))
        mark = f"[{citation.number}]"
        if not pieces or pieces[-1] != mark:
            pieces.append(mark)
    return " ".join(pieces)
