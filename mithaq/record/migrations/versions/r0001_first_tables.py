"""The first tables: articles with what was read from them, refusals, and the reconciliation."""

import sqlalchemy as sa
from alembic import op

revision = "r0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create everything."""
    _create_article()
    _create_layers()
    _create_refusal()
    _create_reconciliation()


def downgrade() -> None:
    """Drop everything."""
    for table in ("follow_up", "disagreement", "fact", "refusal", "rejection", "claim", "annotation", "article"):
        op.drop_table(table)


def _create_article() -> None:
    op.create_table(
        "article",
        sa.Column("row_id", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("is_current", sa.Boolean, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("published", sa.Text),
        sa.Column("published_basis", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("skipped", sa.Text, nullable=False),
        sa.Column("read_at", sa.Text, nullable=False),
    )
    op.create_index("article_version", "article", ["source", "version"], unique=True)
    op.create_index("article_id", "article", ["id"])
    current = sa.text("is_current")
    for name, column in (("article_current_id", "id"), ("article_current_source", "source")):
        op.create_index(name, "article", [column], unique=True, sqlite_where=current, postgresql_where=current)


def _create_layers() -> None:
    op.create_table(
        "annotation",
        *_place(),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("found_by", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claim",
        *_place(),
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("slot_spans", sa.Text, nullable=False),
        sa.Column("within", sa.String(16)),
        sa.Column("rule", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("claim_id", "claim", ["id"])
    op.create_table(
        "rejection",
        *_place(),
        sa.Column("reason", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )


def _place() -> tuple[sa.Column[int] | sa.Column[str], ...]:
    return (
        sa.Column("article_row", sa.Integer, sa.ForeignKey("article.row_id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )


def _create_refusal() -> None:
    op.create_table(
        "refusal",
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("read_at", sa.Text, nullable=False),
    )


def _create_reconciliation() -> None:
    op.create_table(
        "fact",
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("slots", sa.Text, nullable=False),
        sa.Column("supported_by", sa.Text, nullable=False),
        sa.Column("contradicted_by", sa.Text, nullable=False),
    )
    op.create_table(
        "disagreement",
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("sides", sa.Text, nullable=False),
        sa.Column("explanation", sa.Text, nullable=False),
    )
    op.create_table(
        "follow_up",
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("commitment", sa.Text, nullable=False),
        sa.Column("score", sa.Integer),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
