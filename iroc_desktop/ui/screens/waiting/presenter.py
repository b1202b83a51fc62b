"""What is known and done while a session stands still: why it stopped, and going on.

It must not read anything that was said: whoever passes by may see this screen.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.session import Interruption, OpenSession, Session
from iroc_desktop.services.arrangements import Arranging
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.ports import Runner
from iroc_desktop.services.sessions import Sessions
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows."""

    person_name: str = field(repr=False)
    held_on: date
    reason: Interruption | None = None
    """Why it was stopped from outside; None for a pause."""
    contacts: tuple[str, ...] = field(default=(), repr=False)
    """Whom to call in distress, as the organisation wrote it in Settings."""
    problem: ExpectedError | None = None


class Exits(Protocol):
    """The ways out."""

    def go_on(self) -> None:
        """Resume the session at the stage where it stopped."""

    def to_person(self, person_id: str) -> None:
        """Leave for the person's page."""


class WaitingPresenter(Showing[State]):
    """One session that stands still."""

    def __init__(
        self,
        sessions: Sessions,
        arranging: Arranging,
        runner: Runner,
        exits: Exits,
        session: Session,
        person_name: str,
    ) -> None:
        super().__init__(State(person_name, session.held_on))
        self._sessions = sessions
        self._arranging = arranging
        self._exits = exits
        self._session = session
        self._writing = Writing(runner, self, self._on_problem)

    def pause(self) -> None:
        """Put the session aside on purpose."""
        self._writing.send("stop", lambda: self._sessions.pause(self._session.id), self._on_stopped)

    def interrupt(self, reason: Interruption = Interruption.OTHER) -> None:
        """Note that the session was stopped from outside, and why; told again, the reason is another."""
        self._show(replace(self.state, reason=reason))
        self._writing.send(
            "stop", lambda: self._sessions.interrupt(self._session.id, reason), self._on_stopped
        )
        if reason is Interruption.DISTRESS:
            self._writing.send("contacts", self._arranging.look, self._on_arrangements)

    def go_on(self) -> None:
        """Go on where the two of them stopped."""
        self._exits.go_on()

    def to_person(self) -> None:
        """Leave for the person's page; the session waits there."""
        self._exits.to_person(self._session.person_id)

    def try_again(self) -> None:
        """Try what failed once more."""
        self._writing.try_again()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Nothing that could change is shown here."""

    def _on_stopped(self, done: Done[OpenSession]) -> None:
        self._session = done.value.session
        reason = self._session.interruption
        self._show(replace(self.state, reason=reason, problem=self._writing.problem))

    def _on_arrangements(self, arrangements: Arrangements) -> None:
        contacts = arrangements.contacts
        self._show(replace(self.state, contacts=contacts, problem=self._writing.problem))

    def _on_problem(self) -> None:
        self._show(replace(self.state, problem=self._writing.problem))
