"""Reading in from the desk: files and texts that were handed in go through the pipeline, one reading at a time.

Not for what reading means: that is the pipeline's. What comes in lies in a folder of its own until it is read; its names
are made harmless, and nothing of it is executed or served.
"""

import hashlib
import re
import secrets
import shutil
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from mithaq.errors import MithaqError, UsageError
from mithaq.pipeline import Progress, read_paths
from mithaq.sources import ReadOptions
from mithaq.web.desk import Desk, NotFound
from mithaq.web.guards import Refused
from mithaq.web.views.citing import head_of
from mithaq.web.views.shapes import ReadingLine, ReadingView

_KEPT = 100
# Readings that wait for one another; more are asked to come back, so that nobody fills the memory with them.
_MOST_WAITING = 20
_LONGEST_NAME = 120
_UNSAFE = re.compile(r"[^\w.() -]+")

Handed = tuple[str, bytes]


def safe_name(name: str) -> str:
    """The last part of a file's name without what could lead elsewhere or hide it."""
    last = re.split(r"[/\\]", name)[-1]
    kept = _UNSAFE.sub("_", last).strip(" .") or "file.txt"
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{ending[:10]}" if dot else kept[:_LONGEST_NAME]


def pasted_name(text: str) -> str:
    """The name of a text that has none: the same text has the same."""
    return f"pasted-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:12]}.txt"


class Readings:
    """The readings of this process: those under way, and the last hundred."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: OrderedDict[str, ReadingView] = OrderedDict()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []

    def begin(self, handed: Sequence[Handed], options: ReadOptions) -> ReadingView:
        """Start reading; what comes back says where it can be followed. Raises UsageError where nothing was
        handed in, Refused where too many wait."""
        if not handed:
            raise UsageError("nothing was handed in; choose files or paste a text")
        with self._lock:
            waiting = sum(not known.finished for known in self._kept.values())
        if waiting >= _MOST_WAITING:
            raise Refused(429, "busy", f"{waiting} readings are waiting already", "wait until some are done")
        key = secrets.token_hex(8)
        view = ReadingView(key, 0, len(handed), False)
        self._keep(view)
        thread = threading.Thread(target=self._run, args=(key, list(handed), options), daemon=True)
        self._threads = [known for known in self._threads if known.is_alive()] + [thread]
        thread.start()
        return view

    def get(self, key: str) -> ReadingView:
        """How far it has come. Raises NotFound."""
        with self._lock:
            view = self._kept.get(key)
        if view is None:
            raise NotFound(f"there is no reading {key[:40]}; it may have been long ago")
        return view

    def wait(self) -> None:
        """Until what is under way is done."""
        for thread in list(self._threads):
            thread.join()

    def _keep(self, view: ReadingView) -> None:
        with self._lock:
            self._kept[view.id] = view
            done = [key for key, known in self._kept.items() if known.finished]
            for key in done[: max(0, len(self._kept) - _KEPT)]:
                del self._kept[key]

    def _run(self, key: str, handed: Sequence[Handed], options: ReadOptions) -> None:
        folder = Path(tempfile.mkdtemp(prefix="mithaq-desk-"))
        try:
            paths = _lay_down(folder, handed)
            with self._desk.writing:
                read_at = datetime.now(UTC).isoformat(timespec="seconds")
                tally = read_paths(
                    paths, self._desk.record, options, read_at, lambda done: self._note(key, done),
                    lambda path: f"handed in/{path.name}",
                )  # fmt: skip
            self._keep(replace(self.get(key), finished=True, stopped=tally.stopped))
        except (MithaqError, OSError) as error:
            self._keep(replace(self.get(key), finished=True, stopped=str(error)))
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _note(self, key: str, done: Progress) -> None:
        found = self._desk.glance.article(done.article_id) if done.article_id else None
        refusal = done.refusal
        line = ReadingLine(
            done.path.name, done.outcome, head_of(found[0]) if found else None, done.claims,
            refusal.reason if refusal else None, refusal.message if refusal else None,
        )  # fmt: skip
        view = self.get(key)
        self._keep(replace(view, done=done.done, lines=(*view.lines, line)))


def _lay_down(folder: Path, handed: Sequence[Handed]) -> list[Path]:
    """Each in a folder of its own, so that two of one name do not meet."""
    paths = []
    for number, (name, content) in enumerate(handed):
        place = folder / str(number)
        place.mkdir()
        path = place / safe_name(name)
        path.write_bytes(content)
        paths.append(path)
    return paths
