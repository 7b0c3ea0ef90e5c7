"""Bad input, from the outside: one clear line each, the rest goes on, nothing is lost."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import mithaq.record.database
from mithaq.cli import app
from mithaq.model.extraction import Extraction
from mithaq.record import Record

ARABIC = "عقد وزراء خارجية التحالف الدولي اجتماعا في روما، وتعهدوا بأن يجتمعوا من جديد في يونيو المقبل.\n"
ENGLISH = "The foreign ministers of the coalition met in Rome and promised to meet again by June.\n"


class Outcome:
    """What a run of ``mithaq read`` left behind."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.record_path = folder.parent / "record.db"
        arguments = ["read", str(folder), "--into", str(self.record_path), *options]
        result = CliRunner().invoke(app, arguments)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        self.code = result.exit_code
        self.errors = result.stderr.splitlines()

    @property
    def texts(self) -> dict[str, str]:
        with Record.open(self.record_path, create=False) as record:
            return {article.file: article.text for article in record.articles()}

    @property
    def reasons(self) -> dict[str, str]:
        with Record.open(self.record_path, create=False) as record:
            return {Path(refusal.source).name: refusal.reason for refusal in record.refusals()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good article at each end, so that what is bad stands between them."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a-first.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "z-last.txt").write_text(ARABIC, encoding="utf-8")
    return folder


def check_refused(folder: Path, name: str, reason: str, *words: str) -> None:
    """One line names the file and says ``words``; the reason is kept; the articles around it are read."""
    outcome = Outcome(folder)
    assert outcome.code == 1
    (line,) = outcome.errors
    assert str(folder / name) in line
    for word in words:
        assert word in line
    assert outcome.reasons == {name: reason}
    assert outcome.texts == {"a-first.txt": ENGLISH, "z-last.txt": ARABIC}


def test_an_empty_file(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    check_refused(folder, "empty.txt", "empty", "is empty")


def test_a_binary_file(folder: Path) -> None:
    (folder / "program.txt").write_bytes(bytes(range(256)) * 40)
    check_refused(folder, "program.txt", "binary", "not text")


def test_a_file_in_windows_1256_is_read_and_said_to_be(folder: Path) -> None:
    (folder / "old.txt").write_bytes(ARABIC.encode("windows-1256"))
    outcome = Outcome(folder)
    assert outcome.code == 0
    assert outcome.errors == ["note: old.txt: decoded from windows-1256"]
    assert outcome.texts["old.txt"] == ARABIC
    with Record.open(outcome.record_path, create=False) as record:
        (article,) = [article for article in record.articles() if article.file == "old.txt"]
    assert article.notes == ("decoded from windows-1256",)


def test_broken_utf_8(folder: Path) -> None:
    (folder / "broken.txt").write_bytes(ARABIC.encode() + b"\xff\xfe\n" + ARABIC.encode())
    check_refused(folder, "broken.txt", "encoding", "2 bad bytes", f"byte {len(ARABIC.encode())}", "repair")


def test_a_text_of_50_megabytes(folder: Path) -> None:
    with open(folder / "huge.txt", "wb") as file:
        for _ in range(50):
            file.write(b"The ministers met. " * 52_632)
    check_refused(folder, "huge.txt", "too_large", "50.0 MB", "limit of 20 MB", "--max-mb")


def test_the_limit_can_be_raised(folder: Path) -> None:
    (folder / "long.txt").write_text(ENGLISH * 20, encoding="utf-8")
    assert Outcome(folder, "--max-mb", "0.001").reasons == {"long.txt": "too_large"}
    outcome = Outcome(folder, "--max-mb", "0.01")
    assert (outcome.code, outcome.reasons) == (0, {})


def test_a_page_with_no_article(folder: Path) -> None:
    page = "<html><body><nav><a href='/'>Home</a> <a href='/a'>About</a></nav></body></html>"
    (folder / "menu.html").write_text(page, encoding="utf-8")
    check_refused(folder, "menu.html", "no_article", "no article", ".txt")


def test_a_language_without_a_pack(folder: Path) -> None:
    text = "Los ministros de Exteriores de la coalición se reunieron en Roma y prometieron más ayuda."
    (folder / "es.txt").write_text(text, encoding="utf-8")
    check_refused(folder, "es.txt", "no_pack", "Spanish (es)", "ar, en, fr")


def test_a_file_that_cannot_be_opened(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "absent")
    check_refused(folder, "link.txt", "unreadable", "check the path")


def test_a_name_with_line_ends_stays_one_line(folder: Path) -> None:
    (folder / "two\nlines\x1b[31m.txt").write_bytes(b"")
    outcome = Outcome(folder)
    (line,) = outcome.errors
    assert "two lines" in line
    assert "\x1b" not in line


def test_a_defect_of_ours_in_one_article_stops_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "odd.txt").write_text(ENGLISH + "odd\n", encoding="utf-8")

    def read_article(article: Any, *_: Any, **__: Any) -> Extraction:
        if article.file == "odd.txt":
            raise IndexError("tuple index\nout of range")
        return Extraction(article, (), (), ())

    monkeypatch.setattr("mithaq.pipeline.read_article", read_article)
    check_refused(folder, "odd.txt", "failed", "IndexError")


def test_three_broken_files_among_ten_thousand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(10_000):
        (folder / f"{number:05}.txt").write_text(f"عقد وزراء الخارجية اجتماعهم رقم {number} في روما.", encoding="utf-8")
    (folder / "00000.txt").write_bytes(b"")
    (folder / "05000.txt").write_bytes(b"\x00\x01\x02")
    (folder / "09999.txt").write_bytes("في روما".encode()[:-1])
    # What is tested here is the batch; reading ten thousand articles in earnest belongs to the benchmark.
    monkeypatch.setattr("mithaq.pipeline.read_article", lambda article, *_, **__: Extraction(article, (), (), ()))
    outcome = Outcome(folder)
    assert outcome.code == 1
    assert len(outcome.errors) == 3
    assert outcome.reasons == {"00000.txt": "empty", "05000.txt": "binary", "09999.txt": "encoding"}
    assert len(outcome.texts) == 9_997


def test_a_full_disk_keeps_what_was_read_and_the_run_can_be_taken_up_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(ENGLISH * 100 + f"Number {number}.\n", encoding="utf-8")
    connect = mithaq.record.database.connect_sqlite

    def connect_to_small_disk(connection: Any, other: object) -> None:
        connect(connection, other)
        connection.execute("PRAGMA max_page_count = 70")

    monkeypatch.setattr("mithaq.pipeline.read_article", lambda article, *_, **__: Extraction(article, (), (), ()))
    with monkeypatch.context() as small_disk:
        small_disk.setattr(mithaq.record.database, "connect_sqlite", connect_to_small_disk)
        outcome = Outcome(folder)
    assert outcome.code == 1
    (line,) = outcome.errors
    assert line.startswith("mithaq: ")
    assert "no room" in line
    kept = outcome.texts
    assert 0 < len(kept) < 40
    assert sorted(kept) == [f"{number:02}.txt" for number in range(len(kept))]
    outcome = Outcome(folder)
    assert outcome.code == 0
    assert len(outcome.texts) == 40


def test_a_record_of_a_newer_version(folder: Path) -> None:
    record_path = Outcome(folder).record_path
    connection = sqlite3.connect(record_path)
    with connection:
        connection.execute("update mithaq_revision set version_num = 'r9999'")
    connection.close()
    before = record_path.read_bytes()
    outcome = Outcome(folder)
    assert outcome.code == 2
    (line,) = outcome.errors
    assert "newer version" in line
    assert "upgrade" in line
    assert record_path.read_bytes() == before


def test_a_record_path_that_is_a_folder(folder: Path) -> None:
    (folder.parent / "record.db").mkdir()
    outcome = Outcome(folder)
    assert outcome.code == 2
    (line,) = outcome.errors
    assert "record.db is a folder" in line


def test_a_record_path_that_is_another_file(folder: Path) -> None:
    (folder.parent / "record.db").write_text(ENGLISH * 20, encoding="utf-8")
    outcome = Outcome(folder)
    assert outcome.code == 2
    (line,) = outcome.errors
    assert "not a record" in line
    assert (folder.parent / "record.db").read_text(encoding="utf-8") == ENGLISH * 20
