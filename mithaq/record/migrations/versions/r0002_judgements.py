"""Judgements of people, and why a claim belongs to a fact."""

import sqlalchemy as sa
from alembic import op

revision = "r0002"
down_revision = "r0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of judgements and the links of facts; facts that were concluded before have none."""
    op.create_table(
        "judgement",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("judged_at", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("revoked", sa.Boolean, nullable=False),
        sa.Column("slot", sa.Text),
        sa.Column("value", sa.Text),
        sa.Column("anchors", sa.Text, nullable=False),
    )
    with op.batch_alter_table("fact") as fact:
        fact.add_column(sa.Column("links", sa.Text, nullable=False, server_default="[]"))


def downgrade() -> None:
    """Take both away."""
    with op.batch_alter_table("fact") as fact:
        fact.drop_column("links")
    op.drop_table("judgement")
