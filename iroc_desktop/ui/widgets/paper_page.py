"""A page with the very PDF that will be on paper: its preview, and the ways to a printer and to a file.

It must not print or save anything but the PDF that is shown, nor know what is in it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.summary import Paper
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.preview_pane import PreviewPane
from iroc_desktop.ui.widgets.printing import AskPrinter, SendPages
from iroc_desktop.ui.widgets.protecting import Protecting
from iroc_desktop.ui.widgets.saving_place import AskPlace
from iroc_desktop.ui.widgets.session_page import SessionPage


class PaperPage(SessionPage):
    """Lay `preview`, `protecting`, `done`, `save` and `print` out as the page needs them."""

    around = 125
    """How much of the page's height is not preview, in pixels at normal text size."""

    def __init__(
        self, look: Look, ask: AskPlace, printers: AskPrinter, parent: QWidget | None, *notes: QWidget
    ) -> None:
        """Ask where to with `ask` and `printers`; put `notes` beside the number of the page."""
        super().__init__(look, None, parent)
        self._ask, self._printers = ask, printers
        text = look.phrases.text
        self.protecting = Protecting(look)
        self.preview = PreviewPane(look, *notes)
        self.done = Text("", TextKind.MUTED)
        self.save = Button(look, text("Save as PDF…"), icon="download")
        self.print = Button(look, text("Print…"), ButtonKind.PRIMARY, "printer")

    def close_paper(self) -> None:
        """Let the document go, and the passphrase for it."""
        self.preview.close_pdf()
        self.protecting.forget()

    def show_paper(self, pdf: bytes | None, *, current: bool, done: str) -> None:
        """Show a document; only while it is `current` can it be printed. Say what was `done`."""
        for button in (self.print, self.save):
            button.setEnabled(current)
        if self.preview.show_pdf(pdf):
            self.setFocusProxy(self.print)
            self.print.setFocus(Qt.FocusReason.OtherFocusReason)
        if done and done != self.done.text():
            announce(self, done)
        self.done.setText(done)

    def show_paper_trouble(self, problem: ExpectedError | None, *, refused: bool, kept: str) -> None:
        """Tell a problem, or that the printer `refused` it, and what was `kept`."""
        if problem is None and refused:
            self.banner.show_problem(self._look.phrases.text("The printer did not take it."), kept)
        elif problem is None:
            self.banner.clear()
        self.show_problem(problem)

    def choose_printer(self, job: str, paper: Paper) -> SendPages | None:
        """Return how to print, None for not at all. Others read `job` in the printer's queue."""
        return self._printers(self, job, paper)

    def choose_place(self, name: str) -> tuple[Path, str] | None:
        """Return where to save the PDF and the passphrase it opens with, "" for none; None for not at all."""
        passphrase = self.protecting.passphrase()
        if passphrase is None:
            return None
        text = self._look.phrases.text
        path = self._ask(self, text("Save as PDF"), name, (text("PDF document (*.pdf)"),))
        return None if path is None else (path, passphrase)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make the preview as high as can be seen in one piece."""
        self.preview.fit_into(event.size().height() - self._look.theme.grown(self.around))
        super().resizeEvent(event)
