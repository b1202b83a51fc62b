"""What lies in the bin of one person: a row for each thing, and the person as a whole first.

It must not offer to take out what cannot come out now.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from iroc_desktop.domain.bin import Thing
from iroc_desktop.services.bin import InBin, PersonsBin
from iroc_desktop.ui.screens.bin.sentences import put_away_when, thing_words
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind


class GroupCard(Card):
    """One person with what was put away."""

    out = Signal(object)
    """The `Thing` that shall be taken out."""
    destroying = Signal(object)
    """The `Thing` that shall be destroyed, after a confirmation."""

    def __init__(
        self, look: Look, group: PersonsBin, indicators: Mapping[str, str], destroyable: frozenset[Thing]
    ) -> None:
        """Name indicators by `indicators`; offer to destroy what is `destroyable`."""
        super().__init__(look, group.name)
        self._look = look
        self._indicators = indicators
        self._destroyable = destroyable
        self.buttons: list[Button] = []
        self.body.setSpacing(look.theme.space(1.5))
        for lying in group.heads:
            self.body.addWidget(self._row(lying, group.name))
        if group.away is not None and group.things:
            self._wait(group.things)

    def _row(self, lying: InBin, name: str) -> QWidget:
        phrases = self._look.phrases
        words = thing_words(lying, self._indicators, phrases)
        row = QWidget()
        row.setObjectName("clear")
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._look.theme.space(2))
        grid.setVerticalSpacing(self._look.theme.space(0.25))
        grid.setColumnStretch(0, 1)
        grid.addWidget(Text(words, TextKind.LABEL), 0, 0)
        grid.addWidget(Text(put_away_when(lying, phrases), TextKind.MUTED), 1, 0)
        place = QWidget()
        place.setObjectName("clear")
        flow = FlowLayout(place, gap=self._look.theme.space(0.5))
        for button in self._row_buttons(lying.thing, phrases.text("{name}: {what}", name=name, what=words)):
            flow.addWidget(button)
        if self._look.theme.text_scale <= 125:
            grid.addWidget(place, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            grid.addWidget(place, 2, 0)
        return row

    def _row_buttons(self, thing: Thing, what: str) -> list[Button]:
        phrases = self._look.phrases
        out = Button(self._look, phrases.text("Take out"))
        out.setAccessibleDescription(what)
        out.clicked.connect(lambda: self.out.emit(thing))
        made = [out]
        if thing in self._destroyable:
            destroy = Button(self._look, phrases.text("Destroy for good…"), ButtonKind.QUIET)
            destroy.setAccessibleDescription(what)
            destroy.clicked.connect(lambda: self.destroying.emit(thing))
            made.append(destroy)
        self.buttons.extend(made)
        return made

    def _wait(self, things: tuple[InBin, ...]) -> None:
        phrases = self._look.phrases
        count = len(things)
        self.body.addWidget(
            Text(
                phrases.plural(
                    "This one was in the bin before. It can follow once the person is out.",
                    "These {count} were in the bin before. They can follow once the person is out.",
                    count,
                ),
                TextKind.MUTED,
            )
        )
        for lying in things:
            self.body.addWidget(Text(thing_words(lying, self._indicators, phrases)))
