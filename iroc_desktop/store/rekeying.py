"""Locks an open store with a new data key: laid ready beside it, read through, and put in its place.

It must not lose the way in: the old store stays whole until the new one is in its place.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection

from iroc_desktop.domain.store_errors import StoreDamagedError
from iroc_desktop.store import backup, engine, key_file
from iroc_desktop.store.backup_copies import copy_durably
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.durable_files import sync_folder
from iroc_desktop.store.failures import told
from iroc_desktop.store.interrupted import READY
from iroc_desktop.store.key_file import KeyFile
from iroc_desktop.store.log import heads_of
from iroc_desktop.store.places import OUTDATED, UNFINISHED


def lay_ready(connection: Connection, path: Path, old: DataKey, new: DataKey, keys: KeyFile) -> Path:
    """Write the open store at `path`, locked with a new key, into a folder beside its own; return that.

    Raises:
        DiskFullError, ReadOnlyError, DiskFailedError, StoreDamagedError: nothing was left there.
    """
    ready = _beside(path.parent, READY)
    try:
        with told():
            shutil.rmtree(ready, ignore_errors=True)
            ready.mkdir(mode=0o700)
            backup.copy_into(connection, ready / path.name)
            engine.lock_anew(ready / path.name, old, new)
            _copy_the_rest(path, ready, old, new)
            key_file.write(ready, keys)
            sync_folder(ready)
        _must_hold_the_same(connection, ready / path.name, new)
    except BaseException:
        shutil.rmtree(ready, ignore_errors=True)
        raise
    return ready


def put_in_place(folder: Path, ready: Path) -> None:
    """Put the closed store out of the way, and the one laid ready in its place.

    Raises:
        DiskFullError, ReadOnlyError, DiskFailedError: the old one is still in its place.
    """
    outdated = _beside(folder, OUTDATED)
    with told():
        shutil.rmtree(outdated, ignore_errors=True)
        folder.rename(outdated)
        try:
            ready.rename(folder)
        except OSError:
            outdated.rename(folder)
            raise
        sync_folder(folder.parent)


def _beside(folder: Path, ending: str) -> Path:
    return folder.with_name(f"{folder.name}{ending}")


def _copy_the_rest(path: Path, ready: Path, old: DataKey, new: DataKey) -> None:
    known = {*key_file.NAMES, *(f"{path.name}{end}" for end in ("", "-wal", "-shm", "-journal"))}
    for each in sorted(path.parent.iterdir()):
        if each.name not in known and each.is_file() and each.suffix != UNFINISHED:
            copied = ready / each.name
            copy_durably(each, copied)
            if copied.suffix == ".db":
                # a damaged copy stays as it is: whoever has the new key can get at the old one
                with suppress(StoreDamagedError):
                    engine.lock_anew(copied, old, new)


def _must_hold_the_same(connection: Connection, path: Path, key: DataKey) -> None:
    expected = heads_of(connection)
    connection.rollback()
    written = engine.open_connection(path, key)
    try:
        if engine.integrity_faults(written) or heads_of(written) != expected:
            raise StoreDamagedError("locked anew")
    finally:
        engine.close(written)
