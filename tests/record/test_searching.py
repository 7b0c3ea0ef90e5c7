"""The words of an article are searched as soon as it is stored, and only those of its current version."""

import sqlite3
from dataclasses import replace
from pathlib import Path

from mithaq.record import Record
from mithaq.record.search import Wanted
from mithaq.record.search_words import search_form

from .examples import READ_AT, make_article, read_marrakech


def found(record: Record, word: str) -> int:
    return len(record.glance.search(Wanted(groups=(((search_form(word),),),)), 10))


def test_an_article_is_found_once_it_is_stored_and_its_old_version_no_more() -> None:
    article = make_article()
    with Record.in_memory() as record:
        record.add(read_marrakech(replace(article, text=f"{article.text} zebras")), READ_AT)
        assert found(record, "zebra") == 1
        record.add(read_marrakech(replace(article, text=f"{article.text} giraffes")), READ_AT)
        assert (found(record, "zebra"), found(record, "giraffe")) == (0, 1)


def test_a_record_from_before_searching_is_completed(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    article = make_article()
    with Record.open(path) as record:
        record.add(read_marrakech(replace(article, text=f"{article.text} zebras")), READ_AT)
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM search")
    connection.commit()
    connection.close()
    with Record.open(path) as record:
        assert found(record, "zebra") == 0
        assert record.glance.complete_search() == 1
        assert found(record, "zebra") == 1
        assert record.glance.complete_search() == 0


def test_the_state_changes_with_the_articles_and_with_the_conclusions() -> None:
    with Record.in_memory() as record:
        before = record.glance.state()
        record.add(read_marrakech(make_article()), READ_AT)
        added = record.glance.state()
        assert added[0] > before[0]
        assert record.add(read_marrakech(make_article()), READ_AT) == "unchanged"
        assert record.glance.state() == added
        record.save(record.reconciliation())
        assert record.glance.state()[1] > added[1]
