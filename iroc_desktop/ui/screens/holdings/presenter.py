"""Everything held on a person before it is handed over: what is in it, and the ways it can leave the record.

It must not leave anything out unasked, nor let it leave without a note in the log.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.holdings import Holdings
from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.summary import Paper
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.holdings import HoldingsOf
from iroc_desktop.services.ports import Runner
from iroc_desktop.system.whole_files import write_out
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing


@dataclass(frozen=True, slots=True)
class State:
    """The preview, and what happened to it."""

    holdings: Holdings | None = field(default=None, repr=False)
    own_notes: bool = True
    """Whether practitioners' own notes are in it."""
    reflections: bool = True
    """Whether practitioners' reflections are in it."""
    pdf: bytes | None = field(default=None, repr=False)
    current: bool = False
    """True when `pdf` is exactly what was chosen."""
    done: Action | None = None
    printer_failed: bool = False
    problem: ExpectedError | None = None


class Exits(Protocol):
    """Where the screen leads."""

    def open_person(self, person_id: str) -> None:
        """Go back to the person's page."""


class HoldingsPresenter(Showing[State]):
    """The record of everything held on one person."""

    def __init__(
        self, holdings: HoldingsOf, runner: Runner, exits: Exits, person_id: str, paper: Paper
    ) -> None:
        super().__init__(State())
        self._holdings = holdings
        self._exits = exits
        self._person_id = person_id
        self._paper = paper
        self._wanted = 0
        self._writing = Writing(runner, self, self._on_problem)

    def open(self) -> None:
        """Gather everything."""
        self._gather()

    def put_own_notes(self, *, wanted: bool) -> None:
        """Put practitioners' own notes in it, or leave them out."""
        self._show(replace(self.state, own_notes=wanted))
        self._gather()

    def put_reflections(self, *, wanted: bool) -> None:
        """Put practitioners' reflections in it, or leave them out."""
        self._show(replace(self.state, reflections=wanted))
        self._gather()

    def print(self, send: Callable[[bytes], bool]) -> None:
        """Note it, then hand the PDF to `send`, which returns whether the printer took it."""
        pdf = self.state.pdf
        if pdf is not None and self.state.current:
            self._note(Action.PRINTED, lambda: send(pdf))

    def save_pdf(self, path: Path, passphrase: str = "") -> None:
        """Save the PDF in a file, which opens with the passphrase if there is one."""
        pdf = self.state.pdf
        if pdf is not None and self.state.current:
            self._save(lambda: write_out(path, self._holdings.protected(pdf, passphrase)))

    def save_bundle(self, path: Path) -> None:
        """Save everything as one ZIP file."""
        holdings = self.state.holdings
        if holdings is not None and self.state.current:
            self._save(lambda: write_out(path, self._holdings.bundle(holdings)))

    def go_back(self) -> None:
        """Leave for the person's page."""
        self._exits.open_person(self._person_id)

    def try_again(self) -> None:
        """Try what failed once more."""
        self._writing.try_again()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Gather again when something about the person changed."""
        if initiator is not self and changes.touches(self._person_id):
            self._gather()

    def _gather(self) -> None:
        self._wanted += 1
        wanted, state = self._wanted, self.state
        self._show(replace(state, current=False, done=None, printer_failed=False))

        def work() -> tuple[Holdings, bytes]:
            found = self._holdings.gather(
                self._person_id, self._paper, own_notes=state.own_notes, reflections=state.reflections
            )
            return found, self._holdings.pdf(found)

        def drawn(made: tuple[Holdings, bytes]) -> None:
            # the answer to an older choice must not replace a newer one
            if wanted == self._wanted:
                found, pdf = made
                problem = self._writing.problem
                self._show(replace(self.state, holdings=found, pdf=pdf, current=True, problem=problem))

        self._writing.send("gather", work, drawn)

    def _save(self, write: Callable[[], object]) -> None:
        self._writing.send("save", write, lambda _: self._note(Action.EXPORTED, lambda: True))

    def _note(self, action: Action, then: Callable[[], bool]) -> None:
        def noted(_: object) -> None:
            taken = then()
            done = action if taken else None
            problem = self._writing.problem
            self._show(replace(self.state, done=done, printer_failed=not taken, problem=problem))

        self._writing.send("note", lambda: self._holdings.handed_over(self._person_id, action), noted)

    def _on_problem(self) -> None:
        self._show(replace(self.state, problem=self._writing.problem))
