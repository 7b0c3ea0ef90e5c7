"""Fills what is told of a meeting where it is spoken of: body, hosts, attendance.

Not for finding where a meeting is spoken of, nor for joining mentions.
"""

from collections.abc import Sequence

from mithaq.claims.meeting_dates import is_called
from mithaq.claims.meeting_extras import follows_delegation
from mithaq.claims.meeting_mentions import Mention, Part
from mithaq.claims.meeting_ties import STOPS, TIES
from mithaq.claims.places import annotation_of, body_of, catalogued_body, country_of, organisation_of, person_of
from mithaq.model.claim import Attendance
from mithaq.model.values import DateValue, FigureValue, OrganisationValue
from mithaq.text.lattice import Unit

_PREMODIFIERS = frozenset(
    ("genitive", "meeting_level", "organisation", "country", "word", "next_word", "previous_word", "role_plural")
)
_SIDES = (
    "states",
    "countries",
    "delegations",
    "delegates",
    "participants",
    "guests",
    "leaders",
    "ministers",
    "nations",
    "members",
)
_LEADERS = (
    "president",
    "prime minister",
    "king",
    "queen",
    "emir",
    "sultan",
    "chancellor",
    "foreign minister",
    "crown prince",
)
_COMERS = ("delegations", "delegates", "participants", "guests")
# Letters of an ISO code.
_CODE = 2
_BODY_STOPS = STOPS | {
    "comma",
    "that",
    "relative",
    "date",
    "stop",
    "topic_word",
    "with_word",
    "at_place",
    "between_word",
    "host_cue",
    "hold",
    "meet",
}


def fill_body(mention: Mention, part: Part) -> None:
    """The body: named behind the noun, before it, by an adjective beside it, or as the subject of the verb."""
    found = _body_behind(part) or _body_before(part) or _body_of_adjective(part)
    if found is None and part.level == "session" and is_called(part):
        found = _body_of_possessor(part)
    found = found or (_body_of_possessor(part) if mention.possessed else _body_of_subject(part))
    if found:
        mention.body, mention.spans["body"] = found[0], found[1].span


def _body_behind(part: Part) -> tuple[str, Unit] | None:
    for unit in part.behind(9):
        if unit.labels & _BODY_STOPS and "clitic_in" not in unit.labels and not _recurs(unit):
            return None
        name = body_of(unit)
        if name:
            return name, unit
    return None


def _recurs(unit: Unit) -> bool:
    """Does it say how often ("the annual meeting of …")?"""
    found = annotation_of(unit, "date")
    return found is not None and isinstance(found.value, DateValue) and found.value.timex == "SET"


def _body_before(part: Part) -> tuple[str, Unit] | None:
    for unit in reversed(part.before(4)):
        name = body_of(unit)
        if name and unit.end <= part.units[part.head].start and "reference" not in unit.labels:
            return name, unit
        if not unit.labels & _PREMODIFIERS and "date" not in unit.labels:
            return None
    return None


def _body_of_adjective(part: Part) -> tuple[str, Unit] | None:
    """An adjective of a region names the body: "the Arab summit" is one of the Arab League; only a gathering of many, and only where one adjective stands."""
    near = [
        unit for unit in (*part.before(2), *part.behind(7)) if unit.labels & {"body_adjective", "country", "with_word"}
    ]
    found = [unit for unit in near if "body_adjective" in unit.labels]
    levels = {part.level, *(unit.values.get("meeting_level") for unit in part.behind(4))}
    if len(found) == 1 and len(near) == 1 and levels & {"summit", "ministerial", "officials"}:
        return str(found[0].values["body_adjective"]), found[0]
    return None


# Who holds, opens or ends a meeting is who meets.
_HELD_BY = frozenset(("held", "began", "ended"))


def _body_of_possessor(part: Part) -> tuple[str, Unit] | None:
    """What "its meeting" means: the body named last before it."""
    first, _ = part.clauses.sentence(part.head)
    for unit in reversed(part.units[first : part.head]):
        name = _acting_body(unit)
        if name:
            return name, unit
    return None


def _body_of_subject(part: Part) -> tuple[str, Unit] | None:
    """The body whose ministers held the meeting: tied to the noun by a verb of holding."""
    if part.tie is None or (
        part.units[part.tie].values.get("hold") not in _HELD_BY and "tie_word" not in part.units[part.tie].labels
    ):
        return None
    if part.tie > part.head:
        return _body_of_subject_ahead(part, part.tie)
    low, high = part.tie, part.head
    # The holder stands before a verb, not before its noun ("thanked Morocco for hosting the meeting").
    finite = not part.units[low].labels & {"hold_noun", "hold_participle"}
    before = reversed(part.units[max(part.low, low - 6) : low]) if finite else ()
    for unit in (*part.units[low:high], *before):
        if unit.labels & STOPS or (unit.labels & {"topic_word", "at_place"} and unit.start > part.units[low].start):
            continue
        name = _acting_body(unit)
        if name:
            return name, unit
    return None


def _body_of_subject_ahead(part: Part, tie: int) -> tuple[str, Unit] | None:
    """The body right after the verb ("the meeting that the council held")."""
    for unit in part.units[tie : min(part.high, tie + 8)]:
        if (
            unit.labels & (STOPS | {"that", "comma", "topic_word", "quote_mark", "attend_cue", "host_cue"})
            and not unit.labels & TIES
        ):
            return None
        name = _acting_body(unit)
        if name:
            return name, unit
    return None


