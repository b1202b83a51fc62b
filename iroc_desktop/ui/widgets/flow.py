"""A layout that flows onto new lines, as words do, and mirrors where reading goes the other way.

It must not stretch what it holds: everything keeps the size it asks for, and never gets cut.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QStyle

from iroc_desktop.ui.widgets.arranged import ArrangedLayout


class FlowLayout(ArrangedLayout):
    """Puts its widgets in lines, `gap` pixels apart."""

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Return none: lines do not ask for spare room."""
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for a single line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the largest single item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def arrange(self, rect: QRect, *, move: bool) -> int:
        """Place everything in lines, and return how high they are."""
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        y = 0
        for line in self._lines(rect.width()):
            high = max(size.height() for _, size in line)
            x = 0
            for item, size in line if move else ():
                # words and buttons on one line share their middle
                box = QRect(QPoint(rect.x() + x, rect.y() + y + (high - size.height()) // 2), size)
                item.setGeometry(QStyle.visualRect(direction, rect, box))
                x += size.width() + self._gap
            y += high + self._gap
        return max(0, y - self._gap)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(width, item.minimumSize().width()), 100_000))
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self._gap
        return lines
