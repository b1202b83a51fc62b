"""Draws the staying-well plan: eight headings with the person's own lines under them.

It must not drop a word that is being typed.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.keyed import LINE
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.writers import Piece
from iroc_desktop.ui.screens.staying_well.presenter import State, StayingWellPresenter
from iroc_desktop.ui.screens.staying_well.sentences import section_labels
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.lines_card import LinesCard
from iroc_desktop.ui.widgets.session_page import SessionPage
from iroc_desktop.ui.widgets.side_by_side import SideBySide, beginning_with

WIDEST = 820
"""Of the column of cards, in pixels at 100 % text: lines stay readable."""


class StayingWellView(SessionPage):
    """One person's staying-well plan, to read and to change."""

    def __init__(self, presenter: StayingWellPresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, None, parent)
        self._presenter = presenter
        self._look = look
        text = look.phrases.text
        self._removed = Text(text("A line was taken away."), TextKind.MUTED)
        self._undo = Button(look, text("Undo"))
        self._back = Button(look, text("See their page"), icon="user")
        self.contacts = Button(look, text("Add our contacts for hard times"), ButtonKind.QUIET, "plus")
        self.print = Button(look, text("Print…"), ButtonKind.PRIMARY, "printer")
        self.sections = {each: self._section(each) for each in StayingWellSection}
        self.sections[StayingWellSection.CONTACTS].body.addWidget(
            self.contacts, alignment=Qt.AlignmentFlag.AlignLeading
        )
        self._lay_out()
        self.retried.connect(presenter.try_again)
        self._undo.clicked.connect(presenter.undo)
        self.contacts.clicked.connect(presenter.take_contacts)
        self._back.clicked.connect(presenter.to_person)
        self.print.clicked.connect(self._print)
        self.setFocusProxy(self.sections[StayingWellSection.KEEPS_ME_WELL].add)
        presenter.attach(self._show)

    def leave(self) -> None:
        """Keep what is typed, and stop drawing."""
        self._flush()
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        self.show_problem(state.problem)
        gone = bool(state.removed)
        self._removed.setVisible(gone)
        self._undo.setVisible(gone)
        if gone:
            self._undo.setFocus(Qt.FocusReason.OtherFocusReason)
        if state.plan is None:
            return
        self.contacts.setVisible(bool(state.contacts))
        self.contacts.setToolTip("\n".join(state.contacts))
        for section, card in self.sections.items():
            lines = state.plan.section(section)
            card.show_lines([(line.id, line.words) for line in lines])
            whole = Entity(EntityKind.STAYING_WELL, state.plan.person_id)
            card.written.about(*(Piece(whole, f"{LINE}/{line.id}") for line in lines))
        tab_through((self._undo, *self.sections.values(), self._back, self.print))

    def _flush(self) -> None:
        for card in self.sections.values():
            card.flush()

    def _print(self) -> None:
        self._flush()
        self._presenter.print_staying_well()

    def _section(self, section: StayingWellSection) -> LinesCard:
        presenter = self._presenter
        card = LinesCard(self._look, section_labels(section, self._look.phrases))
        card.added.connect(lambda words: presenter.add(section, words))
        card.worded.connect(presenter.word)
        card.raised.connect(lambda line_id: presenter.put_up(section, line_id))
        card.removed.connect(presenter.remove)
        return card

    def _lay_out(self) -> None:
        text, space = self._look.phrases.text, self._look.theme.space
        column = QWidget()
        column.setObjectName("clear")
        column.setMaximumWidth(self._look.theme.grown(WIDEST))
        # wrapped words ask for more height than they need, and the page would end in nothing
        column.setMinimumHeight(1)
        cards = QVBoxLayout(column)
        cards.setContentsMargins(0, 0, 0, space(2))
        cards.setSpacing(space(2))
        cards.addWidget(Heading(text("Staying well"), TextKind.TITLE))
        cards.addWidget(Text(text("In your own words, as much or as little as you like."), TextKind.MUTED))
        cards.addWidget(beginning_with(self._removed, self._undo))
        for card in self.sections.values():
            cards.addWidget(card)
        cards.addStretch(1)
        self.body.addWidget(column, 1)
        self.foot.addWidget(
            SideBySide(self._look, beginning_with(self._back), self.print, share=(1, 0), least=0)
        )
