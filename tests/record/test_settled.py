"""Whether the conclusions hold for what there is; and a record that can only be read."""

import os
import sqlite3
from pathlib import Path

import pytest

from mithaq.errors import RecordError
from mithaq.model.extraction import Reconciliation
from mithaq.record import Record, migrations

from .examples import READ_AT, read_marrakech
from .test_judged import REJECT


def test_conclusions_hold_until_an_article_or_a_judgement_comes() -> None:
    with Record.in_memory() as record:
        assert record.is_settled()
        record.add(read_marrakech(), READ_AT)
        assert not record.is_settled()
        record.save(Reconciliation())
        assert record.is_settled()
        record.add(read_marrakech(), READ_AT)
        assert record.is_settled(), "nothing was new"
        record.judge(REJECT)
        assert not record.is_settled()


def test_what_came_while_conclusions_were_drawn_is_not_in_them() -> None:
    with Record.in_memory() as record:
        grounds = record.grounds()
        record.add(read_marrakech(), READ_AT)
        record.save(Reconciliation(), grounds)
        assert not record.is_settled()


@pytest.fixture(params=["record.db", "."])
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A record whose file, or whose folder, cannot be written."""
    path = tmp_path / "a record.db"
    with Record.open(path) as record:
        record.add(read_marrakech(), READ_AT)
    place = path if request.param == "record.db" else tmp_path
    # The superuser may write anywhere, so permission is denied at the question rather than on the disk.
    monkeypatch.setattr(os, "access", lambda asked, _: Path(asked) != place)
    return path


def test_a_record_that_cannot_be_written_is_read_where_that_is_enough(locked: Path) -> None:
    with pytest.raises(RecordError, match="cannot be written"):
        Record.open(locked)
    before = locked.read_bytes()
    with Record.open(locked, create=False, write=False) as record:
        assert not record.is_writable
        assert [article.file for article in record.articles()] == [read_marrakech().article.file]
        with pytest.raises(RecordError, match="only read"):
            record.judge(REJECT)
    assert locked.read_bytes() == before


def test_an_older_record_that_cannot_be_upgraded_is_told_in_one_line(locked: Path) -> None:
    connection = sqlite3.connect(locked)
    connection.execute(f"UPDATE {migrations.VERSION_TABLE} SET version_num = 'r0002'")
    connection.commit()
    connection.close()
    with pytest.raises(RecordError, match="older version and must be upgraded") as caught:
        Record.open(locked, create=False, write=False)
    assert "\n" not in str(caught.value)
