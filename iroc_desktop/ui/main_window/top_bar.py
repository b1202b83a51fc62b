"""The top bar: who the screen is about, when it was saved, hide and lock.

It must not be seen while the window is covered or locked, because it names a person.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iroc_desktop.ui.main_window.commands import KEYS, Command
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind

LARGE_TEXT = 150
"""From this text size on, in per cent, name and facts stand on lines of their own."""


class TopBar(QWidget):
    """One line above the screens."""

    commanded = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        large = look.theme.text_scale >= LARGE_TEXT
        self._name = Heading("", TextKind.TITLE if large else TextKind.DISPLAY)
        self._about = Text("", TextKind.MUTED)
        self._saved = Text("", TextKind.MUTED, wrap=False)
        self._saved.setAccessibleDescription(look.phrases.text("When the last change was saved"))
        facts = QHBoxLayout()
        facts.setSpacing(look.theme.space(2))
        facts.addWidget(self._about, 1)
        facts.addWidget(self._saved)
        first = QHBoxLayout()
        first.setSpacing(look.theme.space(2))
        first.addWidget(self._name, 1 if large else 0)
        if not large:
            first.addLayout(facts, 1)
        for button in self._buttons(look):
            first.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.theme.space(3), look.theme.space(2), look.theme.space(3), 0)
        rows.setSpacing(0)
        rows.addLayout(first)
        if large:
            # beside the name there would be room for one word on each of many lines
            rows.addLayout(facts)

    def _buttons(self, look: Look) -> list[Button]:
        hide = look.phrases.text("Hide {key}", key=KEYS[Command.PRIVACY])
        lock = look.phrases.text("Lock {key}", key=KEYS[Command.LOCK])
        made = [Button(look, hide, icon="eye-off"), Button(look, lock, icon="lock")]
        for command, button in zip((Command.PRIVACY, Command.LOCK), made, strict=True):
            button.clicked.connect(partial(self._pressed, command))
        return made

    def _pressed(self, command: Command, _: bool) -> None:
        self.commanded.emit(command)

    def name(self, words: str, about: str) -> None:
        """Show who or what the screen is about, and a few quiet facts."""
        self._name.setText(words)
        self._about.setText(about)

    def say_saved(self, words: str) -> None:
        """Show when the last change was saved, such as "Saved 10:42"."""
        self._saved.setText(words)
