"""What the neutral start page shows: counts, and conversations left unfinished.

It must not put a name into anything that is shown without asking.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from iroc_desktop.domain.backups import Backup
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.services.backups import Backups, Standing
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.clock_check import ClockCheck, Doubted
from iroc_desktop.services.ports import Counts, Runner
from iroc_desktop.services.retention import Retention
from iroc_desktop.services.today import OpenDraft, Today


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One session in progress."""

    person_id: str
    held_on: date
    settled: int
    of: int
    name: str = field(repr=False)
    """Shown on hover, on focus, or when names were asked for; never otherwise."""


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows; `counts` is None until they were read."""

    counts: Counts | None = None
    drafts: tuple[DraftLine, ...] = ()
    names_shown: bool = False
    standing: Standing | None = None
    """How well the record is backed up; None until it was read, and with practice people."""
    clock: Doubted | None = None
    """Why the machine's clock may be wrong."""
    backing_up: bool = False
    time_passed: int = 0
    """How many records, or things in the bin, have reached the end of their keeping time."""

    @property
    def empty(self) -> bool:
        """Return whether nobody is in the record yet."""
        return self.counts is not None and self.counts.people == 0


class Exits(Protocol):
    """Where the screen leads."""

    def begin_session(self, person_id: str) -> None:
        """Go on with a session in progress."""

    def people(self) -> None:
        """Show the list of people."""

    def add_person(self) -> None:
        """Show the form for a new person."""

    def open_keeping(self) -> None:
        """Show how long records are kept, and whose time has passed."""


class TodayPresenter:
    """Counts and drafts, read anew whenever something changed."""

    def __init__(
        self,
        today: Today,
        runner: Runner,
        exits: Exits,
        clock_check: ClockCheck,
        backups: Backups | None = None,
        retention: Retention | None = None,
    ) -> None:
        """Without `backups`, or without `retention`, nothing is said about them."""
        self._today = today
        self._clock_check = clock_check
        self._backups = backups
        self._retention = retention
        self._runner = runner
        self._exits = exits
        self._state = State()
        self._show: Callable[[State], None] = lambda state: None

    def attach(self, show: Callable[[State], None]) -> None:
        """Tell every new state to `show`, and read what is due."""
        self._show = show
        show(self._state)
        self.refresh()
        self._runner.submit(self._clock_check.doubt, lambda found: self._put(clock=found))
        self._read_standing()
        self._count_passed()

    def detach(self) -> None:
        """Show nothing more: the view is about to be gone, and answers may still be on their way."""
        self._show = lambda state: None

    def refresh(self) -> None:
        """Read counts and drafts again."""
        self._runner.submit(lambda: (self._today.counts(), self._today.drafts()), self._read)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Read again after any change to people or conversations, whoever made it."""
        if changes.people or changes.conversations_of:
            self.refresh()
        if changes.people or changes.conversations_of or changes.bin or changes.organisation:
            self._count_passed()
        if changes.backups and initiator is not self:
            self._read_standing()

    def back_up_now(self) -> None:
        """Take a backup, whatever became of the last attempt."""
        if self._backups is None or self._state.backing_up:
            return
        self._put(backing_up=True)
        self._runner.submit(self._backups.back_up_now, self._backed_up, self._not_backed_up, initiator=self)

    def show_names(self, *, shown: bool) -> None:
        """Show the names beside the drafts, or hide them again."""
        self._put(names_shown=shown)

    def resume(self, person_id: str) -> None:
        """Go on with a session."""
        self._exits.begin_session(person_id)

    def open_people(self) -> None:
        """Leave for the list of people."""
        self._exits.people()

    def add_person(self) -> None:
        """Leave for the form of a new person."""
        self._exits.add_person()

    def open_keeping(self) -> None:
        """Leave for the records whose keeping time has passed."""
        self._exits.open_keeping()

    def leave(self) -> None:
        """Hide the names, so that whoever comes back meets a neutral page."""
        self._put(names_shown=False)

    def _count_passed(self) -> None:
        if self._retention is not None:
            self._runner.submit(self._retention.count, lambda count: self._put(time_passed=count))

    def _read_standing(self) -> None:
        if self._backups is not None:
            self._runner.submit(
                self._backups.standing, lambda found: self._put(standing=found), lambda error: None
            )

    def _backed_up(self, done: Done[Backup]) -> None:
        self._put(backing_up=False)
        self._read_standing()

    def _not_backed_up(self, error: ExpectedError) -> None:
        # the standing knows why, and says so
        self._put(backing_up=False)
        self._read_standing()

    def _read(self, found: tuple[Counts, Sequence[OpenDraft]]) -> None:
        counts, drafts = found
        lines = (
            DraftLine(each.person.id, each.held_on, each.settled, each.of, each.person.preferred_name)
            for each in drafts
        )
        self._put(counts=counts, drafts=tuple(lines))

    def _put(self, **changed: object) -> None:
        self._state = replace(self._state, **changed)  # type: ignore[arg-type]  # names of State's own fields
        self._show(self._state)
