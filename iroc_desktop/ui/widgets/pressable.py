"""Buttons that stay on or off, and hear a screen reader's press as they hear the mouse and the space bar.

They must not tell a change that the program itself made: that is shown, not pressed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton

if TYPE_CHECKING:
    _Mixed = QAbstractButton
else:
    _Mixed = object


class Pressable(_Mixed):
    """To be named before one of Qt's button classes.

    Assistive technology toggles such a button from inside Qt, which tells `toggled` but never `clicked`; here
    it becomes a click. Only Python's `setChecked` counts as the program showing something.
    """

    _told = False

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]  # passed on to Qt's class as it came
        self.toggled.connect(self._on_toggled)

    def setChecked(self, checked: bool) -> None:  # noqa: N802 - Qt's name and its order
        """Show it on or off without a click."""
        before, self._told = self._told, True
        super().setChecked(checked)
        self._told = before

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Change because it was pressed; Qt tells the click itself."""
        before, self._told = self._told, True
        super().nextCheckState()
        self._told = before

    def _on_toggled(self, checked: bool) -> None:
        if self._told or (not checked and self._gave_way()):
            return
        self.setChecked(not checked)
        self.click()

    def _gave_way(self) -> bool:
        """Return whether this button went off because another one of its group went on."""
        group: QButtonGroup | None = self.group()
        return self.autoExclusive() or (group is not None and group.exclusive())


class RadioButton(Pressable, QRadioButton):
    """Qt's radio button, pressable by a screen reader."""


class CheckBox(Pressable, QCheckBox):
    """Qt's check box, pressable by a screen reader."""
