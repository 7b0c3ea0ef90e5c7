"""Fills what is told of a meeting where it is spoken of: body, place, date, hosts, attendance, tense.

Not for finding where a meeting is spoken of, nor for joining mentions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mithaq.claims.meeting_mentions import STOPS, Mention, Part
from mithaq.claims.places import annotation_of, body_of, country_of, organisation_of, person_of, place_of
from mithaq.model.claim import Attendance
from mithaq.model.values import DateValue, FigureValue, OrganisationValue
from mithaq.text.lattice import Unit

_LINKS = frozenset(("the", "city_noun", "country", "open", "quote_mark", "of", "adverb"))
_AND = frozenset(("and", "clitic_and", "and_word", "comma"))
_PREMODIFIERS = frozenset(("genitive", "meeting_level", "organisation", "country", "word", "next_word", "previous_word", "role_plural"))
_SIDES = ("states", "countries", "delegations", "delegates", "participants", "guests", "leaders", "ministers", "nations", "members")
_COMERS = ("delegations", "delegates", "participants", "guests")
_BODY_STOPS = STOPS | {"comma", "that", "relative", "date", "stop", "topic_word", "with_word", "at_place", "between_word", "hold", "meet"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a meeting takes place, as one unit says it."""

    city: str | None
    country: str | None
    unit: Unit


def fill_body(mention: Mention, part: Part) -> None:
    """The body: named behind the noun, before it, by an adjective beside it, or as the subject of the verb."""
    found = _body_behind(part) or _body_before(part) or _body_of_adjective(part)
    found = found or (_body_of_possessor(part) if mention.possessed else _body_of_subject(part))
    if found:
        mention.body, mention.spans["body"] = found[0], found[1].span


def _body_behind(part: Part) -> tuple[str, Unit] | None:
    for unit in part.behind(9):
        if unit.labels & _BODY_STOPS and "clitic_in" not in unit.labels:
            return None
        name = body_of(unit)
        if name:
            return name, unit
    return None


def _body_before(part: Part) -> tuple[str, Unit] | None:
    for unit in reversed(part.before(4)):
        name = body_of(unit)
        if name and unit.end <= part.units[part.head].start and "reference" not in unit.labels:
            return name, unit
        if not unit.labels & _PREMODIFIERS and "date" not in unit.labels:
            return None
    return None


def _body_of_adjective(part: Part) -> tuple[str, Unit] | None:
    """"The Arab summit" is one of the Arab League; only a gathering of many, and only where one adjective stands."""
    near = [unit for unit in (*part.before(2), *part.behind(7)) if unit.labels & {"body_adjective", "country", "with_word"}]
    found = [unit for unit in near if "body_adjective" in unit.labels]
    levels = {part.level, *(unit.values.get("meeting_level") for unit in part.behind(4))}
    if len(found) == 1 and len(near) == 1 and levels & {"summit", "ministerial", "officials"}:
        return str(found[0].values["body_adjective"]), found[0]
    return None


def _body_of_possessor(part: Part) -> tuple[str, Unit] | None:
    """"The organisation … at its meeting in June": the body named last before it."""
    first, _ = part.clauses.sentence(part.head)
    for unit in reversed(part.units[first : part.head]):
        name = body_of(unit)
        if name:
            return name, unit
    return None


def _body_of_subject(part: Part) -> tuple[str, Unit] | None:
    """"The ministers of the alliance held a meeting": the body tied to the noun by a verb of holding."""
    if part.tie is None or (part.units[part.tie].values.get("hold") != "held" and "tie_word" not in part.units[part.tie].labels):
        return None
    low, high = (part.tie, part.head) if part.tie < part.head else (part.tie, min(part.high, part.tie + 8))
    for unit in (*part.units[low:high], *reversed(part.units[max(part.low, low - 6) : low])):
        if unit.labels & STOPS or (unit.labels & {"topic_word", "at_place"} and unit.start > part.units[low].start):
            continue
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
    return []


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
            return Spot(None, code, unit)
    return None


