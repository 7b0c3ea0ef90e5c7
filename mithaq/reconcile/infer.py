"""Publication dates of articles that have none, concluded from the other reports of their meeting or story."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

from mithaq.model.edtf import bounds, is_day
from mithaq.reconcile.events import Event
from mithaq.reconcile.stories import Story
from mithaq.reconcile.views import View

_NEWS_DAYS = 5


def infer_days(
    undated: Collection[str], events: Sequence[Event], stories: Iterable[Story], views: Mapping[str, View]
) -> dict[str, date]:
    """A day for each undated article (by id) whose meeting or story tells one.

    The day of the first meeting it tells of, as reports of that meeting give it, else the first day its story was published
    on. Never today's.
    """
    return _from_stories(stories, views, undated) | _from_events(events, undated)


def _from_events(events: Iterable[Event], undated: Collection[str]) -> dict[str, date]:
    first: dict[str, tuple[int, str, date]] = {}
    for event in events:
        day = _day(event)
        for sighting in event.sightings:
            if day and sighting.view.id in undated:
                place = (sighting.claim.span.start, sighting.id, day)
                first[sighting.view.id] = min(first.get(sighting.view.id, place), place)
    return {article: day for article, (_, _, day) in first.items()}


def _day(event: Event) -> date | None:
    """The day reports give; else the day before the first of them came out, if they came as news."""
    held = [sighting for sighting in event.sightings if sighting.status == "held"]
    told = Counter(day for sighting in held if (day := sighting.meeting.date) and is_day(day))
    if told:
        found = bounds(min(told, key=lambda day: (-told[day], day)))
        return found[0] if found else None
    published = sorted(sighting.view.day for sighting in held if sighting.view.day)
    if not published or (published[-1] - published[0]).days > _NEWS_DAYS:
        return None
    return published[0] - timedelta(days=1)


def _from_stories(stories: Iterable[Story], views: Mapping[str, View], undated: Collection[str]) -> dict[str, date]:
    found = {}
    for story in stories:
        days = [day for article in story.articles if (day := views[article].day) is not None]
        for article in story.articles:
            if days and article in undated:
                found[article] = min(days)
    return found
