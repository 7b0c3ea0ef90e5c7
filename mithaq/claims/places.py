"""Where something is, from the names around it. Not for finding names: annotate does that."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from mithaq.languages import universal_rows
from mithaq.model.annotation import Annotation
from mithaq.model.values import CountryValue, OrganisationValue, PersonValue, PlaceValue
from mithaq.text.lattice import Unit

_MEMBER_BODIES = frozenset(
    ("organisation", "organ", "alliance", "coalition", "working_group", "fund", "agency", "court")
)
_NO_BODIES = frozenset(("armed_group", "outlet", "company", "party", "military"))


def annotation_of(unit: Unit, *kinds: str) -> Annotation | None:
    """The annotation a unit carries, if it is of one of the kinds."""
    for kind in kinds:
        found = unit.values.get(kind)
        if isinstance(found, Annotation):
            return found
    return None


def place_of(unit: Unit) -> PlaceValue | None:
    """The place a unit names."""
    found = annotation_of(unit, "place")
    return found.value if found and isinstance(found.value, PlaceValue) else None


def town_of(place: PlaceValue) -> str | None:
    """The name of a place that is a town or a venue; none for regions, seas and provinces."""
    return place.name if place.name in _towns() else None


def capital_of(country: str) -> str | None:
    """The usual name of a state's capital."""
    return _capitals().get(country)


@cache
def _capitals() -> Mapping[str, str]:
    return {row[0]: row[4] for row in universal_rows("countries") if len(row) > 4 and row[4]}


@cache
def _towns() -> frozenset[str]:
    towns = (row[0].partition("|")[0] for row in universal_rows("places"))
    return frozenset((*towns, *(row[0] for row in universal_rows("venues"))))


def country_of(unit: Unit) -> str | None:
    """The ISO code of the country a unit names."""
    found = annotation_of(unit, "country")
    return found.value.iso if found and isinstance(found.value, CountryValue) else None


def organisation_of(unit: Unit) -> str | None:
    """The canonical name of the body a unit names."""
    found = annotation_of(unit, "organisation")
    return found.value.name if found and isinstance(found.value, OrganisationValue) else None


def organisation_sort(unit: Unit) -> str | None:
    """What sort of body a unit names, as the catalogue or the name says."""
    found = annotation_of(unit, "organisation")
    return found.value.sort if found and isinstance(found.value, OrganisationValue) else None


def body_of(unit: Unit) -> str | None:
    """The canonical name of a body that can meet or have members: no armed group, outlet, company or party."""
    found = annotation_of(unit, "organisation")
    if found is None or not isinstance(found.value, OrganisationValue) or found.value.sort in _NO_BODIES:
        return None
    return found.value.name


def catalogued_body(unit: Unit) -> str | None:
    """The name of a body that is known to be one with members: no company, club, ministry or name that is only a guess."""
    found = annotation_of(unit, "organisation")
    if found is None or not isinstance(found.value, OrganisationValue) or found.value.sort not in _MEMBER_BODIES:
        return None
    return found.value.name if found.value.name in _catalogue() else None


@cache
def _catalogue() -> frozenset[str]:
    return frozenset(row[0] for row in universal_rows("organisations"))


def person_of(unit: Unit) -> PersonValue | None:
    """The person a unit names."""
    found = annotation_of(unit, "person")
    return found.value if found and isinstance(found.value, PersonValue) else None


def party_of(unit: Unit) -> str | None:
    """The name or ISO code of whoever a unit names and who can act: country, body or person."""
    person = person_of(unit)
    return country_of(unit) or organisation_of(unit) or (person.name if person else None)


def main_body(units: Iterable[Unit]) -> str | None:
    """The body with members the units speak of most; among equals the one named first."""
    counts = Counter(name for unit in units if (name := catalogued_body(unit)))
    return max(counts, key=lambda name: counts[name], default=None)
