"""Buttons of the program: what they do in words, an icon beside it when that helps.

They must not act by themselves; whoever makes one connects it.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.pressable import Pressable


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


_FILLED = frozenset({ButtonKind.PRIMARY, ButtonKind.DANGER})
_INSET = 3.5
"""From the edge of a filled button to its inner ring, in pixels."""

_MIRRORED = {"arrow-left": "arrow-right", "arrow-right": "arrow-left"}


ALONE = frozenset({"chevron-up", "x", "zoom-in", "zoom-out"})
"""Icons that stand on a button without words."""


def icon_room(look: Look, *, words: bool = True) -> QSize:
    """Return the room of an icon on a button, with a gap on one side where `words` follow."""
    side = round(look.theme.pixels(TypeSize.BASE) * 1.25)
    # Qt's own gap of four pixels is too little beside large words
    gap = look.theme.grown(look.theme.space(0.5)) if words else 0
    return QSize(side + gap, side)


class Button(Pressable, QPushButton):
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
        # the frame's own ring is hard to see around a filled button, so these get a second one inside
        self._ring = look.theme.colour(_ICON_TOKENS[kind]) if kind in _FILLED else ""
        self._round = look.theme.radius - _INSET
        if icon:
            self._set_icon(look, icon, _ICON_TOKENS[kind])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the button, and the inner focus ring of a filled one."""
        super().paintEvent(event)
        if self._ring and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._ring), 1.5))
            inner = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
            painter.drawRoundedRect(inner, self._round, self._round)

    def _set_icon(self, look: Look, icon: str, token: str) -> None:
        mirrored, onward = self.isRightToLeft(), icon == "arrow-right"
        shown = _MIRRORED.get(icon, icon) if mirrored else icon
        self.setIcon(look.icons.icon(shown, token, at_right=mirrored != onward))
        self.setIconSize(icon_room(look, words=icon not in ALONE))
        if onward:
            # a button of the opposite direction puts its icon at the far end
            far = Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft
            self.setLayoutDirection(far)
