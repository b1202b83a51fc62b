"""The top bar: who the screen is about, when it was saved, hide and lock.

It must not be seen while the window is covered or locked, because it names a person.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iroc_desktop.ui.main_window.commands import KEYS, Command
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind


class TopBar(QWidget):
    """One line above the screens."""

    commanded = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Heading("", TextKind.DISPLAY)
        self._name.setWordWrap(False)
        self._about = Text("", TextKind.MUTED)
        self._saved = Text("", TextKind.MUTED, wrap=False)
        self._saved.setAccessibleDescription(look.phrases.text("When the last change was saved"))
        row = QHBoxLayout(self)
        space = look.theme.space
        row.setContentsMargins(space(3), space(2), space(3), 0)
        row.setSpacing(space(2))
        row.addWidget(self._name)
        row.addWidget(self._about, 1)
        row.addWidget(self._saved)
        hide = look.phrases.text("Hide {key}", key=KEYS[Command.PRIVACY])
        lock = look.phrases.text("Lock {key}", key=KEYS[Command.LOCK])
        for command, words, icon in ((Command.PRIVACY, hide, "eye-off"), (Command.LOCK, lock, "lock")):
            button = Button(look, words, icon=icon)
            button.clicked.connect(lambda _=False, command=command: self.commanded.emit(command))
            row.addWidget(button)

    def name(self, words: str, about: str) -> None:
        """Show who or what the screen is about, and a few quiet facts."""
        self._name.setText(words)
        self._about.setText(about)

    def say_saved(self, words: str) -> None:
        """Show when the last change was saved, such as "Saved 10:42"."""
        self._saved.setText(words)
