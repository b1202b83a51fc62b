"""What the screen of erasures shows and does: block, lift, destroy, and see to backups and old copies.

It must not read a name that nobody asked for, nor destroy what nobody confirmed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Protocol, TypeVar

from iroc_desktop.domain.erasure import confirms
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.erasure import Erasing, Named, Standing
from iroc_desktop.services.ports import Runner
from iroc_desktop.ui.models.showing import Showing

T = TypeVar("T")


class Busy(Enum):
    """What is on its way behind the window."""

    NOTHING = auto()
    DESTROYING = auto()
    SWEEPING = auto()
    BACKUPS = auto()


class Told(Enum):
    """What was done a moment ago."""

    BLOCKED = auto()
    LIFTED = auto()
    DESTROYED = auto()
    COPY_GONE = auto()


@dataclass(frozen=True, slots=True)
class Asked:
    """A person whom somebody asked to be forgotten, before the first step."""

    person_id: str
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows."""

    standing: Standing | None = None
    """None until it was read; it never is at the desk of somebody who is no team lead."""
    asked: Asked | None = None
    """Whom to block, if the screen was opened for that."""
    named: Named | None = field(default=None, repr=False)
    """The one whose name was asked for."""
    confirming: bool = False
    """Whether the name is to be typed, to destroy."""
    old_copy: str = ""
    """The old copy, or the backup, that waits for its deletion to be confirmed."""
    busy: Busy = Busy.NOTHING
    of: int = 0
    """How many backups there are to write anew."""
    told: Told | None = None
    problem: ExpectedError | None = None


class Exits(Protocol):
    """Where the screen leads."""

    def back(self) -> None:
        """Go back to where it was opened from."""

    def open_person(self, person_id: str) -> None:
        """Show one person's page."""

    def everything_held(self, person_id: str) -> None:
        """Show everything held on a person, to hand it over before it is gone."""


class ErasingPresenter(Showing[State]):
    """Erasures, for team leads."""

    def __init__(self, erasing: Erasing, runner: Runner, exits: Exits) -> None:
        super().__init__(State())
        self._erasing = erasing
        self._runner = runner
        self._exits = exits

    def open(self, asked: Asked | None = None) -> None:
        """Read how things stand; with `asked`, begin with the first step for that person."""
        self._put(asked=asked)
        self._read()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Read again when somebody else changed what is shown here."""
        if initiator is not self and (changes.bin or changes.backups):
            self._read()

    def block(self, reason: str) -> None:
        """Put the person out of sight who was asked about: step 1."""
        asked = self.state.asked
        if asked is not None and self._free:
            self._do(lambda: self._erasing.block(asked.person_id, reason), lambda: self._after(Told.BLOCKED))

    def leave_as_it_is(self) -> None:
        """Go back to the person without blocking anybody."""
        if self.state.asked is not None:
            self._exits.open_person(self.state.asked.person_id)

    def show_name(self, person_id: str) -> None:
        """Read whom a code stands for; that is noted."""
        self._do(lambda: self._erasing.name_of(person_id), lambda named: self._put(named=named, told=None))

    def hide_name(self) -> None:
        """Show the code again."""
        self._put(named=None, confirming=False, problem=None)

    def lift(self) -> None:
        """Let the person be seen again whose name is shown."""
        named = self.state.named
        if named is not None and self._free:
            self._do(lambda: self._erasing.unblock(named.person_id), lambda: self._after(Told.LIFTED))

    def everything_held(self) -> None:
        """Leave for everything held on the person whose name is shown."""
        if self.state.named is not None:
            self._exits.everything_held(self.state.named.person_id)

    def ask_to_destroy(self) -> None:
        """Ask for the name to be typed."""
        self._put(confirming=self.state.named is not None, problem=None)

    def keep(self) -> None:
        """Destroy nothing after all."""
        self._put(confirming=False, old_copy="", problem=None)

    def confirms(self, typed: str) -> bool:
        """Return whether what is typed is the name that is shown, or its code."""
        named = self.state.named
        return named is not None and confirms(typed, named.name, named.person_id)

    def destroy(self, typed: str) -> None:
        """Destroy everything about the person whose name is shown: step 2."""
        named = self.state.named
        if named is None or not self.state.confirming or not self._free:
            return
        self._put(busy=Busy.DESTROYING)
        self._do(lambda: self._erasing.destroy(named.person_id, typed), self._sweep)

    def go_on(self) -> None:
        """Try the backups again that still wait."""
        if self._free:
            self._erasing.try_all_again()
            self._see_to_backups()

    def ask_to_delete(self, name: str) -> None:
        """Ask whether an old copy, or a backup that cannot be written anew, shall go."""
        self._put(old_copy=name, told=None)

    def delete(self) -> None:
        """Delete it."""
        name, standing = self.state.old_copy, self.state.standing
        if not name or standing is None or not self._free:
            return
        gone = self._erasing.discard_backup if name in standing.behind else self._erasing.destroy_old_copy
        self._do(lambda: gone(name), lambda: self._after(Told.COPY_GONE))

    def back(self) -> None:
        """Leave."""
        self._exits.back()

    @property
    def _free(self) -> bool:
        return self.state.busy is Busy.NOTHING

    def _sweep(self) -> None:
        """See to the file; should that fail, nothing destroyed can be seen all the same."""
        self._put(busy=Busy.SWEEPING, named=None, confirming=False, told=Told.DESTROYED)
        self._runner.submit(
            self._erasing.sweep, lambda _: self._see_to_backups(), self._see_to_backups_after, initiator=self
        )

    def _see_to_backups_after(self, error: ExpectedError) -> None:
        self._put(problem=error)
        self._see_to_backups()

    def _see_to_backups(self) -> None:
        def count(standing: Standing) -> None:
            self._put(standing=standing, busy=Busy.BACKUPS, of=len(standing.behind))
            self._next_backup()

        self._runner.submit(self._erasing.standing, count, self._failed)

    def _next_backup(self) -> None:
        # one at a time: what is written comes in between
        self._runner.submit(
            self._erasing.go_on,
            lambda done: self._read_then(self._next_backup if done.value else self._rest),
            self._failed,
            initiator=self,
        )

    def _rest(self) -> None:
        self._put(busy=Busy.NOTHING)

    def _after(self, told: Told) -> None:
        self._put(told=told, named=None, asked=None, confirming=False, old_copy="", problem=None)
        self._read()

    def _do(self, work: Callable[[], T], then: Callable[..., None]) -> None:
        def done(result: T) -> None:
            if isinstance(result, Named):
                then(result)
            else:
                then()

        self._runner.submit(work, done, self._failed, initiator=self)

    def _read(self) -> None:
        self._read_then(lambda: None)

    def _read_then(self, then: Callable[[], None]) -> None:
        def read(standing: Standing) -> None:
            self._put(standing=standing)
            then()

        self._runner.submit(self._erasing.standing, read, self._failed)

    def _failed(self, error: ExpectedError) -> None:
        self._put(problem=error, busy=Busy.NOTHING)

    def _put(self, **changed: object) -> None:
        self._show(replace(self.state, **changed))  # type: ignore[arg-type]  # names of State's own fields
