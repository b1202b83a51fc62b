"""The two prompts for a passphrase: the one that opens, and a new one after the recovery sheet.

They must not keep what was typed longer than they are shown.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.store_errors import PassphraseTooShortError, WrongPassphraseError
from iroc_desktop.ui.screens.unlock.presenter import Problem, State, UnlockPresenter
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.passphrase_field import PassphraseField


class PassphrasePage(QWidget):
    """The passphrase, and a way for whoever forgot it."""

    def __init__(self, presenter: UnlockPresenter, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tried = False
        text = look.phrases.text
        self._field = PassphraseField(look, text("Your passphrase"))
        self._field.submitted.connect(lambda: presenter.unlock(self._field.text()))
        self._open = Button(look, text("Open"), ButtonKind.PRIMARY)
        self._open.clicked.connect(lambda: presenter.unlock(self._field.text()))
        forgot = Button(look, text("I forgot my passphrase"), ButtonKind.QUIET)
        forgot.clicked.connect(presenter.forgot)
        self._forgot = forgot
        layout = _column(self, look)
        layout.addWidget(Heading(text("Welcome back"), TextKind.DISPLAY))
        layout.addWidget(Text(text("Your passphrase opens the record."), TextKind.QUESTION))
        layout.addWidget(self._field)
        layout.addWidget(_buttons(look, self._open, forgot))
        self.setFocusProxy(self._field)

    def show_state(self, state: State) -> None:
        """Show whether it is opening, and put the keyboard back after a wrong passphrase."""
        text = self._look.phrases.text
        self._open.setText(text("Opening…") if state.busy else text("Open"))
        self._open.setEnabled(not state.busy)
        self._forgot.setEnabled(not state.busy)
        wrong = isinstance(state.error, WrongPassphraseError) or state.problem is Problem.NOTHING_TYPED
        self._field.set_wrong(wrong)
        if self._tried and not state.busy and (state.error or state.problem):
            self._field.select_all()
        self._tried = state.busy or self._tried


class NewPassphrasePage(QWidget):
    """A new passphrase, typed twice."""

    def __init__(self, presenter: UnlockPresenter, look: Look) -> None:
        super().__init__()
        self._look = look
        text = look.phrases.text
        self._field = PassphraseField(look, text("New passphrase"))
        self._again = PassphraseField(look, text("The same once more"))
        for field in (self._field, self._again):
            field.submitted.connect(lambda: presenter.renew(self._field.text(), self._again.text()))
        self._open = Button(look, text("Save and open"), ButtonKind.PRIMARY)
        self._open.clicked.connect(lambda: presenter.renew(self._field.text(), self._again.text()))
        self._back = Button(look, text("Back"), icon="arrow-left")
        self._back.clicked.connect(presenter.back)
        layout = _column(self, look)
        layout.addWidget(Heading(text("A new passphrase"), TextKind.DISPLAY))
        layout.addWidget(
            Text(text("Four or five ordinary words in a row are strong and easy to keep."), TextKind.QUESTION)
        )
        layout.addWidget(self._field)
        layout.addWidget(self._again)
        layout.addWidget(_buttons(look, self._open, self._back))
        self.setFocusProxy(self._field)

    def show_state(self, state: State) -> None:
        """Show whether it is opening, and which field to look at."""
        text = self._look.phrases.text
        self._open.setText(text("Opening…") if state.busy else text("Save and open"))
        self._open.setEnabled(not state.busy)
        self._back.setEnabled(not state.busy)
        short = isinstance(state.error, PassphraseTooShortError) or state.problem is Problem.NOTHING_TYPED
        differ = state.problem is Problem.NOT_THE_SAME
        self._field.set_wrong(short)
        self._again.set_wrong(differ)
        if short:
            self._field.select_all()
        if differ:
            self._again.select_all()


def _column(page: QWidget, look: Look) -> QVBoxLayout:
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(look.theme.space(2))
    return layout


def _buttons(look: Look, *buttons: Button) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row, gap=look.theme.space(1.5))
    for button in buttons:
        flow.addWidget(button)
    return row
