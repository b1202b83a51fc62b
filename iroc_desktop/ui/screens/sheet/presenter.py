"""What is known about a sheet before it is printed: shown as the very PDF, in a language and on a paper.

It must not print what is not kept: the sheet is stored first, so that a reprint is identical.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.kept_sheets import Sheet, SheetKind, kind_of
from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.summary import Paper
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.ports import Runner
from iroc_desktop.services.sheets import Sheets
from iroc_desktop.system.whole_files import write_out
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing


@dataclass(frozen=True, slots=True)
class State:
    """The preview, and what happened to it."""

    sheet: Sheet | None = field(default=None, repr=False)
    kind: SheetKind = SheetKind.PLAN
    named: bool = False
    """Whether the person's name is on it."""
    frozen: bool = False
    """A kept sheet: it can be printed again, not changed."""
    pdf: bytes | None = field(default=None, repr=False)
    """The newest PDF, which may still be of the choice before; see `current`."""
    current: bool = False
    """True when `pdf` is exactly the sheet."""
    done: Action | None = None
    """What happened to this very sheet a moment ago: printed or saved."""
    printer_failed: bool = False
    """The printer did not take it; the sheet is kept."""
    problem: ExpectedError | None = None


class Exits(Protocol):
    """Where the sheet leads."""

    def open_plan(self, person_id: str) -> None:
        """Go back to the plan."""

    def open_staying_well(self, person_id: str) -> None:
        """Go back to the staying-well plan."""

    def to_person(self, person_id: str) -> None:
        """Go to the person's page."""


class SheetPresenter(Showing[State]):
    """One sheet of one person."""

    def __init__(self, sheets: Sheets, runner: Runner, exits: Exits, person_id: str, paper: Paper) -> None:
        """Begin with this paper size, which is the site's, and with the person's language."""
        super().__init__(State())
        self._sheets = sheets
        self._exits = exits
        self._person_id = person_id
        self._paper, self._language = paper, ""
        self._wanted = 0
        self._writing = Writing(runner, self, self._on_problem)

    def open(self, kind: SheetKind) -> None:
        """Draw a new sheet: a plan with the person's name on it, a staying-well plan without."""
        self._show(replace(self.state, kind=kind, named=kind is SheetKind.PLAN))
        self._draw()

    def open_kept(self, sheet_id: str) -> None:
        """Show a sheet exactly as it was printed."""
        self._show(replace(self.state, frozen=True))
        self._draw_up(lambda: self._sheets.reprint(self._person_id, sheet_id))

    def write_in(self, language: str) -> None:
        """Write the sheet in another language."""
        self._language = language
        self._draw()

    def print_on(self, paper: Paper) -> None:
        """Lay it out for another paper size."""
        self._paper = paper
        self._draw()

    def put_name(self, *, named: bool) -> None:
        """Put the person's name on the sheet, or leave it off."""
        self._show(replace(self.state, named=named))
        self._draw()

    def print(self, send: Callable[[bytes], bool]) -> None:
        """Keep the sheet, then hand its PDF to `send`, which returns whether the printer took it."""
        self._after_keeping(Action.PRINTED, send)

    def save_as(self, path: Path, passphrase: str = "") -> None:
        """Keep the sheet, and save its PDF in a file, which opens with the passphrase if there is one."""
        pdf = self.state.pdf
        if pdf is None or not self.state.current:
            return
        self._writing.send(
            "save",
            lambda: write_out(path, self._sheets.protected(pdf, passphrase)),
            lambda _: self._after_keeping(Action.EXPORTED, bool),
        )

    def go_back(self) -> None:
        """Leave for what the sheet was made of; from a kept one, for the person's page."""
        exits, state = self._exits, self.state
        if state.frozen:
            exits.to_person(self._person_id)
        elif state.kind is SheetKind.PLAN:
            exits.open_plan(self._person_id)
        else:
            exits.open_staying_well(self._person_id)

    def try_again(self) -> None:
        """Try what failed once more."""
        self._writing.try_again()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Draw again when the plan became another one; a kept sheet stays as it is."""
        if initiator is not self and self._person_id in changes.plans_of:
            self._draw()

    def _draw(self) -> None:
        state = self.state
        if state.frozen:
            return
        make = self._sheets.plan if state.kind is SheetKind.PLAN else self._sheets.staying_well
        paper, language, named = self._paper, self._language, state.named
        self._draw_up(lambda: make(self._person_id, paper, language, named=named))

    def _draw_up(self, make: Callable[[], Sheet]) -> None:
        self._wanted += 1
        wanted = self._wanted
        self._show(replace(self.state, current=False, done=None, printer_failed=False))

        def work() -> tuple[Sheet, bytes]:
            sheet = make()
            return sheet, self._sheets.render(sheet)

        def drawn(made: tuple[Sheet, bytes]) -> None:
            # the answer to an older choice must not replace a newer one
            if wanted == self._wanted:
                self._on_drawn(*made)

        self._writing.send("draw", work, drawn)

    def _on_drawn(self, sheet: Sheet, pdf: bytes) -> None:
        kind, named, problem = kind_of(sheet), bool(sheet.shown_name), self._writing.problem
        self._show(
            replace(self.state, sheet=sheet, kind=kind, named=named, pdf=pdf, current=True, problem=problem)
        )

    def _after_keeping(self, action: Action, then: Callable[[bytes], bool]) -> None:
        sheet, pdf = self.state.sheet, self.state.pdf
        if sheet is None or pdf is None or not self.state.current:
            return

        def kept(_: object) -> None:
            taken, problem = then(pdf), self._writing.problem
            done = action if taken else None
            self._show(replace(self.state, done=done, printer_failed=not taken, problem=problem))

        self._writing.send("keep", lambda: self._sheets.keep(sheet, action), kept)

    def _on_problem(self) -> None:
        self._show(replace(self.state, problem=self._writing.problem))
