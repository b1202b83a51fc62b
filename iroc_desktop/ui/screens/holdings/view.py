"""Draws everything held on a person as the PDF it will be, with what is in it and the ways to hand it over.

It must not print or save anything but what is shown.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from iroc_desktop.domain.operations import Action
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.models.file_names import pdf_name
from iroc_desktop.ui.screens.holdings.presenter import HoldingsPresenter, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.paper_page import PaperPage
from iroc_desktop.ui.widgets.printing import AskPrinter, ask_printer
from iroc_desktop.ui.widgets.saving_place import AskPlace, ask_place
from iroc_desktop.ui.widgets.side_by_side import SideBySide, beginning_with
from iroc_desktop.ui.widgets.tick import Tick

_KIND = "everything-held"


class HoldingsView(PaperPage):
    """The record before it is handed over."""

    def __init__(
        self,
        presenter: HoldingsPresenter,
        look: Look,
        parent: QWidget | None = None,
        *,
        ask: AskPlace = ask_place,
        printers: AskPrinter = ask_printer,
    ) -> None:
        super().__init__(look, ask, printers, parent)
        self._presenter = presenter
        text = look.phrases.text
        self.own_notes = Tick(look, text("Notes that practitioners made for their own work"))
        self.reflections = Tick(look, text("Reflections of practitioners"))
        self.back = Button(look, text("Back to the person"), icon="arrow-left")
        self.bundle = Button(look, text("Save all in one file…"), icon="download")
        self._lay_out()
        self._connect()
        presenter.attach(self._show)

    def leave(self) -> None:
        """Stop drawing, and let the document go."""
        self._presenter.detach(self._show)
        self.close_paper()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        printing = self._look.phrases.text("Check the printer, then print again.")
        self.show_paper_trouble(state.problem, refused=state.printer_failed, kept=printing)
        self.bundle.setEnabled(state.current)
        self.own_notes.show_as(ticked=state.own_notes)
        self.reflections.show_as(ticked=state.reflections)
        self.show_paper(state.pdf, current=state.current, done=self._done_words(state))

    def _done_words(self, state: State) -> str:
        text = self._look.phrases.text
        if state.done is Action.PRINTED:
            return text("It is with the printer. The record says that it was printed.")
        if state.done is Action.EXPORTED:
            return text("It is saved. The record says that it was saved as a file.")
        return "" if state.current or state.problem else text("Gathering everything…")

    def _lay_out(self) -> None:
        self.body.addWidget(
            SideBySide(self._look, self._make_card(), self.preview, share=(1, 2), least=760), 1
        )
        back = beginning_with(self.back, self.done)
        ways = QWidget()
        ways.setObjectName("clear")
        row = FlowLayout(ways, gap=self._look.theme.space(1))
        for each in (self.bundle, self.save, self.print):
            row.addWidget(each)
        self.foot.addWidget(SideBySide(self._look, back, ways, share=(1, 2), least=900))

    def _make_card(self) -> Card:
        text = self._look.phrases.text
        card = Card(self._look, text("Everything held"))
        words = (
            Text(
                text(
                    "This is all that this record holds about the person, also what lies in the bin:"
                    " what was said, what was changed later and why, and who looked at it."
                )
            ),
            Text(
                text(
                    "Go through it together where you can. What is wrong can be put right."
                    " It holds private words: hand it to the person, and to nobody else."
                )
            ),
            Text(text("In it"), TextKind.LABEL),
            self.own_notes,
            self.reflections,
            Text(
                text(
                    "These were written for your own work, but they are about the person."
                    " If you leave them out, the paper says so."
                ),
                TextKind.SMALL,
            ),
            self.protecting,
            Text(
                text(
                    "One file holds the PDF, tables, and all of it for other programs."
                    " That file has no passphrase."
                ),
                TextKind.SMALL,
            ),
        )
        for part in words:
            card.body.addWidget(part)
        card.body.addStretch(1)
        return card

    def _connect(self) -> None:
        presenter = self._presenter
        self.retried.connect(presenter.try_again)
        self.own_notes.clicked.connect(lambda wanted: presenter.put_own_notes(wanted=wanted))
        self.reflections.clicked.connect(lambda wanted: presenter.put_reflections(wanted=wanted))
        self.back.clicked.connect(presenter.go_back)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.bundle.clicked.connect(self._save_bundle)

    def _print(self) -> None:
        holdings = self._presenter.state.holdings
        if holdings is None:
            return
        # a neutral name: others read the printer's queue
        send = self.choose_printer(self._look.phrases.text("Record"), holdings.paper)
        if send is not None:
            self._presenter.print(send)

    def _save(self) -> None:
        holdings = self._presenter.state.holdings
        if holdings is None:
            return
        place = self.choose_place(pdf_name(_KIND, holdings.made_on.isoformat(), ""))
        if place is not None:
            self._presenter.save_pdf(*place)

    def _save_bundle(self) -> None:
        holdings, text = self._presenter.state.holdings, self._look.phrases.text
        if holdings is None:
            return
        name = f"{_KIND}-{holdings.made_on.isoformat()}.zip"
        path = self._ask(self, text("Save all in one file"), name, (text("One file (*.zip)"),))
        if path is not None:
            self._presenter.save_bundle(path)
