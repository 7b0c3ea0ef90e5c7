"""Tells whether words look ahead or back, from the marks of tense around them: enough to pick the year of "in June".

Not a parser: the mark written last before the words decides, else the first one after them, inside one sentence.
"""

import re
from bisect import bisect_left

from mithaq.languages import LanguagePack
from mithaq.text.fold import fold

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_INFLECTED = 5


class TenseReader:
    """The marks of tense of one language: ``[tense]`` of its settings and the tensed forms of its verbs."""

    def __init__(self, pack: LanguagePack) -> None:
        settings = pack.settings.get("tense", {})
        self._marks: dict[str, int] = {}
        for word in pack.words:
            if word.table == "verbs" and " " not in word.form:
                if word.label.endswith("_past"):
                    self._marks.setdefault(fold(word.form), -1)
                elif word.label.endswith("_future"):
                    self._marks[fold(word.form)] = 1
        self._marks.update({fold(word): -1 for word in settings.get("past_words", ())})
        self._marks.update({fold(word): 1 for word in settings.get("future_words", ())})
        self._prefixes = tuple(fold(part) for part in settings.get("future_prefixes", ()))
        self._endings = {
            tense: tuple(fold(part) for part in settings.get(name, ()))
            for name, tense in (("future_suffixes", 1), ("past_suffixes", -1))
        }
        self._known: dict[str, int] = {}

    def marks(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Places and tenses (1 ahead, -1 back) of the marks between two offsets, in order."""
        found = []
        for word in _WORD.finditer(text, start, end):
            tense = self._tense(word.group())
            if tense:
                found.append((word.start(), tense))
        return found

    def _tense(self, surface: str) -> int:
        known = self._known.get(surface)
        if known is None:
            known = self._known[surface] = self._tense_of(fold(surface), surface[:1].isupper())
        return known

    def _tense_of(self, word: str, capital: bool) -> int:
        if word in self._marks:
            return self._marks[word]
        if len(word) < _SHORTEST_INFLECTED or capital:
            return 0
        if self._prefixes and word.startswith(self._prefixes):
            return 1
        for tense, endings in self._endings.items():
            if endings and word.endswith(endings):
                return tense
        return 0


def tense_at(marks: list[tuple[int, int]], place: int) -> int:
    """The tense that holds at a place: of the last mark before it, else of the first after it; 0 without marks."""
    if not marks:
        return 0
    index = bisect_left(marks, (place, -2))
    return marks[index - 1][1] if index else marks[0][1]
