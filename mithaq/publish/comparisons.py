"""The sections of the brief that look across articles: what sources disagree on, what became of promises.

Shows what reconciling found; derives nothing itself.
"""

from collections.abc import Iterable

from mithaq.model.extraction import Reconciliation
from mithaq.model.fact import Disagreement, FollowUp
from mithaq.publish.composing import Composer
from mithaq.publish.grouping import Evidence
from mithaq.publish.outline import Block, Citation, Line


def disagreement_blocks(
    disagreements: Iterable[Disagreement], by_id: dict[str, Evidence], composer: Composer
) -> tuple[Block, ...]:
    """A block a disagreement, headed by what it is about and why; a line a side."""
    ordered = sorted(disagreements, key=lambda found: (found.about, found.reason))
    return tuple(_disagreement_block(found, by_id, composer) for found in ordered)


def _disagreement_block(found: Disagreement, by_id: dict[str, Evidence], composer: Composer) -> Block:
    reason = composer.words.say("reason", found.reason)
    heading = composer.join(composer.about(found.about), reason, composer.explain(found.explanation))
    lines = [Line(composer.value(side.value), _cite(side.claims, by_id, composer)) for side in found.sides]
    return Block(heading, tuple(lines))


def follow_up_blocks(
    reconciliation: Reconciliation, by_id: dict[str, Evidence], composer: Composer
) -> tuple[Block, ...]:
    """One line a promise of which something became known: what and why, with the promise and the evidence cited.

    Promises that no report tells of again stand among the commitments; ``mithaq show follow-ups`` lists them all.
    """
    known = [found for found in reconciliation.follow_ups if found.evidence or found.status != "insufficient_evidence"]
    promises = {fact.id: fact.supported_by for fact in reconciliation.facts}
    ordered = sorted(known, key=lambda found: (found.commitment, found.status))
    lines = [_follow_up_line(found, promises, by_id, composer) for found in ordered]
    return (Block(None, tuple(lines)),) if lines else ()


def _follow_up_line(
    found: FollowUp, promises: dict[str, tuple[str, ...]], by_id: dict[str, Evidence], composer: Composer
) -> Line:
    promise = promises.get(found.commitment, (found.commitment,))
    text = composer.join(composer.words.say("follow_up", found.status), composer.explain(found.reason))
    cited = [*_cite(promise, by_id, composer), *_cite(found.evidence, by_id, composer)]
    return Line(text, tuple({citation.anchor: citation for citation in cited}.values()))


def _cite(claims: Iterable[str], by_id: dict[str, Evidence], composer: Composer) -> tuple[Citation, ...]:
    return composer.cite([by_id[claim] for claim in claims if claim in by_id])
