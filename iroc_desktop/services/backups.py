"""Backups of the open record: when one is due, which there are, what bringing one back would change.

It must not take a backup when nothing has changed, nor let the record stay open because one failed.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from iroc_desktop.domain.backups import Backup, BackupCounts, Preview, is_old, last_good
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import BackupDamagedError, BackupMissingError
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.rehearsing import Rehearsing
from iroc_desktop.services.trail import Trail
from iroc_desktop.services.work import Work

log = logging.getLogger(__name__)

TAKEN = Changes(backups=True)


@dataclass(frozen=True, slots=True)
class Standing:
    """How well the record is backed up, without a name of anybody."""

    last: Backup | None
    old: bool
    """There is none, or none of the last week."""
    tried: bool = False
    """Whether the first look since the unlock is over; before it, none at all is nothing to warn of."""
    trouble: ExpectedError | None = None
    """Why the last attempt since the unlock failed."""
    rehearsed: datetime | None = None
    """When a backup was last brought back for trial."""
    unrehearsed: ExpectedError | None = None
    """Why that failed since the unlock."""


class Backups:
    """The backups of the record that is open."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._shelf = work.store.backups
        self._trouble: ExpectedError | None = None
        self._tried = False
        self._over = False
        self._rehearsing = Rehearsing(work)

    def standing(self) -> Standing:
        """Return which backup is the last good one, and whether it is old."""
        now = self._work.clock.now()
        last = last_good(self._shelf.all(), now)
        rehearsal = self._rehearsing
        return Standing(
            last, is_old(last, now), self._tried, self._trouble, rehearsal.last, rehearsal.trouble
        )

    def all(self) -> Sequence[Backup]:
        """Return the verified backups, newest first."""
        return self._shelf.all()

    def set_aside(self) -> Sequence[Path]:
        """Return the folders of records that were set aside when a backup was brought back."""
        return self._shelf.set_aside()

    def counts(self, name: str) -> BackupCounts:
        """Read a backup through, and return how much is in it.

        Raises:
            BackupMissingError, BackupDamagedError: if it cannot be brought back.
        """
        return self._shelf.counts(name)

    def preview(self, backup: Backup) -> Preview:
        """Return how much there is now, and how much there would be.

        Raises:
            BackupMissingError, BackupDamagedError: if it cannot be brought back.
        """
        return Preview(backup, self._shelf.counts_now(), self._shelf.counts(backup.name))

    def take_if_due(self) -> Done[None]:
        """Take a backup if something changed since the last one, or the last one is old.

        Raises:
            BackupDamagedError, DiskFullError, ReadOnlyError, DiskFailedError: no backup was made.
        """
        self._tried = True
        if self._is_due():
            self._take()
        return Done(None, TAKEN)

    def rehearse(self) -> Done[bool]:
        """Do a little of the weekly rehearsal, if it is due; return whether there is more to do.

        Raises:
            BackupMissingError, BackupDamagedError, DiskFullError, ReadOnlyError, DiskFailedError: the newest
                backup could not be brought back.
        """
        return Done(False, Changes()) if self._over else self._rehearsing.go_on()

    def back_up_now(self) -> Done[Backup]:
        """Return a good backup of all there is: the last one, read through once more, or else a new one.

        Raises:
            BackupDamagedError, DiskFullError, ReadOnlyError, DiskFailedError: no backup was made.
        """
        last = self._last()
        doubted = self._rehearsing.trouble is not None
        if last is not None and not doubted and not self._is_due() and self._is_whole(last):
            return Done(last, TAKEN)
        return self._take()

    def copy_to(self, folder: Path) -> Path:
        """Copy a good backup of all there is into a folder or onto a stick; return its place there.

        Raises:
            PlaceFullError, PlaceReadOnlyError, PlaceGoneError, CopyDiffersError: nothing was left there.
            BackupDamagedError, DiskFullError, ReadOnlyError, DiskFailedError: no backup was made.
        """
        copied = self._shelf.copy_to(self.back_up_now().value.name, folder)
        Trail(self._work).exported_everything()
        return copied

    def bring_in(self, place: Path) -> Done[Backup]:
        """Take a copy from a stick or a folder in among the backups; return it, read through.

        Raises:
            CopyNotThereError, OtherRecordError, EarlierKeyError, BackupDamagedError, CopyDiffersError,
            PlaceGoneError, DiskFullError, ReadOnlyError, DiskFailedError: the backups are as they were.
        """
        return Done(self._shelf.bring_in(place, self._work.clock.now()), TAKEN)

    def bring_back(self, name: str) -> Path:
        """Put a backup in the record's place; return the folder where the record was set aside.

        The record is closed by this, and nothing on this desk can be used any more.

        Raises:
            BackupMissingError, BackupDamagedError, DiskFullError, ReadOnlyError, DiskFailedError:
                the record is still in its place.
        """
        self._rehearsing.stop()
        aside = self._shelf.bring_back(name, self._work.clock.now())
        self._over = True
        return aside

    def before_closing(self) -> None:
        """Take a backup if one is due; whatever fails is only noted, because the record must be closed."""
        self._rehearsing.stop()
        if self._over:
            return
        try:
            self.take_if_due()
        except ExpectedError as error:
            log.warning("no backup on leaving: %s", type(error).__name__)

    def _take(self) -> Done[Backup]:
        try:
            taken = self._shelf.take(self._work.clock.now())
        except ExpectedError as error:
            self._trouble = error
            raise
        self._trouble = None
        # it was about another backup; this one has its turn at the next unlock
        self._rehearsing.trouble = None
        return Done(taken, TAKEN)

    def _is_due(self) -> bool:
        last = self._last()
        if last is None or is_old(last, self._work.clock.now()):
            return True
        try:
            return not self._shelf.holds_everything(last.name)
        except (BackupMissingError, BackupDamagedError):
            return True

    def _is_whole(self, backup: Backup) -> bool:
        try:
            self._shelf.counts(backup.name)
        except (BackupMissingError, BackupDamagedError):
            return False
        return True

    def _last(self) -> Backup | None:
        return last_good(self._shelf.all(), self._work.clock.now())
