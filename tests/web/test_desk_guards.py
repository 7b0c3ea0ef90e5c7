"""Who may write, what is too much, and what every answer carries."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from mithaq.errors import UsageError
from mithaq.web import Settings
from mithaq.web.failures import Refused
from mithaq.web.guards import Guard
from mithaq.web.serving import Serving, settings_of
from mithaq.web.tokens import Door

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
    mark = client.cookies["desk_csrf_8765"]
    known = client.post("/api/judgements", json=JUDGEMENT, headers={"X-CSRF-Token": mark})
    assert (known.status_code, code(known)) == (400, "bad_request")  # allowed; but there is no such claim
    abroad = {"X-CSRF-Token": mark, "Sec-Fetch-Site": "cross-site"}
    assert code(client.post("/api/judgements", json=JUDGEMENT, headers=abroad)) == "other_site"


def test_the_address_with_the_token_opens_the_desk_once(client: TestClient) -> None:
    answer = client.get(f"/meetings?token={TOKEN}&lang=ar", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/meetings?lang=ar")
    cookies = answer.headers.get_list("set-cookie")
    assert any(
        "desk_token_8765=" in cookie and "HttpOnly" in cookie and "SameSite=strict" in cookie for cookie in cookies
    )
    wrong = client.get("/?token=wrong", follow_redirects=False)
    assert wrong.status_code == 303 and "set-cookie" not in wrong.headers


def test_a_token_does_not_lead_elsewhere(client: TestClient) -> None:
    answer = client.get(f"//evil.example/?token={TOKEN}", follow_redirects=False)
    assert not answer.headers.get("location", "/").startswith("//")


@pytest.mark.parametrize(
    ("address", "lands"),
    [
        ("/?xtoken=1", None),
        (f"/%D9%82?token={TOKEN}", "/%D9%82"),
        (f"/a%0d%0aX:b?token={TOKEN}", "/a%0D%0AX%3Ab"),
        (f"/%5Cevil.example/?token={TOKEN}", "/%5Cevil.example/"),
        ("/?token=&q=%D9%82", "/?q=%D9%82"),
    ],
)
def test_only_a_token_leads_on_and_to_the_same_page(client: TestClient, address: str, lands: str | None) -> None:
    answer = client.get(address, follow_redirects=False)
    assert (answer.status_code, answer.headers.get("location")) == ((303, lands) if lands else (200, None))


def test_a_failure_that_nobody_foresaw_forbids_foreign_scripts_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    with desk_over(tmp_path) as client:
        monkeypatch.setattr("mithaq.web.views.overview", fail)
        monkeypatch.setattr("mithaq.web.list_pages.overview", fail)
        for address in ("/api/overview", "/"):
            answer = client.get(address)
            assert answer.status_code == 500
            assert answer.headers["content-security-policy"].startswith("default-src 'self'")
            assert answer.headers["x-frame-options"] == "DENY"
        assert code(client.get("/api/overview")) == "failed"


def test_the_head_of_an_answer_is_that_of_the_answer(client: TestClient) -> None:
    for address in ("/", "/api/meetings", "/api/deadlines.ics", "/static/desk.css"):
        whole, head = client.get(address), client.head(address)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-type"] == whole.headers["content-type"]
        assert head.headers.get("etag") == whole.headers.get("etag")
    assert client.head("/api/nothing").status_code == 404


def test_not_modified_is_said_only_of_what_is_there(client: TestClient) -> None:
    anything = {"If-None-Match": "*"}
    assert client.get("/api/meetings/0000", headers=anything).status_code == 404
    assert client.get("/api/meetings", headers=anything).status_code == 304


def test_the_tag_of_an_answer_with_links_is_of_the_name_it_was_asked_under(client: TestClient) -> None:
    address = "/api/meetings?format=csv"
    here = client.get(address).headers["etag"]
    there = client.get(address, headers={"Host": "LOCALHOST:8765", "If-None-Match": here})
    assert there.status_code == 200
    assert b"http://localhost:8765/article/" in there.content.lower()


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("192.168.1.5:8765", 200), ("[fd00::5]:8765", 200), ("LocalHost", 200), ("Desk.Example.:8765", 200),
        ("evil.com", 400), ("evil.com:8765", 400), ("", 400),
    ],
)  # fmt: skip
def test_an_open_desk_answers_to_numbers_and_to_its_names_alone(tmp_path: Path, host: str, status: int) -> None:
    with desk_over(tmp_path, bind="0.0.0.0", hosts=("desk.example",)) as client:
        assert client.get("/api/deadlines.ics", headers={"Host": host}).status_code == status


def test_a_local_desk_answers_to_no_number_of_elsewhere(client: TestClient) -> None:
    assert client.get("/api/overview", headers={"Host": "192.168.1.5:8765"}).status_code == 400
    assert client.get("/api/overview", headers={"Host": "[::1]:8765"}).status_code == 200


def test_two_desks_in_one_browser_have_cookies_of_their_own(tmp_path: Path) -> None:
    with desk_over(tmp_path, port=9001) as client:
        client.post("/api/token", json={"token": TOKEN})
        assert set(client.cookies) == {"desk_token_9001", "desk_csrf_9001"}


def test_who_guesses_the_token_is_stopped_and_who_has_it_is_not() -> None:
    now = [0.0]
    door = Door(TOKEN, lambda: now[0])
    assert door.admits("writer", TOKEN)
    for number in range(30):
        with suppress(Refused):
            assert not door.admits("guesser", f"guess {number}")
        with suppress(Refused):
            assert not door.admits("writer", f"guess {number}")
    with pytest.raises(Refused) as caught:
        door.admits("guesser", TOKEN)
    assert caught.value.status == 429
    assert door.admits("writer", TOKEN), "an address that has written goes on"
    assert door.admits("another", TOKEN)
    now[0] = 3600.0
    assert door.admits("guesser", TOKEN)


def test_the_same_wrong_token_counts_once() -> None:
    door = Door(TOKEN, lambda: 0.0)
    assert not any(door.admits("browser", "the token of yesterday") for _ in range(50))
    assert door.admits("browser", TOKEN)


def test_guesses_count_wherever_the_token_is_carried(client: TestClient) -> None:
    for number in range(4):
        wrong = f"a-wrong-token-{number}"
        client.post("/api/token", json={"token": f"{wrong}-a"})
        client.post("/api/judgements", json=JUDGEMENT, headers={"Authorization": f"Bearer {wrong}-b"})
        client.get(f"/?token={wrong}-c", follow_redirects=False)
    for answer in (
        client.post("/api/token", json={"token": TOKEN}),
        client.post("/api/judgements", json=JUDGEMENT, headers=WRITER),
    ):
        assert (answer.status_code, code(answer)) == (429, "guesses")
    assert client.get("/?token=another-guess", follow_redirects=False).status_code == 429
    assert client.get("/review").status_code == 200


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
    guard = Guard(lambda *_: None, Settings(Path("x"), TOKEN, writes_per_minute=60), Door(TOKEN), lambda: now[0])  # type: ignore[arg-type]
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
    with pytest.raises(UsageError, match="16 or more"):
        settings_of(Serving(Path("r"), token_file=file))
    assert len(settings_of(Serving(Path("r"))).token or "") >= 24
