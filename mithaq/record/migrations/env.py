"""Run by Alembic, which wants this name: the revisions go through the connection that ``upgrade`` hands over."""

from alembic import context

from mithaq.record.migrations import VERSION_TABLE
from mithaq.record.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
