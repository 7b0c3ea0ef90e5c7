"""Articles: the list, and one article with everything that was read from it."""

from dataclasses import dataclass
from typing import Any

from mithaq.errors import RecordError
from mithaq.model.annotation import Annotation
from mithaq.model.plain import to_plain
from mithaq.publish.words import words_in
from mithaq.record.glance import Head
from mithaq.web.desk import Desk, NotFound
from mithaq.web.views.citing import head_of
from mithaq.web.views.deciding import decided
from mithaq.web.views.gathered import first_day_of, gathered
from mithaq.web.views.matching import day_of, has_words
from mithaq.web.views.paging import cut
from mithaq.web.views.shapes import (
    ArticleHead,
    ArticleView,
    LayerSpan,
    Page,
    RefusalLine,
    RejectionView,
    SharedText,
)
from mithaq.web.views.tellings import claim_view


@dataclass(frozen=True, slots=True)
class ArticleFilters:
    """What a list of articles is narrowed to; None and "" narrow nothing."""

    language: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None


EVERYTHING = ArticleFilters()


def articles(desk: Desk, filters: ArticleFilters = EVERYTHING, page: int = 1, page_size: int = 25) -> Page[ArticleHead]:
    """The articles that fit (``text``: words of title, outlet or file), latest first, undated ones last."""
    return cut(desk.recall(choose_articles, filters), page, page_size, lambda some: [head_of(head) for head in some])


def choose_articles(desk: Desk, filters: ArticleFilters) -> tuple[Head, ...]:
    """The articles that fit, latest first."""
    since, until = day_of(filters.since, 0), day_of(filters.until, 1)

    def fits(head: Head) -> bool:
        if (filters.language and head.language != filters.language) or (
            filters.outlet and head.outlet != filters.outlet
        ):
            return False
        day = first_day_of(head.published)
        if (since and (day is None or day < since)) or (until and (day is None or day > until)):
            return False
        return not filters.text or has_words(filters.text, head.title, head.outlet, head.file)

    return tuple(head for head in _latest_first(desk) if fits(head))


def _latest_first(desk: Desk) -> tuple[Head, ...]:
    return desk.keep(_sorted_heads)


def _sorted_heads(desk: Desk) -> tuple[Head, ...]:
    heads = sorted(gathered(desk).heads.values(), key=lambda head: (head.file, head.id))
    return tuple(sorted(heads, key=lambda head: head.published or "", reverse=True))


def article(desk: Desk, article_id: str) -> ArticleView:
    """One article, current or old. Raises NotFound."""
    found = desk.glance.article(article_id)
    if found is None:
        raise NotFound(f"there is no article {article_id[:40]}; the list of articles has those there are")
    head, text = found
    try:
        extraction = desk.record.extraction(article_id)
    except RecordError as error:
        raise NotFound(f"the article {article_id[:40]} is gone; the list of articles has those there are") from error
    known = decided(desk)
    versions = (desk.glance.article(version.id) for version in desk.record.versions(head.source))
    return ArticleView(
        head=head_of(head),
        text=text.text,
        direction=words_in(head.language).direction,
        notes=text.notes,
        skipped=tuple((span.start, span.end) for span in extraction.skipped),
        layers=tuple(map(_layer, extraction.annotations)),
        claims=tuple(claim_view(claim, known) for claim in desk.glance.claims_of([head.row])),
        rejections=tuple(
            RejectionView(refused.kind, refused.reason, refused.span.start, refused.span.end)
            for refused in extraction.rejections
        ),
        versions=tuple(head_of(version[0]) for version in versions if version),
        related=related(desk, article_id),
    )


def _layer(annotation: Annotation) -> LayerSpan:
    plain: dict[str, Any] = to_plain(annotation.value)
    shown = (plain.get(name) for name in ("name", "iso", "edtf", "amount", "value"))
    label = next((str(value) for value in shown if value is not None), annotation.text)
    return LayerSpan(
        annotation.span.start, annotation.span.end, annotation.kind, label, plain, annotation.found_by,
        annotation.confidence,
    )  # fmt: skip


def related(desk: Desk, article_id: str) -> tuple[SharedText, ...]:
    """Articles that print the same text, the closest first, then those that tell the same story."""
    return desk.keep(_related).get(article_id, ())


def _related(desk: Desk) -> dict[str, tuple[SharedText, ...]]:
    known = gathered(desk)
    found: dict[str, dict[str, SharedText]] = {}

    def note(first: str, second: str, relation: str, containment: float | None) -> None:
        if first != second and second in known.by_article:
            shared = SharedText(head_of(known.by_article[second]), relation, containment)
            found.setdefault(first, {}).setdefault(second, shared)

    for _, fact in desk.glance.facts(known.positions.get("copies", ())):
        passages = dict(fact.slots).get("passages")
        for passage in passages if isinstance(passages, list | tuple) else ():
            one, other, share = str(passage["first"]), str(passage["second"]), float(passage["containment"])
            note(one, other, "copy", share)
            note(other, one, "copy", share)
    for _, fact in desk.glance.facts(known.positions.get("story", ())):
        told = dict(fact.slots).get("articles")
        members = [str(article) for article in told] if isinstance(told, list | tuple) else []
        for one in members[:40]:
            for other in members[:40]:
                note(one, other, "story", None)
    return {
        article: tuple(sorted(others.values(), key=lambda shared: (-(shared.containment or 0), shared.article.file)))
        for article, others in found.items()
    }


def refusals(desk: Desk) -> tuple[RefusalLine, ...]:
    """What could not be read, by source."""
    return tuple(RefusalLine(found.source, found.reason, found.message) for found in desk.record.refusals())
