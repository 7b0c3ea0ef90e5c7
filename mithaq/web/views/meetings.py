"""Meetings: the list and one meeting whole."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mithaq.model.edtf import bounds
from mithaq.model.fact import Fact
from mithaq.record.glance import Placed
from mithaq.web.desk import Desk, NotFound
from mithaq.web.views.citing import MOST_CITATIONS, Citer, back, back_entries, cite, cite_slots, head_of
from mithaq.web.views.deciding import decided
from mithaq.web.views.gathered import NEAR_DAYS, Entry, Gathered, first_day_of, gathered
from mithaq.web.views.matching import counted, day_of, has_words
from mithaq.web.views.paging import cut
from mithaq.web.views.shapes import (
    ChangeLine,
    Citation,
    CitedValue,
    Count,
    MeetingLine,
    MeetingView,
    Page,
    Report,
    SpeakerStatements,
    StatementLine,
)
from mithaq.web.views.tellings import statement_line, tellings_of

# What a report of a meeting can tell, in the order it is shown.
SLOTS = ("body", "level", "status", "city", "country", "date", "hosts", "chairs", "attendance", "first_in", "stand_ins")
_CITED = ("body", "city", "country", "date")
_MOST_STATEMENTS = 200


@dataclass(frozen=True, slots=True)
class MeetingFilters:
    """What a list of meetings is narrowed to; None and "" narrow nothing. ``since`` and ``until`` are EDTF days."""

    body: str | None = None
    country: str | None = None
    status: str | None = None
    level: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None


EVERYTHING = MeetingFilters()


def meetings(desk: Desk, filters: MeetingFilters = EVERYTHING, page: int = 1, page_size: int = 25) -> Page[MeetingLine]:
    """The meetings that fit, latest first. Raises UsageError for what is no date."""
    return cut(desk.recall(_choose, filters), page, page_size, lambda some: cite_meetings(desk, some))


def _choose(desk: Desk, filters: MeetingFilters) -> tuple[Entry[MeetingLine], ...]:
    since, until = day_of(filters.since, 0), day_of(filters.until, 1)
    return tuple(entry for entry in gathered(desk).meetings if _fits(entry, filters, since, until))


def _fits(entry: Entry[MeetingLine], filters: MeetingFilters, since: date | None, until: date | None) -> bool:
    line = entry.line
    exact = (
        (filters.body, line.body),
        (filters.country, line.country),
        (filters.status, line.status),
        (filters.level, line.level),
    )
    if any(wanted and wanted != value for wanted, value in exact):
        return False
    if since and (entry.last is None or entry.last < since):
        return False
    if until and (entry.first is None or entry.first > until):
        return False
    return not filters.text or has_words(filters.text, line.body, line.city, line.country, line.level)


def meeting_choices(desk: Desk) -> Mapping[str, tuple[Count, ...]]:
    """What can be chosen in each filter, the most frequent first."""
    return desk.keep(_choices)


def _choices(desk: Desk) -> Mapping[str, tuple[Count, ...]]:
    lines = [entry.line for entry in gathered(desk).meetings]
    return {
        "body": counted(line.body for line in lines if line.body),
        "country": counted(line.country for line in lines if line.country),
        "status": counted(line.status for line in lines if line.status),
    }


def cite_meetings(desk: Desk, entries: Sequence[Entry[MeetingLine]]) -> list[MeetingLine]:
    """The lines with their citations."""
    return back_entries(desk, entries, _CITED)


def meeting(desk: Desk, meeting_id: str) -> MeetingView:
    """One meeting. Raises NotFound."""
    from mithaq.web.views.commitments import cite_commitments
    from mithaq.web.views.disagreements import disagreements_about
    from mithaq.web.views.money import cite_money

    known = gathered(desk)
    index = known.meeting_at.get(meeting_id)
    if index is None:
        raise NotFound(f"there is no meeting {meeting_id}; the list of meetings has those there are")
    entry = known.meetings[index]
    fact = dict(desk.glance.facts([entry.position]))[entry.position]
    citer = Citer(desk, (*fact.supported_by, *fact.contradicted_by))
    told = [citer.claims[claim] for claim in fact.supported_by if claim in citer.claims]
    rows = _near_rows(known, entry)
    (line,) = back(desk, [entry.line], [fact], _CITED)
    before, after = _neighbours(desk, known, index)
    return MeetingView(
        line=line,
        facts=tuple(_facts(desk, told, fact, citer)),
        commitments=tuple(
            cite_commitments(desk, [other for other in known.commitments if rows & set(other.rows)][:100])
        ),
        money=tuple(cite_money(desk, [other for other in known.money if rows & set(other.rows)][:100])),
        speakers=tuple(_speakers(desk, rows)),
        changes=tuple(changes_of(desk, line)),
        reports=tuple(_reports(told, known, desk)),
        disagreements=disagreements_about(desk, {*fact.supported_by, *fact.contradicted_by}),
        tellings=tellings_of(desk, fact, citer),
        before=before,
        after=after,
    )


def _near_rows(known: Gathered, entry: Entry[MeetingLine]) -> set[int]:
    """The articles about the meeting that came out in its days."""
    first, last = entry.first, entry.last
    rows = set()
    for row in entry.rows:
        day = first_day_of(known.heads[row].published)
        if (
            day is None
            or first is None
            or last is None
            or ((first - day).days <= NEAR_DAYS and (day - last).days <= NEAR_DAYS)
        ):
            rows.add(row)
    return rows or set(entry.rows)


def _neighbours(desk: Desk, known: Gathered, index: int) -> tuple[MeetingLine | None, MeetingLine | None]:
    body, day = known.meetings[index].line.body, known.meetings[index].first
    if body is None or day is None:
        return None, None
    same = [
        entry
        for entry in known.meetings
        if entry.line.body == body and entry.first and entry.line.status != "cancelled" and not _may_be_on(entry, day)
    ]
    before = next((entry for entry in same if entry.first and entry.first < day), None)
    after = next((entry for entry in reversed(same) if entry.first and entry.first > day), None)
    found = cite_meetings(desk, [entry for entry in (before, after) if entry])
    lines = {line.id: line for line in found}
    return (lines[before.line.id] if before else None), (lines[after.line.id] if after else None)


def _may_be_on(entry: Entry[MeetingLine], day: date) -> bool:
    """Is it a meeting that was only announced, for a time that has the day in it? It may be the one held then."""
    span = bounds(entry.line.date) if entry.line.date and entry.line.status == "planned" else None
    return span is not None and (span[0] or date.min) <= day <= (span[1] or date.max)


def _facts(desk: Desk, told: Sequence[Placed], fact: Fact, citer: Citer) -> Iterable[CitedValue]:
    """Each value of each slot that a report gives, with who gives it; the one that stands comes first."""
    standing, settled = dict(fact.slots), decided(desk)
    against = citer.cite(fact.contradicted_by)
    for slot in SLOTS:
        values: dict[str, tuple[Any, list[Placed]]] = {}
        for claim in told:
            value = settled.content(claim).get(slot)
            if value not in (None, "", [], {}):
                values.setdefault(repr(value), (value, []))[1].append(claim)
        ranked = sorted(values.values(), key=lambda pair: (pair[0] != standing.get(slot), -len(pair[1]), repr(pair[0])))
        for number, (value, claims) in enumerate(ranked):
            cited = tuple(dict.fromkeys(cite_slots(desk, [(claim, slot) for claim in claims[:MOST_CITATIONS]])))
            verdict, who = settled.judged_slot((claim.id for claim in claims), slot)
            opposed = against if number == 0 and slot == "date" else ()
            yield CitedValue(slot, value, cited, opposed, verdict, who)


def _speakers(desk: Desk, rows: set[int]) -> Iterable[SpeakerStatements]:
    by_speaker: dict[str, list[StatementLine]] = {}
    placed = desk.glance.claims_of(sorted(rows), "statement")[:_MOST_STATEMENTS]
    texts = desk.glance.texts({claim.article.row for claim in placed})
    for claim in placed:
        line = statement_line(claim, texts[claim.article.row])
        by_speaker.setdefault(line.speaker, []).append(line)
    for speaker, lines in sorted(by_speaker.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        yield SpeakerStatements(speaker, next((line.role for line in lines if line.role), None), tuple(lines))


def changes_of(desk: Desk, line: MeetingLine) -> list[ChangeLine]:
    """What became of the promises of the meeting before, at this one, and of this one's at the next."""
    return [
        change for change in all_changes(desk) if change.body == line.body and line.date and _day_in(change, line.date)
    ]


