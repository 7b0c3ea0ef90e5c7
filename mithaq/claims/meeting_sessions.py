"""Reads sittings of a body told without a noun of meeting: "the Security Council discussed … on Friday", "انعقاد الجمعية
العامة", "during the General Assembly in New York". Not for what a body decides, nor for meetings with a noun or a verb of meeting.
"""

from collections.abc import Iterator, Mapping

from mithaq.claims.clauses import Clauses
from mithaq.claims.meeting_dates import date_of
from mithaq.claims.meeting_mentions import Mention, Part
from mithaq.claims.meeting_spots import Spot, find_spots
from mithaq.claims.meeting_ties import STOPS
from mithaq.claims.places import catalogued_body, organisation_sort
from mithaq.model.claim import Level
from mithaq.model.span import Span
from mithaq.text.lattice import Unit

# Bodies that sit: councils, assemblies, committees.
_SITTING = frozenset(("organ",))
_BETWEEN = frozenset(("date", "adverb", "have", "will", "preposition", "at_place", "place", "topic_word"))
_SMALL = frozenset(("the", "definite", "clitic_for", "of", "date"))
_SUBJECT_REACH, _DATE_REACH, _PLACE_REACH = 4, 14, 8


def session_mentions(clauses: Clauses, heads: Mapping[int, Level]) -> Iterator[Mention]:
    """The sittings, in order. A verb of discussing needs the day; a noun of holding stands for itself."""
    for index, unit in enumerate(clauses.units):
        if "hold_noun" in unit.labels and index + 1 < len(clauses.units) and index + 1 not in heads:
            body = clauses.units[index + 1]
            if _sits(body):
                yield _mention(clauses, index, body)
        elif _sits(unit) and index not in heads and _is_occasion(clauses, index):
            mention = _mention(clauses, index, unit)
            spot = _place_behind(clauses, index)
            if spot:
                mention.city, mention.country = spot.city, spot.country
                mention.spans["city" if spot.city else "country"] = spot.unit.span
                yield mention
        elif unit.values.get("hold") == "discussed" and unit.labels & {"hold_past", "hold_future", "hold_done"}:
            first, last = clauses.sentence(index)
            subject = _subject(clauses, index)
            if subject is None or any(near in heads for near in range(first, last)):
                continue
            mention = _mention(clauses, index, subject)
            if mention.date is not None:
                mention.tense = "planned" if "hold_future" in unit.labels else "held"
                yield mention


def _is_occasion(clauses: Clauses, index: int) -> bool:
    """Is the body rather its sitting: when something happened ("during the General Assembly"), or what it was beside?"""
    first, _ = clauses.sentence(index)
    before = [unit for unit in clauses.units[max(first, index - 3) : index] if not unit.labels & _SMALL]
    led = before[-1].labels if before else frozenset()
    # "In the Security Council" is where somebody sits, not when.
    return bool(led & {"occasion_word", "sideline"}) and "at_place" not in led


def _place_behind(clauses: Clauses, index: int) -> Spot | None:
    _, last = clauses.sentence(index)
    part = Part(clauses, index, index + 1, index, min(last, index + _PLACE_REACH), None, "session")
    return next(iter(find_spots(part)), None)


def _sits(unit: Unit) -> bool:
    return catalogued_body(unit) is not None and organisation_sort(unit) in _SITTING and "reference" not in unit.labels


def _subject(clauses: Clauses, index: int) -> Unit | None:
    """The body beside the verb: before it, or after it where the verb stands first."""
    first, last = clauses.sentence(index)
    units = clauses.units
    if clauses.article.prepared.pack.settings.get("order") == "verb":
        beside = units[index + 1 : min(last, index + 2)]
    else:
        beside = tuple(reversed(units[max(first, index - _SUBJECT_REACH) : index]))
    for unit in beside:
        if _sits(unit):
            return unit
        if not unit.labels & _BETWEEN:
            return None
    return None


def _mention(clauses: Clauses, index: int, body: Unit) -> Mention:
    verb = clauses.units[index]
    mention = Mention(Span(min(verb.start, body.start), max(verb.end, body.end)), "session", tied=True)
    mention.body, mention.spans["body"] = catalogued_body(body), body.span
    _, last = clauses.sentence(index)
    for unit in clauses.units[index + 1 : min(last, index + _DATE_REACH)]:
        found = date_of(unit)
        if found:
            mention.date, mention.spans["date"] = found, unit.span
            break
        if unit.labels & STOPS and unit is not body:
            break
    return mention
