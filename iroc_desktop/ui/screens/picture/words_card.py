"""What the picture says in words: strong, risen, and then the rest, quietly.

It must not begin with what is low or missing.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.ui.screens.picture.presenter import Picture
from iroc_desktop.ui.screens.picture.sentences import quiet_lines, risen_line, strong_line
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.bullets import Bullets
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.side_by_side import SideBySide


class WordsCard(Card):
    """Two short lists side by side, and quiet sentences below."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("What is strong, and what moved up"))
        self._look = look
        phrases = look.phrases
        self._strong, self._risen = Bullets(look, "●"), Bullets(look, "▲")
        self._none_strong, self._none_risen = Text("", TextKind.MUTED), Text("", TextKind.MUTED)
        self._quiet = Text("", TextKind.MUTED)
        strong = _titled(phrases.text("Strong now"), self._strong, self._none_strong)
        risen = _titled(phrases.text("Moved up since last time"), self._risen, self._none_risen)
        self.body.addWidget(SideBySide(look, strong, risen, share=(1, 1), least=520))
        self.body.addWidget(self._quiet)

    def show_picture(self, picture: Picture) -> None:
        """Say what this picture shows."""
        phrases, words = self._look.phrases, picture.words
        self._strong.set_lines([strong_line(each, phrases) for each in words.strong])
        self._risen.set_lines([risen_line(each, phrases) for each in words.risen])
        first = picture.history.previous is None
        self._none_strong.setText(
            phrases.text("Nothing is high on the scale this time. Ask what has helped all the same.")
        )
        self._none_strong.setVisible(not words.strong)
        self._none_risen.setText(
            phrases.text("This is the first picture. From the next one on, you see here what moved.")
            if first
            else phrases.text("Nothing moved up this time. To hold steady can be an achievement.")
        )
        self._none_risen.setVisible(not words.risen)
        quiet = quiet_lines(picture, phrases)
        self._quiet.setText("\n".join(quiet))
        self._quiet.setVisible(bool(quiet))


def _titled(title: str, *parts: QWidget) -> QWidget:
    whole = QWidget()
    whole.setObjectName("clear")
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(Text(title, TextKind.LABEL))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return whole
