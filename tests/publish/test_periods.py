"""Which days a date can mean, and whether two dates can be the same time."""

from datetime import date

import pytest

from mithaq.publish.periods import bounds, is_compatible, most_precise, sorting_day


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022-05-11", date(2022, 5, 11), date(2022, 5, 11)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("2021-23", date(2021, 9, 1), date(2021, 11, 30)),
        ("2021-24", date(2021, 12, 1), date(2022, 2, 28)),
        ("2022-05-02/2022-05-08", date(2022, 5, 2), date(2022, 5, 8)),
        ("2021/2022-06", date(2021, 1, 1), date(2022, 6, 30)),
    ],
)
def test_bounds(edtf: str, first: date, last: date) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize("edtf", [None, "../2022", "2002/..", "P2Y", "2022-02-30", "2022/2021", "0000", "junk"])
def test_no_bounds(edtf: str | None) -> None:
    assert bounds(edtf) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2022-05-11", "2022-05", True),
        ("2022-05-11", None, True),
        ("2002/..", "2002/..", True),
        ("2022-05-11", "2022-05-12", False),
        ("2002/..", "2022", False),
    ],
)
def test_compatible(one: str | None, other: str | None, expected: bool) -> None:
    assert is_compatible(one, other) is expected
    assert is_compatible(other, one) is expected


def test_most_precise() -> None:
    assert most_precise(["2022", None, "2022-05-11", "2022-05"]) == "2022-05-11"
    assert most_precise(["2002/..", "2022"]) == "2022"
    assert most_precise([None]) is None


def test_dates_in_order_of_time() -> None:
    dates = ["2021-06", "../2022-06", "2022-06-30", "2023/..", None]
    assert sorted(reversed(dates), key=lambda edtf: (sorting_day(edtf), edtf or "")) == dates
