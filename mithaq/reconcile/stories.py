"""Stories: articles about one event, joined across languages by names, numbers, dates and words.

Not for what the articles agree on: that is facts. Measured with ``bench/stories.py``.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal

from mithaq.model.claim import Meeting
from mithaq.model.edtf import bounds, is_day
from mithaq.reconcile.blocks import neighbour_pairs, shared_keys
from mithaq.reconcile.features import Features
from mithaq.reconcile.likeness import Rarity, Vectors, likeness, nearness
from mithaq.reconcile.linkage import average_linkage
from mithaq.reconcile.views import View

Part = Literal["preview", "report", "mention"]

# Two articles this alike, on average over their groups, tell one story. BCubed F1 on the grouped dev articles and on
# samples of 12 to 45 of them stays above 0.93 from 0.16 to 0.22.
ALIKE = 0.18
# Features an article is looked up by, the weightiest first.
_NAMED_KEYS = 14
_WORD_KEYS = 6
_COMPARED = 20
# An article this many days after the event looks back at it.
_LATER_DAYS = 4


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event, by id, sorted. ``day`` is the event's (None when unknown); ``parts`` tell by article
    whether it looks ahead, reports the day or mentions it later."""

    id: str
    articles: tuple[str, ...]
    day: date | None
    parts: tuple[tuple[str, Part], ...]


class Likenesses:
    """How alike the articles of one record are, worked out only where it is asked for."""

    def __init__(self, articles: Sequence[tuple[View, Features]]) -> None:
        rarity = Rarity(features for _, features in articles)
        self.views = {view.id: view for view, _ in articles}
        self._vectors: dict[str, Vectors] = {view.id: rarity.vectors(features) for view, features in articles}
        self._known: dict[tuple[str, str], float] = {}

    def alike(self, first: str, second: str) -> float:
        """The likeness of two articles, 0 to 1."""
        pair = (first, second) if first < second else (second, first)
        if pair not in self._known:
            one, other = pair
            self._known[pair] = likeness(
                (self.views[one], self._vectors[one]), (self.views[other], self._vectors[other])
            )
        return self._known[pair]

    def links(self) -> dict[tuple[str, str], float]:
        """The likeness of the pairs worth comparing: each article with those that share its most telling features."""
        shared: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        weights = {article: self._keys(article) for article in self.views}
        for key, first, second in neighbour_pairs(shared_keys(weights), self._order):
            strength = weights[first][key] * weights[second][key] * nearness(self.views[first], self.views[second])
            shared[first][second] += strength
            shared[second][first] += strength
        found: dict[tuple[str, str], float] = {}
        for first in sorted(shared):
            ranked = sorted(shared[first].items(), key=lambda entry: (-round(entry[1], 12), entry[0]))
            for second, _ in ranked[:_COMPARED]:
                pair = (first, second) if first < second else (second, first)
                found[pair] = self.alike(first, second)
        return dict(sorted(found.items()))

    def _keys(self, article: str) -> dict[str, float]:
        vectors = self._vectors[article]
        return {**_heaviest(vectors.named, _NAMED_KEYS), **_heaviest(vectors.worded, _WORD_KEYS)}

    def _order(self, article: str) -> tuple[object, ...]:
        day = self.views[article].day
        return (day is None, day or date.min, article)


def _heaviest(vector: Mapping[str, float], count: int) -> dict[str, float]:
    return dict(islice(vector.items(), count))  # vectors are sorted


def find_stories(articles: Sequence[tuple[View, Features]]) -> tuple[Story, ...]:
    """Every article in exactly one story, alone if need be; sorted by id of the first article."""
    ordered = sorted(articles, key=lambda article: article[0].id)
    likenesses = Likenesses(ordered)
    groups = average_linkage([view.id for view, _ in ordered], likenesses.links(), likenesses.alike, ALIKE)
    return tuple(_story([likenesses.views[article] for article in group]) for group in groups)


def _story(views: Sequence[View]) -> Story:
    articles = tuple(view.id for view in views)
    day = event_day(views)
    identity = hashlib.sha256("\x1f".join(articles).encode("utf-8")).hexdigest()[:16]
    return Story(identity, articles, day, tuple((view.id, _part(view, day)) for view in views))


def event_day(views: Sequence[View]) -> date | None:
    """The day most articles give for a meeting (the earliest among equals); else the first day of publication."""
    told: Counter[date] = Counter()
    for view in views:
        days = {
            claim.content.date for _, claim in view.claims if isinstance(claim.content, Meeting) and claim.content.date
        }
        for edtf in days:
            found = bounds(edtf) if is_day(edtf) else None
            if found and found[0] and _is_near(found[0], views):
                told[found[0]] += 1
    if told:
        return min(told, key=lambda day: (-told[day], day))
    return min((view.day for view in views if view.day), default=None)


def _is_near(day: date, views: Sequence[View]) -> bool:
    days = [view.day for view in views if view.day]
    return not days or any(abs((published - day).days) <= _LATER_DAYS for published in days)


def _part(view: View, day: date | None) -> Part:
    if day is None or view.day is None:
        return "report"
    if (view.day - day).days > _LATER_DAYS:
        return "mention"
    planned = [claim.content.status == "planned" for _, claim in view.claims if isinstance(claim.content, Meeting)]
    ahead = view.day < day or (view.day == day and bool(planned) and all(planned))
    return "preview" if ahead else "report"
