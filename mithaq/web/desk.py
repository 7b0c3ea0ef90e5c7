"""A record as the desk looks at it: opened once, with what lists need kept in memory until the record changes.

Not for what a page shows: that is ``views``. Safe for many threads; one of them makes what is missing, others wait.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from mithaq.errors import UsageError
from mithaq.record import Record
from mithaq.record.glance import Glance

Made = TypeVar("Made")


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
        self._parts: dict[object, Any] = {}
        self.glance.complete_search()

    @classmethod
    def open(cls, path: Path) -> "Desk":
        """The desk of the record at ``path``; made where there is none. Raises RecordError."""
        return cls(Record.open(path, create=True))

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

    def _keep(self, name: object, state: object, make: "Callable[[Desk], Made]") -> Made:
        kept = self._kept.get(name)
        if kept is not None and kept[0] == state:
            return cast(Made, kept[1])
        with self._lock:
            kept = self._kept.get(name)
            if kept is None or kept[0] != state:
                kept = (state, make(self))
                self._kept[name] = kept
        return cast(Made, kept[1])
