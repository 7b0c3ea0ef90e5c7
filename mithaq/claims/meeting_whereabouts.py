"""Gives talks the place that a journey told beside them, or the place line of the article, shows. Not for places that
stand with the words of the meeting itself.
"""

from collections.abc import Sequence

from mithaq.claims.clauses import Clauses
from mithaq.claims.meeting_mentions import STOPS, Mention
from mithaq.claims.places import country_of, person_of, place_of, town_of
from mithaq.text.lattice import Unit

# Units between a word of travel and the place it leads to.
_GOAL_REACH, _BESIDE = 30, 3
_LEADS_TO = frozenset(("at_place", "for_purpose", "preposition", "to", "clitic_for", "clitic_in", "for", "in"))
# So many sentences before the talks may tell of the journey.
_SENTENCES_BEFORE = 4
# Units after a meeting in which "during his stay in …" may stand.
_AFTER_REACH = 30
_LINE_REACH = 12
_LINE_ENDS = frozenset(("dash", "slash", "colon", "close"))
_IN_LINE = frozenset(
    ("comma", "date", "open", "close", "organisation", "at_place", "capital", "word", "country", "place", "stop")
)


def give_whereabouts(clauses: Clauses, groups: Sequence[Mention]) -> None:
    """Talks of which no place is told take that of the journey told in their sentence or the one before; else of the
    place line, where somebody of that state takes part.
    """
    line = _place_line(clauses)
    for group in groups:
        if not group.partners or group.several or group.city or group.country or group.relation:
            continue
        index = clauses.index_at(group.place.start)
        goal = _goal_of_journey(clauses, index)
        if goal is None and line and _is_of_their_state(clauses, index, line):
            goal = line
        elif goal and line and country_of(goal) and country_of(goal) == getattr(place_of(line), "country", None):
            # "A visit to Egypt", told from Cairo.
            goal = line
        if goal:
            _put(group, goal)


def _put(group: Mention, goal: Unit) -> None:
    place = place_of(goal)
    if place and place.country:
        group.city, group.country = town_of(place), place.country
    else:
        group.country = country_of(goal)
    group.spans["city" if group.city else "country"] = goal.span


def _goal_of_journey(clauses: Clauses, index: int) -> Unit | None:
    """Where to: told before the meeting in its sentence, after it by "during a visit to", or in the sentence before."""
    first, last = clauses.sentence(index)
    units = clauses.units
    found = _last_goal(units, first, index) or _last_goal(units, index, min(last, index + _AFTER_REACH), led=True)
    near = True
    for _ in range(_SENTENCES_BEFORE):
        if found or not first:
            break
        before, end = clauses.sentence(first - 1)
        # A line between the two begins another subject.
        near = near and "\n" not in clauses.text[units[end].start : units[first].start]
        found = _last_goal(units, before, end)
        if found and not near and not _is_of_their_state(clauses, index, found):
            found = None
        first, near = before, False
    return found


def _last_goal(units: Sequence[Unit], low: int, high: int, *, led: bool = False) -> Unit | None:
    for index in range(high - 1, low - 1, -1):
        labels = units[index].labels
        if not labels & {"travel", "stay"}:
            continue
        if led and not any(unit.labels & {"occasion_word", "stay"} for unit in units[max(low, index - 3) : index + 1]):
            continue
        goal = _goal(units[index + 1 : min(high, index + 1 + _GOAL_REACH)])
        if goal:
            return goal
    return None


def _goal(units: Sequence[Unit]) -> Unit | None:
    """The place after a word of going: right behind it, or after a preposition where the traveller stands between."""
    for index, unit in enumerate(units):
        place = place_of(unit)
        led = index < _BESIDE or any(near.labels & _LEADS_TO for near in units[index - 2 : index])
        if led and ((place and place.country) or (country_of(unit) and "organisation" not in unit.labels)):
            return unit
        if unit.labels & (STOPS | {"comma", "and", "that", "relative", "with_word", "topic_word"}):
            return None
    return None


def _place_line(clauses: Clauses) -> Unit | None:
    """The place that opens the article, with a date or an agency and a mark after it ("CAIRO, May 12 (Agency) -")."""
    starts = [0, *(place + 1 for place in clauses.breaks[:3])]
    for start in starts:
        units = clauses.units[start : start + _LINE_REACH]
        if len(units) > 2 and "dash" in units[1].labels and units[0].labels & {"organisation", "word"}:
            units = units[2:]
        place = place_of(units[0]) if units else None
        if place is None or not town_of(place) or not place.country:
            continue
        for unit in units[1:]:
            if unit.labels & _LINE_ENDS:
                return units[0]
            if not unit.labels & _IN_LINE:
                break
    return None


def _is_of_their_state(clauses: Clauses, index: int, goal: Unit) -> bool:
    """Is somebody of the state where the place lies named in the sentence of the talks?"""
    place = place_of(goal)
    code = place.country if place else country_of(goal)
    first, last = clauses.sentence(index)
    states = set()
    for unit in clauses.units[first:last]:
        person = person_of(unit)
        states.add(person.country if person else country_of(unit))
    return code is not None and code in states
