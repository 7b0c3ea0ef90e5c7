"""Handing in files, texts and addresses: what is read, what is refused and why, what can never happen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from mithaq.languages import available_languages
from mithaq.sources import ReadOptions
from mithaq.web.failures import Refused
from mithaq.web.fetching import fetch, public_address
from mithaq.web.handing import Handed, safe_name

from .desk_api_setup import WRITER, desk_over, read_in

ARTICLE = """# published: 2023-03-02
# outlet: Test Wire

CAIRO, March 2 - Egypt promised on Thursday to send 20 million dollars to Sudan by the end of 2024.
"The ministers of the Arab League agreed to meet again in Tunis in June 2023," the Egyptian foreign minister said.
"""


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with desk_over(tmp_path) as client:
        yield client


def test_a_file_is_read_found_and_read_again_without_a_copy(client: TestClient) -> None:
    files = [("files", ("cairo.txt", ARTICLE.encode(), "text/plain"))]
    found = read_in(client, client.post("/api/reading", files=files, headers=WRITER))
    line = found["lines"][0]
    assert (line["name"], line["outcome"], line["article"]["outlet"]) == ("cairo.txt", "new", "Test Wire")
    assert line["claims"] > 0
    assert client.get("/api/search?q=Sudan Tunis").json()["hits"]["items"][0]["article"]["file"] == "cairo.txt"
    again = read_in(client, client.post("/api/reading", files=files, headers=WRITER))
    assert again["lines"][0]["outcome"] == "unchanged"


def test_a_changed_file_becomes_a_second_version(client: TestClient) -> None:
    for text in (ARTICLE, ARTICLE.replace("20 million", "30 million")):
        files = [("files", ("cairo.txt", text.encode(), "text/plain"))]
        found = read_in(client, client.post("/api/reading", files=files, headers=WRITER))
    assert found["lines"][0]["outcome"] == "changed"
    article = client.get(f"/api/articles/{found['lines'][0]['article']['id']}").json()
    assert len(article["versions"]) == 2


def names_of(client: TestClient) -> list[str]:
    return sorted(item["source"] for item in client.get("/api/articles?text=cairo.txt").json()["items"])


def hand_in(client: TestClient, *texts: str, **fields: str) -> list[str]:
    files = [("files", ("cairo.txt", text.encode(), "text/plain")) for text in texts]
    found = read_in(client, client.post("/api/reading", files=files, data=fields, headers=WRITER))
    return [line["outcome"] for line in found["lines"]]


def test_another_text_of_the_same_name_is_another_article(client: TestClient) -> None:
    other = (
        "DOHA, April 5 - Qatar said on Wednesday that it had paid 7 million dollars to Yemen, as it pledged in Rome."
    )
    assert hand_in(client, ARTICLE) == ["new"]
    assert hand_in(client, other) == ["new"]
    assert hand_in(client, other.replace("7 million", "8 million")) == ["changed"]
    assert hand_in(client, ARTICLE) == ["unchanged"]
    assert names_of(client) == ["handed in/cairo (2).txt", "handed in/cairo.txt"]


def test_two_of_one_name_in_one_batch_are_both_kept(client: TestClient) -> None:
    changed = ARTICLE.replace("20 million", "30 million")
    assert hand_in(client, ARTICLE, changed) == ["new", "new"]
    assert hand_in(client, changed, ARTICLE) == ["unchanged", "unchanged"]
    assert names_of(client) == ["handed in/cairo (2).txt", "handed in/cairo.txt"]


def test_the_same_text_of_two_outlets_is_two_articles(client: TestClient) -> None:
    for outlet in ("Northern Wire", "Southern Post"):
        assert hand_in(client, ARTICLE, outlet=outlet) == ["new"]
    assert len(names_of(client)) == 2


def test_two_pages_are_two_articles_by_their_addresses(client: TestClient) -> None:
    page = "<html><body><article><p>{}</p></article></body></html>"
    for site in ("one", "two"):
        content = page.format(ARTICLE.partition("\n\n")[2].replace("Egypt", f"Egypt {site}") * 3).encode()
        handed = Handed("index.html", content, f"https://{site}.example/index.html")
        readings = client.app.state.readings  # type: ignore[attr-defined]
        readings.begin([handed], ReadOptions(available_languages()))
        readings.wait()
    found = client.get("/api/articles?text=index.html").json()["items"]
    assert {item["source"] for item in found} == {"https://one.example/index.html", "https://two.example/index.html"}


def test_a_reading_that_breaks_off_ends_and_says_so(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("no such day")

    monkeypatch.setattr("mithaq.pipeline.conclude", broken)
    files = [("files", ("cairo.txt", ARTICLE.encode(), "text/plain"))]
    found = read_in(client, client.post("/api/reading", files=files, headers=WRITER))
    assert "ZeroDivisionError" in found["stopped"]
    assert client.get("/api/articles?text=cairo.txt").json()["total"] == 1


def test_what_cannot_be_read_is_refused_with_its_reason(client: TestClient) -> None:
    files = [
        ("files", ("empty.txt", b"", "text/plain")),
        ("files", ("picture.png", b"\x89PNG", "image/png")),
        ("files", ("cairo.txt", ARTICLE.encode(), "text/plain")),
    ]
    found = read_in(client, client.post("/api/reading", files=files, headers=WRITER))
    outcomes = {line["name"]: (line["outcome"], line["reason"]) for line in found["lines"]}
    assert outcomes["picture.png"] == ("refused", "unsupported")
    assert outcomes["empty.txt"] == ("refused", "empty")
    assert outcomes["cairo.txt"] == ("new", None)
    assert {line["reason"] for line in client.get("/api/refusals").json()["items"]} == {"unsupported", "empty"}


def test_a_pasted_text_is_read_with_what_is_said_of_it(client: TestClient) -> None:
    body = {
        "text": "تعهدت مصر يوم الخميس بتقديم عشرين مليون دولار للسودان.",
        "outlet": "وكالة",
        "published": "2023-03-02",
    }
    found = read_in(client, client.post("/api/reading/text", json=body, headers=WRITER))
    head = found["lines"][0]["article"]
    assert (head["language"], head["outlet"], head["published"]) == ("ar", "وكالة", "2023-03-02")
    bad = client.post("/api/reading/text", json={**body, "published": "soon"}, headers=WRITER)
    assert bad.status_code == 400


def test_markup_is_text_and_never_a_page(client: TestClient) -> None:
    page = f"<html><body><article><h1>T</h1><script>alert(1)</script><p>{ARTICLE * 3}</p></article></body></html>"
    files = [("files", ("page.html", page.encode(), "text/html"))]
    found = read_in(client, client.post("/api/reading", files=files, headers=WRITER))
    answer = client.get(f"/api/articles/{found['lines'][0]['article']['id']}")
    assert answer.headers["content-type"] == "application/json"
    assert "alert(1)" not in answer.json()["text"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\news\\قمة.txt", "قمة.txt"),
        (".hidden.txt", "hidden.txt"),
        ("a\x00b\n.txt", "a_b_.txt"),
        ("..", "file.txt"),
    ],
)
def test_a_name_leads_nowhere(name: str, kept: str) -> None:
    assert safe_name(name) == kept


def test_nothing_is_fetched_unless_it_was_allowed(client: TestClient) -> None:
    answer = client.post("/api/reading/address", json={"address": "https://example.org/a"}, headers=WRITER)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "fetch_off")


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://example.org/a", "http://", "http://user:pw@example.org/", "javascript:x"]
)
def test_only_addresses_of_the_web_are_fetched(address: str) -> None:
    with pytest.raises(Refused) as caught:
        fetch(address, 1000)
    assert caught.value.status == 400


@pytest.mark.parametrize("host", ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "0.0.0.0"])
def test_no_address_leads_into_the_neighbourhood(host: str) -> None:
    with pytest.raises(Refused) as caught:
        public_address(host, 80)
    assert caught.value.status == 403
