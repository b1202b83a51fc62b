"""The two prompts for a passphrase: the one that opens, and a new one after the recovery sheet.

They must not keep what was typed longer than they are shown.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.store_errors import (
    PassphraseTakenError,
    PassphraseTooShortError,
    WrongPassphraseError,
)
from iroc_desktop.ui.models.strength import strength, strength_words
from iroc_desktop.ui.screens.unlock.presenter import UnlockPresenter
from iroc_desktop.ui.screens.unlock.state import Problem, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.new_passphrase import NewPassphrase
from iroc_desktop.ui.widgets.passphrase_field import PassphraseField


class PassphrasePage(QWidget):
    """The passphrase, and a way for whoever forgot it."""

    def __init__(self, presenter: UnlockPresenter, look: Look, state: State) -> None:
        super().__init__()
        self._look = look
        self._typed = state.typed
        self._tried = False
        text = look.phrases.text
        self._field = PassphraseField(look, text("Your passphrase"))
        self._field.put(state.typed.passphrase)
        self._field.changed.connect(lambda words: presenter.edit(replace(self._typed, passphrase=words)))
        self._field.submitted.connect(lambda: presenter.unlock(self._field.text()))
        self._open = Button(look, text("Open"), ButtonKind.PRIMARY)
        self._open.clicked.connect(lambda: presenter.unlock(self._field.text()))
        forgot = Button(look, text("I forgot my passphrase"), ButtonKind.QUIET)
        forgot.clicked.connect(presenter.forgot)
        self._forgot = forgot
        layout = column_of(self, look)
        layout.addWidget(Heading(text("Welcome back"), TextKind.DISPLAY))
        layout.addWidget(Text(text("Your passphrase opens the record."), TextKind.QUESTION))
        layout.addWidget(self._field)
        layout.addWidget(buttons_in_a_row(look, self._open, forgot))
        self.setFocusProxy(self._field)

    def show_state(self, state: State) -> None:
        """Show whether it is opening, and put the keyboard back after a wrong passphrase."""
        self._typed = state.typed
        text = self._look.phrases.text
        self._open.setText(text("Opening…") if state.is_busy else text("Open"))
        self._open.setEnabled(not state.is_busy)
        self._forgot.setEnabled(not state.is_busy)
        wrong = isinstance(state.error, WrongPassphraseError) or state.problem is Problem.NOTHING_TYPED
        self._field.set_wrong(wrong)
        if self._tried and not state.is_busy and (state.error or state.problem):
            self._field.select_all()
            self._tried = False
        self._tried = state.is_busy or self._tried


class NewPassphrasePage(QWidget):
    """A new passphrase, typed twice or shown."""

    def __init__(self, presenter: UnlockPresenter, look: Look, state: State) -> None:
        super().__init__()
        self._presenter, self._look = presenter, look
        self._typed = typed = state.typed
        text = look.phrases.text
        self._new = NewPassphrase(
            look, text("New passphrase"), first=typed.new, again=typed.again, shown=typed.shown
        )
        self._new.edited.connect(self._edit)
        self._new.submitted.connect(self._renew)
        self._open = Button(look, text("Save and open"), ButtonKind.PRIMARY)
        self._open.clicked.connect(self._renew)
        self._back = Button(look, text("Back"), icon="arrow-left")
        self._back.clicked.connect(presenter.back)
        layout = column_of(self, look)
        layout.addWidget(Heading(text("A new passphrase"), TextKind.DISPLAY))
        layout.addWidget(
            Text(text("Four or five ordinary words in a row are strong and easy to keep."), TextKind.QUESTION)
        )
        layout.addWidget(self._new)
        layout.addWidget(buttons_in_a_row(look, self._open, self._back))
        self.setFocusProxy(self._new)

    def show_state(self, state: State) -> None:
        """Show whether it is opening, and which field to look at."""
        self._typed = state.typed
        text = self._look.phrases.text
        self._open.setText(text("Opening…") if state.is_busy else text("Save and open"))
        self._open.setEnabled(not state.is_busy)
        self._back.setEnabled(not state.is_busy)
        step = strength(state.typed.new)
        self._new.show_strength(step.value, strength_words(step, self._look.phrases), state.least)
        unfit = isinstance(state.error, PassphraseTooShortError | PassphraseTakenError)
        missing = state.problem is Problem.NOTHING_TYPED
        self._new.show_wrong(first=unfit or missing, again=state.problem is Problem.NOT_THE_SAME)

    def _edit(self, first: str, again: str, shown: bool) -> None:
        self._presenter.edit(replace(self._typed, new=first, again=again, shown=shown))

    def _renew(self) -> None:
        typed = self._typed
        self._presenter.renew(typed.new, typed.new if typed.shown else typed.again)


def column_of(page: QWidget, look: Look) -> QVBoxLayout:
    """Lay a page of the door out as a column."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(look.theme.space(2))
    return layout


def buttons_in_a_row(look: Look, *buttons: Button) -> QWidget:
    """Return buttons beside each other, which wrap where there is little room."""
    row = QWidget()
    flow = FlowLayout(row, gap=look.theme.space(1.5))
    for button in buttons:
        flow.addWidget(button)
    return row
