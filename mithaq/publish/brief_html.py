"""The brief as one HTML page that needs nothing else: no script, no font, no image, no address outside itself.

Each citation leads to its words in the text of its article, which stands at the end of the page or, on a wide screen,
beside it. Article text is untrusted: everything is escaped, and the page forbids itself to run or load anything.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files

from mithaq.publish.cited_lines import own_words
from mithaq.publish.highlights import escape_text, mark_words
from mithaq.publish.isolates import FIRST_STRONG, POP
from mithaq.publish.outline import Block, Brief, Citation, Line, Section, Source
from mithaq.publish.words import Words, words_in

# More lines than this under one heading fold away.
_OPEN_LINES = 6
_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")


def render_html(brief: Brief) -> str:
    """The brief as a whole HTML document."""
    words = words_in(brief.language)
    texts, cut = _texts(brief, words)
    style = files("mithaq.publish").joinpath("page/brief.css").read_text(encoding="utf-8") + _cut_rules(cut)
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{brief.language}" dir="{words.direction}">',
            *_head(brief, style),
            "<body>",
            '<main class="brief" id="top">',
            *_opening(brief, words),
            *(part for section in brief.sections for part in _section(section, words)),
            *_sources(brief, words),
            "</main>",
            *texts,
            "</body>",
            "</html>",
            "",
        ]
    )


def _head(brief: Brief, style: str) -> Iterator[str]:
    digest = b64encode(sha256(f"\n{style}\n".encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield '<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{escape(brief.title)}</title>"
    yield f"<style>\n{style}\n</style>\n</head>"


def _cut_rules(cut: list[str]) -> str:
    """Rules that light all pieces of a mark that another mark cut in two."""
    lit = "{ background: var(--target); color: var(--target-ink); }"
    return "".join(f'\n:root:has(#{anchor}:target) mark[data-of="{anchor}"] {lit}' for anchor in cut)


def _opening(brief: Brief, words: Words) -> Iterator[str]:
    yield f"<header>\n<h1>{escape(brief.title)}</h1>\n<p>{_own(brief.introduction, words)}</p>"
    yield f'<p class="quiet">{escape(words.say("page", "how_html"))}</p>\n</header>'
    yield f'<nav aria-label="{escape(words.say("page", "contents"))}">\n<ul>'
    for section in brief.sections:
        yield f'<li><a href="#{section.key}">{escape(section.title)} <span class="size">{section.size}</span></a></li>'
    yield f'<li><a href="#sources">{escape(words.say("page", "sources"))} <span class="size">{len(brief.sources)}</span></a></li>'
    yield "</ul>\n</nav>"


def _section(section: Section, words: Words) -> Iterator[str]:
    size = f' <span class="size">{section.size}</span>' if section.size else ""
    yield f'<section id="{section.key}">\n<h2>{escape(section.title)}{size}</h2>'
    if not section.blocks:
        yield f'<p class="quiet">{escape(words.say("page", "nothing"))}</p>'
    for block in section.blocks:
        yield from _block(block, words)
    yield "</section>"


def _block(block: Block, words: Words) -> Iterator[str]:
    if block.heading:
        yield f"<h3>{_own(block.heading, words)}</h3>"
    shown = block.lines if len(block.lines) <= _OPEN_LINES + 1 or not block.heading else block.lines[:_OPEN_LINES]
    yield from _lines(shown, words)
    folded = block.lines[len(shown) :]
    if folded:
        yield f"<details>\n<summary>{escape(words.say('page', 'more_lines', count=str(len(folded))))}</summary>"
        yield from _lines(folded, words)
        yield "</details>"


def _lines(lines: tuple[Line, ...], words: Words) -> Iterator[str]:
    yield '<ul class="lines">'
    for line in lines:
        said = f'<p class="said">{_own(line.text, words)}</p>' if line.text else ""
        cited = f'<p class="words">{_cited(line.citations, words)}</p>' if line.citations else ""
        yield f"<li>{said}{cited}</li>"
    yield "</ul>"


def _cited(citations: tuple[Citation, ...], words: Words) -> str:
    first = citations[0]
    quoted = words.say("marks", "open") + _foreign(first.excerpt, first.language, "q") + words.say("marks", "close")
    links = " ".join(
        f'<a class="cite" href="#{citation.anchor}" title="{escape(citation.excerpt)}">{citation.number}</a>'
        for citation in citations
    )
    return f"{quoted} {links}"


def _sources(brief: Brief, words: Words) -> Iterator[str]:
    yield f'<section id="sources">\n<h2>{escape(words.say("page", "sources"))}</h2>\n<ol class="sources">'
    for source in brief.sources:
        title = _foreign(source.title, source.article.language, "bdi")
        yield f'<li><a href="#article-{source.number}">{title}</a><br><span class="quiet">{_own(source.about, words)}</span></li>'
    yield "</ol>"
    if brief.silent:
        listed = words.say("page", "silent", files=words.say("marks", "comma").join(brief.silent))
        yield f'<p class="quiet">{_own(listed, words)}</p>'
    yield "</section>"


def _texts(brief: Brief, words: Words) -> tuple[list[str], list[str]]:
    """The articles with their marks, and the anchors of the marks that were cut."""
    spans: dict[int, list[Citation]] = {}
    for citation in brief.citations:
        spans.setdefault(citation.number, []).append(citation)
    parts = [
        '<aside class="texts">',
        f"<h2>{escape(words.say('page', 'texts'))}</h2>",
        f'<p class="quiet">{escape(words.say("page", "texts_note"))}</p>',
    ]
    cut: list[str] = []
    for source in brief.sources:
        cited = [(citation.anchor, citation.span) for citation in spans.get(source.number, [])]
        marked = mark_words(source.article.text, cited)
        cut += marked.cut
        parts.append(_article(source, marked.html, words))
    return [*parts, "</aside>"], cut


def _article(source: Source, marked: str, words: Words) -> str:
    language = source.article.language
    return (
        f'<article id="article-{source.number}">\n<h3>[{source.number}] {_foreign(source.title, language, "bdi")}</h3>\n'
        f'<p class="quiet">{_own(source.about, words)}</p>\n'
        f'<div class="text" lang="{escape(language)}" dir="{_direction(language)}">{marked}</div>\n'
        f'<p class="back"><a href="#top">{escape(words.say("page", "to_top"))}</a></p>\n</article>'
    )


def _own(text: str, words: Words) -> str:
    """Text of the interface; names of the other direction stand in ``bdi``."""
    isolated = escape_text(own_words(text, words))
    return isolated.replace(FIRST_STRONG, "<bdi>").replace(POP, "</bdi>")


def _foreign(text: str, language: str, tag: str) -> str:
    """Words of an article, in its language and direction whatever stands around them."""
    shown = escape_text(text)
    inner = shown if tag == "bdi" else f"<bdi>{shown}</bdi>"
    return f'<{tag} lang="{escape(language)}" dir="{_direction(language)}">{inner}</{tag}>'


def _direction(language: str) -> str:
    return "rtl" if language in _RIGHT_TO_LEFT else "auto"
