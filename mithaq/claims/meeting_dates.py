"""Finds when a meeting takes place: its date, and how the words place it in time. Not for finding dates in text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from mithaq.claims.meeting_journeys import is_purpose, journey_of
from mithaq.claims.meeting_mentions import Mention, Part
from mithaq.claims.meeting_ties import STOPS
from mithaq.claims.places import annotation_of
from mithaq.model.span import Span
from mithaq.model.values import DateValue
from mithaq.text.lattice import Unit

_PREMODIFIERS = frozenset(
    ("genitive", "meeting_level", "organisation", "country", "word", "next_word", "previous_word", "role_plural")
)

_AND = frozenset(("and", "and_word", "clitic_and"))
# Characters of a day in EDTF; days of a week; days of the longest gathering; units behind the noun that may tell its length.
_DAY, _WEEK, _LONGEST, _LENGTH_REACH = 10, 7, 14, 20
# Units after the noun in which a verb may tell that it was put off.
_FATE_REACH = 14
# As many units may part a date before the next noun of meeting from it.
_BEFORE_NEXT = 4
# Units after the noun in which it may be told when the gathering began and ended.
_COURSE_REACH = 50


def fill_date(mention: Mention, part: Part) -> None:
    """The date that stands with the noun or its verb; never one that says when somebody spoke."""
    begun, ended = _course(part)
    if begun and ended:
        mention.date = DateValue(f"{_day(begun)}/{_day(ended)}", "DATE", "relative")
        mention.spans["date"] = Span(begun.start, ended.end)
        return
    unit = _date_beside(part) or _date_ahead(mention, part) or _date_of_tie(part) or _date_at_opening(mention, part)
    unit = unit or begun
    found = annotation_of(unit, "date") if unit else None
    if unit and found and isinstance(found.value, DateValue):
        mention.date, mention.spans["date"] = found.value, unit.span
        _join_days(mention, part, unit)
        _count_days(mention, part)


def _course(part: Part) -> tuple[Unit | None, Unit | None]:
    """The days on which a gathering begins and ends ("the meetings, which began on Tuesday and end today")."""
    _, last = part.clauses.sentence(part.head)
    begun: Unit | None = None
    for position in range(part.after, min(part.high, last, part.after + _COURSE_REACH)):
        unit = part.units[position]
        if not unit.labels & {"hold_past", "hold_done", "hold_present", "hold_future"}:
            continue
        day = next((near for near in part.units[position + 1 : position + 4] if _day(near)), None)
        if unit.values.get("hold") == "held":
            begun = begun or day
        elif unit.values.get("hold") == "ended" and begun and day and _day(begun) < _day(day):
            return begun, day
    return begun, None


def _day(unit: Unit) -> str:
    """The day a unit names, in EDTF; empty where it names none."""
    value = date_of(unit)
    return value.edtf if value and value.edtf and len(value.edtf) == _DAY else ""


def _join_days(mention: Mention, part: Part, unit: Unit) -> None:
    """Days joined by "and" are the days of one gathering of many ("the summit on Thursday and Friday")."""
    first = mention.date.edtf if mention.date else None
    if mention.level == "talks" or mention.date is None or not first or len(first) != _DAY:
        return
    position = part.clauses.index_at(unit.start)
    joint, further = part.units[position + 1 : position + 2], part.units[position + 2 : position + 3]
    second = date_of(further[0]) if further else None
    if second is None or not second.edtf or len(second.edtf) != _DAY or not joint[0].labels & _AND:
        return
    if first < second.edtf and (date.fromisoformat(second.edtf) - date.fromisoformat(first)).days < _WEEK:
        mention.date = replace(mention.date, edtf=f"{first}/{second.edtf}")
        mention.spans["date"] = Span(unit.start, further[0].end)


def _count_days(mention: Mention, part: Part) -> None:
    """A gathering of so many days is held from the day it opens to that on which it ends ("a three-day forum opened on Monday")."""
    day = mention.date.edtf if mention.date else None
    tie = part.units[part.tie] if part.tie is not None else None
    if mention.level == "talks" or mention.date is None or not day or len(day) != _DAY or "~" in day:
        return
    count = next((days for days in _lengths(part) if 1 < days <= _LONGEST), None)
    if count is None or (tie and "continues" in tie.labels):
        return
    known = date.fromisoformat(day)
    ended = tie is not None and tie.values.get("hold") == "ended"
    other = known + timedelta(days=1 - count if ended else count - 1)
    mention.date = replace(mention.date, edtf=f"{min(known, other)}/{max(known, other)}")


def _lengths(part: Part) -> Iterator[int]:
    """The days that a gathering takes: told before its noun, or after it and a word of lasting."""
    for unit in part.before(3):
        yield _days_of(unit)
    _, last = part.clauses.sentence(part.head)
    for position in range(part.after, min(part.high, last, part.after + _LENGTH_REACH)):
        before = part.units[position - 1].labels
        if "lasting" in before or (position <= part.after + 1 and "of" in before):
            yield _days_of(part.units[position])


def _days_of(unit: Unit) -> int:
    found = annotation_of(unit, "date")
    value = (
        found.value.edtf if found and isinstance(found.value, DateValue) and found.value.timex == "DURATION" else None
    )
    return int(value[1:-1]) if value and value[1:-1].isdigit() and value.endswith("D") else 0


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
    """Does the date belong to the word before it, or to the next meeting?"""
    before = part.units[max(part.after, position - 3) : position]
    of_word = any(unit.labels & {"founding", "situation_noun", "document", "since_word"} for unit in before)
    return of_word or _is_of_next(part, position)


def _is_of_next(part: Part, position: int) -> bool:
    """Is it the time of the meeting named after it ("those at the meeting will attend a June summit")?"""
    between = part.units[position + 1 : part.high]
    if "the" not in part.units[position - 1].labels or len(between) >= _BEFORE_NEXT or part.high == len(part.units):
        return False
    following = part.units[part.high].labels
    return "meeting_noun" in following and all(unit.labels & _PREMODIFIERS for unit in between)


def _date_of_tie(part: Part) -> Unit | None:
    if part.tie is None:
        return None
    first, last = sorted((part.tie, part.head))
    inside = [unit for unit in part.units[first:last] if date_of(unit)]
    after = range(last, min(part.high, last + 8))
    behind = [part.units[place] for place in after if date_of(part.units[place]) and not _is_of_next(part, place)]
    ahead = [unit for unit in part.units[max(part.low, first - 4) : first] if date_of(unit)]
    return next(iter((*inside, *behind, *reversed(ahead))), None)


def _date_at_opening(mention: Mention, part: Part) -> Unit | None:
    """A date that opens the sentence, where nobody speaks before the noun."""
    first, _ = part.clauses.sentence(part.head)
    if part.low != first or (mention.definite and part.tie is None and not mention.weight):
        return None
    before = part.units[first : part.head]
    spoken = [place for place, unit in enumerate(before) if unit.labels & {"speech", "that"}]
    if spoken:
        # What is said begins anew ("He added: 'Yesterday there was a meeting …'").
        quoted = before[spoken[-1] + 1 :]
        before = quoted[1:] if quoted and quoted[0].labels & {"colon", "comma", "quote_mark"} else ()
    return next((unit for unit in before[:6] if date_of(unit)), None)


def find_tense(part: Part) -> str | None:
    """How the words place the meeting in time: planned, held, present, postponed or cancelled."""
    near = list(part.before(4))
    tie = part.units[part.tie] if part.tie is not None else None
    around = [tie] if tie else []
    for label, tense in (("postpone", "postponed"), ("cancel", "cancelled")):
        if any(label in unit.labels for unit in (*near, *around)):
            return tense
        if any(not unit.labels.isdisjoint(_finite(label)) for unit in part.behind(_FATE_REACH)):
            return tense
    if part.tie is not None:
        around.extend(part.units[max(part.low, part.tie - 3) : part.tie])
    beside = [*near, *part.behind(4)]
    if is_called(part) or any("planned_word" in unit.labels for unit in (*beside, *around)) or _is_future(around):
        return "planned"
    if any("next_word" in unit.labels for unit in (*part.before(2), *part.behind(3))):
        return "planned"
    if part.tie is not None:
        return _tense_of_tie(part, part.tie)
    return "planned" if is_purpose(part) and _is_ahead(part) else None


def _tense_of_tie(part: Part, position: int) -> str | None:
    """What the form of the verb of holding tells."""
    tie = part.units[position]
    before = {label for unit in part.units[max(part.low, position - 3) : position] for label in unit.labels}
    if "hold_done" in tie.labels and {"modal", "be"} <= before:
        # "May be held", "devrait être tenue".
        return "planned"
    if _is_meant(part, position) or (position and _continues_plan(part, position)):
        return "planned"
    attended = tie.values.get("hold") == "attended"
    if tie.values.get("hold") == "ended" or tie.labels & {"hold_past", "hold_done", "host_past", "host_done"}:
        return "held"
    lasts = tie.labels & {"hold_participle", "host_participle"} and "be_now" in before
    return "present" if not attended and (lasts or tie.labels & {"hold_present", "host_present"}) else None


def is_called(part: Part) -> bool:
    """Is it a meeting somebody called or asked for: the noun is the object of a verb of urging?"""
    near = part.before(8)
    asked = [unit for unit in near if unit.values.get("speech") == "urge" or "call_in" in unit.labels]
    if any(unit.labels & {"for_purpose", "clitic_for"} for unit in near[-2:]):
        return bool(asked)
    # Where the verb stands first, the noun right after it may be its subject ("the meeting called on …").
    return part.clauses.article.prepared.pack.settings.get("order") != "verb" and any(
        unit in near[-2:] for unit in asked
    )


def _is_meant(part: Part, tie: int) -> bool:
    """Is holding it what somebody does something else for ("seeks to hold a forum")?"""
    labels = part.units[tie].labels
    if tie >= part.head or not tie or not labels & {"hold_base", "hold_past"}:
        return False
    before = part.units[tie - 1].labels
    return bool(before & {"clitic_for", "for_purpose", "to"}) and not before & {"topic_word"}


def _is_ahead(part: Part) -> bool:
    """Does the sentence tell of what will be done, or of an arrival, for the sake of the meeting?"""
    journey = journey_of(part)
    first, _ = part.clauses.sentence(part.head)
    return bool(journey and journey.arrived) or _is_future(part.units[max(first, part.head - 12) : part.head])


def _finite(label: str) -> tuple[str, ...]:
    return tuple(f"{label}_{form}" for form in ("past", "done", "present", "future"))


def _continues_plan(part: Part, tie: int) -> bool:
    """Is this held by "and" to a plan before it? What the sentence plans first it plans also after "and"."""
    first, _ = part.clauses.sentence(part.head)
    if (
        not part.units[tie - 1].labels & {"and", "clitic_and", "and_word"}
        or "hold_with_subject" not in part.units[tie].labels
    ):
        return False
    return any(_is_future([unit]) or "planned_word" in unit.labels for unit in part.units[first : tie - 1])


def _is_future(units: Sequence[Unit]) -> bool:
    future = ("hold_future", "host_future", "meet_future", "future_form", "will")
    return any(label in unit.labels for unit in units for label in future)
