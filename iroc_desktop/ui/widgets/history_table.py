"""The numbers of a picture as a table: start, last time, now, and what changed.

It must not compute a change; it shows the cells it is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from iroc_desktop.ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One indicator: what stands in each column, and the whole as a sentence for a screen reader."""

    cells: tuple[str, ...]
    spoken: str


class HistoryTable(QTableWidget):
    """A row for each indicator; the arrows move from row to row, Tab leaves. It is as high as its rows."""

    def __init__(self, look: Look, label: str, heads: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(0, len(heads), parent)
        self._look = look
        self.setAccessibleName(label)
        for column, head in enumerate(heads):
            self.setHorizontalHeaderItem(column, _cell(head, head, first=column == 0))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_columns()

    def set_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show `rows`, each with as many cells as there are heads."""
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, words in enumerate(row.cells):
                self.setItem(place, column, _cell(words, row.spoken, first=column == 0))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let words wrap, and the table grow with them."""
        super().resizeEvent(event)
        self._fit()
        # the names get their width only after this event: before, they seem to wrap where they will not
        QTimer.singleShot(0, self, self._fit)

    def _lay_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(rows + self.horizontalHeader().height() + 2 * self._look.theme.focus_width + 4)


def _cell(words: str, spoken: str, *, first: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(words)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken if first or not words else words)
    across = Qt.AlignmentFlag.AlignLeading if first else Qt.AlignmentFlag.AlignHCenter
    item.setTextAlignment(across | Qt.AlignmentFlag.AlignVCenter)
    return item
