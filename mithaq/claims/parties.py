"""Who can be bound or give: a person in office, a group, a government, a body or a state, from names or from a speaker.

Not for where in a clause its subject stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mithaq.claims.places import annotation_of, body_of, country_of, organisation_of, person_of, place_of
from mithaq.claims.speakers import Voice
from mithaq.model.span import Span
from mithaq.model.values import FigureValue
from mithaq.text.lattice import Unit

PARTICIPANTS = "participants"
# Groups and titles that can bind a state or a meeting; the English values of the packs' tables.
_GATHERED = frozenset(
    ("participants", "ministers", "foreign ministers", "defence ministers", "interior ministers", "finance ministers", "leaders",
     "heads of state", "heads of government", "presidents", "prime ministers", "kings", "delegations", "members", "donors",
     "allies", "states", "authorities", "officials", "international community", "central bank governors", "ministers and heads", "countries", "commanders", "negotiators", "ambassadors",
     "energy ministers", "economy ministers", "agriculture ministers", "justice ministers", "health ministers")
)  # fmt: skip
_COUNTED = frozenset(
    ("sides", "parties", "countries", "states", "nations", "ministers", "leaders", "presidents", "members", "governments")
)  # fmt: skip
_OFFICE = (
    "head", "minister", "president", "king", "emir", "prince", "chancellor", "secretary", "commissioner", "envoy", "ambassador", "governor",
    "representative", "spokes", "chief", "chair", "speaker", "director general", "coordinator", "pope", "leader", "official",
    "commander", "high", "sultan", "premier", "mayor", "general", "deputy",
)  # fmt: skip
# A continent spoken of as one power, where it is the subject.
POWERS = frozenset(("Europe",))
_NO_OFFICE = ("former", "journalist", "analyst", "chief executive", "coach", "candidate", "captain")


@dataclass(frozen=True, slots=True)
class Actor:
    """``by`` are ISO codes, canonical names or "participants"; ``span`` the words that name it (None: the speaker)."""

    by: tuple[str, ...]
    collective: bool
    span: Span | None = None


def actor_of_names(units: Sequence[Unit], text: str) -> Actor | None:
    """The party that units standing together name: a person in office, a group, a government, a body or a state."""
    labels = frozenset().union(*(unit.labels for unit in units))
    span = Span(units[0].start, units[-1].end)
    country = next((iso for unit in units if (iso := country_of(unit))), None)
    body = next((name for unit in units if (name := body_of(unit))), None)
    person = next((found for unit in units if (found := person_of(unit))), None)
    roles = [str(unit.values["role"]) for unit in units if "role" in unit.labels]
    if person is not None:
        role = " ".join((person.role or "", *roles))
        return Actor((person.country or country or body or person.name,), False, span) if _is_office(role) else None
    group = next(
        (str(value) for unit in units for label in ("actor_group", "role_plural") if (value := unit.values.get(label))),
        None,
    )
    if group in _GATHERED:
        return Actor((body or country or PARTICIPANTS,), True, span)
    if group is not None:
        return None
    if roles:
        return (
            Actor((country or body or roles[0],), False, span) if _is_office(roles[-1]) and (country or body) else None
        )
    if _is_counted_group(units[0]):
        return Actor((PARTICIPANTS,), True, span)
    if any(organisation_of(unit) and not body_of(unit) for unit in units):
        return None
    if body:
        return Actor((body,), True, span)
    if country:
        return Actor((country,), False, span)
    capital = place_of(units[0])
    if capital and capital.name in POWERS and len(units) == 1:
        return Actor((capital.name,), True, span)
    if "actor_government" in labels:
        return Actor((capital.country if capital and capital.country else span.of(text),), False, span)
    return None


def _is_counted_group(unit: Unit) -> bool:
    """ "the two sides", "30 countries"."""
    found = annotation_of(unit, "figure")
    return found is not None and isinstance(found.value, FigureValue) and found.value.unit in _COUNTED


def actor_of_voice(voice: Voice) -> Actor | None:
    """Whom a speaker binds: a meeting, a body, a state, or the one on whose behalf an official speaks."""
    kind = voice.speaker.kind
    if kind == "collective":
        return Actor((PARTICIPANTS,), True)
    if kind == "document":
        return Actor((voice.on_behalf_of or PARTICIPANTS,), True)
    if kind in ("organisation", "state"):
        return Actor((voice.speaker.name,), kind == "organisation")
    if kind == "anonymous" and (voice.on_behalf_of or voice.country):
        return Actor((str(voice.on_behalf_of or voice.country),), False)
    if kind == "person" and _is_office(voice.role or ""):
        return Actor((voice.on_behalf_of or voice.country or voice.speaker.name,), False)
    return None


def _is_office(role: str) -> bool:
    return any(word in role for word in _OFFICE) and not any(word in role for word in _NO_OFFICE)