def _acting_body(unit: Unit) -> str | None:
    """A body that can hold meetings of its own: no ministry, no service of a state."""
    found = annotation_of(unit, "organisation")
    if found and isinstance(found.value, OrganisationValue) and found.value.sort in (None, "", "agency"):
        return None
    return body_of(unit)


def fill_hosts(mention: Mention, part: Part) -> None:
    """Who invited: the subject of a verb of hosting, and those named after words such as "at the invitation of"."""
    units = part.units
    first, last = part.clauses.sentence(part.head)
    hosts: list[str] = []
    if part.tie is not None and "host" in units[part.tie].labels:
        near = (*units[part.tie + 1 : part.tie + 3], *reversed(units[max(part.low, part.tie - 4) : part.tie]))
        hosts = [code for unit in near if (code := country_of(unit) or _state_of_leader(unit))]
        hosts = (hosts or _hosting_bodies(part, part.tie))[:1]
        mention.spans["hosts"] = units[part.tie].span
        _give_country(mention, hosts)
    elif part.tie is not None and part.level in ("summit", "conference", "ministerial"):
        hosts = _holding_state(part, part.tie)
        mention.spans["hosts"] = units[part.tie].span
        _give_country(mention, hosts)
    # A cue after another meeting's noun is of that one; those named after a cue may stand beyond the next noun.
    for index in range(part.low if part.low == first else part.after, part.high):
        if "host_cue" in units[index].labels and not follows_delegation(units, index):
            named = _hosts(units[index + 1 : min(last, index + 30)], mention.body)
            if named:
                hosts.extend(named)
                mention.spans["hosts"] = units[index].span
                break
    mention.hosts = tuple(dict.fromkeys(hosts))
    if not hosts:
        mention.spans.pop("hosts", None)


def _hosting_bodies(part: Part, tie: int) -> list[str]:
    """The body that is the subject of a verb of hosting, behind it where the verb stands first."""
    verb_first = part.clauses.article.prepared.pack.settings.get("order") == "verb"
    near = part.units[tie + 1 : tie + 6] if verb_first else part.units[max(part.low, tie - 4) : tie]
    own = part.units[part.head : part.after]
    return [name for unit in near if unit not in own and (name := catalogued_body(unit))]


def _state_of_leader(unit: Unit) -> str | None:
    """The state of one who leads it."""
    person = person_of(unit)
    leads = person is not None and (person.role or "").endswith(_LEADERS)
    return person.country if person is not None and leads else None


def _give_country(mention: Mention, hosts: Sequence[str]) -> None:
    """What a state hosts takes place there, where no place is named."""
    if hosts and len(hosts[0]) == _CODE and not (mention.city or mention.country):
        mention.country, mention.spans["country"] = hosts[0], mention.spans["hosts"]


def _holding_state(part: Part, tie: int) -> list[str]:
    """A single state that holds or organises a meeting of many is its host ("Qatar held an emergency summit")."""
    units = part.units
    if tie > part.head or not units[tie].labels & {"hold_past", "hold_done", "hold_present", "hold_future"}:
        return []
    if units[tie].values.get("hold") != "held" or "meet" in units[tie].labels or "chair" in units[tie].labels:
        return []
    verb_first = part.clauses.article.prepared.pack.settings.get("order") == "verb"
    skipped = {"be", "have", "will", "adverb", "auxiliary"}
    near = units[tie + 1 : tie + 2] if verb_first else [
        unit for unit in reversed(units[max(part.low, tie - 3) : tie]) if not unit.labels & skipped
    ][:1]  # fmt: skip
    names = [code for unit in near if "country" in unit.labels and (code := country_of(unit))]
    joined = units[tie + 2 : tie + 3] if verb_first else units[max(part.low, tie - 4) : tie - 1]
    return [] if any(unit.labels & {"and", "and_word", "clitic_and", "role"} for unit in joined) else names


def _hosts(units: Sequence[Unit], body: str | None) -> tuple[str, ...]:
    people: list[str] = []
    others: list[str] = []
    nested = 0
    for unit in units:
        nested += ("open" in unit.labels) - ("close" in unit.labels)
        if unit.labels & (STOPS | {"attend_cue", "topic_word", "figure", "stop", "hold", "that"}) and not nested:
            break
        if nested:
            continue
        person, name = person_of(unit), country_of(unit) or organisation_of(unit)
        if person:
            people.append(person.name)
        elif name and name != body:
            others.append(name)
    return tuple(dict.fromkeys(people or others))[:4]


def fill_attendance(mention: Mention, part: Part) -> None:
    """How many came: a count of states, delegations or people beside words of taking part."""
    first, last = part.clauses.sentence(part.head)
    units = part.units[max(first, part.head - 20) : min(last, part.head + 40)]
    for index, unit in enumerate(units):
        found = annotation_of(unit, "figure")
        value = found.value if found else None
        if (
            not isinstance(value, FigureValue)
            or value.unit is None
            or value.value < 3
            or value.unit.split()[-1] not in _SIDES
        ):
            continue
        cued = any("attend_cue" in near.labels for near in units[max(0, index - 6) : index + 4])
        if cued or value.unit.split()[-1] in _COMERS:
            mention.attendance = Attendance(value.value, value.qualifier, value.unit)
            mention.spans["attendance"] = unit.span
            return
