"""What a record lives through: killed runs, a full disk, several writers, several threads."""

import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from mithaq.errors import RecordError, RecordFull
from mithaq.record import Record, database

from . import examples
from .examples import LATER, READ_AT, make_article, read_marrakech

PREAMBLE = f"""
import os, signal, sys
from mithaq.record import Record
from {examples.__name__} import READ_AT, make_article, read_marrakech
path = sys.argv[1]
"""

KILLED_BETWEEN_ARTICLES = """
record = Record.open(path)
for file in ("a.txt", "b.txt", "c.txt"):
    if file == "c.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    print(file, record.add(read_marrakech(make_article(file)), READ_AT), flush=True)
"""

KILLED_INSIDE_A_TRANSACTION = """
class Deadly(tuple):
    def __iter__(self):
        yield from tuple.__iter__(self)
        os.kill(os.getpid(), signal.SIGKILL)

record = Record.open(path)
print("a.txt", record.add(read_marrakech(make_article("a.txt")), READ_AT), flush=True)
record.add_many(Deadly([read_marrakech(make_article("b.txt"))]), READ_AT)
"""

ONE_OF_TWO_WRITERS = """
print("ready", flush=True)
sys.stdin.readline()
with Record.open(path) as record:
    for number in range(25):
        for file in (f"{sys.argv[2]}-{number}.txt", f"both-{number}.txt"):
            record.add(read_marrakech(make_article(file)), READ_AT)
"""


def start(program: str, path: Path, *args: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PREAMBLE + program, str(path), *args],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


@pytest.mark.parametrize("program", [KILLED_BETWEEN_ARTICLES, KILLED_INSIDE_A_TRANSACTION])
def test_what_a_killed_run_reported_is_there_and_reading_goes_on(program: str, tmp_path: Path) -> None:
    run = start(program, tmp_path / "record.db")
    out, complaint = run.communicate()
    assert run.returncode == -signal.SIGKILL, complaint
    reported = [line.split()[0] for line in out.splitlines()]
    assert reported[0] == "a.txt"
    with Record.open(tmp_path / "record.db", create=False) as record:
        assert [article.file for article in record.articles()] == reported
        assert list(record.extractions()) == [read_marrakech(make_article(file)) for file in reported]
        assert record.verify() == ()
        again = [record.add(read_marrakech(make_article(file)), LATER) for file in ("a.txt", "b.txt", "c.txt")]
        assert again == ["unchanged"] * len(reported) + ["new"] * (3 - len(reported))


def test_two_processes_make_and_fill_one_record_at_once(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "record.db"
    writers = [start(ONE_OF_TWO_WRITERS, path, name) for name in ("one", "two")]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    complaints = [writer.communicate()[1] for writer in writers]
    assert complaints == ["", ""]
    assert [writer.returncode for writer in writers] == [0, 0]
    expected = {f"{name}-{number}.txt" for name in ("one", "two", "both") for number in range(25)}
    with Record.open(path, create=False) as record:
        files = [article.file for article in record.articles()]
        assert set(files) == expected
        assert len(files) == len(expected)
        assert len(record.claims()) == 4 * len(expected)
        assert record.verify() == ()


def test_threads_share_a_record(tmp_path: Path) -> None:
    for record in (Record.open(tmp_path / "record.db"), Record.in_memory()):
        with record, ThreadPoolExecutor(4) as threads:
            reads = [read_marrakech(make_article(f"{number}.txt")) for number in range(20)]
            assert list(threads.map(lambda read, record=record: record.add(read, READ_AT), reads)) == ["new"] * 20
            assert len(list(record.extractions())) == 20


def test_a_writer_that_waits_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.0)
    with Record.open(tmp_path / "record.db") as record:
        other = sqlite3.connect(tmp_path / "record.db", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")  # with the write-ahead log, readers still go on
        with pytest.raises(RecordError, match="written by another process; run again"):
            record.add(read_marrakech(), READ_AT)
        assert record.articles() == ()
        other.execute("COMMIT")
        other.close()
        assert record.add(read_marrakech(), READ_AT) == "new"


def limit_pages(monkeypatch: pytest.MonkeyPatch, pages: int) -> None:
    """Let records opened from now on grow to ``pages`` pages, as on a disk with no more room."""
    connect = database.connect_sqlite

    def connect_limited(connection: Any, entry: object) -> None:
        connect(connection, entry)
        connection.execute(f"PRAGMA max_page_count={pages}")

    monkeypatch.setattr(database, "connect_sqlite", connect_limited)


def test_a_full_disk_is_told_and_what_was_read_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limit_pages(monkeypatch, 60)
    kept: list[str] = []
    with Record.open(tmp_path / "record.db") as record:
        with pytest.raises(RecordFull, match=r"no room left .*; free some space") as told:
            for number in range(1000):
                record.add(read_marrakech(make_article(f"{number:03}.txt")), READ_AT)
                kept.append(f"{number:03}.txt")
        assert "\n" not in str(told.value)
        assert len(kept) > 3
        assert [article.file for article in record.articles()] == kept
        assert record.verify() == ()
    monkeypatch.undo()
    with Record.open(tmp_path / "record.db") as record:
        assert record.add(read_marrakech(make_article("more.txt")), READ_AT) == "new"


def test_a_disk_too_full_for_an_empty_record_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limit_pages(monkeypatch, 3)
    with pytest.raises(RecordFull, match="no room left"):
        Record.open(tmp_path / "record.db")
    monkeypatch.undo()
    with Record.open(tmp_path / "record.db") as record:
        assert record.articles() == ()
