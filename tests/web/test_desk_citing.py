"""Values of lists open at their own words; what a person accepted or put right is told from what was only read."""

import csv
import io
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from .desk_api_setup import WRITER, desk_over


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with desk_over(tmp_path_factory.mktemp("desk")) as client:
        yield client


@pytest.fixture
def own(tmp_path: Path) -> Iterator[TestClient]:
    with desk_over(tmp_path) as client:
        yield client


def line_with(client: TestClient, address: str, **wanted: Any) -> dict[str, Any]:
    found = client.get(address).json()
    lines = found["items"] if "items" in found else found["lines"]["items"]
    return next(line for line in lines if all(line[name] == value for name, value in wanted.items()))


def words_at(client: TestClient, citation: dict[str, Any]) -> str:
    text = client.get(f"/api/articles/{citation['article_id']}").json()["text"]
    return str(text[citation["start"] : citation["end"]])


def told(client: TestClient, line: dict[str, Any]) -> dict[str, str]:
    return {slot: words_at(client, citation) for slot, citation in line["slot_citations"].items()}


def test_date_and_place_of_a_meeting_open_at_their_words(client: TestClient) -> None:
    line = line_with(client, "/api/meetings", city="Marrakesh")
    words = told(client, line)
    assert words["date"] == "Wednesday"
    # The country is told by its city.
    assert words["city"] == words["country"] == "Marrakesh"
    cited = line["slot_citations"]["date"]
    address = f"/article/{cited['article_id']}?at={cited['start']}-{cited['end']}#at"
    shown = re.findall(rf'href="{re.escape(address)}"[^>]*>(.*?)</a>', client.get("/meetings?lang=en").text, re.DOTALL)
    assert any("11 May 2022" in one for one in shown)


def test_parties_sums_and_terms_open_at_their_words(client: TestClient) -> None:
    money = told(client, line_with(client, "/api/money", donor="US", amount=700000000))
    assert (money["donor"], money["amount"], money["period"]) == ("Washington", "$700 million", "this year")
    promise = told(client, line_with(client, "/api/commitments", deadline="2023"))
    assert (promise["by"], promise["deadline"]) == ("Japan", "in 2023")


def test_a_value_that_is_disputed_opens_at_its_words(client: TestClient) -> None:
    sides = [side for item in client.get("/api/disagreements").json()["items"] for side in item["sides"]]
    assert sides
    for side in sides:
        digits = re.findall(r"\d+", side["value"])
        words = words_at(client, side["value_citation"])
        assert len(words) < 60, words
        assert side["value_citation"]["claim_id"] == side["citations"][0]["claim_id"]
        if digits and "-" not in side["value"]:
            assert digits[0][:2] in words


def test_offices_in_the_list_of_people_open_at_a_mention(client: TestClient) -> None:
    people = {line["name"]: line["offices"] for line in client.get("/api/people").json()["items"]}
    cited = people["Jens Stoltenberg"][0]["citations"][0]
    assert words_at(client, cited) == "Jens Stoltenberg"
    assert f'href="/article/{cited["article_id"]}?at={cited["start"]}-{cited["end"]}#at"' in unescape(
        client.get("/people?lang=en").text
    )


def judge(client: TestClient, claim: str, verdict: str, **more: Any) -> None:
    body = {"about": [claim], "verdict": verdict, "why": "compared with the print", "who": "Amina", **more}
    answer = client.post("/api/judgements", headers=WRITER, json=body)
    assert answer.status_code == 201, answer.text


def test_an_accepted_line_says_who_checked_it(own: TestClient) -> None:
    line = line_with(own, "/api/meetings", city="Marrakesh")
    assert (line["judged"], line["judged_by"]) == ("", [])
    assert "checked by" not in own.get("/?lang=en").text
    judge(own, line["citations"][0]["claim_id"], "accept")
    line = line_with(own, "/api/meetings", city="Marrakesh")
    assert (line["judged"], line["judged_by"]) == ("accept", ["Amina"])
    for page in ("/", "/meetings", f"/meeting/{line['id']}"):
        assert "checked by <bdi>Amina</bdi>" in own.get(page).text, page


def test_a_corrected_value_is_marked_wherever_it_is_shown(own: TestClient) -> None:
    line = line_with(own, "/api/money", donor="US", amount=2760000000)
    cited = line["slot_citations"]["amount"]
    judge(own, cited["claim_id"], "correct", slot="amount", value=2800000000)
    line = line_with(own, "/api/money", donor="US", amount=2800000000)
    assert (line["judged"], line["judged_by"]) == ("correct", ["Amina"])
    assert "corrected by <bdi>Amina</bdi>" in own.get("/money?lang=en").text
    rows = list(csv.DictReader(io.StringIO(own.get("/api/money?format=csv").content.decode("utf-8-sig"))))
    row = next(row for row in rows if float(row["amount"]) == 2800000000)
    assert (row["judged"], row["judged_by"]) == ("correct", "Amina")
    assert {row["judged"] for row in rows} == {"correct", ""}
    # The words stay what the article says; beside them stands what a person made of it.
    assert line["slot_citations"]["amount"]["excerpt"] == "$2.76 billion"
    page = own.get(f"/article/{cited['article_id']}?at={cited['start']}-{cited['end']}").text
    notice = re.findall(r'<p class="notice" role="note">(.*?)</p>', page, re.DOTALL)
    assert len(notice) == 1
    assert "corrected by <bdi>Amina</bdi>" in notice[0]
    assert "<strong><bdi>2.8 billion" in notice[0] and "<del><bdi>2.76 billion" in notice[0]


def test_a_corrected_slot_of_a_meeting_takes_the_place_of_the_read_one(own: TestClient) -> None:
    line = line_with(own, "/api/meetings", city="Rome")
    for claim in {telling["claim_id"] for telling in own.get(f"/api/meetings/{line['id']}").json()["tellings"]}:
        judge(own, claim, "correct", slot="city", value="Naples")
    view = own.get(f"/api/meetings/{line_with(own, '/api/meetings', city='Naples')['id']}").json()
    cities = [(fact["value"], fact["judged"], fact["judged_by"]) for fact in view["facts"] if fact["slot"] == "city"]
    assert cities == [("Naples", "correct", ["Amina"])]
    assert {fact["judged"] for fact in view["facts"] if fact["slot"] == "date"} == {""}


def test_a_corrected_purpose_is_the_one_that_is_listed(own: TestClient) -> None:
    line = line_with(own, "/api/money", amount=4500000000)
    judge(own, line["slot_citations"]["amount"]["claim_id"], "correct", slot="purpose", value="grain")
    assert line_with(own, "/api/money", amount=4500000000)["purpose"] == "grain"


def test_one_article_is_one_chip_however_many_places_it_tells_it_at(client: TestClient) -> None:
    page = client.get("/?lang=en").text
    for chips in re.findall(r'<span class="cites">(.*?)</span>(?=\s|<)', page, re.DOTALL):
        articles = re.findall(r'href="/article/([0-9a-f]+)', chips)
        assert len(articles) == len(set(articles))
