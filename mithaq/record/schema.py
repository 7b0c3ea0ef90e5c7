"""The tables as they are now. Not for how they came to be so: that is ``migrations``, and a test holds the two equal.

The words to search in lie in one more table, ``search``, which only SQLite understands: ``search.py`` speaks of it.

Lists and values are JSON in text columns, so that any database gives back the very characters that were stored.
Annotations, claims and rejections lie together by article (``position`` is their place in the extraction), because
they are nearly always wanted one whole article at a time.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    text,
)

metadata = MetaData()

article = Table(
    "article",
    metadata,
    Column("row_id", Integer, primary_key=True),
    Column("id", String(16), nullable=False),
    Column("source", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("file", Text, nullable=False),
    Column("outlet", Text),
    Column("language", Text, nullable=False),
    Column("published", Text),
    Column("published_basis", Text),
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("notes", Text, nullable=False),
    Column("skipped", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    Index("article_version", "source", "version", unique=True),
    Index("article_id", "id"),
    Index(
        "article_current_id",
        "id",
        unique=True,
        sqlite_where=text("is_current"),
        postgresql_where=text("is_current"),
    ),
    Index(
        "article_current_source",
        "source",
        unique=True,
        sqlite_where=text("is_current"),
        postgresql_where=text("is_current"),
    ),
)


def _article_column() -> Column[int]:
    return Column("article_row", Integer, ForeignKey("article.row_id"), primary_key=True)


def _position_column() -> Column[int]:
    return Column("position", Integer, primary_key=True, autoincrement=False)


annotation = Table(
    "annotation",
    metadata,
    _article_column(),
    _position_column(),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("found_by", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    sqlite_with_rowid=False,
)

claim = Table(
    "claim",
    metadata,
    _article_column(),
    _position_column(),
    Column("id", String(16), nullable=False),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("slot_spans", Text, nullable=False),
    Column("within", String(16)),
    Column("rule", Text, nullable=False),
    Index("claim_id", "id"),
    Index("claim_kind", "kind"),
    sqlite_with_rowid=False,
)

rejection = Table(
    "rejection",
    metadata,
    _article_column(),
    _position_column(),
    Column("kind", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    sqlite_with_rowid=False,
)

refusal = Table(
    "refusal",
    metadata,
    Column("source", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("read_at", Text, nullable=False),
)

fact = Table(
    "fact",
    metadata,
    _position_column(),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("slots", Text, nullable=False),
    Column("supported_by", Text, nullable=False),
    Column("contradicted_by", Text, nullable=False),
    Column("links", Text, nullable=False),
    Index("fact_id", "id"),
)

disagreement = Table(
    "disagreement",
    metadata,
    _position_column(),
    Column("about", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("sides", Text, nullable=False),
    Column("explanation", Text, nullable=False),
)

follow_up = Table(
    "follow_up",
    metadata,
    _position_column(),
    Column("commitment", Text, nullable=False),
    Column("score", Integer),
    Column("status", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Index("follow_up_commitment", "commitment"),
)

# Never deleted from: a judgement is taken back by another row.
judgement = Table(
    "judgement",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("about", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("judged_at", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("revoked", Boolean, nullable=False),
    Column("slot", Text),
    Column("value", Text),
    Column("anchors", Text, nullable=False),
)

# How often each part of the record was changed; ``counting`` says which parts there are.
state = Table(
    "state",
    metadata,
    Column("part", String(16), primary_key=True),
    Column("number", Integer, nullable=False),
)
