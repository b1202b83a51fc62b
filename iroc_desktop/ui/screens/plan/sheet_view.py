"""Draws the plan as it will be printed, with the language and the paper to choose.

It must not lay anything out itself: the preview is the PDF.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.summary import Paper
from iroc_desktop.i18n.formats import language_name
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.models.paper import paper_name
from iroc_desktop.ui.screens.plan.sheet_presenter import PlanSheetPresenter, SheetState
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.pdf_preview import PdfPreview
from iroc_desktop.ui.widgets.pick import Pick
from iroc_desktop.ui.widgets.printing import AskPrinter, ask_printer
from iroc_desktop.ui.widgets.saving_place import AskPlace, ask_place
from iroc_desktop.ui.widgets.session_page import SessionPage
from iroc_desktop.ui.widgets.side_by_side import SideBySide, beginning_with

LEAST_PREVIEW = 320
"""Height of the preview, in pixels."""


class PlanSheetView(SessionPage):
    """The plan before it goes to the printer."""

    def __init__(
        self,
        presenter: PlanSheetPresenter,
        look: Look,
        languages: Sequence[str],
        parent: QWidget | None = None,
        *,
        ask: AskPlace = ask_place,
        printers: AskPrinter = ask_printer,
    ) -> None:
        """Offer the sheet in each of `languages`."""
        super().__init__(look, None, parent)
        self._presenter = presenter
        self._look = look
        self._ask, self._printers = ask, printers
        self._shown: bytes | None = None
        phrases = look.phrases
        names = {each: language_name(each, phrases.language) for each in languages}
        self.language = Pick(look, phrases.text("Language of the paper"), names)
        papers = {each: paper_name(each, phrases) for each in Paper}
        self.paper = Pick(look, phrases.text("Paper"), papers)
        self.preview = PdfPreview(look)
        self._done = Text("", TextKind.MUTED)
        self.back = Button(look, phrases.text("Back to the plan"), icon="arrow-left")
        self.save = Button(look, phrases.text("Save as PDF…"), icon="download")
        self.print = Button(look, phrases.text("Print…"), ButtonKind.PRIMARY, "printer")
        self._lay_out()
        self._connect()
        presenter.attach(self._show)

    def leave(self) -> None:
        """Stop drawing, and let the document go."""
        self._presenter.detach(self._show)
        self.preview.close_pdf()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make the preview as high as can be seen in one piece."""
        around = self._look.theme.grown(140)
        self.preview.setFixedHeight(max(event.size().height() - around, LEAST_PREVIEW))
        super().resizeEvent(event)

    def _show(self, state: SheetState) -> None:
        self._show_trouble(state)
        for button in (self.print, self.save):
            button.setEnabled(state.current)
        if state.sheet is not None:
            self.language.show_value(state.sheet.language)
            self.paper.show_value(state.sheet.paper)
        if state.pdf is not None and state.pdf is not self._shown:
            first = self._shown is None
            self._shown = state.pdf
            self.preview.show_pdf(state.pdf)
            if first:
                self.setFocusProxy(self.print)
                self.print.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(state.done)

    def _tell(self, done: Action | None) -> None:
        text = self._look.phrases.text
        said = {
            Action.PRINTED: text("It is on its way to the printer."),
            Action.EXPORTED: text("It is saved."),
        }
        words = said.get(done, "") if done else ""
        if words and words != self._done.text():
            announce(self, words)
        self._done.setText(words)

    def _show_trouble(self, state: SheetState) -> None:
        text = self._look.phrases.text
        if state.problem is None and state.printer_failed:
            self.banner.show_problem(
                text("The printer did not take it."),
                text("The plan is kept. Check the printer, then print again."),
            )
        elif state.problem is None:
            self.banner.clear()
        self.show_problem(state.problem)

    def _lay_out(self) -> None:
        options = Card(self._look)
        options.body.addWidget(self.language)
        options.body.addWidget(self.paper)
        told = Text(
            self._look.phrases.text("On the sheet: the whole plan, the newest picture, and room to sign."),
            TextKind.MUTED,
        )
        options.body.addWidget(told)
        options.body.addStretch(1)
        self.body.addWidget(SideBySide(self._look, options, self.preview, share=(1, 3), least=760), 1)
        back = beginning_with(self.back, self._done)
        on = beginning_with(self.save, self.print)
        self.foot.addWidget(SideBySide(self._look, back, on, share=(1, 0), least=600))

    def _connect(self) -> None:
        presenter = self._presenter
        self.retried.connect(presenter.try_again)
        self.language.picked.connect(presenter.write_in)
        self.paper.picked.connect(presenter.print_on)
        self.back.clicked.connect(presenter.to_plan)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)

    def _print(self) -> None:
        sheet = self._presenter.state.sheet
        if sheet is None:
            return
        # a neutral name: others read the printer's queue
        send = self._printers(self, self._look.phrases.text("Plan"), sheet.paper)
        if send is not None:
            self._presenter.print(send)

    def _save(self) -> None:
        sheet, text = self._presenter.state.sheet, self._look.phrases.text
        if sheet is None:
            return
        name = f"plan-{sheet.fingerprint}.pdf"
        path = self._ask(self, text("Save as PDF"), name, (text("PDF document (*.pdf)"),))
        if path is not None:
            self._presenter.save_as(path)