def _day_in(change: ChangeLine, edtf: str) -> bool:
    return first_day_of(edtf) in (first_day_of(change.earlier), first_day_of(change.later))


def all_changes(desk: Desk) -> tuple[ChangeLine, ...]:
    """Every change between meetings."""
    return desk.keep(_all_changes)


def _all_changes(desk: Desk) -> tuple[ChangeLine, ...]:
    facts = [fact for _, fact in desk.glance.facts(gathered(desk).positions.get("change", ()))]
    citer = Citer(desk, (claim for fact in facts for claim in fact.supported_by))
    return tuple(_change(dict(fact.slots), citer.cite(fact.supported_by)) for fact in facts)


def _change(slots: dict[str, object], citations: tuple[Citation, ...]) -> ChangeLine:
    named = (str(slots.get(name) or "") for name in ("body", "earlier", "later", "change", "action", "reason"))
    body, earlier, later, change, action, reason = named
    return ChangeLine(body, earlier, later, change, action, reason, citations)


def _reports(told: Sequence[Placed], known: Gathered, desk: Desk) -> Iterable[Report]:
    """An article a line: which slots it gives, and which only others give."""
    by_article: dict[str, list[Placed]] = {}
    for claim in told:
        by_article.setdefault(claim.article.id, []).append(claim)
    given = {
        article: {slot for claim in claims for slot in SLOTS if claim.content.get(slot)}
        for article, claims in by_article.items()
    }
    everything = set().union(*given.values()) if given else set()
    parts = story_parts(desk)
    for article, claims in sorted(
        by_article.items(), key=lambda pair: (pair[1][0].article.published or "9999", pair[0])
    ):
        slots = given[article]
        yield Report(
            head_of(known.by_article[article]), parts.get(article), tuple(slot for slot in SLOTS if slot in slots),
            tuple(slot for slot in SLOTS if slot in everything - slots), tuple(cite(claim) for claim in claims),
        )  # fmt: skip


def story_parts(desk: Desk) -> dict[str, str]:
    """Of each article that shares its story with another: preview, report or mention."""
    return desk.keep(_story_parts)


def _story_parts(desk: Desk) -> dict[str, str]:
    found: dict[str, str] = {}
    for _, fact in desk.glance.facts(gathered(desk).positions.get("story", ())):
        parts = dict(fact.slots).get("parts")
        if isinstance(parts, dict):
            found.update({str(article): str(part) for article, part in parts.items()})
    return found
