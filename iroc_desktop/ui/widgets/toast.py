"""A short word at the foot of the window that something is done, with a way back.

It must not ask anything, nor take the focus; and it does not move.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.labels import Text

STAY_MS = 10_000
"""How long a word stays, in milliseconds; longer while the mouse or the keyboard is on it."""


class Toast(QFrame):
    """Lies over the foot of its parent and goes by itself."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._undo: Callable[[], None] | None = None
        self.setProperty("kind", "toast")
        self._words = Text()
        self._button = Button(look, look.phrases.text("Undo"))
        self._button.setProperty("kind", "toast-action")
        self._button.clicked.connect(self._take_back)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(STAY_MS)
        self._stay.timeout.connect(self._go)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.theme.space(2), look.theme.space(), look.theme.space(), look.theme.space())
        layout.addWidget(self._words, 1)
        layout.addWidget(self._button)
        parent.installEventFilter(self)
        self.hide()

    def show_words(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Say `words`; with `undo`, offer to take it back."""
        self._undo = undo
        self._words.setText(words)
        self._button.setVisible(undo is not None)
        self.setAccessibleName(words)
        self.show()
        self.raise_()
        self._place()
        self._stay.start()
        announce(self, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay at the foot when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        if self.underMouse() or self._button.hasFocus():
            self._stay.start()
        else:
            self.hide()

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _place(self) -> None:
        parent = self.parentWidget()
        margin = self._look.theme.space(2)
        widest = min(parent.width() - 2 * margin, self._look.theme.grown(640))
        wanted = self._words.fontMetrics().horizontalAdvance(self._words.text()) + self._look.theme.space(5)
        wanted += 0 if self._button.isHidden() else self._button.sizeHint().width()
        width = min(widest, wanted)
        height = max(self.layout().heightForWidth(width), self.sizeHint().height())
        self.setGeometry((parent.width() - width) // 2, parent.height() - height - margin, width, height)
