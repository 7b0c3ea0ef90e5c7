"""How alike two articles are: weighted features, cosine. It says what may be one story, never what contradicts."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mithaq.reconcile.features import Features
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
# What is rare cannot be told from a few articles: it is judged as if there were at least so many. Among the dev stories
# and samples of 5 to 45 articles of them, 64 to 512 do about as well; 1 tears reports of one event apart.
_FEWEST = 128
# The weightiest features are kept; the rest of a long article adds cost and little else.
_KEPT = 160


@dataclass(frozen=True, slots=True)
class Vectors:
    """Features of one article, weighted, each of length one: ``named`` across languages, ``worded`` in its own."""

    named: Mapping[str, float]
    worded: Mapping[str, float]


class Rarity:
    """How rare each feature is among the articles. Counts are taken in coarse steps (powers of two), so that one more
    article seldom changes the weights of the others."""

    def __init__(self, articles: Iterable[Features]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for features in articles:
            total += 1
            counts.update(features.named.keys())
            counts.update(features.worded.keys())
        self._most = round(math.log2(max(total, _FEWEST))) + 1
        self._weights = {key: self._most - round(math.log2(count)) for key, count in counts.items() if count > 1}

    def vectors(self, features: Features) -> Vectors:
        """The weighted features of one article. Those of no other article are left out, but lengthen the vector: what an
        article alone tells makes it less like the others."""
        return Vectors(self._weighted(features.named, _WEIGHTS), self._weighted(features.worded, {}))

    def _weighted(self, counts: Mapping[str, int], kinds: Mapping[str, float]) -> dict[str, float]:
        shared: dict[str, float] = {}
        alone = 0.0
        for key, count in counts.items():
            amount = (1 + math.log(count)) * kinds.get(key.partition(":")[0], 1.0)
            weight = self._weights.get(key)
            if weight is None:
                alone += (amount * self._most) ** 2
            else:
                shared[key] = amount * weight
        return _unit(shared, alone)


def _unit(vector: Mapping[str, float], alone: float) -> dict[str, float]:
    """The heaviest features, heaviest first, scaled so that the whole vector had length one; ``alone`` is the square of
    the length of what is not in it."""
    kept = sorted(vector.items(), key=lambda entry: (-entry[1], entry[0]))[:_KEPT]
    length = math.sqrt(math.fsum((*(amount * amount for amount in vector.values()), alone)))
    return {key: amount / length for key, amount in kept} if length else {}


def cosine(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """The cosine of two vectors of length one."""
    if len(first) > len(second):
        first, second = second, first
    return sum([first[key] * second[key] for key in first if key in second])


def likeness(first: tuple[View, Vectors], second: tuple[View, Vectors]) -> float:
    """0 to 1: names, numbers and dates; in one language the words too; less when the articles lie weeks apart."""
    (one, one_vectors), (other, other_vectors) = first, second
    near = nearness(one, other)
    alike = cosine(one_vectors.named, other_vectors.named)
    if one.language == other.language:
        alike = (alike + cosine(one_vectors.worded, other_vectors.worded)) / 2
    return alike * near


def nearness(one: View, other: View) -> float:
    """1 within a week, then less; 1 when a day is not known."""
    if one.day is None or other.day is None:
        return 1.0
    apart = abs((one.day - other.day).days)
    return 1.0 if apart <= _FREE_DAYS else math.exp(-(apart - _FREE_DAYS) / _FADING_DAYS)
