"""Draws the organisation's own pages: the way to add some, what became of them, and Undo.

It must not read a folder: it asks for one, and hands it on.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.system.content.own_pages import Brought
from iroc_desktop.ui.screens.toolkit.own_pages_presenter import OwnPagesPresenter, OwnState
from iroc_desktop.ui.screens.toolkit.sentences import brought_words, fault_line
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.bullets import Bullets
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.saving_place import AskFolder


class OwnPagesCard(Disclosure):
    """Folded up until somebody wants it, or there is something to undo."""

    def __init__(self, look: Look, presenter: OwnPagesPresenter, ask: AskFolder) -> None:
        """Ask for folders with `ask`."""
        content = QWidget()
        content.setObjectName("clear")
        super().__init__(look, look.phrases.text("Pages of your organisation"), content)
        self._presenter, self._ask = presenter, ask
        self._brought: Brought | None = None
        say = look.phrases.text
        self.add = Button(look, say("Add pages from a folder or stick…"), icon="plus")
        self.add.clicked.connect(self._add)
        self.undo = Button(look, say("Undo"), ButtonKind.QUIET)
        self.undo.clicked.connect(presenter.put_back)
        self._told = Text("", TextKind.LABEL)
        self._faults = Bullets(look)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(0.75))
        about = say("Each page is checked first. Those with a fault are named; the others are added.")
        column.addWidget(Text(about, TextKind.MUTED))
        row = QWidget()
        row.setObjectName("clear")
        flow = FlowLayout(row, gap=look.theme.space(1))
        flow.addWidget(self.add)
        flow.addWidget(self.undo)
        column.addWidget(row)
        column.addWidget(self._told)
        column.addWidget(self._faults)
        for part in (self.undo, self._told, self._faults):
            part.hide()

    def show_state(self, state: OwnState) -> None:
        """Tell what happened a moment ago."""
        phrases = self._look.phrases
        said = brought_words(state.brought, phrases) if state.brought else ""
        if state.taken_out:
            said = phrases.text("“{title}” is no longer in the toolkit.", title=state.title)
        faults = state.brought.faults if state.brought else ()
        if said and said != self._told.text():
            self.set_open(True)
            announce(self, said)
        self._told.setText(said)
        self._told.setVisible(bool(said))
        self.undo.setVisible(bool(state.taken_out))
        self._faults.setVisible(bool(faults))
        self._faults.set_lines([fault_line(each, phrases) for each in faults])

    def _add(self) -> None:
        folder = self._ask(self, self._look.phrases.text("Add pages from a folder or stick"))
        if folder is not None:
            self._presenter.bring(folder)
