"""What a person decided, made ready for reconciling: it wins over the machine. The last word on a thing counts."""

from collections.abc import Iterable
from dataclasses import dataclass

from mithaq.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Decisions:
    """Claims rejected, pairs of claims (ids, sorted) held to be different, and pairs held to be the same."""

    rejected: frozenset[str]
    different: frozenset[tuple[str, str]]
    same: tuple[tuple[str, str], ...]

    def parted(self, first: str, second: str) -> bool:
        """Did a person say that the two claims speak of different things?"""
        return ((first, second) if first < second else (second, first)) in self.different


def decide(judgements: Iterable[Judgement]) -> Decisions:
    """The decisions in force: revoked ones do not count, of several on one thing the latest does."""
    latest: dict[tuple[str, ...], Judgement] = {}
    for judgement in sorted(judgements, key=lambda found: (found.when, found.who, found.verdict)):
        about = tuple(sorted(judgement.about))
        if judgement.revoked:
            if about in latest and latest[about].verdict == judgement.verdict:
                del latest[about]
        else:
            latest[about] = judgement
    rejected = frozenset(about[0] for about, found in latest.items() if found.verdict == "reject" and len(about) == 1)
    pairs = {(about[0], about[1]): found.verdict for about, found in latest.items() if len(about) == 2}
    different = frozenset(pair for pair, verdict in pairs.items() if verdict == "different")
    return Decisions(rejected, different, tuple(sorted(pair for pair, verdict in pairs.items() if verdict == "same")))


def gather(items: Iterable[str], proposed: Iterable[tuple[str, str]], decisions: Decisions) -> list[tuple[str, ...]]:
    """Groups of claims (ids): pairs a person held to be the same, then the machine's, never two held to be different."""
    members: dict[str, tuple[str, ...]] = {item: (item,) for item in items}
    for first, second in (*decisions.same, *sorted(proposed)):
        if first not in members or second not in members or members[first] is members[second]:
            continue
        one, other = members[first], members[second]
        if decisions.different and any(decisions.parted(a, b) for a in one for b in other):
            continue
        merged = one + other
        for member in merged:
            members[member] = merged
    return sorted({tuple(sorted(group)) for group in members.values()})
