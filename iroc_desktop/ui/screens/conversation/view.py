"""The practitioner's view of the conversation: one indicator, its card, and what stands beside it.

It must not decide anything: keys and presses go to the presenter, and its state is drawn.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from iroc_desktop.domain.conversation import NoteKind, Stage, UnratedReason
from iroc_desktop.domain.wording import Wording
from iroc_desktop.i18n.formats import long_date
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.conversation.answer_card import AnswerCard
from iroc_desktop.ui.screens.conversation.foot import Foot
from iroc_desktop.ui.screens.conversation.presenter import ConversationPresenter
from iroc_desktop.ui.screens.conversation.sentences import doubt_question, reason_key
from iroc_desktop.ui.screens.conversation.side import Side
from iroc_desktop.ui.screens.conversation.state import Sheet, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.asked_date import AskedDate
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.session_page import SessionPage
from iroc_desktop.ui.widgets.side_by_side import SideBySide

LARGEST_WITH_TWO_LINES = 125
"""Text size in per cent up to which the foot has two lines at all times."""


class ConversationView(SessionPage):
    """The conversation as the practitioner sees it.

    Number keys rate and move on, a press rates and stays. Backspace clears, left and right move; while
    writing, with Alt. Letters give a reason for no rating. Escape leaves a note.
    """

    def __init__(
        self, presenter: ConversationPresenter, look: Look, wording: Wording, parent: QWidget | None = None
    ) -> None:
        """Name the picture's spokes as `wording`, the practitioner's, does."""
        super().__init__(look, Stage.CONVERSATION, parent, own_foot=True)
        self._presenter = presenter
        self._look = look
        self._wording = wording
        self._drawn: Sheet | None = None
        self.card: AnswerCard | None = None
        self._opening = Text(look.phrases.text("One moment…"), TextKind.MUTED)
        self._date = Button(look, "", ButtonKind.QUIET, "calendar")
        self._date.hide()
        self.held = AskedDate(look, look.phrases.text("The day you met"), look.phrases.text("Use this date"))
        self.held.hide()
        self.next = Foot(look, self.asides)
        self._side = Side(look)
        self._content = QVBoxLayout()
        self._lay_out()
        self._connect()
        presenter.attach(self._show)

    def leave(self) -> None:
        """Keep what is typed, and stop drawing."""
        if self.card is not None:
            self.card.flush()
        self._presenter.flush()
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the question in sight while the window finds its size."""
        super().resizeEvent(event)
        if self.card is not None and self._on_the_scale():
            self.reveal_both(self.card.question, self.card.scale)

    def _show(self, _: State) -> None:
        # drawing may bring forth a newer state, such as a note that was still being typed
        newest = self._presenter.state
        if newest.sheet is not None:
            self._show_sheet(newest.sheet)
        self.show_problem(self._presenter.state.problem)

    def _show_sheet(self, sheet: Sheet) -> None:
        before, self._drawn = self._drawn, sheet
        if self.card is None:
            self._build(sheet)
        if self.card is None:
            return
        # a note that is still being typed belongs to the indicator that is leaving
        self.card.show_sheet(sheet)
        if self._presenter.state.sheet is not sheet:
            return
        self._side.picture.show_sheet(sheet, self._wording)
        self._side.prompts.show_page(sheet.page)
        self.next.show_sheet(sheet)
        self._show_date(sheet)
        self.next.show()
        self.next.more.show()
        self._follow(before, sheet)

    def _show_date(self, sheet: Sheet) -> None:
        phrases = self._look.phrases
        day = long_date(sheet.held.on, phrases.language)
        self._date.setText(phrases.text("Held on {day}", day=day))
        self._date.setAccessibleDescription(phrases.text("Change the day you met"))
        self._date.show()
        if self.held.isHidden() or sheet.held.asked is None:
            self.held.show_date(sheet.held.on)
        self.held.ask(doubt_question(sheet.held, phrases))

    def _follow(self, before: Sheet | None, sheet: Sheet) -> None:
        """Put the keyboard where the next thing is done, unless it is busy moving about."""
        turned = before is None or before.page.indicator_id != sheet.page.indicator_id
        if (
            self.card is not None
            and turned
            and not self.next.isAncestorOf(QApplication.focusWidget() or self)
        ):
            self.setFocusProxy(self.card.scale)
            if self._has_the_keyboard() or before is None:
                self.card.scale.focus_rating()
            self.reveal_both(self.card.question, self.card.scale)
        elif before is not None and sheet.finished and not before.finished and self._on_the_scale():
            self.next.focus_next()

    def _has_the_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is None or focused is self or self.isAncestorOf(focused)

    def _on_the_scale(self) -> bool:
        focused = QApplication.focusWidget()
        return self.card is not None and focused is not None and self.card.scale.isAncestorOf(focused)

    def _build(self, sheet: Sheet) -> None:
        self._opening.hide()
        presenter = self._presenter
        card = self.card = AnswerCard(self._look, sheet)
        card.rated.connect(presenter.rate)
        card.cleared.connect(presenter.clear)
        card.left_unrated.connect(presenter.leave_unrated)
        card.rated_as.connect(presenter.rate_as)
        card.moved.connect(presenter.move)
        card.noted.connect(self._note)
        self._columns = SideBySide(self._look, card, self._side, share=(19, 10))
        self._side.show()
        self._content.addWidget(self._columns, 1)
        for step in sheet.steps:
            if step in range(10):
                self._key(str(step), lambda step=step: presenter.rate(step, move_on=True))
        QWidget.setTabOrder(card, self._side)

    def _note(self, indicator_id: str, kind: NoteKind, text: str) -> None:
        self._presenter.type(indicator_id, kind, text)
        self._presenter.flush()

    def _lay_out(self) -> None:
        self._side.hide()
        self._side.setParent(self)
        self.next.hide()
        self.next.more.hide()
        self.beside.addWidget(self._date)
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.addWidget(self._opening)
        self.body.addWidget(self.held)
        self.body.addLayout(self._content, 1)
        self.foot.addWidget(self.next)
        # large text needs the height for the question: the second line scrolls with it
        (self.body if self._look.theme.text_scale > LARGEST_WITH_TWO_LINES else self.foot).addWidget(
            self.next.more
        )

    def _connect(self) -> None:
        presenter, phrases = self._presenter, self._look.phrases
        self.retried.connect(presenter.try_again)
        self._date.clicked.connect(self._toggle_date)
        self.held.picked.connect(presenter.hold_on)
        self.held.answered.connect(lambda keep: presenter.answer_doubt(keep=keep))
        self.next.moved.connect(self._move)
        self.next.jumped.connect(self._jump)
        self.next.turned.connect(presenter.to_person_view)
        self._side.prompts.asked_another_way.connect(presenter.ask_another_way)
        for keys, by in ((("Left", "Alt+Left"), -1), (("Right", "Alt+Right"), 1)):
            for key in keys:
                self._key(key, lambda by=by: self._move_by_arrow(by))
        for key in ("Backspace", "Delete"):
            self._key(key, presenter.clear)
        for reason in UnratedReason:
            self._key(
                reason_key(reason, phrases),
                lambda reason=reason: presenter.leave_unrated(reason, move_on=True),
            )
        self._key("Escape", self._back_to_the_scale)

    def _key(self, key: str, act: object) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self._act(act))

    def _act(self, act: object) -> None:
        if self._drawn is not None and callable(act):
            act()

    def _move_by_arrow(self, by: int) -> None:
        self._move(-by if self.isRightToLeft() else by)

    def _move(self, by: int) -> None:
        if self.card is not None:
            self.card.flush()
        self._presenter.move(by)

    def _jump(self, place: int) -> None:
        if self._drawn is not None:
            self._presenter.show_indicator(self._drawn.dots[place].indicator_id)

    def _back_to_the_scale(self) -> None:
        if self.card is not None:
            self.card.scale.focus_rating()
            self.reveal_both(self.card.question, self.card.scale)

    def _toggle_date(self) -> None:
        self.held.setVisible(self.held.isHidden())
        if not self.held.isHidden():
            self.held.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal(self.held)
