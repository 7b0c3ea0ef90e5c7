"""Charts: what they say in words, from which side they are read, and that they need nothing but the style sheet."""

import re
from datetime import date

from mithaq.publish.readable import load_country_names
from mithaq.web.charts import bar_chart, curve_chart, day_chart, deadline_chart, money_chart
from mithaq.web.drawing import TimeAxis, number_ticks, tick_day
from mithaq.web.views.shapes import Citation, CommitmentLine, Count, CurvePoint, MemberLine, MoneyTotal
from mithaq.web.wording import Wording
from mithaq.web.world import load_world, member_map

ENGLISH, ARABIC = Wording("en"), Wording("ar", "arab")
CITED = (Citation("0123456789abcdef", 3, 9, "a.txt", "Wire", "83 members"),)


def promise(number: int, made: str | None, deadline: str | None, status: str = "not_yet_due") -> CommitmentLine:
    return CommitmentLine(
        f"id{number}", ("US",), f"do thing {number}", "en", None, deadline, False, (), status, None, made, (), ("en",), 1, CITED
    )  # fmt: skip


def label_of(svg: str) -> str:
    return re.findall(r'aria-label="([^"]*)"', svg)[0]


def test_bars_tell_every_number_in_words() -> None:
    svg = bar_chart([("Wire", 4), ("<b>", 1)], ENGLISH)
    assert label_of(svg) == "Wire: 4; &lt;b&gt;: 1"
    assert "<b>" not in svg
    assert svg.count("<rect") == 2


def test_bars_of_nothing_but_zeros_are_drawn() -> None:
    assert label_of(bar_chart([("Arabic", 0), ("French", 0)], ENGLISH)) == "Arabic: 0; French: 0"


def test_bars_grow_from_the_side_where_reading_starts() -> None:
    places = {
        wording.language: [
            float(x) for x in re.findall(r'<rect x="([\d.]+)"', bar_chart([("A", 4), ("B", 1)], wording))
        ]
        for wording in (ENGLISH, ARABIC)
    }
    assert places["en"][0] == places["en"][1]
    assert places["ar"][0] < places["ar"][1]


def test_many_bars_are_summed_not_dropped() -> None:
    svg = bar_chart([(f"outlet {number}", 2) for number in range(20)], ENGLISH)
    assert "6 more: 12" in label_of(svg)


def test_articles_of_one_day_stand_together_and_undated_ones_are_told() -> None:
    svg = day_chart([Count("2022-05-12", 2), Count("2022-05-14", 1), Count("", 3)], ENGLISH)
    assert label_of(svg) == "12 May 2022: 2; 14 May 2022: 1; date unknown: 3"
    assert svg.count("<rect") == 2


def test_years_of_articles_are_shown_by_month() -> None:
    svg = day_chart([Count("2021-06-28", 1), Count("2021-06-29", 1), Count("2022-05-11", 4)], ENGLISH)
    assert label_of(svg) == "June 2021: 2; May 2022: 4"


def test_a_deadline_is_a_link_from_the_telling_to_the_last_day_of_the_term() -> None:
    svg = deadline_chart([promise(1, "2022-05-11", "2023"), promise(2, "2022-05-11", None)], ENGLISH)
    assert 'href="/commitment/id1"' in svg
    assert "id2" not in svg
    assert "1 commitments with a deadline, from 11 May 2022 to 31 December 2023" in label_of(svg)
    assert 'role="group"' in svg


def test_promises_without_deadlines_have_no_timeline() -> None:
    assert deadline_chart([promise(1, "2022-05-11", None), promise(2, None, "P2Y")], ENGLISH) == ""


def test_money_tells_each_stage() -> None:
    total = MoneyTotal("US", "USD", 0, 700_000_000, 0, 45_000_000, 2)
    svg = money_chart([("United States", total)], ENGLISH)
    assert label_of(svg) == "United States: pledged $700 million, paid $45 million"
    assert svg.count("<rect") == 2


def test_the_curve_leads_from_each_number_to_its_words() -> None:
    points = (
        CurvePoint("2021-06-28", 83, "exact", CITED),
        CurvePoint("2022-05-11", 84, "exact", CITED),
        CurvePoint(None, 9, "exact", ()),
    )
    svg = curve_chart(points, ARABIC)
    assert svg.count('href="/article/0123456789abcdef?at=3-9#at"') == 2
    assert "٢٨ حزيران/يونيو ٢٠٢١: ٨٣" in label_of(svg)


def test_nothing_is_drawn_from_nothing() -> None:
    assert (
        bar_chart([], ENGLISH)
        == day_chart([Count("", 2)], ENGLISH)
        == curve_chart((), ENGLISH)
        == money_chart([], ENGLISH)
        == ""
    )


def test_the_map_marks_members_and_those_that_are_not_any_more() -> None:
    lines = [
        MemberLine(code, change, None, None, None, 1, CITED)
        for code, change in (("MA", "joined"), ("BH", "member"), ("HU", "left"), ("NATO", "member"))
    ]
    svg = member_map(lines, ENGLISH)
    assert "2 members are marked" in label_of(svg)
    assert svg.count('class="land member"') == 1
    assert svg.count('class="dot member"') == 1
    assert svg.count('class="land left"') == 1
    assert 'aria-label="Bahrain: member"' in svg


def test_every_state_of_the_tables_is_on_the_map() -> None:
    world = load_world()
    assert load_country_names().keys() <= world["paths"].keys() | world["points"].keys()
    assert all(0 <= x <= world["width"] and 0 <= y <= world["height"] for x, y in world["points"].values())
    cairo_side, lisbon_side = world["points"]["BH"][0], world["points"]["CV"][0]
    assert lisbon_side < cairo_side


def test_no_chart_carries_a_style_of_its_own() -> None:
    svg = (
        bar_chart([("A", 1)], ENGLISH)
        + member_map([], ENGLISH)
        + deadline_chart([promise(1, None, "2023-05")], ENGLISH)
    )
    assert "style=" not in svg
    assert "<script" not in svg


def test_an_axis_of_time_names_few_round_days() -> None:
    axis = TimeAxis(date(2014, 3, 1), date(2027, 6, 1), 0, 100)
    assert axis.ticks()[:2] == ["2014", "2015"]
    assert len(axis.ticks()) <= 14
    assert axis.place(date(2010, 1, 1)) == 0
    assert axis.place(date(2030, 1, 1)) == 100
    assert tick_day("2022-05") == date(2022, 5, 1)


def test_an_axis_of_numbers_reaches_beyond_the_highest() -> None:
    assert number_ticks(4) == [0, 1, 2, 3, 4]
    assert number_ticks(86, 82)[0] <= 82
    assert number_ticks(86, 82)[-1] >= 86
    assert number_ticks(1) == [0, 1]
