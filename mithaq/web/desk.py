"""A record as the desk looks at it: opened once, with what lists need kept in memory until the record changes.

Not for what a page shows: that is ``views``. Safe for many threads; one of them makes what is missing, others wait.
"""

import gc
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar, cast

from mithaq.errors import UsageError
from mithaq.record import Record
from mithaq.record.glance import Glance

Made = TypeVar("Made")
Asked = TypeVar("Asked", bound=Hashable)
# Answers to so many questions are remembered: those of the pages that many look at and turn over.
_REMEMBERED = 48


class NotFound(UsageError):
    """There is no such thing in the record."""


class Desk:
    """An open record and what was made from it."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.glance: Glance = record.glance
        self.writing = threading.Lock()
        self._lock = threading.RLock()
        self._kept: dict[object, tuple[object, Any]] = {}
        self._answers: OrderedDict[object, tuple[object, Any]] = OrderedDict()
        self._parts: dict[object, Any] = {}
        if record.is_writable:
            self.glance.complete_search()

    @classmethod
    def open(cls, path: Path, *, new: bool = False) -> "Desk":
        """The desk of the record at ``path``; ``new``: made where there is none. Raises RecordError."""
        return cls(Record.open(path, create=new, write=False))

    def close(self) -> None:
        """Close the record."""
        self.record.close()

    @property
    def state(self) -> str:
        """Changes whenever the record does."""
        articles, conclusions = self.glance.state()
        return f"{articles}.{conclusions}"

    def part(self, kind: "Callable[[Desk], Made]") -> Made:
        """The one ``kind`` of this desk, made when it is first asked for."""
        with self._lock:
            if kind not in self._parts:
                self._parts[kind] = kind(self)
            return cast(Made, self._parts[kind])

    def keep(self, make: "Callable[[Desk], Made]") -> Made:
        """What ``make`` makes of the desk, made anew only when the record has changed."""
        return self._keep(make, self.state, make)

    def keep_for_articles(self, name: object, make: "Callable[[Desk], Made]") -> Made:
        """The same for what depends on the articles alone, not on what they amount to or what people decided."""
        return self._keep(name, self.glance.state()[0], make)

    def recall(self, answer: "Callable[[Desk, Asked], Made]", asked: Asked) -> Made:
        """What ``answer`` makes of the desk and ``asked``; the latest answers are remembered until the record changes."""
        key, state = (answer, asked), self.state
        with self._lock:
            known = self._answers.get(key)
            if known is not None and known[0] == state:
                self._answers.move_to_end(key)
                return cast(Made, known[1])
        made = answer(self, asked)
        with self._lock:
            self._answers[key] = (state, made)
            self._answers.move_to_end(key)
            while len(self._answers) > _REMEMBERED:
                self._answers.popitem(last=False)
        return made

    def _keep(self, name: object, state: object, make: "Callable[[Desk], Made]") -> Made:
        kept = self._kept.get(name)
        if kept is not None and kept[0] == state:
            return cast(Made, kept[1])
        with self._lock:
            kept = self._kept.get(name)
            if kept is None or kept[0] != state:
                with _uncollected():
                    kept = (state, make(self))
                self._kept[name] = kept
        return cast(Made, kept[1])


@contextmanager
def _uncollected() -> Iterator[None]:
    """Long lists are made without the search for cyclic garbage, which would walk them again and again: half of the time.

    What was made is exempt from it afterwards too, so that no request waits for a walk over all that is kept. It is
    still freed when nothing refers to it any more, as it holds no cycles.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
