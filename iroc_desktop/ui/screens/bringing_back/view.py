"""Draws a backup on its way back: please wait, then what became of it and the way to the door.

It must not let anybody go before it is over.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.i18n.formats import clock_time, long_date
from iroc_desktop.ui.messages.errors import message_for
from iroc_desktop.ui.screens.bringing_back.presenter import BringingBackPresenter, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind

WIDEST = 620
"""Of the card, in pixels at normal text size."""


class BringingBackView(QScrollArea):
    """One card in the middle of the window."""

    def __init__(self, presenter: BringingBackPresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._look = look
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._heading = Heading("", TextKind.TITLE)
        self._words = Text("")
        self.unlock = Button(look, look.phrases.text("Go to unlock"), ButtonKind.PRIMARY, "arrow-right")
        self.unlock.clicked.connect(presenter.to_door)
        self._lay_out()
        self.setFocusProxy(self.unlock)
        presenter.attach(self.show_state)

    def show_state(self, state: State) -> None:
        """Say what is going on, or what became of it."""
        heading, words = self._said(state)
        if heading != self._heading.text():
            announce(self, f"{heading} {words}", urgent=state.over)
        self._heading.setText(heading)
        self._words.setText(words)
        self.unlock.setVisible(state.over)
        if state.over:
            self.unlock.setFocus(Qt.FocusReason.OtherFocusReason)

    def _said(self, state: State) -> tuple[str, str]:
        phrases = self._look.phrases
        taken = state.backup.taken_at.astimezone()
        day, time = long_date(taken.date(), phrases.language), clock_time(taken, phrases.language)
        if state.error is not None:
            heading = phrases.text("The backup was not brought back. Your record is as it was.")
            return heading, message_for(state.error, phrases).whole
        if state.aside is None:
            heading = phrases.text("Bringing back the backup of {day}, {time}…", day=day, time=time)
            return heading, phrases.text("It is read through first. This takes a few seconds.")
        heading = phrases.text("The backup of {day}, {time} is back.", day=day, time=time)
        # an invisible break after each dash and slash, so that a long path wraps instead of being cut
        folder = "".join(f"{each}\u200b" if each in "/\\-" else each for each in str(state.aside))
        return heading, phrases.text(
            "The record from before was set aside, not deleted. It is in {folder}.", folder=folder
        )

    def _lay_out(self) -> None:
        space = self._look.theme.space
        card = Card(self._look)
        card.setMaximumWidth(self._look.theme.grown(WIDEST))
        card.body.setSpacing(space(2))
        card.body.addWidget(self._heading)
        card.body.addWidget(self._words)
        # a button with an arrow onward turns its own direction round, and with it what leading means
        ways = QHBoxLayout()
        ways.addWidget(self.unlock)
        ways.addStretch(1)
        card.body.addLayout(ways)
        page = QWidget()
        page.setObjectName("page")
        page.setMinimumHeight(1)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 100)
        across.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(space(3), space(3), space(3), space(3))
        column.addStretch(1)
        column.addLayout(across)
        column.addStretch(2)
        self.setWidget(page)
