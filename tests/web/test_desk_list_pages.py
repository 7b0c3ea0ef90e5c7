"""Lists: filters, ends, days, charts and headings as a reader meets them."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

import pytest

from mithaq.web.charts import curve_chart, money_chart
from mithaq.web.marking import mark_text
from mithaq.web.views.shapes import CurvePoint, MoneyTotal
from mithaq.web.wording import Wording
from tests.web.desk_pages_setup import LANGUAGES, TestClient, addresses_in, first, open_desk, text_of


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    yield from open_desk(tmp_path_factory.mktemp("desk"))


def rows(page: str) -> list[str]:
    return [text_of(row) for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)][1:]


def test_meetings_are_narrowed_by_body_country_status_days_and_words(desk: TestClient) -> None:
    everything = rows(desk.get("/meetings?lang=en").text)
    for asked, word in (
        ("country=MA", "Morocco"), ("status=planned", "planned"), ("since=2022-05-01&until=2022-05-31", "May 2022"),
        ("text=rome", "Rome"), ("body=G7", "G7"),
    ):  # fmt: skip
        found = rows(desk.get(f"/meetings?{asked}").text)
        assert 0 < len(found) < len(everything), asked
        assert all(word in row for row in found), asked
    page = desk.get("/meetings?country=MA").text
    assert '<option value="MA" selected>' in page
    assert "/api/meetings?country=MA&format=csv" in unescape(page)


@pytest.mark.parametrize(
    "listed", ["/articles", "/meetings", "/commitments", "/money", "/people", "/search?q=coalition"]
)
def test_a_page_beyond_the_last_leads_back_to_it(desk: TestClient, listed: str) -> None:
    page = desk.get(listed, params={"lang": "en", "page": "99999"} if "?" not in listed else None)
    if "?" in listed:
        page = desk.get(f"{listed}&lang=en&page=99999")
    told = re.findall(r'<p class="empty"><a href="([^"]*)">The list ends at page (\d+)\.</a>', page.text)
    assert len(told) == 1
    assert unescape(told[0][0]).endswith(f"page={told[0][1]}")
    assert "Nothing of this kind was read." not in desk.get(unescape(told[0][0])).text


def test_the_calendar_has_the_filters_of_the_page_and_names(desk: TestClient) -> None:
    page = desk.get("/commitments?lang=fr&actor=US").text
    address = unescape(re.findall(r'href="(/api/deadlines\.ics[^"]*)"', page)[0])
    assert address == "/api/deadlines.ics?actor=US&lang=fr"
    told = desk.get(address).content.replace(b"\r\n ", b"").decode("utf-8")
    summaries = re.findall(r"SUMMARY:(.*)", told)
    assert summaries
    assert all(summary.startswith("États-Unis: ") for summary in summaries)


def test_what_is_open_is_told_with_its_day_which_can_be_chosen(desk: TestClient) -> None:
    for address in ("/", "/commitments", first(desk, "/commitments", "commitment")):
        assert "Open and overdue are told as of" in desk.get(address, params={"lang": "en"}).text, address
    for address in ("/", "/commitments"):
        assert '<input type="date" name="as_of" value="2022-03-01">' in desk.get(f"{address}?as_of=2022-03-01").text
    # Kept in May 2022: in March nobody knew.
    kept = [row for row in rows(desk.get("/commitments?lang=en").text) if "kept" in row]
    assert kept
    before = rows(desk.get("/commitments?as_of=2022-03-01").text)
    assert before
    assert not any("kept" in row for row in before)


def test_headings_of_disagreements_leave_out_no_level(desk: TestClient) -> None:
    page = desk.get("/disagreements").text
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1 and len(levels) > 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_the_two_sides_of_a_comparison_have_their_own_names(desk: TestClient) -> None:
    article = first(desk, "/articles", "article").split("/")[2]
    page = desk.get(f"/compare/{article}/{article}?lang=en").text
    assert re.findall(r'<section aria-label="([^"]*)"', page) == ["Text 1", "Text 2"]


def test_money_is_charted_by_giver_receiver_and_year_and_never_empty(desk: TestClient) -> None:
    page = text_of(desk.get("/money?lang=en").text)
    for title in ("By donor, USD", "By recipient, USD", "By year, USD"):
        assert title in page
    for asked in ("stage=paid", "stage=commitment", "currency=EUR"):
        figures = re.findall(r'<figure class="chart"[^>]*>(.*?)</figure>', desk.get(f"/money?{asked}").text, re.DOTALL)
        assert all("<rect" in figure for figure in figures), asked


def test_sums_asked_for_and_paid_are_not_added_up() -> None:
    total = MoneyTotal("US", "USD", 0, 700e6, 0, 45e6, 2)
    svg = money_chart([("United States", total)], Wording("en"))
    shown = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    assert [word for word in shown if "$" in word] == ["$700 million", "$45 million"]
    assert money_chart([("Nobody", MoneyTotal("", "USD", 0, 0, 0, 0, 0))], Wording("en")) == ""


def test_numbers_on_the_curve_do_not_lie_on_each_other() -> None:
    points = [CurvePoint(day, value, "exact", ()) for day, value in (
        ("2014-01-01", 60), ("2022-05-11", 84), ("2022-05-12", 84), ("2022-05-12", 85), ("2022-05-13", 83),
    )]  # fmt: skip
    svg = curve_chart(points, Wording("en"))
    labels = [
        (float(x), float(y), word)
        for x, y, word in re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*class="strong">([^<]*)</text>', svg)
    ]
    assert [word for _, _, word in labels].count("84") == 1
    for number, (x, y, _) in enumerate(labels):
        assert all(abs(x - other[0]) >= 12 or abs(y - other[1]) >= 12 for other in labels[number + 1 :])


def test_what_is_said_stands_beside_the_article(desk: TestClient) -> None:
    for address in addresses_in(desk.get("/articles?language=en&lang=en").text):
        page = desk.get(address).text if address.startswith("/article/") else ""
        said = re.findall(
            r'<q class="plain"><a class="value" href="/article/[^"]*at=(\d+)-(\d+)#at">(.*?)</a></q>', page
        )
        for start, end, words in said:
            assert text_of(words)[:20].strip("…") in " ".join(
                desk.get(f"/api/articles/{address.split('/')[2]}").json()["text"][int(start) : int(end)].split()
            )
        if said:
            return
    pytest.fail("no article shows what anybody says")


def test_a_line_of_digits_follows_its_article() -> None:
    assert mark_text("١٢٣ – 83%\nنص", [], None, "rtl").count('<p dir="rtl">') == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_outlets_run_in_their_own_direction(desk: TestClient, language: str) -> None:
    chips = re.findall(r'<a class="cite" dir="(\w+)"[^>]*>([^<]*)', desk.get(f"/meetings?lang={language}").text)
    assert chips
    for direction, name in chips:
        assert direction == ("rtl" if re.search("[ء-ي]", name) else "ltr"), name


def test_errors_are_told_in_the_reader_s_language_with_the_detail_in_english(desk: TestClient) -> None:
    page = desk.get("/meeting/nothing?lang=ar").text
    notice = re.findall(r'<p class="notice bad">(.*?)</p>', page, re.DOTALL)[0]
    assert "لا وجود لهذا هنا" in notice
    assert '<span lang="en" dir="ltr">There is no meeting nothing.' in notice
