"""Finds where a meeting takes place, from the words around its noun or verb. Not for finding places in text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mithaq.claims.meeting_journeys import journey_of
from mithaq.claims.meeting_mentions import Part
from mithaq.claims.places import capital_of, country_of, place_of, town_of
from mithaq.text.lattice import Unit

_LINKS = frozenset(("the", "city_noun", "country", "open", "quote_mark", "of", "adverb"))
_PARTS_FROM_NOUN = frozenset(("comma", "hold", "and", "clitic_and", "preposition"))
# As many plain words may stand between a meeting and the noun whose place is named: "at a hotel in Paris".
_NEAR_WORDS = 3
_AND = frozenset(("and", "clitic_and", "and_word", "comma"))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a meeting takes place, as one unit says it; no city where only a region is named."""

    city: str | None
    country: str | None
    unit: Unit


def find_spots(part: Part) -> list[Spot]:
    """Where the meeting takes place; several where its noun is followed by a list of cities."""
    units = part.units
    land = _country(part)
    for position in part.ahead():
        if land and units[position].start > land.unit.start + 40:
            break
        spot = _city(part, position)
        if spot:
            return [spot, *_further(part, position)]
    if land:
        return [land]
    for position in _places_before(part):
        spot = _city(part, position, back=True)
        if spot:
            return [spot]
    journey = journey_of(part)
    goal = place_of(units[journey.place]) if journey else None
    return [Spot(town_of(goal), goal.country, units[journey.place])] if journey and goal else []


def _country(part: Part) -> Spot | None:
    """The country a word of place leads in near the noun, before any word of topic."""
    words = 0
    for position in part.ahead(14):
        unit = part.units[position]
        words += "word" in unit.labels
        if "topic_word" in unit.labels or words > 4:
            return None
        code = country_of(unit)
        if code and _is_introduced(part.units, position, part.low):
            return Spot(named_capital(part.units, position), code, unit)
    return None


def named_capital(units: Sequence[Unit], position: int) -> str | None:
    """The capital that is told by its state alone, beside it: "the Egyptian capital", "العاصمة القطرية"."""
    code = country_of(units[position])
    beside = (*units[max(0, position - 1) : position], *units[position + 1 : position + 2])
    told = any("capital" in (unit.values.get("city_noun"), unit.values.get("at_place")) for unit in beside)
    return capital_of(code) if code and told else None


def _places_before(part: Part) -> Iterable[int]:
    """Where a place may stand before the noun: beside it, between the verb and it, at the sentence's opening."""
    yield from range(part.head - 1, max(part.low, part.head - 6) - 1, -1)
    where = next(
        (
            position
            for position in range(part.head - 1, max(part.low, part.head - 5) - 1, -1)
            if "where_word" in part.units[position].labels
        ),
        None,
    )
    if where is not None:
        yield from range(where - 1, max(part.low, where - 3) - 1, -1)
    if part.tie is not None:
        first, last = min(part.tie, part.head), max(part.tie, part.head)
        yield from range(first, last)
        if "host" in part.units[part.tie].labels:
            yield from range(part.tie - 1, max(part.low, part.tie - 5) - 1, -1)
    if part.low == part.clauses.sentence(part.head)[0]:
        yield from range(part.low, min(part.low + 5, part.head))


def _city(part: Part, position: int, *, back: bool = False) -> Spot | None:
    units = part.units
    place = place_of(units[position])
    if place is None or not place.country:
        return None
    spot = Spot(town_of(place), place.country, units[position])
    between = units[part.after : position]
    if _is_introduced(units, position, part.low):
        return None if not back and _is_told_of_other(between) else spot
    if not back and len(between) <= 2 and all(unit.labels & {"of", "the", "quote_mark"} for unit in between):
        joined = position + 2 < len(units) and units[position + 1].labels & _AND and place_of(units[position + 2])
        return None if joined and part.level == "talks" else spot
    if (
        not back
        and len(between) <= 8
        and units[position - 1].labels & {"of"}
        and part.level != "talks"
        and not _breaks(between)
    ):
        return spot
    beside = not any(unit.labels & _PARTS_FROM_NOUN for unit in units[position + 1 : part.head])
    if back and position >= part.head - 2 and beside:
        return spot
    hosting = part.tie is not None and "host" in units[part.tie].labels and abs(part.tie - position) <= 4
    return spot if hosting else None


def _is_told_of_other(units: Sequence[Unit]) -> bool:
    """Does a noun far from the meeting stand right before the word of place ("met him amid concern about attacks in …")?"""
    while units and units[-1].labels & (_LINKS | {"at_place", "clitic_in"}):
        units = units[:-1]
    plain = sum("word" in unit.labels for unit in units)
    return bool(units) and "word" in units[-1].labels and plain > _NEAR_WORDS


def _breaks(units: Sequence[Unit]) -> bool:
    return any(
        unit.labels & {"comma", "relative", "topic_word", "with_word", "hold", "at_place", "date"} for unit in units
    )


def _is_introduced(units: Sequence[Unit], position: int, low: int) -> bool:
    """Does a word of place lead in what stands here ("in the Italian capital Rome"), and not one of a topic?"""
    index = position - 1
    while index >= low and position - index <= 5:
        labels = units[index].labels
        if labels & {"at_place", "clitic_in"}:
            before = units[max(low, index - 2) : index]
            return not any("situation_noun" in unit.labels for unit in before)
        if "where_word" in labels or not labels & _LINKS:
            return False
        index -= 1
    return False


def _further(part: Part, position: int) -> list[Spot]:
    """The cities listed after the first one."""
    found: list[Spot] = []
    units = part.units
    while position + 2 < part.high:
        step = 1
        while step < 3 and units[position + step].labels & _AND:
            step += 1
        place = place_of(units[position + step]) if step > 1 else None
        if place is None or not place.country:
            return found
        position += step
        found.append(Spot(town_of(place), place.country, units[position]))
    return found
