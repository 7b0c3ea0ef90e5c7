"""The contract, second part: inferred dates and reconciliations."""

import dataclasses

from mithaq.model.extraction import Reconciliation
from mithaq.model.fact import Disagreement, Fact, FollowUp, Side
from mithaq.record import Record

from .examples import LATER, READ_AT, bare, make_article, read_marrakech


def test_a_date_is_inferred_only_where_none_was_read(record: Record) -> None:
    dated, undated = bare(make_article("dated.txt")), bare(make_article("undated.txt", published=None))
    record.add_many((dated, undated), READ_AT)
    record.infer_dates({dated.article.id: "2020", undated.article.id: "2022-05", "0123456789abcdef": "2021"})
    one, other = record.articles()
    assert one == dated.article
    assert (other.published, other.published_basis) == ("2022-05", "inferred")
    assert other.id == undated.article.id
    assert record.holds(undated.article.id)


def test_an_inferred_date_gives_way_to_a_better_inference_and_to_a_read_date(record: Record) -> None:
    undated = bare(make_article(published=None))
    record.add(undated, READ_AT)
    record.infer_dates({undated.article.id: "2022"})
    record.infer_dates({undated.article.id: "2022-05-12"})
    assert record.articles()[0].published == "2022-05-12"
    dated = bare(make_article(published="2022-05-11"))
    assert record.add(dated, LATER) == "changed"
    assert record.articles() == (dated.article,)


def test_reading_an_article_again_keeps_its_inferred_date(record: Record) -> None:
    undated = read_marrakech(make_article(published=None))
    record.add(undated, READ_AT)
    record.infer_dates({undated.article.id: "2022-05"})
    assert record.add(undated, LATER) == "unchanged"
    assert record.add(dataclasses.replace(undated, claims=()), LATER) == "changed"
    (article,) = record.articles()
    assert (article.published, article.published_basis) == ("2022-05", "inferred")


def test_no_dates_change_nothing(record: Record) -> None:
    undated = bare(make_article(published=None))
    record.add(undated, READ_AT)
    record.infer_dates({})
    assert record.articles() == (undated.article,)


def test_a_reconciliation_comes_back_in_its_order(record: Record) -> None:
    saved = Reconciliation(
        facts=(
            Fact("f2", "funding", (("amount", 700_000_000), ("donor", "MA")), ("c1", "c2"), ("c3",)),
            Fact("f1", "meeting", (("city", "مراكش"), ("country", None), ("hosts", ("MA", "US"))), ("c4",)),
        ),
        disagreements=(
            Disagreement(
                "members of the coalition", "change", (Side("83", ("c5",)), Side("84", ("c6", "c7"))), "انضم عضو"
            ),
        ),
        follow_ups=(
            FollowUp("f2", 1, "fulfilled", ("c8",), "paid in full"),
            FollowUp("f1", None, "insufficient_evidence", (), "لا خبر"),
            FollowUp("f0", -1, "overdue", (), "its day has passed"),
        ),
    )
    record.save(saved)
    assert record.reconciliation() == saved


def test_a_reconciliation_replaces_the_former(record: Record) -> None:
    assert record.reconciliation() == Reconciliation()
    old = Fact("f1", "membership", (("member", "MR"),), ("c1",))
    new = Fact("f2", "membership", (("member", "YE"),), ("c2",))
    record.save(Reconciliation(facts=(old, new), follow_ups=(FollowUp("f1", 0, "partly", ("c1",), "half"),)))
    record.save(Reconciliation(facts=(new,)))
    assert record.reconciliation() == Reconciliation(facts=(new,))
    record.save(Reconciliation())
    assert record.reconciliation() == Reconciliation()
