"""The lists of a record as they are kept in memory: one short line a fact, without citations. Made anew when it changes.

Not for what a page shows: citations and single slots are read when a page is asked for.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from mithaq.model.edtf import bounds
from mithaq.model.fact import FollowUp
from mithaq.record.glance import Head
from mithaq.record.rows import Outline
from mithaq.web.desk import Desk
from mithaq.web.views.deciding import decided
from mithaq.web.views.shapes import CommitmentLine, MeetingLine, MemberLine, MoneyLine

Line = TypeVar("Line")
# An article tells what was promised at a meeting if it came out in its days: before and after by so many.
NEAR_DAYS = 10
# Tellings of one sum this many days apart are an announcement made again, not two reports of one.
AGAIN_DAYS = 60
# What claims tell beyond their fact, by kind.
_TOLD = {"commitment": ("action", "beneficiary", "themes"), "funding": ("purpose",)}


@dataclass(frozen=True, slots=True)
class Entry(Generic[Line]):
    """A line, where its fact is kept, the rows of the articles behind it, and the days it is about."""

    line: Line
    position: int
    rows: tuple[int, ...]
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """A fact about membership and its body."""

    body: str
    entry: Entry[MemberLine]


@dataclass
class Gathered:
    """Everything that lists are made of. ``at`` gives the index of an entry by the fact's id."""

    heads: Mapping[int, Head]
    by_article: Mapping[str, Head]
    last_day: date | None
    meetings: tuple[Entry[MeetingLine], ...] = ()
    commitments: tuple[Entry[CommitmentLine], ...] = ()
    money: tuple[Entry[MoneyLine], ...] = ()
    members: tuple[MemberEntry, ...] = ()
    meeting_at: dict[str, int] = field(default_factory=dict)
    commitment_at: dict[str, int] = field(default_factory=dict)
    money_at: dict[str, int] = field(default_factory=dict)
    kept_on: dict[str, date] = field(default_factory=dict)
    meetings_of_row: dict[int, list[int]] = field(default_factory=dict)
    positions: dict[str, list[int]] = field(default_factory=dict)

    def meetings_in(self, rows: Iterable[int]) -> list[int]:
        """The meetings these articles tell of, in order."""
        return sorted({index for row in rows for index in self.meetings_of_row.get(row, ())})


def gather(desk: Desk) -> Gathered:
    """Read it all, once."""
    heads = {head.row: head for head in desk.glance.heads()}
    days = [day for head in heads.values() if (day := last_day_of(head.published))]
    found = Gathered(heads, {head.id: head for head in heads.values()}, max(days, default=None))
    for kind in ("change", "copies", "story"):
        found.positions[kind] = list(desk.glance.positions(kind))
    _Gatherer(desk, found).fill()
    return found


