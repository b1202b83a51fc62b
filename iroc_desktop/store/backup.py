"""Encrypted copies of the store, made by the database itself: a copied file could miss what is in the log.

It must not overwrite anything.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection

from iroc_desktop.store.durable_files import sync_folder
from iroc_desktop.store.failures import from_database
from iroc_desktop.store.places import UNFINISHED


def copy_into(connection: Connection, target: Path) -> None:
    """Write a copy with the same key under a name that is not there yet; an existing one is kept.

    Raises:
        DiskFullError, ReadOnlyError, DiskFailedError: no copy was made.
    """
    connection.rollback()
    if target.exists():
        target = target.with_name(f"{target.stem}-{_unused_number(target)}{target.suffix}")
    unfinished = target.with_name(f"{target.name}{UNFINISHED}")
    unfinished.unlink(missing_ok=True)
    # VACUUM cannot run inside of the transaction that every statement begins.
    driver: Any = connection.connection.dbapi_connection
    try:
        driver.execute("VACUUM INTO ?", (str(unfinished),)).fetchall()
    except sqlcipher3.Error as error:
        expected = from_database(error, target.parent)
        if expected is None:
            raise
        raise expected from error
    unfinished.rename(target)
    sync_folder(target.parent)


def _unused_number(target: Path) -> int:
    number = 2
    while target.with_name(f"{target.stem}-{number}{target.suffix}").exists():
        number += 1
    return number
