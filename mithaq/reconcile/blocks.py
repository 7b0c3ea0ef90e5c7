"""Which articles are worth comparing at all: those that share a telling key, so that cost grows with what happened.

Not for deciding anything: a block proposes, its users decide.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)
Key = TypeVar("Key", str, int)

# In a list of articles that share a key, each is paired with this many that stand next to it: a key that half the
# press shares costs no more than its length.
NEIGHBOURS = 24


def shared_keys(keys_of: Mapping[Item, Iterable[Key]]) -> dict[Key, list[Item]]:
    """The items of each key that at least two of them have."""
    counts = Counter(key for keys in keys_of.values() for key in keys)
    postings: dict[Key, list[Item]] = {key: [] for key, count in counts.items() if count > 1}
    for item, keys in keys_of.items():
        for key in keys:
            if key in postings:
                postings[key].append(item)
    return postings


def neighbour_pairs(
    postings: Mapping[Key, Sequence[Item]], order: Callable[[Item], tuple[object, ...]], reach: int = NEIGHBOURS
) -> Iterator[tuple[Key, Item, Item]]:
    """Every key with each pair of items that stand within ``reach`` of each other under it, in the order of ``order``."""
    for key in sorted(postings):
        items = sorted(postings[key], key=order)
        for number, first in enumerate(items):
            for second in items[number + 1 : number + 1 + reach]:
                yield key, first, second


class Groups:
    """Items that belong together, joined pair by pair. The same for every order of joining."""

    def __init__(self, items: Iterable[str]) -> None:
        self._parent = {item: item for item in items}

    def root(self, item: str) -> str:
        """The item that stands for the group of ``item``."""
        found = item
        while self._parent[found] != found:
            found = self._parent[found]
        while self._parent[item] != found:
            self._parent[item], item = found, self._parent[item]
        return found

    def join(self, first: str, second: str) -> None:
        """Make one group of two."""
        low, high = sorted((self.root(first), self.root(second)))
        self._parent[high] = low

    def all(self) -> list[tuple[str, ...]]:
        """The groups, each sorted, sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for item in sorted(self._parent):
            found[self.root(item)].append(item)
        return sorted(tuple(group) for group in found.values())
