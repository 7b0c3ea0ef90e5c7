"""Texts cut into lines of much one length, as mail and old archives have them: their lines are joined for reading.

Not for line ends that mean something: paragraphs, headings, lists.
"""

from itertools import pairwise

_FINAL = tuple('.!?؟…۔:»”"')
_LIST_MARKS = "-–—•*·◆"
# Of a wrapped text: the fewest lines that another follows, the narrowest and widest that its longest line may be (in
# characters), how long a full line is against the longest, and how many of the lines are full.
_FEWEST, _NARROWEST, _WIDEST, _FULL, _MOST = 2, 50, 130, 0.7, 0.8


def unwrap(text: str) -> str:
    """The text with a blank for each line end that only wraps: as long as before, so that every offset holds.

    A text whose lines are paragraphs comes back as it is.
    """
    lines = text.split("\n")
    width = _wrap_width(lines)
    if not width:
        return text
    joined = [lines[0]]
    for line, after in pairwise(lines):
        joined.append(" " if _goes_on(line, after, width) else "\n")
        joined.append(after)
    return "".join(joined)


def _wrap_width(lines: list[str]) -> int:
    """The longest line of a wrapped text; 0 when its lines are paragraphs.

    Wrapped lines are of much one length, none is long, and most that another line follows end inside a sentence.
    """
    followed = [line.rstrip() for line, after in pairwise(lines) if line.strip() and after.strip()]
    longest = max(map(len, lines))
    if len(followed) < _FEWEST or not _NARROWEST <= longest <= _WIDEST:
        return 0
    full = sum(len(line) >= _FULL * longest for line in followed)
    inside = sum(not line.endswith(_FINAL) for line in followed)
    return longest if full >= _MOST * len(followed) and 2 * inside > len(followed) else 0


def _goes_on(line: str, after: str, width: int) -> bool:
    """Does the sentence of a line go on in the next one? Not over a blank line, from a short line, or to a list mark."""
    full = len(line.rstrip()) >= _FULL * width
    return full and bool(after.strip()) and after.lstrip()[0] not in _LIST_MARKS
