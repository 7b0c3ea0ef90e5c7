"""Finds who stands on the sides of talks: officials by name or title, ministers, bodies, states. Not for the talks."""

from collections.abc import Sequence
from dataclasses import dataclass

from mithaq.claims.meeting_mentions import Part
from mithaq.claims.places import body_of, country_of, person_of
from mithaq.text.lattice import Unit

# Roles that meet in other business than that of states and bodies.
_PRIVATE = frozenset(
    ("coach", "captain", "journalist", "businessman", "author", "doctor", "professor", "engineer", "analyst", "lawyer", "historian",
     "researcher", "scientist", "economist", "candidate", "Dr", "Professor", "Sir", "chief executive", "founder")
)  # fmt: skip
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Party:
    """One side: ``official`` where a title or a post shows it, ``plural`` for ministers, leaders, and bodies."""

    name: str
    unit: Unit
    official: bool
    plural: bool
    country: str | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """What this side is known by: the name, and the state of a single official."""
        if self.plural:
            return (f"{self.name} {self.country or self.unit.start}",)
        return (self.name, self.country) if self.country else (self.name,)


def parties_of(units: Sequence[Unit]) -> list[Party]:
    """The sides named in a row of units, each once; a title belongs to the name that follows it."""
    found: list[Party] = []
    titles: list[str] = []
    country: str | None = None
    for index, unit in enumerate(units):
        person = person_of(unit)
        if person:
            roles = {*titles, person.role or ""} - {""}
            official = bool(roles - _PRIVATE) and not roles & _PRIVATE
            found.append(Party(person.name, unit, official, False, person.country or country))
            titles, country = [], None
        elif "role" in unit.labels:
            titles.append(str(unit.values["role"]))
            if not _named_soon(units, index):
                own = country or _country_near(units, index)
                found.append(Party(f"{titles[-1]} {own or ''}".strip(), unit, titles[-1] not in _PRIVATE, False, own))
                titles = []
        elif "peer_word" in unit.labels:
            titles.append("counterpart")
            if not _named_soon(units, index):
                own = _country_near(units, index)
                found.append(Party(f"counterpart {own or ''}".strip(), unit, True, False, own))
                titles = []
        elif "dignitary" in unit.labels:
            found.append(Party(f"dignitary {unit.start}", unit, True, False))
        elif "role_plural" in unit.labels or "meeting_level" in unit.labels:
            name = str(unit.values.get("role_plural") or unit.values["meeting_level"])
            found.append(Party(name, unit, True, True, _country_near(units, index)))
        elif body_of(unit):
            name = str(body_of(unit))
            found.append(Party(name, unit, True, True, name))
        elif country_of(unit):
            country = country_of(unit)
    return found


def has_two_sides(part: Part) -> bool:
    """Are officials named on both sides of talks: "between A and B", "A's talks with B", "talks that gathered A and B"?"""
    units = list(part.behind(16))
    for index, unit in enumerate(units[:9]):
        if unit.labels & {"between_word", "gather_word"}:
            named = parties_of(units[index + 1 :])[:2]
            return len(named) > 1 and any(party.official for party in named)
        if "with_word" in unit.labels:
            own = [party for party in parties_of((*part.before(3), *units[:index])) if party.official]
            beside = own and own[-1].unit.end + 3 >= part.units[part.head].start
            met = parties_of(units[index + 1 :])[:1]
            return bool(beside and met and met[0].official)
        if unit.labels & {"date", "topic_word", "comma", "relative", "speech", "stop"}:
            return False
    return False


def states_of(units: Sequence[Unit]) -> list[str]:
    """The states named in a row of units."""
    return [code for unit in units if (code := country_of(unit))]


def _named_soon(units: Sequence[Unit], index: int) -> bool:
    for unit in units[index + 1 : index + 1 + _NEAR]:
        if person_of(unit) or "role" in unit.labels:
            return True
        if unit.labels & {
            "with_word",
            "at_place",
            "date",
            "hold",
            "meet",
            "speech",
            "and",
            "and_word",
            "peer_word",
            "clitic_in",
        }:
            return False
    return False


def _country_near(units: Sequence[Unit], index: int) -> str | None:
    return next((code for unit in units[index + 1 : index + 4] if (code := country_of(unit))), None)
