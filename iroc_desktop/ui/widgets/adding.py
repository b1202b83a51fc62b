"""A field and a button that add one thing to a list.

It must not keep the words once they were handed on.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.side_by_side import SideBySide


class AddingField(QWidget):
    """Enter or the button hands the words on."""

    added = Signal(str)

    def __init__(self, look: Look, label: str, verb: str) -> None:
        """Name the field `label`, and the button `verb`."""
        super().__init__()
        self.setObjectName("clear")
        self.field = QLineEdit()
        self.field.setAccessibleName(label)
        self.field.returnPressed.connect(self.flush)
        self.button = Button(look, verb, icon="plus")
        self.button.clicked.connect(self.flush)
        caption = Text(label, TextKind.LABEL)
        caption.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(0.5))
        column.addWidget(caption)
        column.addWidget(SideBySide(look, self.field, self.button, share=(1, 0), least=420))
        self.setFocusProxy(self.field)

    def flush(self) -> None:
        """Hand on what stands in the field."""
        words = self.field.text().strip()
        if words:
            self.field.clear()
            self.added.emit(words)
