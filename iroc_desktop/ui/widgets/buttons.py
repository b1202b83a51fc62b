"""Buttons of the program: what they do in words, an icon beside it when that helps.

They must not act by themselves; whoever makes one connects it.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import TypeSize


class ButtonKind(StrEnum):
    """How much a button asks for attention; one PRIMARY to a screen."""

    PLAIN = "plain"
    PRIMARY = "primary"
    QUIET = "quiet"
    DANGER = "danger"


_ICON_TOKENS = {
    ButtonKind.PLAIN: "ink",
    ButtonKind.PRIMARY: "on_accent",
    ButtonKind.QUIET: "accent",
    ButtonKind.DANGER: "on_danger",
}


_MIRRORED = {"arrow-left": "arrow-right", "arrow-right": "arrow-left"}


class Button(QPushButton):
    """A push button with a verb on it; Enter presses it when it has the focus.

    An arrow points the way reading goes; the one that leads on stands after the words.
    """

    def __init__(
        self,
        look: Look,
        words: str,
        kind: ButtonKind = ButtonKind.PLAIN,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setProperty("kind", kind.value)
        self.setAutoDefault(True)
        if icon:
            self._set_icon(look, icon, _ICON_TOKENS[kind])

    def _set_icon(self, look: Look, icon: str, token: str) -> None:
        side = round(look.theme.pixels(TypeSize.BASE) * 1.25)
        mirrored = self.isRightToLeft()
        self.setIcon(look.icons.icon(_MIRRORED.get(icon, icon) if mirrored else icon, token))
        self.setIconSize(QSize(side, side))
        if icon == "arrow-right":
            # a button of the opposite direction puts its icon at the far end
            far = Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft
            self.setLayoutDirection(far)
