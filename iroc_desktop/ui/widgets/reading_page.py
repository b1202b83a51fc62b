"""A column of a readable width at the beginning of a page, with the rest of the width left free.

It must not know what the column holds.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look


def reading_page(column: QWidget) -> QWidget:
    """Return a page on which `column` takes the width it may, and no more."""
    page = QWidget()
    page.setObjectName("page")
    # wrapped words ask for more height than they need, and the page would scroll without reason
    page.setMinimumHeight(1)
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(column, 100)
    across.addStretch(1)
    return page


class ReadingArea(QScrollArea):
    """A reading page that scrolls down and never across. Fill `column` with what it shows."""

    def __init__(self, look: Look, widest: int, gap: float = 2, parent: QWidget | None = None) -> None:
        """Make the column at most `widest` pixels at normal text size, its parts `gap` spaces apart."""
        super().__init__(parent)
        space = look.theme.space
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setMaximumWidth(look.theme.grown(widest))
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(space(3), space(2), space(3), space(3))
        self.column.setSpacing(space(gap))
        self.setWidget(reading_page(inside))
