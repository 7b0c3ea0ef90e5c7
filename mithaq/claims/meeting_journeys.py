"""Finds the journey that a meeting is the purpose of: "arrived in Doha to meet the emir". Not for visits told by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from mithaq.claims.meeting_mentions import Part
from mithaq.claims.meeting_ties import STOPS
from mithaq.claims.places import place_of
from mithaq.text.lattice import Unit

_PURPOSE = frozenset(("clitic_for", "for_purpose", "to"))
_REACH = 16


@dataclass(frozen=True, slots=True)
class Journey:
    """``place`` is the index of the unit that names where to; ``arrived`` where the meeting was still to come."""

    place: int
    arrived: bool


def is_purpose(part: Part) -> bool:
    """Is the meeting what something else is done for ("for talks", "to meet")?"""
    return any(unit.labels & _PURPOSE for unit in part.before(3))


def journey_of(part: Part) -> Journey | None:
    """The journey told before the meeting in the same sentence, where the meeting is its purpose."""
    if not is_purpose(part):
        return None
    units = part.units
    low = max(part.low, part.head - _REACH)
    start = next((index for index in range(part.head - 1, low - 1, -1) if "travel" in units[index].labels), None)
    if start is None or _is_interrupted(units[start + 1 : part.head]):
        return None
    for index in range(start + 1, part.head):
        place = place_of(units[index])
        if place and place.country:
            return Journey(index, units[start].values["travel"] == "arrived")
    return None


def _is_interrupted(units: Sequence[Unit]) -> bool:
    return any(unit.labels & (STOPS | {"that", "relative", "stop"}) for unit in units)
