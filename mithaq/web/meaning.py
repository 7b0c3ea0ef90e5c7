"""What links a word to words of other languages: the name, country, place, theme or kind of meeting they all stand for.

Made from the language packs and from how the record's own articles write names. Not for searching: it says what to add.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from mithaq.languages import available_languages, load_pack
from mithaq.record.search import Phrase, country_word
from mithaq.record.search_words import search_words, stop_words
from mithaq.web.desk import Desk

# Tables of the packs whose values are the same in every language, and the labels in them that name or describe it.
TABLES = {
    "organisations": ("organisation",),
    "countries": ("country", "country_adjective"),
    "places": ("place",),
    "regions": ("place",),
    "people": ("person",),
    "themes": ("theme_coalition", "theme_general"),
    "meetings": ("meeting_noun", "meeting_level", "body_adjective"),
    "units": (),
}
_LONGEST = 8
_MOST_FORMS = 80
_SHORT = re.compile("[A-Z]{2,3}")
NAMED = ("person", "organisation", "place")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a query: its own words, what it stands for (may be nothing), and other phrases for that."""

    words: Phrase
    concepts: tuple[str, ...] = ()
    others: tuple[Phrase, ...] = ()


class Meanings:
    """Phrases and what they stand for, both ways. A concept is ``sort:value``, such as ``country:MA``."""

    def __init__(self, told: Iterable[tuple[str, str]]) -> None:
        self._concepts: dict[Phrase, dict[str, None]] = {}
        self._phrases: dict[str, dict[Phrase, None]] = {}
        for written, concept in told:
            phrase = phrase_of(written)
            if phrase and len(phrase) <= _LONGEST and not (len(phrase) == 1 and phrase[0] in stop_words()):
                self._concepts.setdefault(phrase, {})[concept] = None
                self._phrases.setdefault(concept, {})[phrase] = None

    def concepts(self, phrase: Phrase) -> tuple[str, ...]:
        """What the phrase stands for."""
        return tuple(self._concepts.get(phrase, ()))

    def phrases(self, concept: str) -> tuple[Phrase, ...]:
        """What is written for it."""
        return tuple(self._phrases.get(concept, ()))


def phrase_of(written: str) -> Phrase:
    """The search forms of some words."""
    return tuple(word.form for word in search_words(written))


@cache
def pack_meanings() -> Meanings:
    """The meanings the packs know."""
    return Meanings(_told_by_packs())


def _told_by_packs() -> Iterable[tuple[str, str]]:
    for language in available_languages():
        pack = load_pack(language)
        for table, labels in TABLES.items():
            for word in pack.table(table):
                if word.value and (not labels or word.label in labels):
                    yield word.form, concept_of(table, word.label, word.value)


def concept_of(table: str, label: str, value: str) -> str:
    """The concept of a row. Of several candidates the most usual counts; a place is known by its name and country."""
    sort = {
        "organisations": "organisation",
        "countries": "country",
        "places": "place",
        "regions": "place",
        "people": "person",
    }.get(table, label.partition("_")[0])
    first = value.partition("|")[0] if sort in ("organisation", "country", "place") else value
    return f"{sort}:{first}"


def _record_meanings(desk: Desk) -> Meanings:
    return Meanings(_told_by_record(desk))


def _told_by_record(desk: Desk) -> Iterable[tuple[str, str]]:
    for kind, value, words, _, _ in surfaces(desk):
        name = json.loads(value)["name"]
        yield words, f"{kind}:{name}"
        yield name, f"{kind}:{name}"


def canonical_names(desk: Desk, asked: Phrase) -> tuple[Phrase, ...]:
    """The phrase and, in the record's own writing, the persons and bodies one of whose names has it in it."""
    found = {asked: None}
    for _, value, words, _, _ in surfaces(desk):
        if has_phrase(phrase_of(words), asked):
            found[phrase_of(json.loads(value)["name"])] = None
    return tuple(phrase for phrase in found if phrase)


def has_phrase(words: Phrase, phrase: Phrase) -> bool:
    """Do the words have the phrase in them?"""
    length = len(phrase)
    return any(words[start : start + length] == phrase for start in range(len(words) - length + 1))


def surfaces(desk: Desk) -> list[tuple[str, str, str, str, int]]:
    """How the articles write the names of people, organisations and places."""
    return desk.keep_for_articles("surfaces", lambda one: one.glance.surfaces(NAMED))


def understand(desk: Desk, words: Sequence[str]) -> list[Part]:
    """The query's words in parts, the longest known phrase first; common words between them fall out."""
    known = _known(desk)
    parts: list[Part] = []
    index = 0
    while index < len(words):
        length, concepts = _longest(tuple(words[index:]), known)
        if length:
            parts.append(_part(tuple(words[index : index + length]), concepts, known))
            index += length
        else:
            if words[index] not in stop_words():
                parts.append(Part((words[index],)))
            index += 1
    return parts


def _known(desk: Desk) -> tuple[Meanings, Meanings]:
    return pack_meanings(), desk.keep_for_articles("meanings", _record_meanings)


def spelled_out(desk: Desk, name: str) -> Part | None:
    """What a short name in capitals (UN) stands for, by its other names; None where it is no such name."""
    concept = _short_names().get(name)
    others = _part((), (concept,), _known(desk)).others if concept else ()
    phrases = tuple(phrase for phrase in others if phrase != phrase_of(name))
    return Part(phrases[0], (concept,), phrases[1:]) if concept and phrases else None


@cache
def _short_names() -> Mapping[str, str]:
    """The concept of every name of a pack that is two or three capitals."""
    found: dict[str, str] = {}
    for language in available_languages():
        for table in ("organisations", "countries"):
            for word in load_pack(language).table(table):
                if _SHORT.fullmatch(word.form) and word.label in TABLES[table]:
                    found.setdefault(word.form, concept_of(table, word.label, word.value))
    return found


def _longest(words: Phrase, known: Sequence[Meanings]) -> tuple[int, tuple[str, ...]]:
    for length in range(min(len(words), _LONGEST), 0, -1):
        concepts = dict.fromkeys(concept for meanings in known for concept in meanings.concepts(words[:length]))
        if concepts:
            # A theme is of many things: it counts only for what is nothing narrower.
            narrow = tuple(concept for concept in concepts if not concept.startswith("theme:"))
            return length, narrow or tuple(concepts)
    return 0, ()


def _part(words: Phrase, concepts: tuple[str, ...], known: Sequence[Meanings]) -> Part:
    others: dict[Phrase, None] = {}
    for concept in concepts:
        sort, _, value = concept.partition(":")
        if sort == "country":
            others[(country_word(value),)] = None
        for meanings in known:
            others.update(dict.fromkeys(meanings.phrases(concept)))
    others.pop(words, None)
    return Part(words, concepts, tuple(others)[:_MOST_FORMS])
