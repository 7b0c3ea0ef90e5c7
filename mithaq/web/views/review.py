"""What a person should look at, in order of what matters, and what was decided. The two never mix."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from mithaq.model.judgement import Judgement
from mithaq.reconcile import left_aside
from mithaq.record.glance import Placed
from mithaq.web.desk import Desk
from mithaq.web.views.citing import Citer
from mithaq.web.views.deciding import Decided, decided
from mithaq.web.views.disagreements import all_disagreements
from mithaq.web.views.gathered import Entry, gathered
from mithaq.web.views.paging import cut
from mithaq.web.views.shapes import DisagreementView, JudgementView, Page, ReviewItem, ReviewView
from mithaq.web.views.tellings import claim_view

_DISPUTED, _FOLLOWED, _JOINED, _ALONE = 4.0, 3.0, 2.0, 1.0
# How much a kind weighs beside others of its sort: promises and money before meetings.
_KINDS = {"commitment": 0.3, "funding": 0.2, "meeting": 0.1}
_MOST_CLAIMS = 6


@dataclass(frozen=True, slots=True)
class _Question:
    """``position`` is that of a fact; ``dispute`` a disagreement instead of one."""

    weight: float
    sort: str
    key: str
    position: int = -1
    dispute: DisagreementView | None = None


def review(desk: Desk, page: int = 1, page_size: int = 25, judged_page: int = 1) -> ReviewView:
    """The queue and the decisions."""
    questions = desk.keep(_questions)
    queue = cut(questions, page, page_size, lambda some: _items(desk, some))
    return ReviewView(queue, judgements(desk, judged_page, page_size))


def _questions(desk: Desk) -> tuple[_Question, ...]:
    known, settled = gathered(desk), decided(desk)
    questions = [
        _Question(_DISPUTED + (found.reason == "contradiction"), "disagreement", found.id, dispute=found)
        for found in all_disagreements(desk)
        if not _is_settled(found, settled)
    ]
    done = _done_positions(desk, settled)
    sorts: tuple[tuple[str, Sequence[Entry[Any]]], ...] = (
        ("commitment", known.commitments), ("funding", known.money), ("meeting", known.meetings),
    )  # fmt: skip
    for kind, entries in sorts:
        for entry in entries:
            if entry.position not in done:
                sort, weight = _sort_of(entry)
                questions.append(_Question(weight + _KINDS[kind], sort, entry.line.id, entry.position))
    return tuple(sorted(questions, key=lambda question: (-question.weight, question.key)))


def _sort_of(entry: Entry[Any]) -> tuple[str, float]:
    if getattr(entry.line, "status", "") in ("fulfilled", "partly", "overdue"):
        return "follow_up", _FOLLOWED
    return ("pair", _JOINED) if entry.line.sources > 1 else ("claim", _ALONE)


def _is_settled(found: DisagreementView, settled: Decided) -> bool:
    """Is one of its claims judged on all sides but one, or held to be another thing?"""
    sides = [{citation.claim_id for citation in side.citations if citation.claim_id} for side in found.sides]
    open_sides = sum(not any(claim in settled.verdicts for claim in side) for side in sides)
    everything = set().union(*sides) if sides else set()
    return open_sides <= 1 or any(everything >= set(pair) for pair in settled.pairs)


def _done_positions(desk: Desk, settled: Decided) -> frozenset[int]:
    """The facts about which something was decided: a claim of theirs, or a pair of claims."""
    claims = set(settled.verdicts) | {claim for pair in settled.pairs for claim in pair}
    if not claims:
        return frozenset()
    rows = {placed.article.row for placed in desk.glance.claims(claims).values()}
    known = gathered(desk)
    near = [
        entry.position
        for entries in (known.commitments, known.money, known.meetings)
        for entry in entries
        if rows & set(entry.rows)
    ]
    return frozenset(position for position, fact in desk.glance.facts(near) if claims & set(fact.supported_by))


def _items(desk: Desk, questions: Sequence[_Question]) -> list[ReviewItem]:
    facts = dict(desk.glance.facts(question.position for question in questions if question.position >= 0))
    follow_ups = desk.glance.follow_ups(question.key for question in questions if question.sort == "follow_up")
    wanted: dict[str, tuple[str, ...]] = {}
    for question in questions:
        if question.dispute:
            wanted[question.key] = tuple(_one_a_side(question.dispute))
        else:
            fact = facts[question.position]
            told = follow_ups[fact.id].evidence if fact.id in follow_ups else ()
            wanted[question.key] = (*fact.supported_by[: _MOST_CLAIMS - len(told[:2])], *told[:2])
    citer, settled = Citer(desk, (claim for claims in wanted.values() for claim in claims)), decided(desk)
    items = []
    for question in questions:
        claims = [citer.claims[claim] for claim in wanted[question.key] if claim in citer.claims]
        about, reason = _words(question, facts, follow_ups)
        items.append(_item(question, about, reason, claims, lambda claim: claim_view(claim, settled)))
    return items


def _item(
    question: _Question, about: str, reason: str, claims: Sequence[Placed], show: Callable[[Placed], Any]
) -> ReviewItem:
    ordered = sorted(claims, key=lambda claim: (claim.article.published or "9999", claim.article.file, claim.span))
    return ReviewItem(question.key, question.sort, about, reason, question.weight, tuple(map(show, ordered)))


def _words(question: _Question, facts: Any, follow_ups: Any) -> tuple[str, str]:
    if question.dispute:
        return question.dispute.about, question.dispute.explanation
    fact = facts[question.position]
    followed = follow_ups.get(fact.id)
    reason = followed.reason if followed else next((link.reason for link in fact.links), "")
    return str(dict(fact.slots).get("about") or ""), reason


def _one_a_side(found: DisagreementView) -> Iterable[str]:
    for side in found.sides[:_MOST_CLAIMS]:
        yield from [citation.claim_id for citation in side.citations if citation.claim_id][:1]


def judgements(desk: Desk, page: int = 1, page_size: int = 25) -> Page[JudgementView]:
    """Everything that was decided, the latest first, revoked and superseded ones too."""
    settled = decided(desk)

    def show(some: Sequence[Judgement]) -> list[JudgementView]:
        citer = Citer(desk, (claim for judgement in some for claim in judgement.about))
        return [_judgement(judgement, judgement in settled.standing, citer) for judgement in some]

    return cut(settled.judgements[::-1], page, page_size, show)


def _judgement(found: Judgement, in_force: bool, citer: Citer) -> JudgementView:
    why_not = left_aside(found)
    value = found.value if found.value is None or why_not else json.loads(found.value)
    return JudgementView(
        found.about, found.verdict, found.who, found.when, found.why, found.revoked, found.slot, value, in_force,
        citer.cite(found.about), why_not,
    )  # fmt: skip
