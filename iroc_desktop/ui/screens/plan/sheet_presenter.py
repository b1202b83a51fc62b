"""The plan on its way to paper: shown as the very PDF, in a language and on a paper that can be chosen.

It must not print anything but the PDF that is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.plan_sheet import PlanSheet
from iroc_desktop.domain.summary import Paper
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.plan_sheets import PlanSheets
from iroc_desktop.services.ports import Runner
from iroc_desktop.system.whole_files import write_whole
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing


@dataclass(frozen=True, slots=True)
class SheetState:
    """The preview, and what happened to it."""

    sheet: PlanSheet | None = field(default=None, repr=False)
    pdf: bytes | None = field(default=None, repr=False)
    current: bool = False
    """True when `pdf` is exactly the sheet."""
    done: Action | None = None
    """What happened to this very sheet a moment ago: printed or saved."""
    printer_failed: bool = False
    problem: ExpectedError | None = None


class Exits(Protocol):
    """Where the sheet leads."""

    def open_plan(self, person_id: str) -> None:
        """Go back to the plan."""


class PlanSheetPresenter(Showing[SheetState]):
    """One person's plan on paper."""

    def __init__(
        self, sheets: PlanSheets, runner: Runner, exits: Exits, person_id: str, paper: Paper
    ) -> None:
        """Begin with this paper size, which is the site's, and with the person's language."""
        super().__init__(SheetState())
        self._sheets = sheets
        self._exits = exits
        self._person_id = person_id
        self._paper, self._language = paper, ""
        self._wanted = 0
        self._writing = Writing(runner, self, self._on_problem)

    def open(self) -> None:
        """Draw the sheet."""
        self._wanted += 1
        wanted, paper, language = self._wanted, self._paper, self._language
        self._show(replace(self.state, current=False, done=None, printer_failed=False))

        def work() -> tuple[PlanSheet, bytes]:
            sheet = self._sheets.prepare(self._person_id, paper, language)
            return sheet, self._sheets.render(sheet)

        def drawn(made: tuple[PlanSheet, bytes]) -> None:
            # the answer to an older choice must not replace a newer one
            if wanted == self._wanted:
                sheet, pdf = made
                self._show(SheetState(sheet, pdf, current=True, problem=self._writing.problem))

        self._writing.send("draw", work, drawn)

    def write_in(self, language: str) -> None:
        """Write the sheet in another language."""
        self._language = language
        self.open()

    def print_on(self, paper: Paper) -> None:
        """Lay it out for another paper size."""
        self._paper = paper
        self.open()

    def print(self, send: Callable[[bytes], bool]) -> None:
        """Hand the PDF to `send`, which returns whether the printer took it."""
        state = self.state
        if state.pdf is None or state.sheet is None or not state.current:
            return
        if send(state.pdf):
            self._note(state.sheet, Action.PRINTED)
        else:
            self._show(replace(state, printer_failed=True, done=None))

    def save_as(self, path: Path) -> None:
        """Save the PDF in a file."""
        state = self.state
        pdf, sheet = state.pdf, state.sheet
        if pdf is None or sheet is None or not state.current:
            return
        self._writing.send(
            "save", lambda: write_whole(path, pdf), lambda _: self._note(sheet, Action.EXPORTED)
        )

    def to_plan(self) -> None:
        """Go back to the plan."""
        self._exits.open_plan(self._person_id)

    def try_again(self) -> None:
        """Try what failed once more."""
        self._writing.try_again()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Draw again when the plan became another one."""
        if initiator is not self and self._person_id in changes.plans_of:
            self.open()

    def _note(self, sheet: PlanSheet, action: Action) -> None:
        def noted(_: object) -> None:
            problem = self._writing.problem
            self._show(replace(self.state, done=action, printer_failed=False, problem=problem))

        self._writing.send("note", lambda: self._sheets.note(sheet, action), noted)

    def _on_problem(self) -> None:
        self._show(replace(self.state, problem=self._writing.problem))
