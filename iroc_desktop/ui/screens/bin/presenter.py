"""What the bin shows and does: find by typing, take out one thing, go to it, destroy what lay long enough.

It must not destroy anything that nobody confirmed by typing the person's name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from iroc_desktop.domain.bin import Thing
from iroc_desktop.domain.erasure import confirms
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.names import searchable
from iroc_desktop.services.bin import Bin, PersonsBin
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.ports import Runner
from iroc_desktop.services.retention import Retention
from iroc_desktop.services.roles import Roles
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing

Destroy = Callable[[Thing, str, str], Done[int]]
"""Destroys a thing for good, given the person's name and what was typed; only a team lead may."""


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows."""

    ready: bool = False
    typed: str = field(default="", repr=False)
    groups: tuple[PersonsBin, ...] = field(default=(), repr=False)
    """By person; what does not fit what is typed is left out."""
    empty: bool = True
    """Whether nothing lies in the bin at all."""
    lain: frozenset[Thing] = frozenset()
    """What has lain here for its time."""
    may_destroy: bool = False
    out: Thing | None = None
    """What was taken out a moment ago."""
    asked: Thing | None = None
    """What waits for its destruction to be confirmed."""
    problem: ExpectedError | None = None


class Exits(Protocol):
    """Where the bin leads."""

    def show_thing(self, thing: Thing) -> None:
        """Show a thing in its place."""

    def destroyed(self) -> None:
        """Something was destroyed: the file and the backups have to be seen to."""

    def back(self) -> None:
        """Go back to where the bin was opened from."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked of the store in one go."""

    groups: Sequence[PersonsBin]
    lain: frozenset[Thing]
    is_lead: bool


class BinPresenter(Showing[State]):
    """What lies in the bin."""

    def __init__(
        self,
        bin_of: Bin,
        retention: Retention,
        roles: Roles,
        runner: Runner,
        exits: Exits,
        destroy: Destroy | None = None,
    ) -> None:
        """Without `destroy`, nothing here is destroyed."""
        super().__init__(State())
        self._bin = bin_of
        self._retention = retention
        self._roles = roles
        self._exits = exits
        self._destroy = destroy
        self._writing = Writing(runner, self, self._on_problem)
        self._every: tuple[PersonsBin, ...] = ()

    def open(self) -> None:
        """Read what lies in the bin."""
        self._writing.send("open", self._find, self._on_found)

    def type(self, typed: str) -> None:
        """Show the people whose name, and the worksheets whose title, has words beginning like this."""
        self._put(typed=typed, groups=_fitting(self._every, typed))

    def take_out(self, thing: Thing) -> None:
        """Put a thing back in its place."""

        def out(done: Done[Thing]) -> None:
            self._put(out=done.value, asked=None)
            self.open()

        self._writing.send("take out", lambda: self._bin.take_out(thing), out)

    def go_there(self) -> None:
        """Leave for what was taken out a moment ago."""
        if self.state.out is not None:
            self._exits.show_thing(self.state.out)

    def back(self) -> None:
        """Leave."""
        self._exits.back()

    def ask_to_destroy(self, thing: Thing) -> None:
        """Let somebody confirm that a thing shall be destroyed."""
        if self.state.may_destroy and thing in self.state.lain:
            self._put(asked=thing)

    def keep(self) -> None:
        """Leave it in the bin after all."""
        self._put(asked=None)

    def destroy(self, typed: str) -> None:
        """Destroy what was asked about, if the person's name was typed."""
        thing, destroy = self.state.asked, self._destroy
        name = self._name(thing) if thing is not None else ""
        if thing is None or destroy is None or not confirms(typed, name, thing.person_id):
            return

        def destroyed(_: object) -> None:
            self._exits.destroyed()
            self._put(asked=None)
            self.open()

        self._writing.send("destroy", lambda: destroy(thing, name, typed), destroyed)

    def try_again(self) -> None:
        """Try what failed once more."""
        self._writing.try_again()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Read again when something was put away or taken out elsewhere."""
        if initiator is not self and (changes.bin or changes.people):
            self.open()

    def _name(self, thing: Thing) -> str:
        return next((each.name for each in self._every if each.person_id == thing.person_id), "")

    def _find(self) -> Found:
        lain = frozenset(each.thing for each in self._retention.lain_long_enough())
        return Found(self._bin.all(), lain, self._roles.is_lead())

    def _on_found(self, found: Found) -> None:
        self._every = tuple(found.groups)
        self._put(
            ready=True,
            groups=_fitting(self._every, self.state.typed),
            empty=not self._every,
            lain=found.lain,
            may_destroy=found.is_lead and self._destroy is not None,
        )

    def _on_problem(self) -> None:
        self._put()

    def _put(self, **changed: object) -> None:
        changed["problem"] = self._writing.problem
        self._show(replace(self.state, **changed))  # type: ignore[arg-type]  # names of State's own fields


def _fitting(groups: Sequence[PersonsBin], typed: str) -> tuple[PersonsBin, ...]:
    wanted = searchable(typed).split()
    if not wanted:
        return tuple(groups)
    fitting = []
    for group in groups:
        if _begins(wanted, group.name):
            fitting.append(group)
            continue
        things = tuple(each for each in group.things if _begins(wanted, each.title))
        if things:
            fitting.append(replace(group, things=things))
    return tuple(fitting)


def _begins(wanted: Sequence[str], text: str) -> bool:
    words = searchable(text).split()
    return all(any(word.startswith(each) for word in words) for each in wanted)
