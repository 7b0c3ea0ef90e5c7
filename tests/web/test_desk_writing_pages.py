"""Judging and reading in through the pages' forms, as a browser without scripts sends them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mithaq.errors import UsageError
from mithaq.web.correcting import value_as_json
from tests.web.desk_pages_setup import TOKEN, TestClient, addresses_in, open_desk, text_of


@pytest.fixture
def nameless(tmp_path: Path) -> Iterator[TestClient]:
    yield from open_desk(tmp_path)


@pytest.fixture
def desk(nameless: TestClient) -> TestClient:
    """A desk at which Amina has said who she is."""
    nameless.post("/review/name", data={"csrf": mark_of(nameless), "who": "Amina"})
    return nameless


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[TestClient]:
    yield from open_desk(tmp_path, token=None)


def mark_of(desk: TestClient) -> str:
    """The page's own mark, which its forms send back."""
    return re.findall(r'name="csrf" value="([0-9a-f]+)"', desk.get("/review").text)[0]


def first_claim(desk: TestClient) -> str:
    return re.findall(r'name="about" value="([0-9a-f]{16})"', desk.get("/review").text)[0]


def decide(desk: TestClient, **fields: str) -> TestClient:
    answer = desk.post("/review", data={"csrf": mark_of(desk), **fields})
    assert answer.status_code == 200, answer.text[:400]
    return answer


def decided_part(page: str) -> str:
    return page.partition('id="judged"')[2]


def test_an_accepted_claim_leaves_the_queue_and_is_listed_with_who_and_when(desk: TestClient) -> None:
    claim = first_claim(desk)
    page = decide(desk, about=claim, verdict="accept", why="read it twice").text
    judged = decided_part(page)
    assert claim in judged
    assert "Amina" in judged
    assert "read it twice" in judged
    assert "accepted" in judged
    assert re.search(r'<time datetime="\d{4}-', judged)


def test_nobody_decides_without_a_name(nameless: TestClient) -> None:
    page = nameless.get("/review").text
    assert 'name="verdict"' not in page
    assert "Say who you are" in page
    claim = re.findall(r'href="/article/([0-9a-f]{16})', page)[0]
    for name in ("", "   "):
        nameless.post("/review/name", data={"csrf": mark_of(nameless), "who": name})
        answer = nameless.post("/review", data={"csrf": mark_of(nameless), "about": claim, "verdict": "accept"})
        assert answer.status_code == 400
        assert "Nobody said who decides" in answer.text
    assert "Nothing was decided yet." in nameless.get("/review").text


def test_a_decision_can_be_taken_back(desk: TestClient) -> None:
    claim = first_claim(desk)
    decide(desk, about=claim, verdict="reject")
    page = decide(desk, about=claim, verdict="reject", revoked="1").text
    assert "taken back" in decided_part(page)
    assert claim in page.partition('id="judged"')[0]


def test_a_correction_is_kept_beside_the_reading(desk: TestClient) -> None:
    page = desk.get("/review?page=2").text
    claim = next(
        iter(re.findall(r'name="about" value="([0-9a-f]{16})".{0,400}?<option value="amount">', page, re.DOTALL))
    )
    decide(desk, about=claim, verdict="correct", slot="amount", value="٧٥٠", why="the table says so")
    judged = decided_part(desk.get("/review").text)
    assert "750" in text_of(judged)
    assert "the table says so" in judged
    article = next(one for one in addresses_in(judged) if one.startswith("/article/"))
    assert "corrected" in desk.get(article).text


def test_a_decision_on_the_second_page_leads_back_to_it(desk: TestClient) -> None:
    page = desk.get("/review?page=2").text
    assert '<input type="hidden" name="page" value="2">' in page
    claim = re.findall(r'name="about" value="([0-9a-f]{16})"', page)[0]
    answer = decide(desk, about=claim, verdict="accept", page="2")
    assert answer.url.query.decode() == "page=2&done=accept"
    # Decisions shorten the queue: beyond its end stands its last page.
    last = text_of(desk.get("/review?page=9999&lang=en").text)
    assert re.search(r"page (\d+) of \1\b", last)


def test_a_refused_correction_comes_back_as_it_was_typed(desk: TestClient) -> None:
    page = desk.get("/review?page=2").text
    claim = re.findall(r'name="about" value="([0-9a-f]{16})".{0,400}?<option value="amount">', page, re.DOTALL)[0]
    typed = {
        "about": claim,
        "verdict": "correct",
        "slot": "amount",
        "value": "a <lot>",
        "why": "the table",
        "page": "2",
    }
    answer = desk.post("/review?lang=fr", data={"csrf": mark_of(desk), **typed})
    assert answer.status_code == 400
    assert "Ce qui a été envoyé ne convient pas" in answer.text
    open_form = re.findall(r'<details class="correcting" open>.*?</details>', answer.text, re.DOTALL)
    assert len(open_form) == 1
    assert f'name="about" value="{claim}"' in open_form[0]
    assert 'value="a &lt;lot&gt;"' in open_form[0] and 'value="the table"' in open_form[0]
    assert '<option value="amount" selected>' in open_form[0]


def test_an_empty_or_refused_form_of_reading_comes_back_as_it_was_typed(desk: TestClient) -> None:
    # A browser in which no file was chosen sends one part without a name.
    empty = {"files": ("", b"", "application/octet-stream")}
    answer = desk.post("/reading", data={"csrf": mark_of(desk), "outlet": "Gazette"}, files=empty)
    assert answer.status_code == 400
    assert 'name="outlet" dir="auto" maxlength="300" value="Gazette"' in answer.text
    assert "Nothing was handed in" in answer.text
    answer = desk.post("/reading/text", data={"csrf": mark_of(desk), "text": "  ", "title": "A <title>"})
    assert answer.status_code == 400
    assert 'value="A &lt;title&gt;"' in answer.text
    answer = desk.post("/reading/address", data={"csrf": mark_of(desk), "address": "https://example.org/one"})
    assert answer.status_code == 403
    assert "This desk fetches no pages" in answer.text


