"""The record: what a user opens, adds to and asks. Not for reading articles or drawing conclusions from them."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Row, Table, bindparam, delete, insert, or_, select, update

from mithaq.errors import RecordError, UsageError
from mithaq.model.annotation import ANNOTATION_KINDS, Annotation
from mithaq.model.article import Article
from mithaq.model.claim import CLAIM_KINDS, Claim
from mithaq.model.extraction import Extraction, Reconciliation
from mithaq.model.judgement import Judgement
from mithaq.model.rejection import Refusal, Rejection
from mithaq.record import rows, schema
from mithaq.record.addition import Added, put_extraction, remove_refusal
from mithaq.record.counting import note_change, note_settled, read_counts
from mithaq.record.database import Database, open_file, open_memory
from mithaq.record.glance import Glance
from mithaq.record.reading import find_current, load_extractions, load_layer
from mithaq.record.verification import BrokenCitation, find_broken

_article = schema.article
_refusal = schema.refusal

# Articles read at a time when all are wanted: few enough for a small memory, many enough to make few queries.
CHUNK = 200


class Record:
    """One record, open. Use it as a context manager, or close it.

    Any number of threads and processes may use one record at once; those that write wait for one another. Every
    method raises RecordError (RecordFull when there is no room) and leaves the record as it was before the call.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True, write: bool = True) -> "Record":
        """The record in the SQLite file at ``path``; made, with its folders, if absent and ``create``.

        Without ``write``, one that cannot be written is opened to be read: ``is_writable`` tells.
        Raises RecordTooNew for a record of a newer version of the software, RecordError for what is not a record.
        """
        return cls(open_file(Path(path), create=create, write=write))

    @classmethod
    def in_memory(cls) -> "Record":
        """An empty record that is gone when it is closed."""
        return cls(open_memory())

    @property
    def is_writable(self) -> bool:
        """May it be added to? Otherwise every method that writes raises RecordError."""
        return self._database.is_writable

    @property
    def glance(self) -> Glance:
        """Narrow questions that need no whole articles."""
        return Glance(self._database)

    def close(self) -> None:
        """Let go of the file; the record cannot be used afterwards."""
        self._database.close()

    def __enter__(self) -> "Record":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, extraction: Extraction, read_at: str) -> Added:
        """Store one article and what was read from it; on return it is on the disk. ``read_at`` is an ISO 8601 time.

        "unchanged": this very article is there and the same was read from it. "changed": its source had another
        text, which is kept as an older version, or something else was read from the same text. Else "new".
        """
        return self.add_many((extraction,), read_at)[0]

    def add_many(self, extractions: Sequence[Extraction], read_at: str) -> tuple[Added, ...]:
        """Store several, all or none, with one flush to the disk."""
        with self._database.writing() as connection:
            added = tuple(put_extraction(connection, extraction, read_at) for extraction in extractions)
            if any(outcome != "unchanged" for outcome in added):
                note_change(connection, "articles")
                note_change(connection, "grounds")
            return added

    def holds(self, article_id: str) -> bool:
        """Is this very article a current version already?"""
        query = select(_article.c.row_id).where(_article.c.is_current, _article.c.id == article_id)
        with self._database.reading() as connection:
            return connection.execute(query).first() is not None

    def refuse(self, refusal: Refusal, read_at: str) -> None:
        """Store that a source could not be read and why. A former refusal of it is replaced; ``add`` removes it."""
        row = {
            "source": _storable(refusal.source),
            "reason": refusal.reason,
            "message": _storable(refusal.message),
            "read_at": read_at,
        }
        with self._database.writing() as connection:
            remove_refusal(connection, row["source"])
            connection.execute(insert(_refusal), row)
            note_change(connection, "conclusions")

    def accept(self, source: str) -> None:
        """Forget that ``source`` was refused: for a source that reads well again and whose article is already held."""
        with self._database.writing() as connection:
            remove_refusal(connection, _storable(source))

    def refusals(self) -> tuple[Refusal, ...]:
        """What could not be read, sorted by source."""
        with self._database.reading() as connection:
            found = connection.execute(select(_refusal)).all()
        refusals = (Refusal(source=row.source, reason=row.reason, message=row.message) for row in found)
        return tuple(sorted(refusals, key=lambda refusal: refusal.source))

    def articles(self) -> tuple[Article, ...]:
        """The current version of every article, sorted by file and id."""
        with self._database.reading() as connection:
            return tuple(rows.read_article(row) for row in find_current(connection, _article.columns.values()))

    def versions(self, source: str) -> tuple[Article, ...]:
        """Every version of the article from ``source``, in the order they were first seen; empty if there is none."""
        query = select(_article).where(_article.c.source == source).order_by(_article.c.version)
        with self._database.reading() as connection:
            return tuple(rows.read_article(row) for row in connection.execute(query))

    def extraction(self, article_id: str) -> Extraction:
        """An article, current or old, with what was read from it. Raises RecordError if the record has no such one."""
        query = select(_article).where(_article.c.id == article_id).order_by(_article.c.is_current.desc())
        with self._database.reading() as connection:
            row = connection.execute(query).first()
            if row is None:
                raise RecordError(
                    f"{self._database.name} has no article {article_id}; list its articles to see the ids"
                )
            return load_extractions(connection, [row])[0]

    def extractions(self) -> Iterator[Extraction]:
        """Every current article with what was read from it, in the order of ``articles``, a few in memory at a time.

        No lock is held between two of them: the record may be written to meanwhile. Articles that came in since
        the start are not given.
        """
        with self._database.reading() as connection:
            row_ids = [
                row.row_id for row in find_current(connection, (_article.c.row_id, _article.c.file, _article.c.id))
            ]
        for first in range(0, len(row_ids), CHUNK):
            chunk = row_ids[first : first + CHUNK]
            with self._database.reading() as connection:
                found = connection.execute(select(_article).where(_article.c.row_id.in_(chunk)))
                by_id = {row.row_id: row for row in found}
                extractions = load_extractions(connection, [by_id[row_id] for row_id in chunk])
            yield from extractions

    def annotations(self, kind: str | None = None) -> tuple[Annotation, ...]:
        """The annotations of the current articles, of one kind or all, in the order of ``articles``, then by place."""
        _check_kind(kind, ANNOTATION_KINDS)
        return tuple(rows.read_annotation(row) for _, row in self._layer(schema.annotation, kind))

    def claims(self, kind: str | None = None) -> tuple[Claim, ...]:
        """The claims of the current articles, of one kind or all, in the order of ``articles``, then by place."""
        _check_kind(kind, CLAIM_KINDS)
        return tuple(rows.read_claim(row, article_id) for article_id, row in self._layer(schema.claim, kind))

    def rejections(self) -> tuple[Rejection, ...]:
        """What was looked at in the current articles and refused, in the order of ``articles``, then by place."""
        return tuple(rows.read_rejection(row, article_id) for article_id, row in self._layer(schema.rejection))

    def infer_dates(self, dates: Mapping[str, str]) -> None:
        """Give articles (by id) an EDTF date concluded from others. A date that was read stays; ids not held are passed over."""
        statement = (
            update(_article)
            .where(_article.c.is_current, _article.c.id == bindparam("article_id"))
            .where(or_(_article.c.published.is_(None), _article.c.published_basis == "inferred"))
            .values(published=bindparam("date"), published_basis="inferred")
        )
        if dates:
            with self._database.writing() as connection:
                connection.execute(statement, [{"article_id": key, "date": date} for key, date in dates.items()])
                note_change(connection, "articles")

    def grounds(self) -> int:
        """How often what conclusions are drawn from was changed: articles and judgements."""
        return self._counts()["grounds"]

    def is_settled(self) -> bool:
        """Do the conclusions hold for the articles and judgements there are? A run that broke off leaves them behind."""
        counts = self._counts()
        return counts["settled"] == counts["grounds"]

    def save(self, reconciliation: Reconciliation, grounds: int | None = None) -> None:
        """Store what the claims amount to, in place of what was concluded before; drawn from ``grounds``, as told before
        the articles were looked at (None: from those there are)."""
        numbered: tuple[tuple[Table, list[rows.Fields]], ...] = (
            (schema.fact, [rows.fact_fields(*pair) for pair in enumerate(reconciliation.facts)]),
            (
                schema.disagreement,
                [rows.disagreement_fields(*pair) for pair in enumerate(reconciliation.disagreements)],
            ),
            (schema.follow_up, [rows.follow_up_fields(*pair) for pair in enumerate(reconciliation.follow_ups)]),
        )
        with self._database.writing() as connection:
            for table, found in numbered:
                connection.execute(delete(table))
                if found:
                    connection.execute(insert(table), found)
            note_change(connection, "conclusions")
            note_settled(connection, grounds)

    def reconciliation(self) -> Reconciliation:
        """What was saved last; empty if nothing was."""
        with self._database.reading() as connection:
            facts, disagreements, follow_ups = (
                connection.execute(select(table).order_by(table.c.position)).all()
                for table in (schema.fact, schema.disagreement, schema.follow_up)
            )
        return Reconciliation(
            facts=tuple(rows.read_fact(row) for row in facts),
            disagreements=tuple(rows.read_disagreement(row) for row in disagreements),
            follow_ups=tuple(rows.read_follow_up(row) for row in follow_ups),
        )

    def judge(self, judgement: Judgement) -> None:
        """Store what a person decided. Nothing is overwritten: taking back is another judgement."""
        with self._database.writing() as connection:
            connection.execute(insert(schema.judgement), rows.judgement_fields(judgement))
            note_change(connection, "conclusions")
            note_change(connection, "grounds")

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, revoked and superseded ones too, in the order they came."""
        query = select(schema.judgement).order_by(schema.judgement.c.number)
        with self._database.reading() as connection:
            return tuple(rows.read_judgement(row) for row in connection.execute(query))

    def find_claims(self, start: str) -> tuple[Claim, ...]:
        """The claims of current articles whose id begins with ``start``."""
        query = (
            select(schema.claim, _article.c.id.label("article_id"))
            .join(_article, _article.c.row_id == schema.claim.c.article_row)
            .where(_article.c.is_current, schema.claim.c.id.startswith(start, autoescape=True))
            .order_by(schema.claim.c.id)
        )
        with self._database.reading() as connection:
            return tuple(rows.read_claim(row, row.article_id) for row in connection.execute(query))

    def verify(self) -> tuple[BrokenCitation, ...]:
        """Every place, in every version of every article, that no longer gives its words; empty when all is well."""
        with self._database.reading() as connection:
            return tuple(find_broken(connection))

    def _counts(self) -> dict[str, int]:
        with self._database.reading() as connection:
            return read_counts(connection)

    def _layer(self, table: Table, kind: str | None = None) -> list[tuple[str, Row[Any]]]:
        with self._database.reading() as connection:
            return load_layer(connection, table, kind)


def _check_kind(kind: str | None, known: Sequence[str]) -> None:
    if kind is not None and kind not in known:
        raise UsageError(f"there is no kind {kind!r}; use one of {', '.join(known)}")


def _storable(text: str) -> str:
    # Names of files may hold bytes that are no characters; Python keeps them as lone surrogates, databases refuse them.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
