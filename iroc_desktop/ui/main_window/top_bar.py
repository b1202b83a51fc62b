"""The top bar: who the screen is about, when it was saved, hide and lock.

It must not be seen while the window is covered or locked, because it names a person.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from iroc_desktop.ui.main_window.commands import KEYS, Command
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind

ONE_LINE = 1000
"""From this width on, in pixels at normal text size, the facts stand beside the name."""
WITH_KEYS = 640
"""From this width on the buttons name their keys, and the time of saving stands beside them."""


class TopBar(QWidget):
    """One line above the screens; two where there is too little room."""

    commanded = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._arranged: tuple[bool, bool] | None = None
        self._name = Heading("", TextKind.DISPLAY)
        self._about = Text("", TextKind.MUTED)
        self._saved = Text("", TextKind.MUTED, wrap=False)
        self._saved.setAccessibleDescription(look.phrases.text("When the last change was saved"))
        self._hide = Button(look, "", icon="eye-off")
        self._lock = Button(look, "", icon="lock")
        self._grid = QGridLayout(self)
        space = look.theme.space
        self._grid.setContentsMargins(space(3), space(2), space(3), space(1))
        self._grid.setHorizontalSpacing(space(1.5))
        self._grid.setVerticalSpacing(0)
        self._arrange(one_line=True, keys=True)
        self._connect()
        self.name("", "")
        self.say_saved("")

    def name(self, words: str, about: str) -> None:
        """Show who or what the screen is about, and a few quiet facts."""
        self._name.setText(words)
        self._about.setText(about)
        self._about.setVisible(bool(about))

    def say_saved(self, words: str) -> None:
        """Show when the last change was saved, such as "Saved 10:42"."""
        self._saved.setText(words)
        self._saved.setVisible(bool(words))
        self._place_about()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Use the room there is."""
        width, grown = event.size().width(), self._look.theme.grown
        self._arrange(one_line=width >= grown(ONE_LINE), keys=width >= grown(WITH_KEYS))
        super().resizeEvent(event)

    def _connect(self) -> None:
        for button, command in ((self._hide, Command.PRIVACY), (self._lock, Command.LOCK)):
            button.clicked.connect(partial(self._pressed, command))

    def _pressed(self, command: Command, _: bool) -> None:
        self.commanded.emit(command)

    def _arrange(self, *, one_line: bool, keys: bool) -> None:
        if self._arranged == (one_line, keys):
            return
        self._arranged = (one_line, keys)
        self._word(keys=keys)
        self._name.set_kind(TextKind.DISPLAY if one_line else TextKind.TITLE)
        middle, trailing = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTrailing
        rows = 1 if one_line or not keys else 2
        grid = self._grid
        for part in (self._name, self._about, self._saved, self._hide, self._lock):
            grid.removeWidget(part)
        grid.addWidget(self._name, 0, 0, 1, 1 if one_line else 2)
        self._place_about()
        if keys:
            grid.addWidget(self._saved, 0, 2, rows, 1, middle)
        else:
            grid.addWidget(self._saved, 1, 2, 1, 3, trailing | middle)
        grid.addWidget(self._hide, 0, 3, rows, 1, middle)
        grid.addWidget(self._lock, 0, 4, rows, 1, middle)
        grid.setColumnStretch(1, 1)

    def _place_about(self) -> None:
        one_line, keys = self._arranged or (True, True)
        self._grid.removeWidget(self._about)
        if one_line:
            self._grid.addWidget(self._about, 0, 1)
        else:
            alone = not keys and self._saved.isHidden()
            self._grid.addWidget(self._about, 1, 0, 1, 5 if alone else 2)

    def _word(self, *, keys: bool) -> None:
        text = self._look.phrases.text
        hide, lock = text("Hide {key}", key=KEYS[Command.PRIVACY]), text("Lock {key}", key=KEYS[Command.LOCK])
        for button, long, short in (
            (self._hide, hide, text("Hide")),
            (self._lock, lock, text("Lock")),
        ):
            button.setText(long if keys else short)
            button.setToolTip("" if keys else long)
