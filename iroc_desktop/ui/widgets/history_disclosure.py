"""A folded history: what changed, when and by whom, asked for when it is first opened.

It must not read anything by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.labels import Text, TextKind


class Line(Protocol):
    """One change."""

    @property
    def heading(self) -> str:
        """Return who and when."""

    @property
    def lines(self) -> Sequence[str]:
        """Return what changed."""


class HistoryDisclosure(Disclosure):
    """Lines under a line that opens."""

    wanted = Signal()
    """It was opened: what changed shall be read."""

    def __init__(self, look: Look, words: str) -> None:
        self._rows = QWidget()
        self._rows.setObjectName("clear")
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(look.theme.space(3), 0, 0, 0)
        self._column.setSpacing(look.theme.space(0.25))
        self._drawn: tuple[Line, ...] | None = None
        super().__init__(look, words, self._rows)
        self.opened.connect(lambda shown: self.wanted.emit() if shown else None)

    def show_lines(self, lines: Sequence[Line] | None) -> None:
        """Show these changes, or a word where there are none; None: they are being read."""
        given = None if lines is None else tuple(lines)
        if given is None or given == self._drawn:
            return
        self._drawn = given
        while (item := self._column.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        nothing = self._look.phrases.text("Nothing has changed yet.")
        for line in given:
            self._add(line)
        if not given:
            self._column.addWidget(Text(nothing, TextKind.MUTED))
        if self.is_open():
            first = given[0] if given else None
            announce(self, " ".join((first.heading, *first.lines)) if first else nothing)

    def _add(self, line: Line) -> None:
        if self._column.count():
            self._column.addSpacing(self._look.theme.space())
        self._column.addWidget(Text(line.heading, TextKind.SMALL))
        for words in line.lines:
            self._column.addWidget(Text(words))
