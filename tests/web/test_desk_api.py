"""What the API tells of the samples: values, citations, pages, filters, tables, "not modified"."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from .desk_api_setup import desk_over

COALITION = "Global Coalition against Daesh"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with desk_over(tmp_path_factory.mktemp("desk")) as client:
        yield client


def get(client: TestClient, address: str) -> Any:
    answer = client.get(f"/api/{address}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def words(client: TestClient, citation: dict[str, Any]) -> str:
    """The article's own words at a citation."""
    text = get(client, f"articles/{citation['article_id']}")["text"]
    return str(text[citation["start"] : citation["end"]])


def test_the_overview_stands_on_the_last_publication(client: TestClient) -> None:
    found = get(client, "overview")
    assert found["as_of"] == "2022-06-29"
    assert {count["key"]: count["count"] for count in found["counts"]}["articles"] == 8
    assert {count["key"]: count["count"] for count in found["coverage"]["languages"]} == {"ar": 4, "en": 2, "fr": 2}
    assert found["coverage"]["missing_languages"] == []
    assert "2021-06-30/2022-05-10" in found["coverage"]["missing_days"]


def test_what_is_open_depends_on_the_day_asked_for(client: TestClient) -> None:
    def due_by_june(as_of: str) -> dict[str, dict[str, Any]]:
        found = get(client, f"commitments?as_of={as_of}&due_until=2022-06")["items"]
        return {line["action"][:11]: line for line in found if line["deadline"] == "../2022-06"}

    made_in_rome = "سيعقدون اجت"
    before, after = due_by_june("2021-12-31"), due_by_june("2022-06-29")
    assert before[made_in_rome]["is_open"] and not before[made_in_rome]["is_overdue"]
    assert after[made_in_rome]["status"] == "fulfilled" and not after[made_in_rome]["is_open"]
    assert due_by_june("2020") == {}


def test_every_citation_of_a_meeting_opens_at_words_of_its_article(client: TestClient) -> None:
    line = next(item for item in get(client, "meetings?text=Marrakesh")["items"] if item["body"] == COALITION)
    assert (line["city"], line["country"], line["level"]) == ("Marrakesh", "MA", "ministerial")
    meeting = get(client, f"meetings/{line['id']}")
    city = next(value for value in meeting["facts"] if value["slot"] == "city")
    assert city["value"] == "Marrakesh"
    # Where the city is told elsewhere in the article, the whole claim is cited.
    assert {words(client, citation) for citation in city["citations"]} & {"Marrakesh", "Marrakech", "مراكش"}
    reports = {report["article"]["file"] for report in meeting["reports"]}
    assert {"en-marrakesh-2022.txt", "fr-marrakesh-2022.txt", "ar-marrakesh-2022.txt"} <= reports
    assert meeting["before"]["city"] == "Rome"
    assert "Nasser Bourita" in {speaker["speaker"] for speaker in meeting["speakers"]}


def test_a_promise_that_was_kept_has_its_evidence_and_its_history(client: TestClient) -> None:
    kept = get(client, "commitments?status=fulfilled")["items"]
    assert kept
    view = get(client, f"commitments/{kept[0]['id']}")
    assert [name for name, _ in view["tests"]] == ["discrete", "specific", "future", "public", "collective"]
    assert view["evidence"] and words(client, view["evidence"][0])
    assert view["history"][0]["day"] == view["line"]["made_on"]
    assert view["history"][-1]["status"] == "fulfilled"


def test_money_is_summed_by_who_gives_and_stage(client: TestClient) -> None:
    found = get(client, "money?donor=US&currency=USD")
    assert {line["donor"] for line in found["lines"]["items"]} == {"US"}
    total = next(total for total in found["by_donor"] if total["key"] == "US")
    assert total["lines"] == found["lines"]["total"]
    amounts = [line["amount"] for line in found["lines"]["items"] if line["stage"] == "pledge"]
    assert total["pledge"] == sum(amounts)
    assert 700_000_000 in [line["amount"] for line in found["lines"]["items"]]


