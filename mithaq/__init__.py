"""Mithaq reads the news of summits and coalitions and keeps the cited record of what was promised.

    import mithaq

    record = mithaq.read(["articles/"], into="record.db")
    for claim in record.claims("funding"):
        print(claim.text)

What a record gives is told in ``mithaq.record.Record``. Not for the stages themselves: import their packages.
"""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mithaq.record import Record

__all__ = ["open", "read"]


# The stages are imported when they are first needed: importing the package alone costs nothing.
def read(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    into: str | PathLike[str] | None = None,
    published: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
) -> "Record":
    """Read articles (.txt and .html files, and folders of them) into a record, and hand it back open.

    ``into`` is the record's file, made if absent; None keeps the record in memory. ``published`` (2022-05-12, 2022-05
    or 2022), ``outlet`` and ``language`` (ISO 639-1) hold for all the articles and go before what they say themselves.
    A file that cannot be read is in ``record.refusals()``, and the rest goes on. Raises UsageError when there is
    nothing to read or an option cannot be, RecordError when the record cannot be opened or written.
    """
    from datetime import UTC, datetime

    from mithaq.errors import RecordError, UsageError
    from mithaq.languages import available_languages
    from mithaq.pipeline import read_paths
    from mithaq.record import Record
    from mithaq.sources import ReadOptions, find_files

    wanted = [Path(paths)] if isinstance(paths, str | PathLike) else [Path(path) for path in paths]
    if next(find_files(wanted), None) is None:
        raise UsageError(f"{', '.join(map(str, wanted)) or 'no path given'}: no .txt or .html file there.")
    options = ReadOptions(available_languages(), published, outlet, language)
    record = Record.in_memory() if into is None else Record.open(Path(into), create=True)
    try:
        tally = read_paths(wanted, record, options, datetime.now(UTC).isoformat(timespec="seconds"))
        if tally.stopped is not None:
            raise RecordError(tally.stopped)
    except BaseException:
        record.close()
        raise
    return record


def open(path: str | PathLike[str]) -> "Record":
    """A record that was read before. Close it, or use it in a ``with``. Raises RecordError when it cannot be opened."""
    from mithaq.record import Record

    return Record.open(Path(path), create=False)
