"""Judgements in the record: what was decided comes back, is never overwritten, and an older record gains the table."""

import sqlite3
from pathlib import Path

from mithaq.model.extraction import Reconciliation
from mithaq.model.fact import Fact, Link
from mithaq.model.judgement import Anchor, Judgement
from mithaq.record import Record

from .examples import READ_AT, bare, make_article, read_marrakech

REJECT = Judgement(
    ("00aa",),
    "reject",
    "Salma",
    "2026-01-02T10:00:00+00:00",
    "زيارة أُلغيت",
    anchors=(Anchor("00aa", "a1", "meeting", 3, 9),),
)
CORRECT = Judgement(
    ("00bb",), "correct", "Ivo", "2026-01-03T10:00:00+00:00", "typing slip", False, "amount", "45000000"
)


def test_judgements_come_back_in_the_order_they_came(record: Record) -> None:
    taken_back = Judgement(REJECT.about, "reject", "Salma", "2026-01-01T00:00:00+00:00", "it was held", revoked=True)
    for judgement in (REJECT, CORRECT, taken_back):
        record.judge(judgement)
    assert record.judgements() == (REJECT, CORRECT, taken_back)


def test_reading_an_article_again_keeps_the_judgements(record: Record) -> None:
    record.add(read_marrakech(make_article()), READ_AT)
    record.judge(REJECT)
    record.add(bare(make_article()), READ_AT)
    record.save(Reconciliation())
    assert record.judgements() == (REJECT,)


def test_claims_are_found_by_the_first_characters_of_their_id(record: Record) -> None:
    extraction = read_marrakech(make_article())
    record.add(extraction, READ_AT)
    claim = extraction.claims[0]
    assert record.find_claims(claim.id[:12]) == (claim,)
    assert record.find_claims("%") == ()
    assert len(record.find_claims("")) == len(extraction.claims)


def test_why_a_claim_belongs_to_a_fact_is_kept(record: Record) -> None:
    link = Link("00aa", "supports", (("city", "مراكش"), ("day", "2022-05-11")), "Both name the city and the day.")
    fact = Fact("f1", "meeting", (("city", "Marrakesh"),), ("00aa",), (), (link,))
    record.save(Reconciliation(facts=(fact,)))
    assert record.reconciliation().facts == (fact,)


def test_an_older_record_gains_the_table_and_keeps_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    fact = Fact("f1", "meeting", (("city", "Marrakesh"),), ("00aa",))
    with Record.open(path) as record:
        record.add(read_marrakech(make_article()), READ_AT)
        record.save(Reconciliation(facts=(fact,)))
        articles, claims = record.articles(), record.claims()
    with sqlite3.connect(path) as connection:
        for part in ("TABLE search", "TABLE state", "INDEX claim_kind", "INDEX fact_id"):
            connection.execute(f"DROP {part}")
        for part in ("INDEX follow_up_commitment", "TABLE judgement"):
            connection.execute(f"DROP {part}")
        connection.execute("ALTER TABLE fact DROP COLUMN links")
        connection.execute("UPDATE mithaq_revision SET version_num = 'r0001'")
    connection.close()
    with Record.open(path) as record:
        assert (record.articles(), record.claims()) == (articles, claims)
        assert record.reconciliation().facts == (fact,)
        record.judge(REJECT)
        assert record.judgements() == (REJECT,)
