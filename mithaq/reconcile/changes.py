"""What one body promised at two meetings in a row: repeated, made stronger or weaker, moved, or not told again."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal

from mithaq.model.fact import Fact, Link
from mithaq.reconcile.events import Event
from mithaq.reconcile.explanations import explain
from mithaq.reconcile.promises import Promise, Undertaking, deadline_days, same_action

# An undertaking's id with one report of it; the reports of each undertaking.
_Told = tuple[str, Promise]
_Promised = Mapping[str, Sequence[Promise]]
Change = Literal["repeated", "strengthened", "weakened", "deadline_moved", "dropped"]

# Reports of a meeting come out on its day and for some days after.
_REPORTED_DAYS = 8


def find_changes(
    events: Iterable[Event], undertakings: Iterable[Undertaking], kept: frozenset[str] = frozenset()
) -> Iterator[Fact]:
    """A fact of kind ``change`` for each promise of one meeting, however many reports tell it, beside the next meeting
    of the body. ``kept`` are the ids of promises that were kept: nobody needs to make those again."""
    by_article: dict[str, list[_Told]] = defaultdict(list)
    for undertaking in undertakings:
        for promise in undertaking.promises:
            by_article[promise.view.id].append((undertaking.fact.id, promise))
    for body, meetings in sorted(_meetings_in_order(events).items()):
        told = [(day, _told_at(event, day, by_article)) for day, event in meetings]
        spoken = [(day, promised) for day, promised in told if promised]
        for (earlier, before), (later, after) in pairwise(spoken):
            yield from _compare(body, (earlier, before), (later, after), kept)


def _meetings_in_order(events: Iterable[Event]) -> Mapping[str, list[tuple[date, Event]]]:
    found: dict[str, list[tuple[date, Event]]] = defaultdict(list)
    for event in events:
        day = event.first_day
        if event.body and event.is_held and day:
            found[event.body].append((day, event))
    for meetings in found.values():
        meetings.sort(key=lambda entry: (entry[0], entry[1].sightings[0].id))
    return found


def _told_at(event: Event, day: date, by_article: Mapping[str, Sequence[_Told]]) -> _Promised:
    """The promises in reports of the meeting that came out in its days."""
    articles = {
        sighting.view.id
        for sighting in event.sightings
        if sighting.view.day is None or abs((sighting.view.day - day).days) <= _REPORTED_DAYS
    }
    found: dict[str, list[Promise]] = defaultdict(list)
    for article in sorted(articles):
        for undertaking, promise in by_article.get(article, ()):
            found[undertaking].append(promise)
    return found


def _compare(
    body: str, earlier: tuple[date, _Promised], later: tuple[date, _Promised], kept: frozenset[str]
) -> Iterator[Fact]:
    after = [promise for promises in later[1].values() for promise in promises]
    spoken = {promise.view.language for promise in after}
    for undertaking, promises in earlier[1].items():
        match = _repetition(promises, after)
        _, last = deadline_days(promises[0].deadline)
        # Nobody repeats what was due before or was done.
        expected = (last is None or last > later[0]) and undertaking not in kept
        if match or (expected and any(promise.view.language in spoken for promise in promises)):
            yield _fact(body, earlier[0], later[0], promises, match)


def _repetition(promises: Sequence[Promise], after: Sequence[Promise]) -> tuple[Promise, Promise] | None:
    """A report of the promise and a later one in its language that tells it with the most common words."""
    pairs = (
        (promise, other)
        for promise in promises
        for other in after
        if other.view.language == promise.view.language and same_action(promise.action, other.action)
    )
    return min(pairs, key=lambda pair: (-len(pair[0].action & pair[1].action), pair[0].id, pair[1].id), default=None)


def _fact(
    body: str, earlier: date, later: date, promises: Sequence[Promise], match: tuple[Promise, Promise] | None
) -> Fact:
    promise, again = match or (promises[0], None)
    change, reason = _change(promise, again)
    claims = tuple(sorted({*(told.id for told in promises), *([again.id] if again else [])}))
    about = f"{body} · {earlier.isoformat()} · {later.isoformat()} · {promise.commitment.action}"
    slots = {
        "about": about, "action": promise.commitment.action, "body": body, "change": change,
        "earlier": earlier.isoformat(), "later": later.isoformat(), "reason": reason,
    }  # fmt: skip
    features = (("common_words", " ".join(sorted(promise.action & again.action))),) if again else ()
    links = tuple(Link(claim, "supports", features, reason) for claim in claims)
    identity = hashlib.sha256("\x1f".join((about, change, *claims)).encode("utf-8")).hexdigest()[:16]
    return Fact(identity, "change", tuple(sorted(slots.items())), claims, (), links)


def _change(promise: Promise, match: Promise | None) -> tuple[Change, str]:
    if match is None:
        return "dropped", explain("change.not_told_again")
    before, after = promise.commitment, match.commitment
    _, first = deadline_days(before.deadline)
    _, last = deadline_days(after.deadline)
    if first and last and first != last:
        return "deadline_moved", explain("change.term_moved", before=before.deadline, after=after.deadline)
    if (after.deadline and not before.deadline) or (before.conditional and not after.conditional):
        gained_term = after.deadline and not before.deadline
        return "strengthened", explain("change.term_set") if gained_term else explain("change.condition_gone")
    if (before.deadline and not after.deadline) or (after.conditional and not before.conditional):
        lost_term = before.deadline and not after.deadline
        return "weakened", explain("change.term_gone") if lost_term else explain("change.condition_set")
    return "repeated", explain("change.promised_again")
