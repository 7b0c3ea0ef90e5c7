"""Who belongs to a body: the number of members over time, the members, what changed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from mithaq.web.desk import Desk
from mithaq.web.views.citing import MOST_CITATIONS, Citer, cite
from mithaq.web.views.disagreements import disagreements_about
from mithaq.web.views.gathered import gathered
from mithaq.web.views.shapes import Count, CurvePoint, MemberLine, MembersView

MEMBERS = "members"
_MOST_BODIES = 100
_MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class _Counted:
    """A claim that tells how many members a body has."""

    claim_id: str
    row: int
    content: Mapping[str, Any]


def members(desk: Desk, body: str | None = None) -> MembersView:
    """One body's members; without ``body`` that of which most is known. An unknown body has none."""
    known, counts = gathered(desk), _member_counts(desk)
    sizes = Counter(entry.body for entry in known.members if entry.body)
    sizes.update({name: len(found) for name, found in counts.items()})
    bodies = tuple(Count(name, size) for name, size in sorted(sizes.items(), key=lambda pair: (-pair[1], pair[0])))
    chosen = body or (bodies[0].key if bodies else None)
    if chosen is None:
        return MembersView(None, (), (), (), ())
    told = counts.get(chosen, [])
    lines = _lines(desk, chosen)
    claims = {found.claim_id for found in told} | {
        citation.claim_id for line in lines for citation in line.citations if citation.claim_id
    }
    return MembersView(
        chosen, bodies[:_MOST_BODIES], _curve(desk, told), tuple(lines), disagreements_about(desk, claims)
    )


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
    shown = sorted(points.items())[:_MOST_SHOWN]
    placed = desk.glance.claims(claim for _, claims in shown for claim in claims[:MOST_CITATIONS])
    return tuple(
        CurvePoint(
            day or None, value, qualifier, tuple(cite(placed[claim], "value") for claim in claims if claim in placed)
        )
        for (day, value, qualifier), claims in shown
    )


def _lines(desk: Desk, body: str) -> list[MemberLine]:
    entries = [known.entry for known in gathered(desk).members if known.body == body][:_MOST_SHOWN]
    facts = dict(desk.glance.facts(entry.position for entry in entries))
    citer = Citer(desk, (claim for fact in facts.values() for claim in fact.supported_by[:MOST_CITATIONS]))
    lines = [replace(entry.line, citations=citer.cite(facts[entry.position].supported_by)) for entry in entries]
    return sorted(lines, key=lambda line: (line.date or line.known_since or "9999", line.member, line.change))
