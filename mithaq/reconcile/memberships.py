"""Who was a member of which body when, according to whom, as known on which day; and counts over time.

Two times are kept apart: when membership held (the date told, else the day of the report) and when it was known (the
day of the report).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mithaq.model.claim import Claim, Membership
from mithaq.model.fact import Disagreement, Fact
from mithaq.reconcile.intervals import Amount
from mithaq.reconcile.settle import Printings, Slot, fact_of, settle
from mithaq.reconcile.tellings import Telling
from mithaq.reconcile.views import View

_IN = frozenset(("joined", "member"))
_OUT = frozenset(("left", "suspended"))


@dataclass(frozen=True, slots=True)
class Standing:
    """What one claim says of a member: ``held`` an EDTF date, ``known`` the day of the report."""

    claim_id: str
    body: str
    member: str
    change: str
    held: str | None
    known: str | None


def standings(views: Iterable[View]) -> tuple[Standing, ...]:
    """Every membership claim with both its times, sorted by body, member and the day it was known."""
    found = [
        Standing(number, claim.content.body, claim.content.member, claim.content.change, *_times(claim.content, view))
        for view in views
        for number, claim in view.claims
        if isinstance(claim.content, Membership) and claim.content.body
    ]
    return tuple(sorted(found, key=lambda told: (told.body, told.member, told.known or "", told.claim_id)))


def _times(membership: Membership, view: View) -> tuple[str | None, str | None]:
    known = view.day.isoformat() if view.day else None
    return membership.date or known, known


def members_on(told: Iterable[Standing], body: str, day: date, known_on: date) -> tuple[str, ...]:
    """Who was in ``body`` on ``day`` as far as reports up to ``known_on`` tell; sorted. Undated reports count as known."""
    last: dict[str, tuple[str, str]] = {}
    for standing in told:
        if standing.body != body or (standing.known or "") > known_on.isoformat():
            continue
        since = (standing.held or "")[:10]
        if since <= day.isoformat() and standing.change in _IN | _OUT:
            last[standing.member] = max(last.get(standing.member, ("", "")), (since, standing.change))
    return tuple(sorted(member for member, (_, change) in last.items() if change in _IN))


def settle_memberships(views: Iterable[View], printings: Printings) -> Iterator[tuple[Fact, tuple[Disagreement, ...]]]:
    """A fact for each member and body and what was told of them, and disagreements on dates and ordinals."""
    groups: dict[tuple[str, str, str], list[tuple[str, Claim, Membership, View]]] = defaultdict(list)
    for view in views:
        for number, claim in view.claims:
            content = claim.content
            if isinstance(content, Membership) and content.body:
                groups[content.body, content.member, content.change].append((number, claim, content, view))
    for (body, member, change), found in sorted(groups.items(), key=lambda entry: entry[0]):
        about = f"{body} · {member} · {change}"
        features = (("body", body), ("change", change), ("member", member))
        whole = Slot("membership", change, about, features=features)
        settled = settle(whole, [Telling(number, claim, view, change) for number, claim, _, view in found], printings)
        dates = [Telling(number, claim, view, content.date) for number, claim, content, view in found if content.date]
        ordinals = [
            Telling(number, claim, view, Amount(float(content.ordinal), "exact"))
            for number, claim, content, view in found
            if content.ordinal
        ]
        slots: dict[str, object] = {"body": body, "change": change, "member": member}
        disagreements: tuple[Disagreement, ...] = ()
        for name, tellings in (("date", dates), ("ordinal", ordinals)):
            if tellings:
                part = settle(Slot("membership", name, f"{about} · {name}", features=features), tellings, printings)
                slots[name] = part.value if isinstance(part.value, str) else part.value.value
                disagreements += part.disagreements
        known = sorted(view.day.isoformat() for *_, view in found if view.day)
        slots |= {"known_since": known[0]} if known else {}
        yield fact_of(whole, slots, settled), disagreements


def count_curve(facts: Sequence[Fact], body: str) -> tuple[tuple[str, int], ...]:
    """How many members are known by name after each day on which one joined or left: (EDTF date, count), sorted."""
    joined: dict[str, set[str]] = defaultdict(set)
    gone: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        slots = dict(fact.slots)
        if fact.kind != "membership" or slots.get("body") != body:
            continue
        day = str(slots.get("date") or slots.get("known_since") or "")
        if slots["change"] in _IN:
            joined[day].add(str(slots["member"]))
        elif slots["change"] in _OUT:
            gone[day].add(str(slots["member"]))
    members: set[str] = set()
    curve = []
    for day in sorted({*joined, *gone}):
        members = (members | joined[day]) - gone[day]
        curve.append((day, len(members)))
    return tuple(curve)
