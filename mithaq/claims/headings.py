"""Statements that a heading inside the text makes and the body tells again, more fully. Not for titles: those are no text."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from mithaq.model.claim import Claim, Statement
from mithaq.text.fold import fold

_LONGEST_HEADING = 14
_FINAL_MARKS = ".!?؟:…؛;»\"”'’"
_SHORTEST_WORD = 4
# Characters to either side within which a heading begins and ends.
_REACH = 160
# How much of a heading's words the fuller statement has, and how many statements of its speaker to either side are compared.
_SHARED, _NEAR = 0.4, 6


def told_in_headings(text: str, claims: Sequence[Claim]) -> set[int]:
    """The indices of statements in headings that another statement of the same speaker and act repeats; a line in
    capitals is a heading whatever the rest says."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    headings: list[tuple[int, str]] = []
    for number, claim in enumerate(claims):
        statement = claim.content
        assert isinstance(statement, Statement)
        line = _line(text, claim.span.start) if statement.quote == "indirect" else None
        if line is not None and line.isupper():
            headings.append((number, ""))
        elif line is not None:
            headings.append((number, line))
        else:
            alike[statement.speaker.name, statement.act].append(number)
    return {number for number, line in headings if not line or _is_repeated(claims, number, alike)}


def _is_repeated(claims: Sequence[Claim], number: int, alike: dict[tuple[str, str], list[int]]) -> bool:
    statement = claims[number].content
    assert isinstance(statement, Statement)
    words = _words(claims[number].text)
    same = alike[statement.speaker.name, statement.act]
    place = bisect_left(same, number)
    others = same[max(0, place - _NEAR) : place + _NEAR]
    return any(len(words & _words(claims[other].text)) >= _SHARED * len(words) for other in others) and bool(words)


def _words(text: str) -> set[str]:
    return {word for word in fold(text).split() if len(word) >= _SHORTEST_WORD}


def _line(text: str, place: int) -> str | None:
    """The line of a place when it looks like a heading: short, not the last one, no mark at its end."""
    start = text.rfind("\n", max(0, place - _REACH), place) + 1
    end = text.find("\n", place, place + _REACH)
    line = text[start:end].strip() if end >= 0 and (start or place < _REACH) else ""
    if not line or line[-1] in _FINAL_MARKS or len(line.split()) > _LONGEST_HEADING:
        return None
    return line