def _places_before(part: Part) -> Iterable[int]:
    """Where a place may stand before the noun: beside it, between the verb and it, at the sentence's opening."""
    yield from range(part.head - 1, max(part.low, part.head - 6) - 1, -1)
    where = next((position for position in range(part.head - 1, max(part.low, part.head - 5) - 1, -1) if "where_word" in part.units[position].labels), None)
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
    spot = Spot(place.name, place.country, units[position])
    if _is_introduced(units, position, part.low):
        return spot
    between = units[part.after : position]
    if not back and len(between) <= 2 and all(unit.labels & {"of", "the", "quote_mark"} for unit in between):
        joined = position + 2 < len(units) and units[position + 1].labels & _AND and place_of(units[position + 2])
        return None if joined and part.level == "talks" else spot
    if not back and len(between) <= 8 and units[position - 1].labels & {"of"} and part.level != "talks" and not _breaks(between):
        return spot
    if back and position >= part.head - 2 and not units[position + 1].labels & {"comma", "hold", "and", "clitic_and"}:
        return spot
    hosting = part.tie is not None and "host" in units[part.tie].labels and abs(part.tie - position) <= 4
    return spot if hosting else None


def _breaks(units: Sequence[Unit]) -> bool:
    return any(unit.labels & {"comma", "relative", "topic_word", "with_word", "hold", "at_place", "date"} for unit in units)


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
    found = []
    units = part.units
    while position + 2 < part.high:
        step = 1
        while step < 3 and units[position + step].labels & _AND:
            step += 1
        place = place_of(units[position + step]) if step > 1 else None
        if place is None or not place.country:
            return found
        position += step
        found.append(Spot(place.name, place.country, units[position]))
    return found


def fill_date(mention: Mention, part: Part) -> None:
    """The date that stands with the noun or its verb; never one that says when somebody spoke."""
    unit = _date_beside(part) or _date_ahead(mention, part) or _date_of_tie(part) or _date_at_opening(mention, part)
    found = annotation_of(unit, "date") if unit else None
    if unit and found and isinstance(found.value, DateValue):
        mention.date, mention.spans["date"] = found.value, unit.span


def date_of(unit: Unit) -> DateValue | None:
    """The point or period in time that a unit names, if it is one."""
    found = annotation_of(unit, "date")
    if found is None or not isinstance(found.value, DateValue) or found.value.timex != "DATE":
        return None
    return None if found.value.edtf and found.value.edtf.endswith("/..") else found.value


def _date_beside(part: Part) -> Unit | None:
    for unit in reversed(part.before(5)):
        value = date_of(unit)
        # "On the eve of the summit" dates the eve, not the summit.
        if value:
            return unit if value.edtf else None
        if not unit.labels & _PREMODIFIERS or unit.labels & STOPS:
            return None
    return None


def _date_ahead(mention: Mention, part: Part) -> Unit | None:
    # What only points back ("the conference said …") is dated only where the date stands beside it.
    bare = mention.definite and part.tie is None and not mention.weight
    words = 0
    for position in part.ahead(22 if part.tie is not None else 12):
        unit = part.units[position]
        if unit.labels & {"money", "figure", "meet"}:
            return None
        if date_of(unit) and not _is_of_something_else(part, position):
            return unit
        words += "word" in unit.labels
        if bare and words > 1:
            return None
    return None


def _is_of_something_else(part: Part, position: int) -> bool:
    """"The crisis of 2014", "founded in 2014": the date belongs to the word before it."""
    before = part.units[max(part.after, position - 3) : position]
    return any(unit.labels & {"founding", "situation_noun", "document", "since_word"} for unit in before)


