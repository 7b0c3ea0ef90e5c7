"""Numbers and dates compared by arithmetic."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mithaq.model.values import Qualifier
from mithaq.reconcile.intervals import Amount, days_apart, relate_amounts, relate_periods

QUALIFIERS: tuple[Qualifier, ...] = ("exact", "about", "more_than", "less_than", "at_least", "up_to", "nearly")


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ((84, "exact"), (84, "exact"), "same"),
        ((84, "exact"), (83, "exact"), "clash"),
        ((100_000, "more_than"), (110_000, "more_than"), "precision"),
        ((80, "more_than"), (80, "exact"), "precision"),
        ((2_445_000, "about"), (2_400_000, "about"), "precision"),
        ((2_445_000, "about"), (3_000_000, "about"), "clash"),
        ((101_000_000, "exact"), (100_000_000, "exact"), "precision"),
        ((48, "about"), (49, "about"), "precision"),
        ((10, "more_than"), (500, "more_than"), "compatible"),
        ((50, "up_to"), (60, "at_least"), "clash"),
        ((2014, "exact"), (2004, "exact"), "clash"),
        ((7, "exact"), (5, "exact"), "clash"),
    ],
)
def test_amounts(first: tuple[float, Qualifier], second: tuple[float, Qualifier], relation: str) -> None:
    assert relate_amounts(Amount(*first), Amount(*second)) == relation


amounts = some.builds(
    Amount, some.floats(1, 1e12, allow_nan=False).map(lambda value: float(round(value))), some.sampled_from(QUALIFIERS)
)


@given(amounts, amounts)
def test_amounts_relate_alike_both_ways(first: Amount, second: Amount) -> None:
    assert relate_amounts(first, second) == relate_amounts(second, first)


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("2022-05-11", "2022-05-11", "same"),
        ("2022-05", "2022-05-11", "precision"),
        ("2015-08-02/2015-08-03", "2015-08-03", "precision"),
        ("2015-08-02", "2015-08-03", "clash"),
        ("2015-12-01~", "2015-12-04", "precision"),
        ("../2022-06", "2022-05-11", "compatible"),
        ("../2022-06", "2022-07-11", "clash"),
        ("2002/..", "2001", "clash"),
        ("P2Y", "2022", "compatible"),
    ],
)
def test_periods(first: str, second: str, relation: str) -> None:
    assert relate_periods(first, second) == relation
    assert relate_periods(second, first) == relation


def test_days_between_periods() -> None:
    assert days_apart("2012-06-30", "2012-07-30") == 30
    assert days_apart("2012-06", "2012-06-30") == 0
    assert days_apart("2012-06", "2012-07-02") == 2
    assert days_apart("../2012-06", "2012-07-02") is None
