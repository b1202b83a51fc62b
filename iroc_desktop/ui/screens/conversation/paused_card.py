"""What is on the screen while a conversation waits: who, since when, how far, and nothing that was said.

It must not show an answer: whoever passes by may read it.
"""

from __future__ import annotations

from PySide6.QtCore import Signal

from iroc_desktop.i18n.formats import long_date
from iroc_desktop.ui.screens.conversation.state import Sheet
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text


class PausedCard(Card):
    """A conversation that waits."""

    went_on = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("Paused"))
        self._look = look
        self._words = Text()
        go_on = Button(look, look.phrases.text("Go on"), ButtonKind.PRIMARY)
        leave = Button(look, look.phrases.text("Back to the person"))
        go_on.clicked.connect(self.went_on)
        leave.clicked.connect(self.left)
        row = FlowLayout(gap=look.theme.space())
        row.addWidget(go_on)
        row.addWidget(leave)
        self.body.addWidget(self._words)
        self.body.addSpacing(look.theme.space(1))
        self.body.addLayout(row)
        self.setFocusProxy(go_on)

    def show_sheet(self, sheet: Sheet) -> None:
        """Say what waits."""
        phrases = self._look.phrases
        self._words.setText(
            phrases.plural(
                "The conversation with {name} of {day} waits here and on Today. "
                "{rated} of {count} is rated, and every word is kept.",
                "The conversation with {name} of {day} waits here and on Today. "
                "{rated} of {count} are rated, and every word is kept.",
                sheet.of,
                name=sheet.person.name,
                day=long_date(sheet.held.on, phrases.language),
                rated=sheet.rated,
            )
        )
