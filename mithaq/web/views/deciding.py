"""What people decided, as the views need it. Not for deciding: that goes through the pipeline."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mithaq.errors import RecordError
from mithaq.model.judgement import PAIRWISE, Judgement
from mithaq.reconcile import in_force
from mithaq.reconcile.judgements import Rebinding
from mithaq.web.desk import Desk


@dataclass(frozen=True, slots=True)
class Decided:
    """``judgements`` in the order they came, about the claims as they are named now; ``standing`` those in force."""

    judgements: tuple[Judgement, ...]
    standing: frozenset[Judgement]
    verdicts: Mapping[str, str] = field(default_factory=dict)
    corrections: Mapping[str, tuple[tuple[str, Any], ...]] = field(default_factory=dict)
    pairs: frozenset[tuple[str, ...]] = frozenset()


def decided(desk: Desk) -> Decided:
    """What was decided so far."""
    return desk.keep(_decided)


def _decided(desk: Desk) -> Decided:
    judgements = _as_named_now(desk, desk.record.judgements())
    standing = in_force(judgements)
    verdicts: dict[str, str] = {}
    corrections: dict[str, tuple[tuple[str, Any], ...]] = {}
    for judgement in standing:
        if judgement.verdict in PAIRWISE:
            continue
        claim = judgement.about[0]
        if judgement.verdict == "correct" and judgement.slot and judgement.value is not None:
            corrections[claim] = (*corrections.get(claim, ()), (judgement.slot, json.loads(judgement.value)))
        verdicts[claim] = judgement.verdict
    pairs = frozenset(tuple(sorted(judgement.about)) for judgement in standing if judgement.verdict in PAIRWISE)
    return Decided(tuple(judgements), frozenset(standing), verdicts, corrections, pairs)


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
