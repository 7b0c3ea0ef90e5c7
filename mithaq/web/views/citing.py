"""Claims and heads as citations. Not for choosing what is cited."""

from collections.abc import Iterable, Mapping

from mithaq.model.span import Span
from mithaq.publish.excerpts import shorten
from mithaq.record.glance import Head, Placed
from mithaq.web.desk import Desk
from mithaq.web.views.shapes import ArticleHead, Citation

EXCERPT = 160
# A value told by very many articles is cited by the first of them.
MOST_CITATIONS = 12


def head_of(head: Head) -> ArticleHead:
    """The head as it is shown."""
    return ArticleHead(
        head.id, head.file, head.outlet, head.language, head.published, head.published_basis, head.title, head.source
    )


def cite(claim: Placed, slot: str | None = None) -> Citation:
    """The claim's words; with ``slot`` the words of that slot, where it has some."""
    span = dict(claim.slot_spans).get(slot or "", claim.span)
    inner = claim.words[span.start - claim.span.start : span.end - claim.span.start]
    inside = claim.span.contains(span) and bool(inner)
    return cite_words(claim.article, span if inside else claim.span, inner if inside else claim.words, claim.id)


def cite_words(head: Head, span: Span, words: str, claim_id: str | None = None) -> Citation:
    """Words at a place of an article."""
    excerpt = shorten(words, EXCERPT)
    return Citation(
        head.id, span.start, span.end, head.file, head.outlet, excerpt, head.language, head.published, claim_id
    )


class Citer:
    """Cites claims by their ids, all read at one time."""

    def __init__(self, desk: Desk, ids: Iterable[str]) -> None:
        self.claims: Mapping[str, Placed] = desk.glance.claims(ids)

    def cite(self, ids: Iterable[str], slot: str | None = None) -> tuple[Citation, ...]:
        """Each place once, the first published first; at most ``MOST_CITATIONS``."""
        found = sorted(
            (self.claims[claim] for claim in ids if claim in self.claims),
            key=lambda claim: (claim.article.published or "9999", claim.article.file, claim.span),
        )
        cited = {(claim.article.id, claim.span): cite(claim, slot) for claim in found}
        return tuple(cited.values())[:MOST_CITATIONS]
