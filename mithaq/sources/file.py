"""One file becomes one article, or a refusal with its reason. Not for finding files."""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from mithaq.errors import ArticleRefused
from mithaq.model.article import Article
from mithaq.sources.decode import Decoded, decode
from mithaq.sources.find import ENDINGS, PAGE_ENDINGS, readable_path
from mithaq.sources.header import split_header
from mithaq.sources.options import MEGABYTE, ReadOptions
from mithaq.sources.published import date_only
from mithaq.sources.title import first_title, stated_title
from mithaq.text.language import detect_language, language_name

DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
PAGE_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
PLACE = re.compile(r"\d.*/|/.*\d")
"""A path to one article has a number in it; "AFP/Reuters" has none."""

HEAD = 4096


@dataclass(frozen=True, slots=True)
class Found:
    """What a file says of itself before the caller's options are laid over it."""

    text: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    source: str | None
    notes: tuple[str, ...] = ()


def read_file(path: Path, options: ReadOptions) -> Article:
    """The article in a text or a saved page; nothing in a page is fetched or executed.

    Raises ArticleRefused with a code of ``ARTICLE_REASONS`` and one line that says what is wrong and what to do.
    """
    return _article(path, _read_bytes(path, options.max_bytes), readable_path(Path(os.path.abspath(path))), options)


def read_content(name: str, raw: bytes, source: str, options: ReadOptions) -> Article:
    """The article in the bytes of a file called ``name``, which need not lie anywhere; ``source`` is that of an article
    that tells none. Raises ArticleRefused as ``read_file``."""
    _check_ending(Path(name))
    _check_size(len(raw), options.max_bytes)
    return _article(Path(name), raw, source, options)


def _article(path: Path, raw: bytes, source: str, options: ReadOptions) -> Article:
    declared = DECLARED.search(raw[:HEAD])
    decoded = decode(raw, declared[1].decode("ascii") if declared and path.suffix.lower() in PAGE_ENDINGS else None)
    is_page = path.suffix.lower() in PAGE_ENDINGS or PAGE_START.match(decoded.text[:HEAD]) is not None
    found = _from_page(decoded.text) if is_page else _from_text(decoded.text)
    published = options.published or found.published
    return Article(
        source=found.source or source,
        file=readable_path(Path(path.name)),
        outlet=options.outlet or found.outlet,
        language=_language(found, options),
        published=published,
        published_basis="explicit" if published else None,
        title=found.title,
        text=found.text,
        notes=(*_decoding_notes(decoded), *found.notes),
    )


def _read_bytes(path: Path, limit: int) -> bytes:
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise ArticleRefused("unreadable", "it is a folder that cannot be listed; check its permissions.")
        if not stat.S_ISREG(status.st_mode):
            raise ArticleRefused("unsupported", "it is a device or a pipe, not a file; save its content as a file.")
        _check_ending(path)
        _check_size(status.st_size, limit)
        with open(path, "rb") as file:
            raw = file.read(limit + 1)
    except OSError as error:
        what = (error.strerror or "it cannot be opened").lower()
        raise ArticleRefused("unreadable", f"{what}; check the path and its permissions.") from error
    _check_size(len(raw), limit)
    return raw


def _check_ending(path: Path) -> None:
    if path.suffix.lower() not in ENDINGS:
        known = ", ".join(sorted(ENDINGS))
        raise ArticleRefused("unsupported", f"files of this kind are not read, only {known}; save it as text.")


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        needed = -(-size // MEGABYTE)
        over = f"it is {size / MEGABYTE:.1f} MB, over the limit of {limit / MEGABYTE:g} MB"
        raise ArticleRefused("too_large", f"{over}; cut it into articles, or raise the limit with --max-mb {needed}.")


def _from_text(text: str) -> Found:
    header = split_header(text)
    if not header.body.strip():
        raise ArticleRefused("empty", "there is no text under its header lines; add the text, or leave it out.")
    notes = [f"header line {key!r} is not used" for key in header.unused]
    dated = header.values.get("published")
    published = date_only(dated) if dated else None
    if dated and not published:
        notes.append(f"publication date {dated!r} is not in the form 2022-05-12 and was left out")
    return Found(
        text=header.body,
        title=stated_title(header.values.get("title")) or first_title(header.body),
        outlet=header.values.get("outlet"),
        published=published,
        language=header.values.get("language", "").lower() or None,
        source=header.values.get("url") or _address(header.values.get("source")),
        notes=tuple(notes),
    )


def _from_page(markup: str) -> Found:
    from mithaq.sources.page import read_page

    page = read_page(markup)
    return Found(page.text, stated_title(page.title), page.outlet, page.published, None, page.address)


def _address(source: str | None) -> str | None:
    """A source that names one article (address, path), not one that names an outlet, which many articles share."""
    return source if source and ("://" in source or PLACE.search(source)) else None


def _language(found: Found, options: ReadOptions) -> str:
    language = options.fixed_language or found.language or detect_language(found.text)
    packs = ", ".join(options.languages)
    if language is None:
        reason = f"its language cannot be told; name it with --language, one of {packs}."
        raise ArticleRefused("no_pack", reason)
    if language not in options.languages:
        named = f"it is in {language_name(language)}, for which there is no language pack"
        reason = f"{named}; packs: {packs}. If that is wrong, name its language with --language."
        raise ArticleRefused("no_pack", reason)
    return language


def _decoding_notes(decoded: Decoded) -> tuple[str, ...]:
    return () if decoded.encoding == "utf-8" else (f"decoded from {decoded.encoding}",)
