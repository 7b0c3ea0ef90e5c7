"""Who belongs to a body: the number of members over time, the members, what changed."""

from collections import Counter
from collections.abc import Mapping

from mithaq.record.glance import Placed
from mithaq.web.desk import Desk
from mithaq.web.views.citing import MOST_CITATIONS, back_entries, cite_slots
from mithaq.web.views.deciding import decided
from mithaq.web.views.disagreements import disagreements_about
from mithaq.web.views.gathered import Entry, gathered
from mithaq.web.views.paging import cut
from mithaq.web.views.shapes import Count, CurvePoint, MemberLine, MembersView, Page

MEMBERS = "members"
_CITED = ("member", "change", "ordinal", "date")
_MOST_BODIES = 100
_MOST_POINTS = 500
# The changes after which somebody is a member.
IN = frozenset(("joined", "member"))
_CODE = len("MA")


def members(desk: Desk, body: str | None = None, page: int = 1, page_size: int = 100) -> MembersView:
    """One body's members by date; without ``body`` that of which most is known. An unknown body has none."""
    known, counted = gathered(desk), desk.keep(_counted)
    sizes = Counter(entry.body for entry in known.members if entry.body)
    sizes.update({name: claims for name, (_, claims) in counted.items()})
    bodies = tuple(Count(name, size) for name, size in sorted(sizes.items(), key=lambda pair: (-pair[1], pair[0])))
    chosen = body or (bodies[0].key if bodies else None)
    if chosen is None:
        return MembersView(None, (), (), Page((), page, page_size, 0), (), ())
    told, entries = _told(desk, chosen), desk.recall(_choose, chosen)
    lines = cut(entries, page, page_size, lambda some: back_entries(desk, some, _CITED))
    marks = back_entries(desk, desk.recall(_choose_marks, chosen), _CITED)
    claims = {found.id for found in told} | {
        citation.claim_id for line in (*lines.items, *marks) for citation in line.citations if citation.claim_id
    }
    curve = _curve(desk, told)
    return MembersView(chosen, bodies[:_MOST_BODIES], curve, lines, tuple(marks), disagreements_about(desk, claims))


def _counted(desk: Desk) -> Mapping[str, tuple[int, int]]:
    """Of each body whose members were counted: where that fact is kept, and how many claims stand behind it."""
    return {
        str(outline.slots["of"]): (outline.position, len(outline.supported_by))
        for outline in desk.glance.outlines("figure")
        if outline.slots.get("unit") == MEMBERS and outline.slots.get("of")
    }


def _told(desk: Desk, body: str) -> list[Placed]:
    """The claims that tell how many members the body has, those that others contradict too."""
    position, _ = desk.keep(_counted).get(body, (None, 0))
    if position is None:
        return []
    ((_, fact),) = desk.glance.facts([position])
    return list(desk.glance.claims((*fact.supported_by, *fact.contradicted_by)).values())


def _curve(desk: Desk, told: list[Placed]) -> tuple[CurvePoint, ...]:
    """A point a day and value: the day the number is of, else the day it was published."""
    settled = decided(desk)
    points: dict[tuple[str, float, str], list[tuple[Placed, str]]] = {}
    for claim in told:
        # "The 83rd member" says that there are 83.
        slot, dated = ("value", "when") if claim.kind == "figure" else ("ordinal", "date")
        content = settled.content(claim)
        day = content.get(dated) or claim.article.published or ""
        key = (day, float(content[slot]), content.get("qualifier") or "exact")
        points.setdefault(key, []).append((claim, slot))
    return tuple(
        CurvePoint(day or None, value, qualifier, tuple(cite_slots(desk, claims[:MOST_CITATIONS])))
        for (day, value, qualifier), claims in sorted(points.items(), key=lambda pair: pair[0])[:_MOST_POINTS]
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
