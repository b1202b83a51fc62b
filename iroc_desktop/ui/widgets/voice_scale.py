"""The scale of one voice beside the person's: the same buttons, and each says whose rating it is.

It must not rate for anybody else: a number typed here stays here.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.rating_scale import RatingScale
from iroc_desktop.ui.widgets.step_button import StepButton

_OWN_KEYS = frozenset(
    {Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10)} | {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
)
"""Elsewhere on a page they may belong to the person's rating."""


class VoiceScale(RatingScale):
    """A rating scale that is named by its voice."""

    def __init__(self, look: Look, voice: str, steps: Mapping[int, str], area_token: str) -> None:
        """Name every step by `voice`, as the screen calls it."""
        super().__init__(look, steps, area_token)
        self.setAccessibleName(voice)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for button in self.findChildren(StepButton):
            step = button.accessibleName()
            button.setAccessibleName(look.phrases.text("{voice}: {step}", voice=voice, step=step))

    def event(self, event: QEvent) -> bool:
        """Keep the number keys from the page's own shortcuts."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and Qt.Key(event.key()) in _OWN_KEYS
        ):
            event.accept()
            return True
        return super().event(event)
