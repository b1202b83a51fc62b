"""The sheet of a toolkit page before it is printed: blank or filled in, with or without a name.

It must not print anything but the PDF that is shown, nor put a name on it unless somebody said so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.operations import Action, JsonValue
from iroc_desktop.domain.summary import Paper
from iroc_desktop.domain.toolkit import PageWords, ToolkitPage
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
from iroc_desktop.domain.worksheets import is_answered
from iroc_desktop.services.ports import Runner
from iroc_desktop.system.whole_files import write_whole
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing


class WritesPages(Protocol):
    """Makes the PDF; `reports.writer.PdfWriter` fills it."""

    def toolkit_page(self, sheet: ToolkitSheet) -> bytes:
        """Return a toolkit page as a PDF."""


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
    pdf: bytes | None = field(default=None, repr=False)
    current: bool = False
    """True when `pdf` is exactly the sheet."""
    done: Action | None = None
    """What happened to this very sheet a moment ago: printed or saved."""
    printer_failed: bool = False
    problem: ExpectedError | None = None


class SheetPresenter(Showing[SheetState]):
    """One page on its way to paper."""

    def __init__(self, writer: WritesPages, runner: Runner, paper: Paper, *, practice: bool = False) -> None:
        """Begin with this paper size, which is the site's; sheets of a practice store say so."""
        super().__init__(SheetState())
        self._writer = writer
        self._paper = paper
        self._practice = practice
        self._whole: ToolkitSheet | None = None
        self._wanted = 0
        self._writing = Writing(runner, self, self._on_problem)

    def open(
        self,
        page: ToolkitPage,
        words: PageWords,
        answers: Mapping[str, JsonValue],
        shown_name: str,
        *,
        filled: bool,
    ) -> None:
        """Show a page as it will be printed; the name stays off until it is asked for."""
        self._whole = ToolkitSheet(page, words, self._paper, answers, shown_name, self._practice)
        can_fill = any(is_answered(each) for each in answers.values())
        self._show(SheetState(filled=filled and can_fill, can_fill=can_fill, can_name=bool(shown_name)))
        self._draw()

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
        """Hand the PDF to `send`, which returns whether the printer took it."""
        pdf = self.state.pdf
        if pdf is None or not self.state.current:
            return
        taken = send(pdf)
        self._show(replace(self.state, done=Action.PRINTED if taken else None, printer_failed=not taken))

    def save_as(self, path: Path) -> None:
        """Save the PDF in a file."""
        pdf = self.state.pdf
        if pdf is None or not self.state.current:
            return

        def saved(_: Path) -> None:
            done = Action.EXPORTED
            self._show(replace(self.state, done=done, printer_failed=False, problem=self._writing.problem))

        self._writing.send("save", lambda: write_whole(path, pdf), saved)

    def try_again(self) -> None:
        """Try what failed once more."""
        self._writing.try_again()

    def _draw(self) -> None:
        whole, state = self._whole, self.state
        if whole is None:
            return
        name = whole.shown_name if state.named else ""
        sheet = replace(whole if state.filled else whole.blank(), shown_name=name)
        self._wanted += 1
        wanted = self._wanted
        self._show(replace(state, sheet=sheet, current=False, done=None, printer_failed=False))

        def drawn(pdf: bytes) -> None:
            # the answer to an older choice must not replace a newer one
            if wanted == self._wanted:
                self._show(replace(self.state, pdf=pdf, current=True, problem=self._writing.problem))

        self._writing.send("render", lambda: self._writer.toolkit_page(sheet), drawn)

    def _on_problem(self) -> None:
        self._show(replace(self.state, problem=self._writing.problem))