def test_pairs_can_be_held_to_be_different(desk: TestClient) -> None:
    page = "".join(desk.get(f"/review?page={number}").text for number in (1, 2, 3))
    pair = re.findall(
        r'name="about" value="([0-9a-f]{16})"><input type="hidden" name="about" value="([0-9a-f]{16})"><button disabled hidden></button><button name="verdict" value="same"',
        page,
    )[0]
    answer = desk.post("/review", data={"csrf": mark_of(desk), "about": list(pair), "verdict": "different"})
    assert answer.status_code == 200
    assert "Saved: different" in answer.text


def test_nothing_is_written_without_the_page_s_own_mark(desk: TestClient) -> None:
    claim = first_claim(desk)
    for given in ({}, {"csrf": "0" * 32}):
        answer = desk.post("/review", data={"about": claim, "verdict": "accept", **given})
        assert answer.status_code == 403
        assert answer.headers["content-type"].startswith("text/html")
    assert "Nothing was decided yet." in desk.get("/review").text


def test_without_the_token_the_pages_only_show(desk: TestClient) -> None:
    desk.cookies.clear()
    for address in ("/review", "/reading"):
        page = desk.get(address).text
        assert 'name="csrf"' not in page
        assert 'action="/token"' in page
    assert desk.post("/review", data={"about": "0" * 16, "verdict": "accept"}).status_code == 401
    assert desk.post("/token", data={"token": "wrong", "back": "/review"}).status_code == 401
    entered = desk.post("/token", data={"token": TOKEN, "back": "https://elsewhere.example/"})
    assert entered.url.path == "/review"
    assert 'name="csrf"' in entered.text


def test_a_desk_without_a_token_is_read_only(read_only: TestClient) -> None:
    assert "read-only" in read_only.get("/review").text
    assert 'action="/token"' not in read_only.get("/review").text
    assert read_only.post("/reading/text", data={"text": "x"}).status_code == 403


def finished(desk: TestClient, address: str) -> str:
    """The page of a reading once it is done."""
    desk.app.state.readings.wait()
    return desk.get(address).text


def test_a_file_is_read_in_and_its_progress_shown(desk: TestClient) -> None:
    text = "# title: A new summit\n# published: 2022-07-02\n\nParis, July 2 - France pledged 3 million euros to Chad by 2025."
    answer = desk.post(
        "/reading",
        data={"csrf": mark_of(desk), "outlet": "Test Gazette"},
        files=[("files", ("../../evil.txt", text.encode(), "text/plain")), ("files", ("blank.txt", b"", "text/plain"))],
    )
    assert answer.url.path == "/reading"
    page = finished(desk, f"/reading?{answer.url.query.decode()}")
    shown = text_of(page)
    assert "2 of 2 read" in shown
    assert "A new summit" in shown
    assert "There is no text in it." in shown
    assert "Test Gazette" in desk.get("/articles").text


def test_pasted_html_stays_text(desk: TestClient) -> None:
    text = "<script>alert(9)</script> On 2 July 2022 ministers met in Oslo, Norway, and pledged to meet again by 2024."
    answer = desk.post(
        "/reading/text", data={"csrf": mark_of(desk), "text": text, "title": "<i>Pasted</i>", "outlet": "Hand"}
    )
    page = finished(desk, f"/reading?{answer.url.query.decode()}")
    assert "<script>alert" not in page
    assert "<i>Pasted" not in page
    article = next(one for one in addresses_in(page) if one.startswith("/article/"))
    assert "<script>alert(9)</script> On 2 July" in text_of(desk.get(article).text)


def test_no_address_is_fetched_unless_that_was_allowed(desk: TestClient) -> None:
    answer = desk.post("/reading/address", data={"csrf": mark_of(desk), "address": "http://127.0.0.1/x"})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("kind", "slot", "typed", "stored"),
    [
        ("funding", "amount", "1,250,000", "1250000"),
        ("funding", "amount", "٧٥٠", "750"),
        ("funding", "donor", "المغرب", '"MA"'),
        ("funding", "donor", "Sample Fund", '"Sample Fund"'),
        ("funding", "stage", "versé", '"paid"'),
        ("funding", "purpose", "", "null"),
        ("commitment", "by", "France، États-Unis", '["FR", "US"]'),
        ("commitment", "conditional", "نعم", "true"),
        ("commitment", "deadline", "2024-06", '"2024-06"'),
        ("commitment", "action", "joined the fund", '"joined the fund"'),
        ("membership", "ordinal", "83", "83"),
        ("meeting", "level", "summit", '"summit"'),
    ],
)
def test_what_is_typed_becomes_the_record_s_value(kind: str, slot: str, typed: str, stored: str) -> None:
    assert value_as_json(kind, slot, typed) == stored


@pytest.mark.parametrize(
    ("kind", "slot", "typed"),
    [
        ("funding", "amount", "a lot"), ("funding", "stage", "someday"), ("commitment", "deadline", "next year"),
        ("commitment", "conditional", "perhaps"), ("meeting", "attendance", "80"), ("meeting", "colour", "red"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(kind: str, slot: str, typed: str) -> None:
    with pytest.raises(UsageError):
        value_as_json(kind, slot, typed)
