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
        self._places = dict(zip(features, range(len(features)), strict=True))
        self._packed = packed
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
        total = 0
        for feature in features:
            place = self._places.get(feature)
            if place is not None:
                total += int.from_bytes(self._packed[place * WIDTH : (place + 1) * WIDTH], "little", signed=True)
        return total

    def decode(self, packed: Sequence[int]) -> tuple[list[int], list[float]]:
        """The best labels of a sentence, given each token's packed weights, and how likely each is (0 to 1)."""
        scores = [self._scores(weights) for weights in packed]
        labels = self._best(scores)
        if not any(labels):
            return labels, [1.0] * len(labels)
        return labels, self._likelihoods(scores, labels)

    def distance(self, packed: int, sort: int) -> float:
        """How far a token's own weights are from making it part of a name of a sort (counted from 1)."""
        scores = self._scores(packed)
        return scores[0] - max(scores[2 * sort - 1], scores[2 * sort])

    def _scores(self, packed: int) -> list[float]:
        lanes = _UNPACK((packed + _OFFSET).to_bytes(WIDTH, "little"))
        scores = [(lane - _ZERO) / SCALE for lane in lanes]
        scores[0] -= self._bias
        return scores

    def _best(self, scores: Sequence[Sequence[float]]) -> list[int]:
        if not scores:
            return []
        into = self._into
        current = [score if label in _STARTS else _NEVER for label, score in enumerate(scores[0])]
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
        labels = [current.index(max(current))]
        for pointer in reversed(pointers):
            labels.append(pointer[labels[-1]])
        return labels[::-1]

    def _likelihoods(self, scores: Sequence[Sequence[float]], labels: Sequence[int]) -> list[float]:
        emitted = [_exponents(row) for row in scores]
        forward = [[one if label in _STARTS else 0.0 for label, one in enumerate(emitted[0])]]
        for row in emitted[1:]:
            last = forward[-1]
            now = [sum(map(mul, last, self._factors[label])) * row[label] for label in range(len(LABELS))]
            for label in _INSIDE:
                factors = self._factors[label]
                now[label] = (last[label - 1] * factors[label - 1] + last[label] * factors[label]) * row[label]
            forward.append(_scaled(now))
        backward = [1.0] * len(LABELS)
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


def _exponents(row: Sequence[float]) -> list[float]:
    most = max(row)
    return [exp(score - most) for score in row]


def _scaled(row: list[float]) -> list[float]:
    total = sum(row)
    return [one / total for one in row] if total else row
