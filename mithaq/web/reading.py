"""Reading in from the desk: files and texts that were handed in go through the pipeline, one reading at a time.

Not for what reading means: that is the pipeline's. What comes in stays in memory until it is read; nothing of it is
executed or served as it came.
"""

import logging
import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from mithaq.errors import MithaqError, UsageError
from mithaq.pipeline import Progress, read_papers
from mithaq.sources import ReadOptions
from mithaq.web.desk import Desk, NotFound
from mithaq.web.failures import Refused
from mithaq.web.handing import Handed, papers_of
from mithaq.web.views.citing import head_of
from mithaq.web.views.shapes import ReadingLine, ReadingView

_KEPT = 100
# Readings that wait for one another; more are asked to come back, so that nobody fills the memory with them.
_MOST_WAITING = 20
_log = logging.getLogger(__name__)


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
        try:
            with self._desk.writing:
                papers = papers_of(self._desk.record, handed, options)
                read_at = datetime.now(UTC).isoformat(timespec="seconds")
                tally = read_papers(papers, self._desk.record, read_at, lambda done: self._note(key, done))
            stopped = tally.stopped
        except (MithaqError, OSError) as error:
            stopped = str(error)
        except Exception as error:  # noqa: BLE001 - whatever it was, who waits for the reading is told that it ended
            _log.exception("a reading broke off")
            stopped = f"it broke off ({type(error).__name__}); what was read is kept, report it with what was read"
        self._keep(replace(self.get(key), finished=True, stopped=stopped))

    def _note(self, key: str, done: Progress) -> None:
        found = self._desk.glance.article(done.article_id) if done.article_id else None
        refusal = done.refusal
        line = ReadingLine(
            done.path.name, done.outcome, head_of(found[0]) if found else None, done.claims,
            refusal.reason if refusal else None, refusal.message if refusal else None,
        )  # fmt: skip
        view = self.get(key)
        self._keep(replace(view, done=done.done, lines=(*view.lines, line)))
