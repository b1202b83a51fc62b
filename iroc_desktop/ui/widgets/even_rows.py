"""A layout of even rows: every column as wide as the others, as many as fit.

It must not cut what it holds: a row is as high as its highest part.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QStyle, QWidget

from iroc_desktop.ui.widgets.arranged import ArrangedLayout

_UNLIMITED = 1000


class EvenRows(ArrangedLayout):
    """Puts its widgets in rows, `gap` pixels apart, `most` to a row."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, most: int = _UNLIMITED) -> None:
        super().__init__(parent, gap=gap)
        self._most = most

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Return across: rows take the width there is."""
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for one row."""
        across = min(self._most, len(self._shown()))
        width = across * self._widest() + max(0, across - 1) * self._gap
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of the widest part; how high that is depends on the width."""
        return QSize(self._widest(), 0)

    def _widest(self) -> int:
        return max((item.minimumSize().width() for item in self._shown()), default=0)

    def _columns(self, width: int) -> int:
        count = len(self._shown())
        fitting = max(1, (width + self._gap) // max(1, self._widest() + self._gap))
        fitting = min(fitting, self._most, count)
        # the fewest rows, evenly filled
        return -(-count // -(-count // fitting))

    def arrange(self, rect: QRect, *, move: bool) -> int:
        """Place everything in rows, and return how high they are."""
        shown = self._shown()
        if not shown:
            return 0
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        columns = self._columns(rect.width())
        width = (rect.width() - (columns - 1) * self._gap) // columns
        y = 0
        for first in range(0, len(shown), columns):
            row = shown[first : first + columns]
            high = max(_height(item, width) for item in row)
            for column, item in enumerate(row if move else ()):
                corner = QPoint(rect.x() + column * (width + self._gap), rect.y() + y)
                item.setGeometry(QStyle.visualRect(direction, rect, QRect(corner, QSize(width, high))))
            y += high + self._gap
        return y - self._gap


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
