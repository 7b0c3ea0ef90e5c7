"""Keeps text of the other direction from turning a line around, with Unicode isolates (UAX #9). For plain text only."""

import re
import unicodedata

FIRST_STRONG, POP = "\u2068", "\u2069"
_PAIRS = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"))
# A number after a run, unless words along the line follow it: those it may as well belong to.
_ENDING_NUMBER = re.compile(r" ?\d++(?:[.,:/-]\d++)*+%?+(?! ?[^\W\d])")
_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def isolate(text: str, direction: str) -> str:
    """The text as one unit: between isolates if it holds any letter that runs against ``direction``."""
    against = any(_direction(letter) not in (None, direction) for letter in text)
    return f"{FIRST_STRONG}{text}{POP}" if against else text


def isolate_runs(text: str, direction: str) -> str:
    """Each run of words against ``direction`` between isolates, or the whole text if no word runs along it."""
    if not any(_direction(letter) == direction for letter in text):
        return isolate(text, direction)
    pieces = []
    end = 0
    for start, stop in _runs_against(text, direction):
        stop = _whole_phrase(text, start, stop)
        pieces.append(text[end:start] + FIRST_STRONG + text[start:stop] + POP)
        end = stop
    return "".join(pieces) + text[end:]


def _whole_phrase(text: str, start: int, stop: int) -> int:
    """Where the run ends with what belongs to it: a bracket that it opened, a number that ends the phrase."""
    while stop < len(text) and any(
        text[stop] == closing and text.count(opening, start, stop) > text.count(closing, start, stop)
        for opening, closing in _PAIRS
    ):
        stop += 1
    number = _ENDING_NUMBER.match(text, stop)
    return number.end() if number else stop


def _runs_against(text: str, direction: str) -> list[tuple[int, int]]:
    """Runs from a first to a last letter against the direction, with no letter along it between them."""
    runs: list[tuple[int, int]] = []
    joined = False
    for match in re.finditer(r"\S", text):
        found = _direction(match.group())
        if found is None:
            continue
        if found == direction:
            joined = False
        elif joined:
            runs[-1] = (runs[-1][0], match.end())
        else:
            runs.append((match.start(), match.end()))
            joined = True
    return runs


def _direction(letter: str) -> str | None:
    return _STRONG.get(unicodedata.bidirectional(letter))
