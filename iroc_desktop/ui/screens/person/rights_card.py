"""What a person may ask for about their own record: to see all of it, and to be forgotten.

It must not do either by itself: both lead to screens of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text


@dataclass(frozen=True, slots=True)
class Rights:
    """The ways that the card leads to."""

    everything_held: Callable[[], None]
    ask_to_be_forgotten: Callable[[], None]


class RightsCard(Card):
    """A sentence and two quiet buttons."""

    def __init__(self, look: Look, rights: Rights | None) -> None:
        """Without `rights`, the card stays out of sight."""
        super().__init__(look, look.phrases.text("Their record is theirs"))
        text = look.phrases.text
        self._wanted = rights is not None
        words = text("They may see everything that is kept about them, and may ask that it is forgotten.")
        self.everything = Button(look, text("Everything held"), icon="list")
        self.forget = Button(look, text("Ask to be forgotten…"), ButtonKind.QUIET)
        self.body.addWidget(Text(words))
        row = FlowLayout(gap=look.theme.space(1))
        row.addWidget(self.everything)
        row.addWidget(self.forget)
        self.body.addLayout(row)
        if rights is not None:
            self.everything.clicked.connect(rights.everything_held)
            self.forget.clicked.connect(rights.ask_to_be_forgotten)
        self.hide()

    def person_known(self) -> None:
        """Show the card, now that the page knows whom it is about."""
        if self._wanted:
            self.show()
