"""A number with its word, such as "12 months"; scrolling past does not change it.

It must not decide what the words are: whoever makes one says how each number is said.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox


class CountedBox(QSpinBox):
    """Tells a typed number once it is whole."""

    def __init__(self, said: Callable[[int], str]) -> None:
        super().__init__()
        self._said = said
        self.setKeyboardTracking(False)

    def textFromValue(self, value: int) -> str:  # noqa: N802 - Qt's name
        """Return the number with its word."""
        return self._said(value)

    def valueFromText(self, text: str) -> int:  # noqa: N802 - Qt's name
        """Return the number in what was typed, or the present one."""
        digits = "".join(each for each in text if each.isdigit())
        return int(digits) if digits else self.value()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page scroll instead."""
        event.ignore()
