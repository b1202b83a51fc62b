"""A card of ways to other screens: a button for each, with a line on what is found there.

It must not know any screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind


@dataclass(frozen=True, slots=True)
class Way:
    """One way: the words on its button, what is found there, and what goes there."""

    words: str
    hint: str
    go: Callable[[], None]


class WaysCard(Card):
    """A button and a line for each way, in order."""

    def __init__(self, look: Look, heading: str, ways: Sequence[Way]) -> None:
        super().__init__(look, heading)
        for way in ways:
            go = Button(look, way.words)
            go.clicked.connect(lambda _, lead=way.go: lead())
            go.setAccessibleDescription(way.hint)
            self.body.addWidget(go, alignment=Qt.AlignmentFlag.AlignLeft)
            self.body.addWidget(Text(way.hint, TextKind.MUTED))
            self.body.addSpacing(look.theme.space(1))
