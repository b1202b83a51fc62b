"""A list of lines to choose from by keyboard or mouse, whatever a line looks like.

It must not find, sort or draw lines: it holds those it is given, and a painter of its own kind draws them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

AnyIndex = QModelIndex | QPersistentModelIndex
LINE: Final = Qt.ItemDataRole.UserRole
"""The role under which a painter finds the whole line."""


class Line(Protocol):
    """One line."""

    @property
    def key(self) -> str:
        """Return what `chosen` tells."""

    @property
    def heading(self) -> str:
        """Return the words that name it."""

    @property
    def spoken(self) -> str:
        """Return the whole line as a screen reader says it."""


L = TypeVar("L", bound=Line)


class Lines(QAbstractListModel, Generic[L]):
    """The lines as Qt wants to be told of them."""

    def __init__(self, parent: QWidget, *, tips: bool) -> None:
        """With `tips`, the whole line is told under the mouse: for lines that are cut where room is short."""
        super().__init__(parent)
        self.lines: tuple[L, ...] = ()
        self._tips = tips

    def replace(self, lines: Sequence[L]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what `role` asks of a line."""
        line = self.lines[index.row()]
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: line.heading,
            Qt.ItemDataRole.AccessibleTextRole: line.spoken,
            Qt.ItemDataRole.ToolTipRole: line.spoken if self._tips else None,
            LINE: line,
        }
        return answers.get(role)


class LineList(QListView, Generic[L]):
    """Enter, Space or a click chooses; the arrows move."""

    chosen = Signal(str)
    """The key of the line that was chosen."""

    def __init__(self, label: str, parent: QWidget | None = None, *, tips: bool = False) -> None:
        """Name the list `label`; `tips` as for `Lines`."""
        super().__init__(parent)
        self._lines: Lines[L] = Lines(self, tips=tips)
        self.setModel(self._lines)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(label)
        self.clicked.connect(self._choose)

    def current(self) -> str:
        """Return the key of the current line, or nothing if there is none."""
        index = self.currentIndex()
        return self._lines.lines[index.row()].key if index.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose with Enter or Space; move with everything a list knows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._lines.lines[index.row()].key)
