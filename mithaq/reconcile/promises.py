"""Undertakings brought together: the same promise told by several reports is one fact. Not for what became of it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mithaq.model.claim import Claim, Commitment
from mithaq.model.edtf import bounds
from mithaq.model.fact import Fact
from mithaq.reconcile.blocks import neighbour_pairs
from mithaq.reconcile.judgements import Decisions, gather
from mithaq.reconcile.settle import Printings, Slot, fact_of, settle
from mithaq.reconcile.tellings import Telling
from mithaq.reconcile.views import View
from mithaq.reconcile.words import stems_of

_SAME_ACTION = 0.5
_SAME_WORDS = 3
_REACH = 40
_TERM = re.compile(r"P(\d+)([DWMY])$")
_TERM_UNITS = {"D": timedelta(days=1), "W": timedelta(weeks=1), "M": timedelta(days=30), "Y": timedelta(days=365)}


@dataclass(frozen=True, slots=True)
class Promise:
    """One commitment in its article and story, with the stems of its action."""

    id: str
    claim: Claim
    commitment: Commitment
    view: View
    story: str
    action: frozenset[str]

    @property
    def deadline(self) -> str | None:
        """By when; a term such as "within 20 days" runs from the day it was told. Without a deadline, a duration in the
        words of the promise is its term."""
        told = self.commitment.deadline or self._term()
        found = _TERM.match(told) if told else None
        if found is None:
            return told
        if self.view.day is None:
            return None
        return f"../{self.view.day + int(found[1]) * _TERM_UNITS[found[2]]}"

    def _term(self) -> str | None:
        span = self.claim.span
        return max((term for place, term in self.view.terms if span.start <= place < span.end), default=None)

    @property
    def sums(self) -> frozenset[str]:
        """The sums of money in its words: they are the same in every language."""
        span = self.claim.span
        return frozenset(told for place, told in self.view.sums if span.start <= place < span.end)

    @property
    def order(self) -> tuple[str, str]:
        """Sorts promises the same in every run."""
        return (self.view.file, self.id)


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Promises that are one, sorted, with the fact they amount to."""

    fact: Fact
    promises: tuple[Promise, ...]

    @property
    def day(self) -> date | None:
        """The day it was first told."""
        return min((promise.view.day for promise in self.promises if promise.view.day), default=None)

    @property
    def deadline(self) -> str | None:
        """By when, as most promises tell it."""
        told = sorted(deadline for promise in self.promises if (deadline := promise.deadline))
        return max(told, key=lambda found: (told.count(found), found)) if told else None


def find_undertakings(
    views: Iterable[View], story_of: Mapping[str, str], decisions: Decisions, printings: Printings
) -> tuple[Undertaking, ...]:
    """Every commitment in exactly one undertaking, sorted by the fact's id."""
    promises = {
        number: Promise(
            number, claim, claim.content, view, story_of[view.id], stems_of(claim.content.action, view.language)
        )
        for view in views
        for number, claim in view.claims
        if isinstance(claim.content, Commitment)
    }
    postings: dict[str, list[str]] = defaultdict(list)
    for promise in promises.values():
        postings[f"{promise.story} {promise.view.language}"].append(promise.id)
    pairs = (
        (first, second) if first < second else (second, first)
        for _, first, second in neighbour_pairs(postings, lambda number: promises[number].order, _REACH)
    )  # fmt: skip
    joined = {pair for pair in pairs if _is_same(promises[pair[0]], promises[pair[1]])}
    joined.update(_told_abroad(promises))
    groups = gather(promises, sorted(joined), decisions)
    found = (_undertaking([promises[number] for number in group], printings) for group in groups)
    return tuple(sorted(found, key=lambda undertaking: undertaking.fact.id))


def _told_abroad(promises: Mapping[str, Promise]) -> Iterator[tuple[str, str]]:
    """Pairs of promises that a story tells in two languages: by the same actor, with the same sum of money."""
    postings: dict[str, list[str]] = defaultdict(list)
    for promise in promises.values():
        for told in promise.sums:
            postings[f"{promise.story} {told}"].append(promise.id)
    for _, first, second in neighbour_pairs(postings, lambda number: promises[number].order, _REACH):
        one, other = promises[first], promises[second]
        if one.view.language != other.view.language and _may_be_same(one, other):
            yield (first, second) if first < second else (second, first)


def _is_same(first: Promise, second: Promise) -> bool:
    return _may_be_same(first, second) and same_action(first.action, second.action)


def _may_be_same(first: Promise, second: Promise) -> bool:
    """Two articles, one actor, no two deadlines."""
    if first.deadline and second.deadline and first.deadline != second.deadline:
        return False
    return first.view.id != second.view.id and bool(set(first.commitment.by) & set(second.commitment.by))


def same_action(first: frozenset[str], second: frozenset[str]) -> bool:
    """Do two actions share half of the shorter one's words, and at least three?"""
    common = len(first & second)
    return common >= _SAME_WORDS and common >= _SAME_ACTION * min(len(first), len(second))


def _undertaking(promises: Sequence[Promise], printings: Printings) -> Undertaking:
    ordered = tuple(sorted(promises, key=lambda promise: promise.order))
    commitment = ordered[0].commitment
    about = " · ".join((*commitment.by, commitment.action))
    features = tuple(("by", actor) for actor in commitment.by)
    slot = Slot("commitment", "commitment", about, features=features)
    tellings = [Telling(promise.id, promise.claim, promise.view, "") for promise in ordered]
    deadline = Undertaking(Fact("", "", (), ()), ordered).deadline
    slots: dict[str, object] = {
        "action": commitment.action, "by": list(commitment.by),
        "conditional": all(promise.commitment.conditional for promise in ordered),
    }  # fmt: skip
    slots |= {"deadline": deadline} if deadline else {}
    return Undertaking(fact_of(slot, slots, settle(slot, tellings, printings)), ordered)


def deadline_days(edtf: str | None) -> tuple[date | None, date | None]:
    """First and last day of a deadline; None where it is open or not known."""
    return (bounds(edtf) or (None, None)) if edtf else (None, None)
