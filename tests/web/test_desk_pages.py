"""Each page in three languages, by what the server sends: complete, safe, every value opening at its words."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest

from mithaq.web.tokens import token_cookie
from tests.web.desk_pages_setup import (
    HOME,
    LANGUAGES,
    LISTS,
    TOKEN,
    TestClient,
    addresses_in,
    first,
    open_desk,
    text_of,
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    yield from open_desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture
def desk(served: TestClient) -> TestClient:
    """Another browser, which has chosen nothing yet, on the desk that all these tests look at."""
    return TestClient(served.app, base_url=HOME, cookies={token_cookie(served.app.state.settings): TOKEN})


@pytest.fixture
def own_desk(tmp_path: Path) -> Iterator[TestClient]:
    yield from open_desk(tmp_path)


def every_address(client: TestClient) -> list[str]:
    """All lists, and three of each sort of page they lead to."""
    found = list(LISTS)
    for listed in LISTS:
        for address in addresses_in(client.get(listed).text):
            sort = address.split("/")[1]
            known = [one for one in found if one.split("/")[1] == sort]
            if sort in ("meeting", "commitment", "person", "article") and len(known) < 3 and address not in found:
                found.append(address)
    ids = [
        address.split("/")[2]
        for address in addresses_in(client.get("/articles").text)
        if address.startswith("/article/")
    ]
    return [*found, f"/compare/{ids[0]}/{ids[1]}"]


class Strict(HTMLParser):
    """Notes what a content policy would refuse, and tags that are not closed in order."""

    VOID = frozenset(("meta", "link", "input", "br", "img", "hr", "line", "polyline", "path", "rect"))

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.refused: list[str] = []
        self.open: list[str] = []
        self.headings: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "style" or "style" in named or any(name.startswith("on") for name in named):
            self.refused.append(f"{tag} {named}")
        if tag == "script" and not str(named.get("src", "")).startswith("/static/"):
            self.refused.append(f"{tag} {named}")
        if any(
            str(named.get(name, "/")).split(":")[0] in ("javascript", "data", "http", "https")
            for name in ("href", "src", "action")
        ):
            self.refused.append(f"{tag} {named}")
        if tag == "h1":
            self.headings.append(tag)
        if "id" in named:
            self.ids.append(str(named["id"]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-3:]}"
            self.open.pop()
        elif self.open and self.open[-1] == tag:
            self.open.pop()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_whole_and_safe(desk: TestClient, language: str) -> None:
    for address in every_address(desk):
        page = desk.get(address, params=[("lang", language)] if "?" not in address else None)
        assert page.status_code == 200, f"{address}: {page.text[:300]}"
        direction = "rtl" if language == "ar" else "ltr"
        assert f'<html lang="{language}" dir="{direction}">' in page.text
        assert "default-src 'self'" in page.headers["content-security-policy"]
        strict = Strict()
        strict.feed(page.text)
        assert strict.refused == [], address
        assert strict.open == [], address
        assert len(strict.headings) == 1, address
        assert len(strict.ids) == len(set(strict.ids)), address


def test_every_value_opens_at_its_words(desk: TestClient) -> None:
    texts: dict[str, str] = {}
    checked = 0
    for address in every_address(desk):
        for place in re.findall(r"/article/([0-9a-f]{16})\?at=(\d+)-(\d+)", desk.get(address).text):
            article, start, end = place[0], int(place[1]), int(place[2])
            if article not in texts:
                texts[article] = desk.get(f"/api/articles/{article}").json()["text"]
            if checked < 250:
                shown = desk.get(f"/article/{article}?at={start}-{end}").text
                marked = " ".join(
                    text_of(part) for part in re.findall(r'<mark class="at"[^>]*>(.*?)</mark>', shown, re.DOTALL)
                )
                assert marked.split() == texts[article][start:end].split()
                assert shown.count('id="at"') == 1
            checked += 1
            assert 0 <= start < end <= len(texts[article])
    assert checked > 200


def test_words_of_articles_are_never_markup(desk: TestClient) -> None:
    found = desk.get("/search", params={"q": "Niger"}).text
    address = next(one for one in addresses_in(found) if one.startswith("/article/"))
    for page in (found, desk.get(address).text, desk.get("/articles").text, desk.get("/").text):
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "<b>Loud" not in page
    text = text_of(desk.get(address).text)
    assert '<script>alert("text")</script> The ministers pledged' in text
    assert "onerror=alert(1)" in text
    assert '<b>Loud</b> "Wire"' in text


def test_words_that_are_not_there_are_said_to_be_missing(desk: TestClient) -> None:
    address = first(desk, "/articles", "article")
    for at in ("999999-1000000", "7-3", "x-y", "5-5"):
        page = desk.get(address, params={"at": at})
        assert page.status_code == 200
        assert "These words are not in this article." in page.text
        assert 'id="at"' not in page.text


def test_digits_are_those_chosen_but_articles_keep_their_own(desk: TestClient) -> None:
    article = next(one for one in addresses_in(desk.get("/search?q=الاثنين").text) if one.startswith("/article/"))
    arabic = desk.get(article, params={"lang": "ar", "digits": "arab"}).text
    assert "٢٩ حزيران/يونيو ٢٠٢١" in text_of(arabic)
    assert "83 عضواً" in text_of(arabic)
    latin = desk.get(article, params={"lang": "ar", "digits": "latn"}).text
    assert "29 حزيران/يونيو 2021" in text_of(latin)


def test_choices_are_kept_in_cookies(own_desk: TestClient) -> None:
    own_desk.get("/?lang=fr&look=dark")
    page = own_desk.get("/meetings").text
    assert '<html lang="fr" dir="ltr" data-look="dark">' in page
    assert "Réunions" in page
    assert 'lang="fr"' in own_desk.get("/money?lang=xx").text


def test_choices_narrow_no_list(desk: TestClient) -> None:
    listed = [
        set(re.findall(r'href="(/(?:article|meeting|commitment|person)/[^"]+)"', desk.get(one).text)) for one in LISTS
    ]
    assert any(listed)
    chosen = "lang=en&digits=latn&look=dark"
    for one, found in zip(LISTS, listed, strict=True):
        page = desk.get(f"{one}{'&' if '?' in one else '?'}{chosen}").text
        assert set(re.findall(r'href="(/(?:article|meeting|commitment|person)/[^"]+)"', page)) == found, one


def test_the_browser_s_language_is_taken_where_none_was_chosen(own_desk: TestClient) -> None:
    assert '<html lang="ar" dir="rtl">' in own_desk.get("/", headers={"accept-language": "de, ar-MA;q=0.8"}).text


def test_arabic_pages_use_names_as_arabic_articles_write_them(desk: TestClient) -> None:
    page = text_of(desk.get("/meetings?lang=ar").text)
    assert "التحالف الدولي لهزيمة داعش" in page
    assert "مراكش، المغرب" in page


def test_mixed_runs_get_the_direction_of_their_line(desk: TestClient) -> None:
    address = next(one for one in addresses_in(desk.get("/search?q=Niger").text) if one.startswith("/article/"))
    lines = re.findall(r'<p dir="(\w+)">(.*?)</p>', desk.get(address).text, re.DOTALL)
    told = {text_of(line)[:4]: direction for direction, line in lines}
    assert told["LYON"] == "ltr"
    assert told["G7 م"] == "ltr"
    arabic = next(one for one in addresses_in(desk.get("/search?q=الاثنين").text) if one.startswith("/article/"))
    assert set(re.findall(r'<p dir="(\w+)">', desk.get(arabic).text)) == {"rtl"}


def test_layers_can_be_switched_and_name_their_entries(desk: TestClient) -> None:
    page = desk.get(first(desk, "/articles?language=en", "article")).text
    for kind in set(re.findall(r'class="swatch l-(\w+)"', page)):
        assert f'id="layer-{kind}"' in page
    names = {name for names in re.findall(r'data-of="([^"]*)"', page) for name in names.split()}
    entries = set(re.findall(r'data-item="([^"]*)"', page))
    assert names
    assert names <= entries


def test_filters_narrow_the_list_of_promises(desk: TestClient) -> None:
    everything = desk.get("/commitments").text
    kept = desk.get("/commitments?status=fulfilled").text
    assert 0 < kept.count("<tr>") < everything.count("<tr>")
    assert "not enough evidence</span>" not in kept
    assert '<option value="fulfilled" selected>' in kept
    nothing = desk.get("/commitments?actor=Nobody").text
    assert "Nothing of this kind was read." in nothing
    assert desk.get("/commitments?due_until=2022-06").text.count("<tr>") < everything.count("<tr>")


def test_search_marks_the_matched_words(desk: TestClient) -> None:
    page = desk.get("/search", params={"q": "اجتماع"}).text
    marked = set(re.findall(r'<mark class="s found">([^<]*)</mark>', page))
    assert {"اجتماعاً", "الاجتماع"} <= marked
    assert "near in meaning" in page


def test_side_by_side_marks_the_same_words_in_both(own_desk: TestClient) -> None:
    ids = [
        one.split("/")[2]
        for one in addresses_in(own_desk.get("/articles?language=en").text)
        if one.startswith("/article/")
    ]
    page = own_desk.get(f"/compare/{ids[0]}/{ids[0]}").text
    pieces = re.findall(r'<mark class="s shared" data-of="(p\d+)">', page)
    assert pieces
    assert all(pieces.count(name) % 2 == 0 for name in pieces)
    assert "100%" in page


def test_what_is_not_there_is_a_page_too(desk: TestClient) -> None:
    for address in (
        "/meeting/nothing",
        "/commitment/nothing",
        "/person/nothing",
        "/article/nothing",
        "/compare/a/b",
        "/nowhere",
    ):
        page = desk.get(address)
        assert page.status_code == 404, address
        assert page.headers["content-type"].startswith("text/html")
        assert "This cannot be shown" in page.text
    wrong = desk.get("/commitments?due_until=someday")
    assert wrong.status_code == 400
    assert "is no date" in text_of(wrong.text)


def test_an_error_tells_what_was_asked_without_running_it(desk: TestClient) -> None:
    page = desk.get("/article/" + quote("<script>alert(1)</script>", safe=""))
    assert page.status_code == 404
    assert "<script>alert" not in page.text


def test_refused_files_are_listed_with_reasons(desk: TestClient) -> None:
    page = text_of(desk.get("/reading").text)
    assert "empty.txt" in page
    assert "There is no text in it." in page
