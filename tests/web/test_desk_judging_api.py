"""A decision at the desk: kept with who, when and why, outlasting a second reading, and undone."""

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

import mithaq

from .desk_api_setup import SAMPLES, WRITER, desk_over


def judge(client: TestClient, about: list[str], verdict: str, **more: Any) -> Any:
    body = {"about": about, "verdict": verdict, "why": "the report says otherwise", "who": "Ada", **more}
    answer = client.post("/api/judgements", json=body, headers=WRITER)
    assert answer.status_code == 201, answer.text
    return answer.json()


def members_of_85(client: TestClient) -> list[str]:
    found = client.get("/api/members").json()["curve"]
    return [cited["claim_id"] for point in found if point["value"] == 85 for cited in point["citations"]]


def disputed_values(client: TestClient) -> set[str]:
    found = client.get("/api/disagreements?reason=contradiction").json()["items"]
    return {side["value"] for item in found for side in item["sides"]}


def test_what_was_rejected_disagrees_no_more_and_stays_so_after_a_second_reading(tmp_path: Path) -> None:
    with desk_over(tmp_path) as client:
        assert {"84", "85"} <= disputed_values(client)
        for claim in members_of_85(client):
            assert judge(client, [claim], "reject")["settled"]
        assert "85" not in disputed_values(client)
        decided = client.get("/api/judgements").json()["items"]
        assert {(item["verdict"], item["who"], item["why"], item["in_force"]) for item in decided} == {
            ("reject", "Ada", "the report says otherwise", True)
        }
    mithaq.read([SAMPLES], into=tmp_path / "record.db").close()
    with desk_over(tmp_path) as client:
        assert "85" not in disputed_values(client)


def test_a_decision_is_taken_back_and_both_are_kept(tmp_path: Path) -> None:
    with desk_over(tmp_path) as client:
        claim = members_of_85(client)[0]
        judge(client, [claim], "reject")
        judge(client, [claim], "reject", revoked=True)
        decided = client.get("/api/judgements").json()["items"]
        assert [(item["revoked"], item["in_force"]) for item in decided] == [(True, False), (False, False)]


def test_a_correction_needs_a_slot_that_is_there(tmp_path: Path) -> None:
    with desk_over(tmp_path) as client:
        claim = members_of_85(client)[0]
        body = {"about": [claim], "verdict": "correct", "why": "x", "who": "Ada", "slot": "colour", "value": "red"}
        answer = client.post("/api/judgements", json=body, headers=WRITER)
        assert answer.status_code == 400 and "colour" in answer.json()["error"]["message"]
        judge(client, [claim], "correct", slot="value", value=84)
        line = client.get("/api/members").json()
        assert line["body"]
        article = client.get("/api/judgements").json()["items"][0]["citations"][0]["article_id"]
        view = next(item for item in client.get(f"/api/articles/{article}").json()["claims"] if item["id"] == claim)
        assert (view["verdict"], view["corrected"], view["suggested"]) == ("correct", [["value", 84]], False)
        # The record's own words and value are as they were read.
        assert next(slot["value"] for slot in view["slots"] if slot["name"] == "value") == 85


@pytest.mark.parametrize(
    "value", ["abc", {"a": 1}, [84], True, float("nan"), float("inf"), 10**400, "84"], ids=lambda value: str(value)[:9]
)
def test_a_value_that_does_not_fit_is_refused_and_nothing_is_kept(tmp_path: Path, value: object) -> None:
    with desk_over(tmp_path) as client:
        body = {"about": members_of_85(client)[:1], "verdict": "correct", "why": "x", "who": "Ada", "slot": "value"}
        written = json.dumps({**body, "value": value})
        answer = client.post("/api/judgements", content=written, headers={**WRITER, "Content-Type": "application/json"})
        assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad_request")
        assert client.get("/api/judgements").json()["total"] == 0


def test_a_slot_and_a_value_go_with_a_correction_alone(tmp_path: Path) -> None:
    with desk_over(tmp_path) as client:
        body = {"about": members_of_85(client)[:1], "verdict": "accept", "why": "x", "who": "Ada", "slot": "value"}
        assert client.post("/api/judgements", json={**body, "value": 3}, headers=WRITER).status_code == 400


def test_what_was_decided_leaves_the_queue(tmp_path: Path) -> None:
    with desk_over(tmp_path) as client:
        queue = client.get("/api/review").json()["queue"]
        assert queue["items"][0]["question"] == "disagreement"
        weights = [item["weight"] for item in queue["items"]]
        assert weights == sorted(weights, reverse=True)
        alone = next(
            item
            for item in client.get("/api/review?page_size=200").json()["queue"]["items"]
            if item["question"] == "claim"
        )
        judge(client, [alone["claims"][0]["id"]], "accept")
        after = client.get("/api/review?page_size=200").json()
        assert alone["id"] not in {item["id"] for item in after["queue"]["items"]}
        assert after["judged"]["items"][0]["verdict"] == "accept"


def test_two_claims_are_named_the_same(tmp_path: Path) -> None:
    with desk_over(tmp_path) as client:
        pair = next(
            item
            for item in client.get("/api/review?page_size=200").json()["queue"]["items"]
            if item["question"] == "pair"
        )
        first, second = (claim["id"] for claim in pair["claims"][:2])
        assert sorted(judge(client, [first, second], "same")["about"]) == sorted([first, second])
        body = {"about": [first], "verdict": "same", "why": "x", "who": "Ada"}
        assert client.post("/api/judgements", json=body, headers=WRITER).status_code == 400
