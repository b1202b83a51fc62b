"""A quiet surface that holds one thing, with room around it.

It must not know what it holds.
"""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.labels import Heading


class Card(QFrame):
    """A raised surface; add to `body`. With a `title` it begins with a heading and is named by it."""

    def __init__(self, look: Look, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        margin = look.theme.space(2.5)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(look.theme.space())
        if title:
            self.setAccessibleName(title)
            self.body.addWidget(Heading(title))
