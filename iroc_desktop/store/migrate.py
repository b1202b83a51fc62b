"""Brings an older store to today's revision: copy first, then all steps in one transaction, then checks.

It must not be needed at an ordinary start: Alembic is only imported when the revisions differ.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection

from iroc_desktop.domain.store_errors import StoreDamagedError, StoreTooNewError
from iroc_desktop.store import backup, rows
from iroc_desktop.store.meaning import meaning_digest
from iroc_desktop.store.projection import rebuild

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS: Final = Path(__file__).parent / "migrations"


def migrate(connection: Connection, folder: Path, stored: str) -> None:
    """Upgrade an open store from its `stored` revision, keeping a copy of what it was.

    Raises:
        StoreTooNewError: if this program does not know the revision.
        StoreDamagedError: if what the log says differed afterwards; everything was rolled back.
        DiskFullError, ReadOnlyError, DiskFailedError: nothing was changed.
    """
    from alembic import command
    from alembic.script import ScriptDirectory

    config = alembic_config(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if stored not in known:
        raise StoreTooNewError(stored)
    backup.copy_into(connection, folder / f"before-{rows.HEAD}-was-{stored}.db")
    before = meaning_digest(connection)
    command.upgrade(config, "head")
    rebuild(connection)
    if meaning_digest(connection) != before:
        connection.rollback()
        raise StoreDamagedError("migration")
    connection.commit()


def alembic_config(connection: Connection) -> Config:
    """Return Alembic's configuration for a connection, in which its environment finds it."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config
