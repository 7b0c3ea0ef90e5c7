"""Finds the places where a meeting is spoken of: the noun, the verb of holding tied to it, and the part of the sentence
that is about it. Not for the slots themselves nor for joining mentions.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from mithaq.claims.clauses import Clauses
from mithaq.claims.meeting_ties import STOPS, TIES, find_tie
from mithaq.claims.places import annotation_of
from mithaq.languages import load_pack
from mithaq.model.claim import Attendance, Level, StandIn
from mithaq.model.span import Span
from mithaq.model.values import DateValue, FigureValue, OrganisationValue
from mithaq.text.fold import fold
from mithaq.text.lattice import Unit

_OF_MEETINGS = TIES | {"planned_word"}
_GLUE = frozenset(("the", "of", "genitive"))
_SPECIFIC = ("summit", "ministerial", "officials")
SORTS_OF_EVENTS = (None, "", "organ", "organisation")
# What stands right after a verb of gathering that has an object ("gathered the leaders", "gathered evidence").
_OBJECT_STARTS = frozenset(
    ("the", "possessive", "figure", "quantifier", "role", "role_plural", "meeting_level", "organisation", "person", "money", "meeting_noun", "told_noun")
)  # fmt: skip
# So far before the verb may its subject stand; what shows that it does not.
_HOLDERS = 8
_NO_HOLDER = frozenset(("break", "semicolon", "comma", "that", "with_word", "topic_word", "quote_mark", "clitic_for"))
_PLAIN = frozenset(("word", "capital"))
_LEVELS_OF_ROLES: Sequence[tuple[str, Level]] = (
    ("prime ministers", "summit"), ("ministers", "ministerial"), ("leaders", "summit"), ("presidents", "summit"),
    ("heads of state", "summit"), ("heads of government", "summit"), ("kings", "summit"),
)  # fmt: skip
_COUNTED: Mapping[str, Level] = {
    "meetings": "talks", "summits": "summit", "conferences": "conference", "sessions": "session",
}  # fmt: skip


@dataclass(slots=True)
class Mention:
    """One place where a meeting is spoken of, and what is told of it there.

    ``relation`` is "next" or "previous" for another meeting of the same body; ``partners`` are those it was held with, where
    it is talks of two sides; ``event`` is its own name; ``tense`` is planned, held, present, postponed or cancelled as the words show it;
    ``again`` where those who met are to meet another time ("they will meet again"); ``beside`` where the place stands right
    behind the noun ("talks in Cairo"); ``occasion`` where the meeting is when something else happened ("during a meeting with"); ``sides`` where both sides are named ("talks between A and B");
    ``noun`` is the word for it, folded, without an article;
    ``joins`` is the place of a noun after the verb that tells of the same meeting ("met for talks"); ``sideline`` where it was held beside another meeting; ``several`` where the noun tells of many.
    """

    place: Span
    level: Level
    definite: bool = False
    relation: str | None = None
    event: str | None = None
    body: str | None = None
    city: str | None = None
    country: str | None = None
    date: DateValue | None = None
    hosts: tuple[str, ...] = ()
    tense: str | None = None
    attendance: Attendance | None = None
    partners: frozenset[str] = frozenset()
    tied: bool = False
    refused: str | None = None
    possessed: bool = False
    process: bool = False
    by_ministers: bool = False
    in_title: bool = False
    titled: bool = False
    again: bool = False
    beside: bool = False
    occasion: bool = False
    sides: bool = False
    sideline: bool = False
    several: bool = False
    chairs: tuple[str, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()
    first_in: str | None = None
    joins: int | None = None
    noun: str = ""
    spans: dict[str, Span] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """How much it tells."""
        return sum(
            bool(slot) for slot in (self.body, self.city or self.country, self.date, self.hosts, self.attendance)
        )


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a sentence that speaks of one meeting: units ``low`` to ``high``, the noun at ``head`` to ``after``.

    ``tie`` is the index of the verb that says it is held, postponed …, if any.
    """

    clauses: Clauses
    head: int
    after: int
    low: int
    high: int
    tie: int | None
    level: Level

    @property
    def units(self) -> Sequence[Unit]:
        """All units of the article."""
        return self.clauses.units

    def ahead(self, reach: int = 24) -> Iterator[int]:
        """The indices after the noun up to where something else is told."""
        for position in range(self.after, min(self.high, self.after + reach)):
            labels = self.units[position].labels
            # A participle of planning ("est prévue à Rabat") or holding may also be one of speech.
            if labels & STOPS and not labels & _OF_MEETINGS:
                return
            if "that" in labels and not self._resumes(position):
                return
            yield position

    def _resumes(self, position: int) -> bool:
        return any(unit.labels & TIES for unit in self.units[position + 1 : position + 4])

    def before(self, reach: int) -> Sequence[Unit]:
        """The units just before the noun."""
        return self.units[max(self.low, self.head - reach) : self.head]

    def behind(self, reach: int) -> Sequence[Unit]:
        """The units just after the noun."""
        return self.units[self.after : min(self.high, self.after + reach)]


def find_heads(clauses: Clauses) -> dict[int, Level]:
    """The units where a meeting is named, by a noun, a count ("three meetings") or its own name ("the World Water Forum"),
    with the level that the words give by themselves.
    """
    nouns = _nouns_of_names(clauses.article.prepared.pack.code)
    heads: dict[int, Level] = {}
    for index, unit in enumerate(clauses.units):
        if "meeting_noun" in unit.labels:
            if "not_meeting" not in unit.labels and not _is_verb(clauses.units, index):
                heads[index] = unit.values["meeting_noun"]
            continue
        level = _level_of_count(unit) or _level_of_name(unit, nouns, clauses.units[index + 1 : index + 4])
        if level:
            heads[index] = level
    return heads


