"""Does every citation still open at its words? Works on the stored rows, since damaged ones may build no object."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, Table, select

from mithaq.record import schema

CitedBy = Literal["article", "annotation", "claim", "slot", "content", "rejection"]


@dataclass(frozen=True, slots=True)
class BrokenCitation:
    """A place that does not give the words it should.

    ``kind`` is the kind of annotation, claim or rejection, and the slot's name for a slot; it is "text" for an
    article whose text is not the one its SHA-256 was made from. ``expected`` is what was stored (words or SHA-256),
    ``found`` what stands there now; a slot or content stores no words, so ``expected`` says what is asked of it.
    """

    article_id: str
    file: str
    cited_by: CitedBy
    kind: str
    start: int
    end: int
    expected: str
    found: str


def find_broken(connection: Connection) -> Iterator[BrokenCitation]:
    """Every broken citation of every version of every article, article by article in the order they came in."""
    row_ids = connection.execute(select(schema.article.c.row_id).order_by(schema.article.c.row_id)).scalars().all()
    for row_id in row_ids:
        article = connection.execute(select(schema.article).where(schema.article.c.row_id == row_id)).one()
        yield from _check_text(article)
        yield from _check_words(connection, article, schema.annotation, "annotation")
        yield from _check_words(connection, article, schema.claim, "claim")
        yield from _check_words(connection, article, schema.rejection, "rejection")


def _check_text(article: Row[Any]) -> Iterator[BrokenCitation]:
    found = hashlib.sha256(article.text.encode("utf-8")).hexdigest()
    if found != article.sha256:
        end = len(article.text)
        yield BrokenCitation(article.id, article.file, "article", "text", 0, end, article.sha256, found)


def _check_words(
    connection: Connection, article: Row[Any], table: Table, cited_by: CitedBy
) -> Iterator[BrokenCitation]:
    of_article = select(table).where(table.c.article_row == article.row_id).order_by(table.c.position)
    for row in connection.execute(of_article):
        found = _words(article.text, row.start, row.end)
        if found != row.text:
            yield BrokenCitation(article.id, article.file, cited_by, row.kind, row.start, row.end, row.text, found)
        if table is schema.claim:
            yield from _check_inner(article, row)


def _check_inner(article: Row[Any], claim: Row[Any]) -> Iterator[BrokenCitation]:
    try:
        places = _inner_places(claim)
    except (ValueError, TypeError, AttributeError):
        yield BrokenCitation(
            article.id, article.file, "claim", claim.kind, claim.start, claim.end, "readable slots", claim.slot_spans
        )
        return
    for cited_by, kind, start, end in places:
        if not 0 <= start < end <= len(article.text):
            yield BrokenCitation(article.id, article.file, cited_by, kind, start, end, "words inside the text", "")


def _inner_places(claim: Row[Any]) -> list[tuple[CitedBy, str, int, int]]:
    places: list[tuple[CitedBy, str, int, int]] = [
        ("slot", slot, int(start), int(end)) for slot, (start, end) in json.loads(claim.slot_spans)
    ]
    content = json.loads(claim.content).get("content")
    if content is not None:
        places.append(("content", claim.kind, int(content[0]), int(content[1])))
    return places


def _words(text: str, start: int, end: int) -> str:
    return text[start:end] if 0 <= start <= end <= len(text) else ""
