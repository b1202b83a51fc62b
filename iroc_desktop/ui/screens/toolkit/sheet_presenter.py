"""The sheet of a toolkit page before it is printed: blank or filled in, with or without a name.

It must not print anything but the PDF that is shown, nor put a name on it unless somebody said so; what a
person takes away is kept first, so that a reprint is identical.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.kept_sheets import Sheet
from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.summary import Paper
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
from iroc_desktop.domain.worksheets import is_answered
from iroc_desktop.services.ports import Runner
from iroc_desktop.system.whole_files import write_out
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing
from iroc_desktop.ui.screens.toolkit.keepers import KeepsSheets


class WritesPages(Protocol):
    """Makes the PDF; `reports.writer.PdfWriter` fills it."""

    def toolkit_page(self, sheet: ToolkitSheet) -> bytes:
        """Return a toolkit page as a PDF."""

    def protected(self, pdf: bytes, passphrase: str) -> bytes:
        """Return a PDF that opens with this passphrase only."""


@dataclass(frozen=True, slots=True)
class SheetState:
    """The preview; `sheet` is None while no page is previewed."""

    sheet: ToolkitSheet | None = field(default=None, repr=False)
    """Exactly what will be on the paper."""
    filled: bool = False
    can_fill: bool = False
    """False where nothing was filled in."""
    named: bool = False
    can_name: bool = False
    frozen: bool = False
    """A kept sheet: it can be printed again, not changed."""
    pdf: bytes | None = field(default=None, repr=False)
    current: bool = False
    """True when `pdf` is exactly the sheet."""
    done: Action | None = None
    """What happened to this very sheet a moment ago: printed or saved."""
    printer_failed: bool = False
    problem: ExpectedError | None = None


class SheetPresenter(Showing[SheetState]):
    """One page on its way to paper."""

    def __init__(
        self, writer: WritesPages, keeps: KeepsSheets, runner: Runner, paper: Paper, *, practice: bool = False
    ) -> None:
        """Begin with this paper size, which is the site's; sheets of a practice store say so."""
        super().__init__(SheetState())
        self._writer = writer
        self._keeps = keeps
        self._paper = paper
        self._practice = practice
        self._whole: ToolkitSheet | None = None
        self._wanted = 0
        self._writing = Writing(runner, self, self._on_problem)

    @property
    def paper(self) -> Paper:
        """Return the size of paper that was chosen last."""
        return self._paper

    def open(self, sheet: ToolkitSheet, *, filled: bool) -> None:
        """Show a page as it will be printed; the name stays off until it is asked for.

        A sheet with a person's id is kept with them when it is printed or saved.
        """
        self._whole = replace(sheet, practice=self._practice)
        can_fill = is_filled(sheet)
        can_name = bool(sheet.shown_name)
        self._show(SheetState(filled=filled and can_fill, can_fill=can_fill, can_name=can_name))
        self._draw()

    def open_kept(self, person_id: str, sheet_id: str) -> None:
        """Show a sheet exactly as it was printed."""

        def on_found(sheet: Sheet) -> None:
            if isinstance(sheet, ToolkitSheet):
                self._whole = None
                self._show(SheetState(filled=is_filled(sheet), named=bool(sheet.shown_name), frozen=True))
                self._render(sheet)

        self._writing.send("open", lambda: self._keeps.reprint(person_id, sheet_id), on_found)

    def close(self) -> None:
        """Let the sheet go."""
        self._whole = None
        self._wanted += 1
        self._show(SheetState())

    def fill(self, *, filled: bool) -> None:
        """Put what was filled in on the sheet, or leave it blank."""
        self._show(replace(self.state, filled=filled and self.state.can_fill))
        self._draw()

    def put_name(self, *, named: bool) -> None:
        """Put the person's name on the sheet, or leave it off."""
        self._show(replace(self.state, named=named and self.state.can_name))
        self._draw()

    def print_on(self, paper: Paper) -> None:
        """Lay it out for another paper size."""
        self._paper = paper
        if self._whole is not None:
            self._whole = replace(self._whole, paper=paper)
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
            lambda: write_out(path, self._writer.protected(pdf, passphrase) if passphrase else pdf),
            lambda _: self._after_keeping(Action.EXPORTED, bool),
        )

    def try_again(self) -> None:
        """Try what failed once more."""
        self._writing.try_again()

    def _draw(self) -> None:
        whole, state = self._whole, self.state
        if whole is None:
            return
        name = whole.shown_name if state.named else ""
        self._render(replace(whole if state.filled else whole.blank(), shown_name=name))

    def _render(self, sheet: ToolkitSheet) -> None:
        self._wanted += 1
        wanted, state = self._wanted, self.state
        self._show(replace(state, sheet=sheet, current=False, done=None, printer_failed=False))

        def drawn(pdf: bytes) -> None:
            # the answer to an older choice must not replace a newer one
            if wanted == self._wanted:
                self._show(replace(self.state, pdf=pdf, current=True, problem=self._writing.problem))

        self._writing.send("render", lambda: self._writer.toolkit_page(sheet), drawn)

    def _after_keeping(self, action: Action, then: Callable[[bytes], bool]) -> None:
        sheet, pdf = self.state.sheet, self.state.pdf
        if sheet is None or pdf is None or not self.state.current:
            return

        def kept(_: object = None) -> None:
            taken, problem = then(pdf), self._writing.problem
            done = action if taken else None
            self._show(replace(self.state, done=done, printer_failed=not taken, problem=problem))

        if sheet.person_id:
            sealed = sheet if sheet.id else sheet.sealed()
            self._writing.send("keep", lambda: self._keeps.keep(sealed, action), kept)
        else:
            kept()

    def _on_problem(self) -> None:
        self._show(replace(self.state, problem=self._writing.problem))


def is_filled(sheet: ToolkitSheet) -> bool:
    """Return whether anything is filled in on a sheet."""
    return any(is_answered(each) for each in sheet.answers.values())
