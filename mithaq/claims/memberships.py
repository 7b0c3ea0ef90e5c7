"""Reads memberships: who joined, left, applied or was invited, or belongs to a body. Not for counting members."""

from collections.abc import Sequence

from mithaq.claims.clauses import Clauses
from mithaq.claims.places import annotation_of, body_of, country_of, main_body, organisation_of
from mithaq.model.claim import Change, Claim, Membership
from mithaq.model.span import Span
from mithaq.model.values import DateValue
from mithaq.text.lattice import Unit

_LINKS = frozenset(("and", "comma", "clitic_and", "open", "close", "the", "of", "in", "for", "clitic_in", "clitic_for", "quote_mark", "to", "dash", "colon", "adverb"))
_CUES: tuple[tuple[str, str], ...] = (("new_member", "new_member"), ("join_noun", "join_noun"), ("join", "join"), ("leave", "leave"), ("suspend", "suspend"))


def read_memberships(clauses: Clauses) -> list[Claim]:
    """One claim a member: lists are taken apart."""
    claims: list[Claim] = []
    seen: set[tuple[str | None, str, str]] = set()
    main = main_body(clauses.units)
    for index, unit in enumerate(clauses.units):
        change = _change(clauses.units, index)
        if change is None:
            continue
        first, last = clauses.sentence(index)
        members = _members(clauses.units, index, first, last, change)
        body, body_span = _body(clauses.units[first:last], {id(member) for member in members}, main)
        date = _date(clauses.units[first:last]) if change != "member" else None
        for member in members:
            name = country_of(member) or organisation_of(member)
            if not name or name == body or (body, name, change) in seen:
                continue
            if change == "member" and any(known[1] == name for known in seen):
                continue
            seen.add((body, name, change))
            claims.append(_claim(clauses, unit, member, Membership(body, name, change, None, date), body_span))
    return claims


def _change(units: Sequence[Unit], index: int) -> Change | None:
    unit = units[index]
    for label, key in _CUES:
        if label in unit.labels:
            return unit.values[key]  # type: ignore[no-any-return]
    if "include" in unit.labels and any("member_noun" in near.labels or "comprise" in near.labels for near in units[max(0, index - 14) : index]):
        return "member"
    return None


def _members(units: Sequence[Unit], index: int, first: int, last: int, change: Change) -> list[Unit]:
    """The parties listed after the word, else before it ("France and Spain joined the alliance")."""
    after = _list_after(units, index, last)
    if change == "member" or len(after) > 1:
        return after
    before = _list_before(units, index, first)
    if "join_noun" in units[index].labels or not before:
        return [unit for unit in after if country_of(unit)] or before
    return before


def _list_after(units: Sequence[Unit], index: int, last: int) -> list[Unit]:
    found: list[Unit] = []
    gap = 0
    for unit in units[index + 1 : last]:
        if country_of(unit) or organisation_of(unit):
            found.append(unit)
            gap = 0
        elif not unit.labels & _LINKS:
            gap += 1
            if gap > (6 if not found else 1):
                break
    return found


def _list_before(units: Sequence[Unit], index: int, first: int) -> list[Unit]:
    found: list[Unit] = []
    gap = 0
    for unit in reversed(units[first:index]):
        if country_of(unit):
            found.append(unit)
            gap = 0
        elif not unit.labels & _LINKS:
            gap += 1
            if gap > (3 if not found else 0):
                break
    return list(reversed(found))


def _body(units: Sequence[Unit], members: set[int], main: str | None) -> tuple[str | None, Span | None]:
    for unit in units:
        name = body_of(unit)
        if name and id(unit) not in members:
            return name, unit.span
    return main, None


def _date(units: Sequence[Unit]) -> str | None:
    for unit in units:
        found = annotation_of(unit, "date")
        if found and isinstance(found.value, DateValue) and found.value.timex == "DATE":
            return found.value.edtf
    return None


def _claim(clauses: Clauses, cue: Unit, member: Unit, content: Membership, body: Span | None) -> Claim:
    place = Span(min(cue.start, member.start), max(cue.end, member.end))
    spans = {"member": member.span, "change": cue.span, "body": body}
    slots = tuple(sorted((name, span) for name, span in spans.items() if span is not None))
    return Claim(clauses.article.prepared.article.id, place, place.of(clauses.text), content, slots, rule="membership")
