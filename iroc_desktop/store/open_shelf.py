"""The backups of the store that is open, all through its one connection.

It must not keep a key, nor go on after a backup was put in the store's place.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from iroc_desktop.domain.backups import Backup, BackupCounts
from iroc_desktop.store import engine
from iroc_desktop.store.backups import BackupFolder, counts_in
from iroc_desktop.store.bringing_in import bring_in, must_be_locked_alike, take_out


class OpenShelf:
    """The backups of the store that a connection has open."""

    def __init__(self, connection: Connection, folder: BackupFolder) -> None:
        self._connection = connection
        self._folder = folder

    def go_on_with(self, connection: Connection) -> None:
        """Use the connection that has the store open from now on."""
        self._connection = connection

    def all(self) -> tuple[Backup, ...]:
        """Return the verified backups, newest first."""
        return self._folder.all()

    def take(self, now: datetime) -> Backup:
        """Take a backup that was read through."""
        return self._folder.take(self._connection, now)

    def holds_everything(self, name: str) -> bool:
        """Return whether nothing was written since a backup was taken."""
        return self._folder.holds_everything(self._connection, name)

    def counts(self, name: str) -> BackupCounts:
        """Read a backup through, and return how much is in it."""
        return self._folder.counts(self._connection, name)

    def counts_now(self) -> BackupCounts:
        """Return how much is in the store."""
        try:
            return counts_in(self._connection)
        finally:
            self._connection.rollback()

    def copy_to(self, name: str, folder: Path) -> Path:
        """Copy a backup into another place."""
        return self._folder.copy_to(name, folder)

    def bring_in(self, place: Path, now: datetime) -> Backup:
        """Lay a copy from another place among the backups, and read it through."""
        store = self._folder.store_folder
        must_be_locked_alike(store, place)
        before = {each.name for each in self.all()}
        name = bring_in(store, place, now)
        try:
            self.counts(name)
        except BaseException:
            if name not in before:
                take_out(store, name)
            raise
        return next(each for each in self.all() if each.name == name)

    def bring_back(self, name: str, now: datetime) -> Path:
        """Put a backup in the store's place, close the store, and return where it was set aside."""
        ready = self._folder.bring_back(self._connection, name)
        engine.close(self._connection)
        return self._folder.put_in_place(ready, now)

    def set_aside(self) -> tuple[Path, ...]:
        """Return the folders of stores that were set aside."""
        return self._folder.set_aside()
