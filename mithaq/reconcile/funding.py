"""Money of one giver for one purpose: how much, and whether it was asked for or promised."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mithaq.model.claim import Claim, Funding
from mithaq.model.fact import Disagreement, Fact, Side
from mithaq.reconcile.explanations import explain
from mithaq.reconcile.intervals import Amount, ratio, relate_amounts, relate_periods
from mithaq.reconcile.judgements import Decisions, gather
from mithaq.reconcile.settle import Printings, Slot, fact_of, settle
from mithaq.reconcile.tellings import Telling, told
from mithaq.reconcile.views import View
from mithaq.reconcile.words import stems_of

_SAME_SCALE = 3.0
_SAME_PURPOSE = 0.5
_REACH = 40
_GIVEN = frozenset(("pledge", "commitment", "paid"))


@dataclass(frozen=True, slots=True)
class Gift:
    """One claim of money in its article and story, with the stems of what it is for."""

    id: str
    claim: Claim
    funding: Funding
    view: View
    story: str
    purpose: frozenset[str]

    @property
    def order(self) -> tuple[float, str, str]:
        """Sorts gifts the same in every run."""
        return (self.funding.amount, self.view.file, self.id)


def find_gifts(views: Iterable[View], story_of: Mapping[str, str]) -> list[Gift]:
    """Every claim of money, sorted."""
    gifts = [
        Gift(number, claim, claim.content, view, story_of[view.id], _purpose(claim.content, view.language))
        for view in views
        for number, claim in view.claims
        if isinstance(claim.content, Funding)
    ]
    return sorted(gifts, key=lambda gift: gift.order)


def _purpose(funding: Funding, language: str) -> frozenset[str]:
    return stems_of(f"{funding.recipient or ''} {funding.purpose or ''}", language)


def settle_funding(
    gifts: Sequence[Gift], printings: Printings, decisions: Decisions
) -> Iterator[tuple[Fact, tuple[Disagreement, ...]]]:
    """A fact for each gift, and what its reports disagree on."""
    blocks: dict[tuple[str, str], list[Gift]] = defaultdict(list)
    for gift in gifts:
        blocks[gift.funding.currency or "", gift.funding.donor or gift.story].append(gift)
    for key in sorted(blocks):
        block = blocks[key]
        by_id = {gift.id: gift for gift in block}
        joined = []
        for number, first in enumerate(block):
            for second in block[number + 1 : number + 1 + _REACH]:
                if ratio(first.funding.amount, second.funding.amount) > _SAME_SCALE:
                    break
                if is_same_gift(first, second):
                    joined.append((first.id, second.id))
        for group in gather(by_id, sorted(joined), decisions):
            yield _settle_gift([by_id[member] for member in group], printings)


def is_same_gift(first: Gift, second: Gift) -> bool:
    """Do two claims tell of the same money? Purpose and period must go together; clashing amounts need more."""
    one, other = first.funding, second.funding
    if one.period and other.period and relate_periods(one.period, other.period) == "clash":
        return False
    amounts = relate_amounts(Amount(one.amount, one.qualifier), Amount(other.amount, other.qualifier))
    common = first.purpose & second.purpose
    share = len(common) / max(1, min(len(first.purpose), len(second.purpose)))
    same_receiver = bool(one.recipient) and one.recipient == other.recipient
    if amounts in ("clash", "compatible"):
        return (
            first.view.id != second.view.id
            and first.story == second.story
            and (same_receiver or (share >= _SAME_PURPOSE and len(common) > 1))
        )
    if one.amount == other.amount and first.story == second.story:
        return (
            same_receiver
            or bool(common)
            or not (one.recipient and other.recipient)
            or first.view.language != second.view.language
        )
    return same_receiver or share >= _SAME_PURPOSE


def _settle_gift(gifts: Sequence[Gift], printings: Printings) -> tuple[Fact, tuple[Disagreement, ...]]:
    donor = next((gift.funding.donor for gift in gifts if gift.funding.donor), None)
    recipient = next((gift.funding.recipient for gift in gifts if gift.funding.recipient), None)
    period = next((gift.funding.period for gift in gifts if gift.funding.period), None)
    currency = gifts[0].funding.currency
    about = " · ".join(part for part in (donor, recipient, period, currency) if part) or "money"
    features = tuple(
        (name, value) for name, value in (("donor", donor), ("recipient", recipient), ("period", period)) if value
    )
    slot = Slot("funding", "amount", f"{about} · amount", features=features)
    settled = settle(
        slot, [_telling(gift, Amount(gift.funding.amount, gift.funding.qualifier)) for gift in gifts], printings
    )
    amount = settled.value
    assert isinstance(amount, Amount)
    stages = sorted({gift.funding.stage for gift in gifts}, key=("paid", "commitment", "pledge", "appeal").index)
    slots: dict[str, object] = {
        "donor": donor, "recipient": recipient, "period": period, "currency": currency, "amount": amount.value,
        "qualifier": amount.qualifier, "stage": stages[0],
    }  # fmt: skip
    stage = _stages(gifts, about)
    fact = fact_of(slot, {name: value for name, value in slots.items() if value is not None}, settled)
    return fact, (*settled.disagreements, *stage)


def _telling(gift: Gift, value: Amount) -> Telling:
    return Telling(gift.id, gift.claim, gift.view, value, gift.funding.currency)


def _stages(gifts: Sequence[Gift], about: str) -> tuple[Disagreement, ...]:
    """Money that one report asks for and another gives in the same days cannot be both. Promise and payment can."""

    asked = [gift for gift in gifts if gift.funding.stage == "appeal"]
    given = [gift for gift in gifts if gift.funding.stage in _GIVEN]
    apart = {gift.view.id for gift in asked}.isdisjoint(gift.view.id for gift in given)
    if not asked or not given or not apart or not asked[0].funding.donor:
        return ()
    sides = [Side("appeal", tuple(sorted(gift.id for gift in asked)))]
    for stage in sorted({gift.funding.stage for gift in given}):
        sides.append(Side(stage, tuple(sorted(gift.id for gift in given if gift.funding.stage == stage))))
    amount = told(Amount(gifts[0].funding.amount, gifts[0].funding.qualifier))
    sentence = explain("stages.contradiction", amount=amount)
    return (Disagreement(f"{about} · stage", "contradiction", tuple(sides), sentence),)
