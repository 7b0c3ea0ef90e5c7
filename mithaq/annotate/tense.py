"""Tells whether words look ahead or back, from the marks of tense around them: enough to pick the year of "in June".

Not a parser: the mark written last before the words decides, else the first one after them, inside one sentence. A
meeting that somebody calls for lies ahead of the call ("a demandé une réunion mardi").
"""

import re
from bisect import bisect_left

from mithaq.languages import LanguagePack
from mithaq.text.fold import fold

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_INFLECTED = 5
# A verb in the future itself ("will meet"), which leaves less doubt than a word of planning.
SURELY_AHEAD = 2
# A verb in the past that stands right before a day ("met on Friday") leaves as little; characters between the two.
_SURELY_BACK, _RIGHT_BEFORE = -2, 16
# So many words may part who is called on from the meeting that is called for.
_CALL_REACH = 14


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
                    self._marks[fold(word.form)] = SURELY_AHEAD
        self._marks.update({fold(word): 1 for word in settings.get("arranged_words", ())})
        self._marks.update({fold(word): -1 for word in settings.get("past_words", ())})
        self._marks.update({fold(word): 1 for word in settings.get("future_words", ())})
        self._marks.update({fold(word): SURELY_AHEAD for word in settings.get("future_auxiliaries", ())})
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
            for name, tense in (("future_suffixes", SURELY_AHEAD), ("past_suffixes", -1))
        }
        # Two words of a verb in the past ("se sont réunis"), or of one that tells of what is arranged ("se réunit mardi").
        self._pairs = {fold(words): -1 for words in settings.get("past_pairs", ())}
        self._pairs.update({fold(words): 1 for words in settings.get("arranged_pairs", ())})
        self._known: dict[str, int] = {}
        self._calls = _forms(pack, "verbs", "speech", "urge")
        self._meetings = _forms(pack, "meetings", "meeting_noun")
        self._occasions = _forms(pack, "meetings", "occasion_word")

    def marks(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Places and tenses (1 or 2 ahead, -1 back) of the marks between two offsets, in order."""
        found: list[tuple[int, int]] = []
        ahead_until = -2
        call, before = -_CALL_REACH - 1, ""
        for count, word in enumerate(_WORD.finditer(text, start, end)):
            surface = word.group()
            folded = fold(surface)
            tense = (self._pairs and self._pairs.get(f"{before} {folded}")) or self._tense(surface)
            # Right after a mark that looks ahead, what looks like a past form is a noun ("تقرر عقد القمة"), and the verb of
            # an auxiliary adds nothing.
            if tense == SURELY_AHEAD or (tense and ahead_until + 1 != word.start()):
                found.append((word.start(), tense))
                ahead_until = word.end() if tense > 0 else -2
            if folded in self._calls:
                call = count
            elif 1 < count - call <= _CALL_REACH and folded in self._meetings and before not in self._occasions:
                found.append((word.start(), 1))
                call = -_CALL_REACH - 1
            before = folded
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
            return SURELY_AHEAD
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
    """The tense that holds at a place: of the last mark before it, else of the first after it; 0 without marks.

    2 and -2 where there is little doubt.
    """
    if not marks:
        return 0
    index = bisect_left(marks, (place, -2))
    if not index:
        return min(marks[0][1], 1)
    start, tense = marks[index - 1]
    return _SURELY_BACK if tense < 0 and place - start <= _RIGHT_BEFORE else tense


def _forms(pack: LanguagePack, table: str, label: str, value: str | None = None) -> frozenset[str]:
    """The single words of a table under a label, folded."""
    return frozenset(
        fold(word.form)
        for word in pack.words
        if (word.table, word.label) == (table, label) and value in (None, word.value) and " " not in word.form
    )
