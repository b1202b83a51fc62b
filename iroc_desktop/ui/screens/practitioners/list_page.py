"""The list of colleagues: who can open the record, who could once, and the recovery sheet.

It must not hide what somebody may not do: it is shown, and whom to ask.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iroc_desktop.services.practitioners import Colleague
from iroc_desktop.ui.screens.practitioners.presenter import PractitionersPresenter
from iroc_desktop.ui.screens.practitioners.sentences import called, facts, name_words, told_words, whom_to_ask
from iroc_desktop.ui.screens.practitioners.state import Busy, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind


class ListPage(QWidget):
    """Everybody, with what can be done about each."""

    def __init__(self, presenter: PractitionersPresenter, look: Look, state: State) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._presenter, self._look = presenter, look
        self._drawn: tuple[Colleague, ...] | None = None
        text = look.phrases.text
        self.rows: list[ColleagueRow] = []
        self._told = Text("", TextKind.LABEL)
        self._ask = Text("", TextKind.MUTED)
        self._here = Card(look, text("Who can open the record"))
        self._lines = QVBoxLayout()
        self._before = Card(look, text("Worked here before"))
        self._past = QVBoxLayout()
        self.add = Button(look, text("Let a colleague in…"), ButtonKind.PRIMARY, "plus")
        self.add.clicked.connect(presenter.add)
        self.renew = Button(look, text("Make a new recovery sheet…"))
        self.renew.clicked.connect(presenter.renew_sheet)
        self.leave = Button(look, text("Back to settings"), icon="arrow-left")
        self.leave.clicked.connect(presenter.back)
        self._sheet = Card(look, text("Recovery sheet"))
        self._lay_out()
        self.setFocusProxy(self.add)

    def show_state(self, state: State) -> None:
        """Show who works here, and what was done a moment ago."""
        words = told_words(state, self._look.phrases)
        self._told.setText(words)
        self._told.setVisible(bool(words))
        lead, free = state.is_lead, state.busy is Busy.NOTHING
        read = state.colleagues is not None
        self._ask.setText(whom_to_ask(state, self._look.phrases) if read and not lead else "")
        self._ask.setVisible(read and not lead)
        if state.colleagues != self._drawn:
            self._draw(state)
        for row in self.rows:
            row.allow(lead=lead, free=free)
        for button in (self.add, self.renew):
            button.setEnabled(lead and free)

    def _draw(self, state: State) -> None:
        self._drawn = state.colleagues
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [ColleagueRow(self._presenter, self._look, each) for each in (*state.here, *state.before)]
        for row in self.rows:
            (self._lines if row.colleague.has_access else self._past).addWidget(row)
            row.show()
        self._before.setVisible(bool(state.before))
        here = [row for row in self.rows if row.colleague.has_access]
        past = [row for row in self.rows if not row.colleague.has_access]
        tab_through((*here, self.add, *past, self.renew, self.leave))
        if not state.is_lead:
            own = next((row for row in here if row.colleague.is_oneself), None)
            if own is not None:
                self.setFocusProxy(own)

    def _lay_out(self) -> None:
        text, space = self._look.phrases.text, self._look.theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2.5))
        column.addWidget(self._told)
        column.addWidget(self._ask)
        intro = text("Each of you has a passphrase of your own. Nobody needs to know anybody else's.")
        self._here.body.addWidget(Text(intro, TextKind.MUTED))
        self._here.body.addLayout(self._lines)
        self._here.body.addSpacing(space(1))
        self._here.body.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeading)
        self._before.body.addLayout(self._past)
        for lines in (self._lines, self._past):
            lines.setSpacing(space(2))
        about = text(
            "It opens the record when a team lead forgets the passphrase. Make a new one when the old one "
            "is lost, or when somebody may have seen it who should not."
        )
        self._sheet.body.addWidget(Text(about, TextKind.MUTED))
        self._sheet.body.addWidget(self.renew, alignment=Qt.AlignmentFlag.AlignLeading)
        for card in (self._here, self._before, self._sheet):
            column.addWidget(card)
        column.addWidget(self.leave, alignment=Qt.AlignmentFlag.AlignLeading)
        for part in (self._told, self._ask, self._before):
            part.hide()
        column.addStretch(1)


class ColleagueRow(QFrame):
    """One colleague: name, role, and what can be done."""

    def __init__(self, presenter: PractitionersPresenter, look: Look, colleague: Colleague) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.colleague = colleague
        self._look = look
        phrases = look.phrases
        self.own: list[Button] = []
        self.leads: list[Button] = []
        flow_holder = QWidget()
        flow_holder.setObjectName("clear")
        self._flow = FlowLayout(flow_holder, gap=look.theme.space())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(0.5))
        column.addWidget(Heading(name_words(colleague, phrases), TextKind.LABEL))
        column.addWidget(Text(facts(colleague, phrases), TextKind.MUTED))
        column.addWidget(flow_holder)
        self._fill(presenter)
        self.setFocusProxy((self.own or self.leads)[0])

    def allow(self, *, lead: bool, free: bool) -> None:
        """Let be pressed what whoever is at the desk may do."""
        for button in self.own:
            button.setEnabled(free)
        for button in self.leads:
            button.setEnabled(lead and free)

    def _fill(self, presenter: PractitionersPresenter) -> None:
        text, colleague = self._look.phrases.text, self.colleague
        name, named = called(colleague, self._look.phrases), bool(colleague.practitioner.name)
        if colleague.is_oneself:
            own = text("Change my passphrase…")
            self.own.append(self._button(own, own, presenter.change_own))
        elif colleague.has_access and named:
            full = text("New passphrase for {name}", name=name)
            self._lead(text("New passphrase…"), full, lambda: presenter.give(colleague))
        elif named:
            full = text("Let {name} in again", name=name)
            self._lead(text("Let in again…"), full, lambda: presenter.give(colleague))
        if colleague.has_access and named:
            full = text("Change the role of {name}", name=name)
            self._lead(text("Change role…"), full, lambda: presenter.consider_role(colleague))
        if colleague.has_access and not colleague.is_oneself:
            full = text("End the access of {name}", name=name)
            self._lead(text("End access…"), full, lambda: presenter.consider_removal(colleague))

    def _lead(self, words: str, full: str, do: Callable[[], None]) -> None:
        self.leads.append(self._button(words, full, do))

    def _button(self, words: str, full: str, do: Callable[[], None]) -> Button:
        button = Button(self._look, words)
        button.setAccessibleName(full)
        button.clicked.connect(lambda _=False: do())
        self._flow.addWidget(button)
        return button
