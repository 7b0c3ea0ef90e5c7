"""One slot, many tellings: which value stands, who supports and contradicts it, and what disagrees for which reason.

Also counts sources: five printings of one agency text are one source.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mithaq.model.fact import Disagreement, DisagreementReason, Fact, Link, Side
from mithaq.model.span import Span
from mithaq.reconcile.blocks import Groups
from mithaq.reconcile.copies import Copy
from mithaq.reconcile.explanations import explain
from mithaq.reconcile.intervals import Amount
from mithaq.reconcile.judgements import UNDECIDED, Decisions
from mithaq.reconcile.tellings import Nature, Telling, judge, told

# Each telling is compared with this many that were told next after it; more would be the square of a long record.
_REACH = 60
# A common passage of this many characters is printed from one text; shorter ones two people may write alike.
_PRINTED = 60
_QUALIFIER_RANK = ("exact", "more_than", "at_least", "nearly", "about", "up_to", "less_than")


@dataclass(frozen=True, slots=True)
class Slot:
    """What tellings are about. ``about`` is a readable key; ``features`` say why the claims fill one slot."""

    kind: str
    name: str
    about: str
    nature: Nature = "fixed"
    features: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """``value`` is the one most independent sources give; claims are sorted ids."""

    value: Amount | str
    supported_by: tuple[str, ...]
    contradicted_by: tuple[str, ...]
    links: tuple[Link, ...]
    disagreements: tuple[Disagreement, ...]
    sources: int
    printings: int


class Printings:
    """Which claims are one source printed again: their words lie in a passage that two articles share.

    ``decisions`` say besides which claims a person held to speak of different things: those are not compared.
    """

    def __init__(self, copies: Sequence[Copy], decisions: Decisions = UNDECIDED) -> None:
        self.decisions = decisions
        self._passages: dict[tuple[str, str], tuple[tuple[Span, Span], ...]] = {
            (copy.first, copy.second): copy.passages for copy in copies
        }

    def count(self, tellings: Sequence[Telling]) -> int:
        """How many independent sources stand behind the tellings."""
        by_article = {telling.view.id: telling for telling in tellings}
        groups = Groups(by_article)
        articles = sorted(by_article)
        if self._passages:
            for number, first in enumerate(articles):
                for second in articles[number + 1 : number + 1 + _REACH]:
                    if self._is_printed_twice(by_article[first], by_article[second]):
                        groups.join(first, second)
        return len(groups.all())

    def _is_printed_twice(self, first: Telling, second: Telling) -> bool:
        passages = self._passages.get((first.view.id, second.view.id), ())
        return any(
            len(one) >= _PRINTED and one.overlaps(first.claim.span) and other.overlaps(second.claim.span)
            for one, other in passages
        )


def settle(slot: Slot, tellings: Sequence[Telling], printings: Printings) -> Settled:
    """Weigh the tellings of one slot. ``tellings`` is not empty."""
    ordered = sorted(tellings, key=lambda telling: telling.order)
    by_value: dict[str, list[Telling]] = defaultdict(list)
    for telling in ordered:
        by_value[told(telling.value)].append(telling)
    best = by_value[min(by_value, key=lambda value: _rank(by_value[value], printings, value))]
    found = list(_verdicts(slot, ordered, printings.decisions))
    against: dict[str, str] = {}
    chosen = {telling.claim_id for telling in best}
    for reason, sentence, first, second in found:
        if reason != "precision":
            for one, other in ((first, second), (second, first)):
                if one.claim_id in chosen and other.claim_id not in chosen:
                    against.setdefault(other.claim_id, sentence)
    supporting = [telling for telling in ordered if telling.claim_id not in against]
    return Settled(
        value=best[0].value,
        supported_by=tuple(sorted({telling.claim_id for telling in supporting})),
        contradicted_by=tuple(sorted(against)),
        links=_links(slot, supporting, against),
        disagreements=tuple(_disagreements(slot, found)),
        sources=printings.count(supporting),
        printings=len({telling.view.id for telling in supporting}),
    )


def _rank(tellings: Sequence[Telling], printings: Printings, value: str) -> tuple[object, ...]:
    first = tellings[0].value
    precision = _QUALIFIER_RANK.index(first.qualifier) if isinstance(first, Amount) else -len(first)
    return (-printings.count(tellings), precision, value)


def _verdicts(
    slot: Slot, ordered: Sequence[Telling], decisions: Decisions
) -> Iterator[tuple[DisagreementReason, str, Telling, Telling]]:
    """Every pair that does not simply agree. In a long list equal values of one day are taken once."""
    compared = list(ordered)
    if len(ordered) > _REACH:
        distinct: dict[tuple[object, ...], Telling] = {}
        for telling in ordered:
            distinct.setdefault((told(telling.value), telling.view.day, telling.view.language, telling.unit), telling)
        compared = list(distinct.values())
    compared.sort(key=lambda telling: (str(telling.view.day), telling.order))
    for number, first in enumerate(compared):
        for second in compared[number + 1 : number + 1 + _REACH]:
            verdict = judge(first, second, slot.nature)
            if verdict.reason is not None and not decisions.parted(first.claim_id, second.claim_id):
                yield verdict.reason, verdict.sentence, first, second


def _disagreements(
    slot: Slot, found: Sequence[tuple[DisagreementReason, str, Telling, Telling]]
) -> Iterator[Disagreement]:
    """One for each reason, with every value it concerns. What contradicts is not told again as imprecise."""
    clashing = {telling.claim_id for reason, _, *pair in found if reason != "precision" for telling in pair}
    by_reason: dict[DisagreementReason, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    sentences: dict[DisagreementReason, str] = {}
    for reason, sentence, first, second in found:
        if reason == "precision" and first.claim_id in clashing and second.claim_id in clashing:
            continue
        sentences.setdefault(reason, sentence)
        for telling in (first, second):
            by_reason[reason][told(telling.value)].add(telling.claim_id)
    for reason in sorted(by_reason):
        sides = tuple(Side(value, tuple(sorted(ids))) for value, ids in sorted(by_reason[reason].items()))
        yield Disagreement(slot.about, reason, sides, sentences[reason])


def _links(slot: Slot, supporting: Sequence[Telling], against: Mapping[str, str]) -> tuple[Link, ...]:
    links = [
        Link(telling.claim_id, "supports", slot.features, _what_it_gives(telling, slot.about)) for telling in supporting
    ]
    links.extend(Link(claim, "contradicts", slot.features, sentence) for claim, sentence in against.items())
    return tuple(sorted(links, key=lambda link: (link.role, link.claim)))


def _what_it_gives(telling: Telling, about: str) -> str:
    value = told(telling.value)
    return explain("link.gives", value=value, about=about) if value else explain("link.tells", about=about)


def fact_of(slot: Slot, slots: Mapping[str, object], settled: Settled) -> Fact:
    """The fact of a settled slot; its id is made from what it is about and who supports it."""
    counted = {"sources": settled.sources, "printings": settled.printings}
    identity = json.dumps([slot.kind, slot.name, slot.about, settled.supported_by], ensure_ascii=False)
    return Fact(
        hashlib.sha256(identity.encode("utf-8")).hexdigest()[:16],
        slot.kind,
        tuple(sorted({"about": slot.about, **slots, **counted}.items())),
        settled.supported_by,
        settled.contradicted_by,
        settled.links,
    )
