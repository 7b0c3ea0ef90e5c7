"""Meetings that several claims tell of: which claims mean one and the same. Not for what was decided there."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mithaq.model.claim import Meeting
from mithaq.model.edtf import bounds, is_day
from mithaq.reconcile.blocks import neighbour_pairs
from mithaq.reconcile.judgements import Decisions
from mithaq.reconcile.sightings import Sighting, differ, find_sightings, strength
from mithaq.reconcile.tellings import OFF
from mithaq.reconcile.views import View


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting: the sightings that tell of it, sorted, and what they have in common."""

    sightings: tuple[Sighting, ...]

    def most(self, value: Callable[[Meeting], str | None]) -> str | None:
        """The value most sightings give (the first in the alphabet among equals); None when none gives any."""
        counts = Counter(found for sighting in self.sightings if (found := value(sighting.meeting)))
        return min(counts, key=lambda found: (-counts[found], found)) if counts else None

    @property
    def body(self) -> str | None:
        """Who meets."""
        return self.most(lambda meeting: meeting.body)

    @property
    def city(self) -> str | None:
        """Where."""
        return self.most(lambda meeting: meeting.city)

    @property
    def told_date(self) -> str | None:
        """When: the date most sightings give, those of reports before those of plans, single days before periods."""
        told = [(sighting.meeting.date, sighting.status) for sighting in self.sightings if sighting.meeting.date]
        counts = Counter((day, 2 * (status == "held") + is_day(day)) for day, status in told)
        ranked = sorted(counts, key=lambda found: (-found[1], -counts[found], found[0]))
        return ranked[0][0] if ranked else None

    @property
    def first_day(self) -> date | None:
        """The first day of its date; None when nobody tells it."""
        found = bounds(self.told_date) if self.told_date else None
        return found[0] if found else None

    @property
    def is_held(self) -> bool:
        """Does any report say that it took place?"""
        return any(sighting.status == "held" for sighting in self.sightings)

    @property
    def is_moved(self) -> bool:
        """Does any report say that it was put off or called off?"""
        return any(sighting.moved or sighting.status in OFF for sighting in self.sightings)

    @property
    def features(self) -> tuple[tuple[str, str], ...]:
        """What was compared to join the sightings."""
        people = frozenset.intersection(*(sighting.people for sighting in self.sightings))
        named = (
            ("body", self.body),
            ("city", self.city),
            ("date", self.told_date),
            ("people", ", ".join(sorted(people))),
        )
        return tuple((name, value) for name, value in named if value)


def find_events(views: Iterable[View], story_of: Mapping[str, str], decisions: Decisions) -> tuple[Event, ...]:
    """The meetings all claims tell of, each claim in one."""
    sightings = find_sightings({view.id: view for view in views}, story_of)
    postings: dict[str, list[str]] = defaultdict(list)
    for sighting in sightings.values():
        for key in _keys(sighting):
            postings[key].append(sighting.id)
    strengths: dict[tuple[str, str], int] = {}
    for _, one, other in neighbour_pairs(postings, lambda number: _place_in_list(sightings[number])):
        pair = (one, other) if one < other else (other, one)
        if pair not in strengths:
            strengths[pair] = strength(sightings[pair[0]], sightings[pair[1]])
    return _merge(sightings, strengths, decisions)


def _keys(sighting: Sighting) -> Iterable[str]:
    meeting = sighting.meeting
    yield f"story {sighting.story}"
    if meeting.body and meeting.city:
        yield f"body and city {meeting.body} {meeting.city}"
    if meeting.body and meeting.date:
        yield f"body and month {meeting.body} {meeting.date.strip('./')[:7]}"


def _place_in_list(sighting: Sighting) -> tuple[object, ...]:
    meeting = sighting.meeting
    return (meeting.body or "", meeting.city or "", str(sighting.view.day), sighting.order)


def _merge(
    sightings: Mapping[str, Sighting], strengths: Mapping[tuple[str, str], int], decisions: Decisions
) -> tuple[Event, ...]:
    """Join the surest pairs first; two groups stay apart when any two of their members cannot be one meeting."""
    group_of: dict[str, tuple[str, ...]] = {sighting: (sighting,) for sighting in sightings}
    proposed = (pair for pair, found in strengths.items() if found > 0)
    ranked = sorted(proposed, key=lambda pair: (-strengths[pair], pair))
    said = {pair for pair in decisions.same if set(pair) <= sightings.keys()}
    for one, other in (*sorted(said), *ranked):
        first, second = group_of[one], group_of[other]
        if first is second or any(decisions.parted(a, b) for a in first for b in second):
            continue
        if (one, other) not in said and any(differ(sightings[a], sightings[b]) for a in first for b in second):
            continue
        merged = tuple(sorted(first + second))
        for member in merged:
            group_of[member] = merged
    groups = sorted(set(group_of.values()))
    return tuple(_event([sightings[member] for member in group]) for group in groups)


def _event(sightings: Sequence[Sighting]) -> Event:
    return Event(tuple(sorted(sightings, key=lambda sighting: sighting.order)))
