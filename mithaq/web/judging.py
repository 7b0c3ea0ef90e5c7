"""Deciding from the desk. In a small record what claims amount to is worked out at once; in a large one after the answer.

Not for what a judgement means: that is the pipeline's.
"""

import logging
import threading

from mithaq.errors import MithaqError
from mithaq.model.judgement import Judgement
from mithaq.pipeline import keep_judgement, settle
from mithaq.web.desk import Desk
from mithaq.web.views.gathered import gathered

# Up to so many articles a person does not notice that everything is worked out anew.
AT_ONCE = 400

_log = logging.getLogger(__name__)


def decide_now(desk: Desk, judgement: Judgement) -> tuple[Judgement, bool]:
    """Keep the judgement; gives it as it was kept, and whether everything was worked out anew already."""
    small = len(gathered(desk).heads) <= AT_ONCE
    with desk.writing:
        kept = keep_judgement(desk.record, judgement)
        if small:
            settle(desk.record)
    if not small:
        desk.part(Settler).wake()
    return kept, small


class Settler:
    """Works everything out anew in a thread of its own; what is decided meanwhile makes it begin once more."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = threading.Lock()
        self._wanted = False
        self._thread: threading.Thread | None = None

    def wake(self) -> None:
        """There is something to work out."""
        with self._lock:
            self._wanted = True
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, daemon=True)
                self._thread.start()

    def wait(self) -> None:
        """Until there is nothing more to work out."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    self._thread = None
                    return
                self._wanted = False
            try:
                with self._desk.writing:
                    settle(self._desk.record)
            except MithaqError as error:
                _log.error("what was read and decided is kept, but could not be worked out: %s", error)
            except Exception:  # noqa: BLE001 - the next decision wakes it again
                _log.exception("what was read and decided is kept, but could not be worked out")
