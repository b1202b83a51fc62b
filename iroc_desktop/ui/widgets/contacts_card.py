"""Whom to turn to when someone is distressed, as the organisation wrote it.

It must not bring a name or a number of ours: where nothing is written, it says where to write it.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.bullets import Bullets
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind


class ContactsCard(Card):
    """A calm list, one line for each contact."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, look.phrases.text("People who can help now"), parent)
        self._lines = Bullets(look)
        self._none = Text(
            look.phrases.text(
                "Your organisation has not written anybody here yet. You can add them in Settings, "
                "under “Your sessions”."
            ),
            TextKind.MUTED,
        )
        self.body.addWidget(self._lines)
        self.body.addWidget(self._none)
        self.show_contacts(())

    def show_contacts(self, lines: tuple[str, ...]) -> None:
        """Show these contacts, each a line such as "Night nurse, office 2"; none: where to add them."""
        self._lines.set_lines(lines)
        self._lines.setHidden(not lines)
        self._none.setHidden(bool(lines))
