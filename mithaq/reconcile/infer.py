"""Publication dates of articles that have none, concluded from the other reports of their meeting or story."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from mithaq.model.edtf import bounds, is_day
from mithaq.reconcile.events import Event
from mithaq.reconcile.features import Features
from mithaq.reconcile.stories import Story
from mithaq.reconcile.views import View

_NEWS_DAYS = 5


# What ties an article to an event: the same people are in many.
_TIES = frozenset(("organisation", "place", "date", "number"))


def infer_days(
    undated: frozenset[str],
    events: Sequence[Event],
    stories: Iterable[Story],
    articles: Iterable[tuple[View, Features]],
) -> dict[str, date]:
    """A day for each undated article (by id) whose meeting or story tells one.

    The day of the first meeting it tells of, as reports of that meeting give it, else the first day on which others of its
    story came out that share a body, a place, a date or a number with it. Never today's.
    """
    return _from_stories(stories, {view.id: (view, features) for view, features in articles}, undated) | _from_events(
        events, undated
    )


def _from_events(events: Iterable[Event], undated: frozenset[str]) -> dict[str, date]:
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


def _from_stories(
    stories: Iterable[Story], articles: Mapping[str, tuple[View, Features]], undated: frozenset[str]
) -> dict[str, date]:
    found = {}
    for story in stories:
        for article in undated & set(story.articles):
            ties = _ties(articles[article][1])
            days = [
                view.day
                for view, features in (articles[other] for other in story.articles)
                if view.day is not None and not ties.isdisjoint(features.named)
            ]
            if days:
                found[article] = min(days)
    return found


def _ties(features: Features) -> frozenset[str]:
    return frozenset(key for key in features.named if key.partition(":")[0] in _TIES)
