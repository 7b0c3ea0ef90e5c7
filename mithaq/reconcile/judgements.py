"""What a person decided, made ready for reconciling: it wins over the machine. The last word on a thing counts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from mithaq.model.claim import Claim
from mithaq.model.extraction import Extraction
from mithaq.model.judgement import PAIRWISE, Anchor, Judgement


@dataclass(frozen=True, slots=True)
class Decisions:
    """Claims accepted and rejected, pairs of claims (ids, sorted) held to be different, and pairs held to be the same.

    ``corrections`` gives by claim the right values of its slots, as JSON.
    """

    rejected: frozenset[str]
    different: frozenset[tuple[str, str]]
    same: tuple[tuple[str, str], ...]
    accepted: frozenset[str] = frozenset()
    corrections: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def parted(self, first: str, second: str) -> bool:
        """Did a person say that the two claims speak of different things?"""
        return ((first, second) if first < second else (second, first)) in self.different


UNDECIDED = Decisions(frozenset(), frozenset(), ())
"""Nobody decided anything."""


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that count, oldest first: revoked ones do not, of several on one thing the latest does."""
    latest: dict[tuple[str, ...], Judgement] = {}
    for judgement in sorted(judgements, key=lambda found: (found.when, found.who, found.verdict)):
        thing = (*sorted(judgement.about), f"slot {judgement.slot}" if judgement.verdict == "correct" else "")
        if judgement.revoked:
            if thing in latest and latest[thing].verdict == judgement.verdict:
                del latest[thing]
        else:
            latest[thing] = judgement
    return sorted(latest.values(), key=lambda found: (found.when, found.about))


def decide(judgements: Iterable[Judgement]) -> Decisions:
    """The decisions in force."""
    single: dict[str, set[str]] = defaultdict(set)
    pairs: dict[str, set[tuple[str, str]]] = defaultdict(set)
    corrections: dict[str, dict[str, str]] = defaultdict(dict)
    for judgement in in_force(judgements):
        about = tuple(sorted(judgement.about))
        if judgement.verdict in PAIRWISE and len(about) == 2:
            pairs[judgement.verdict].add((about[0], about[1]))
        elif judgement.verdict == "correct" and judgement.slot and judgement.value is not None:
            corrections[about[0]][judgement.slot] = judgement.value
        elif len(about) == 1:
            single[judgement.verdict].add(about[0])
    return Decisions(
        frozenset(single["reject"]),
        frozenset(pairs["different"]),
        tuple(sorted(pairs["same"])),
        frozenset(single["accept"]),
        dict(corrections),
    )


def anchor_of(claim: Claim, claim_id: str) -> Anchor:
    """Where the claim with an id stands."""
    return Anchor(claim_id, claim.article_id, claim.kind, claim.span.start, claim.span.end)


class Rebinding:
    """Finds judged claims again in articles that were read otherwise since: same kind, most words in common."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._anchors: dict[str, dict[str, Anchor]] = defaultdict(dict)
        for judgement in judgements:
            for anchor in judgement.anchors:
                self._anchors[anchor.article][anchor.claim] = anchor
        self._renamed: dict[str, str] = {}

    def see(self, extraction: Extraction) -> bool:
        """Note what became of the claims of this article that were judged; was one of them found under another id?"""
        wanted = self._anchors.get(extraction.article.id)
        if not wanted:
            return False
        before = len(self._renamed)
        claims = [(claim.id, claim) for claim in extraction.claims]
        held = {claim_id for claim_id, _ in claims}
        for anchor in wanted.values():
            if anchor.claim not in held:
                found = max(((_shared(anchor, claim), claim_id) for claim_id, claim in claims), default=(0.0, ""))
                if found[0] >= 0.5:
                    self._renamed[anchor.claim] = found[1]
        return len(self._renamed) > before

    def rebound(self, judgements: Iterable[Judgement]) -> list[Judgement]:
        """The judgements about the claims as they are now."""
        return [
            replace(judgement, about=tuple(self._renamed.get(claim, claim) for claim in judgement.about))
            for judgement in judgements
        ]


def _shared(anchor: Anchor, claim: Claim) -> float:
    """The shared part of two stretches of one kind, of their union (0 to 1)."""
    if claim.kind != anchor.kind:
        return 0.0
    together = min(anchor.end, claim.span.end) - max(anchor.start, claim.span.start)
    whole = max(anchor.end, claim.span.end) - min(anchor.start, claim.span.start)
    return together / whole if together > 0 else 0.0


def gather(
    items: Iterable[str],
    proposed: Iterable[tuple[str, str]],
    decisions: Decisions,
    apart: Callable[[str, str], bool] | None = None,
) -> list[tuple[str, ...]]:
    """Groups of claims (ids): pairs a person held to be the same, then the machine's, surest first as they are given.

    Never two that a person held to be different; nor, for the machine's pairs, two that are ``apart``.
    """
    members: dict[str, tuple[str, ...]] = {item: (item,) for item in items}
    told = len(decisions.same)
    for number, (first, second) in enumerate((*decisions.same, *proposed)):
        if first not in members or second not in members or members[first] is members[second]:
            continue
        one, other = members[first], members[second]
        if decisions.different and any(decisions.parted(a, b) for a in one for b in other):
            continue
        if apart is not None and number >= told and any(apart(a, b) for a in one for b in other):
            continue
        merged = one + other
        for member in merged:
            members[member] = merged
    return sorted({tuple(sorted(group)) for group in members.values()})
