"""Publication dates as metadata gives them."""

import pytest

from mithaq.sources.published import date_only


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2022-05-12", "2022-05-12"),
        ("2022-05", "2022-05"),
        ("2022", "2022"),
        ("2014~", "2014~"),
        (" 2022-05-12 ", "2022-05-12"),
        ("2022-05-12T23:30:00-05:00", "2022-05-12"),
        ("2022-05-12T23:30:00Z", "2022-05-12"),
        ("2022-05-12 08:15", "2022-05-12"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_dates_are_read_as_precisely_as_they_are_written(written: str, date: str) -> None:
    assert date_only(written) == date


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "12/05/2022", "2022-13", "2022-02-30", "2023-02-29", "0000", "20220512", "2022-5-1", "2022-05-12x",
     "2022T10:00", "12 May 2022", "2022-05-02/2022-05-08"],
)  # fmt: skip
def test_what_is_not_one_date_is_none(written: str) -> None:
    assert date_only(written) is None
