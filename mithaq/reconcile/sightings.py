"""One claim of a meeting, and whether two of them mean one meeting: body, place, rank, people and dates are compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from mithaq.model.claim import Claim, Meeting, Status
from mithaq.model.edtf import bounds, is_day
from mithaq.reconcile.intervals import days_apart, relate_periods
from mithaq.reconcile.tellings import OFF
from mithaq.reconcile.views import View

# Levels that name a rank; the others ("talks", "conference", "session") go with any.
RANKS = frozenset(("summit", "ministerial", "officials"))
# Two days of one meeting told this far apart are a slip of one report; farther apart they are two meetings.
_SLIP_DAYS = 3
# A held meeting without a date took place at most this long before it was reported.
_NEWS_DAYS = 5
# A meeting that was moved comes at most this long after its first date.
_MOVED_DAYS = 120
_LONGEST_PERIOD = 31
_ENOUGH_PEOPLE = 2


@dataclass(frozen=True, slots=True)
class Sighting:
    """One claim of a meeting in its article and story; ``id`` is the claim's, ``status`` what it says or must mean.

    ``people`` are those named in its sentence; ``moved`` when a report of the story says that the body put it off.
    """

    id: str
    claim: Claim
    meeting: Meeting
    view: View
    story: str
    people: frozenset[str]
    moved: bool
    status: Status

    @property
    def order(self) -> tuple[str, str]:
        """Sorts sightings the same in every run."""
        return (self.view.file, self.id)


def find_sightings(views: Mapping[str, View], story_of: Mapping[str, str]) -> dict[str, Sighting]:
    """Every claim of a meeting by its id."""
    told = [
        (number, claim, claim.content, view)
        for view in views.values()
        for number, claim in view.claims
        if isinstance(claim.content, Meeting)
    ]
    moved = {
        (story_of[view.id], meeting.body) for _, _, meeting, view in told if meeting.status in OFF and meeting.body
    }
    return {
        number: Sighting(
            number, claim, meeting, view, story_of[view.id], view.people_near(claim.span),
            (story_of[view.id], meeting.body) in moved, _status(meeting, view),
        )
        for number, claim, meeting, view in told
    }  # fmt: skip


def _status(meeting: Meeting, view: View) -> Status:
    """What begins after the report came out was not held yet, whatever the verb looks like."""
    found = bounds(meeting.date) if meeting.date else None
    ahead = found is not None and found[0] is not None and view.last_day is not None and found[0] > view.last_day
    return "planned" if ahead and meeting.status == "held" else meeting.status


def strength(one: Sighting, other: Sighting) -> int:
    """How much speaks for one meeting: equal body, city, people, date, story; 0 when too little or something differs."""
    if differ(one, other):
        return 0
    first, second = one.meeting, other.meeting
    body = bool(first.body) and first.body == second.body
    city = bool(first.city) and first.city == second.city
    people = len(one.people & other.people) >= _ENOUGH_PEOPLE and not (first.body or second.body)
    day, story = _days_meet(one, other), one.story == other.story
    if story:
        enough = (body and (city or day is True)) or (city and (day is True or not (first.body and second.body)))
        enough = enough or (people and day is not False)
    else:
        dated = day is True and bool(first.date) and bool(second.date)
        enough = body and (dated or (city and (day is True or _is_undated(one, other))))
    return 4 * body + 3 * city + 3 * people + 2 * (day is True) + story if enough else 0


def differ(one: Sighting, other: Sighting) -> bool:
    """Is there a slot in which the two cannot be one meeting?"""
    first, second = one.meeting, other.meeting
    pairs = ((first.body, second.body), (first.city, second.city), (first.country, second.country))
    if any(left and right and left != right for left, right in pairs):
        return True
    if first.level != second.level and first.level in RANKS and second.level in RANKS:
        return True
    return (
        _days_meet(one, other) is False
        or _is_beside(one, other)
        or _is_beside(other, one)
        or _are_two_talks(one, other)
    )


def _are_two_talks(one: Sighting, other: Sighting) -> bool:
    """Are these talks of no body, each between people the other does not name: one minister sees several on a day?"""
    if any(
        told.meeting.body or told.meeting.level != "talks" or len(told.people) < _ENOUGH_PEOPLE for told in (one, other)
    ):
        return False
    return not one.people <= other.people and not other.people <= one.people


def _is_beside(one: Sighting, other: Sighting) -> bool:
    """Are these talks of two people named, and the others a gathering, beside which they may have met?"""
    talks, meeting = one.meeting, other.meeting
    if talks.body or talks.level != "talks" or meeting.level == "talks":
        return False
    return len(one.people) >= _ENOUGH_PEOPLE and not one.people <= other.people


def _is_undated(one: Sighting, other: Sighting) -> bool:
    return any(told.view.day is None and not told.meeting.date for told in (one, other))


def _days_meet(one: Sighting, other: Sighting) -> bool | None:
    """True when the dates meet or differ by a slip that one report may have made; None when one is not known."""
    left, right = when(one), when(other)
    if left is None or right is None:
        return None
    if _is_wide(left) or _is_wide(right):
        return True if left == right and one.status == other.status == "planned" else None
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
    was_moved = (one.moved and other.moved) or bool({one.status, other.status} & OFF)
    return was_moved and "held" not in (one.status, other.status) and apart <= _MOVED_DAYS


def _is_wide(edtf: str) -> bool:
    """Is it open or longer than a month? "By June" is a promise, not a date that tells two meetings apart."""
    found = bounds(edtf)
    return found is None or found[0] is None or found[1] is None or (found[1] - found[0]).days > _LONGEST_PERIOD


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
    if sighting.status != "held" or published is None:
        return None
    return f"{(published - timedelta(days=_NEWS_DAYS)).isoformat()}/{published.isoformat()}"
