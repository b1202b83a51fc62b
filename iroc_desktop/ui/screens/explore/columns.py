"""Cards in as many columns as there is room for, one below the other where there is little.

It must not change the order of what it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from iroc_desktop.ui.theme.look import Look

MOST_COLUMNS: Final = 3
"""More than this cannot be compared at a glance."""


class Columns(QWidget):
    """Parts of one width in rows; those of a row are as high as the highest."""

    def __init__(self, look: Look, least: int) -> None:
        """Give each column at least `least` pixels at 100 % text."""
        super().__init__()
        self.setObjectName("clear")
        self._least = look.theme.grown(least)
        self._parts: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.theme.space(2))

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Hold these parts, in this order; those that are left out are no longer in the layout."""
        if list(parts) != self._parts:
            self._parts = list(parts)
            self._lay_out(self._fitting(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of the widest part: the others can go below it."""
        widest = max((each.minimumSizeHint().width() for each in self._parts), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Use as many columns as have room."""
        columns = self._fitting(event.size().width())
        if columns != self._columns:
            self._lay_out(columns)
        super().resizeEvent(event)

    def _fitting(self, width: int) -> int:
        gap = self._grid.spacing()
        widest = max((each.minimumSizeHint().width() for each in self._parts), default=0)
        fitting = (width + gap) // (max(self._least, widest) + gap)
        return max(1, min(fitting, len(self._parts), MOST_COLUMNS))

    def _lay_out(self, columns: int) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        self._columns = columns
        for place, part in enumerate(self._parts):
            self._grid.addWidget(part, *divmod(place, columns))
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()
