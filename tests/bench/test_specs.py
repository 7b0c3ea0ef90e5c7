"""The specification bench: Timex values compared with EDTF by the days they mean, classes left out, skipping."""

from pathlib import Path

import pytest

from bench.spec_cases import Case
from bench.spec_scope import out_of_scope
from bench.specs import main
from bench.timex import same_days, same_duration, same_named_period, same_period, within_days


def both(**days: str) -> dict[str, dict[str, str]]:
    return {"FutureResolution": days, "PastResolution": days}


@pytest.mark.parametrize(
    ("edtf", "value", "same"),
    [
        ("2016-11-07", both(date="2016-11-07"), True),
        ("2016-11-07", both(date="2016-11-08"), False),
        ("2016-11-07/2016-11-13", both(startDate="2016-11-07", endDate="2016-11-14"), True),
        ("2014/2018", both(startDate="2014-01-01", endDate="2018-01-01"), True),
        ("2014/2018", both(startDate="2014-01-01", endDate="2016-01-01"), False),
        ("2017/..", both(startDate="2017-01-01"), True),
        ("no date", both(date="2016-11-07"), False),
    ],
)
def test_days_are_compared(edtf: str, value: dict[str, dict[str, str]], same: bool) -> None:
    assert same_days(edtf, value) is same


def test_either_reading_of_a_date_without_a_year_will_do() -> None:
    value = {"FutureResolution": {"date": "2017-10-02"}, "PastResolution": {"date": "2016-10-02"}}
    assert same_days("2016-10-02", value) and same_days("2017-10-02", value) and not same_days("2015-10-02", value)
    assert same_period("2015-10-02", "XXXX-10-02") and not same_period("2015-10-03", "XXXX-10-02")


def test_durations_are_compared_in_their_units() -> None:
    assert (
        same_duration("P2Y", "P24M")
        and same_duration("P2W", "P14D")
        and same_duration("P3D", "(2016-11-08,2016-11-11,P3D)")
    )
    assert not same_duration("P1M", "P30D")


def test_named_periods() -> None:
    assert same_named_period("2021-23", "2021-FA") and same_named_period("2016-11-07/2016-11-13", "2016-W45")
    assert not same_named_period("2021-22", "2021-FA")


def test_a_year_may_stand_for_the_day_a_year_ago() -> None:
    assert within_days("2014", both(date="2014-11-07")) and not within_days("2013", both(date="2014-11-07"))


def case(
    text: str, timex: str, kind: str = "date", reference: str | None = "2016-11-07", unsupported: str = ""
) -> Case:
    result = {"Text": text, "Type": kind, "Value": {"Timex": timex, **both(date="2016-11-07")}}
    return Case("DateParser", "English", text, reference, (result,), False, unsupported)


def test_classes_are_left_out_by_what_the_case_says() -> None:
    assert out_of_scope(case("yesterday", "2016-11-06")) is None
    assert "clock" in (out_of_scope(case("3pm", "T15", "time")) or "")
    assert "next" in (out_of_scope(case("next Sunday", "2016-11-20")) or "")
    assert "reference" in (out_of_scope(case("tomorrow", "2016-11-08", reference=None)) or "")
    assert out_of_scope(case("8 Nov 2016", "2016-11-08", reference=None)) is None
    marked = case("yesterday", "2016-11-06", unsupported="dotnet")
    assert out_of_scope(marked) is not None and out_of_scope(marked, with_unsupported=True) is None


def test_without_the_specifications_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "absent")]) == 0
    assert "skipped" in capsys.readouterr().out


def test_a_file_of_cases_is_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "DateTime" / "English"
    folder.mkdir(parents=True)
    (folder / "DurationParser.json").write_text(
        '[{"Input": "for 3 days", "Results": [{"Text": "3 days", "Type": "duration", "Start": 4, "Length": 6, '
        '"Value": {"Timex": "P3D"}}]}, {"Input": "for 3 days", "Results": [{"Text": "3 days", "Type": "duration", '
        '"Start": 4, "Length": 6, "Value": {"Timex": "P4D"}}]}]',
        encoding="utf-8",
    )
    assert main(["--data", str(tmp_path), "--language", "English", "--targets"]) == 1
    assert "0.500" in capsys.readouterr().out
