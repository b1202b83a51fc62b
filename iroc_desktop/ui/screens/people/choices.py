"""One choice out of a few, all of them in sight.

It must not choose by itself: nothing is marked until it is told what is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.pressable import RadioButton


class Choices(QWidget):
    """Radio buttons that flow onto new lines; arrow keys move between them."""

    chosen = Signal(object)
    """The value that the practitioner chose."""

    def __init__(self, look: Look, name: str, words: Mapping[Any, str]) -> None:
        """Offer each value of `words` by its word; `name` says what the choice is about."""
        super().__init__()
        self.setAccessibleName(name)
        self._values = list(words)
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, gap=look.theme.space(2))
        for place, word in enumerate(words.values()):
            button = RadioButton(word)
            button.setAccessibleDescription(name)
            self._group.addButton(button, place)
            flow.addWidget(button)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._values[place]))

    def choose(self, value: object) -> None:
        """Mark a value without telling anybody."""
        if value in self._values:
            chosen = self._group.button(self._values.index(value))
            chosen.setChecked(True)
            # Tab stops at the chosen one, as Qt itself sees to once an arrow key has moved
            for button in self._group.buttons():
                stops = Qt.FocusPolicy.StrongFocus if button is chosen else Qt.FocusPolicy.ClickFocus
                button.setFocusPolicy(stops)
