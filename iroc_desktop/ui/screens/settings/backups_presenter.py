"""What the card about backups knows and does: which there are, one more, a copy elsewhere, one brought back.

It must not bring anything back before somebody has seen what would change and said so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from iroc_desktop.domain.backups import Backup, BackupCounts, Preview
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.services.backups import Backups
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.ports import Runner

AT_FIRST = 5
"""So many backups are listed before somebody asks for the older ones."""


class Task(StrEnum):
    """What is being done behind the window."""

    BACKING_UP = "backing-up"
    COPYING = "copying"
    FETCHING = "fetching"
    """A copy comes in from a stick or a folder."""
    LOOKING = "looking"
    """What a backup holds is being read."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a task has led to."""

    backup: Backup | None = None
    fresh: bool = False
    """Whether the backup was taken now; otherwise the last one holds everything, and was read through."""
    copy: Path | None = field(default=None, repr=False)
    """Where a copy lies now."""


@dataclass(frozen=True, slots=True)
class State:
    """All that the card shows; `backups` is None until they were read."""

    backups: tuple[Backup, ...] | None = None
    all_listed: bool = False
    counts: Mapping[str, BackupCounts] = field(default_factory=lambda: MappingProxyType({}))
    """What is known to be in them, by name; read only when asked."""
    damaged: frozenset[str] = frozenset()
    task: Task | None = None
    outcome: Outcome | None = None
    error: ExpectedError | None = None
    places: tuple[Path, ...] | None = field(default=None, repr=False)
    """Sticks that are plugged in, while a place for a copy is being chosen."""
    preview: Preview | None = None
    """What bringing one back would change, while that is being decided."""
    understood: bool = False
    set_aside: tuple[Path, ...] = field(default=(), repr=False)
    rehearsed: datetime | None = None
    """When a backup was last brought back for trial."""

    @property
    def listed(self) -> tuple[Backup, ...]:
        """Return the backups that are shown."""
        every = self.backups or ()
        return every if self.all_listed else every[:AT_FIRST]

    @property
    def hidden(self) -> int:
        """Return how many more there are."""
        return len(self.backups or ()) - len(self.listed)


class Exits(Protocol):
    """Where the card leads."""

    def bring_back(self, backup: Backup) -> None:
        """Close the record, put the backup in its place, and show the door."""


class BackupsPresenter:
    """The backups of the open record."""

    def __init__(
        self,
        backups: Backups,
        drives: Callable[[], Sequence[Path]],
        runner: Runner,
        exits: Exits,
    ) -> None:
        """`drives` returns the sticks that are plugged in; it is asked on the worker."""
        self._backups = backups
        self._drives = drives
        self._runner = runner
        self._exits = exits
        self._state = State()
        self._show: Callable[[State], None] = lambda state: None

    def attach(self, show: Callable[[State], None]) -> None:
        """Tell every new state to `show`, and read which backups there are."""
        self._show = show
        show(self._state)
        self._read()

    def detach(self) -> None:
        """Show nothing more: the view is about to be gone."""
        self._show = lambda state: None

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Read again when a backup was taken elsewhere."""
        if changes.backups and initiator is not self:
            self._read()

    def list_all(self) -> None:
        """Show the older ones too."""
        self._put(all_listed=True)

    def count(self, backup: Backup) -> None:
        """Read a backup through, and show how much is in it."""

        def counted(counts: BackupCounts) -> None:
            known = MappingProxyType({**self._state.counts, backup.name: counts})
            self._put(task=None, counts=known, damaged=self._state.damaged - {backup.name})

        self._start(
            Task.LOOKING,
            lambda: self._backups.counts(backup.name),
            counted,
            lambda e: self._spoiled(backup, e),
        )

    def back_up_now(self) -> None:
        """Make sure that a good backup holds everything."""
        before = {each.name for each in self._state.backups or ()}

        def backed_up(done: Done[Backup]) -> None:
            self._put(task=None, outcome=Outcome(done.value, fresh=done.value.name not in before))
            self._read()

        self._start(Task.BACKING_UP, self._backups.back_up_now, backed_up)

    def choose_place(self) -> None:
        """Ask where a copy shall lie."""
        if self._state.task is not None:
            return
        self._put(outcome=None, error=None, preview=None)
        self._runner.submit(
            lambda: tuple(self._drives()), lambda found: self._put(places=found), self._failed
        )

    def copy_to(self, place: Path) -> None:
        """Copy a good backup of everything to this place."""

        def copied(copy: Path) -> None:
            self._put(task=None, places=None, outcome=Outcome(copy=copy))
            self._read()

        self._start(Task.COPYING, lambda: self._backups.copy_to(place), copied)

    def bring_in(self, place: Path) -> None:
        """Take a copy from a stick or a folder in, and show what bringing it back would change."""

        def came(done: Done[Backup]) -> None:
            self._put(task=None)
            self._read()
            self.consider(done.value)

        if self._state.task is not None:
            return
        self._put(places=None, preview=None)
        self._start(Task.FETCHING, lambda: self._backups.bring_in(place), came)

    def no_place(self) -> None:
        """Copy nothing; a copy on its way is finished first."""
        if self._state.task is not None:
            return
        self._put(places=None, error=None)

    def consider(self, backup: Backup) -> None:
        """Show what bringing a backup back would change."""
        self._start(
            Task.LOOKING,
            lambda: self._backups.preview(backup),
            lambda found: self._put(task=None, preview=found, understood=False, places=None),
            lambda error: self._spoiled(backup, error),
        )

    def understand(self, understood: bool) -> None:
        """Say that what would change was read, or that it was not."""
        self._put(understood=understood)

    def keep_present(self) -> None:
        """Leave the record as it is."""
        self._put(preview=None, understood=False)

    def bring_back(self) -> None:
        """Bring the backup back whose preview is shown, once that was understood."""
        state = self._state
        if state.preview is not None and state.understood and state.task is None:
            self._exits.bring_back(state.preview.backup)

    def _start(
        self,
        task: Task,
        work: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[ExpectedError], None] | None = None,
    ) -> None:
        if self._state.task is None:
            self._put(task=task, outcome=None, error=None)
            self._runner.submit(work, done, failed or self._failed, initiator=self)

    def _read(self) -> None:
        backups = self._backups
        self._runner.submit(
            lambda: (tuple(backups.all()), tuple(backups.set_aside()), backups.standing().rehearsed),
            lambda found: self._put(backups=found[0], set_aside=found[1], rehearsed=found[2]),
            self._failed,
        )

    def _spoiled(self, backup: Backup, error: ExpectedError) -> None:
        self._put(task=None, error=error, damaged=self._state.damaged | {backup.name})

    def _failed(self, error: ExpectedError) -> None:
        self._put(task=None, error=error)

    def _put(self, **changed: object) -> None:
        self._state = replace(self._state, **changed)  # type: ignore[arg-type]  # names of State's own fields
        self._show(self._state)
