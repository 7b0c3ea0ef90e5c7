"""A desk over a record that a run left behind, over one that cannot be written, and over one that holds nonsense."""

import os
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from mithaq.errors import RecordError
from mithaq.model.judgement import Judgement
from mithaq.pipeline import read_article
from mithaq.reconcile import anchor_of
from mithaq.record import Record
from mithaq.sources import ReadOptions, read_content
from mithaq.web.judging import Settler

from .desk_api_setup import WRITER, desk_over

ARTICLE = b"# published: 2022-06-30\n\nTUNIS, June 30 - Japan pledged 11 million dollars to Niger by 2025."
BEHIND = "not reckon with"


def leave_behind(folder: Path) -> None:
    """An article that was read by a run that was killed before it worked anything out."""
    with desk_over(folder):
        pass
    with Record.open(folder / "record.db") as record:
        record.add(read_article(read_content("niger.txt", ARTICLE, "killed", ReadOptions(("en",)))), "2022-07-01")


def sums(client: TestClient) -> set[float]:
    return {line["amount"] for line in client.get("/api/money?whole=true").json()["lines"]["items"]}


def test_what_a_run_that_broke_off_left_is_worked_out_when_the_desk_opens(tmp_path: Path) -> None:
    leave_behind(tmp_path)
    with desk_over(tmp_path) as client:
        client.app.state.desk.part(Settler).wait()  # type: ignore[attr-defined]
        assert 11_000_000 in sums(client)
        assert client.get("/api/overview").json()["is_settled"]
        assert BEHIND not in client.get("/").text


def test_the_overview_says_so_until_it_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_behind(tmp_path)
    monkeypatch.setattr(Settler, "wake", lambda _: None)
    with desk_over(tmp_path) as client:
        assert 11_000_000 not in sums(client)
        assert not client.get("/api/overview").json()["is_settled"]
        assert BEHIND in client.get("/").text
        with client.app.state.desk.writing:  # type: ignore[attr-defined]
            pass


def test_a_record_that_cannot_be_written_is_shown_and_nothing_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_behind(tmp_path)
    path = tmp_path / "record.db"
    monkeypatch.setattr(os, "access", lambda asked, _: Path(asked) != path)
    with desk_over(tmp_path) as client:
        for address in ("/", "/review", "/reading", "/api/overview", "/api/search?q=summit"):
            assert client.get(address).status_code == 200
        assert "broke off" in client.get("/").text
        for address in ("/review", "/reading"):
            assert "can only be read" in client.get(address, headers=WRITER).text
        answer = client.post("/api/reading/text", json={"text": "A summit in Paris."}, headers=WRITER)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "locked")


def test_no_record_is_made_by_a_mistyped_name(tmp_path: Path) -> None:
    from mithaq.web import Settings, create_app

    with pytest.raises(RecordError, match="no record"):
        create_app(Settings(tmp_path / "typo.db"))
    assert not (tmp_path / "typo.db").exists()
    with TestClient(create_app(Settings(tmp_path / "new.db", new=True)), base_url="http://127.0.0.1:8765") as client:
        assert client.get("/").status_code == 200


MISFITS = ('"abc"', "{}", "[1]", "NaN", "-1", "null", "no json", "1e999", '["a", 2]', "true", '"../.."')


@pytest.mark.parametrize("value", MISFITS)
def test_a_record_that_holds_a_correction_that_does_not_fit_still_opens(tmp_path: Path, value: str) -> None:
    with desk_over(tmp_path):
        pass
    with Record.open(tmp_path / "record.db") as record:
        told = [claim for claim in record.claims() if claim.kind in ("figure", "funding", "meeting", "membership")]
        for number, claim in enumerate(told):
            slot = {"figure": "value", "funding": "amount", "meeting": "attendance", "membership": "ordinal"}[
                claim.kind
            ]
            when = f"2026-01-01T00:00:00.{number:06}+00:00"
            anchors = (anchor_of(claim, claim.id),)
            record.judge(Judgement((claim.id,), "correct", "Ada", when, "x", False, slot, value, anchors))
    with desk_over(tmp_path) as client:
        client.app.state.desk.part(Settler).wait()  # type: ignore[attr-defined]
        assert client.get("/api/overview").json()["is_settled"]
        article = client.get("/api/articles").json()["items"][0]["id"]
        for address in ("/", "/members", "/review", "/money", "/meetings", f"/article/{article}"):
            assert client.get(address).status_code == 200, address
        assert "left aside" in client.get("/review").text
        for form in ("json", "csv", "xlsx"):
            assert client.get(f"/api/judgements?format={form}").status_code == 200


@pytest.mark.parametrize("date", ["0001", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar_are_shown_like_any_other(tmp_path: Path, date: str) -> None:
    with desk_over(tmp_path):
        pass
    slots = {"meeting": "date", "commitment": "deadline", "figure": "when", "membership": "date"}
    with Record.open(tmp_path / "record.db") as record:
        for number, claim in enumerate(record.claims()):
            if claim.kind in slots:
                when = f"2026-01-01T00:00:00.{number:06}+00:00"
                anchors = (anchor_of(claim, claim.id),)
                judgement = Judgement(
                    (claim.id,), "correct", "Ada", when, "x", False, slots[claim.kind], f'"{date}"', anchors
                )
                record.judge(judgement)
    with desk_over(tmp_path) as client:
        client.app.state.desk.part(Settler).wait()  # type: ignore[attr-defined]
        meetings = [f"/meeting/{item['id']}" for item in client.get("/api/meetings").json()["items"]]
        for address in ("/", "/commitments", "/members", "/meetings", "/api/deadlines.ics", *meetings):
            assert client.get(address).status_code == 200, address
