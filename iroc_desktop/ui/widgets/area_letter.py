"""The large letter of an area, in the area's colour.

It must not stand alone: a screen reader hears the area's name, which is shown beside it.
"""

from __future__ import annotations

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.labels import Text, TextKind


class AreaLetter(Text):
    """Such as H; `area_token` names the area's look in the theme."""

    def __init__(self, look: Look, area_token: str) -> None:
        area = look.theme.area(area_token)
        super().__init__(area.letter, TextKind.DISPLAY, wrap=False)
        size = look.theme.pixels(TypeSize.DISPLAY)
        self.setStyleSheet(f"color: {area.colour}; font-size: {size}px; font-weight: 600;")
