"""Saved web pages: the article, its metadata, and what must not be taken for them."""

import socket
from pathlib import Path
from typing import Any

import pytest

from mithaq.errors import ArticleRefused
from mithaq.sources.page import read_page

PARAGRAPHS = (
    "عقد وزراء خارجية دول التحالف الدولي اجتماعا في العاصمة الإيطالية روما، واتفقوا على مواصلة العمل المشترك في العراق وسوريا.",
    "وقال وزير الخارجية الإيطالي إن بلاده ستواصل دعم جهود التحالف، مشيرا إلى أن الاجتماع المقبل سيعقد في أفريقيا.",
)


def page(head: str = "", before: str = "", after: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    article = f"<article><h1>اجتماع روما يقر دعما جديدا</h1>{body}</article>"
    return f'<!DOCTYPE html><html lang="ar"><head><title>موقع</title>{head}</head><body>{before}{article}{after}</body></html>'


def test_the_article_is_found_without_menus_and_scripts() -> None:
    found = read_page(
        page(
            before="<nav><ul><li><a href='/'>الرئيسية</a></li><li><a href='/s'>رياضة</a></li></ul></nav>",
            after="<script>document.write('نص مكتوب بالبرنامج')</script><footer>جميع الحقوق محفوظة</footer>",
        )
    )
    for paragraph in PARAGRAPHS:
        assert paragraph in found.text
    assert "رياضة" not in found.text
    assert "نص مكتوب" not in found.text
    assert found.title == "اجتماع روما يقر دعما جديدا"


def test_metadata() -> None:
    found = read_page(
        page(
            '<meta property="og:site_name" content="وكالة الأناضول">'
            '<link rel="canonical" href="https://example.org/news/rome-meeting">'
            '<meta property="article:published_time" content="2021-06-28T21:15:00+03:00">'
        )
    )
    assert (found.outlet, found.published) == ("وكالة الأناضول", "2021-06-28")
    assert found.address == "https://example.org/news/rome-meeting"


@pytest.mark.parametrize(
    "stated",
    [
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2021-06-28T10:00Z"}]}</script>',
        '<meta name="DC.date.issued" content="2021-06-28">',
        '<meta itemprop="datePublished" content="2021-06-28">',
        '<meta name="pubdate" content="2021-06-28T10:00:00">',
    ],
)
def test_ways_to_state_the_date(stated: str) -> None:
    assert read_page(page(stated)).published == "2021-06-28"


def test_a_time_element_that_says_it_is_the_publication() -> None:
    assert (
        read_page(page(before='<time itemprop="datePublished" datetime="2021-06-28T10:00">أمس</time>')).published
        == "2021-06-28"
    )


def test_linked_data_goes_before_other_metadata_and_a_bad_date_is_passed_over() -> None:
    linked = '<script type="application/ld+json">{"datePublished": "%s"}</script>'
    meta = '<meta property="article:published_time" content="2021-06-28">'
    assert read_page(page(linked % "2021-06-27" + meta)).published == "2021-06-27"
    assert read_page(page(linked % "June 27" + meta)).published == "2021-06-28"


@pytest.mark.parametrize(
    "misleading",
    [
        "<footer>Copyright 2019. Updated 3 May 2011</footer>",
        "<div class='related'><span class='date'>12/05/2021</span> خبر آخر</div>",
        "<aside><time datetime='2018-03-04'>4 مارس 2018</time></aside>",
        "<img src='/uploads/2017/03/04/a.jpg' alt=''>",
        "<script type='application/ld+json'>{broken</script>",
        "<meta property='article:modified_time' content='2021-07-01'>",
    ],
)
def test_a_date_elsewhere_in_the_page_is_not_its_publication(misleading: str) -> None:
    assert read_page(page(after=misleading)).published is None


def test_the_address_of_a_front_page_is_no_address_of_an_article() -> None:
    assert read_page(page('<link rel="canonical" href="https://example.org/">')).address is None


@pytest.mark.parametrize(
    "markup",
    [
        "<html><head><title>x</title></head><body></body></html>",
        "<html><body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav></body></html>",
        "<html><body><h1>404</h1><p>Page not found. Go back to the front page.</p></body></html>",
        "<html><body><script>var article = 'The ministers met in Rome and agreed on many things';</script></body></html>",
        "no markup at all",
    ],
)
def test_a_page_without_an_article(markup: str) -> None:
    with pytest.raises(ArticleRefused) as caught:
        read_page(markup)
    assert caught.value.code == "no_article"


def test_a_failure_of_the_extraction_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Any:
        raise RuntimeError("broken\nin two lines")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    with pytest.raises(ArticleRefused) as caught:
        read_page(page())
    assert caught.value.code == "failed"
    assert "\n" not in str(caught.value)


def test_a_page_with_an_xml_declaration_is_read() -> None:
    assert PARAGRAPHS[0] in read_page('<?xml version="1.0" encoding="windows-1256"?>\n' + page()).text


def test_nothing_is_fetched_and_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def connect(*_: object, **__: object) -> Any:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", connect)
    linked = '<link rel="stylesheet" href="http://example.org/a.css"><script src="http://example.org/a.js"></script>'
    read_page(page(linked, after='<iframe src="http://example.org/"></iframe><img src="http://example.org/a.png">'))
    with pytest.raises(ArticleRefused):
        read_page("<p>")
    assert capfd.readouterr() == ("", "")


def test_an_external_entity_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("كلمة سرية", encoding="utf-8")
    entity = f'<!DOCTYPE html [<!ENTITY secret SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    markup = page(after="<p>&secret;</p>").replace("<!DOCTYPE html>", entity)
    assert "كلمة سرية" not in read_page(markup).text
