"""Draws choosing: the areas, the chosen ones, the next meeting, and completing.

It must not complete without the practitioner having seen what that means.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.choose.choices_card import ChoicesCard, ChosenCard
from iroc_desktop.ui.screens.choose.closing_cards import CompleteCard, NextCard
from iroc_desktop.ui.screens.choose.presenter import ChoosePresenter, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.session_page import SessionPage
from iroc_desktop.ui.widgets.side_by_side import SideBySide, beginning_with


class ChooseView(SessionPage):
    """The end of a conversation in progress."""

    def __init__(self, presenter: ChoosePresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, Stage.CHOOSE, parent, own_foot=True)
        self._presenter = presenter
        self._look = look
        self._confirming = False
        self._opening = Text(look.phrases.text("One moment…"), TextKind.MUTED)
        self.choices = ChoicesCard(look)
        self.chosen = ChosenCard(look)
        self.next = NextCard(look)
        self.completing = CompleteCard(look)
        self._columns = SideBySide(look, self.choices, self._end(), share=(3, 2), least=760)
        self._back = Button(look, look.phrases.text("Back"), icon="arrow-left")
        self.complete = Button(look, look.phrases.text("Complete and print…"), ButtonKind.PRIMARY)
        self._lay_out()
        self._connect()
        presenter.attach(self._show)

    def leave(self) -> None:
        """Keep what is typed, and stop drawing."""
        self.next.note.flush()
        self._presenter.flush()
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        self.show_problem(state.problem)
        sheet = state.sheet
        if sheet is None:
            return
        first = self._columns.isHidden()
        self._opening.hide()
        self._columns.show()
        self.choices.show_sheet(sheet, state.refused)
        self.chosen.show_sheet(sheet)
        self._order_keyboard()
        self.next.show_meeting(sheet.next)
        self.completing.show_sheet(sheet, busy=state.completing)
        self._turn(confirming=state.confirming)
        if first:
            button = next(iter(self.choices.buttons.values()))
            self.setFocusProxy(button)
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_keyboard(self) -> None:
        chosen = self.chosen.buttons
        tab_through((self.choices, *chosen, self.next, self._back, self.complete))

    def _turn(self, *, confirming: bool) -> None:
        before, self._confirming = self._confirming, confirming
        self.completing.setVisible(confirming)
        self.complete.setEnabled(not confirming)
        if confirming and not before:
            self.completing.complete.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal_soon(self.completing)
        elif before and not confirming:
            self.complete.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> QWidget:
        end = QWidget()
        column = QVBoxLayout(end)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.space(2))
        column.addWidget(self.chosen)
        column.addWidget(self.next)
        column.addStretch(1)
        return end

    def _lay_out(self) -> None:
        self._columns.hide()
        self.completing.hide()
        self.body.addWidget(self._opening)
        self.body.addWidget(self.completing)
        self.body.addWidget(self._columns, 1)
        back = beginning_with(self._back)
        self.foot.addWidget(SideBySide(self._look, back, self.complete, share=(1, 0), least=0))

    def _connect(self) -> None:
        presenter = self._presenter
        self.staged.connect(self._to_stage)
        self.retried.connect(presenter.try_again)
        self.choices.toggled.connect(presenter.toggle)
        self.chosen.raised.connect(presenter.put_first)
        self.chosen.dropped.connect(presenter.toggle)
        self.next.met_on.connect(presenter.meet_on)
        self.next.answered.connect(lambda keep: presenter.answer_doubt(keep=keep))
        self.next.noted.connect(self._note)
        self.completing.completed.connect(presenter.complete)
        self.completing.cancelled.connect(lambda: presenter.ask_to_complete(wanted=False))
        self.completing.jumped.connect(presenter.show_indicator)
        self._back.clicked.connect(lambda: self._to_stage(Stage.PICTURE))
        self.complete.clicked.connect(lambda: self._to_stage(Stage.PRINT))

    def _to_stage(self, stage: Stage) -> None:
        self.next.note.flush()
        self._presenter.to_stage(stage)

    def _note(self, text: str) -> None:
        self._presenter.type_note(text)
        self._presenter.flush()
