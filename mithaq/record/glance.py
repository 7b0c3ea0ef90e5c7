"""Narrow questions to a record that need no whole articles: heads, counts, single claims. For lists that must be quick.

Not for reading everything: that is ``Record.extractions``. Everything is of current articles unless it says otherwise.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, select

from mithaq.model.article import Article
from mithaq.model.fact import Disagreement, Fact, FollowUp
from mithaq.model.span import Span
from mithaq.record import rows, schema
from mithaq.record.counting import read_counts
from mithaq.record.database import Database
from mithaq.record.search import Match, Wanted, complete_search, find_matches

_article, _claim, _annotation = schema.article, schema.claim, schema.annotation
# SQLite takes some thousands of variables in one statement; fewer are as quick.
_MANY = 500
# Rows of a long answer are fetched so many at once.
_FETCHED = 5000


@dataclass(frozen=True, slots=True)
class Head:
    """An article without its text. ``row`` is its place in the record, ``size`` the length of its text."""

    row: int
    id: str
    source: str
    file: str
    outlet: str | None
    language: str
    published: str | None
    published_basis: str | None
    title: str | None
    size: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim with its article's head: enough to cite it. ``content`` is the JSON of its slots."""

    id: str
    article: Head
    kind: str
    span: Span
    words: str
    content: dict[str, Any]
    slot_spans: tuple[tuple[str, Span], ...]
    within: str | None
    rule: str
    position: int


class Glance:
    """The questions. Every method raises RecordError as those of Record do."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self) -> tuple[int, int]:
        """How often the articles and how often the conclusions were changed."""
        with self._database.reading() as connection:
            counts = read_counts(connection)
        return counts["articles"], counts["conclusions"]

    def heads(self) -> tuple[Head, ...]:
        """Every article, sorted by file and id."""
        with self._database.reading() as connection:
            found = connection.execute(_heads().where(_article.c.is_current)).all()
        return tuple(sorted(map(_head, found), key=lambda head: (head.file, head.id)))

    def article(self, article_id: str) -> tuple[Head, Article] | None:
        """One article with its text, current or old; None where there is none."""
        query = select(_article).where(_article.c.id == article_id).order_by(_article.c.is_current.desc())
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return (_head(row, len(row.text)), rows.read_article(row)) if row else None

    def texts(self, article_rows: Iterable[int]) -> dict[int, str]:
        """The texts of these articles, by row."""
        query = select(_article.c.row_id, _article.c.text)
        with self._database.reading() as connection:
            found = [
                row
                for some in _portions(article_rows)
                for row in connection.execute(query.where(_article.c.row_id.in_(some)))
            ]
        return {row.row_id: row.text for row in found}

    def claims(self, ids: Iterable[str]) -> dict[str, Placed]:
        """The claims with these ids; one that is not held is left out."""
        wanted = dict.fromkeys(ids)
        with self._database.reading() as connection:
            found = [
                row for some in _portions(wanted) for row in connection.execute(_placed().where(_claim.c.id.in_(some)))
            ]
        return {row.id: _place(row) for row in found}

    def claims_of(self, article_rows: Iterable[int], kind: str | None = None) -> list[Placed]:
        """The claims of these articles, of one kind or all, by article and place."""
        query = _placed().order_by(_claim.c.article_row, _claim.c.position)
        if kind is not None:
            query = query.where(_claim.c.kind == kind)
        with self._database.reading() as connection:
            return [
                _place(row)
                for some in _portions(article_rows)
                for row in connection.execute(query.where(_claim.c.article_row.in_(some)))
            ]

    def rows_of(self, kinds: Sequence[str]) -> dict[str, int]:
        """The row of the article, by the id of the claim, of every claim of these kinds."""
        query = (
            select(_claim.c.id, _claim.c.article_row)
            .join(_article, _article.c.row_id == _claim.c.article_row)
            .where(_article.c.is_current, _claim.c.kind.in_(kinds))
        )
        with self._database.reading() as connection:
            return {found.id: found.article_row for some in _fetched(connection, query) for found in some}

    def contents(self, kind: str) -> Iterator[tuple[str, int, int, dict[str, Any]]]:
        """Of every claim of a kind: id, row of its article, position in it, slots."""
        query = (
            select(_claim.c.id, _claim.c.article_row, _claim.c.position, _claim.c.content)
            .join(_article, _article.c.row_id == _claim.c.article_row)
            .where(_article.c.is_current, _claim.c.kind == kind)
        )
        with self._database.reading() as connection:
            for some in _fetched(connection, query):
                for found in some:
                    yield found.id, found.article_row, found.position, json.loads(found.content)

    def counts(self) -> dict[str, int]:
        """How many claims of each kind there are."""
        query = (
            select(_claim.c.kind, func.count())
            .join(_article, _article.c.row_id == _claim.c.article_row)
            .where(_article.c.is_current)
            .group_by(_claim.c.kind)
        )
        with self._database.reading() as connection:
            return {kind: count for kind, count in connection.execute(query)}

    def telling_rows(self) -> frozenset[int]:
        """The rows of the articles that claim anything."""
        with self._database.reading() as connection:
            return frozenset(connection.execute(select(_claim.c.article_row).distinct()).scalars())

    def outlines(self, kind: str) -> Iterator[rows.Outline]:
        """Every fact of a kind, in order."""
        table = schema.fact
        query = (
            select(table.c.position, table.c.id, table.c.slots, table.c.supported_by)
            .where(table.c.kind == kind)
            .order_by(table.c.position)
        )
        with self._database.reading() as connection:
            for some in _fetched(connection, query):
                yield from map(rows.read_outline, some)

    def facts(self, positions: Iterable[int]) -> Iterator[tuple[int, Fact]]:
        """The facts at these positions, whole."""
        table = schema.fact
        with self._database.reading() as connection:
            for some in _portions(positions):
                found: Any = connection.execute(
                    select(table).where(table.c.position.in_(some)).order_by(table.c.position)
                )
                for row in found:
                    yield row.position, rows.read_fact(row)

    def positions(self, kind: str) -> list[int]:
        """Where the facts of a kind are kept."""
        table = schema.fact
        with self._database.reading() as connection:
            return list(connection.execute(select(table.c.position).where(table.c.kind == kind)).scalars())

    def follow_ups(self, commitments: Iterable[str] | None = None) -> dict[str, FollowUp]:
        """What became of commitments, all or some, by the fact's id."""
        query = select(schema.follow_up)
        asked: list[Any] = [query]
        if commitments is not None:
            asked = [query.where(schema.follow_up.c.commitment.in_(some)) for some in _portions(commitments)]
        with self._database.reading() as connection:
            found = [row for one in asked for row in connection.execute(one)]
        return {row.commitment: rows.read_follow_up(row) for row in found}

    def disagreements(self) -> tuple[Disagreement, ...]:
        """All of them, in order."""
        with self._database.reading() as connection:
            found = connection.execute(select(schema.disagreement).order_by(schema.disagreement.c.position)).all()
        return tuple(rows.read_disagreement(row) for row in found)

    def names(self, kinds: Sequence[str]) -> list[tuple[int, str, str, str, int]]:
        """What annotations of these kinds are worth: row of the article, kind, JSON of the value, words, how often."""
        query = (
            select(_annotation.c.article_row, _annotation.c.kind, _annotation.c.value, _annotation.c.text, func.count())
            .join(_article, _article.c.row_id == _annotation.c.article_row)
            .where(_article.c.is_current, _annotation.c.kind.in_(kinds))
            .group_by(_annotation.c.article_row, _annotation.c.kind, _annotation.c.value, _annotation.c.text)
        )
        with self._database.reading() as connection:
            return [(row[0], row[1], row[2], row[3], row[4]) for row in connection.execute(query)]

    def surfaces(self, kinds: Sequence[str]) -> list[tuple[str, str, str, str, int]]:
        """How names are written: kind, JSON of the value, words, language of the article, how often."""
        columns = (_annotation.c.kind, _annotation.c.value, _annotation.c.text, _article.c.language)
        query = (
            select(*columns, func.count())
            .join(_article, _article.c.row_id == _annotation.c.article_row)
            .where(_article.c.is_current, _annotation.c.kind.in_(kinds))
            .group_by(*columns)
        )
        with self._database.reading() as connection:
            return [(row[0], row[1], row[2], row[3], row[4]) for row in connection.execute(query)]

    def mentions(self, article_rows: Iterable[int], kinds: Sequence[str]) -> list[tuple[int, str, str, Span]]:
        """Annotations of these kinds in some articles: row of the article, kind, JSON of the value, place."""
        query = select(_annotation).where(_annotation.c.kind.in_(kinds))
        with self._database.reading() as connection:
            return [
                (row.article_row, row.kind, row.value, Span(row.start, row.end))
                for some in _portions(article_rows)
                for row in connection.execute(query.where(_annotation.c.article_row.in_(some)))
            ]

    def search(self, wanted: Wanted, limit: int) -> list[Match]:
        """The articles that fit, best first."""
        with self._database.reading() as connection:
            return find_matches(connection, wanted, limit)

    def complete_search(self) -> int:
        """Make the articles of an older record fit to be searched; gives how many there were."""
        with self._database.writing() as connection:
            return complete_search(connection)


