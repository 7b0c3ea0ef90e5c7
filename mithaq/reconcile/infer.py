"""Publication dates of articles that have none, concluded from the other reports of their meeting or story."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from mithaq.model.edtf import bounds, is_day
from mithaq.model.extraction import Extraction
from mithaq.reconcile.events import Event, find_events
from mithaq.reconcile.judgements import decide
from mithaq.reconcile.stories import Story, find_stories
from mithaq.reconcile.views import View, view_of

_NEWS_DAYS = 5


def infer_dates(extractions: Iterable[Extraction]) -> dict[str, str]:
    """An EDTF day for each undated article whose story tells one, by article id; marked as about (``~``).

    The day of the meeting it reports, as other reports tell it, or the first day its story was published on. Never
    today's. A date inferred before counts as none.
    """
    views, undated = [], set()
    for extraction in extractions:
        article = extraction.article
        if article.published is None or article.published_basis == "inferred":
            undated.add(article.id)
        views.append(view_of(extraction, undated=article.id in undated))
    if not undated:
        return {}
    stories = find_stories(views)
    story_of = {article: story.id for story in stories for article in story.articles}
    by_id = {view.id: view for view in views}
    found = _from_stories(stories, by_id, undated) | _from_events(find_events(views, story_of, decide(())), undated)
    return {article: f"{day.isoformat()}~" for article, day in sorted(found.items())}


def _from_events(events: Iterable[Event], undated: set[str]) -> dict[str, date]:
    """The day of the first held meeting an undated article tells of that others, or it itself, put on a day."""
    first: dict[str, tuple[int, str, date]] = {}
    for event in events:
        day = _day(event)
        for sighting in event.sightings:
            if day and sighting.view.id in undated and sighting.status == "held":
                place = (sighting.claim.span.start, sighting.id, day)
                first[sighting.view.id] = min(first.get(sighting.view.id, place), place)
    return {article: day for article, (_, _, day) in first.items()}


def _day(event: Event) -> date | None:
    """The day dated reports give; else the day before the first of them came out, if it came as news."""
    told = Counter(
        sighting.meeting.date
        for sighting in event.sightings
        if sighting.meeting.date and is_day(sighting.meeting.date) and sighting.status == "held"
    )
    if told:
        found = bounds(min(told, key=lambda day: (-told[day], day)))
        return found[0] if found else None
    published = sorted(
        sighting.view.day for sighting in event.sightings if sighting.view.day and sighting.status == "held"
    )
    close = [day for day in published if (day - published[0]).days <= _NEWS_DAYS]
    return published[0] - timedelta(days=1) if close else None


def _from_stories(stories: Iterable[Story], by_id: dict[str, View], undated: set[str]) -> dict[str, date]:
    found = {}
    for story in stories:
        days = [day for article in story.articles if (day := by_id[article].day) is not None]
        for article in story.articles:
            if days and article in undated:
                found[article] = min(days)
    return found
