"""One sentence at the foot of the window, with Undo where there is something to undo.

It must not ask a question or take the focus: work goes on.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.labels import Text, TextKind

SHOWN_MILLISECONDS = 12_000
"""Long enough to read slowly; a screen reader is told at once."""


class Toast(QFrame):
    """A sentence that goes away by itself."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self._undo: Callable[[], None] | None = None
        self._words = Text("", TextKind.BODY)
        self._button = Button(look, look.phrases.about("button", "Undo"), icon="")
        self._button.setProperty("kind", "toast-action")
        self._button.clicked.connect(self._take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(
            look.theme.space(2), look.theme.space(), look.theme.space(2), look.theme.space()
        )
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self.hide()

    def tell(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Show a sentence; with `undo`, a button that takes back what the sentence tells."""
        self._undo = undo
        self._words.setText(words)
        self._button.setVisible(undo is not None)
        self.show()
        self._timer.start(SHOWN_MILLISECONDS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def clear(self) -> None:
        """Hide, and forget what could be undone."""
        self._timer.stop()
        self._undo = None
        self._words.setText("")
        self.hide()

    def _take_back(self) -> None:
        undo = self._undo
        self.clear()
        if undo is not None:
            undo()
