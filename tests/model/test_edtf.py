"""EDTF dates taken apart and put together."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.model.edtf import bounds, end_of, is_day, is_edtf, last_day, month_of, start_of, week_of

DAYS = st.dates(date(1, 1, 8), date(9999, 12, 20))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28)),
        ("2022-05-11", date(2022, 5, 11), date(2022, 5, 11)),
        ("2021-23", date(2021, 9, 1), date(2021, 11, 30)),
        ("2021-24", date(2021, 12, 1), date(2022, 2, 28)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("2015-08-15~", date(2015, 8, 15), date(2015, 8, 15)),
        ("2014~", date(2014, 1, 1), date(2014, 12, 31)),
        ("2015-08-03/2015-08-05", date(2015, 8, 3), date(2015, 8, 5)),
        ("2014/2019", date(2014, 1, 1), date(2019, 12, 31)),
        ("../2022-06", None, date(2022, 6, 30)),
        ("2002/..", date(2002, 1, 1), None),
    ],
)
def test_bounds_are_the_first_and_last_day(edtf: str, first: date | None, last: date | None) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22",
        "2022-13",
        "2022-02-30",
        "2022/x",
        "x/2022",
        "next week",
        "2022-5-1",
        "20X",
        "0000",
        "000X",
        "٢٠٢٢",
        "2022\n",
    ],
)
def test_what_is_no_date_has_no_bounds(text: str) -> None:
    assert bounds(text) is None
    assert not is_edtf(text)


@pytest.mark.parametrize(
    ("edtf", "single"), [("2022-05-11", True), ("2022-05-11~", True), ("2022-05", False), ("2022-02-30", False)]
)
def test_only_a_day_is_a_day(edtf: str, single: bool) -> None:
    assert is_day(edtf) is single


def test_months_run_into_other_years() -> None:
    assert month_of(2022, 13) == "2023-01"
    assert month_of(2022, 0) == "2021-12"
    assert month_of(2022, -11) == "2021-01"


def test_the_ends_of_intervals_and_dates() -> None:
    assert (start_of("2014/2019"), end_of("2014/2019")) == ("2014", "2019")
    assert (start_of("2022-05"), end_of("2022-05")) == ("2022-05", "2022-05")


def test_the_last_day_of_february() -> None:
    assert last_day(2024, 2) == date(2024, 2, 29)
    assert last_day(2023, 2) == date(2023, 2, 28)


@given(DAYS)
def test_a_printed_day_reads_back(day: date) -> None:
    assert bounds(day.isoformat()) == (day, day)


@given(DAYS)
def test_a_week_runs_from_monday_to_sunday_and_holds_its_day(day: date) -> None:
    span = bounds(week_of(day))
    assert span is not None and span[0] is not None and span[1] is not None
    assert span[0].isoweekday() == 1 and span[1].isoweekday() == 7
    assert span[0] <= day <= span[1]


@given(DAYS, DAYS)
def test_a_printed_interval_reads_back(one: date, other: date) -> None:
    assert bounds(f"{one.isoformat()}/{other.isoformat()}") == (one, other)


@given(st.text(max_size=30))
def test_no_text_raises(text: str) -> None:
    bounds(text)
    is_day(text)
