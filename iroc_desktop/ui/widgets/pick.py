"""One value out of a few, folded into one line, with a label above it.

It must not change when a page is scrolled over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.labels import Text, TextKind


class Pick(QWidget):
    """A drop-down field that tells the value, not the words."""

    picked = Signal(object)
    """The value that was chosen by mouse or key."""

    def __init__(self, look: Look, label: str, words: Mapping[Any, str], *, labelled: bool = True) -> None:
        """Offer each value by its words; unless `labelled`, only a screen reader hears the label."""
        super().__init__()
        self._values = list(words)
        self._field = _Field()
        self._field.addItems(list(words.values()))
        self._field.setAccessibleName(label)
        self._field.activated.connect(lambda place: self.picked.emit(self._values[place]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.space(0.5))
        if labelled:
            caption = Text(label, TextKind.LABEL)
            caption.setBuddy(self._field)
            layout.addWidget(caption)
        layout.addWidget(self._field, alignment=Qt.AlignmentFlag.AlignLeading)
        self.setFocusProxy(self._field)
        if not labelled:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> object:
        """Return the value that is shown."""
        return self._values[self._field.currentIndex()]

    def set_label(self, label: str) -> None:
        """Let a screen reader hear another label, where it is not written above the field."""
        self._field.setAccessibleName(label)

    def offer(self, value: object, words: str) -> None:
        """Offer one more value, unless it is offered already."""
        if value not in self._values:
            self._values.append(value)
            self._field.addItem(words)

    def show_value(self, value: object) -> None:
        """Show a value without telling anybody."""
        self._field.setCurrentIndex(self._values.index(value))


class _Field(QComboBox):
    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page, unless the field is in use."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
