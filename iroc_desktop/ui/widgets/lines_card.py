"""A list of short lines that can be worded, moved up, taken away and added to.

It must not drop a word that is being typed: a field is kept as long as its line is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.adding import AddingField
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.note_field import LONG_PAUSE_MS, NoteField
from iroc_desktop.ui.widgets.written_by import WrittenBy


@dataclass(frozen=True, slots=True)
class ListLabels:
    """What a list and its field are called."""

    title: str
    add: str
    """Above the field for a new line."""
    verb: str
    """On the button beside it."""
    hint: str = ""


class LinesCard(Card):
    """A titled list; each line has a number that a screen reader hears."""

    added = Signal(str)
    worded = Signal(str, str)
    """A line's id and its new words."""
    raised = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, labels: ListLabels) -> None:
        super().__init__(look, labels.title)
        self._look = look
        self._title = labels.title
        self.fields: dict[str, NoteField] = {}
        self._rows: list[QWidget] = []
        self.add = AddingField(look, labels.add, labels.verb)
        self.add.added.connect(self.added)
        self._list = QVBoxLayout()
        if labels.hint:
            self.body.addWidget(Text(labels.hint, TextKind.MUTED))
        self.body.addLayout(self._list)
        self.body.addWidget(self.add)
        self.written = WrittenBy(look)
        """Says who wrote the lines, where whoever shows them tells it what they are."""
        self.body.addWidget(self.written)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show lines, each as its id and its words."""
        if [line_id for line_id, _ in lines] != list(self.fields):
            self._rebuild([line_id for line_id, _ in lines])
        for line_id, words in lines:
            self.fields[line_id].set_text(words)

    def flush(self) -> None:
        """Tell at once what has not been told yet."""
        for field in self.fields.values():
            field.flush()
        self.add.flush()

    def _rebuild(self, ids: list[str]) -> None:
        for line_id, field in self.fields.items():
            if line_id in ids:
                field.flush()
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.fields, self._rows = {}, []
        for number, line_id in enumerate(ids, start=1):
            self._add_row(line_id, number)

    def _add_row(self, line_id: str, number: int) -> None:
        text = self._look.phrases.text
        label = text("Line {number}", number=number)
        field = NoteField(self._look, label, lines=1, pause_ms=LONG_PAUSE_MS)
        field.edited.connect(lambda words: self.worded.emit(line_id, words))
        row = QWidget()
        row.setObjectName("clear")
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(field, 1)
        if number > 1:
            words = text("{list}: move line {number} up", list=self._title, number=number)
            across.addWidget(self._small("chevron-up", words, self.raised, line_id))
        words = text("{list}: take line {number} away", list=self._title, number=number)
        across.addWidget(self._small("x", words, self.removed, line_id))
        self.fields[line_id] = field
        self._rows.append(row)
        self._list.addWidget(row)

    def _small(self, icon: str, words: str, signal: SignalInstance, line_id: str) -> Button:
        button = Button(self._look, "", ButtonKind.QUIET, icon)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(lambda: signal.emit(line_id))
        return button
