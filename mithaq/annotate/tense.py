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
        self._conjunctions = tuple(fold(part) for part in pack.settings.get("clitics", {}).get("conjunctions", ()))
        # Names and common words that only begin like the future do (سيرغي, سياسية).
        for word in settings.get("not_future", ()):
            self._marks.setdefault(fold(word), 0)
        for table in ("given_names", "people", "places", "countries", "regions"):
            for name in pack.table(table):
                for part in fold(name.form).split():
                    if self._prefixes and part.startswith(self._prefixes):
                        self._marks.setdefault(part, 0)
        self._endings = {
            tense: tuple(fold(part) for part in settings.get(name, ()))
            for name, tense in (("future_suffixes", 1), ("past_suffixes", -1))
        }
        self._known: dict[str, int] = {}

    def marks(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Places and tenses (1 ahead, -1 back) of the marks between two offsets, in order."""
        found = []
        ahead_until = -2
        for word in _WORD.finditer(text, start, end):
            tense = self._tense(word.group())
            # Right after a mark that looks ahead, what looks like a past form is a noun ("تقرر عقد القمة").
            if tense and not (tense < 0 and ahead_until + 1 == word.start()):
                found.append((word.start(), tense))
                ahead_until = word.end() if tense > 0 else -2
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
        if self._prefixes and self._is_future(word):
            return 1
        for tense, endings in self._endings.items():
            if endings and word.endswith(endings):
                return tense
        return 0

    def _is_future(self, word: str) -> bool:
        """Does the word, without a conjunction written onto it, begin like a verb in the future?"""
        if word.startswith(self._prefixes):
            return True
        rest = next((word[len(one) :] for one in self._conjunctions if word.startswith(one)), "")
        return len(rest) >= _SHORTEST_INFLECTED and rest.startswith(self._prefixes) and rest not in self._marks


def tense_at(marks: list[tuple[int, int]], place: int) -> int:
    """The tense that holds at a place: of the last mark before it, else of the first after it; 0 without marks."""
    if not marks:
        return 0
    index = bisect_left(marks, (place, -2))
    return marks[index - 1][1] if index else marks[0][1]
