"""How the tables came to be as they are: one file a revision in ``versions``, run by Alembic. Not for what is stored.

A new revision is a new file there, with ``down_revision`` naming the former one, and ``HEAD`` moved to it here.
"""

from typing import TYPE_CHECKING

from sqlalchemy import Column, Connection, MetaData, String, Table

if TYPE_CHECKING:
    from alembic.config import Config

# Kept here too, so that opening a record that needs nothing does not have to load Alembic. A test holds it true.
HEAD = "r0003"
# A name of its own, so that another program's database is not mistaken for a record of a strange revision.
VERSION_TABLE = "mithaq_revision"

version_table = Table(VERSION_TABLE, MetaData(), Column("version_num", String(32), primary_key=True))


def is_known(revision: str) -> bool:
    """Was ``revision`` made by this version of the software or an older one?"""
    if revision == HEAD:
        return True
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(_configuration())
    return revision in {script.revision for script in scripts.walk_revisions()}


def upgrade(connection: Connection) -> None:
    """Bring the database to ``HEAD`` inside the connection's own transaction: wholly, or not at all."""
    from alembic import command

    configuration = _configuration()
    configuration.attributes["connection"] = connection
    command.upgrade(configuration, "head")


def _configuration() -> "Config":
    from alembic.config import Config

    configuration = Config()
    configuration.set_main_option("script_location", "mithaq.record:migrations")
    return configuration
