"""The port behind which the encrypted copies of an open store lie.

It must not import an adapter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from iroc_desktop.domain.backups import Backup, BackupCounts


class BackupShelf(Protocol):
    """Copies of one open store. Like the store, it is used by one thread only."""

    def all(self) -> Sequence[Backup]:
        """Return the verified backups, newest first.

        Raises:
            DiskFailedError, ReadOnlyError: if the folder cannot be looked at.
        """

    def take(self, now: datetime) -> Backup:
        """Copy the store, read the copy through, and only then count it as a backup.

        Raises:
            BackupDamagedError, DiskFullError, ReadOnlyError, DiskFailedError: no backup was made.
        """

    def holds_everything(self, name: str) -> bool:
        """Return whether nothing was written since a backup was taken; it is not read through for that."""

    def rehearse(self, name: str, now: datetime) -> Iterator[None]:
        """Bring a backup back into a private folder, open it fully there, and take it away; step by step.

        Raises:
            BackupMissingError, BackupDamagedError, DiskFullError, ReadOnlyError, DiskFailedError: from a
                step; nothing of it is left.
        """

    def last_rehearsal(self) -> datetime | None:
        """Return when a backup was last rehearsed; None if none ever was."""

    def counts(self, name: str) -> BackupCounts:
        """Read a backup through, and return how much is in it.

        Raises:
            BackupMissingError, BackupDamagedError: if it cannot be brought back.
        """

    def counts_now(self) -> BackupCounts:
        """Return how much is in the store itself."""

    def copy_to(self, name: str, folder: Path) -> Path:
        """Copy a backup, encrypted as it is, into a new folder in `folder`; read it back and compare.

        Raises:
            PlaceFullError, PlaceReadOnlyError, PlaceGoneError, CopyDiffersError, BackupMissingError:
                nothing was left there.
        """

    def bring_in(self, place: Path, now: datetime) -> Backup:
        """Lay a copy from a stick or a folder among the backups, and read it through.

        Raises:
            CopyNotThereError, OtherRecordError, EarlierKeyError, BackupDamagedError, CopyDiffersError,
            PlaceGoneError, DiskFullError, ReadOnlyError, DiskFailedError: nothing was laid there.
        """

    def bring_back(self, name: str, now: datetime) -> Path:
        """Put a backup in the store's place, close the store, and return where it was set aside.

        Raises:
            BackupMissingError, BackupDamagedError, DiskFullError, ReadOnlyError, DiskFailedError:
                the store is still in its place.
        """

    def set_aside(self) -> Sequence[Path]:
        """Return the folders of stores that were set aside, newest first."""
