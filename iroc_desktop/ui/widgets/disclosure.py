"""A line that opens and closes what belongs to it, such as "▸ Only for me".

It must not empty what it hides.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.keyboard import enter_presses


class Disclosure(QWidget):
    """A press, Space or Enter shows or hides `content`."""

    opened = Signal(bool)
    """Whether the content shows now."""

    def __init__(self, look: Look, words: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._content = content
        self._shown = False
        self._line = QToolButton()
        self._line.setProperty("kind", "disclosure")
        self._line.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        side = look.theme.pixels(TypeSize.BASE)
        self._line.setIconSize(QSize(side + look.theme.grown(4), side))
        self._line.clicked.connect(lambda: self._show(not self._shown))
        enter_presses(self._line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.space(0.5))
        layout.addWidget(self._line, alignment=Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(content)
        self.setFocusProxy(self._line)
        self.set_words(words)
        self._show(False)

    def set_words(self, words: str) -> None:
        """Change what the line says."""
        self._line.setText(words)
        self._line.setAccessibleName(words)

    def is_open(self) -> bool:
        """Return whether the content shows."""
        return self._shown

    def set_open(self, shown: bool) -> None:
        """Show or hide the content."""
        if shown is not self._shown:
            self._show(shown)

    def _show(self, shown: bool) -> None:
        self._shown = shown
        phrases = self._look.phrases
        closed = "chevron-left" if self.isRightToLeft() else "chevron-right"
        self._line.setIcon(
            self._look.icons.icon("chevron-down" if shown else closed, "muted", at_right=self.isRightToLeft())
        )
        self._line.setAccessibleDescription(
            phrases.about("folded lines", "Open") if shown else phrases.about("folded lines", "Closed")
        )
        self._content.setVisible(shown)
        self.opened.emit(shown)
