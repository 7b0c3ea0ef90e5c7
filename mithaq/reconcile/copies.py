"""Copies: articles that share their text, found by MinHash sketches and aligned word by word.

A figure that five outlets print from one agency is one source with five printings; this module says which passages are
the same. Not for articles that tell the same in other words: those are stories.
Sketch: all hashes of word 5-grams below a bound ("scaled MinHash", Broder 1997), so that containment can be estimated
for texts of unlike length.
"""

import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mithaq.model.span import Span
from mithaq.reconcile.blocks import Groups, neighbour_pairs, shared_keys
from mithaq.reconcile.views import View
from mithaq.reconcile.words import WORD
from mithaq.text.fold import fold

_WORDS = 5
_SAMPLE = 8
# A pair is aligned when this share of the shorter sketch is common; the estimate is rough, so it lies below the bound.
_PROMISING = 0.15
# Share of the shorter text's 5-grams that must stand in the longer one. The dev pairs lie at 0.40 and above, rewritten
# reports of one event at 0.25 and below.
NEAR_COPY = 0.33
# Printings of one agency text come out within days; the same words a season later are a new printing of old text.
_COPIED_DAYS = 30
_NEIGHBOURS = 10
_PASSAGES = 20


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
    """Hashes of the 5-grams of a text in order; where its words begin and end."""

    hashes: "array[int]"
    starts: "array[int]"
    ends: "array[int]"

    def sample(self) -> frozenset[int]:
        """The hashes that stand for the text."""
        return frozenset(number for number in self.hashes if number % _SAMPLE == 0)


def find_copies(views: Sequence[View]) -> tuple[Copy, ...]:
    """Every pair of articles, published within a month, of which one holds a third or more of the other's words in the
    same order; sorted. Of a text printed very often, each printing is paired with those next to it in time."""
    by_id = {view.id: view for view in views}
    sketches = {view.id: _sketch(view.text) for view in views}
    samples = {article: sketch.sample() for article, sketch in sketches.items()}
    postings = shared_keys(samples)

    def order(article: str) -> tuple[object, ...]:
        day = by_id[article].day
        return (day is None, day or date.min, article)

    shared = Counter(
        (first, second) if first < second else (second, first)
        for _, first, second in neighbour_pairs(postings, order, _NEIGHBOURS)
        if _are_near(by_id[first], by_id[second])
    )
    found = (
        _compare(pair, sketches[pair[0]], sketches[pair[1]])
        for pair, count in sorted(shared.items())
        if count >= _PROMISING * min(len(samples[pair[0]]), len(samples[pair[1]]))
    )
    return tuple(copy for copy in found if copy is not None)


def _are_near(one: View, other: View) -> bool:
    return one.day is None or other.day is None or abs((one.day - other.day).days) <= _COPIED_DAYS


def copy_groups(articles: Sequence[str], copies: Sequence[Copy]) -> dict[str, str]:
    """For every article the one that stands for it and its copies."""
    groups = Groups(articles)
    for copy in copies:
        groups.join(copy.first, copy.second)
    return {article: groups.root(article) for article in articles}


def _sketch(text: str) -> _Sketch:
    starts, ends, words = array("I"), array("I"), []
    for found in WORD.finditer(text):
        starts.append(found.start())
        ends.append(found.end())
        words.append(fold(found.group()))
    grams = (" ".join(words[number : number + _WORDS]) for number in range(len(words) - _WORDS + 1))
    return _Sketch(array("I", [zlib.crc32(gram.encode("utf-8")) for gram in grams]), starts, ends)


def _compare(pair: tuple[str, str], first: _Sketch, second: _Sketch) -> Copy | None:
    one, other = set(first.hashes), set(second.hashes)
    common = len(one & other)
    containment = common / min(len(one), len(other))
    if containment < NEAR_COPY:
        return None
    return Copy(*pair, containment, common / len(one | other), _passages(first, second))


def _passages(first: _Sketch, second: _Sketch) -> tuple[tuple[Span, Span], ...]:
    """Runs of shared 5-grams, each as long as it goes on in both texts; the longest, longest first."""
    common = set(first.hashes) & set(second.hashes)
    at: dict[int, list[int]] = defaultdict(list)
    for place, number in enumerate(second.hashes):
        if number in common:
            at[number].append(place)
    runs: list[tuple[int, int, int]] = []
    following = 0
    for place, number in enumerate(first.hashes):
        if place >= following and number in common:
            length, other = max((_run_length(first, second, place, start), -start) for start in at[number])
            runs.append((-length, place, -other))
            following = place + length
    return tuple(
        (_run(first, start, -length), _run(second, other, -length)) for length, start, other in sorted(runs)[:_PASSAGES]
    )


def _run_length(first: _Sketch, second: _Sketch, place: int, other: int) -> int:
    """How many 5-grams are the same from here on; the stride doubles while they are and halves when they are not."""
    longest = min(len(first.hashes) - place, len(second.hashes) - other)
    length, stride = 0, 8
    while stride and length < longest:
        end = min(length + stride, longest)
        if first.hashes[place + length : place + end] == second.hashes[other + length : other + end]:
            length, stride = end, stride * 2
        else:
            stride //= 2
            longest = end - 1
    return length


def _run(sketch: _Sketch, start: int, length: int) -> Span:
    return Span(sketch.starts[start], sketch.ends[start + length + _WORDS - 2])
