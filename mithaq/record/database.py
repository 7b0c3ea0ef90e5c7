"""The connection to the database: opening, locking, upgrading, and foreign errors made ours. Not for what is stored.

Everything that only SQLite needs is here and in ``connect_sqlite``; the queries elsewhere are plain SQLAlchemy.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, inspect, select
from sqlalchemy.exc import DBAPIError

from mithaq.errors import RecordError, RecordTooNew
from mithaq.record.failure import translate_failure
from mithaq.record.migrations import HEAD, VERSION_TABLE, is_known, upgrade, version_table

# How long one process waits for another that is writing. One article takes milliseconds: this is patience enough.
BUSY_SECONDS = 60.0


class Database:
    """An engine, the name to use for it in messages, and transactions that raise only our own errors."""

    def __init__(self, engine: Engine, name: str, is_writable: bool = True) -> None:
        self.name, self.is_writable = name, is_writable
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        self._closed = False

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the record, whatever others write meanwhile."""
        with self._transaction(self._engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the right to write from its start. On leaving it is on the disk, or undone."""
        if not self.is_writable:
            raise RecordError(f"{self.name} cannot be written, only read; check its permissions and its folder's")
        with self._transaction(self._writer) as connection:
            yield connection

    def close(self) -> None:
        """Let go of the file. Closing twice does nothing."""
        self._closed = True
        self._engine.dispose()

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        if self._closed:
            raise RecordError(f"{self.name} is closed; open it again")
        try:
            with engine.begin() as connection:
                yield connection
        except (DBAPIError, sqlite3.Error) as error:
            raise translate_failure(error, self.name) from error

    def prepare(self) -> None:
        """Create the tables of an empty database and upgrade those of an older record.

        Raises RecordTooNew for a record of a newer version of the software, RecordError for another's database.
        """
        with self.reading() as connection:
            revision = self._read_revision(connection)
        if revision == HEAD:
            return
        if not self.is_writable:
            raise RecordError(
                f"{self.name} is of an older version and must be upgraded, but it cannot be written; upgrade a copy of it"
            )
        self._choose_journal()
        with self.writing() as connection:
            # Another process may have created or upgraded it meanwhile: look again, now that nobody else can write.
            if self._read_revision(connection) != HEAD:
                upgrade(connection)

    def _read_revision(self, connection: Connection) -> str | None:
        tables = inspect(connection).get_table_names()
        if not tables:
            return None
        if VERSION_TABLE not in tables:
            raise RecordError(f"{self.name} is a database of another program; give the path of a record or a new path")
        revision = connection.execute(select(version_table.c.version_num)).scalar_one_or_none()
        if revision is not None and not is_known(revision):
            raise RecordTooNew(
                f"{self.name} was written by a newer version of this software (revision {revision}); upgrade the software"
            )
        return revision

    def _choose_journal(self) -> None:
        """Write-ahead log: readers do not wait for a writer, and an article costs one flush to the disk.

        Two processes that create one record may be in each other's way here. Then the mode stays as it is, which is
        as safe: SQLite's usual journal.
        """
        try:
            connection = self._engine.raw_connection()
            try:
                connection.cursor().execute("PRAGMA journal_mode=WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
            finally:
                connection.close()
        except (DBAPIError, sqlite3.Error) as error:
            raise translate_failure(error, self.name) from error


def open_file(path: Path, *, create: bool, write: bool = True) -> Database:
    """The database in the file at ``path``, made with its folders if absent and ``create``. Raises RecordError.

    Without ``write``, one that cannot be written is opened to be read.
    """
    _check_place(path, create=create)
    locked = _locked(path)
    if locked and (write or not path.exists()):
        raise RecordError(f"{path} cannot be written: no permission for {locked}; change it or choose another path")
    url = _read_only_address(path) if locked else URL.create("sqlite", database=str(path.absolute()))
    arguments = {"timeout": BUSY_SECONDS, "check_same_thread": False}
    return _prepared(Database(_listen(create_engine(url, connect_args=arguments)), str(path), locked is None))


def _locked(path: Path) -> Path | None:
    """What may not be written; the log lies beside the record while it is open, so the folder must be writable too."""
    return next((place for place in (path, path.parent) if place.exists() and not os.access(place, os.W_OK)), None)


def _read_only_address(path: Path) -> URL:
    """Where nothing can be written beside the record and no log lies there, nobody else writes: it stays as it is."""
    alone = not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    modes = {"uri": "true", "mode": "ro", **({"immutable": "1"} if alone else {})}
    return URL.create("sqlite", database=f"file:{quote(str(path.absolute()))}", query=modes)


def open_memory() -> Database:
    """A database that lives as long as its object. It has one connection, for which threads wait in turn."""
    engine = create_engine(
        URL.create("sqlite", database=":memory:"),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        connect_args={"check_same_thread": False},
    )
    return _prepared(Database(_listen(engine), "the record in memory"))


def _prepared(database: Database) -> Database:
    try:
        database.prepare()
    except BaseException:
        database.close()
        raise
    return database


def _check_place(path: Path, *, create: bool) -> None:
    try:
        if path.is_dir():
            raise RecordError(f"{path} is a folder, not a record; give the path of a file")
        if path.exists():
            if not path.is_file():
                raise RecordError(f"{path} is not an ordinary file; give the path of a record or a new path")
        elif not create:
            raise RecordError(f"there is no record at {path}; check the path, or read articles into it first")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(f"{path} cannot be used: {error.strerror}; choose another path") from error


def _listen(engine: Engine) -> Engine:
    event.listen(engine, "connect", connect_sqlite)
    event.listen(engine, "begin", begin_sqlite)
    return engine


def connect_sqlite(connection: Any, _: object) -> None:
    """Settings of every connection. FULL makes each commit durable against loss of power, also with the log."""
    connection.isolation_level = None  # the driver must not begin or commit on its own
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def begin_sqlite(connection: Connection) -> None:
    """Writers take the lock at once, so that no transaction fails half-way because another was faster."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
