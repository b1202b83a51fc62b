"""The prompt for a name: somebody has a passphrase, but letting them in was cut off before the name.

It must not ask for anything else: the record is set up, and its recovery sheet counts.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from iroc_desktop.ui.screens.unlock.passphrase_pages import buttons_in_a_row, column_of
from iroc_desktop.ui.screens.unlock.presenter import UnlockPresenter
from iroc_desktop.ui.screens.unlock.state import Problem, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.line_field import LineField


class NamePage(QWidget):
    """One line, and on."""

    def __init__(self, presenter: UnlockPresenter, look: Look, state: State) -> None:
        super().__init__()
        self._typed = state.typed
        self._look = look
        text = look.phrases.text
        self._name = LineField(state.typed.name)
        self._name.setAccessibleName(text("Your name"))
        self._name.textEdited.connect(lambda words: presenter.edit(replace(self._typed, name=words)))
        self._name.returnPressed.connect(presenter.introduce)
        caption = Text(text("Your name"), TextKind.LABEL)
        caption.setBuddy(self._name)
        self._onward = Button(look, text("Go on"), ButtonKind.PRIMARY)
        self._onward.clicked.connect(presenter.introduce)
        self._back = Button(look, text("Back"), icon="arrow-left")
        self._back.clicked.connect(presenter.back)
        layout = column_of(self, look)
        layout.addWidget(Heading(text("What is your name?"), TextKind.DISPLAY))
        why = text("The record does not know you by name yet. You are asked this once.")
        layout.addWidget(Text(why, TextKind.QUESTION))
        layout.addWidget(caption)
        layout.addWidget(self._name)
        layout.addWidget(Text(text("It stands on the prints and with what you write."), TextKind.MUTED))
        layout.addWidget(buttons_in_a_row(look, self._onward, self._back))
        self.setFocusProxy(self._name)

    def show_state(self, state: State) -> None:
        """Show whether it is being kept, and point at a name that is missing."""
        self._typed = state.typed
        for button in (self._onward, self._back):
            button.setEnabled(not state.is_busy)
        self._name.setProperty("wrong", state.problem is Problem.NAME_MISSING)
        self._name.style().unpolish(self._name)
        self._name.style().polish(self._name)
        if state.problem is Problem.NAME_MISSING:
            self._name.setFocus()
