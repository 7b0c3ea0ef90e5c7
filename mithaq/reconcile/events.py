"""Meetings that several claims tell of: which claims mean one and the same. Not for what was decided there."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mithaq.model.claim import Claim, Meeting
from mithaq.model.edtf import bounds, is_day
from mithaq.reconcile.blocks import neighbour_pairs
from mithaq.reconcile.intervals import days_apart, relate_periods
from mithaq.reconcile.views import View

# Levels that name a rank; the others ("talks", "conference", "session") go with any.
_RANKS = frozenset(("summit", "ministerial", "officials"))
# Two days of one meeting told this far apart are a slip of one report; farther apart they are two meetings.
_SLIP_DAYS = 3
# A held meeting without a date took place at most this long before it was reported.
_NEWS_DAYS = 5
# A meeting that was moved comes at most this long after its first date.
_MOVED_DAYS = 120


@dataclass(frozen=True, slots=True)
class Sighting:
    """One claim of a meeting in its article and story; ``id`` is the claim's."""

    id: str
    claim: Claim
    meeting: Meeting
    view: View
    story: str

    @property
    def order(self) -> tuple[str, str]:
        """Sorts sightings the same in every run."""
        return (self.view.file, self.id)


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting: the sightings that tell of it, sorted, and what was compared to join them."""

    sightings: tuple[Sighting, ...]
    features: tuple[tuple[str, str], ...]

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
    def day(self) -> str | None:
        """When: the date most sightings give, single days before periods."""
        day = self.most(lambda meeting: meeting.date if meeting.date and is_day(meeting.date) else None)
        return day or self.most(lambda meeting: meeting.date)

    @property
    def is_held(self) -> bool:
        """Does any report say that it took place?"""
        return any(sighting.meeting.status == "held" for sighting in self.sightings)


def find_events(
    views: Iterable[View], story_of: Mapping[str, str], parted: Callable[[str, str], bool]
) -> tuple[Event, ...]:
    """The meetings all claims tell of. ``parted`` says of two claim ids whether a person held them to be different."""
    sightings = {
        sighting.id: sighting
        for view in views
        for number, claim in view.claims
        if isinstance(claim.content, Meeting)
        for sighting in (Sighting(number, claim, claim.content, view, story_of[view.id]),)
    }
    postings: dict[str, list[str]] = defaultdict(list)
    for sighting in sightings.values():
        for key in _keys(sighting):
            postings[key].append(sighting.id)
    strengths: dict[tuple[str, str], int] = {}
    for _, one, other in neighbour_pairs(postings, lambda sighting: _place_in_list(sightings[sighting])):
        pair = (one, other) if one < other else (other, one)
        strengths[pair] = _strength(sightings[pair[0]], sightings[pair[1]])
    return _merge(sightings, strengths, parted)


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
    sightings: Mapping[str, Sighting], strengths: Mapping[tuple[str, str], int], parted: Callable[[str, str], bool]
) -> tuple[Event, ...]:
    """Join the surest pairs first; two groups stay apart when any two of their members cannot be one meeting."""
    group_of = {sighting: (sighting,) for sighting in sightings}
    ranked = sorted((pair for pair, strength in strengths.items() if strength > 0), key=lambda pair: (-strengths[pair], pair))
    for one, other in ranked:
        first, second = group_of[one], group_of[other]
        if first is second:
            continue
        if any(parted(a, b) or _differ(sightings[a], sightings[b]) for a in first for b in second):
            continue
        merged = tuple(sorted(first + second))
        for member in merged:
            group_of[member] = merged
    groups = sorted(set(group_of.values()))
    return tuple(_event([sightings[member] for member in group]) for group in groups)


def _event(sightings: Sequence[Sighting]) -> Event:
    ordered = tuple(sorted(sightings, key=lambda sighting: sighting.order))
    event = Event(ordered, ())
    named = (("body", event.body), ("city", event.city), ("date", event.day))
    return Event(ordered, tuple((name, value) for name, value in named if value))


def _strength(one: Sighting, other: Sighting) -> int:
    """How much speaks for one meeting: equal body, city, date, story; 0 when that is too little or something differs."""
    if _differ(one, other):
        return 0
    first, second = one.meeting, other.meeting
    body = bool(first.body) and first.body == second.body
    city = bool(first.city) and first.city == second.city
    day = _days_meet(one, other)
    story = one.story == other.story
    enough = (body and city and (day is not None or story or _is_undated(one, other))) or (
        story and (city or body) and (day is True or (city and day is None and (body or not (first.body and second.body))))
    ) or (body and day is True and bool(first.date) and bool(second.date))
    return 4 * body + 3 * city + 2 * (day is True) + story if enough else 0


def _is_undated(one: Sighting, other: Sighting) -> bool:
    return (one.view.day is None and not one.meeting.date) or (other.view.day is None and not other.meeting.date)


def _differ(one: Sighting, other: Sighting) -> bool:
    """Is there a slot in which the two cannot be one meeting?"""
    first, second = one.meeting, other.meeting
    for slot in ("body", "city", "country"):
        left, right = getattr(first, slot), getattr(second, slot)
        if left and right and left != right:
            return True
    if first.level != second.level and first.level in _RANKS and second.level in _RANKS:
        return True
    return _days_meet(one, other) is False


def _days_meet(one: Sighting, other: Sighting) -> bool | None:
    """True when the dates meet or differ by a slip that one report may have made; None when one is not known."""
    left, right = when(one), when(other)
    if left is None or right is None:
        return None
    if relate_periods(left, right) != "clash":
        return True
    first, second = one.meeting, other.meeting
    if not first.date or not second.date or one.story != other.story:
        return False
    apart = days_apart(left, right)
    if apart is None:
        return False
    if apart <= _SLIP_DAYS or _is_slip_of_month(first.date, second.date):
        return True
    moved = {first.status, second.status} & {"postponed", "cancelled"}
    return bool(moved) and apart <= _MOVED_DAYS


def _is_slip_of_month(first: str, second: str) -> bool:
    """The same day of neighbouring months of one year: 30 June and 30 July."""
    if not (is_day(first) and is_day(second)) or first[:4] != second[:4] or first[8:10] != second[8:10]:
        return False
    return abs(int(first[5:7]) - int(second[5:7])) == 1


def when(sighting: Sighting) -> str | None:
    """The date a claim gives; for a meeting reported as news the days up to its publication; None when not known."""
    if sighting.meeting.date:
        return sighting.meeting.date
    published = sighting.view.day
    if sighting.meeting.status != "held" or published is None:
        return None
    return f"{(published - timedelta(days=_NEWS_DAYS)).isoformat()}/{published.isoformat()}"


def day_of(event: Event) -> date | None:
    """The first day of the event; None when nobody tells it."""
    found = bounds(event.day) if event.day else None
    return found[0] if found else None
