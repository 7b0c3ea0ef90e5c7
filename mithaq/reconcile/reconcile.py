"""Claims of many articles in; stories, facts, disagreements and follow-ups out. Not for how any of them is found.

The order of the articles does not matter: everything is sorted by content before it is compared.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from mithaq.model.edtf import bounds
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.fact import Disagreement, Fact
from mithaq.model.judgement import Judgement
from mithaq.reconcile.changes import find_changes
from mithaq.reconcile.copies import find_copies
from mithaq.reconcile.events import find_events
from mithaq.reconcile.figures import settle_figures
from mithaq.reconcile.follow_up import Ground, follow_up_all, promises_of
from mithaq.reconcile.funding import find_gifts, settle_funding
from mithaq.reconcile.groupings import copy_facts, story_facts
from mithaq.reconcile.judgements import decide
from mithaq.reconcile.meetings import attending_claims, settle_meetings
from mithaq.reconcile.memberships import settle_memberships
from mithaq.reconcile.promises import find_undertakings
from mithaq.reconcile.settle import Printings
from mithaq.reconcile.stories import find_stories
from mithaq.reconcile.views import View, view_of


def reconcile(
    extractions: Iterable[Extraction], judgements: Iterable[Judgement] = (), as_of: str | None = None
) -> Reconciliation:
    """What the articles amount to together, under the judgements in force.

    ``as_of`` is the EDTF day promises are judged on; without it, the last day of publication among the articles.
    Stories and copies are facts too (kinds ``story`` and ``copies``).
    """
    decisions = decide(judgements)
    views = sorted((view_of(extraction, decisions.rejected) for extraction in extractions), key=lambda view: view.id)
    by_id = {view.id: view for view in views}
    stories = find_stories(views)
    copies = find_copies(views)
    printings = Printings(copies)
    story_of = {article: story.id for story in stories for article in story.articles}
    events = find_events(views, story_of, decisions)
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
    facts = [
        *(fact for fact, _ in settled),
        *(undertaking.fact for undertaking in undertakings),
        *find_changes(events, promises_of(undertakings)),
        *story_facts(stories, by_id),
        *copy_facts(by_id, copies),
    ]
    ground = Ground(numbered, tuple(gifts), _day_of_judging(views, as_of))
    return Reconciliation(
        facts=tuple(sorted(facts, key=lambda fact: (fact.kind, fact.id))),
        disagreements=tuple(
            sorted(
                (found for _, some in settled for found in some),
                key=lambda found: (found.about, found.reason, found.sides[0].claims),
            )
        ),
        follow_ups=tuple(sorted(follow_up_all(undertakings, ground), key=lambda found: found.commitment)),
    )


def _day_of_judging(views: Sequence[View], as_of: str | None) -> date | None:
    if as_of is not None:
        found = bounds(as_of)
        return found[1] if found else None
    return max((view.last_day for view in views if view.last_day), default=None)
