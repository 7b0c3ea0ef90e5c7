"""What the database driver reports, as one line for the user. Not for failures of our own making."""

import shutil
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from mithaq.errors import RecordError, RecordFull

# With less than this left, an input or output error is taken for what it nearly always is then: a full disk.
ROOM_NEEDED = 1 << 20


def translate_failure(error: DBAPIError | sqlite3.Error, name: str) -> RecordError:
    """The error to raise instead. ``name`` is how messages call the record: its path, for a file."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    # The lower byte is the family, the rest a detail (SQLite, "Result and Error Codes").
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and not _has_room(name)):
        return RecordFull(
            f"there is no room left to write {name}; free some space and run again: what was read is kept"
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return RecordError(f"{name} is being written by another process; run again when that has finished")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return RecordError(f"{name} cannot be opened for writing; check its permissions or choose another path")
    if code == sqlite3.SQLITE_NOTADB:
        return RecordError(f"{name} is not a record; give the path of a record or a new path")
    if code == sqlite3.SQLITE_CORRUPT:
        return RecordError(f"{name} is damaged; take it from a backup, or read its articles into a new record")
    return RecordError(f"{name} cannot be used: {_one_line(cause)}; check the disk it lies on")


def _has_room(name: str) -> bool:
    try:
        return shutil.disk_usage(Path(name).parent).free >= ROOM_NEEDED
    except OSError:
        return True


def _one_line(cause: object) -> str:
    return " ".join(str(cause).split())
