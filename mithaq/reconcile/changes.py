"""What one body promised at two meetings in a row: repeated, made stronger or weaker, moved, or not told again."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal

from mithaq.model.fact import Fact, Link
from mithaq.reconcile.events import Event
from mithaq.reconcile.promises import Promise, deadline_days, same_action

Change = Literal["repeated", "strengthened", "weakened", "deadline_moved", "dropped"]

# Reports of a meeting come out on its day and for some days after.
_REPORTED_DAYS = 8


def find_changes(events: Iterable[Event], promises: Iterable[Promise]) -> Iterator[Fact]:
    """A fact of kind ``change`` for each promise of one meeting, beside the next meeting of the body."""
    by_article: dict[str, list[Promise]] = defaultdict(list)
    for promise in promises:
        by_article[promise.view.id].append(promise)
    for body, meetings in sorted(_meetings_in_order(events).items()):
        told = [(day, _told_at(event, day, by_article)) for day, event in meetings]
        spoken = [(day, promised) for day, promised in told if promised]
        for (earlier, before), (later, after) in pairwise(spoken):
            yield from _compare(body, (earlier, before), (later, after))


def _meetings_in_order(events: Iterable[Event]) -> Mapping[str, list[tuple[date, Event]]]:
    found: dict[str, list[tuple[date, Event]]] = defaultdict(list)
    for event in events:
        day = event.first_day
        if event.body and event.is_held and day:
            found[event.body].append((day, event))
    for meetings in found.values():
        meetings.sort(key=lambda entry: (entry[0], entry[1].sightings[0].id))
    return found


def _told_at(event: Event, day: date, by_article: Mapping[str, Sequence[Promise]]) -> list[Promise]:
    """The promises in reports of the meeting that came out in its days."""
    articles = {
        sighting.view.id
        for sighting in event.sightings
        if sighting.view.day is None or abs((sighting.view.day - day).days) <= _REPORTED_DAYS
    }
    return [promise for article in sorted(articles) for promise in by_article.get(article, ())]


def _compare(body: str, earlier: tuple[date, list[Promise]], later: tuple[date, list[Promise]]) -> Iterator[Fact]:
    for promise in earlier[1]:
        same = [
            other for other in later[1]
            if other.view.language == promise.view.language and same_action(promise.action, other.action)
        ]  # fmt: skip
        _, last = deadline_days(promise.deadline)
        expected = last is None or last > later[0]  # nobody repeats what was due before
        comparable = expected and any(other.view.language == promise.view.language for other in later[1])
        if same or comparable:
            match = min(same, key=lambda other: (-len(promise.action & other.action), other.id)) if same else None
            yield _fact(body, earlier[0], later[0], promise, match)


def _fact(body: str, earlier: date, later: date, promise: Promise, match: Promise | None) -> Fact:
    change, reason = _change(promise, match)
    claims = tuple(sorted({promise.id, *([match.id] if match else [])}))
    about = f"{body} · {earlier.isoformat()} · {later.isoformat()} · {promise.commitment.action}"
    slots = {
        "about": about, "action": promise.commitment.action, "body": body, "change": change,
        "earlier": earlier.isoformat(), "later": later.isoformat(), "reason": reason,
    }  # fmt: skip
    features = (("common_words", " ".join(sorted(promise.action & match.action))),) if match else ()
    links = tuple(Link(claim, "supports", features, reason) for claim in claims)
    identity = hashlib.sha256("\x1f".join((about, change, *claims)).encode("utf-8")).hexdigest()[:16]
    return Fact(identity, "change", tuple(sorted(slots.items())), claims, (), links)


def _change(promise: Promise, match: Promise | None) -> tuple[Change, str]:
    if match is None:
        return "dropped", "The later meeting's reports do not tell it again."
    before, after = promise.commitment, match.commitment
    _, first = deadline_days(before.deadline)
    _, last = deadline_days(after.deadline)
    if first and last and first != last:
        return "deadline_moved", f"Its term moved from {before.deadline} to {after.deadline}."
    if (after.deadline and not before.deadline) or (before.conditional and not after.conditional):
        return (
            "strengthened",
            "It now has a term." if after.deadline and not before.deadline else "Its condition is gone.",
        )
    if (before.deadline and not after.deadline) or (after.conditional and not before.conditional):
        return (
            "weakened",
            "Its term is gone." if before.deadline and not after.deadline else "It now stands under a condition.",
        )
    return "repeated", "The later meeting promises it again."