def _heads() -> Any:
    return select(*_HEAD_COLUMNS, func.length(_article.c.text).label("size"))


_HEAD_COLUMNS: tuple[Any, ...] = (
    *(
        _article.c[name]
        for name in ("row_id", "source", "file", "outlet", "language", "published", "published_basis", "title")
    ),
    _article.c.id.label("article_id"),
)


def _placed() -> Any:
    return (
        select(_claim, *_HEAD_COLUMNS, func.length(_article.c.text).label("size"))
        .join(_article, _article.c.row_id == _claim.c.article_row)
        .where(_article.c.is_current)
    )


def _head(row: Row[Any], size: int | None = None) -> Head:
    article_id = row.article_id if size is None else row.id
    return Head(
        row.row_id, article_id, row.source, row.file, row.outlet, row.language, row.published, row.published_basis,
        row.title, row.size if size is None else size,
    )  # fmt: skip


def _place(row: Row[Any]) -> Placed:
    content, slot_spans = rows.read_slots(row)
    return Placed(
        row.id, _head(row), row.kind, Span(row.start, row.end), row.text, content, slot_spans, row.within, row.rule,
        row.position,
    )  # fmt: skip


def _fetched(connection: Connection, query: Any) -> Iterator[Sequence[Any]]:
    """The rows of the answer in portions: row by row, fetching costs more than what is made of it."""
    return connection.execute(query).partitions(_FETCHED)


def _portions(wanted: Iterable[Any]) -> Iterator[list[Any]]:
    listed = list(wanted)
    for first in range(0, len(listed), _MANY):
        yield listed[first : first + _MANY]