class _Gatherer:
    def __init__(self, desk: Desk, found: Gathered) -> None:
        self._glance, self._found = desk.glance, found
        self._follow_ups = desk.glance.follow_ups()
        self._corrections = decided(desk).corrections
        self._rows_of = desk.glance.rows_of(("meeting", "commitment", "funding", "membership"))
        # What promises and sums say beyond their fact, by claim, while their kind is gathered.
        self._told: dict[str, tuple[Any, ...]] = {}

    def fill(self) -> None:
        """Kind by kind, so that little is in memory at a time. Meetings come first: promises ask for them."""
        found = self._found
        found.meetings = tuple(sorted(self._entries("meeting", self._meeting), key=_latest_first))
        found.meeting_at = {entry.line.id: index for index, entry in enumerate(found.meetings)}
        for index, entry in enumerate(found.meetings):
            for row in entry.rows:
                found.meetings_of_row.setdefault(row, []).append(index)
        found.money = tuple(sorted(self._entries("funding", self._money), key=_largest_first))
        found.money_at = {entry.line.id: index for index, entry in enumerate(found.money)}
        found.commitments = tuple(sorted(self._entries("commitment", self._commitment), key=_due_first))
        found.commitment_at = {entry.line.id: index for index, entry in enumerate(found.commitments)}
        found.members = tuple(self._entries("membership", self._member))

    def _entries(self, kind: str, make: Callable[[Outline], Line]) -> list[Line]:
        names = _TOLD.get(kind, ())
        self._told = {}
        if names:
            for claim, _, _, content in self._glance.contents(kind):
                right = {**content, **dict(self._corrections.get(claim, ()))}
                self._told[claim] = tuple(right.get(name) for name in names)
        return list(map(make, self._glance.outlines(kind)))

    def _rows(self, fact: Outline) -> tuple[int, ...]:
        return tuple(sorted({self._rows_of[claim] for claim in fact.supported_by if claim in self._rows_of}))

    def _said(self, fact: Outline) -> list[tuple[Any, ...]]:
        return [self._told[claim] for claim in fact.supported_by if claim in self._told]

    def _heads(self, rows: Iterable[int]) -> list[Head]:
        return [self._found.heads[row] for row in rows if row in self._found.heads]

    def _meeting(self, fact: Outline) -> Entry[MeetingLine]:
        slots, rows = fact.slots, self._rows(fact)
        line = MeetingLine(
            fact.id, _text(slots, "body"), _text(slots, "level"), str(slots.get("status") or "held"),
            _text(slots, "city"), _text(slots, "country"), _text(slots, "date"), _number(slots, "sources"),
            _number(slots, "printings"), _languages(self._heads(rows)), (),
        )  # fmt: skip
        first, last = bounds(line.date) or (None, None) if line.date else (None, None)
        return Entry(line, fact.position, rows, first or last, last or first)

    def _commitment(self, fact: Outline) -> Entry[CommitmentLine]:
        slots, rows = fact.slots, self._rows(fact)
        heads = self._heads(rows)
        told = self._said(fact)
        follow_up = self._follow_ups.get(fact.id)
        made = min((day for head in heads if (day := first_day_of(head.published))), default=None)
        bodies = (self._found.meetings[index].line.body for index in self._found.meetings_in(rows))
        deadline = _text(slots, "deadline")
        line = CommitmentLine(
            id=fact.id,
            by=_texts(slots.get("by")),
            action=str(slots.get("action") or ""),
            language=self._language(str(slots.get("action") or ""), fact),
            beneficiary=next((beneficiary for _, beneficiary, _ in told if beneficiary), None),
            deadline=deadline,
            conditional=bool(slots.get("conditional")),
            themes=tuple(sorted({theme for _, _, themes in told for theme in themes or ()})),
            status=follow_up.status if follow_up else "",
            score=follow_up.score if follow_up else None,
            made_on=made.isoformat() if made else None,
            bodies=tuple(sorted({body for body in bodies if body})),
            languages=_languages(heads),
            sources=_number(slots, "sources"),
            citations=(),
        )
        if follow_up and follow_up.status == "fulfilled":
            self._note_keeping(fact.id, follow_up)
        first, last = bounds(deadline) or (None, None) if deadline else (None, None)
        return Entry(line, fact.position, rows, first, last)

    def _language(self, action: str, fact: Outline) -> str:
        """The language the action stands in: that of an article that says it in these words."""
        exact = (claim for claim in fact.supported_by if claim in self._told and self._told[claim][0] == action)
        row = self._rows_of.get(next(exact, fact.supported_by[0] if fact.supported_by else ""))
        head = self._found.heads.get(row) if row is not None else None
        return head.language if head else ""

    def _note_keeping(self, fact_id: str, follow_up: FollowUp) -> None:
        heads = self._heads(self._rows_of[claim] for claim in follow_up.evidence if claim in self._rows_of)
        days = [day for head in heads if (day := first_day_of(head.published))]
        if days:
            self._found.kept_on[fact_id] = min(days)

    def _money(self, fact: Outline) -> Entry[MoneyLine]:
        slots, rows = fact.slots, self._rows(fact)
        days = sorted({day for head in self._heads(rows) if (day := first_day_of(head.published))})
        period = _text(slots, "period")
        span = bounds(period) if period else None
        day = (span[0] or span[1]) if span else None
        year = day.year if day else days[0].year if days else None
        amount = slots.get("amount")
        line = MoneyLine(
            id=fact.id,
            donor=_text(slots, "donor"),
            recipient=_text(slots, "recipient"),
            amount=float(amount) if isinstance(amount, int | float) else 0.0,
            currency=_text(slots, "currency"),
            qualifier=str(slots.get("qualifier") or "exact"),
            stage=str(slots.get("stage") or "pledge"),
            period=period,
            year=year,
            purpose=next((purpose for (purpose,) in self._said(fact) if purpose), None),
            sources=_number(slots, "sources"),
            printings=_number(slots, "printings"),
            reannounced=bool(days) and (days[-1] - days[0]).days >= AGAIN_DAYS,
            announced_on=tuple(day.isoformat() for day in (days[0], days[-1])) if len(days) > 1 else _iso(days),
            citations=(),
        )
        return Entry(line, fact.position, rows, days[0] if days else None, days[-1] if days else None)

    def _member(self, fact: Outline) -> MemberEntry:
        slots, rows = fact.slots, self._rows(fact)
        ordinal = slots.get("ordinal")
        line = MemberLine(
            str(slots.get("member") or ""), str(slots.get("change") or "member"),
            ordinal if isinstance(ordinal, int) else None, _text(slots, "date"), _text(slots, "known_since"),
            _number(slots, "sources"), (),
        )  # fmt: skip
        span = bounds(line.date) if line.date else None
        return MemberEntry(str(slots.get("body") or ""), Entry(line, fact.position, rows, span[0] if span else None))


def first_day_of(edtf: str | None) -> date | None:
    """The first day a date can mean."""
    found = bounds(edtf) if edtf else None
    return (found[0] or found[1]) if found else None


def last_day_of(edtf: str | None) -> date | None:
    """The last day a date can mean."""
    found = bounds(edtf) if edtf else None
    return (found[1] or found[0]) if found else None


def gathered(desk: Desk) -> Gathered:
    """The lists as they are now."""
    return desk.keep(gather)


def _latest_first(entry: Entry[MeetingLine]) -> tuple[object, ...]:
    day = entry.first
    return (day is None, -day.toordinal() if day else 0, -entry.line.sources, entry.line.id)


def _due_first(entry: Entry[CommitmentLine]) -> tuple[object, ...]:
    return (entry.last is None, entry.last or date.max, entry.line.made_on or "", entry.line.id)


def _largest_first(entry: Entry[MoneyLine]) -> tuple[object, ...]:
    return (-(entry.line.year or 0), -entry.line.amount, entry.line.id)


def _languages(heads: Iterable[Head]) -> tuple[str, ...]:
    return tuple(sorted({head.language for head in heads}))


def _text(slots: Mapping[str, object], name: str) -> str | None:
    value = slots.get(name)
    return str(value) if value else None


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(part) for part in value) if isinstance(value, list | tuple) else ()


def _number(slots: Mapping[str, object], name: str) -> int:
    value = slots.get(name)
    return value if isinstance(value, int) else 0


def _iso(days: list[date]) -> tuple[str, ...]:
    return tuple(day.isoformat() for day in days)
