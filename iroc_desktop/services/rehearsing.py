"""The weekly rehearsal: the newest backup is brought back into a private folder, to see that it could be.

It must not do much at a time, because whoever rates meanwhile waits for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from iroc_desktop.domain.backups import last_good, rehearsal_is_due
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.work import Work

NOTHING = Changes()


class Rehearsing:
    """One rehearsal at a time, of the record that is open."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._shelf = work.store.backups
        self._going: Iterator[None] | None = None
        self.trouble: ExpectedError | None = None
        """Why the last rehearsal since the unlock failed."""

    @property
    def last(self) -> datetime | None:
        """Return when a backup was last rehearsed; None if none ever was."""
        return self._shelf.last_rehearsal()

    def go_on(self) -> Done[bool]:
        """Do a step of the rehearsal, if one is due; return whether there is more to do.

        A step takes up to a second with 2,000 people, and as many times more with more.

        Raises:
            BackupMissingError, BackupDamagedError, DiskFullError, ReadOnlyError, DiskFailedError: the newest
                backup could not be brought back.
        """
        if self._going is None and not self._begin():
            return Done(False, NOTHING)
        try:
            more = self._going is not None and next(self._going, self) is not self
        except ExpectedError as error:
            self._going, self.trouble = None, error
            raise
        if more:
            return Done(True, NOTHING)
        self._going = self.trouble = None
        return Done(False, Changes(backups=True))

    def stop(self) -> None:
        """Leave the rest for another time."""
        self._going = None

    def _begin(self) -> bool:
        now = self._work.clock.now()
        newest = last_good(self._shelf.all(), now)
        if newest is None or not rehearsal_is_due(self.last, now):
            return False
        self._going = iter(self._shelf.rehearse(newest.name, now))
        return True
