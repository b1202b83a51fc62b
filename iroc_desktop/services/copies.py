"""The port behind which lies what a machine holds of a record besides the record: backups and old copies.

It must not import an adapter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class CopyKind(StrEnum):
    """Why an old copy is there."""

    SET_ASIDE = "set_aside"
    """The record from before a backup was brought back."""
    BEFORE_UPDATE = "before_update"
    """The record as it was before a newer version of the program changed its file."""


@dataclass(frozen=True, slots=True)
class OldCopy:
    """A copy that no backup list shows, and that nothing is taken out of: it can only be destroyed whole."""

    name: str
    """Neutral: of a file or a folder."""
    kind: CopyKind
    made_on: date | None = None
    """The day, as far as the name or the file tells."""


class Copies(Protocol):
    """What is to be done outside of the log after something was destroyed. Used by one thread only."""

    def sweep(self) -> None:
        """Write the record's file anew, so that no unused part of it keeps what was destroyed.

        Raises:
            DiskFullError, ReadOnlyError, DiskFailedError: the file is as it was.
        """

    def behind(self) -> Sequence[str]:
        """Return the names of the backups that may still hold what was destroyed, newest first."""

    def bring_up_to_date(self, name: str) -> None:
        """Write a backup anew without what was destroyed; killed at any point, a good one is left.

        Raises:
            BackupMissingError, BackupDamagedError, DiskFullError, ReadOnlyError, DiskFailedError:
                the backup is as it was.
        """

    def discard(self, name: str) -> None:
        """Delete a backup, because it cannot be written anew.

        Raises:
            BackupMissingError, ReadOnlyError, DiskFailedError.
        """

    def old(self) -> Sequence[OldCopy]:
        """Return the old copies on this machine, set-aside records first."""

    def destroy_old(self, name: str) -> None:
        """Delete one old copy.

        Raises:
            BackupMissingError: if there is none of that name.
            ReadOnlyError, DiskFailedError.
        """