def tells_of_own(clauses: Clauses, index: int, heads: Mapping[int, Level]) -> bool:
    """Does a verb of meeting tell of one by itself? Not "gather" whose subject is a meeting or which has an object."""
    units = clauses.units
    if index in heads:
        return False
    if units[index].values["meet"] != "gather":
        return True
    if clauses.article.prepared.pack.settings.get("order") == "verb":
        return not {index + 1, index + 2} & heads.keys()
    if any(near in heads for near in range(max(0, index - 3), index)):
        return False
    following = units[index + 1].labels if index + 1 < len(units) else frozenset()
    return not (following & _OBJECT_STARTS or following <= _PLAIN)


def level_of(unit: Unit) -> Level | None:
    """The level that those who meet give: ministers, leaders, officials."""
    if "meeting_level" in unit.labels:
        return unit.values["meeting_level"]  # type: ignore[no-any-return]
    return next((level for end, level in _LEVELS_OF_ROLES if str(unit.values.get("role_plural")).endswith(end)), None)


def _level_of_holders(part: Part) -> Level | None:
    """The level of those who hold it: the subject before the verb ("the ministers decided to hold another meeting")."""
    if part.tie is None or part.tie > part.head or part.units[part.tie].values.get("hold") != "held":
        return None
    for unit in reversed(part.units[max(part.low, part.tie - _HOLDERS) : part.tie]):
        if unit.labels & _NO_HOLDER:
            return None
        if level := level_of(unit):
            return level if level in ("summit", "ministerial") else None
    return None


def _is_verb(units: Sequence[Unit], index: int) -> bool:
    """Is it a participle rather than a noun ("the ministers were meeting", "before meeting with")?"""
    if "meet_participle" not in units[index].labels or not index:
        return False
    before, after = units[index - 1].labels, units[index + 1 : index + 2]
    return "be" in before or bool("preposition" in before and after and "with_word" in after[0].labels)


def _level_of_count(unit: Unit) -> Level | None:
    found = annotation_of(unit, "figure")
    return _COUNTED.get(found.value.unit or "") if found and isinstance(found.value, FigureValue) else None


def _level_of_name(unit: Unit, nouns: Mapping[str, Level], following: Sequence[Unit]) -> Level | None:
    """The level of an event that is named like a body: its name begins or ends with a noun of meeting.

    A name that the catalogue gives to a coalition is an event where the words after it say that it was held.
    """
    found = annotation_of(unit, "organisation")
    if found is None or "reference" in unit.labels or not isinstance(found.value, OrganisationValue):
        return None
    words = fold(found.text).split()
    if found.value.sort not in SORTS_OF_EVENTS:
        held = any(near.labels & {"tie_word", "hold_past", "hold_done"} for near in following)
        return nouns.get(words[0]) if held else None
    # The article after a preposition written onto the word leaves its last letter.
    return nouns.get(words[0]) or nouns.get(words[0].removeprefix("ل")) or nouns.get(words[-1])


@cache
def _nouns_of_names(code: str) -> Mapping[str, Level]:
    levels = ("summit", "conference")
    words = [
        word for word in load_pack(code).table("meetings") if word.label == "meeting_noun" and word.value in levels
    ]
    return {fold(word.form): word.value for word in words if " " not in word.form}  # type: ignore[misc]


def meeting_parts(clauses: Clauses, heads: Mapping[int, Level]) -> Iterator[Part]:
    """The parts of all sentences that speak of a meeting by a noun, in order."""
    units = clauses.units
    places = sorted(heads)
    # "They meet" is said of the meeting just named; other verbs of meeting begin another one.
    verbs = [
        index
        for index, unit in enumerate(units)
        if "meet" in unit.labels and "meet_with_subject" not in unit.labels and tells_of_own(clauses, index, heads)
    ]
    taken = -1
    for number, head in enumerate(places):
        following = places[number + 1] if number + 1 < len(places) else None
        if head < taken or (heads[head] == "session" and following is not None and _belongs(units, head, following)):
            continue
        first, last = clauses.sentence(head)
        after = head + 1
        while after < last and (after in heads or (units[after].labels & _GLUE and after + 1 in heads)):
            after += 1
        taken = after
        others = [index for index in (*places, *verbs) if first <= index < last and not head <= index < after]
        low = max([first, *(index + 1 for index in others if index < head)])
        high = min([last, *(index for index in others if index >= after)])
        own = [heads[index] for index in range(head, after) if index in heads]
        level = next((level for level in own if level in _SPECIFIC), own[0])
        yield Part(clauses, head, after, low, high, find_tie(units, head, after, low, high), level)


def _belongs(units: Sequence[Unit], head: int, following: int) -> bool:
    """A session of a meeting named right after it ("the opening session of the summit") is that meeting."""
    between = [label for unit in units[head + 1 : following] for label in unit.labels]
    return following <= head + 4 and bool({"of", "genitive", "clitic_for"} & set(between))


def own_level(part: Part) -> Level:
    """The level: of the words that stand beside the noun, else of the noun itself."""
    own = part.level
    if own in _SPECIFIC:
        return own
    for position, unit in enumerate(part.behind(6)):
        if (
            unit.labels & STOPS
            or "with_word" in unit.labels
            or unit.labels & {"at_place", "date", "relative"}
            or annotation_of(unit, "person")
        ):
            break
        if position < 5 and (level := level_of(unit)):
            return level
    for unit in part.before(3):
        if level := level_of(unit):
            return level
    return _level_of_holders(part) or own
