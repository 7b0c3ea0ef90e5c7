"""Words to search in, what changed how often, and the look-ups of a desk."""

import sqlalchemy as sa
from alembic import op

revision = "r0003"
down_revision = "r0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of words (empty: it is filled when the record is opened for searching), the state and the indexes."""
    op.create_table(
        "state",
        sa.Column("part", sa.String(16), primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
    )
    op.execute("INSERT INTO state (part, number) VALUES ('articles', 0), ('conclusions', 0)")
    op.create_index("claim_kind", "claim", ["kind"])
    op.create_index("fact_id", "fact", ["id"])
    op.create_index("follow_up_commitment", "follow_up", ["commitment"])
    # The words come in folded and parted by blanks; "ascii" parts there and leaves all other characters alone.
    op.execute("CREATE VIRTUAL TABLE search USING fts5(title, body, names, speakers, kinds, tokenize='ascii')")


def downgrade() -> None:
    """Take them away."""
    op.execute("DROP TABLE search")
    op.drop_index("follow_up_commitment", "follow_up")
    op.drop_index("fact_id", "fact")
    op.drop_index("claim_kind", "claim")
    op.drop_table("state")