def test_members_have_a_curve_and_what_disagrees(client: TestClient) -> None:
    found = get(client, "members")
    assert found["body"] == COALITION
    assert {83, 84, 85} <= {point["value"] for point in found["curve"]}
    # "Two new members" is no number of members, and every number stands in the words that are cited.
    assert min(point["value"] for point in found["curve"]) > 80
    assert all(words(client, point["citations"][0]) for point in found["curve"])
    assert "MR" in {line["member"] for line in found["members"]["items"]}
    assert "contradiction" in {item["reason"] for item in found["disagreements"]}


def test_members_come_in_pages_and_the_map_has_all_of_them(client: TestClient) -> None:
    whole = get(client, "members")
    lines = whole["members"]["items"]
    assert len(lines) == whole["members"]["total"] > 1
    pages = [get(client, f"members?page_size=1&page={page}") for page in range(1, len(lines) + 1)]
    assert [page["members"]["items"][0] for page in pages] == lines
    assert all(page["marks"] == whole["marks"] for page in pages)
    assert [line["date"] for line in lines if line["date"]] == sorted(line["date"] for line in lines if line["date"])
    marked = {mark["member"]: mark for mark in whole["marks"]}
    assert len(marked) == len(whole["marks"])
    assert set(marked) == {line["member"] for line in lines if len(line["member"]) == 2}
    # Who joined is a member on the map, whatever else is told of it.
    joined = {line["member"] for line in lines if line["change"] in ("joined", "member") and len(line["member"]) == 2}
    assert joined == {code for code, mark in marked.items() if mark["change"] in ("joined", "member")}
    assert all(words(client, mark["citations"][0]) for mark in marked.values())


def test_a_person_has_offices_and_statements_from_all_languages(client: TestClient) -> None:
    line = get(client, "people?text=بوريطة")["items"][0]
    assert line["name"] == "Nasser Bourita"
    person = get(client, f"people/{line['id']}")
    assert {"ar", "en", "fr"} == {statement["citation"]["language"] for statement in person["statements"]["items"]}
    assert "foreign minister" in {office["role"] for office in person["line"]["offices"]}


def test_an_article_comes_whole_with_its_layers_in_place(client: TestClient) -> None:
    head = get(client, "articles?language=ar&text=مراكش")["items"][0]
    article = get(client, f"articles/{head['id']}")
    assert article["direction"] == "rtl"
    for layer in article["layers"]:
        assert 0 <= layer["start"] < layer["end"] <= len(article["text"])
    assert {"country", "person", "money"} <= {layer["kind"] for layer in article["layers"]}
    for claim in article["claims"]:
        for slot in claim["slots"]:
            if slot["start"] is not None:
                assert claim["start"] <= slot["start"] or slot["end"] <= len(article["text"])


def test_two_articles_share_the_passages_that_stand_in_both(client: TestClient) -> None:
    files = {item["file"]: item["id"] for item in get(client, "articles")["items"]}
    same = get(client, f"compare/{files['en-elmau-2022.txt']}/{files['en-elmau-2022.txt']}")
    assert same["shared"] == 1.0
    apart = get(client, f"compare/{files['en-elmau-2022.txt']}/{files['fr-rome-2021.txt']}")
    assert apart["passages"] == [] and apart["shared"] == 0.0


def test_disagreements_have_sides_with_outlets(client: TestClient) -> None:
    found = get(client, "disagreements?reason=contradiction")["items"]
    sides = {side["value"]: side for item in found for side in item["sides"]}
    # The two numbers in which the samples disagree on purpose, and none beside them.
    assert {"84", "85", "2014", "2015"} == set(sides)
    assert sides["85"]["citations"] and sides["85"]["outlets"]


