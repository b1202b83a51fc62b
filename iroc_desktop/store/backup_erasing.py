"""What was destroyed leaves the disk: unused parts of the file, the backups, old copies.

It must not leave a backup half-written, nor count one as done before it was read through.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.store_errors import BackupDamagedError, BackupMissingError
from iroc_desktop.services.copies import CopyKind, OldCopy
from iroc_desktop.store import engine, erasing
from iroc_desktop.store.attaching import COPY, attached, must_be_whole
from iroc_desktop.store.backups import MOMENT, BackupFolder
from iroc_desktop.store.durable_files import sync_folder
from iroc_desktop.store.failures import told, told_by_driver
from iroc_desktop.store.log import heads_of
from iroc_desktop.store.places import ERASED, ERASING

_BESIDE: Final = ("", "-wal", "-shm", "-journal")
_BEFORE_UPDATE: Final = "before-*.db"


class OpenCopies:
    """What lies beside the store that a connection has open; fills the port `services.copies.Copies`."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._folder = BackupFolder(path.parent, path.name)

    def go_on_with(self, connection: Connection) -> None:
        """Use the connection that has the store open from now on."""
        self._connection = connection

    def sweep(self) -> None:
        """Write the file anew, so that no unused part of it keeps what was destroyed."""
        self._connection.rollback()
        with told_by_driver(self._path.parent):
            _driver(self._connection).execute("VACUUM").fetchall()
            engine.empty_log_into_file(self._connection)

    def behind(self) -> Sequence[str]:
        """Return the names of the backups that may still hold what was destroyed, newest first."""
        known = set(erasing.erased_in(self._connection))
        self._connection.rollback()
        return [each.name for each in self._folder.all() if known and not self._knows(each.name, known)]

    def bring_up_to_date(self, name: str) -> None:
        """Write a backup anew without what was destroyed; killed at any point, a good one is left."""
        erased = erasing.erased_in(self._connection)
        self._connection.rollback()
        path = self._folder.file_of(name)
        draft, anew = (path.with_name(f"{path.name}{ending}") for ending in (ERASING, ERASED))
        with _gone_afterwards(draft, anew):
            with told():
                shutil.copyfile(path, draft)
            with attached(self._connection, draft):
                before = heads_of(self._connection)
                erasing.destroy(self._connection, erased)
                self._connection.commit()
                _driver(self._connection).execute(f"VACUUM {COPY} INTO ?", (str(anew),)).fetchall()
            self._must_be_as_before(anew, before, erased)
            with told():
                _wait_for_disk(anew)
                anew.replace(path)
                sync_folder(path.parent)

    def discard(self, name: str) -> None:
        """Delete a backup, because it cannot be written anew."""
        folder = self._folder.file_of(name).parent
        with told():
            shutil.rmtree(folder)
            sync_folder(folder.parent)

    def old(self) -> Sequence[OldCopy]:
        """Return the old copies on this machine, set-aside records first."""
        return [_described(each) for each in self._old()]

    def destroy_old(self, name: str) -> None:
        """Delete one old copy."""
        found = next((each for each in self._old() if each.name == name), None)
        if found is None:
            raise BackupMissingError
        with told():
            if found.is_dir():
                shutil.rmtree(found)
            else:
                found.unlink()
            sync_folder(found.parent)

    def _old(self) -> list[Path]:
        with told():
            before = sorted(self._path.parent.glob(_BEFORE_UPDATE), reverse=True)
        return [*self._folder.set_aside(), *before]

    def _knows(self, name: str, known: set[Erased]) -> bool:
        try:
            with attached(self._connection, self._folder.file_of(name)):
                return known <= set(erasing.erased_in(self._connection))
        except (BackupDamagedError, BackupMissingError):
            return False

    def _must_be_as_before(self, path: Path, heads: object, erased: Sequence[Erased]) -> None:
        with attached(self._connection, path):
            must_be_whole(self._connection)
            if heads_of(self._connection) != heads or erasing.still_holds(self._connection, erased):
                raise BackupDamagedError


@contextmanager
def _gone_afterwards(*paths: Path) -> Iterator[None]:
    """Remove the files, and what the database puts beside them, before and after."""
    every = [path.with_name(f"{path.name}{ending}") for path in paths for ending in _BESIDE]
    with told():
        for each in every:
            each.unlink(missing_ok=True)
    try:
        yield
    finally:
        for each in every:
            # what the disk does not let go now is removed before the next try
            with suppress(OSError):
                each.unlink(missing_ok=True)


def _wait_for_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _driver(connection: Connection) -> Any:  # noqa: ANN401 - the driver has no type information
    return connection.connection.dbapi_connection


def _described(path: Path) -> OldCopy:
    if path.is_dir():
        return OldCopy(path.name, CopyKind.SET_ASIDE, _day_in(path.name.partition("-aside-")[2]))
    made_on = datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    return OldCopy(path.name, CopyKind.BEFORE_UPDATE, made_on)


def _day_in(moment: str) -> date | None:
    try:
        return datetime.strptime(moment[:15], MOMENT).replace(tzinfo=UTC).date()
    except ValueError:
        return None
