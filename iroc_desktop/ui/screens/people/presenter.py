"""What the list of people knows and does: find by typing, open, add.

It must not wait for an answer, nor show the answer to an older question.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from iroc_desktop.services.changes import Changes
from iroc_desktop.services.people import People
from iroc_desktop.services.ports import PersonLine, Runner


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows; `lines` belong to `answered`, which may lag behind `typed`."""

    typed: str = field(default="", repr=False)
    answered: str | None = field(default=None, repr=False)
    """What the lines are the answer to; None before the first answer."""
    lines: tuple[PersonLine, ...] = field(default=(), repr=False)

    @property
    def nobody_yet(self) -> bool:
        """Return whether the record has nobody at all."""
        return self.answered is not None and not self.answered.strip() and not self.lines

    @property
    def not_found(self) -> bool:
        """Return whether somebody was looked for and nobody found."""
        return self.answered is not None and bool(self.answered.strip()) and not self.lines


class Exits(Protocol):
    """Where the screen leads."""

    def open_person(self, person_id: str) -> None:
        """Show one person's page."""

    def add_person(self, name: str) -> None:
        """Show the form for a new person, beginning with what was typed."""


class PeoplePresenter:
    """The list of people and the field above it."""

    def __init__(self, people: People, runner: Runner, exits: Exits) -> None:
        self._people = people
        self._runner = runner
        self._exits = exits
        self._state = State()
        self._asked = 0
        self._show: Callable[[State], None] = lambda state: None

    def attach(self, show: Callable[[State], None]) -> None:
        """Tell every new state to `show`, and read the list."""
        self._show = show
        show(self._state)
        self._find()

    def detach(self) -> None:
        """Show nothing more: the view is about to be gone, and answers may still be on their way."""
        self._show = lambda state: None

    def type(self, text: str) -> None:
        """Look for people whose name has words beginning with what is typed."""
        if text != self._state.typed:
            self._state = replace(self._state, typed=text)
            self._find()

    def open(self, person_id: str) -> None:
        """Leave for one person's page."""
        self._exits.open_person(person_id)

    def enter(self, person_id: str) -> None:
        """Leave for the chosen person, unless the list still answers what was typed before."""
        if person_id and self._state.answered == self._state.typed:
            self._exits.open_person(person_id)

    def add(self) -> None:
        """Leave for the form of a new person; a name nobody has is not typed twice."""
        self._exits.add_person(self._state.typed.strip() if self._state.not_found else "")

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Read the list again after any change to people or conversations."""
        if changes.people or changes.conversations_of:
            self._find()

    def _find(self) -> None:
        self._asked += 1
        number, typed = self._asked, self._state.typed
        self._runner.submit(lambda: self._people.find(typed), lambda lines: self._found(number, typed, lines))

    def _found(self, number: int, typed: str, lines: Sequence[PersonLine]) -> None:
        if number == self._asked:
            self._state = replace(self._state, answered=typed, lines=tuple(lines))
            self._show(self._state)