def test_pages_cut_the_list_and_tell_its_length(client: TestClient) -> None:
    first, second = get(client, "articles?page_size=3"), get(client, "articles?page_size=3&page=2")
    assert first["total"] == second["total"] == 8
    assert len(first["items"]) == len(second["items"]) == 3
    assert not {item["id"] for item in first["items"]} & {item["id"] for item in second["items"]}
    assert get(client, "articles?page_size=3&page=9")["items"] == []


def test_a_list_as_csv_shows_arabic_and_dates_in_words(client: TestClient) -> None:
    answer = client.get("/api/meetings?format=csv")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == get(client, "meetings")["total"]
    marrakesh = next(row for row in rows if row["city"] == "Marrakesh")
    assert marrakesh["date_in_words"] == "11 May 2022"
    assert marrakesh["link"].startswith("http://127.0.0.1:8765/article/")


def test_a_list_as_xlsx_opens_and_numbers_are_numbers(client: TestClient) -> None:
    answer = client.get("/api/money?format=xlsx")
    rows = list(load_workbook(io.BytesIO(answer.content), read_only=True).active.iter_rows(values_only=True))
    amount = rows[0].index("amount")
    assert 700_000_000 in [row[amount] for row in rows[1:]]


@pytest.mark.parametrize(
    "address", ["people", "disagreements", "search?q=coalition", "review", "judgements", "articles", "refusals"]
)
def test_every_list_is_a_table_too(client: TestClient, address: str) -> None:
    joint = "&" if "?" in address else "?"
    answer = client.get(f"/api/{address}{joint}format=csv")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    whole = client.get(f"/api/{address}{joint}whole=true")
    assert "attachment" in whole.headers["content-disposition"]
    found = whole.json()
    assert len(rows) == len((found.get("hits") or found.get("queue") or found)["items"])
    if address in ("people", "disagreements", "search?q=coalition", "review"):
        assert any(row["words"] and row["link"].startswith("http://127.0.0.1:8765/article/") for row in rows)
    assert client.get(f"/api/{address}{joint}format=xlsx").status_code == 200


def test_a_json_file_holds_every_line_and_a_page_only_its_own(client: TestClient) -> None:
    assert len(get(client, "review")["queue"]["items"]) == 25
    whole = get(client, "review?whole=true")["queue"]
    assert len(whole["items"]) == whole["total"] > 25
    assert "/api/people?format=json&amp;whole=true" in client.get("/people").text


def test_the_calendar_has_an_event_for_each_term(client: TestClient) -> None:
    answer = client.get("/api/deadlines.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    lines = answer.content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR" and lines[-2] == b"END:VCALENDAR"
    assert max(map(len, lines)) <= 75
    assert lines.count(b"BEGIN:VEVENT") == get(client, "deadlines")["total"] > 0
    assert b"DTSTART;VALUE=DATE:20220630" in lines


def test_the_same_question_to_the_same_record_is_not_modified(client: TestClient) -> None:
    tag = client.get("/api/meetings").headers["etag"]
    assert client.get("/api/meetings", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/api/meetings?page=2", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("meetings/0000", 404, "not_found"),
        ("articles/..%2F..%2Fetc%2Fpasswd", 404, "not_found"),
        ("nothing", 404, "not_found"),
        ("meetings?page=0", 422, "invalid"),
        ("meetings?since=yesterday", 400, "bad_request"),
        ("overview?as_of=99", 400, "bad_request"),
    ],
)
def test_failures_have_one_shape(client: TestClient, address: str, status: int, code: str) -> None:
    answer = client.get(f"/api/{address}")
    assert answer.status_code == status
    error = answer.json()["error"]
    assert error["code"] == code and error["message"] and error["hint"]


def test_nothing_of_an_empty_record_fails(tmp_path: Path) -> None:
    import mithaq.record

    mithaq.record.Record.open(tmp_path / "record.db").close()
    with desk_over(tmp_path) as client:
        for address in ("overview", "meetings", "commitments", "money", "members", "people", "disagreements", "review"):
            assert client.get(f"/api/{address}").status_code == 200, address
        assert client.get("/api/search?q=سلام").json()["hits"]["items"] == []
