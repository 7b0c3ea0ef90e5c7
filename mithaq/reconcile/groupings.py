"""Stories and copies told as facts, so that they are kept, exported and shown like everything else concluded."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mithaq.model.claim import Meeting
from mithaq.model.fact import Fact
from mithaq.reconcile.copies import Copy, copy_groups
from mithaq.reconcile.stories import Story
from mithaq.reconcile.views import View


def story_facts(stories: Iterable[Story], views: Mapping[str, View]) -> Iterator[Fact]:
    """A fact of kind ``story`` for each story of two articles or more, supported by the meetings they tell of."""
    for story in stories:
        if len(story.articles) < 2:
            continue
        told = [views[article] for article in story.articles]
        claims = sorted(number for view in told for number, claim in view.claims if isinstance(claim.content, Meeting))
        slots: dict[str, object] = {
            "articles": list(story.articles),
            "files": sorted(view.file for view in told),
            "languages": sorted({view.language for view in told}),
            "parts": {article: part for article, part in story.parts},
        }
        slots |= {"day": story.day.isoformat()} if story.day else {}
        yield Fact(story.id, "story", tuple(sorted(slots.items())), tuple(claims))


def copy_facts(views: Mapping[str, View], copies: Sequence[Copy]) -> Iterator[Fact]:
    """A fact of kind ``copies`` for each group of articles that print one text; ``passages`` give the longest shared
    passage of each pair as ``[start, end]`` in both."""
    by_group: dict[str, list[Copy]] = defaultdict(list)
    groups = copy_groups(sorted(views), copies)
    for copy in copies:
        by_group[groups[copy.first]].append(copy)
    for group, found in sorted(by_group.items()):
        articles = sorted({article for copy in found for article in (copy.first, copy.second)})
        slots = {
            "articles": articles,
            "files": sorted(views[article].file for article in articles),
            "outlets": sorted({views[article].outlet for article in articles}),
            "passages": [_passage(copy) for copy in found],
        }
        identity = hashlib.sha256("\x1f".join(["copies", group, *articles]).encode("utf-8")).hexdigest()[:16]
        yield Fact(identity, "copies", tuple(sorted(slots.items())), ())


def _passage(copy: Copy) -> dict[str, object]:
    first, second = copy.passages[0]
    return {
        "containment": round(copy.containment, 3),
        "first": copy.first,
        "first_passage": [first.start, first.end],
        "second": copy.second,
        "second_passage": [second.start, second.end],
    }
