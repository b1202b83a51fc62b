"""Draws the last stage of a session, and what stays on the screen once it is finished.

It must not show a way through the stages of a session that is finished.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.closing.cards import FinishCard, FinishedCard, NextCard, ReflectionCard
from iroc_desktop.ui.screens.closing.presenter import ClosingPresenter
from iroc_desktop.ui.screens.closing.state import NextMeeting, Sheet, State, TakeAway
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.prompts_card import PromptsCard
from iroc_desktop.ui.widgets.session_page import SessionPage
from iroc_desktop.ui.widgets.side_by_side import SideBySide


class ClosingView(SessionPage):
    """The end of a session."""

    def __init__(
        self,
        presenter: ClosingPresenter,
        look: Look,
        prompts: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Show `prompts` beside the rest until the session is finished."""
        super().__init__(look, Stage.PRINT, parent)
        self._presenter = presenter
        self._look = look
        self._begun = False
        self._over = False
        self._opening = Text(look.phrases.text("One moment…"), TextKind.MUTED)
        self.next = NextCard(look)
        self.finishing = FinishCard(look)
        self.finished = FinishedCard(look)
        self.reflection = ReflectionCard(look)
        self.prompts = PromptsCard(look)
        self.prompts.set_lines(prompts)
        first = self._column(self.next, self.finishing, self.finished)
        beside = self._column(self.reflection, self.prompts)
        self._columns = SideBySide(look, first, beside, share=(3, 2), least=760)
        self._columns.hide()
        self.body.addWidget(self._opening)
        self.body.addWidget(self._columns, 1)
        self._connect()
        presenter.attach(self._show)

    def leave(self) -> None:
        """Keep what is typed, and stop drawing."""
        self.next.note.flush()
        self.reflection.words.flush()
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        self.show_problem(state.problem)
        if state.reflection is None:
            return
        self._opening.hide()
        self._columns.show()
        self.reflection.show_words(state.reflection)
        if state.sheet is not None:
            self._show_sheet(state.sheet, busy=state.finishing)
        elif state.taken is not None:
            self._show_taken(state.taken)
        tab_through((self.next, self.finishing, self.finished, self.reflection, self.prompts, self.ways))

    def _show_sheet(self, sheet: Sheet, *, busy: bool) -> None:
        self.finished.hide()
        self.next.setVisible(sheet.meeting is not None)
        if sheet.meeting is not None:
            self._show_meeting(sheet.meeting)
        # what is typed between finishing and its answer would belong to a conversation that is locked
        self.next.setEnabled(not busy)
        self.finishing.show_sheet(sheet, busy=busy)
        if not self._begun:
            self._begun = True
            self._begin_with(self.next.day.field if sheet.meeting else self.finishing.finish)

    def _show_meeting(self, meeting: NextMeeting) -> None:
        question = self.next.day.question
        asked_before = question.isVisibleTo(self)
        self.next.show_meeting(meeting)
        if question.isVisibleTo(self) and not asked_before:
            self.reveal_both(self.next.day, question)

    def _show_taken(self, taken: TakeAway) -> None:
        self.finished.show_taken(taken)
        if self._over:
            return
        self._over = True
        self._end()
        self._begin_with(self.finished.first)
        if self._begun:
            announce(self, self._look.phrases.text("The session is finished"))

    def _end(self) -> None:
        for part in (self.next, self.finishing, self.prompts):
            part.hide()
        self.end_stages()
        self.finished.show()
        self.reveal_both(self.finished, self.finished.first)

    def _begin_with(self, widget: QWidget) -> None:
        self.setFocusProxy(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _column(self, *cards: QWidget) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._look.theme.space(2))
        for card in cards:
            layout.addWidget(card)
        layout.addStretch(1)
        return column

    def _connect(self) -> None:
        presenter = self._presenter
        self.retried.connect(presenter.try_again)
        self.next.met_on.connect(presenter.meet_on)
        self.next.answered.connect(lambda keep: presenter.answer_doubt(keep=keep))
        self.next.noted.connect(presenter.note_meeting)
        self.finishing.finished.connect(self._finish)
        self.finishing.jumped.connect(presenter.show_indicator)
        self.reflection.words.edited.connect(presenter.reflect)
        for button, way in (
            (self.finished.summary, presenter.to_summary),
            (self.finished.plan, presenter.print_plan),
            (self.finished.staying_well, presenter.to_staying_well),
            (self.finished.worksheets, presenter.to_worksheets),
            (self.finished.person, presenter.to_person),
        ):
            button.clicked.connect(way)

    def _finish(self) -> None:
        self.next.note.flush()
        self.reflection.words.flush()
        question = self.next.day.question
        if question.isVisibleTo(self):
            # the day that was picked is not kept before this is answered
            question.keep.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal_soon(question)
        else:
            self._presenter.finish()
