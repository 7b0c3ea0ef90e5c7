"""The cited brief: gathers what was read into sections of cited lines, then hands them to a format."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mithaq.errors import UsageError
from mithaq.model.article import Article
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.publish.brief_html import render_html
from mithaq.publish.brief_markdown import render_markdown
from mithaq.publish.brief_text import render_text
from mithaq.publish.comparisons import disagreement_blocks, follow_up_blocks
from mithaq.publish.composing import Composer, gather_evidence
from mithaq.publish.excerpts import one_line
from mithaq.publish.naming import Names
from mithaq.publish.outline import Block, Brief, Section, Source
from mithaq.publish.periods import bounds, sorting_day
from mithaq.publish.readable import readable_count, readable_date
from mithaq.publish.sections import (
    commitment_blocks,
    figure_blocks,
    funding_blocks,
    is_member_count,
    meeting_blocks,
    member_blocks,
    statement_blocks,
)
from mithaq.publish.words import Words, words_in

_RENDERERS = {"text": render_text, "md": render_markdown, "html": render_html}


@dataclass(frozen=True, slots=True)
class BriefOptions:
    """``language`` is that of the interface; ``record_name`` is what the reader called the record, for commands."""

    format: Literal["text", "md", "html"] = "text"
    language: Literal["en", "ar", "fr"] = "en"
    record_name: str = "RECORD"


def write_brief(extractions: Sequence[Extraction], reconciliation: Reconciliation, options: BriefOptions) -> str:
    """The brief of these articles, in the format and language asked for, ending with a line break.

    The same articles give the same brief, in whatever order they come. Raises UsageError for an unknown format or
    language.
    """
    if options.format not in _RENDERERS:
        raise UsageError(f"there is no brief as {options.format!r}: choose one of {', '.join(_RENDERERS)}")
    return _RENDERERS[options.format](build_brief(extractions, reconciliation, options))


def build_brief(extractions: Sequence[Extraction], reconciliation: Reconciliation, options: BriefOptions) -> Brief:
    """The brief before it has a format. Articles are numbered by date, those of unknown date last."""
    ordered = sorted(extractions, key=lambda extraction: _reading_order(extraction.article))
    telling = [extraction.article for extraction in ordered if extraction.claims]
    words = words_in(options.language)
    numbers = {article.id: number for number, article in enumerate(telling, start=1)}
    composer = Composer(words, Names(options.language, ordered), numbers)
    return Brief(
        language=options.language,
        title=words.say("page", "title"),
        introduction=_introduction([extraction.article for extraction in ordered], words),
        sections=_sections(ordered, reconciliation, composer, options.record_name),
        sources=tuple(_source(article, numbers[article.id], composer) for article in telling),
        silent=tuple(one_line(extraction.article.file) for extraction in ordered if not extraction.claims),
    )


def _reading_order(article: Article) -> tuple[date, str, str]:
    return (sorting_day(article.published), article.file, article.id)


def _sections(
    ordered: Sequence[Extraction], reconciliation: Reconciliation, composer: Composer, record_name: str
) -> tuple[Section, ...]:
    evidence = gather_evidence(ordered)
    by_id = {item.claim.id: item for items in evidence.values() for item in items}
    figures = evidence.get("figure", [])
    member_counts = [item for item in figures if is_member_count(item)]
    others = [item for item in figures if not is_member_count(item)]
    follow_ups = follow_up_blocks(reconciliation, by_id, composer)

    def section(key: str, blocks: tuple[Block, ...], kind: str) -> Section:
        size = len(blocks) if key == "disagreements" else sum(len(block.lines) for block in blocks)
        return Section(key, composer.words.say("section", key), blocks, size, f"mithaq show {record_name} {kind}")

    return (
        section("meetings", meeting_blocks(evidence.get("meeting", []), composer), "meetings"),
        section("members", member_blocks([*evidence.get("membership", []), *member_counts], composer), "members"),
        section("commitments", commitment_blocks(evidence.get("commitment", []), composer), "commitments"),
        *([section("follow_ups", follow_ups, "commitments")] if follow_ups else []),
        section("funding", funding_blocks(evidence.get("funding", []), composer), "funding"),
        section("figures", figure_blocks(others, composer), "figures"),
        section("statements", statement_blocks(evidence.get("statement", []), composer), "statements"),
        section("disagreements", disagreement_blocks(reconciliation.disagreements, by_id, composer), "articles"),
    )


def _introduction(articles: list[Article], words: Words) -> str:
    count = readable_count(len(articles), "articles", words.language)
    read = words.say("page", "read", articles=count)
    days = [days for article in articles if (days := bounds(article.published))]
    if not days:
        return read
    first, last = min(day for day, _ in days).isoformat(), max(day for _, day in days).isoformat()
    period = readable_date(first if first == last else f"{first}/{last}", words.language)
    return f"{read} {words.say('page', 'period', period=period)}"


def _source(article: Article, number: int, composer: Composer) -> Source:
    words = composer.words
    when = composer.date(article.published) or words.say("page", "undated")
    if article.published and article.published_basis:
        when = f"{when} ({words.say('basis', article.published_basis)})"
    about = composer.join(
        one_line(article.outlet or ""), when, words.say("language", article.language), one_line(article.file)
    )
    return Source(number, article, one_line(article.title or article.file), about)
