"""A linear-chain model over seven labels: sums weights, weighs label sequences, says how likely each label is.

Forward-backward and decoding as in Lafferty, McCallum and Pereira, "Conditional Random Fields" (2001). Not for features.
"""

from collections.abc import Iterable, Mapping, Sequence
from json import loads
from math import exp
from operator import add, mul
from pathlib import Path
from struct import Struct
from zipfile import ZipFile

WEIGHTS_FILE = Path(__file__).with_name("tagger_weights.zip")
LABELS = ("O", "B-person", "I-person", "B-place", "I-place", "B-organisation", "I-organisation")
"""Outside; beginning and inside of each sort."""
SCALE = 1024
"""Weights are kept as whole numbers, this many to one natural unit."""
LANE = 4
WIDTH = LANE * len(LABELS)
_UNPACK = Struct(f"<{len(LABELS)}I").unpack
_ZERO = 1 << (8 * LANE - 1)
_OFFSET = sum(_ZERO << (8 * LANE * lane) for lane in range(len(LABELS)))
# By so much a token's own weights must speak for outside to settle it: on ANERcorp that changed 2 of 125,805 labels.
_CERTAIN = 6.5
_STARTS = (0, 1, 3, 5)
_NEVER = -1e9
_INSIDE = (2, 4, 6)


class TaggerModel:
    """Weights of features for each label, and of each label after each other.

    The seven weights of a feature are one whole number of seven 32-bit lanes, so that one addition adds seven weights.
    """

    def __init__(
        self, features: Sequence[str], packed: bytes, transitions: Sequence[Sequence[float]], bias: float
    ) -> None:
        rows = (packed[start : start + WIDTH] for start in range(0, len(packed), WIDTH))
        weights = (int.from_bytes(row, "little", signed=True) for row in rows)
        self._weights = dict(zip(features, weights, strict=True))
        self._into = [[row[label] for row in transitions] for label in range(len(LABELS))]
        self._factors = [[exp(weight) for weight in column] for column in self._into]
        self._out_of = [
            [exp(transitions[label][after]) if _may_follow(label, after) else 0.0 for after in range(len(LABELS))]
            for label in range(len(LABELS))
        ]
        self._bias = bias

    @classmethod
    def load(cls, path: Path = WEIGHTS_FILE) -> "TaggerModel":
        """The shipped weights. Raises OSError when the file is missing, KeyError when it is no such file."""
        with ZipFile(path) as archive:
            features = archive.read("features.txt").decode("utf-8").split("\n")
            packed = archive.read("weights.bin")
            settings = loads(archive.read("settings.json"))
        return cls(features, packed, settings["transitions"], settings["outside_bias"])

    def weigh(self, features: Iterable[str]) -> int:
        """The summed weights of some features, packed."""
        return sum(filter(None, map(self._weights.get, features)))

    def decode(self, packed: Sequence[int]) -> tuple[list[int], list[float]]:
        """The best labels of a sentence, given each token's packed weights, and how likely each is (0 to 1)."""
        scores = [self._scores(weights) for weights in packed]
        labels, likely = [0] * len(scores), [1.0] * len(scores)
        for start, end in _open_stretches(scores):
            edges = start > 0, end < len(scores)
            best = self._best(scores[start:end], *edges)
            if any(best):
                labels[start:end] = best
                likely[start:end] = self._likelihoods(scores[start:end], best, *edges)
        return labels, likely

    def distance(self, packed: int, sort: int) -> float:
        """How far a token's own weights are from making it part of a name of a sort (counted from 1)."""
        scores = self._scores(packed)
        return scores[0] - max(scores[2 * sort - 1], scores[2 * sort])

    def _scores(self, packed: int) -> list[float]:
        lanes = _UNPACK((packed + _OFFSET).to_bytes(WIDTH, "little"))
        scores = [(lane - _ZERO) / SCALE for lane in lanes]
        scores[0] -= self._bias
        return scores

    def _best(self, scores: Sequence[Sequence[float]], after_outside: bool, before_outside: bool) -> list[int]:
        """The best labels of a stretch (Viterbi); the flags say whether a token outside stands on either side."""
        into = self._into
        current = [_NEVER] * len(LABELS)
        for label in _STARTS:
            current[label] = scores[0][label] + (into[label][0] if after_outside else 0.0)
        pointers: list[list[int]] = []
        for emitted in scores[1:]:
            reached = [0.0] * len(LABELS)
            pointer = [0] * len(LABELS)
            for label in _STARTS:
                sums = list(map(add, current, into[label]))
                best = max(sums)
                pointer[label] = sums.index(best)
                reached[label] = best + emitted[label]
            for label in _INSIDE:
                begun = current[label - 1] + into[label][label - 1]
                going = current[label] + into[label][label]
                pointer[label] = label if going > begun else label - 1
                reached[label] = max(begun, going) + emitted[label]
            pointers.append(pointer)
            current = reached
        if before_outside:
            current = list(map(add, current, into[0]))
        labels = [current.index(max(current))]
        for pointer in reversed(pointers):
            labels.append(pointer[labels[-1]])
        return labels[::-1]

    def _likelihoods(
        self, scores: Sequence[Sequence[float]], labels: Sequence[int], after_outside: bool, before_outside: bool
    ) -> list[float]:
        """How likely each label of a stretch is (forward-backward)."""
        emitted = [_exponents(row) for row in scores]
        first = [0.0] * len(LABELS)
        for label in _STARTS:
            first[label] = emitted[0][label] * (self._factors[label][0] if after_outside else 1.0)
        forward = [first]
        for row in emitted[1:]:
            last = forward[-1]
            now = [0.0] * len(LABELS)
            for label in _STARTS:
                now[label] = sum(map(mul, last, self._factors[label])) * row[label]
            for label in _INSIDE:
                factors = self._factors[label]
                now[label] = (last[label - 1] * factors[label - 1] + last[label] * factors[label]) * row[label]
            forward.append(_scaled(now))
        backward = list(self._factors[0]) if before_outside else [1.0] * len(LABELS)
        likely = [1.0] * len(labels)
        for place in range(len(labels) - 1, -1, -1):
            weights = list(map(mul, forward[place], backward))
            total = sum(weights)
            likely[place] = weights[labels[place]] / total if total else 0.0
            ahead = list(map(mul, emitted[place], backward))
            backward = _scaled([sum(map(mul, ahead, self._out_of[label])) for label in range(len(LABELS))])
        return likely


def pack_weights(weights: Mapping[str, int]) -> int:
    """Whole weights by label as one number."""
    return sum(weight << (8 * LANE * LABELS.index(label)) for label, weight in weights.items())


def _may_follow(label: int, after: int) -> bool:
    return after in _STARTS or label in (after, after - 1)


def _open_stretches(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Longest rows of tokens none of which is surely outside: first token, one past the last."""
    stretches = []
    start = 0
    for place, row in enumerate(scores):
        if row[0] - max(row[1:]) > _CERTAIN:
            if place > start:
                stretches.append((start, place))
            start = place + 1
    if start < len(scores):
        stretches.append((start, len(scores)))
    return stretches


def _exponents(row: Sequence[float]) -> list[float]:
    most = max(row)
    return [exp(score - most) for score in row]


def _scaled(row: list[float]) -> list[float]:
    total = sum(row)
    return [one / total for one in row] if total else row
