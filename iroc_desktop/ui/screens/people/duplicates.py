"""The hint that somebody of nearly the same name is in the record already.

It must not stop anybody from saving.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iroc_desktop.ui.screens.people.form_presenter import Candidate
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind

MOST = 3
"""More names than these help nobody to decide."""


class Duplicates(QFrame):
    """A quiet notice with a button for each candidate; hidden while there is none."""

    opened = Signal(str)
    """The id of the person to open instead."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[Candidate, ...] = ()
        self.buttons: tuple[Button, ...] = ()
        self.setProperty("kind", "notice")
        title = look.phrases.text("Is it one of these? Then open their page instead.")
        self.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.addWidget(Text(title, TextKind.LABEL))
        self._row = QWidget()
        self._row.setObjectName("clear")
        self._flow = FlowLayout(self._row, gap=look.theme.space())
        layout.addWidget(self._row)
        layout.addWidget(Text(look.phrases.text("If not, just go on."), TextKind.MUTED))
        self.hide()

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show who may be the same person."""
        wanted = tuple(candidates)[:MOST]
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = tuple(self._button(each) for each in wanted)
        for button in self.buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(wanted))
        self._row.updateGeometry()
        if wanted:
            announce(self, self.accessibleName())

    def _button(self, candidate: Candidate) -> Button:
        phrases = self._look.phrases
        words = (
            phrases.text("{name}, {site}", name=candidate.name, site=candidate.site)
            if candidate.site
            else candidate.name
        )
        # a lone & would become an access key
        button = Button(self._look, words.replace("&", "&&"))
        button.setAccessibleName(phrases.text("Open {name} instead", name=words))
        button.clicked.connect(lambda: self.opened.emit(candidate.person_id))
        return button
