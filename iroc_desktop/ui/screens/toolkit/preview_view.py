"""Draws the sheet of a page before it is printed: what is on it, and the very PDF.

It must not print or save anything but the PDF that is shown.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.domain.summary import Paper
from iroc_desktop.ui.models.file_names import pdf_name
from iroc_desktop.ui.models.paper import paper_name
from iroc_desktop.ui.screens.toolkit.sentences import back_words, done_words, told_words
from iroc_desktop.ui.screens.toolkit.sheet_presenter import SheetPresenter, SheetState
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.pressable import CheckBox
from iroc_desktop.ui.widgets.preview_pane import PreviewPane
from iroc_desktop.ui.widgets.printing import AskPrinter
from iroc_desktop.ui.widgets.protecting import Protecting
from iroc_desktop.ui.widgets.saving_place import AskPlace
from iroc_desktop.ui.widgets.side_by_side import SideBySide


class PreviewView(QWidget):
    """The sheet. Escape goes back to the page."""

    def __init__(self, presenter: SheetPresenter, look: Look, ask: AskPlace, printers: AskPrinter) -> None:
        super().__init__()
        self._presenter, self._look = presenter, look
        self._ask, self._printers = ask, printers
        say = look.phrases.text
        self.blank = QComboBox()
        self.blank.addItem(say("Blank, to fill in with a pen"), False)
        self.blank.addItem(say("With what is filled in"), True)
        self.paper = QComboBox()
        for paper in Paper:
            self.paper.addItem(paper_name(paper, look.phrases), paper.value)
        self.name = CheckBox(say("Name on it"))
        self.protecting = Protecting(look)
        self.preview = PreviewPane(look)
        self._done = Text("", TextKind.MUTED)
        self._told = Text("", TextKind.SMALL)
        self.back = Button(look, say("Back to the page"), icon="arrow-left")
        self.save = Button(look, say("Save as PDF…"), icon="download")
        self.print = Button(look, say("Print…"), ButtonKind.PRIMARY, "printer")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.print)

    def stand_inside(self) -> None:
        """Leave the room around to what it stands in."""
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_state(self, state: SheetState) -> None:
        """Draw the sheet, or let its document go."""
        if state.sheet is None:
            self.preview.close_pdf()
            self.protecting.forget()
            return
        self.preview.show_pdf(state.pdf)
        self.blank.setCurrentIndex(int(state.filled))
        self.blank.setEnabled(state.can_fill)
        self.paper.setCurrentIndex(self.paper.findData(state.sheet.paper.value))
        self.paper.setEnabled(not state.frozen)
        self._told.setText(told_words(state, self._look.phrases))
        self.back.setText(back_words(state, self._look.phrases))
        self.name.setVisible(state.can_name)
        self.name.setChecked(state.named)
        for button in (self.print, self.save):
            button.setEnabled(state.current)
        said = done_words(state, self._look.phrases)
        if said and said != self._done.text():
            announce(self, said)
        self._done.setText(said)

    def ask_to_print(self) -> None:
        """Print what is shown, as the button does."""
        state = self._presenter.state
        if state.sheet is None or not state.current:
            return
        # a neutral name: others read the printer's queue
        send = self._printers(self, self._look.phrases.text("Toolkit page"), state.sheet.paper)
        if send is not None:
            self._presenter.print(send)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._presenter.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make the preview as high as can be seen in one piece."""
        self.preview.fit_into(event.size().height() - self._look.theme.grown(150))
        super().resizeEvent(event)

    def _save(self) -> None:
        sheet, phrases = self._presenter.state.sheet, self._look.phrases
        passphrase = self.protecting.passphrase()
        if sheet is None or passphrase is None:
            return
        name = pdf_name(phrases.about("a file name", "toolkit-page"), sheet.day, sheet.fingerprint)
        path = self._ask(self, phrases.text("Save as PDF"), name, (phrases.text("PDF document (*.pdf)"),))
        if path is not None:
            self._presenter.save_as(path, passphrase)

    def _connect(self) -> None:
        presenter = self._presenter
        self.blank.activated.connect(lambda _: presenter.fill(filled=bool(self.blank.currentData())))
        self.paper.activated.connect(lambda _: presenter.print_on(Paper(self.paper.currentData())))
        self.name.clicked.connect(lambda named: presenter.put_name(named=named))
        self.back.clicked.connect(presenter.close)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self.ask_to_print)

    def _choices(self) -> QWidget:
        say = self._look.phrases.text
        card = Card(self._look)
        for label, choice in ((say("Sheet"), self.blank), (say("Paper"), self.paper)):
            caption = Text(label, TextKind.LABEL)
            caption.setBuddy(choice)
            choice.setAccessibleName(label)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(12)
            card.body.addWidget(caption)
            card.body.addWidget(choice)
        card.body.addWidget(self.name)
        card.body.addWidget(self._told)
        card.body.addWidget(self.protecting)
        whole = QWidget()
        whole.setObjectName("clear")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        return whole

    def _lay_out(self) -> None:
        space = self._look.theme.space
        page = QWidget()
        page.setObjectName("page")
        body = QVBoxLayout(page)
        body.setContentsMargins(0, 0, space(1), 0)
        body.addWidget(SideBySide(self._look, self._choices(), self.preview, share=(1, 2), least=700))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        foot = QWidget()
        foot.setObjectName("clear")
        flow = FlowLayout(foot, gap=space(1))
        for part in (self.back, self.save, self.print):
            flow.addWidget(part)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(2), space(2), space(1.5))
        column.setSpacing(space(1))
        column.addWidget(scroll, 1)
        column.addWidget(self._done)
        column.addWidget(foot)
