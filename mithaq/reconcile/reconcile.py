"""Claims of many articles in; stories, facts, disagreements and follow-ups out. Not for how any of them is found.

The order of the articles does not matter: everything is sorted by content before it is compared.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mithaq.errors import UsageError
from mithaq.model.edtf import bounds
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.fact import Disagreement, Fact
from mithaq.model.judgement import Judgement
from mithaq.reconcile.changes import find_changes
from mithaq.reconcile.copies import Copy, find_copies
from mithaq.reconcile.events import Event, find_events
from mithaq.reconcile.features import Features, features_of
from mithaq.reconcile.figures import settle_figures
from mithaq.reconcile.follow_up import Ground, follow_up_all
from mithaq.reconcile.funding import find_gifts, settle_funding
from mithaq.reconcile.groupings import copy_facts, story_facts
from mithaq.reconcile.infer import infer_days
from mithaq.reconcile.judgements import Decisions, Rebinding, decide
from mithaq.reconcile.meetings import attending_claims, settle_meetings
from mithaq.reconcile.memberships import settle_memberships
from mithaq.reconcile.promises import find_undertakings
from mithaq.reconcile.settle import Printings
from mithaq.reconcile.stories import Story, find_stories
from mithaq.reconcile.views import View, view_of


@dataclass(frozen=True, slots=True)
class Conclusions:
    """What articles amount to. ``dates`` are publication dates inferred, EDTF days marked as about, by article id."""

    dates: dict[str, str]
    reconciliation: Reconciliation


@dataclass(frozen=True, slots=True)
class _Grouped:
    """The articles, joined."""

    views: tuple[View, ...]
    stories: tuple[Story, ...]
    events: tuple[Event, ...]

    @property
    def story_of(self) -> dict[str, str]:
        return {article: story.id for story in self.stories for article in story.articles}


def conclude(
    extractions: Iterable[Extraction], judgements: Iterable[Judgement] = (), as_of: str | None = None
) -> Conclusions:
    """Dates inferred and, with them, everything else, reading the articles once.

    ``as_of`` is the EDTF day promises are judged on: what was published later counts for nothing. Without it, the last
    day of publication among the articles. Raises UsageError when it is no date.
    """
    day = _day(as_of) if as_of is not None else None
    articles, undated, decisions = _take_in(extractions, tuple(judgements), day)
    grouped = _group(articles, decisions)
    days = infer_days(undated, grouped.events, grouped.stories, articles)
    if days:
        dated = tuple(
            replace(view, day=days[view.id], last_day=days[view.id]) if view.id in days else view
            for view in grouped.views
        )
        stories = grouped.stories
        story_of = grouped.story_of
        grouped = _Grouped(dated, stories, find_events(dated, story_of, decisions))
    dates = {article: f"{day.isoformat()}~" for article, day in sorted(days.items())}
    return Conclusions(dates, _settle_all(grouped, decisions, day))


def reconcile(
    extractions: Iterable[Extraction], judgements: Iterable[Judgement] = (), as_of: str | None = None
) -> Reconciliation:
    """What the articles amount to together, under the judgements in force; see ``conclude``.

    Stories and copies are facts too (kinds ``story`` and ``copies``).
    """
    return conclude(extractions, judgements, as_of).reconciliation


def infer_dates(extractions: Iterable[Extraction]) -> dict[str, str]:
    """An EDTF day, marked as about (``~``), for each undated article whose story tells one, by article id.

    A date inferred before counts as none.
    """
    articles, undated, decisions = _take_in(extractions, (), None)
    if not undated:
        return {}
    grouped = _group(articles, decisions)
    days = infer_days(undated, grouped.events, grouped.stories, articles)
    return {article: f"{day.isoformat()}~" for article, day in sorted(days.items())}


def _take_in(
    extractions: Iterable[Extraction], judgements: Sequence[Judgement], day: date | None
) -> tuple[list[tuple[View, Features]], frozenset[str], Decisions]:
    """The articles published by ``day``, which of them are undated, and what people decided about their claims."""
    articles, undated = [], set()
    rebinding, decisions = Rebinding(judgements), decide(judgements)
    for extraction in extractions:
        article = extraction.article
        if article.published is None or article.published_basis == "inferred":
            undated.add(article.id)
        if rebinding.see(extraction):
            decisions = decide(rebinding.rebound(judgements))
        view = view_of(extraction, decisions, undated=article.id in undated)
        if day is None or view.day is None or view.day <= day:
            articles.append((view, features_of(extraction)))
    articles.sort(key=lambda entry: entry[0].id)
    return articles, frozenset(undated), decisions


def _group(articles: Sequence[tuple[View, Features]], decisions: Decisions) -> _Grouped:
    stories = find_stories(articles)
    story_of = {article: story.id for story in stories for article in story.articles}
    views = tuple(view for view, _ in articles)
    return _Grouped(views, stories, find_events(views, story_of, decisions))


def _settle_all(grouped: _Grouped, decisions: Decisions, day: date | None) -> Reconciliation:
    views, events, story_of = grouped.views, grouped.events, grouped.story_of
    copies = find_copies(views)
    printings = Printings(copies, decisions)
    gifts = find_gifts(views, story_of)
    undertakings = find_undertakings(views, story_of, decisions, printings)
    meetings = list(settle_meetings(events, printings))
    settled: list[tuple[Fact, tuple[Disagreement, ...]]] = [
        *meetings,
        *settle_figures(views, story_of, attending_claims(events), printings, decisions),
        *settle_funding(gifts, printings, decisions),
        *settle_memberships(views, printings),
    ]
    numbered = tuple(zip((fact.id for fact, _ in meetings), events, strict=True))
    ground = Ground(numbered, tuple(gifts), day or _last_day(views))
    follow_ups = sorted(follow_up_all(undertakings, ground), key=lambda found: found.commitment)
    kept = frozenset(found.commitment for found in follow_ups if found.status == "fulfilled")
    facts = [
        *(fact for fact, _ in settled),
        *(undertaking.fact for undertaking in undertakings),
        *find_changes(events, undertakings, kept),
        *_groupings(grouped, copies),
    ]
    disagreements = (found for _, some in settled for found in some)
    return Reconciliation(
        facts=tuple(sorted(facts, key=lambda fact: (fact.kind, fact.id))),
        disagreements=tuple(
            sorted(disagreements, key=lambda found: (found.about, found.reason, found.sides[0].claims))
        ),
        follow_ups=tuple(follow_ups),
    )


def _groupings(grouped: _Grouped, copies: Sequence[Copy]) -> Iterable[Fact]:
    by_id = {view.id: view for view in grouped.views}
    yield from story_facts(grouped.stories, by_id)
    yield from copy_facts(by_id, copies)


def _last_day(views: Sequence[View]) -> date | None:
    return max((view.last_day for view in views if view.last_day), default=None)


def _day(edtf: str) -> date:
    found = bounds(edtf)
    if found is None or found[1] is None:
        raise UsageError(f"{edtf!r} is no date; write it as 2022-05-12, 2022-05 or 2022")
    return found[1]
