"""Queries that several methods of the record share. Not for transactions: the caller holds one."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, select

from mithaq.model.extraction import Extraction
from mithaq.record import rows, schema

_article = schema.article


def find_current(connection: Connection, columns: Sequence[Column[Any]]) -> list[Row[Any]]:
    """The current versions, sorted by file and id, which must be among ``columns``."""
    found = connection.execute(select(*columns).where(_article.c.is_current)).all()
    # Sorted here, by code point: databases differ in how they sort text.
    return sorted(found, key=lambda row: (row.file, row.id))


def load_layer(connection: Connection, table: Table, kind: str | None) -> list[tuple[str, Row[Any]]]:
    """The rows of one layer over the current versions with the id of their article, in article order, then by place."""
    query = (
        select(table)
        .join(_article, _article.c.row_id == table.c.article_row)
        .where(_article.c.is_current)
        .order_by(table.c.article_row, table.c.position)
    )
    if kind is not None:
        query = query.where(table.c.kind == kind)
    by_article: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(query).all():
        by_article.setdefault(row.article_row, []).append(row)
    return [
        (article.id, row)
        for article in find_current(connection, (_article.c.row_id, _article.c.file, _article.c.id))
        for row in sorted(by_article.get(article.row_id, ()), key=lambda row: (row.start, row.end))
    ]


def load_extractions(connection: Connection, articles: Sequence[Row[Any]]) -> list[Extraction]:
    """Rows of ``article`` with all that was read from them, in the order given; one query a layer."""
    annotations, claims, rejections = (
        _group(connection, table, [article.row_id for article in articles])
        for table in (schema.annotation, schema.claim, schema.rejection)
    )
    return [
        Extraction(
            article=rows.read_article(row),
            annotations=tuple(rows.read_annotation(part) for part in annotations.get(row.row_id, ())),
            claims=tuple(rows.read_claim(part, row.id) for part in claims.get(row.row_id, ())),
            rejections=tuple(rows.read_rejection(part, row.id) for part in rejections.get(row.row_id, ())),
            skipped=rows.read_skipped(row),
        )
        for row in articles
    ]


def _group(connection: Connection, table: Table, row_ids: Sequence[int]) -> dict[int, list[Row[Any]]]:
    query = select(table).where(table.c.article_row.in_(row_ids)).order_by(table.c.article_row, table.c.position)
    grouped: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(query).all():
        grouped.setdefault(row.article_row, []).append(row)
    return grouped
