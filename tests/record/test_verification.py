"""A record changed behind our back is found out, citation by citation."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from mithaq.errors import RecordError
from mithaq.record import BrokenCitation, Record

from .examples import LATER, MARRAKECH, READ_AT, bare, make_article, place, read_marrakech, read_rome


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A closed record with an Arabic article, and a French one with a later version."""
    with Record.open(tmp_path / "record.db") as record:
        rome = read_rome()
        record.add_many((read_marrakech(), rome), READ_AT)
        record.add(bare(make_article("rome.txt", "Rectificatif.", source=rome.article.source)), LATER)
        assert record.verify() == ()
    yield tmp_path / "record.db"


def tamper(path: Path, statement: str, *values: object) -> None:
    with sqlite3.connect(path) as connection:
        assert connection.execute(statement, values).rowcount == 1
    connection.close()


def broken(path: Path) -> tuple[BrokenCitation, ...]:
    with Record.open(path) as record:
        return record.verify()


def test_one_letter_changed_in_a_text_breaks_the_text_and_what_cites_it(path: Path) -> None:
    changed = MARRAKECH.replace("700", "900")
    tamper(path, "UPDATE article SET text = ? WHERE file = 'marrakech.txt'", changed)
    found = broken(path)
    text = found[0]
    assert (text.cited_by, text.kind, text.start, text.end) == ("article", "text", 0, len(MARRAKECH))
    assert text.expected == read_marrakech().article.sha256
    assert text.found != text.expected
    assert [(citation.cited_by, citation.kind) for citation in found[1:]] == [
        ("annotation", "money"),
        ("claim", "statement"),
        ("claim", "commitment"),
        ("claim", "funding"),
    ]
    assert (found[1].expected, found[1].found) == ("700 مليون دولار", "900 مليون دولار")


def test_an_older_version_is_verified_too(path: Path) -> None:
    tamper(path, "UPDATE annotation SET text = 'Milan' WHERE text = 'Rome'")
    span = place(read_rome().article.text, "Rome")
    assert broken(path) == (
        BrokenCitation(
            read_rome().article.id, "rome.txt", "annotation", "place", span.start, span.end, "Milan", "Rome"
        ),
    )


def test_offsets_moved_by_one_are_found(path: Path) -> None:
    tamper(path, 'UPDATE annotation SET start = start + 1, "end" = "end" + 1 WHERE text = \'مراكش\'')
    (citation,) = broken(path)
    assert (citation.expected, citation.found) == ("مراكش", "راكش،")


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (9, 4), (4, 100_000)])
def test_offsets_that_are_no_place_in_the_text_are_found(path: Path, start: int, end: int) -> None:
    tamper(path, 'UPDATE rejection SET start = ?, "end" = ?', start, end)
    (citation,) = broken(path)
    assert (citation.cited_by, citation.kind, citation.start, citation.end) == ("rejection", "figure", start, end)
    assert (citation.expected, citation.found) == ("80", "")


@pytest.mark.parametrize("place_", ["[9,4]", "[4,4]", "[4,100000]"])
def test_the_place_of_a_slot_lies_inside_the_text(path: Path, place_: str) -> None:
    tamper(path, "UPDATE claim SET slot_spans = ? WHERE kind = 'funding'", f'[["amount",{place_}]]')
    (citation,) = broken(path)
    assert (citation.cited_by, citation.kind) == ("slot", "amount")


def test_the_place_of_what_was_said_lies_inside_the_text(path: Path) -> None:
    tamper(path, "UPDATE claim SET content = '{\"content\":[3,100000]}' WHERE kind = 'statement'")
    (citation,) = broken(path)
    assert (citation.cited_by, citation.kind, citation.start, citation.end) == ("content", "statement", 3, 100_000)


def test_slots_that_cannot_be_read_are_told_and_do_not_stop_the_rest(path: Path) -> None:
    tamper(path, "UPDATE claim SET slot_spans = 'oops' WHERE kind = 'meeting'")
    tamper(path, "UPDATE annotation SET text = 'Milan' WHERE text = 'Rome'")
    assert [(citation.cited_by, citation.kind) for citation in broken(path)] == [
        ("claim", "meeting"),
        ("annotation", "place"),
    ]


@pytest.mark.parametrize(
    "change",
    ["slot_spans = 'oops'", 'content = \'{"donor":"US"}\'', "kind = 'summons'", 'start = 5, "end" = 2'],
)
def test_a_damaged_claim_is_one_clear_line(path: Path, change: str) -> None:
    tamper(path, f"UPDATE claim SET {change} WHERE kind = 'funding'")
    with Record.open(path) as record, pytest.raises(RecordError, match=r"damaged claim .*; take the record") as told:
        record.claims()
    assert "\n" not in str(told.value)
