"""The five articles the project began with: what a reader finds in them must be in the record, with its words.

The articles stay with their publishers and are not in the repository; without them these tests are skipped.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

import mithaq
from mithaq.model.claim import Commitment, Figure, Funding, Meeting, Membership
from mithaq.record import Record

FIRST_ARTICLES = Path(__file__).parents[1].parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(
    not FIRST_ARTICLES.is_dir(), reason="the first articles are not beside the repository (../shared/seeds)"
)


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    with mithaq.read([FIRST_ARTICLES]) as read:
        yield read


def contents(record: Record, kind: str) -> list[object]:
    return [claim.content for claim in record.claims(kind)]


def test_both_meetings_with_place_date_and_hosts(record: Record) -> None:
    meetings = [found for found in contents(record, "meeting") if isinstance(found, Meeting)]
    rome = [found for found in meetings if found.city == "Rome" and found.date == "2021-06-28"]
    marrakesh = [found for found in meetings if found.city == "Marrakesh" and found.date == "2022-05-11"]
    assert any({"IT", "US"} <= set(found.hosts) for found in rome)
    assert any(found.hosts and found.country == "MA" for found in marrakesh)


def test_the_four_that_joined_and_the_member_counts(record: Record) -> None:
    joined = {
        found.member
        for found in contents(record, "membership")
        if isinstance(found, Membership) and found.change == "joined"
    }
    assert {"CF", "CD", "MR", "YE"} <= joined
    counts = {
        found.value
        for found in contents(record, "figure")
        if isinstance(found, Figure) and found.of and "Coalition" in found.of
    }
    assert {83.0, 84.0} <= counts


def test_the_money_with_its_donor(record: Record) -> None:
    funding = {
        (found.amount, found.donor, found.stage, found.period)
        for found in contents(record, "funding")
        if isinstance(found, Funding)
    }
    assert (700e6, "US", "pledge", "2022") in funding
    assert {(amount, donor, period) for amount, donor, _, period in funding} >= {
        (45e6, "US", "2021"),
        (60e6, "US", "2021"),
    }


def test_the_promise_to_meet_again(record: Record) -> None:
    promised = [found for found in contents(record, "commitment") if isinstance(found, Commitment)]
    assert any(found.deadline == "../2022-06" and found.by == ("participants",) for found in promised)


def test_the_cells_since_2002(record: Record) -> None:
    cells = [found for found in contents(record, "figure") if isinstance(found, Figure) and found.value == 210]
    assert cells
    assert all((found.qualifier, found.unit, found.when) == ("more_than", "cells", "2002/..") for found in cells)


def test_the_founding_year_is_told_in_two_ways(record: Record) -> None:
    told: dict[float, set[str]] = {}
    for claim in record.claims("figure"):
        if isinstance(claim.content, Figure) and claim.content.unit == "founding year":
            told.setdefault(claim.content.value, set()).add(claim.article_id)
    assert len(told[2014.0]) >= 2
    assert len(told[2004.0]) == 1
    about = [found for found in record.reconciliation().disagreements if "founding year" in found.about]
    assert [found.reason for found in about] == ["contradiction"]
    assert {side.value for side in about[0].sides} == {"2004", "2014"}


def test_every_citation_holds(record: Record) -> None:
    assert record.verify() == ()
