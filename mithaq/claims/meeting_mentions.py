"""Finds the places where a meeting is spoken of: the noun, the verb of holding tied to it, and the part of the sentence
that is about it. Not for the slots themselves nor for joining mentions.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mithaq.claims.clauses import Clauses
from mithaq.claims.places import annotation_of, organisation_of
from mithaq.model.claim import Attendance, Level
from mithaq.model.span import Span
from mithaq.model.values import DateValue
from mithaq.text.lattice import Unit

TIES = frozenset(("hold", "postpone", "cancel", "tie_word", "host"))
STOPS = frozenset(("break", "semicolon", "speech"))
_TIED_BACK, _TIED_AHEAD = 22, 14
_GLUE = frozenset(("the", "of", "genitive"))
_SOFT_TIES = frozenset(("discussed",))


@dataclass(slots=True)
class Mention:
    """One place where a meeting is spoken of, and what is told of it there.

    ``relation`` is "next" or "previous" for another meeting of the same body; ``partners`` are those it was held with, where
    it is talks of two sides; ``tense`` is planned, held, present, postponed or cancelled as the words show it.
    """

    place: Span
    level: Level
    definite: bool = False
    relation: str | None = None
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
    in_title: bool = False
    spans: dict[str, Span] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """How much it tells."""
        return sum(bool(slot) for slot in (self.body, self.city or self.country, self.date, self.hosts, self.attendance))


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

    @property
    def units(self) -> Sequence[Unit]:
        """All units of the article."""
        return self.clauses.units

    def ahead(self, reach: int = 24) -> Iterator[int]:
        """The indices after the noun up to where something else is told."""
        for position in range(self.after, min(self.high, self.after + reach)):
            labels = self.units[position].labels
            if labels & STOPS or ("that" in labels and not self._resumes(position)):
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


def is_head(unit: Unit) -> bool:
    """Does a meeting's noun stand here, or the name of a body that is a meeting ("the Arab Summit")?"""
    if "meeting_noun" in unit.labels:
        return "not_meeting" not in unit.labels
    return is_summit_name(unit)


def is_summit_name(unit: Unit) -> bool:
    """Is this a body called a summit?"""
    name = organisation_of(unit) if "organisation" in unit.labels and "reference" not in unit.labels else None
    return bool(name and "Summit" in name.split())


def meeting_parts(clauses: Clauses) -> Iterator[Part]:
    """The parts of all sentences that speak of a meeting by a noun, in order."""
    units = clauses.units
    heads = [index for index, unit in enumerate(units) if is_head(unit)]
    verbs = [index for index, unit in enumerate(units) if "meet" in unit.labels]
    taken = -1
    for number, head in enumerate(heads):
        if head < taken or _is_of_a_meeting(units, head, heads[number + 1] if number + 1 < len(heads) else None):
            continue
        first, last = clauses.sentence(head)
        after = head + 1
        while after < last and (is_head(units[after]) or (units[after].labels & _GLUE and is_head(units[after + 1]))):
            after += 1
        taken = after
        others = [index for index in (*heads, *verbs) if not head <= index < after]
        low = max([first, *(index + 1 for index in others if first <= index < head)])
        high = min([last, *(index for index in others if after <= index < last)])
        yield Part(clauses, head, after, low, high, _tie(units, head, after, low, high))


def _is_of_a_meeting(units: Sequence[Unit], head: int, following: int | None) -> bool:
    """A session of a meeting named right after it ("the opening session of the summit") is that meeting."""
    if units[head].values.get("meeting_noun") != "session" or following is None or following > head + 4:
        return False
    return bool({"of", "genitive", "clitic_for"} & {label for unit in units[head + 1 : following] for label in unit.labels})


def _tie(units: Sequence[Unit], head: int, after: int, low: int, high: int) -> int | None:
    back = _first_tie(units, range(head - 1, max(low, head - _TIED_BACK) - 1, -1))
    ahead = _first_tie(units, range(after, min(high, after + _TIED_AHEAD)))
    if back is None or ahead is None:
        return ahead if back is None else back
    return ahead if ahead - after <= 3 and head - back > 1 else back


def _first_tie(units: Sequence[Unit], positions: Sequence[int]) -> int | None:
    for position in positions:
        labels = units[position].labels
        if labels & TIES:
            value = units[position].values.get("hold")
            return None if value in _SOFT_TIES else position
        if labels & STOPS:
            return None
    return None


def own_level(part: Part) -> Level:
    """The level: of the words that stand beside the noun, else of the noun itself."""
    head = part.units[part.head]
    own: Level = head.values.get("meeting_noun", "summit")
    for unit in part.units[part.head + 1 : part.after]:
        if unit.values.get("meeting_noun") in ("summit", "ministerial"):
            own = unit.values["meeting_noun"]
    if own in ("summit", "ministerial", "officials"):
        return own
    for position, unit in enumerate(part.behind(6)):
        if unit.labels & STOPS or "with_word" in unit.labels or unit.labels & {"at_place", "date", "relative"} or annotation_of(unit, "person"):
            break
        if "meeting_level" in unit.labels and (position < 5):
            return unit.values["meeting_level"]  # type: ignore[no-any-return]
    for unit in part.before(3):
        if "meeting_level" in unit.labels:
            return unit.values["meeting_level"]  # type: ignore[no-any-return]
    return own
