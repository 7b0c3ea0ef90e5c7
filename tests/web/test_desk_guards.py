"""Who may write, what is too much, and what every answer carries."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from mithaq.errors import UsageError
from mithaq.web import Settings
from mithaq.web.guards import CSRF_COOKIE, Guard
from mithaq.web.serving import Serving, settings_of

from .desk_api_setup import TOKEN, WRITER, desk_over

JUDGEMENT = {"about": ["0000"], "verdict": "accept", "why": "seen", "who": "Ada"}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with desk_over(tmp_path) as client:
        yield client


def code(answer: object) -> str:
    return str(answer.json()["error"]["code"])  # type: ignore[attr-defined]


def test_without_the_token_nothing_is_written(client: TestClient) -> None:
    for address in ("judgements", "reading/text", "reading/address"):
        assert client.post(f"/api/{address}", json={}).status_code in (401, 422)
    answer = client.post("/api/judgements", json=JUDGEMENT)
    assert (answer.status_code, code(answer)) == (401, "no_token")
    wrong = client.post("/api/judgements", json=JUDGEMENT, headers={"Authorization": "Bearer another-token"})
    assert wrong.status_code == 401
    assert client.get("/api/judgements").json()["total"] == 0


def test_a_desk_without_a_token_only_reads(tmp_path: Path) -> None:
    with desk_over(tmp_path, token=None) as client:
        answer = client.post("/api/judgements", json=JUDGEMENT, headers=WRITER)
        assert (answer.status_code, code(answer)) == (403, "read_only")


def test_the_cookie_alone_does_not_write(client: TestClient) -> None:
    assert client.post("/api/token", json={"token": "not the token"}).status_code == 401
    assert client.post("/api/token", json={"token": TOKEN}).status_code == 204
    answer = client.post("/api/judgements", json=JUDGEMENT)
    assert (answer.status_code, code(answer)) == (403, "no_csrf")
    mark = client.cookies[CSRF_COOKIE]
    known = client.post("/api/judgements", json=JUDGEMENT, headers={"X-CSRF-Token": mark})
    assert (known.status_code, code(known)) == (400, "bad_request")  # allowed; but there is no such claim
    abroad = {"X-CSRF-Token": mark, "Sec-Fetch-Site": "cross-site"}
    assert code(client.post("/api/judgements", json=JUDGEMENT, headers=abroad)) == "other_site"


def test_the_address_with_the_token_opens_the_desk_once(client: TestClient) -> None:
    answer = client.get(f"/meetings?token={TOKEN}&lang=ar", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/meetings?lang=ar")
    cookies = answer.headers.get_list("set-cookie")
    assert any("desk_token" in cookie and "HttpOnly" in cookie and "SameSite=strict" in cookie for cookie in cookies)
    wrong = client.get("/?token=wrong", follow_redirects=False)
    assert wrong.status_code == 303 and "set-cookie" not in wrong.headers


def test_a_token_does_not_lead_elsewhere(client: TestClient) -> None:
    answer = client.get(f"//evil.example/?token={TOKEN}", follow_redirects=False)
    assert not answer.headers.get("location", "/").startswith("//")


def test_every_answer_forbids_foreign_scripts(client: TestClient) -> None:
    for address in ("/api/overview", "/api/nothing", "/api/openapi.json"):
        headers = client.get(address).headers
        assert headers["content-security-policy"].startswith("default-src 'self'")
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_a_name_that_only_leads_here_is_refused(client: TestClient) -> None:
    answer = client.get("/api/overview", headers={"Host": "rebound.example:8765"})
    assert (answer.status_code, code(answer)) == (400, "host")


def test_what_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with desk_over(tmp_path, max_upload=1000) as client:
        answer = client.post("/api/reading/text", content=b"x" * 2000, headers=WRITER)
        assert (answer.status_code, code(answer)) == (413, "too_large")
        pieces = (b"x" * 400 for _ in range(5))
        unsaid = client.post(
            "/api/reading/text", content=pieces, headers={**WRITER, "Content-Type": "application/json"}
        )
        assert unsaid.status_code == 413


def test_who_asks_too_often_waits() -> None:
    now = [0.0]
    guard = Guard(lambda *_: None, Settings(Path("x"), TOKEN, writes_per_minute=60), lambda: now[0])  # type: ignore[arg-type,return-value]
    asked = [guard._allows(guard._writes, "one", 1.0, 3.0) for _ in range(4)]
    assert asked == [True, True, True, False]
    assert guard._allows(guard._writes, "another", 1.0, 3.0)
    now[0] = 1.5
    assert guard._allows(guard._writes, "one", 1.0, 3.0)


def test_too_many_requests_are_told(tmp_path: Path) -> None:
    with desk_over(tmp_path, writes_per_minute=2) as client:
        statuses = [client.post("/api/judgements", json=JUDGEMENT).status_code for _ in range(3)]
        assert statuses == [401, 401, 429]


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.5", "desk.example"])
def test_an_open_address_needs_a_token(address: str) -> None:
    with pytest.raises(UsageError, match="--token-file"):
        settings_of(Serving(Path("record.db"), bind=address))


def test_the_token_comes_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("long-enough-token\n", encoding="utf-8")
    assert settings_of(Serving(Path("r"), bind="0.0.0.0", token_file=file)).token == "long-enough-token"
    file.write_text("short", encoding="utf-8")
    with pytest.raises(UsageError, match="8 or more"):
        settings_of(Serving(Path("r"), token_file=file))
    assert len(settings_of(Serving(Path("r"))).token or "") >= 24