def _date_of_tie(part: Part) -> Unit | None:
    if part.tie is None:
        return None
    first, last = sorted((part.tie, part.head))
    inside = [unit for unit in part.units[first:last] if date_of(unit)]
    behind = [unit for unit in part.units[last : min(part.high, last + 8)] if date_of(unit)]
    ahead = [unit for unit in part.units[max(part.low, first - 4) : first] if date_of(unit)]
    return next(iter((*inside, *behind, *reversed(ahead))), None)


def _date_at_opening(mention: Mention, part: Part) -> Unit | None:
    """"On Tuesday in Geneva, the envoys …": a date that opens the sentence, where nobody speaks before the noun."""
    first, _ = part.clauses.sentence(part.head)
    if part.low != first or (mention.definite and part.tie is None and not mention.weight):
        return None
    before = part.units[first : part.head]
    if any(unit.labels & {"speech", "that"} for unit in before):
        return None
    return next((unit for unit in before[:6] if date_of(unit)), None)


def fill_hosts(mention: Mention, part: Part) -> None:
    """Who invited: named after words such as "at the invitation of", or the subject of a verb of hosting."""
    units = part.units
    first, last = part.clauses.sentence(part.head)
    # A cue after another meeting's noun is of that one; those named after a cue may stand beyond the next noun.
    for index in range(part.low if part.low == first else part.after, part.high):
        if "host_cue" in units[index].labels:
            hosts = _hosts(units[index + 1 : min(last, index + 30)], mention.body)
            if hosts:
                mention.hosts, mention.spans["hosts"] = hosts, units[index].span
                return
    if part.tie is None or "host" not in units[part.tie].labels:
        return
    near = (*units[part.tie + 1 : part.tie + 3], *reversed(units[max(part.low, part.tie - 4) : part.tie]))
    code = next((code for unit in near if (code := country_of(unit))), None)
    if code:
        mention.hosts, mention.spans["hosts"] = (code,), units[part.tie].span


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
        if not isinstance(value, FigureValue) or value.unit is None or value.value < 3 or value.unit.split()[-1] not in _SIDES:
            continue
        cued = any("attend_cue" in near.labels for near in units[max(0, index - 6) : index + 4])
        if cued or value.unit.split()[-1] in _COMERS:
            mention.attendance = Attendance(value.value, value.qualifier, value.unit)
            mention.spans["attendance"] = unit.span
            return


def find_tense(part: Part) -> str | None:
    """How the words place the meeting in time: planned, held, present, postponed or cancelled."""
    near = list(part.before(4))
    tie = part.units[part.tie] if part.tie is not None else None
    around = [tie] if tie else []
    for label, tense in (("postpone", "postponed"), ("cancel", "cancelled")):
        if any(label in unit.labels for unit in (*near, *around)):
            return tense
    if part.tie is not None:
        around.extend(part.units[max(part.low, part.tie - 3) : part.tie])
    beside = [*near, *part.behind(4)]
    if any(unit.labels & {"planned_word"} for unit in (*beside, *around)) or _is_future(around):
        return "planned"
    if any("next_word" in unit.labels for unit in (*part.before(2), *part.behind(3))):
        return "planned"
    if tie is not None:
        labels = tie.labels
        if part.tie and _continues_plan(part, part.tie):
            return "planned"
        if tie.values.get("hold") == "ended":
            return "held"
        if labels & {"hold_past", "hold_done", "host_past", "host_done"}:
            return "held"
        if labels & {"hold_present", "host_present"}:
            return "present"
    return None


def _continues_plan(part: Part, tie: int) -> bool:
    """"They intend to hold X and to hold Y": what the sentence plans first it plans also after "and"."""
    first, _ = part.clauses.sentence(part.head)
    if not part.units[tie - 1].labels & {"and", "clitic_and", "and_word"} or "hold_with_subject" not in part.units[tie].labels:
        return False
    return any(_is_future([unit]) or "planned_word" in unit.labels for unit in part.units[first : tie - 1])


def _is_future(units: Sequence[Unit]) -> bool:
    future = ("hold_future", "host_future", "meet_future", "future_form", "will")
    return any(label in unit.labels for unit in units for label in future)
