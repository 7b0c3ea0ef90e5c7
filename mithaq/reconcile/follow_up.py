"""What became of promises: kept, partly kept, not due, overdue, or not known, scored as the Toronto G7 and G20 groups do.

Only later claims that report the promised thing count as evidence; without any, nothing is scored. The day of judging is
an argument or, without one, the last day of publication in the record; never today.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mithaq.model.edtf import bounds
from mithaq.model.fact import FollowUp
from mithaq.reconcile.events import Event
from mithaq.reconcile.explanations import explain
from mithaq.reconcile.funding import Gift
from mithaq.reconcile.intervals import relate_periods
from mithaq.reconcile.promises import Undertaking, deadline_days
from mithaq.reconcile.sightings import RANKS, Sighting, when
from mithaq.reconcile.tellings import OFF

# Talks are known by those who talk where at least so many are named.
_ENOUGH_PEOPLE = 2


@dataclass(frozen=True, slots=True)
class Ground:
    """What promises are judged by: the meetings with their facts' ids, the gifts, and the day of judging."""

    events: tuple[tuple[str, Event], ...]
    gifts: tuple[Gift, ...]
    day: date | None


@dataclass(frozen=True, slots=True)
class _Outcome:
    status: str
    evidence: tuple[str, ...]
    reason: str


def follow_up_all(undertakings: Iterable[Undertaking], ground: Ground) -> Iterator[FollowUp]:
    """A follow-up for each undertaking, and for each announced meeting that no undertaking tells of in the same words."""
    finder = _Finder(ground)
    outcomes = {fact_id: outcome for fact_id, event in ground.events if (outcome := finder.of_meeting(event))}
    announced = {
        sighting.id: outcomes[fact_id]
        for fact_id, event in ground.events
        if fact_id in outcomes
        for sighting in event.sightings
        if sighting.status == "planned"
    }
    told: set[str] = set()
    for undertaking in undertakings:
        sightings = finder.announced_in(undertaking)
        told.update(sightings)
        yield _follow_up(undertaking.fact.id, finder.of_undertaking(undertaking, [announced[one] for one in sightings]))
    for fact_id, event in ground.events:
        planned = {sighting.id for sighting in event.sightings if sighting.status == "planned"}
        if fact_id in outcomes and not planned <= told:
            yield _follow_up(fact_id, outcomes[fact_id])


def _follow_up(commitment: str, outcome: _Outcome) -> FollowUp:
    score = {"fulfilled": 1, "partly": 0, "overdue": -1}.get(outcome.status)
    return FollowUp(commitment, score, outcome.status, outcome.evidence, outcome.reason)  # type: ignore[arg-type]


