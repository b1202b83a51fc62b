"""A copy of the open store, attached to its connection: read as if it were the store itself, and checked.

It must not leave a copy attached, nor change one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import sqlcipher3
from sqlalchemy import Connection

from iroc_desktop.domain.operations import first_fault
from iroc_desktop.domain.store_errors import BackupDamagedError, StoreDamagedError
from iroc_desktop.store.failures import from_database
from iroc_desktop.store.log import chain_of, replicas_in

COPY: Final = "copy"
"""What a backup is called while it is attached to the open store, whose key it shares."""


@contextmanager
def attached(connection: Connection, path: Path) -> Iterator[None]:
    """Read a copy through the open connection, whose key opens it, as if it were the store itself.

    Raises:
        BackupDamagedError: if it cannot be read.
    """
    connection.rollback()
    driver: Any = connection.connection.dbapi_connection
    with _told_of_copies(path.parent):
        driver.execute(f"ATTACH DATABASE ? AS {COPY}", (str(path),))
    connection.execution_options(schema_translate_map={None: COPY})
    try:
        with _told_of_copies(path.parent):
            yield
    finally:
        connection.rollback()
        connection.execution_options(schema_translate_map={None: None})
        driver.execute(f"DETACH DATABASE {COPY}")


@contextmanager
def _told_of_copies(folder: Path) -> Iterator[None]:
    try:
        yield
    except StoreDamagedError as error:
        raise BackupDamagedError from error
    except sqlcipher3.Error as error:
        expected = from_database(error, folder)
        if expected is None:
            raise
        raise (BackupDamagedError() if isinstance(expected, StoreDamagedError) else expected) from error


def must_be_whole(connection: Connection) -> None:
    """Read the attached copy through: page seals, structure, chains.

    Raises:
        BackupDamagedError: if it is not whole.
    """
    for check in WHOLE:
        check(connection)


def _pages_must_be_whole(connection: Connection) -> None:
    driver: Any = connection.connection.dbapi_connection
    connection.rollback()
    checks = ("cipher_integrity_check", "integrity_check")
    lines = [row[0] for check in checks for row in driver.execute(f"PRAGMA {COPY}.{check}").fetchall()]
    if any(line != "ok" for line in lines):
        raise BackupDamagedError


def _chains_must_be_whole(connection: Connection) -> None:
    if any(first_fault(chain_of(connection, replica)) for replica in replicas_in(connection)):
        raise BackupDamagedError


WHOLE: Final = (_pages_must_be_whole, _chains_must_be_whole)
"""What `must_be_whole` does, for whoever lets others use the connection in between."""
