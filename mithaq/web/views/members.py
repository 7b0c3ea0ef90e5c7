"""Who belongs to a body: the number of members over time, the members, what changed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mithaq.web.desk import Desk
from mithaq.web.views.citing import MOST_CITATIONS, Citer, cite
from mithaq.web.views.disagreements import disagreements_about
from mithaq.web.views.gathered import Entry, gathered
from mithaq.web.views.paging import cut
from mithaq.web.views.shapes import Count, CurvePoint, MemberLine, MembersView, Page

MEMBERS = "members"
_MOST_BODIES = 100
_MOST_POINTS = 500
# The changes after which somebody is a member.
IN = frozenset(("joined", "member"))
_CODE = len("MA")


@dataclass(frozen=True, slots=True)
class _Counted:
    """A claim that tells how many members a body has."""

    claim_id: str
    row: int
    content: Mapping[str, Any]


def members(desk: Desk, body: str | None = None, page: int = 1, page_size: int = 100) -> MembersView:
    """One body's members by date; without ``body`` that of which most is known. An unknown body has none."""
    known, counts = gathered(desk), _member_counts(desk)
    sizes = Counter(entry.body for entry in known.members if entry.body)
    sizes.update({name: len(found) for name, found in counts.items()})
    bodies = tuple(Count(name, size) for name, size in sorted(sizes.items(), key=lambda pair: (-pair[1], pair[0])))
    chosen = body or (bodies[0].key if bodies else None)
    if chosen is None:
        return MembersView(None, (), (), Page((), page, page_size, 0), (), ())
    told, entries = counts.get(chosen, []), desk.recall(_choose, chosen)
    lines = cut(entries, page, page_size, lambda some: _cite(desk, some))
    marks = _cite(desk, desk.recall(_choose_marks, chosen))
    claims = {found.claim_id for found in told} | {
        citation.claim_id for line in (*lines.items, *marks) for citation in line.citations if citation.claim_id
    }
    curve = _curve(desk, told)
    return MembersView(chosen, bodies[:_MOST_BODIES], curve, lines, tuple(marks), disagreements_about(desk, claims))


def _member_counts(desk: Desk) -> Mapping[str, list[_Counted]]:
    return desk.keep_for_articles("member counts", _count_members)


def _count_members(desk: Desk) -> Mapping[str, list[_Counted]]:
    found: dict[str, list[_Counted]] = {}
    for claim, row, _, content in desk.glance.contents("figure"):
        if MEMBERS in (content.get("unit"), content.get("of")) and content.get("where"):
            found.setdefault(content["where"], []).append(_Counted(claim, row, content))
        elif content.get("unit") == MEMBERS and content.get("of"):
            found.setdefault(content["of"], []).append(_Counted(claim, row, content))
    return found


def _curve(desk: Desk, told: list[_Counted]) -> tuple[CurvePoint, ...]:
    """A point a day and value: the day the figure is of, else the day it was published."""
    heads = gathered(desk).heads
    points: dict[tuple[str, float, str], list[str]] = {}
    for found in told:
        head = heads.get(found.row)
        day = found.content.get("when") or (head.published if head else None) or ""
        points.setdefault((day, found.content["value"], found.content["qualifier"]), []).append(found.claim_id)
    shown = sorted(points.items())[:_MOST_POINTS]
    placed = desk.glance.claims(claim for _, claims in shown for claim in claims[:MOST_CITATIONS])
    return tuple(
        CurvePoint(
            day or None, value, qualifier, tuple(cite(placed[claim], "value") for claim in claims if claim in placed)
        )
        for (day, value, qualifier), claims in shown
    )


def _choose(desk: Desk, body: str) -> tuple[Entry[MemberLine], ...]:
    """By date; of one date by name. What has no date stands last."""
    entries = (known.entry for known in gathered(desk).members if known.body == body)
    return tuple(sorted(entries, key=lambda entry: (_day(entry.line), entry.line.member, entry.line.change)))


def _day(line: MemberLine) -> str:
    return line.date or line.known_since or "9999"


def _choose_marks(desk: Desk, body: str) -> tuple[Entry[MemberLine], ...]:
    """One entry for each state: the last that makes it a member, else the last there is."""
    marks: dict[str, Entry[MemberLine]] = {}
    for entry in sorted(_choose(desk, body), key=lambda entry: entry.line.change in IN):
        if len(entry.line.member) == _CODE:
            marks[entry.line.member] = entry
    return tuple(marks.values())


def _cite(desk: Desk, entries: Sequence[Entry[MemberLine]]) -> list[MemberLine]:
    facts = dict(desk.glance.facts(entry.position for entry in entries))
    citer = Citer(desk, (claim for fact in facts.values() for claim in fact.supported_by[:MOST_CITATIONS]))
    return [replace(entry.line, citations=citer.cite(facts[entry.position].supported_by)) for entry in entries]
