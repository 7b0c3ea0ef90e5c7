"""What is known of single Arabic words: how frequent, how often part of a name, which words mean something alike.

The table is made by scripts/distil_tagger_words.py. Not for phrases and not for values: those are the catalogues'.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

WORDS_FILE = Path(__file__).with_name("tagger_words.zip")
RARE = 9
_RECORD = 7
_SHORTEST = 4
_PROCLITICS = frozenset("وفبكل")


class WordFacts(NamedTuple):
    """``frequency`` is a class from 0 (very frequent) to 9 (not listed).

    ``given``, ``surname``, ``town`` and ``club`` are classes from 0 (never) to 4 (often) of how often the word is part
    of such a name. ``family``, ``group`` and ``cluster`` name the word's meaning class, coarse to fine; -1 is none.
    """

    frequency: int = RARE
    given: int = 0
    surname: int = 0
    town: int = 0
    club: int = 0
    family: int = -1
    group: int = -1
    cluster: int = -1


UNKNOWN = WordFacts()


class WordTable:
    """Words, folded, with their records of seven bytes and the coarser classes of each cluster."""

    def __init__(self, words: list[str], records: bytes, classes: list[tuple[int, int]]) -> None:
        self._places: Mapping[str, int] = dict(zip(words, range(len(words)), strict=True))
        self._records = records
        self._classes = classes

    @classmethod
    def load(cls, path: Path = WORDS_FILE) -> "WordTable":
        """The shipped table. Raises OSError when the file is missing, KeyError when it is no such table."""
        with ZipFile(path) as archive:
            words = archive.read("words.txt").decode("utf-8").split("\n")
            records = archive.read("records.bin")
            lines = archive.read("classes.tsv").decode("ascii").splitlines()
        classes = []
        for line in lines:
            family, _, group = line.partition("\t")
            classes.append((int(family), int(group)))
        return cls(words, records, classes)

    def facts(self, form: str) -> WordFacts:
        """What is known of a folded word exactly as it is written."""
        place = self._places.get(form)
        if place is None:
            return UNKNOWN
        frequency, given, surname, town, club, *rest = self._records[place * _RECORD : (place + 1) * _RECORD]
        cluster = int.from_bytes(rest, "little")
        family, group = self._classes[cluster]
        return WordFacts(frequency, given, surname, town, club, family, group, cluster)

    def meaning(self, form: str) -> WordFacts:
        """The same, or what is known of the word without its proclitic or its article where the form is not listed."""
        if form in self._places:
            return self.facts(form)
        bare = without_proclitic(form)
        return self.facts(bare if bare in self._places else without_article(form))


def without_proclitic(form: str) -> str:
    """A folded word without its first letter where that could be a proclitic; else the word itself."""
    return form[1:] if len(form) >= _SHORTEST and form[0] in _PROCLITICS else form


def without_article(form: str) -> str:
    """A folded word without ``ال`` and the letters in front of it (وبال, لل); the word itself when it has no article."""
    for conjunction in ("و", "ف", ""):
        if not form.startswith(conjunction):
            continue
        rest = form[len(conjunction) :]
        if rest.startswith("لل") and len(rest) > _SHORTEST:
            return rest[2:]
        for preposition in ("ب", "ك", "ل", ""):
            article = preposition + "ال"
            if rest.startswith(article) and len(rest) > len(article) + 1:
                return rest[len(article) :]
    return form
