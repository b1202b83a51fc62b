"""One sentence at the foot of the window, with Undo where there is something to undo.

It must not ask a question or take the focus: work goes on.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from iroc_desktop.ui.main_window.commands import KEYS, Command
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.labels import Text, TextKind

SHOWN_MILLISECONDS = 12_000
"""Long enough to read slowly; a screen reader is told at once."""
UNDO_MILLISECONDS = 20_000
"""Longer, because there is something to decide; the toast stays while its button has the keyboard."""


class Toast(QFrame):
    """A sentence that goes away by itself."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self._look = look
        self._undo: Callable[[], None] | None = None
        self._words = Text("", TextKind.BODY)
        self._button = Button(look, look.phrases.about("button", "Undo"), icon="")
        self._button.setProperty("kind", "toast-action")
        self._button.setToolTip(KEYS[Command.UNDO])
        self._button.clicked.connect(self.take_back)
        # a field with the keyboard keeps the key for itself
        self._key = QShortcut(QKeySequence(KEYS[Command.UNDO]), self)
        self._key.activated.connect(self.take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(
            look.theme.space(2), look.theme.space(), look.theme.space(2), look.theme.space()
        )
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self.hide()

    @property
    def can_undo(self) -> bool:
        """Return whether there is something to take back."""
        return self._undo is not None

    def tell(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Show a sentence; with `undo`, a button that takes back what the sentence tells."""
        self._undo = undo
        self._words.setText(words)
        self._button.setVisible(undo is not None)
        self._key.setEnabled(undo is not None)
        self.show()
        self._timer.start(SHOWN_MILLISECONDS if undo is None else UNDO_MILLISECONDS)
        key = KEYS[Command.UNDO]
        announce(
            self,
            words
            if undo is None
            else self._look.phrases.text("{told} {key} takes it back.", told=words, key=key),
        )

    def clear(self) -> None:
        """Hide, and forget what could be undone."""
        self._timer.stop()
        self._undo = None
        self._key.setEnabled(False)
        self._words.setText("")
        self.hide()

    def take_back(self) -> None:
        """Take back what the sentence tells, once."""
        undo = self._undo
        self.clear()
        if undo is not None:
            undo()

    def _go(self) -> None:
        if self.can_undo and (self._button.hasFocus() or self.underMouse()):
            self._timer.start(UNDO_MILLISECONDS)
        else:
            self.clear()
