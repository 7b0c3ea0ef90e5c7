"""Opening a record: where there can be one, what is not one, and how the tables come to be."""

import os
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from mithaq.errors import RecordError, RecordTooNew
from mithaq.record import Record, migrations, schema

from .examples import READ_AT, read_marrakech


def told(path: Path | str, *, create: bool = True) -> str:
    """The one line that opening ``path`` gives."""
    with pytest.raises(RecordError) as caught:
        Record.open(path, create=create)
    message = str(caught.value)
    assert "\n" not in message
    assert ";" in message  # what happened; what to do
    return message


def test_a_record_is_made_with_its_folders_and_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "سجل 100%" / "قمم?.db"
    with Record.open(path) as record:
        record.add(read_marrakech(), READ_AT)
    with Record.open(str(path), create=False) as record:
        assert record.articles() == (read_marrakech().article,)
    assert [entry.name for entry in path.parent.iterdir()] == ["قمم?.db"]


def test_a_relative_path_is_taken_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Record.open("record.db").close()
    assert (tmp_path / "record.db").is_file()


def test_an_absent_record_is_not_made_unasked(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "record.db"
    assert str(path) in told(path, create=False)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.touch()
    with Record.open(path) as record:
        assert record.add(read_marrakech(), READ_AT) == "new"


def test_a_folder_is_not_a_record(tmp_path: Path) -> None:
    assert "is a folder" in told(tmp_path)


def test_a_file_of_another_kind_is_not_a_record_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    written = "قال الوزير إن بلاده ستقدم الدعم. " * 50
    path.write_text(written, encoding="utf-8")
    assert "is not a record" in told(path)
    assert path.read_text(encoding="utf-8") == written


def test_a_database_of_another_program_is_not_a_record_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmark (address TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    assert "another program" in told(path)
    assert path.read_bytes() == before


def test_what_is_no_ordinary_file_is_not_a_record(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert "not an ordinary file" in told(path)


def test_a_path_below_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be used" in told(tmp_path / "file" / "record.db")
    assert "cannot be used" in told(tmp_path / ("x" * 300))


@pytest.mark.parametrize("locked", ["record.db", "."])
def test_a_place_that_may_not_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locked: str) -> None:
    Record.open(tmp_path / "record.db").close()
    # The superuser may write anywhere, so permission is denied at the question rather than on the disk.
    monkeypatch.setattr(os, "access", lambda place, _: Path(place) != tmp_path / locked)
    assert f"no permission for {tmp_path / locked}" in told(tmp_path / "record.db")


def test_a_record_of_a_newer_version_is_told_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    Record.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"UPDATE {migrations.VERSION_TABLE} SET version_num = 'r9999'")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(RecordTooNew, match=r"newer version of this software .*; upgrade the software"):
        Record.open(path)
    assert path.read_bytes() == before


def test_a_damaged_record_is_told(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with Record.open(path) as record:
        record.add(read_marrakech(), READ_AT)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    assert "is damaged" in told(path)


def test_a_closed_record_is_told(tmp_path: Path) -> None:
    record = Record.open(tmp_path / "record.db")
    record.close()
    record.close()
    with pytest.raises(RecordError, match="is closed; open it again"):
        record.articles()


def test_the_migrations_lead_to_the_tables_of_the_schema(tmp_path: Path) -> None:
    Record.open(tmp_path / "record.db").close()
    engine = create_engine(f"sqlite:///{tmp_path}/record.db")
    with engine.connect() as connection:
        # The words to search in are a table that only SQLite understands; it keeps them in several of its own.
        options = {
            "version_table": migrations.VERSION_TABLE,
            "compare_type": True,
            "include_name": lambda name, kind, _: not (kind == "table" and str(name).startswith("search")),
        }
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()


def test_the_head_that_is_named_is_the_head_there_is() -> None:
    scripts = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert scripts.get_current_head() == migrations.HEAD
    assert all(migrations.is_known(script.revision) for script in scripts.walk_revisions())


def test_a_migration_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    upgrade = migrations.upgrade

    def fail_after(connection: object) -> None:
        upgrade(connection)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr("mithaq.record.database.upgrade", fail_after)
    with pytest.raises(KeyboardInterrupt):
        Record.open(tmp_path / "record.db")
    monkeypatch.undo()
    connection = sqlite3.connect(tmp_path / "record.db")
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()
    with Record.open(tmp_path / "record.db") as record:
        assert record.articles() == ()


def test_opening_says_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Record.open(tmp_path / "record.db").close()
    Record.open(tmp_path / "record.db").close()
    assert capfd.readouterr() == ("", "")
