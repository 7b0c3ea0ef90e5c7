"""Gives talks the place that a journey told beside them, or the place line of the article, shows. Not for places that
stand with the words of the meeting itself.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from mithaq.claims.clauses import Clauses
from mithaq.claims.meeting_mentions import Mention
from mithaq.claims.meeting_spots import named_capital
from mithaq.claims.meeting_ties import STOPS
from mithaq.claims.places import capital_of, country_of, person_of, place_of, town_of
from mithaq.languages import load_pack
from mithaq.text.fold import fold
from mithaq.text.lattice import Unit

# Units between a word of travel and the place it leads to.
_GOAL_REACH, _BESIDE = 30, 3
_LEADS_TO = frozenset(("at_place", "for_purpose", "preposition", "to", "clitic_for", "clitic_in", "for", "in"))
_LEADS_IN_TOWN = frozenset(("at_place", "clitic_in", "document"))
# So many sentences before the talks may tell of the journey.
_SENTENCES_BEFORE = 4
# Units after a meeting in which "during his stay in …" may stand.
_AFTER_REACH = 30
_LINE_REACH, _COUNTERPART_REACH = 12, 8
_LINE_ENDS = frozenset(("dash", "slash", "colon", "close"))
_IN_LINE = frozenset(
    ("comma", "date", "open", "close", "organisation", "at_place", "capital", "word", "country", "place", "stop")
)


def give_whereabouts(clauses: Clauses, groups: Sequence[Mention]) -> None:
    """Talks of which no place is told take that of the journey told in their sentence or the one before; else of the
    place line, where somebody of that state takes part. Of those of which only the state is told, the one town of it
    where the article says that something was done.
    """
    line = _place_line(clauses)
    towns: Mapping[str, Mapping[str, Unit]] | None = None
    for group in groups:
        if not group.partners or group.several or group.relation:
            continue
        index = clauses.index_at(group.place.start)
        if not group.city and not group.country:
            goal = _goal_of_journey(clauses, index) or _visited_state(clauses, index)
            if goal is None and line and _is_of_their_state(clauses, index, line):
                goal = line
            elif goal and line and country_of(goal) and country_of(goal) == getattr(place_of(line), "country", None):
                # "A visit to Egypt", told from Cairo.
                goal = line
            if goal:
                _put(clauses, group, goal)
        if group.country and not group.city:
            towns = towns if towns is not None else _towns_by_state(clauses)
            _put_town(group, towns)


def _put(clauses: Clauses, group: Mention, goal: Unit) -> None:
    place = place_of(goal)
    if place and place.country:
        group.city, group.country = town_of(place), place.country
    else:
        group.country = country_of(goal)
        index = clauses.index_at(goal.start)
        group.city = named_capital(clauses.units, index) or _town(clauses, goal, group.country)
    group.spans["city" if group.city else "country"] = goal.span


def _put_town(group: Mention, towns: Mapping[str, Mapping[str, Unit]]) -> None:
    """The town, where the article leads in only one of that state, or a document bears its name ("the Cairo Declaration")."""
    named = towns.get(group.country or "", {})
    if len(named) == 1:
        (group.city,) = named
        group.spans["city"] = named[group.city].span
        group.spans.pop("country", None)


def _towns_by_state(clauses: Clauses) -> Mapping[str, Mapping[str, Unit]]:
    """The towns in which the article says that something was done, by ISO code and name."""
    towns: dict[str, dict[str, Unit]] = {}
    units = clauses.units
    for index, unit in enumerate(units):
        place = place_of(unit)
        code = place.country if place else country_of(unit)
        if code and any(near.labels & _LEADS_IN_TOWN for near in units[max(0, index - 2) : index]):
            name = _town(clauses, unit, code)
            if name:
                towns.setdefault(code, {}).setdefault(name, unit)
    return towns


def _town(clauses: Clauses, unit: Unit, country: str | None) -> str | None:
    """The town of a state that a unit names, be it for its government ("Cairo")."""
    place = place_of(unit)
    if place:
        return town_of(place) if place.country == country else None
    if country is None or country_of(unit) != country:
        return None
    named = fold(clauses.text[unit.start : unit.end])
    return capital_of(country) if named in _capitals(clauses.article.prepared.pack.code) else None


@cache
def _capitals(code: str) -> frozenset[str]:
    return frozenset(
        fold(word.form) for word in load_pack(code).table("countries") if word.label == "capital_government"
    )


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


def _visited_state(clauses: Clauses, index: int) -> Unit | None:
    """One who on a visit meets a counterpart of some state visits that state ("during a visit he met his Omani counterpart")."""
    first, last = clauses.sentence(index)
    units = clauses.units
    if not any("travel" in unit.labels for unit in units[first:index]):
        return None
    for position in range(index, min(last, index + _COUNTERPART_REACH)):
        if "peer_word" in units[position].labels:
            beside = (*units[position + 1 : position + 2], *units[max(index, position - 1) : position])
            return next((unit for unit in beside if country_of(unit)), None)
    return None


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
        led = index < _BESIDE or any(_leads_to(near) for near in units[index - 2 : index])
        # "Arrived", said of the American minister, does not lead to America.
        title = place is None and index > 0 and "role" in units[index - 1].labels
        if (
            led
            and not title
            and ((place and place.country) or (country_of(unit) and "organisation" not in unit.labels))
        ):
            town = place_of(units[index + 1]) if place is None and index + 1 < len(units) else None
            return units[index + 1] if town and town.country == country_of(unit) and town_of(town) else unit
        region = place is not None and not place.country
        if region or unit.labels & (STOPS | {"comma", "and", "that", "relative", "with_word", "topic_word"}):
            return None
    return None


def _leads_to(unit: Unit) -> bool:
    """Is it a word of where to, and not one of when ("a visit to the Gulf after Iran …")?"""
    return bool(unit.labels & _LEADS_TO) and ("occasion_word" not in unit.labels or "at_place" in unit.labels)


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
