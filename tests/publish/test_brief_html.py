"""The page: each citation leads to its words, nothing in an article can do harm, nothing is loaded from outside."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest

from mithaq.model.article import Article
from mithaq.model.claim import Claim, Figure
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.span import Span
from mithaq.publish import BriefOptions, write_brief
from mithaq.publish.brief import build_brief

from .examples import EXTRACTIONS, RECONCILIATION

VOID = {"meta", "br"}


class Page(HTMLParser):
    """What a browser would see: elements with their attributes, text of marks by the citation they belong to."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.marked: dict[str, str] = {}
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))
        if ("class", "text") in attrs:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag, "elements must nest"

    def handle_data(self, data: str) -> None:
        if any(attributes.get("class") == "text" for _, attributes in self.open):
            self.texts[-1] += data
        for tag, attributes in self.open:
            if tag == "mark":
                name = str(attributes["data-of"])
                self.marked[name] = self.marked.get(name, "") + data

    def all(self, attribute: str) -> list[str]:
        return [str(attributes[attribute]) for _, attributes in self.elements if attribute in attributes]


def page(language: Any = "en", extractions: tuple[Extraction, ...] = EXTRACTIONS) -> Page:
    return Page(write_brief(extractions, RECONCILIATION, BriefOptions("html", language)))


@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_each_citation_leads_to_exactly_its_words(language: Any) -> None:
    shown = page(language)
    assert shown.open == []
    targets = shown.all("id")
    assert len(targets) == len(set(targets))
    cited = build_brief(EXTRACTIONS, RECONCILIATION, BriefOptions("html", language)).citations
    assert shown.marked == {citation.anchor: citation.words for citation in cited}
    links = [href.removeprefix("#") for href in shown.all("href")]
    assert set(links) <= set(targets)
    assert {link for link in links if re.fullmatch(r"a\d+-\d+-\d+", link)} == {citation.anchor for citation in cited}


def test_the_texts_of_the_articles_are_whole() -> None:
    told = [extraction.article for extraction in EXTRACTIONS if extraction.claims]
    assert sorted(page().texts) == sorted(article.text for article in told)


def test_the_page_runs_and_loads_nothing() -> None:
    text = write_brief(EXTRACTIONS, RECONCILIATION, BriefOptions("html"))
    shown = Page(text)
    assert {tag for tag, _ in shown.elements}.isdisjoint({"script", "link", "img", "iframe", "object", "base", "form"})
    assert not [
        name for _, attributes in shown.elements for name in attributes if name.startswith("on") or name == "style"
    ]
    assert "alert(1)" in text
    assert "<script" not in text
    assert "http:" not in text
    assert "https:" not in text
    assert "url(" not in text
    assert "@import" not in text


def test_the_policy_allows_this_style_and_nothing_else() -> None:
    text = write_brief(EXTRACTIONS, RECONCILIATION, BriefOptions("html"))
    style = text.split("<style>")[1].split("</style>")[0]
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy[1].split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    assert "unsafe" not in policy[1]


def test_direction_and_language_of_page_and_quotations() -> None:
    arabic = page("ar")
    assert next(attributes for tag, attributes in arabic.elements if tag == "html") == {"lang": "ar", "dir": "rtl"}
    quoted = [attributes for tag, attributes in arabic.elements if tag == "q"]
    assert {attributes["lang"] for attributes in quoted} == {"ar", "en", "fr"}
    english = page("en")
    assert next(attributes for tag, attributes in english.elements if tag == "html") == {"lang": "en", "dir": "ltr"}
    assert [str(item["dir"]) for _, item in english.elements if item.get("class") == "text"] == ["auto", "rtl", "auto"]


HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>&amp; \x00\x1b]\u202e'


def test_hostile_text_in_every_field_is_shown_and_does_nothing() -> None:
    article = Article(HOSTILE, HOSTILE, HOSTILE, "en", "2022-05-11", "explicit", HOSTILE, HOSTILE)
    claim = Claim(article.id, Span(0, len(HOSTILE)), HOSTILE, Figure(1.0, "exact", HOSTILE, HOSTILE, HOSTILE, HOSTILE))
    text = write_brief([Extraction(article, (), (claim,), ())], Reconciliation(), BriefOptions("html", "ar"))
    shown = Page(text)
    assert {tag for tag, _ in shown.elements}.isdisjoint({"script", "img"})
    assert shown.open == []
    assert shown.texts == [HOSTILE.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")]
    assert "\x00" not in text


def test_words_cited_across_each_other_light_up_whole() -> None:
    text = "one two three four five"
    article = Article("a", "a", None, "en", None, None, None, text)
    words = ["one two three", "two", "three four five", "four five", text]
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in words]
    claims = [
        Claim(article.id, span, span.of(text), Figure(1.0 + span.start + span.end, "exact", "x")) for span in spans
    ]
    written = write_brief([Extraction(article, (), tuple(claims), ())], Reconciliation(), BriefOptions("html"))
    shown = Page(written)
    assert sorted(shown.marked.values()) == sorted(words)
    assert shown.texts == [text]
    anchor = "a1-8-23"
    assert shown.marked[anchor] == "three four five"
    assert f':root:has(#{anchor}:target) mark[data-of="{anchor}"]' in written
    assert written.count(f'id="{anchor}"') == 1


def test_many_lines_of_one_speaker_fold_away() -> None:
    text = " ".join(f"w{number}" for number in range(20))
    article = Article("a", "a", None, "en", None, None, None, text)
    claims = []
    for number in range(20):
        start = text.index(f"w{number}")
        span = Span(start, start + len(f"w{number}"))
        claims.append(Claim(article.id, span, span.of(text), Figure(float(number), "exact", "members")))
    shown = Page(write_brief([Extraction(article, (), tuple(claims), ())], Reconciliation(), BriefOptions("html")))
    assert [tag for tag, _ in shown.elements].count("details") == 1
    assert len(shown.marked) == 20
