"""What reports of one meeting say of its date and of who came: facts and disagreements of meetings."""

import re
from collections.abc import Iterable, Iterator, Sequence

from mithaq.model.claim import Claim, Figure
from mithaq.model.fact import Disagreement, Fact
from mithaq.reconcile.events import Event
from mithaq.reconcile.intervals import Amount
from mithaq.reconcile.settle import Printings, Settled, Slot, fact_of, settle
from mithaq.reconcile.sightings import Sighting
from mithaq.reconcile.tellings import Nature, Telling, told
from mithaq.reconcile.views import View

# Units that count those who send a delegation.
STATES = frozenset(("states", "countries", "nations", "governments", "delegations"))
_SENTENCE_END = re.compile(r"[\n!?؟]|\.(?=\s|$)")
# Numbers of one attendance lie within this ratio; "80 states" and "2 ministers" count different things.
_SAME_COUNT = 2.0
# Meetings that go on for days: each day's report gives its own.
_LASTING = frozenset(("summit", "conference", "session"))


def settle_meetings(events: Iterable[Event], printings: Printings) -> Iterator[tuple[Fact, tuple[Disagreement, ...]]]:
    """A fact for each meeting, and what its reports disagree on."""
    for event in events:
        about = " · ".join(part for part in (event.body, event.city, event.told_date) if part) or "meeting"
        base = Slot("meeting", "date", f"{about} · date", _nature(event), event.features)
        dates = [_telling(sighting, sighting.meeting.date) for sighting in event.sightings if sighting.meeting.date]
        settled_date = settle(base, dates, printings) if dates else None
        attendance = [
            settle(
                Slot("meeting", "attendance", f"{about} · attendance · {unit}", features=event.features),
                told_by,
                printings,
            )
            for unit, told_by in _attendance(event.sightings)
        ]
        parts = [*([settled_date] if settled_date else []), *attendance]
        yield _fact(event, about, parts, printings), tuple(found for part in parts for found in part.disagreements)


def _nature(event: Event) -> Nature:
    if event.is_moved:
        return "moved"
    return "lasting" if event.most(lambda meeting: meeting.level) in _LASTING else "fixed"


def _fact(event: Event, about: str, parts: Sequence[Settled], printings: Printings) -> Fact:
    against = {claim for part in parts for claim in part.contradicted_by}
    whole = Slot("meeting", "meeting", about, features=event.features)
    tellings = [_telling(sighting, "") for sighting in event.sightings]
    settled = settle(whole, tellings, printings)
    contradicting = tuple(sorted(against & {telling.claim_id for telling in tellings}))
    reasons = {link.claim: link for part in parts for link in part.links if link.role == "contradicts"}
    links = tuple(reasons.get(link.claim, link) for link in settled.links)
    kept = Settled(
        "", tuple(claim for claim in settled.supported_by if claim not in contradicting), contradicting, links, (),
        settled.sources, settled.printings,
    )  # fmt: skip
    counts = [told(part.value) for part in parts if isinstance(part.value, Amount)]
    slots: dict[str, object] = {
        "body": event.body, "city": event.city, "country": event.most(lambda meeting: meeting.country),
        "date": event.told_date, "hosts": sorted({host for sighting in event.sightings for host in sighting.meeting.hosts}),
        "level": event.most(lambda meeting: meeting.level), "status": _status(event), "attendance": counts,
    }  # fmt: skip
    return fact_of(whole, {name: value for name, value in slots.items() if value}, kept)


def _status(event: Event) -> str:
    said = {sighting.status for sighting in event.sightings}
    return next(status for status in ("held", "cancelled", "postponed", "planned") if status in said)


def _telling(sighting: Sighting, value: Amount | str, unit: str | None = None) -> Telling:
    return Telling(sighting.id, sighting.claim, sighting.view, value, unit, sighting.status)


def _attendance(sightings: Sequence[Sighting]) -> Iterator[tuple[str, list[Telling]]]:
    """How many came, by what is counted; numbers of another scale are left alone."""
    by_unit: dict[str, list[Telling]] = {}
    for sighting in sightings:
        counted = sighting.meeting.attendance
        if counted:
            unit = "states" if counted.unit in STATES else counted.unit or ""
            amount = Amount(counted.value, counted.qualifier)
            by_unit.setdefault(unit, []).append(_telling(sighting, amount, unit))
    for number, claim, view, amount in _delegations(sightings):
        by_unit.setdefault("states", []).append(Telling(number, claim, view, amount, "states"))
    for unit in sorted(by_unit):
        kept = _one_scale(by_unit[unit])
        if kept:
            yield unit, kept


def _one_scale(tellings: Sequence[Telling]) -> list[Telling]:
    values = sorted(telling.value.value for telling in tellings if isinstance(telling.value, Amount))
    middle = values[len(values) // 2]
    return [
        telling for telling in tellings
        if isinstance(telling.value, Amount) and middle / _SAME_COUNT <= telling.value.value <= middle * _SAME_COUNT
    ]  # fmt: skip


def _delegations(sightings: Sequence[Sighting]) -> Iterator[tuple[str, Claim, View, Amount]]:
    """Counts of states that came: those in a sentence that tells of the meeting, and the same number elsewhere in its
    reports. What else is counted in states there is not who came."""
    came = {sighting.meeting.attendance.value for sighting in sightings if sighting.meeting.attendance}
    views = {sighting.view.id: sighting.view for sighting in sightings}
    for article, view in sorted(views.items()):
        places = [
            _sentence_around(view.text, sighting.claim.span.start, sighting.claim.span.end)
            for sighting in sightings
            if sighting.view.id == article
        ]
        for number, claim in view.claims:
            content = claim.content
            if not isinstance(content, Figure) or content.unit not in STATES or content.value <= 2:
                continue
            if content.value in came or any(start <= claim.span.start < end for start, end in places):
                yield number, claim, view, Amount(content.value, content.qualifier)


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    before = [found.end() for found in _SENTENCE_END.finditer(text, max(0, start - 400), start)]
    after = _SENTENCE_END.search(text, end)
    return (before[-1] if before else max(0, start - 400), after.start() if after else len(text))


def attending_claims(events: Iterable[Event]) -> frozenset[str]:
    """Ids of the figures that count who came to a meeting."""
    return frozenset(number for event in events for number, _, _, _ in _delegations(event.sightings))
