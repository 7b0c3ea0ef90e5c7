"""How one extraction is put into the record: new, unchanged or changed. Not for transactions: the caller holds one."""

from typing import Any, Literal

from sqlalchemy import Connection, Row, Table, delete, func, insert, select, update

from mithaq.errors import UsageError
from mithaq.model.claim import Claim
from mithaq.model.extraction import Extraction
from mithaq.model.rejection import Rejection
from mithaq.record import schema
from mithaq.record.rows import Fields, annotation_fields, article_fields, claim_fields, rejection_fields
from mithaq.record.search import fill_search

Added = Literal["new", "unchanged", "changed"]

_article = schema.article


def put_extraction(connection: Connection, extraction: Extraction, read_at: str) -> Added:
    """Store it, keeping former versions of its source. Raises UsageError if a claim or rejection is of another article.

    The article under this id is looked for first: a copy of it under another source adds nothing.
    """
    fields = article_fields(extraction)
    _check_belonging(extraction, fields["id"])
    remove_refusal(connection, fields["source"])
    held = _find_current(connection, _article.c.id == fields["id"])
    former = _find_current(connection, _article.c.source == fields["source"])
    if held is not None:
        retired = _retire(connection, former) if former is not None and former.row_id != held.row_id else False
        refreshed = _refresh(connection, held, fields, extraction)
        return "changed" if retired or refreshed else "unchanged"
    if former is not None:
        _retire(connection, former)
    same_source = _article.c.source == fields["source"]
    earlier = connection.execute(select(_article).where(same_source, _article.c.id == fields["id"])).first()
    if earlier is not None:
        _set_current(connection, earlier, True)
        _refresh(connection, earlier, fields, extraction)
        return "changed"
    last = connection.execute(select(func.max(_article.c.version)).where(same_source)).scalar_one() or 0
    new_row = {**fields, "version": last + 1, "is_current": True, "read_at": read_at}
    row_id = connection.execute(insert(_article).returning(_article.c.row_id), new_row).scalar_one()
    for table, rows in _layers(row_id, extraction):
        _insert(connection, table, rows)
    fill_search(connection, row_id, extraction)
    return "changed" if last else "new"


def remove_refusal(connection: Connection, source: str) -> None:
    """Forget that ``source`` was refused, if it was."""
    connection.execute(delete(schema.refusal).where(schema.refusal.c.source == source))


def _check_belonging(extraction: Extraction, article_id: str) -> None:
    parts: tuple[Claim | Rejection, ...] = (*extraction.claims, *extraction.rejections)
    if any(part.article_id != article_id for part in parts):
        raise UsageError(
            f"a claim or rejection read from {extraction.article.file} names another article; "
            "make it from the article that is stored"
        )


def _find_current(connection: Connection, condition: Any) -> Row[Any] | None:
    return connection.execute(select(_article).where(_article.c.is_current, condition)).first()


def _retire(connection: Connection, row: Row[Any]) -> bool:
    _set_current(connection, row, False)
    return True


def _set_current(connection: Connection, row: Row[Any], is_current: bool) -> None:
    connection.execute(update(_article).where(_article.c.row_id == row.row_id).values(is_current=is_current))


def _refresh(connection: Connection, row: Row[Any], fields: Fields, extraction: Extraction) -> bool:
    """Replace what another version of the software read otherwise; was there anything?"""
    names = ["notes", "skipped"]
    # A date inferred from other articles stands until one is read or another inferred.
    if not (fields["published"] is None and row.published_basis == "inferred"):
        names += ["published", "published_basis"]
    differing = {name: fields[name] for name in names if fields[name] != getattr(row, name)}
    if differing:
        connection.execute(update(_article).where(_article.c.row_id == row.row_id).values(differing))
    replaced = [_replace(connection, table, row.row_id, rows) for table, rows in _layers(row.row_id, extraction)]
    if any(replaced):
        fill_search(connection, row.row_id, extraction)
    return bool(differing) or any(replaced)


def _layers(row_id: int, extraction: Extraction) -> tuple[tuple[Table, list[Fields]], ...]:
    return (
        (schema.annotation, annotation_fields(row_id, extraction.annotations)),
        (schema.claim, claim_fields(row_id, extraction.claims)),
        (schema.rejection, rejection_fields(row_id, extraction.rejections)),
    )


def _replace(connection: Connection, table: Table, row_id: int, rows: list[Fields]) -> bool:
    of_article = table.c.article_row == row_id
    stored = connection.execute(select(table).where(of_article).order_by(table.c.position))
    if [dict(row) for row in stored.mappings()] == rows:
        return False
    connection.execute(delete(table).where(of_article))
    _insert(connection, table, rows)
    return True


def _insert(connection: Connection, table: Table, rows: list[Fields]) -> None:
    if rows:
        connection.execute(insert(table), rows)
