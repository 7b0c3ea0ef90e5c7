"""A saved web page becomes the text of its article with what its metadata says. Not for fetching: nothing is loaded.

The text is found by trafilatura (Barbaresi, "Trafilatura: A Web Scraping Library", ACL 2021). The date is read here,
from metadata only: looking for dates elsewhere in a page takes those of footers and of other articles.
"""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from mithaq.errors import ArticleRefused
from mithaq.sources.published import date_only

DATE_PROPERTIES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.created",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "date",
)
FEWEST_WORDS = 20
"""Fewer words than in the shortest news flash: what is left then is a menu, a notice or an error message."""

DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Page:
    """``published`` is an EDTF date; ``address`` the canonical address of the page, if it names one article."""

    text: str
    title: str | None
    outlet: str | None
    published: str | None
    address: str | None


def read_page(markup: str) -> Page:
    """Raises ArticleRefused: no_article when no running text is found, failed when the page cannot be taken apart."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        tree, document = _take_apart(DECLARATION.sub("", markup))
    except Exception as error:
        # Whatever breaks inside the extraction, this page alone is refused.
        what = " ".join(str(error).split()) or type(error).__name__
        raise ArticleRefused(
            "failed", f"the page cannot be taken apart ({what[:80]}); save its text as .txt."
        ) from error
    text = (document.text or "").strip() if document is not None else ""
    if len(WORD.findall(text)) < FEWEST_WORDS:
        raise ArticleRefused("no_article", "no article was found in the page; save its text as .txt and read that.")
    return Page(
        text=text.replace("\r\n", "\n").replace("\r", "\n"),
        title=document.title or None,
        outlet=document.sitename or None,
        published=_published(tree) if tree is not None else None,
        address=_article_address(document.url),
    )


def _take_apart(markup: str) -> tuple[Any, Any]:
    import trafilatura
    from trafilatura.settings import DEFAULT_CONFIG
    from trafilatura.utils import load_html

    tree = load_html(markup, len(markup) + 1)
    if tree is None:
        return None, None
    document = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
        config=DEFAULT_CONFIG,
    )
    return tree, document


def _published(tree: Any) -> str | None:
    """The first date of publication that the page's metadata states in ISO 8601."""
    for written in _stated_dates(tree):
        published = date_only(written)
        if published:
            return published
    return None


def _stated_dates(tree: Any) -> Iterator[str]:
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            yield from _linked_dates(json.loads(script.text or "null"))
        except (ValueError, RecursionError):
            continue
    properties = {name: "" for name in DATE_PROPERTIES}
    for meta in tree.iterfind(".//meta[@content]"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if properties.get(name) == "":
            properties[name] = meta.get("content").strip()
    yield from (written for written in properties.values() if written)
    for element in tree.iterfind(".//time[@datetime]"):
        if element.get("pubdate") is not None or (element.get("itemprop") or "").lower() == "datepublished":
            yield element.get("datetime")


def _linked_dates(node: Any) -> Iterator[str]:
    """``datePublished`` anywhere in linked data (schema.org), outermost first."""
    if isinstance(node, dict):
        if isinstance(node.get("datePublished"), str):
            yield node["datePublished"]
        for part in node.values():
            yield from _linked_dates(part)
    elif isinstance(node, list):
        for part in node:
            yield from _linked_dates(part)


def _article_address(address: str | None) -> str | None:
    """``address`` where it goes on after the host: the front page's address is no article's."""
    if not address:
        return None
    parts = urlsplit(address)
    return address if parts.path.strip("/") or parts.query else None
