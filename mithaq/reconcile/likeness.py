"""How alike two articles are: weighted features, cosine. It says what may be one story, never what contradicts."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mithaq.reconcile.views import View

# Weight of a kind of feature beside its rarity: a person says more than a country. Tuned on the grouped dev stories and
# on the parallel documents together.
_WEIGHTS = {
    "person": 1.5, "organisation": 1.0, "place": 1.2, "country": 0.5, "number": 1.0, "date": 1.0,
    "consonants": 0.7, "capitals": 0.7,
}  # fmt: skip
# Days two articles may lie apart without loss; beyond, likeness fades with this time constant.
_FREE_DAYS = 7
_FADING_DAYS = 60.0


@dataclass(frozen=True, slots=True)
class Vectors:
    """Features of one article, weighted, each of length one: ``named`` across languages, ``worded`` in its own."""

    named: Mapping[str, float]
    worded: Mapping[str, float]


class Rarity:
    """How rare each feature is among the articles. Counts are taken in coarse steps (powers of two), so that one more
    article seldom changes the weights of the others."""

    def __init__(self, views: Iterable[View]) -> None:
        self._counts: Counter[str] = Counter()
        self._articles = 0
        for view in views:
            self._articles += 1
            self._counts.update(view.named.keys())
            self._counts.update(f"{view.language}:{word}" for word in view.worded)

    def weight(self, feature: str) -> float:
        """0 for a feature of one article only, else the more the rarer."""
        count = self._counts[feature]
        if count < 2:
            return 0.0
        return math.log2(_step(self._articles) * 2) - math.log2(_step(count))

    def vectors(self, view: View) -> Vectors:
        """The weighted features of one article."""
        named = {key: amount * self.weight(key) * _WEIGHTS[key.partition(":")[0]] for key, amount in view.named.items()}
        worded = {key: amount * self.weight(f"{view.language}:{key}") for key, amount in view.worded.items()}
        return Vectors(_unit(named), _unit(worded))


def _step(count: int) -> float:
    return 2.0 ** round(math.log2(max(count, 1)))


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(amount * amount for amount in vector.values()))
    return {key: amount / length for key, amount in sorted(vector.items()) if amount} if length else {}


def cosine(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """The cosine of two vectors of length one."""
    if len(first) > len(second):
        first, second = second, first
    return math.fsum(amount * second[key] for key, amount in first.items() if key in second)


def likeness(first: tuple[View, Vectors], second: tuple[View, Vectors]) -> float:
    """0 to 1: names, numbers and dates; in one language the words too; less when the articles lie weeks apart."""
    (one, one_vectors), (other, other_vectors) = first, second
    alike = cosine(one_vectors.named, other_vectors.named)
    if one.language == other.language:
        alike = (alike + cosine(one_vectors.worded, other_vectors.worded)) / 2
    return alike * nearness(one, other)


def nearness(one: View, other: View) -> float:
    """1 within a week, then less; 1 when a day is not known."""
    if one.day is None or other.day is None:
        return 1.0
    apart = abs((one.day - other.day).days)
    return 1.0 if apart <= _FREE_DAYS else math.exp(-(apart - _FREE_DAYS) / _FADING_DAYS)
