"""A layout of even rows: every column as wide as the others, as many as fit.

It must not cut what it holds: a row is as high as its highest part.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

_UNLIMITED = 1000


class EvenRows(QLayout):
    """Puts its widgets in rows, `gap` pixels apart, `most` to a row."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, most: int = _UNLIMITED) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._most = most
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Append an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Remove an item and return it, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Return across: rows take the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return True: less width needs more rows."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all rows at `width` pixels."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place everything inside `rect`."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for one row."""
        across = min(self._most, len(self._shown()))
        width = across * self._widest() + max(0, across - 1) * self._gap
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of the widest part; how high that is depends on the width."""
        return QSize(self._widest(), 0)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _widest(self) -> int:
        return max((item.minimumSize().width() for item in self._shown()), default=0)

    def _columns(self, width: int) -> int:
        count = len(self._shown())
        fitting = max(1, (width + self._gap) // max(1, self._widest() + self._gap))
        fitting = min(fitting, self._most, count)
        # the fewest rows, evenly filled
        return -(-count // -(-count // fitting))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
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
