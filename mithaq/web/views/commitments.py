"""Promises: the list, one promise whole, and the days by which things were promised."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mithaq.model.fact import Fact
from mithaq.web.desk import Desk, NotFound
from mithaq.web.views.citing import Citer, back_entries
from mithaq.web.views.gathered import Entry, Gathered, gathered
from mithaq.web.views.matching import counted, day_of, has_words
from mithaq.web.views.meetings import all_changes, cite_meetings
from mithaq.web.views.paging import cut
from mithaq.web.views.shapes import (
    CommitmentLine,
    CommitmentView,
    Count,
    Deadline,
    Page,
    ScorePoint,
)
from mithaq.web.views.tellings import tellings_of

TESTS = ("discrete", "specific", "future", "public", "collective")
_CITED = ("by", "action", "deadline", "beneficiary")


@dataclass(frozen=True, slots=True)
class CommitmentFilters:
    """What a list of promises is narrowed to; None and "" narrow nothing.

    ``status`` is a status of FollowUp, or "open" or "overdue" as of ``as_of`` (EDTF; the last publication where None).
    """

    body: str | None = None
    actor: str | None = None
    theme: str | None = None
    due_from: str | None = None
    due_until: str | None = None
    status: str | None = None
    language: str | None = None
    text: str | None = None
    as_of: str | None = None


EVERYTHING = CommitmentFilters()


def commitments(
    desk: Desk, filters: CommitmentFilters = EVERYTHING, page: int = 1, page_size: int = 25
) -> Page[CommitmentLine]:
    """The promises that fit, the first due first, those without a term last. Raises UsageError for what is no date."""
    kept = choose_commitments(desk, filters)
    day = as_of_day(desk, filters.as_of)
    return cut(kept, page, page_size, lambda some: cite_commitments(desk, some, day))


def choose_commitments(desk: Desk, filters: CommitmentFilters) -> tuple[Entry[CommitmentLine], ...]:
    """The entries that fit."""
    return desk.recall(_choose, filters)


def _choose(desk: Desk, filters: CommitmentFilters) -> tuple[Entry[CommitmentLine], ...]:
    known = gathered(desk)
    day = as_of_day(desk, filters.as_of)
    due_from, due_until = day_of(filters.due_from, 0), day_of(filters.due_until, 1)
    kept = []
    for entry in known.commitments:
        if not _fits(entry.line, filters):
            continue
        if (due_from and (entry.last is None or entry.last < due_from)) or (
            due_until and (entry.last is None or entry.last > due_until)
        ):
            continue
        if filters.status in ("open", "overdue") and not standing(known, entry, day)[filters.status == "overdue"]:
            continue
        if filters.as_of is None or not day or (entry.line.made_on or "") <= day.isoformat():
            kept.append(entry)
    return tuple(kept)


def _fits(line: CommitmentLine, filters: CommitmentFilters) -> bool:
    several = (
        (filters.body, line.bodies), (filters.actor, line.by), (filters.theme, line.themes), (filters.language, line.languages),
    )  # fmt: skip
    if any(wanted and wanted not in values for wanted, values in several):
        return False
    if filters.status and filters.status not in ("open", "overdue", line.status):
        return False
    return not filters.text or has_words(filters.text, line.action, line.beneficiary, *line.by, *line.bodies)


def as_of_day(desk: Desk, as_of: str | None) -> date | None:
    """The day that decides what is open: never a clock's."""
    return day_of(as_of, 1) or gathered(desk).last_day


def standing(known: Gathered, entry: Entry[CommitmentLine], day: date | None) -> tuple[bool, bool]:
    """Is the promise open, is it overdue, on this day? Neither before it was made, nor once it was kept."""
    line = entry.line
    if day is None or (line.made_on and line.made_on > day.isoformat()):
        return False, False
    kept_on = known.kept_on.get(line.id)
    if line.status == "fulfilled" and (kept_on is None or kept_on <= day):
        return False, False
    is_overdue = entry.last is not None and entry.last < day
    return not is_overdue, is_overdue


