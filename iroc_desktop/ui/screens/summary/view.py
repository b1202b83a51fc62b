"""Draws the summary: the list of what is on the paper, and the very PDF beside it.

It must not print or save anything but the PDF that is shown.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from iroc_desktop.domain.summary import Paper
from iroc_desktop.i18n.formats import language_name
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.models.file_names import pdf_name
from iroc_desktop.ui.models.paper import paper_name
from iroc_desktop.ui.screens.summary.items_card import ItemsCard
from iroc_desktop.ui.screens.summary.presenter import Sheet, State, SummaryPresenter
from iroc_desktop.ui.screens.summary.sentences import done_words
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.paper_page import PaperPage
from iroc_desktop.ui.widgets.printing import AskPrinter, ask_printer
from iroc_desktop.ui.widgets.saving_place import AskPlace, ask_place
from iroc_desktop.ui.widgets.side_by_side import SideBySide, beginning_with


class SummaryView(PaperPage):
    """The summary of a completed conversation, or a stored one as it was printed."""

    around = 170

    def __init__(
        self,
        presenter: SummaryPresenter,
        look: Look,
        parent: QWidget | None = None,
        *,
        ask: AskPlace = ask_place,
        printers: AskPrinter = ask_printer,
    ) -> None:
        self._updating = Text(look.phrases.text("Drawing the pages…"), TextKind.MUTED, wrap=False)
        super().__init__(look, ask, printers, parent, self._updating)
        self._presenter = presenter
        self._opening = Text(look.phrases.text("One moment…"), TextKind.MUTED)
        self.items = ItemsCard(look)
        self.language, self.paper = QComboBox(), QComboBox()
        self._columns = SideBySide(look, self._choices(), self.preview, share=(2, 3), least=760)
        self._make_foot()
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

    def ask_to_print(self) -> None:
        """Print what is shown, as the button does."""
        state = self._presenter.state
        if state.sheet is None or not state.current:
            return
        # a neutral name: others read the printer's queue
        send = self.choose_printer(self._look.phrases.text("Summary"), state.sheet.paper)
        if send is not None:
            self._presenter.print(send)

    def _show(self, state: State) -> None:
        phrases = self._look.phrases
        kept = phrases.text("The summary is kept. Check the printer, then print again.")
        self.show_paper_trouble(state.problem, refused=state.printer_failed, kept=kept)
        self._updating.setVisible(state.sheet is not None and not state.current)
        if state.sheet is not None:
            self._show_sheet(state.sheet)
        self.show_paper(state.pdf, current=state.current, done=done_words(state, phrases))

    def _show_sheet(self, sheet: Sheet) -> None:
        first = self._columns.isHidden()
        self._opening.hide()
        self._columns.show()
        self._frozen.setVisible(sheet.frozen)
        self.items.show_sheet(sheet)
        if first:
            self._offer(sheet)
        self.language.setCurrentIndex(self.language.findData(sheet.language))
        self.paper.setCurrentIndex(self.paper.findData(sheet.paper.value))
        for choice in (self.language, self.paper):
            choice.setEnabled(not sheet.frozen)

    def _offer(self, sheet: Sheet) -> None:
        phrases = self._look.phrases
        # a stored sheet may be in a language that this pack no longer has
        for language in dict.fromkeys((*sheet.languages, sheet.language)):
            self.language.addItem(language_name(language, phrases.language), language)
        for paper in Paper:
            self.paper.addItem(paper_name(paper, phrases), paper.value)

    def _choices(self) -> QWidget:
        phrases = self._look.phrases
        options = Card(self._look)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        rows = ((phrases.text("Language of the paper"), self.language), (phrases.text("Paper"), self.paper))
        for row, (label, choice) in enumerate(rows):
            caption = Text(label, TextKind.LABEL)
            caption.setBuddy(choice)
            choice.setAccessibleName(label)
            grid.addWidget(caption, row, 0)
            grid.addWidget(choice, row, 1)
        self._frozen = Text(
            phrases.text("This sheet is kept exactly as it was printed. It can be printed again."),
            TextKind.LABEL,
        )
        self._frozen.hide()
        options.body.addWidget(self._frozen)
        options.body.addLayout(grid)
        options.body.addWidget(self.protecting)
        return _column(self._look, options, self.items)

    def _make_foot(self) -> None:
        look, phrases = self._look, self._look.phrases
        self.person = Button(look, phrases.text("Person page"), icon="user")
        self.record = Button(look, phrases.text("Read the answers"), ButtonKind.QUIET)

    def _lay_out(self) -> None:
        self._columns.hide()
        self.body.addWidget(self._opening)
        self.body.addWidget(self._columns, 1)
        self.beside.addWidget(self.record, alignment=Qt.AlignmentFlag.AlignTrailing)
        back, on = beginning_with(self.person, self.done), _flow(self._look, self.save, self.print)
        self.foot.addWidget(SideBySide(self._look, back, on, share=(1, 0), least=420))

    def _connect(self) -> None:
        presenter = self._presenter
        self.retried.connect(presenter.try_again)
        self.items.toggled.connect(lambda key, on: presenter.show_item(key, shown=on))
        self.language.activated.connect(lambda _: presenter.write_in(self.language.currentData()))
        self.paper.activated.connect(lambda _: presenter.print_on(Paper(self.paper.currentData())))
        self.print.clicked.connect(self.ask_to_print)
        self.save.clicked.connect(self._save)
        self.person.clicked.connect(presenter.to_person)
        self.record.clicked.connect(presenter.to_record)

    def _save(self) -> None:
        sheet, phrases = self._presenter.state.sheet, self._look.phrases
        if sheet is None:
            return
        kind = phrases.about("a file name", "session-summary")
        place = self.choose_place(pdf_name(kind, sheet.held_on.isoformat(), sheet.fingerprint))
        if place is not None:
            self._presenter.save_as(*place)


def _flow(look: Look, *parts: QWidget) -> QWidget:
    whole = QWidget()
    flow = FlowLayout(whole, gap=look.theme.space(1))
    for part in parts:
        flow.addWidget(part)
    return whole


def _column(look: Look, *parts: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.theme.space(1.5))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return whole
