"""The two ways back in for whoever forgot the passphrase.

It must not promise a third one: nobody can look a passphrase up.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.ui.screens.unlock.passphrase_pages import buttons_in_a_row, column_of
from iroc_desktop.ui.screens.unlock.presenter import UnlockPresenter
from iroc_desktop.ui.screens.unlock.state import State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind


class ForgotPage(QWidget):
    """What a team lead can do, and what the sheet can."""

    def __init__(self, presenter: UnlockPresenter, look: Look, _: State) -> None:
        super().__init__()
        text = look.phrases.text
        sheet = Button(look, text("I have the recovery sheet"), ButtonKind.PRIMARY)
        sheet.clicked.connect(presenter.use_sheet)
        back = Button(look, text("Back"), icon="arrow-left")
        back.clicked.connect(presenter.back)
        layout = column_of(self, look)
        layout.addWidget(Heading(text("Two ways back in"), TextKind.DISPLAY))
        happens = text("It happens. Nobody can look a passphrase up, but you can get a new one.")
        layout.addWidget(Text(happens, TextKind.QUESTION))
        for heading, words in (
            (
                text("Ask a team lead"),
                text(
                    "They unlock the record, go to Settings, then “Who works here”, and press “New "
                    "passphrase…” beside your name. Then you type a new one yourself."
                ),
            ),
            (
                text("Use the recovery sheet"),
                text(
                    "It has eight groups of digits and lies somewhere locked away. It gives a new passphrase "
                    "to the team lead who made it."
                ),
            ),
        ):
            way = QVBoxLayout()
            way.setSpacing(look.theme.space(0.5))
            way.addWidget(Text(heading, TextKind.LABEL))
            way.addWidget(Text(words))
            layout.addLayout(way)
        layout.addWidget(buttons_in_a_row(look, sheet, back))
        self.setFocusProxy(sheet)

    def show_state(self, state: State) -> None:
        """Nothing here changes."""
