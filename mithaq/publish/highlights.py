"""The text of an article in HTML with the cited words marked. Marks may overlap: the HTML stays well formed.

Citations that lie one inside the other nest. Where two cross, the later is cut at the end of the earlier; its first
piece has the anchor, and each of its pieces names it in ``data-of``, so that a style rule can light them all.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from mithaq.model.span import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """``html`` is the marked text; ``cut`` names the anchors of the marks that have several pieces."""

    html: str
    cut: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    anchor: str


def mark_words(text: str, anchors: Iterable[tuple[str, Span]]) -> Marked:
    """Mark each span with its anchor; spans must be different from one another and not empty."""
    pieces = _pieces(sorted(anchors, key=lambda named: (named[1].start, -named[1].end)))
    out: list[str] = []
    open_pieces: list[_Piece] = []
    seen: set[str] = set()
    end = 0
    for piece in pieces:
        end = _close_until(piece.span.start, end, open_pieces, text, out)
        out.append(escape_text(text[end : piece.span.start]))
        end = piece.span.start
        name = "" if piece.anchor in seen else f' id="{piece.anchor}"'
        seen.add(piece.anchor)
        out.append(f'<mark{name} data-of="{piece.anchor}">')
        open_pieces.append(piece)
    end = _close_until(len(text), end, open_pieces, text, out)
    out.append(escape_text(text[end:]))
    counts = Counter(piece.anchor for piece in pieces)
    return Marked("".join(out), tuple(sorted(name for name, count in counts.items() if count > 1)))


def escape_text(text: str) -> str:
    """Text as HTML shows it. Control characters, which HTML cannot hold, become the replacement character."""
    shown = "".join("\ufffd" if ord(letter) < 32 and letter not in "\t\n\r" else letter for letter in text)
    return escape(shown).replace("\r", "&#13;")


def _pieces(ordered: list[tuple[str, Span]]) -> list[_Piece]:
    """Spans cut so that any two either nest or do not touch, in the order in which they open."""
    done: list[_Piece] = []
    waiting = [_Piece(span, anchor) for anchor, span in ordered]
    while waiting:
        piece = waiting.pop(0)
        around = [known.span.end for known in done if known.span.start <= piece.span.start < known.span.end]
        cut = min((end for end in around if end < piece.span.end), default=None)
        if cut is not None:
            waiting.append(_Piece(Span(cut, piece.span.end), piece.anchor))
            waiting.sort(key=lambda left: (left.span.start, -left.span.end))
            piece = _Piece(Span(piece.span.start, cut), piece.anchor)
        done.append(piece)
    return done


def _close_until(place: int, end: int, open_pieces: list[_Piece], text: str, out: list[str]) -> int:
    """Close the marks that end at or before ``place``; gives where the text has been written to."""
    while open_pieces and open_pieces[-1].span.end <= place:
        closing = open_pieces.pop().span.end
        out.append(escape_text(text[end:closing]) + "</mark>")
        end = closing
    return end
