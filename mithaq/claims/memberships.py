"""Reads memberships: who joined, left, applied, was invited or suspended, or is listed as a member of a body.

Not for counting members: a count is a figure of the body.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mithaq.claims.clauses import Clauses
from mithaq.claims.members import Member, bracketed, find_ordinals, list_after, list_before
from mithaq.claims.places import annotation_of, catalogued_body, country_of, main_body
from mithaq.model.claim import Change, Claim, Membership
from mithaq.model.span import Span
from mithaq.model.values import DateValue, FigureValue
from mithaq.text.lattice import Unit

_ENDS = frozenset(("break", "semicolon", "speech", "stop"))
_VERBS: tuple[tuple[str, Change], ...] = (
    ("join", "joined"),
    ("leave", "left"),
    ("suspend", "suspended"),
    ("invite", "invited"),
)
_COUNTED = ("states", "countries", "members", "nations")
_EVENTS = (" Summit", " Conference")
_LEADS = frozenset(("colon", "dash", "open", "comma", "be", "include", "comprise", "list_lead"))
_TARGET_REACH, _LIST_REACH = 16, 14


@dataclass(frozen=True, slots=True)
class _Cue:
    """A word of membership: ``target`` is the unit of the body that is joined or left, if one is named."""

    index: int
    change: Change
    target: Unit | None
    members: Sequence[Member]


def read_memberships(clauses: Clauses) -> list[Claim]:
    """One claim a body, member and change; lists are taken apart, and what is told again fills in what is missing."""
    found: dict[tuple[str | None, str, Change], tuple[Unit, Member, Membership, Unit | None]] = {}
    told: set[tuple[str | None, str]] = set()
    main = main_body(clauses.units)
    for cue in _cues(clauses):
        first, last = clauses.sentence(cue.index)
        body = catalogued_body(cue.target) if cue.target else main
        if cue.target is not None and "accord_noun" in cue.target.labels:
            body = None
        date = None if cue.change == "member" else _date(clauses.units, cue.index, first, last)
        ordinals = find_ordinals(clauses, cue.index, first, last, len(cue.members)) if cue.change == "joined" else []
        for number, member in enumerate(cue.members):
            if member.name == body or (cue.change == "member" and (body, member.name) in told):
                continue
            told.add((body, member.name))
            ordinal = ordinals[number] if ordinals else None
            key = (body, member.name, cue.change)
            if key in found:
                unit, known, content, target = found[key]
                content = Membership(body, member.name, cue.change, content.ordinal or ordinal, content.date or date)
                found[key] = (unit, known, content, target)
                continue
            content = Membership(body, member.name, cue.change, ordinal, date)
            found[key] = (clauses.units[cue.index], member, content, cue.target)
    return [_claim(clauses, *entry) for entry in found.values()]


def _cues(clauses: Clauses) -> Iterator[_Cue]:
    units = clauses.units
    verb_first = clauses.article.prepared.pack.settings.get("order") == "verb"
    for index, unit in enumerate(units):
        first, last = clauses.sentence(index)
        cue = None
        if "new_member" in unit.labels:
            members = list_after(clauses, index, last, _LIST_REACH) or list_before(clauses, index, first, 2)
            cue = _Cue(index, "joined", _target(units, index, last), members)
        elif "join_noun" in unit.labels:
            cue = _noun(clauses, index, first, last)
        elif (
            catalogued_body(unit)
            and "reference" not in unit.labels
            and index + 1 < last
            and "open" in units[index + 1].labels
        ):
            cue = _Cue(index, "member", unit, bracketed(clauses, index + 1, last))
        elif "comprise" in unit.labels:
            cue = _listed(clauses, index, first, last)
        elif "become_word" in unit.labels:
            cue = _becomes(clauses, index, first, last)
        elif "include" in unit.labels:
            cue = _included(clauses, index, first, last)
        else:
            cue = _verb(clauses, index, first, last, verb_first=verb_first)
        if not (cue and cue.members) and _is_of_members(unit):
            cue = _members_of(clauses, index, first, last)
        if cue and cue.members:
            yield cue


def _noun(clauses: Clauses, index: int, first: int, last: int) -> _Cue | None:
    """A noun of joining: "the accession of A and B to the body", "A's bid to join the body"."""
    units = clauses.units
    target = _target(units, index, last)
    change: Change = units[index].values["join_noun"]
    end = next((position for position in range(index, last) if units[position] is target), last)
    members = list_after(clauses, index, end, 3)
    if not members and target is not None:
        # The list may come after the body: the accession of four states to the alliance, namely these.
        members = list_after(clauses, end, last, 2)
    elif target is None and len(members) > 1:
        # A body nobody has catalogued is still what they join ("the accession of A to the forum"), not one of them.
        states = [member for member in members if country_of(member.unit)]
        return _Cue(index, change, None, states or members)
    members = members or list_before(clauses, index, first, 3)
    if target is None and not any("new_member" in unit.labels for unit in units[index:last]):
        target = next((unit for unit in reversed(units[first:index]) if catalogued_body(unit)), None)
        if target is None:
            return None
    return _Cue(index, change, target, members)


def _verb(clauses: Clauses, index: int, first: int, last: int, *, verb_first: bool) -> _Cue | None:
    units = clauses.units
    unit = units[index]
    change = next((change for label, change in _VERBS if label in unit.labels), None)
    before = units[max(first, index - 3) : index]
    if change is None or any(near.labels & {"negation", "hope_word"} for near in before):
        return None
    applied = any("application_word" in near.labels for near in before)
    led = before[-1].labels if before else frozenset()
    if led & {"to", "modal", "infinitive_lead"} and "will" not in led and not applied:
        return None
    if change in ("joined", "left") and index + 1 < last and "to_it" in units[index + 1].labels:
        return _Cue(index, change, None, list_after(clauses, index + 1, last, 1))
    target = _target(units, index, min(last, index + (_TARGET_REACH if verb_first else 7)))
    if change == "suspended" and verb_first:
        return _suspension(clauses, index, last)
    if target is None or not _is_bound(units, index, target, change):
        return _other_way(clauses, index, first, last, change)
    end = next(position for position in range(index, last) if units[position] is target)
    if change in ("invited", "suspended"):
        members = list_after(clauses, index, last, 3)
    elif verb_first:
        members = list_after(clauses, index, end, 4) or list_before(clauses, index, first, 4)
    else:
        members = list_before(clauses, index, first, 3)
    if applied and change == "joined":
        change = "applied"
    return _Cue(index, change, target, members)


def _becomes(clauses: Clauses, index: int, first: int, last: int) -> _Cue | None:
    """To become a member: "A became the 32nd member of the body"."""
    units = clauses.units
    noun = next(
        (position for position in range(index + 1, min(last, index + 8)) if "member_noun" in units[position].labels),
        None,
    )
    if noun is None:
        return None
    target = _target(units, noun, min(last, noun + 7)) or next(
        (unit for unit in reversed(units[first:index]) if catalogued_body(unit)), None
    )
    if target is None:
        return None
    members = list_after(clauses, index, noun, 0) or list_before(clauses, index, first, 3)
    return _Cue(index, "joined", target, [member for member in members if member.unit is not target])


def _other_way(clauses: Clauses, index: int, first: int, last: int, change: Change) -> _Cue | None:
    """The body before the verb: "the body was joined by A", "the body suspended A"."""
    units = clauses.units
    target = next((unit for unit in reversed(units[max(first, index - 5) : index]) if catalogued_body(unit)), None)
    if target is None or index + 1 >= last:
        return None
    if str(catalogued_body(target)).endswith(_EVENTS):
        # A state left out of a summit was no member of it.
        return None
    passive = change == "joined" and "by" in units[index + 1].labels
    if not passive and change != "suspended":
        return None
    members = list_after(clauses, index + passive, last, 1)
    return _Cue(index, change, target, [member for member in members if member.unit is not target])


def _is_bound(units: Sequence[Unit], index: int, target: Unit, change: Change) -> bool:
    """Is the body what the verb is about? An invitation must be one to join; a suspension one of membership."""
    end = next(position for position in range(index, len(units)) if units[position] is target)
    between = units[index + 1 : end]
    if change == "invited":
        return any(unit.labels & {"join", "join_noun"} for unit in between)
    if change == "suspended":
        return any(unit.labels & {"member_noun", "from_body"} for unit in between)
    return not any(unit.labels & {"hold", "meeting_noun", "that", "topic_word", "where_word"} for unit in between)


def _suspension(clauses: Clauses, index: int, last: int) -> _Cue | None:
    """Where the verb comes first: "suspended the League the membership of A"."""
    units = clauses.units
    noun = next(
        (position for position in range(index + 1, min(last, index + 8)) if "member_noun" in units[position].labels),
        None,
    )
    if noun is None:
        return None
    target = next((unit for unit in (*units[index + 1 : noun], *units[noun + 1 : last]) if catalogued_body(unit)), None)
    members = [member for member in list_after(clauses, noun, last, 1) if member.unit is not target]
    return _Cue(index, "suspended", target, members) if target else None


def _listed(clauses: Clauses, index: int, first: int, last: int) -> _Cue | None:
    """A list of members ("the group comprises A, B and C"): the body before the verb, at least two members behind it."""
    units = clauses.units
    # A form that is also a noun ("groups") is the verb only right after the body.
    reach = 2 if units[index].values["comprise"] == "close" else 6
    before = units[max(first, index - reach) : index]
    target = next((unit for unit in reversed(before) if catalogued_body(unit)), None)
    start = index
    if target is None and clauses.article.prepared.pack.settings.get("order") == "verb":
        # Where the verb stands first, the body may follow it.
        behind = range(index + 1, min(last, index + 4))
        start = next((position for position in behind if catalogued_body(units[position])), index)
        target = units[start] if start > index else None
    members = list_after(clauses, start, last, 3)
    if target is None or len(members) < 2:
        return None
    # "Has 5,000 soldiers of A and B" counts something else.
    between = [unit for unit in units[index + 1 : last] if unit.start < members[0].unit.start]
    counted = [found.value for unit in between if (found := annotation_of(unit, "figure"))]
    others = [value for value in counted if isinstance(value, FigureValue) and value.unit not in _COUNTED]
    return None if others else _Cue(index, "member", target, members)


def _members_of(clauses: Clauses, index: int, first: int, last: int) -> _Cue | None:
    """Members listed right after their noun: "the six members of the body: A, B and C", "the body's members are A and B"."""
    units = clauses.units
    behind = next((place for place in range(index + 1, min(last, index + 5)) if catalogued_body(units[place])), None)
    near = range(index - 1, max(first, index - 4) - 1, -1)
    if "one_member" in units[index].labels:
        # "OPEC member Iran" says no more of Iran than "Iran".
        return None
    body = behind if behind is not None else next((place for place in near if catalogued_body(units[place])), None)
    if body is None:
        return None
    start = index + 1 if behind is None else behind + 1
    position = start
    while position < min(last, start + 3) and units[position].labels & _LEADS:
        position += 1
    led = {label for unit in units[start:position] for label in unit.labels}
    members = [member for member in list_after(clauses, position - 1, last, 0) if member.unit is not units[body]]
    needed = 3 if "comma" in led else 2
    return _Cue(index, "member", units[body], members) if (led or behind is None) and len(members) >= needed else None


def _included(clauses: Clauses, index: int, first: int, last: int) -> _Cue | None:
    """Some of the members: "its 84 members, among them A and B"."""
    units = clauses.units
    before = units[max(first, index - 14) : index]
    if not any(unit.labels & {"member_noun", "comprise"} or _counts_members(unit) for unit in before):
        return None
    target = next((unit for unit in reversed(units[first:index]) if catalogued_body(unit)), None)
    return _Cue(index, "member", target, list_after(clauses, index, last, 3)) if target else None


def _is_of_members(unit: Unit) -> bool:
    return "member_noun" in unit.labels or unit.values.get("role_plural") == "members" or _counts_members(unit)


def _counts_members(unit: Unit) -> bool:
    found = annotation_of(unit, "figure")
    return bool(found and isinstance(found.value, FigureValue) and found.value.unit == "members")


def _target(units: Sequence[Unit], index: int, last: int) -> Unit | None:
    for unit in units[index + 1 : min(last, index + _TARGET_REACH)]:
        if unit.labels & _ENDS:
            return None
        if catalogued_body(unit) or "accord_noun" in unit.labels:
            return unit
    return None


def _date(units: Sequence[Unit], index: int, first: int, last: int) -> str | None:
    """The date nearest to the word of membership."""
    near = [
        (abs(position - index), units[position]) for position in range(max(first, index - 8), min(last, index + 14))
    ]
    for _, unit in sorted(near, key=lambda pair: pair[0]):
        found = annotation_of(unit, "date")
        if found and isinstance(found.value, DateValue) and found.value.timex == "DATE":
            return found.value.edtf
    return None


def _claim(clauses: Clauses, cue: Unit, member: Member, content: Membership, target: Unit | None) -> Claim:
    place = Span(min(cue.start, member.unit.start), max(cue.end, member.unit.end))
    spans = {"member": member.unit.span, "change": cue.span, "body": target.span if target else None}
    slots = tuple(sorted((name, span) for name, span in spans.items() if span is not None))
    return Claim(clauses.article.prepared.article.id, place, place.of(clauses.text), content, slots, rule="membership")