def cite_commitments(
    desk: Desk, entries: Sequence[Entry[CommitmentLine]], day: date | None = None
) -> list[CommitmentLine]:
    """The lines with their citations, told whether they are open on ``day`` (None: the last publication's)."""
    known = gathered(desk)
    stood = []
    for entry in entries:
        is_open, is_overdue = standing(known, entry, day or known.last_day)
        line = replace(entry.line, is_open=is_open, is_overdue=is_overdue)
        if is_open and line.status in ("fulfilled", "overdue"):
            # It became so after the day that was asked for.
            line = replace(line, status="not_yet_due" if line.deadline else "insufficient_evidence", score=None)
        stood.append(replace(entry, line=line))
    return back_entries(desk, stood, _CITED)


def commitment_choices(desk: Desk) -> Mapping[str, tuple[Count, ...]]:
    """What can be chosen in each filter, the most frequent first."""
    return desk.keep(_choices)


def _choices(desk: Desk) -> Mapping[str, tuple[Count, ...]]:
    lines = [entry.line for entry in gathered(desk).commitments]
    return {
        "body": counted(body for line in lines for body in line.bodies),
        "actor": counted(actor for line in lines for actor in line.by),
        "theme": counted(theme for line in lines for theme in line.themes),
        "status": counted(line.status for line in lines if line.status),
        "language": counted(language for line in lines for language in line.languages),
    }


def commitment(desk: Desk, commitment_id: str) -> CommitmentView:
    """One promise. Raises NotFound."""
    known = gathered(desk)
    index = known.commitment_at.get(commitment_id)
    if index is None:
        raise NotFound(f"there is no promise {commitment_id}; the list of promises has those there are")
    entry = known.commitments[index]
    fact = dict(desk.glance.facts([entry.position]))[entry.position]
    follow_up = desk.glance.follow_ups([commitment_id]).get(commitment_id)
    evidence = follow_up.evidence if follow_up else ()
    citer = Citer(desk, (*fact.supported_by, *fact.contradicted_by, *evidence))
    (line,) = cite_commitments(desk, [entry])
    tests = [citer.claims[claim].content["tests"] for claim in fact.supported_by if claim in citer.claims]
    view = CommitmentView(
        line=line,
        tests=tuple((name, any(test.get(name) for test in tests)) for name in TESTS),
        reason=follow_up.reason if follow_up else "",
        tellings=tellings_of(desk, fact, citer),
        evidence=citer.cite(evidence),
        history=(),
        changes=tuple(change for change in all_changes(desk) if _is_about(change.citations, fact)),
        meetings=tuple(cite_meetings(desk, [known.meetings[index] for index in known.meetings_in(entry.rows)][:10])),
    )
    return replace(view, history=tuple(_history(view, entry, known)))


def _is_about(citations: Iterable[object], fact: Fact) -> bool:
    return any(getattr(citation, "claim_id", None) in fact.supported_by for citation in citations)


def _history(view: CommitmentView, entry: Entry[CommitmentLine], known: Gathered) -> Iterable[ScorePoint]:
    """From day to day: when it was made, when its term ran out, what the evidence then told."""
    line = view.line
    yield ScorePoint(
        line.made_on, "not_yet_due" if line.deadline else "insufficient_evidence", None, "", line.citations[:1]
    )
    kept_on = known.kept_on.get(line.id)
    told = line.status in ("fulfilled", "partly")
    first_told = kept_on.isoformat() if kept_on else next((found.published for found in view.evidence), None)
    passed = entry.last is not None and known.last_day is not None and entry.last < known.last_day
    if passed and entry.last and not (told and first_told and first_told <= entry.last.isoformat()):
        yield ScorePoint(entry.last.isoformat(), "overdue", None, view.reason if line.status == "overdue" else "")
    if told:
        yield ScorePoint(first_told, line.status, line.score, view.reason, view.evidence)


def deadlines(desk: Desk, filters: CommitmentFilters = EVERYTHING) -> tuple[Deadline, ...]:
    """Every promise with a term, by its last day, without citations."""
    known, day = gathered(desk), as_of_day(desk, filters.as_of)
    return tuple(
        Deadline(
            entry.line.id, entry.first.isoformat() if entry.first else None, entry.last.isoformat(), entry.line.by,
            entry.line.action, "overdue" if standing(known, entry, day)[1] else entry.line.status,
        )
        for entry in choose_commitments(desk, filters)
        if entry.last
    )  # fmt: skip
