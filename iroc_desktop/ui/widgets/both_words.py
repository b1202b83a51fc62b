"""The same words twice: large in the person's language, small in the practitioner's.

It must not hold what somebody said: that has one language, theirs.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.turned import Turned

Say = Callable[[Phrases], str]
"""Says one thing in whichever language it is handed."""


class BothWords(QWidget):
    """The practitioner's words are hidden where they would be the same; without `theirs` they stand alone."""

    def __init__(self, turned: Turned, theirs: str, ours: str, kind: TextKind = TextKind.TITLE) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._doubled = bool(ours) and ours != theirs
        self.theirs = Text(theirs, kind)
        self.ours = Text(ours, TextKind.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(turned.look.theme.space(0.25))
        column.addWidget(self.theirs)
        column.addWidget(self.ours)
        # only now: a part without a parent would be shown as a window
        self.theirs.setVisible(bool(theirs))
        self.ours.setVisible(self._doubled)

    @classmethod
    def saying(cls, turned: Turned, say: Say, kind: TextKind = TextKind.TITLE) -> BothWords:
        """Return a sentence of the program in both languages."""
        return cls(turned, say(turned.phrases), say(turned.look.phrases), kind)

    def show_ours(self, shown: bool) -> None:
        """Show the practitioner's words, or only the person's."""
        self.ours.setVisible(shown and self._doubled)