class _Finder:
    """Looks up what could have kept a promise."""

    def __init__(self, ground: Ground) -> None:
        self._day = ground.day
        self._held: dict[str, list[Event]] = defaultdict(list)
        self._announced: dict[str, list[Sighting]] = defaultdict(list)
        self._paid: dict[str, list[Gift]] = defaultdict(list)
        self._pledged: dict[str, list[Gift]] = defaultdict(list)
        for _, event in ground.events:
            if event.is_held and event.body:
                self._held[event.body].append(event)
            for sighting in event.sightings:
                if sighting.status == "planned":
                    self._announced[sighting.view.id].append(sighting)
        for gift in ground.gifts:
            if gift.funding.donor and gift.funding.stage == "paid":
                self._paid[gift.funding.donor].append(gift)
            elif gift.funding.stage in ("pledge", "commitment"):
                self._pledged[gift.view.id].append(gift)

    def of_meeting(self, event: Event) -> _Outcome | None:
        """What became of an announced meeting; None when nobody announced it."""
        planned = [sighting for sighting in event.sightings if sighting.status == "planned"]
        if not planned:
            return None
        dates = sorted(sighting.meeting.date for sighting in planned if sighting.meeting.date)
        deadline = dates[-1] if dates else None
        promised = min((sighting.view.day for sighting in planned if sighting.view.day), default=None)
        held = [
            sighting
            for sighting in event.sightings
            if _reports(sighting, deadline, promised) and not any(_is_larger(sighting, one) for one in planned)
        ]
        if not held and event.body:
            held = self._meeting_in_time(event, deadline, promised)
        if held:
            return _held(held, deadline)
        moved = [sighting for sighting in event.sightings if sighting.status in OFF]
        if moved:
            return self._moved(moved, deadline)
        return self._nothing(deadline, explain("follow_up.no_report"))

    def _meeting_in_time(self, event: Event, deadline: str | None, promised: date | None) -> list[Sighting]:
        """A held meeting of the same body and rank, after the promise and by its deadline."""
        _, last = deadline_days(deadline)
        if last is None or promised is None:
            return []
        level = event.most(lambda meeting: meeting.level)
        found = [
            (day, other) for other in self._held[event.body or ""]
            if other is not event and (day := other.first_day) is not None and promised < day <= last
            and (event.city is None or other.city is None or event.city == other.city)
            and not {level, other.most(lambda meeting: meeting.level)} - {level} & RANKS
        ]  # fmt: skip
        if not found:
            return []
        _, other = min(found, key=lambda entry: (entry[0], entry[1].sightings[0].id))
        return [sighting for sighting in other.sightings if sighting.status == "held"]

    def _moved(self, moved: Sequence[Sighting], deadline: str | None) -> _Outcome:
        evidence = tuple(sorted(sighting.id for sighting in moved))
        said = moved[0].status
        _, last = deadline_days(deadline)
        if last is not None and self._day is not None and last < self._day:
            return _Outcome("overdue", evidence, explain(f"follow_up.{said}_overdue", deadline=deadline))
        return _Outcome("not_yet_due", evidence, explain(f"follow_up.{said}"))

    def _nothing(self, deadline: str | None, why: str) -> _Outcome:
        _, last = deadline_days(deadline)
        if last is not None and self._day is not None and self._day <= last:
            day = self._day.isoformat()
            return _Outcome("not_yet_due", (), explain("follow_up.not_due", deadline=deadline, day=day))
        return _Outcome("insufficient_evidence", (), why)

    def announced_in(self, undertaking: Undertaking) -> list[str]:
        """The announcements of meetings (claim ids) that stand in the words of an undertaking."""
        return [
            sighting.id
            for promise in undertaking.promises
            for sighting in self._announced[promise.view.id]
            if sighting.claim.span.overlaps(promise.claim.span)
        ]

    def of_undertaking(self, undertaking: Undertaking, announced: Sequence[_Outcome]) -> _Outcome:
        """What became of an undertaking: of a meeting announced or money promised in its words, or of its deadline."""
        if announced:
            return announced[0]
        for promise in undertaking.promises:
            for pledge in self._pledged[promise.view.id]:
                if pledge.claim.span.overlaps(promise.claim.span):
                    paid = self._payments(pledge)
                    if paid:
                        return _paid(pledge, paid)
        return self._nothing(undertaking.deadline, explain("follow_up.nothing_later"))

    def _payments(self, pledge: Gift) -> list[Gift]:
        return [
            gift for gift in self._paid[pledge.funding.donor or ""]
            if _is_later(gift, pledge) and gift.funding.currency == pledge.funding.currency
            and (gift.funding.recipient == pledge.funding.recipient or len(gift.purpose & pledge.purpose) > 1)
            and not (gift.funding.period and pledge.funding.period
                     and relate_periods(gift.funding.period, pledge.funding.period) == "clash")
        ]  # fmt: skip


def _is_later(gift: Gift, pledge: Gift) -> bool:
    return gift.view.day is not None and pledge.view.day is not None and gift.view.day > pledge.view.day


def _paid(pledge: Gift, paid: Sequence[Gift]) -> _Outcome:
    total = max(gift.funding.amount for gift in paid)
    evidence = tuple(sorted(gift.id for gift in paid))
    sums = {"total": f"{total:.15g}", "promised": f"{pledge.funding.amount:.15g}"}
    status = "fulfilled" if total >= pledge.funding.amount else "partly"
    return _Outcome(status, evidence, explain("follow_up.paid", **sums))


def _reports(sighting: Sighting, deadline: str | None, promised: date | None) -> bool:
    """Does the sighting tell, after the announcement, that the meeting took place?"""
    if sighting.status != "held" or sighting.view.day is None or promised is None:
        return False
    first, _ = deadline_days(deadline)
    return sighting.view.day >= (first or promised) and sighting.view.day >= promised


def _is_larger(held: Sighting, planned: Sighting) -> bool:
    """Are these talks of no body in which others took part than those announced, so that they may be other talks?"""
    people = planned.people
    return not planned.meeting.body and len(people) >= _ENOUGH_PEOPLE and people < held.people


def _held(held: Sequence[Sighting], deadline: str | None) -> _Outcome:
    evidence = tuple(sorted(sighting.id for sighting in held))
    days = sorted(sighting.meeting.date for sighting in held if sighting.meeting.date)
    day = days[0] if days else when(held[0])
    place = next((sighting.meeting.city for sighting in held if sighting.meeting.city), None)
    key = f"follow_up.held{'_in' if place else ''}{'_on' if day else ''}"
    values = {"place": place, "day": day, "deadline": deadline}
    found, (_, last) = bounds(day) if day else None, deadline_days(deadline)
    if found and found[0] and last and found[0] > last:
        return _Outcome("partly", evidence, explain(f"{key}_late", **values))
    return _Outcome("fulfilled", evidence, explain(f"{key}_as_promised" if deadline else key, **values))
