"""The privacy cover: one calm page instead of everything.

It must not show or hold anything personal.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iroc_desktop.ui.main_window.commands import KEYS, Command
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind


class Cover(QFrame):
    """What is seen after F9, until F9 is pressed again."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "cover")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = look.phrases.text("A moment, please")
        how = look.phrases.text("Press {key} to come back.", key=KEYS[Command.PRIVACY])
        self.setAccessibleName(words)
        self.setAccessibleDescription(how)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for text in (Heading(words, TextKind.DISPLAY), Text(how, TextKind.MUTED)):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(text)
        column.addStretch(1)
