"""Joins the mentions of one person in an article: surnames to full names, one value for all of them.

Not for telling people apart across articles: that is reconciling.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from mithaq.annotate.name_values import Named
from mithaq.model.values import PersonValue
from mithaq.text.fold import fold

_SHORTEST_SURNAME = 3
_LIKE = 0.8
_FAMILY_NAME_FIRST = frozenset(("CN", "TW", "KP", "KR", "VN"))


@dataclass(slots=True)
class _Person:
    """One person of the article: the folded words of the fullest mention, and every mention."""

    words: tuple[str, ...]
    mentions: list[Named] = field(default_factory=list)

    def may_be(self, named: Named, words: Sequence[str]) -> bool:
        """Could the mention be this person? The catalogue's word goes first: two of its people are never one."""
        listed = [
            one.value.name
            for one in self.mentions
            if one.found_by == "catalogue" and isinstance(one.value, PersonValue)
        ]
        if named.found_by == "catalogue" and isinstance(named.value, PersonValue) and listed:
            return named.value.name in listed
        return self.is_named(words)

    def is_named(self, words: Sequence[str]) -> bool:
        """Could these words be another mention: the surname, or all words of the shorter name in the longer in order?"""
        if words[-1] != self.words[-1] and not (len(words) > 1 and _is_part(words, self.words)):
            return False
        if len(words) == 1 or len(self.words) == 1:
            return True
        shorter, longer = sorted((tuple(words), self.words), key=len)
        return _is_part(shorter, longer)

    def country(self) -> str | None:
        """The country that the article gives; else the catalogue's, unless the article gives an office of a body."""
        values = (one.value for one in self.mentions)
        given = next((value.country for value in values if isinstance(value, PersonValue) and value.country), None)
        if given or any(one.of_body for one in self.mentions):
            return given
        return next((one.usual_country for one in self.mentions if one.usual_country), None)

    def family_name_first(self) -> bool:
        """Does the name come from a country where the family name stands first?"""
        countries = {one.usual_country for one in self.mentions} | {self.country()}
        return bool(countries & _FAMILY_NAME_FIRST)


def _is_part(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Do the words of the shorter name stand in the longer in the same order, the first ones first, spelling aside?"""
    if not _is_spelling(shorter[0], longer[0]):
        return False
    rest = iter(longer[1:])
    return all(any(_is_spelling(word, other) for other in rest) for word in shorter[1:])


def _is_spelling(one: str, other: str) -> bool:
    """The same word, or a press variant of it (أنتوني, أنطوني)."""
    if one == other:
        return True
    return one[:1] == other[:1] and SequenceMatcher(None, one, other).ratio() >= _LIKE


def name_words(surface: str) -> tuple[str, ...]:
    """The folded words of a name, marks left out."""
    return tuple(fold("".join(c if c.isalnum() else " " for c in surface)).split())


class People:
    """The people of one article, met in order of place."""

    def __init__(self, text: str, found: Iterable[Named]) -> None:
        self._text = text
        self._people: list[_Person] = []
        for named in sorted(found, key=lambda one: (-len(name_words(text[one.start : one.end])), one.start)):
            self.add(named)

    def add(self, named: Named) -> None:
        """One more mention: of a person already met where the words allow it, else of a new one."""
        words = name_words(self._text[named.start : named.end]) or ("",)
        same = [person for person in self._people if person.may_be(named, words)]
        if not same and len(words) == 1:
            # A ruler or a Chinese name goes by its first word; only when it can be no other person.
            same = [person for person in self._people if person.words[0] == words[0]]
            same = same if len(same) == 1 else []
        if not same and len(words) == 1 and named.found_by == "tagger":
            # What looks like a name and nearly like a surname of the article is that one in another spelling.
            same = [person for person in self._people if _is_spelling(words[0], person.words[-1])]
        if len(same) == 1 or (same and len(words) > 1):
            same[0].mentions.append(named)
        elif same:
            _nearest(same, named.start).mentions.append(named)
        else:
            self._people.append(_Person(words, [named]))

    def short_names(self, given_names: Container[str] = ()) -> dict[tuple[str, ...], list[_Person]]:
        """What stands for a full name alone: its last word, or more of its end (ولد الشيخ أحمد); the first word
        where the family name comes first or it is one of ``given_names`` (folded)."""
        found: dict[tuple[str, ...], list[_Person]] = {}
        for person in self._people:
            words = person.words
            ends = {words[-1:]}
            ends.update(words[place:] for place in range(1, len(words) - 1))
            short = len(words[-1]) < _SHORTEST_SURNAME or words[0] in given_names
            if len(words) > 1 and (short or person.family_name_first()):
                ends.add(words[:1])
            for end in ends:
                if len(end) > 1 or len(end[0]) >= _SHORTEST_SURNAME or end[0] == words[0] != words[-1]:
                    found.setdefault(end, []).append(person)
        return found

    def join(self, bearers: Sequence[_Person], start: int, end: int, confidence: float) -> None:
        """Add a mention by a short name to the one of its bearers who is named nearest before it (else the first)."""
        person = _nearest(bearers, start)
        person.mentions.append(replace(person.mentions[0], start=start, end=end, confidence=confidence))

    def named(self) -> list[Named]:
        """Every mention with the person's one value: the best name, the first role and country given."""
        out: list[Named] = []
        for person in self._people:
            person.mentions.sort(key=lambda one: one.start)
            value = _merged(self._text, person)
            out.extend(one.worth(value) for one in person.mentions)
        return out


def _nearest(people: Sequence[_Person], start: int) -> _Person:
    before = [(max(one.start for one in person.mentions if one.start <= start), number)
              for number, person in enumerate(people) if any(one.start <= start for one in person.mentions)]  # fmt: skip
    return people[max(before)[1]] if before else people[0]


def _merged(text: str, person: _Person) -> PersonValue:
    best = max(person.mentions, key=lambda one: (one.found_by == "catalogue", one.end - one.start)).value
    values = [one.value for one in person.mentions if isinstance(one.value, PersonValue)]
    name = best.name if isinstance(best, PersonValue) else text[person.mentions[0].start : person.mentions[0].end]
    return PersonValue(name, next((value.role for value in values if value.role), None), person.country())
