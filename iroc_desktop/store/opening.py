"""Opening the store's file with its key: whole, of a known revision, with its machine.

It must not write to a file that it refuses.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert, inspect, select

from iroc_desktop.domain.store_errors import StoreDamagedError, StoreMissingError
from iroc_desktop.store import engine, machine, rows
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.migrate import migrate
from iroc_desktop.store.unit_of_work import SqlStore

STORE_NAME: Final = "iroc.db"

PAGE_BYTES: Final = 4096
"""SQLCipher 4's page; even an empty store has several."""


def open_store(folder: Path, key: DataKey) -> SqlStore:
    """Open the store in a folder; an older one is migrated first.

    Raises:
        StoreMissingError, StoreDamagedError, StoreTooNewError, StoreInUseError, ReadOnlyError,
        DiskFullError, DiskFailedError.
        OSError: if the file cannot be looked at.
    """
    path = folder / STORE_NAME
    if not path.exists():
        raise StoreMissingError
    if path.stat().st_size < PAGE_BYTES:
        # SQLite would take it for a new database, and write over what is left
        raise StoreDamagedError("less than one page")
    connection = engine.open_connection(path, key)
    try:
        engine.must_be_whole(path, connection)
        _bring_up_to_date(connection, folder)
        return SqlStore(connection, _machine_of(connection), path)
    except BaseException:
        engine.close(connection)
        raise


def create_store(folder: Path, key: DataKey) -> None:
    """Make an empty store of the newest revision in a folder, and close it."""
    connection = engine.open_connection(folder / STORE_NAME, key)
    try:
        rows.metadata.create_all(connection)
        rows.revision.create(connection)
        connection.execute(insert(rows.revision).values(version_num=rows.HEAD))
        machine.introduce(connection)
        connection.commit()
    finally:
        engine.close(connection)


def _bring_up_to_date(connection: Connection, folder: Path) -> None:
    if not inspect(connection).has_table(rows.revision.name):
        raise StoreDamagedError("no revision")
    stored = connection.execute(select(rows.revision.c.version_num)).scalar_one_or_none()
    connection.rollback()
    if stored is None:
        raise StoreDamagedError("no revision")
    if stored != rows.HEAD:
        migrate(connection, folder, stored)


def _machine_of(connection: Connection) -> machine.Machine:
    known = machine.known(connection)
    connection.rollback()
    return known
