"""What could not be written before the lock: it waits until the same practitioner unlocks again.

It must not be handed to another practitioner, nor end up anywhere but in the record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Final

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import DiskFailedError, DiskFullError, ReadOnlyError
from iroc_desktop.services.work import Work
from iroc_desktop.ui.tasks.said import Said

PASSING: Final = (DiskFullError, ReadOnlyError, DiskFailedError)
"""Faults that can be mended from outside, so that trying again makes sense."""

Waiting = tuple[Work, Said[object]]


class Unkept:
    """Words in memory, by whose they are: all that outlives a lock, and only after a fault."""

    def __init__(self) -> None:
        self._waiting: defaultdict[str, list[Waiting]] = defaultdict(list)
        self._work: Work | None = None

    def __bool__(self) -> bool:
        """Return whether anything waits."""
        return any(self._waiting.values())

    def belongs_to(self, work: Work) -> None:
        """Take what is added from now on for what was said at this desk."""
        self._work = work

    def add(self, said: Said[object]) -> None:
        """Let something wait, behind what waits already."""
        if self._work is not None:
            self._waiting[self._work.practitioner_id].append((self._work, said))

    def add_again(self, said: Said[object], error: ExpectedError) -> None:
        """Let something wait that was tried again, unless it can never be written."""
        if isinstance(error, PASSING):
            self.add(said)

    def take(self, work: Work) -> tuple[Said[object], ...]:
        """Return what waits for the practitioner of a desk that was just opened, to be kept through it."""
        waiting = self._waiting.pop(work.practitioner_id, [])
        return tuple(Said(_through(work, *each)) for each in waiting)


def _through(now: Work, then: Work, said: Said[object]) -> Callable[[], object]:
    def keep() -> object:
        # the services that were asked at that time go on in the record as it is open now
        then.go_on_in(now.store)
        return said()

    return keep
