"""A box to tick with words that wrap beside it; a press on the words ticks it too.

It must not know what it is asked for.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.pressable import CheckBox


class Tick(QWidget):
    """Qt's own check box cuts words that are too long for one line; these wrap."""

    clicked = Signal(bool)
    """The reader changed it; True when it is ticked now."""

    def __init__(
        self, look: Look, words: str = "", kind: TextKind = TextKind.BODY, *, indent: int = 0
    ) -> None:
        """Stand `indent` pixels further in than others."""
        super().__init__()
        self.setObjectName("clear")
        self.box = CheckBox()
        self._words = Text("", kind)
        self._words.setBuddy(self.box)
        self.box.clicked.connect(self.clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(0.5))
        row.addSpacing(indent)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.box)
        self.say(words)

    def say(self, words: str) -> None:
        """Ask for something else."""
        self._words.setText(words)
        self.box.setAccessibleName(words)

    def show_as(self, *, ticked: bool, possible: bool = True) -> None:
        """Show it ticked or not, and whether it can be changed, without telling anybody."""
        self.box.setChecked(ticked)
        self.box.setEnabled(possible)

    def dim(self, dimmed: bool) -> None:
        """Show the words as something that cannot be had."""
        self._words.setEnabled(not dimmed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick or untick with a press beside the box."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()
        super().mouseReleaseEvent(event)
