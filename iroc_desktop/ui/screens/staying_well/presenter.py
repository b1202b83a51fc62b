"""What the staying-well plan's screen knows and does: lines under headings, added, worded, moved, taken away.

It must not write a line of its own, nor lose one: what was taken away can come back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol, TypeAlias, TypeVar

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.staying_well import StayingWellPlan, StayingWellSection
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.person_lines import StayingWell
from iroc_desktop.services.ports import Clock, Runner
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing

T = TypeVar("T")

Found: TypeAlias = tuple[StayingWellPlan, tuple[str, ...]]
"""The plan, and the organisation's contacts that do not stand in it yet."""


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows."""

    plan: StayingWellPlan | None = field(default=None, repr=False)
    """None until it was read."""
    contacts: tuple[str, ...] = field(default=(), repr=False)
    """The organisation's contacts that do not stand in the plan yet."""
    removed: str = ""
    """The id of the line that was taken away last, and can come back."""
    problem: ExpectedError | None = None


class Exits(Protocol):
    """Where the screen leads, and what the window likes to hear."""

    def to_person(self, person_id: str) -> None:
        """Go back to the person's page."""

    def print_staying_well(self, person_id: str) -> None:
        """Show the staying-well plan on paper."""

    def saved(self, at: datetime) -> None:
        """Something was kept just now."""


class StayingWellPresenter(Showing[State]):
    """One person's staying-well plan."""

    def __init__(
        self, staying_well: StayingWell, runner: Runner, clock: Clock, exits: Exits, person_id: str
    ) -> None:
        super().__init__(State())
        self._staying_well = staying_well
        self._clock = clock
        self._exits = exits
        self._person_id = person_id
        self._writing = Writing(runner, self, self._on_problem)

    def open(self) -> None:
        """Show the plan as it is in the record."""
        self._writing.send("open", self._look, self._on_read)

    def add(self, section: StayingWellSection, words: str) -> None:
        """Add a line at the end of a section."""
        if words.strip():
            self._keep("add", lambda: self._staying_well.add(self._person_id, section, words.strip()))

    def take_contacts(self) -> None:
        """Add the organisation's contacts to who can help."""
        self._keep("contacts", lambda: self._staying_well.take_contacts(self._person_id))

    def word(self, line_id: str, words: str) -> None:
        """Keep a line in other words."""
        self._keep(f"line {line_id}", lambda: self._staying_well.word(self._person_id, line_id, words))

    def put_up(self, section: StayingWellSection, line_id: str) -> None:
        """Move a line one place up in its section."""
        plan = self.state.plan
        lines = [each.id for each in plan.section(section)] if plan else []
        place = lines.index(line_id) if line_id in lines else 0
        if place:
            self._keep("move", lambda: self._staying_well.move(self._person_id, line_id, section, place - 1))

    def remove(self, line_id: str) -> None:
        """Take a line away; `undo` brings it back."""
        self._keep("remove", lambda: self._staying_well.remove(self._person_id, line_id), removed=line_id)

    def undo(self) -> None:
        """Bring back the line that was taken away last."""
        line_id = self.state.removed
        if line_id:
            self._keep("undo", lambda: self._staying_well.bring_back(self._person_id, line_id))

    def to_person(self) -> None:
        """Go back to the person's page."""
        self._exits.to_person(self._person_id)

    def print_staying_well(self) -> None:
        """Show the staying-well plan on paper."""
        self._exits.print_staying_well(self._person_id)

    def try_again(self) -> None:
        """Try every write that failed once more."""
        self._writing.try_again()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Look again when something else changed this person's plan."""
        if initiator is not self and self._person_id in changes.plans_of:
            self.open()

    def _look(self) -> Found:
        plan = self._staying_well.of(self._person_id)
        return plan, self._staying_well.contacts_to_offer(self._person_id)

    def _keep(self, name: str, work: Callable[[], Done[T]], removed: str = "") -> None:
        def kept_and_read() -> Done[Found]:
            changes = work().changes
            return Done(self._look(), changes)

        def shown(done: Done[Found]) -> None:
            self._exits.saved(self._clock.now())
            self._show(State(*done.value, removed, self._writing.problem))

        self._writing.send(name, kept_and_read, shown)

    def _on_read(self, found: Found) -> None:
        plan, contacts = found
        self._show(replace(self.state, plan=plan, contacts=contacts, problem=self._writing.problem))

    def _on_problem(self) -> None:
        self._show(replace(self.state, problem=self._writing.problem))
