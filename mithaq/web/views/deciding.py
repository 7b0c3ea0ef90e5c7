"""What people decided, as the views need it. Not for deciding: that goes through the pipeline."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mithaq.errors import RecordError
from mithaq.model.judgement import PAIRWISE, Judgement
from mithaq.reconcile import in_force, left_aside
from mithaq.reconcile.judgements import Rebinding
from mithaq.record.glance import Placed
from mithaq.web.desk import Desk


@dataclass(frozen=True, slots=True)
class Decided:
    """``judgements`` in the order they came, about the claims as they are named now; ``standing`` those in force.

    ``verdicts`` and ``corrections`` (slot and right value) are by claim, ``judges`` by claim and verdict.
    """

    judgements: tuple[Judgement, ...]
    standing: frozenset[Judgement]
    verdicts: Mapping[str, str] = field(default_factory=dict)
    corrections: Mapping[str, tuple[tuple[str, Any], ...]] = field(default_factory=dict)
    judges: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    pairs: frozenset[tuple[str, ...]] = frozenset()

    def content(self, claim: Placed) -> Mapping[str, Any]:
        """What the claim says, with the values that a person put right."""
        corrections = self.corrections.get(claim.id)
        return {**claim.content, **dict(corrections)} if corrections else claim.content

    def judged(self, claims: Iterable[str]) -> tuple[str, tuple[str, ...]]:
        """Was one of the claims put right ("correct"), was one accepted ("accept"), or neither (""), and by whom?"""
        listed = tuple(claims)
        for verdict in ("correct", "accept"):
            who = dict.fromkeys(name for claim in listed for name in self.judges.get((claim, verdict), ()))
            if who:
                return verdict, tuple(who)
        return "", ()

    def judged_slot(self, claims: Iterable[str], slot: str) -> tuple[str, tuple[str, ...]]:
        """The same of one slot: a claim whose other slots were put right is no correction of this one."""
        listed = tuple(claims)
        verdict, who = self.judged(claim for claim in listed if slot in dict(self.corrections.get(claim, ())))
        accepted = self.judged(claim for claim in listed if claim not in self.corrections)
        return (verdict, who) if verdict == "correct" else accepted


def decided(desk: Desk) -> Decided:
    """What was decided so far."""
    return desk.keep(_decided)


def _decided(desk: Desk) -> Decided:
    judgements = _as_named_now(desk, desk.record.judgements())
    standing = in_force(judgements)
    verdicts: dict[str, str] = {}
    corrections: dict[str, tuple[tuple[str, Any], ...]] = {}
    judges: dict[tuple[str, str], tuple[str, ...]] = {}
    for judgement in standing:
        if judgement.verdict in PAIRWISE or left_aside(judgement):
            continue
        claim = judgement.about[0]
        if judgement.verdict == "correct" and judgement.slot and judgement.value is not None:
            corrections[claim] = (*corrections.get(claim, ()), (judgement.slot, json.loads(judgement.value)))
        judges[claim, judgement.verdict] = (*judges.get((claim, judgement.verdict), ()), judgement.who)
        verdicts[claim] = judgement.verdict
    pairs = frozenset(tuple(sorted(judgement.about)) for judgement in standing if judgement.verdict in PAIRWISE)
    return Decided(tuple(judgements), frozenset(standing), verdicts, corrections, judges, pairs)


def _as_named_now(desk: Desk, judgements: tuple[Judgement, ...]) -> list[Judgement]:
    """A claim read otherwise since has another id: the judgement is about what stands in its place."""
    articles = {anchor.article for judgement in judgements for anchor in judgement.anchors}
    rebinding = Rebinding(judgements)
    for article in sorted(articles):
        try:
            rebinding.see(desk.record.extraction(article))
        except RecordError:
            continue  # the article is held no more: its judgements rest
    return rebinding.rebound(judgements)
