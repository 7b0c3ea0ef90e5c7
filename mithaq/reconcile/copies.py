"""Copies: articles that share their text, found by MinHash sketches and aligned word by word.

A figure that five outlets print from one agency is one source with five printings; this module says which passages are
the same. Not for articles that tell the same in other words: those are stories.
Sketch: all hashes of word 5-grams below a bound ("scaled MinHash", Broder 1997), so that containment can be estimated
for texts of unlike length.
"""

import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from mithaq.model.span import Span
from mithaq.reconcile.blocks import Groups, neighbour_pairs
from mithaq.reconcile.views import View
from mithaq.reconcile.words import WORD
from mithaq.text.fold import fold

_WORDS = 5
_SAMPLE = 8
_SHARED_SAMPLES = 2
# Share of the shorter text's 5-grams that must stand in the longer one. The dev pairs lie at 0.40 and above, rewritten
# reports of one event at 0.25 and below.
NEAR_COPY = 0.33


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles with shared text. ``containment`` is the shared share of the shorter, ``resemblance`` of both;
    ``passages`` pair the same words in the first and the second, longest first."""

    first: str
    second: str
    containment: float
    resemblance: float
    passages: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class _Sketch:
    """Hashes of the 5-grams of a text in order, and where its words begin and end."""

    hashes: tuple[int, ...]
    places: tuple[tuple[int, int], ...]


def find_copies(views: Sequence[View]) -> tuple[Copy, ...]:
    """Every pair of articles of which one holds a third or more of the other's words in the same order; sorted."""
    sketches = {view.id: _sketch(view.text) for view in views}
    postings: dict[str, list[str]] = defaultdict(list)
    for article, sketch in sketches.items():
        for sampled in {number for number in sketch.hashes if number % _SAMPLE == 0}:
            postings[str(sampled)].append(article)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for _, first, second in neighbour_pairs(postings, lambda article: (article,)):
        shared[first, second] += 1
    found = (
        _compare(pair, sketches[pair[0]], sketches[pair[1]])
        for pair, count in sorted(shared.items())
        if count >= _SHARED_SAMPLES
    )
    return tuple(copy for copy in found if copy is not None)


def copy_groups(views: Sequence[View], copies: Sequence[Copy]) -> dict[str, str]:
    """For every article the one that stands for it and its copies."""
    groups = Groups(view.id for view in views)
    for copy in copies:
        groups.join(copy.first, copy.second)
    return {view.id: groups.root(view.id) for view in views}


def _sketch(text: str) -> _Sketch:
    places = tuple(found.span() for found in WORD.finditer(text))
    words = [fold(text[start:end]) for start, end in places]
    hashes = tuple(
        zlib.crc32(" ".join(words[number : number + _WORDS]).encode("utf-8"))
        for number in range(len(words) - _WORDS + 1)
    )
    return _Sketch(hashes, places)


def _compare(pair: tuple[str, str], first: _Sketch, second: _Sketch) -> Copy | None:
    one, other = set(first.hashes), set(second.hashes)
    common = len(one & other)
    containment = common / min(len(one), len(other))
    if containment < NEAR_COPY:
        return None
    return Copy(*pair, containment, common / len(one | other), _passages(first, second))


def _passages(first: _Sketch, second: _Sketch) -> tuple[tuple[Span, Span], ...]:
    """Runs of shared 5-grams that go on in both texts, each once, longest first."""
    at: dict[int, list[int]] = defaultdict(list)
    for place, number in enumerate(second.hashes):
        at[number].append(place)
    runs: dict[tuple[int, int], int] = {}
    length_before: dict[tuple[int, int], int] = {}
    for place, number in enumerate(first.hashes):
        length_here: dict[tuple[int, int], int] = {}
        for other in at.get(number, ()):
            length = length_before.get((place - 1, other - 1), 0) + 1
            length_here[place, other] = length
            runs.pop((place - 1, other - 1), None)
            runs[place, other] = length
        length_before = length_here
    ordered = sorted(runs.items(), key=lambda entry: (-entry[1], entry[0]))
    return tuple((_run(first, end, length), _run(second, other, length)) for (end, other), length in ordered)


def _run(sketch: _Sketch, end: int, length: int) -> Span:
    return Span(sketch.places[end - length + 1][0], sketch.places[end + _WORDS - 1][1])
