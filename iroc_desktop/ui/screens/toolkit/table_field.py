"""The table of a page on the screen: a grid where there is room, one row below the other where there is not.

It must not cut a cell: each grows with what is written.
"""

from __future__ import annotations

from itertools import chain

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from iroc_desktop.domain.operations import JsonValue
from iroc_desktop.domain.toolkit import Part, PartWords
from iroc_desktop.domain.worksheets import rows_answer
from iroc_desktop.ui.screens.toolkit.fields import PartField
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.note_field import NoteField

NARROWEST = 150
"""Of a column, in pixels at 100 % text."""


class TableField(PartField):
    """A field for every cell, named by its row and column."""

    def __init__(self, look: Look, part: Part, words: PartWords) -> None:
        super().__init__(look, part)
        self.ask(words)
        self._words = words
        self._first = 1 if words.rows else 0
        self._stacked: bool | None = None
        self._heads = [Text(column, TextKind.LABEL) for column in words.columns]
        self._names = [Text(self._name(row), TextKind.LABEL) for row in range(part.rows)]
        self.cells = [
            [self._cell(row, column) for column in range(self._first, len(words.columns))]
            for row in range(part.rows)
        ]
        holder = QWidget()
        holder.setObjectName("clear")
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.theme.space(0.75))
        self.column.addWidget(holder)
        first = next(chain.from_iterable(self.cells), None)
        if first is not None:
            self.setFocusProxy(first)
        self._arrange(stacked=True)

    def set_answer(self, answer: JsonValue) -> None:
        """Show the cells; rows beyond those of the page are left alone."""
        rows = rows_answer(answer)
        for row, cells in enumerate(self.cells):
            said = rows[row] if row < len(rows) else ()
            for place, cell in enumerate(cells, start=self._first):
                cell.set_text(said[place] if place < len(said) else "")

    def set_read_only(self) -> None:
        """Let the cells be read and copied."""
        for cell in chain.from_iterable(self.cells):
            cell.set_read_only(True)

    def flush(self) -> None:
        """Tell what was typed last."""
        for cell in chain.from_iterable(self.cells):
            cell.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stack the rows where columns would be too narrow to write in."""
        across = len(self._heads) * self.look.theme.grown(NARROWEST)
        self._arrange(stacked=event.size().width() < across)
        super().resizeEvent(event)

    def _arrange(self, *, stacked: bool) -> None:
        if stacked is self._stacked:
            return
        self._stacked = stacked
        while self._grid.takeAt(0) is not None:
            continue
        for column in range(len(self._heads)):
            self._grid.setColumnStretch(column, 0 if stacked and column else 1)
        self._show_names(stacked=stacked)
        if stacked:
            self._stack()
        else:
            self._lay_out()

    def _show_names(self, *, stacked: bool) -> None:
        for head in self._heads:
            head.setVisible(not stacked)
        for name in self._names:
            name.setVisible(bool(self._first) or stacked)
        for cell in chain.from_iterable(self.cells):
            cell.show_caption(shown=stacked)

    def _stack(self) -> None:
        line = 0
        for name, cells in zip(self._names, self.cells, strict=True):
            for part in (name, *cells):
                self._grid.addWidget(part, line, 0)
                line += 1

    def _lay_out(self) -> None:
        for column, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, column)
        for line, (name, cells) in enumerate(zip(self._names, self.cells, strict=True), start=1):
            if self._first:
                self._grid.addWidget(name, line, 0)
            for column, cell in enumerate(cells, start=self._first):
                self._grid.addWidget(cell, line, column)

    def _name(self, row: int) -> str:
        if self._words.rows:
            return self._words.rows[row]
        return self.look.phrases.text("Row {number}", number=row + 1)

    def _cell(self, row: int, column: int) -> CellField:
        spoken = self.look.phrases.text(
            "{row}: {column}", row=self._name(row), column=self._words.columns[column]
        )
        cell = CellField(self.look, self._words.columns[column], spoken)
        cell.edited.connect(self._tell)
        return cell

    def _tell(self) -> None:
        rows = [[cell.text() for cell in cells] for cells in self.cells]
        if self._first:
            rows = [[name, *cells] for name, cells in zip(self._words.rows, rows, strict=True)]
            if not any(cell.strip() for row in rows for cell in row[1:]):
                rows = []
        self.tell(rows)


class CellField(NoteField):
    """A note of one line to begin with, whose label is only shown where rows are stacked."""

    def __init__(self, look: Look, label: str, spoken: str) -> None:
        super().__init__(look, label, lines=1)
        self._label = self.findChild(Text)
        field = self.focusProxy()
        if field is not None:
            field.setAccessibleName(spoken)

    def show_caption(self, *, shown: bool) -> None:
        """Show the label, or leave it to the head of the column."""
        if self._label is not None:
            self._label.setVisible(shown)
