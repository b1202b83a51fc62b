"""Questions that open a conversation: a few at a glance, the others one press away.

It must not ask by itself: the practitioner chooses what to say, and when to be silent.
"""

from __future__ import annotations

from typing import Final

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.bullets import Bullets
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.disclosure import Disclosure

PROMPTS_AT_FIRST: Final = 3
"""Enough to choose from at a glance."""


class PromptsCard(Card):
    """What one could ask now; hidden while there is nothing."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("You could ask"))
        self._shown: tuple[str, ...] | None = None
        self._first = Bullets(look)
        self._others = Bullets(look)
        self._more = Disclosure(look, look.phrases.text("More to ask"), self._others)
        self.body.addWidget(self._first)
        self.body.addWidget(self._more)
        self.body.addStretch(1)

    def set_lines(self, lines: tuple[str, ...]) -> None:
        """Show these questions; the same ones again leave what was unfolded as it is."""
        if lines == self._shown:
            return
        self._shown = lines
        self._first.set_lines(lines[:PROMPTS_AT_FIRST])
        self._others.set_lines(lines[PROMPTS_AT_FIRST:])
        self._more.set_open(False)
        self._more.setHidden(len(lines) <= PROMPTS_AT_FIRST)
        if not lines:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()
