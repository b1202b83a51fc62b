"""Backups of a store that will not open: read through with the data key itself, and brought back.

It must not delete what it puts aside, nor write into a backup.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from iroc_desktop.domain.backups import Backup, BackupCounts
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import (
    BackupDamagedError,
    BackupMissingError,
    StoreDamagedError,
)
from iroc_desktop.store import engine, key_file
from iroc_desktop.store.backups import BackupFolder
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.durable_files import sync_folder
from iroc_desktop.store.erasing import erased_in
from iroc_desktop.store.failures import told
from iroc_desktop.store.key_file import KeyFile
from iroc_desktop.store.opening import PAGE_BYTES, STORE_NAME
from iroc_desktop.store.places import BACKUPS, READING


def readable(folder: Path, key: DataKey) -> Sequence[tuple[Backup, BackupCounts]]:
    """Return the backups that could be read through, newest first, with how much is in each.

    Raises:
        DiskFailedError, DiskFullError, ReadOnlyError.
    """
    shelf, found = BackupFolder(folder, STORE_NAME), []
    for each in shelf.all():
        with (
            suppress(BackupDamagedError, BackupMissingError),
            _connection_for(folder, each.name, key) as connection,
        ):
            found.append((each, shelf.counts(connection, each.name)))
    return found


def bring_back(folder: Path, name: str, now: datetime, key: DataKey, keys: KeyFile) -> Path | None:
    """Put a backup in the place of the store, with these keys; return where the store was set aside, if any.

    Raises:
        BackupMissingError, BackupDamagedError, StoreInUseError, DiskFailedError, DiskFullError,
        ReadOnlyError: what was there is still in its place.
    """
    destroyed = _destroyed_in_place(folder, key)
    shelf = BackupFolder(folder, STORE_NAME)
    with _connection_for(folder, name, key) as connection:
        ready = shelf.bring_back(connection, name, destroyed)
    with told():
        key_file.write(ready, keys)
        if not folder.exists():
            ready.rename(folder)
            sync_folder(folder.parent)
            return None
    return shelf.put_in_place(ready, now)


@contextmanager
def _connection_for(folder: Path, name: str, key: DataKey) -> Iterator[Connection]:
    """Give an empty store to which a backup can be attached, as it would be to its own."""
    salt = _salt_of(folder.parent / BACKUPS / name / STORE_NAME)
    with told():
        scratch = tempfile.TemporaryDirectory(prefix=READING, dir=folder.parent, ignore_cleanup_errors=True)
    with scratch as empty:
        connection = engine.open_connection(Path(empty) / "empty.db", key, salt)
        try:
            yield connection
        finally:
            engine.close(connection)


def _salt_of(file: Path) -> bytes:
    try:
        with told(), file.open("rb") as stream:
            salt = stream.read(engine.SALT_BYTES)
    except ExpectedError:
        raise BackupMissingError from None
    if len(salt) < engine.SALT_BYTES:
        raise BackupDamagedError
    return salt


def _destroyed_in_place(folder: Path, key: DataKey) -> tuple[Erased, ...]:
    """Return what was destroyed, as far as the store that is to be set aside can still tell.

    Raises:
        StoreInUseError: if another program has it open.
    """
    path = folder / STORE_NAME
    if not path.is_file() or path.stat().st_size < PAGE_BYTES:
        return ()
    with suppress(StoreDamagedError):
        connection = engine.open_connection(path, key)
        try:
            return erased_in(connection)
        finally:
            engine.close(connection)
    return ()
