"""Short lines with a mark before each.

It must not cut a line: it wraps beside its mark.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.labels import Text, TextKind


class Bullets(QWidget):
    """Lines one below the other; every mark is the same sign."""

    def __init__(self, look: Look, mark: str = "•") -> None:
        super().__init__()
        self.setObjectName("clear")
        self._look = look
        self._mark = mark
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.theme.space(1))
        self._grid.setVerticalSpacing(look.theme.space(0.75))
        self._grid.setColumnStretch(1, 1)

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show these lines instead."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        accent = self._look.theme.colour("accent")
        for row, line in enumerate(lines):
            mark = Text(self._mark, TextKind.LABEL, wrap=False)
            mark.setStyleSheet(f"color: {accent};")
            self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Text(line), row, 1)
