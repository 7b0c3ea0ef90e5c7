"""Reads what is told of a meeting beside its slots: who presided, who stood in for whom, what it is the first of.

Not for the slots themselves, nor for joining mentions.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from mithaq.claims.clauses import Clauses
from mithaq.claims.meeting_mentions import Mention, Part
from mithaq.claims.meeting_parties import parties_of
from mithaq.claims.meeting_ties import STOPS
from mithaq.claims.places import annotation_of, country_of, organisation_of, person_of, place_of, town_of
from mithaq.model.claim import StandIn
from mithaq.model.span import Span
from mithaq.model.values import DateValue
from mithaq.text.lattice import Unit

_CHAIRS_END = STOPS | {
    "attend_cue",
    "topic_word",
    "figure",
    "stop",
    "hold",
    "that",
    "at_place",
    "with_word",
    "host_cue",
}
_SUBJECT_ENDS = STOPS | {"that", "stop", "topic_word"}
_GATHERED = frozenset(("attend_cue", "hold", "meet", "meeting_noun", "host_cue"))
_FIRST_ENDS = STOPS | {"comma", "that", "relative", "stop", "with_word", "speech"}
_AFTER_FIRST = frozenset(("kind_word", "at_place", "in", "tie_word", "since_word", "ever_word", "hold"))
_BEFORE_TITLE = frozenset(("the", "possessive", "country", "clitic_for", "honorific", "former", "of", "definite"))
# The role of one who is only called an official tells nobody who came.
_NOBODY = "official"
_CHAIRS_REACH, _SUBJECT_REACH, _FIRST_REACH = 24, 12, 14
_STAND_IN_REACH = 14
# So many sentences after the meeting may tell who came in whose place.
_SENTENCES_AFTER = 2


def fill_chairs(mention: Mention, part: Part) -> None:
    """Who presided: those named after "chaired by", or the subject of a verb of presiding."""
    first, last = part.clauses.sentence(part.head)
    low = part.low if part.low == first else part.after
    for index in range(low, part.high):
        if "chair_cue" in part.units[index].labels and not follows_delegation(part.units, index):
            _put_chairs(mention, _named(part.units[index + 1 : min(last, index + _CHAIRS_REACH)]))
        elif "chair" in part.units[index].labels and not _leads_delegation(part, index):
            _put_chairs(mention, _presiding(part, index))
        if mention.chairs:
            return


def _put_chairs(mention: Mention, named: Sequence[tuple[str, Unit]]) -> None:
    chairs = [(name, unit) for name, unit in named if name != mention.body]
    if chairs:
        mention.chairs = tuple(dict.fromkeys(name for name, _ in chairs))[:4]
        mention.spans["chairs"] = chairs[0][1].span


def _named(units: Sequence[Unit]) -> list[tuple[str, Unit]]:
    """Persons, else states and bodies, up to where something else is told."""
    people: list[tuple[str, Unit]] = []
    others: list[tuple[str, Unit]] = []
    for unit in units:
        if unit.labels & _CHAIRS_END and "chair" not in unit.labels:
            break
        person, name = person_of(unit), country_of(unit) or organisation_of(unit)
        if person:
            people.append((person.name, unit))
        elif name:
            others.append((name, unit))
    return people or others


def follows_delegation(units: Sequence[Unit], index: int) -> bool:
    """Is it a delegation that somebody heads ("وفد البرلمان برئاسة …"), not the meeting it came to?"""
    for unit in reversed(units[max(0, index - 6) : index]):
        if unit.labels & {"delegation_word", "meeting_noun"}:
            return "delegation_word" in unit.labels
    return False


def _leads_delegation(part: Part, index: int) -> bool:
    """ "Headed his country's delegation to the meeting" presides over nothing."""
    ahead = part.units[index + 1 : min(part.high, index + 6)]
    return any("delegation_word" in unit.labels for unit in ahead)


def _presiding(part: Part, index: int) -> list[tuple[str, Unit]]:
    """The subject of a verb of presiding, whose object is this meeting."""
    units = part.units
    if part.clauses.article.prepared.pack.settings.get("order") == "verb":
        return _presiding_after(part, index)
    if index >= part.after:
        by = next((place for place in range(index + 1, min(part.high, index + 5)) if "by" in units[place].labels), None)
        return _named(units[by + 1 : by + _CHAIRS_REACH]) if by is not None else []
    if index < part.head - 6 or _is_noun(units, index):
        return []
    low = max(part.clauses.sentence(index)[0], index - _SUBJECT_REACH)
    found: list[tuple[str, Unit]] = []
    for unit in reversed(units[low:index]):
        if unit.labels & _SUBJECT_ENDS:
            break
        person = person_of(unit)
        if person:
            return [(person.name, unit)]
        name = country_of(unit) or organisation_of(unit)
        if name and not found:
            found.append((name, unit))
    return found


def _is_noun(units: Sequence[Unit], index: int) -> bool:
    """Is the form of the verb rather the noun ("the chair of the meeting")?"""
    led = bool(index) and bool(units[index - 1].labels & {"to", "will", "would", "modal", "and", "infinitive_lead"})
    return not units[index].labels & {"chair_past", "chair_done", "chair_present", "chair_future"} and not led


def _presiding_after(part: Part, index: int) -> list[tuple[str, Unit]]:
    """Where the verb stands first: its subject before the noun ("ترأس بوريطة الاجتماع"), right after it, or before the verb."""
    units = part.units
    if index > part.after + 8 or index < part.head - 12:
        return []
    between = _named(units[index + 1 : part.head]) if index < part.head else []
    if between:
        return between
    behind = units[max(index + 1, part.after) : min(part.high, max(index, part.after) + 14)]
    ends = (number for number, unit in enumerate(behind) if unit.labels & (_SUBJECT_ENDS | {"comma", "with_word"}))
    behind = behind[: next(ends, len(behind))]
    named = next(([(found.name, unit)] for unit in behind if (found := person_of(unit))), None) or _named(behind)
    if named:
        return named
    low = max(part.low, index - 6)
    person = next(((found.name, unit) for unit in reversed(units[low:index]) if (found := person_of(unit))), None)
    return [person] if person else []


def fill_first(mention: Mention, part: Part) -> None:
    """The words of what it is the first of: a kind, a continent or state, a time ("the first in Africa since 2011")."""
    units = part.units
    for index in range(max(part.low, part.head - 5), min(part.high, part.after + _FIRST_REACH)):
        labels = units[index].labels
        if not labels & {"first_word", "first_time"} or index + 1 >= len(units):
            continue
        before_noun = index < part.head
        follows = bool(units[index + 1].labels & _AFTER_FIRST)
        timed = "first_time" in labels
        if not (follows or (before_noun and not timed)):
            continue
        end = _end_of_first(part, index, states=timed or not before_noun)
        if end is not None:
            start = index - 1 if index and "the" in units[index - 1].labels else index
            place = Span(units[start].start, units[end].end)
            mention.first_in, mention.spans["first_in"] = place.of(part.clauses.text), place
            return


def _end_of_first(part: Part, index: int, *, states: bool) -> int | None:
    """The last unit of what follows "first", if a kind, a region or a time is named there."""
    units, end = part.units, None
    limit = min(part.clauses.sentence(index)[1], index + _FIRST_REACH)
    for position in range(index + 1, limit):
        unit = units[position]
        if unit.labels & _FIRST_ENDS and not unit.labels & {"tie_word", "hold"}:
            break
        if "kind_word" in unit.labels or _is_since(unit):
            end = position
        elif _is_wide(unit, states=states) and any(
            near.labels & {"at_place", "clitic_in"} for near in units[max(index + 1, position - 3) : position + 1]
        ):
            adjective = position + 1 < limit and "region_word" in unit.labels
            end = position + 1 if adjective and units[position + 1].labels & {"body_adjective", "country"} else position
    return end


def _is_wide(unit: Unit, *, states: bool) -> bool:
    place = place_of(unit)
    if "region_word" in unit.labels or (states and country_of(unit)):
        return True
    return place is not None and town_of(place) is None and (states or place.country is None)


def _is_since(unit: Unit) -> bool:
    found = annotation_of(unit, "date")
    value = found.value if found else None
    return isinstance(value, DateValue) and bool(value.edtf) and str(value.edtf).endswith("/..")


def give_stand_ins(clauses: Clauses, mentions: Sequence[Mention]) -> None:
    """Add to each mention who came in whose place, where its sentence or one soon after tells it.

    ``mentions`` in the order of the text.
    """
    told = [mention for mention in mentions if mention.refused is None]
    starts = [mention.place.start for mention in told]
    for index, found in _stand_ins(clauses):
        mention = _mention_at(clauses, index, told, starts)
        if mention is not None and found[0] not in mention.stand_ins:
            mention.stand_ins = (*mention.stand_ins, found[0])
            mention.spans.setdefault("stand_ins", found[1])


def _stand_ins(clauses: Clauses) -> Iterator[tuple[int, tuple[StandIn, Span]]]:
    for index, unit in enumerate(clauses.units):
        if "stand_in" not in unit.labels:
            continue
        first, last = clauses.sentence(index)
        behind = clauses.units[index + 1 : min(last, index + _STAND_IN_REACH)]
        before = clauses.units[max(first, index - _STAND_IN_REACH) : index]
        order = unit.values["stand_in"]
        if order == "by":
            found = _pair(_last(before), _next(behind))
        elif order == "verb":
            replaced = _next(behind)
            rest = behind[behind.index(replaced[1]) + 1 :] if replaced else ()
            found = _pair(replaced, _next(rest) or _last(before))
        else:
            found = _pair(_next(behind), _last(before))
        if found:
            yield index, found


def _pair(replaced: tuple[str, Unit] | None, present: tuple[str, Unit] | None) -> tuple[StandIn, Span] | None:
    if replaced is None or present is None or present[0] in (replaced[0], _NOBODY):
        return None
    return StandIn(present[0], replaced[0]), present[1].span


def _next(units: Sequence[Unit]) -> tuple[str, Unit] | None:
    """The official named right after, with nothing but small words and the state between: a person, else a title alone."""
    start = next((index for index, unit in enumerate(units) if not unit.labels & _BEFORE_TITLE), len(units))
    if start == len(units) or not units[start].labels & {"role", "person", "honorific", "peer_word"}:
        return None
    rest = enumerate(units[start:], start)
    end = next((index for index, unit in rest if unit.labels & (STOPS | {"at_place", "comma"})), len(units))
    return _official(units[:end])


def _last(units: Sequence[Unit]) -> tuple[str, Unit] | None:
    start = next((index for index in range(len(units) - 1, -1, -1) if "semicolon" in units[index].labels), -1)
    named = [unit for unit in units[start + 1 :] if person_of(unit)]
    if named:
        person = person_of(named[-1])
        return (person.name, named[-1]) if person else None
    titles = [unit for unit in units[start + 1 :] if "role" in unit.labels]
    return (str(titles[-1].values["role"]), titles[-1]) if titles else None


def _official(units: Sequence[Unit]) -> tuple[str, Unit] | None:
    party = next(iter(parties_of(units)), None)
    if party is None or party.plural:
        return None
    if person_of(party.unit):
        return party.name, party.unit
    role = party.unit.values.get("role")
    return (str(role), party.unit) if role else None


def _mention_at(clauses: Clauses, index: int, told: Sequence[Mention], starts: Sequence[int]) -> Mention | None:
    """The meeting of the same sentence that stands nearest, else the one told last in the sentences just before."""
    first, last = clauses.sentence(index)
    place = clauses.units[index].start
    after = bisect_left(starts, place)
    low, high = clauses.units[first].start, clauses.units[min(last, len(clauses.units) - 1)].end
    near = [mention for mention in told[max(0, after - 1) : after + 1] if low <= mention.place.start <= high]
    if near:
        return min(near, key=lambda mention: abs(mention.place.start - place))
    for _ in range(_SENTENCES_AFTER):
        first = clauses.sentence(first - 1)[0] if first else 0
    earlier = told[after - 1] if after else None
    return earlier if earlier and earlier.place.start >= clauses.units[first].start else None
