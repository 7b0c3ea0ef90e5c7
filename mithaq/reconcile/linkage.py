"""Average linkage: groups whose members are alike on average. Not for what makes two things alike."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from mithaq.reconcile.blocks import Groups

# Above this many members a connected piece is first cut at a higher threshold: linkage costs the square of its size.
_LARGEST_PIECE = 300
_RISE = 1.15


def average_linkage(
    items: Sequence[str],
    links: Mapping[tuple[str, str], float],
    alike: Callable[[str, str], float],
    threshold: float,
) -> list[tuple[str, ...]]:
    """Groups of ``items``, merged best first while two groups are alike on average by ``threshold`` or more.

    ``links`` holds the likeness of the pairs worth looking at, keys sorted; ``alike`` tells any pair inside one piece.
    Only pieces connected by links of ``threshold`` can merge, so pieces are worked on alone.
    """
    found: list[tuple[str, ...]] = []
    for piece in _pieces(items, links, threshold):
        found.extend(_merge(piece, alike, threshold) if len(piece) > 1 else [piece])
    return sorted(found)


def _pieces(
    items: Iterable[str], links: Mapping[tuple[str, str], float], threshold: float
) -> Iterable[tuple[str, ...]]:
    kept = {pair: strength for pair, strength in links.items() if strength >= threshold}
    groups = Groups(items)
    for first, second in kept:
        groups.join(first, second)
    pieces = groups.all()
    links_of: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
    for pair, strength in kept.items():
        links_of[groups.root(pair[0])][pair] = strength
    for piece in pieces:
        if len(piece) > _LARGEST_PIECE:
            yield from _pieces(piece, links_of[groups.root(piece[0])], threshold * _RISE)
        else:
            yield piece


def _merge(piece: tuple[str, ...], alike: Callable[[str, str], float], threshold: float) -> list[tuple[str, ...]]:
    members: dict[int, tuple[str, ...]] = {number: (item,) for number, item in enumerate(piece)}
    sums: dict[int, dict[int, float]] = {number: {} for number in members}
    heap: list[tuple[float, tuple[str, ...], tuple[str, ...], int, int]] = []
    for first in members:
        for second in range(first + 1, len(piece)):
            strength = alike(piece[first], piece[second])
            sums[first][second] = sums[second][first] = strength
            if strength >= threshold:
                heap.append((-strength, members[first], members[second], first, second))
    heapq.heapify(heap)
    following = len(piece)
    while heap:
        *_, first, second = heapq.heappop(heap)
        if first not in members or second not in members:
            continue
        merged = tuple(sorted(members.pop(first) + members.pop(second)))
        sums[following] = {}
        for other in members:
            total = sums[other].pop(first) + sums[other].pop(second)
            sums[other][following] = sums[following][other] = total
            average = total / (len(merged) * len(members[other]))
            if average >= threshold:
                low, high = sorted((merged, members[other]))
                heapq.heappush(heap, (-average, low, high, following, other))
        members[following] = merged
        following += 1
    return sorted(members.values())
