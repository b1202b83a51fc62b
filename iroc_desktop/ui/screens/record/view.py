"""Draws a completed conversation to read, its corrections, and the form that makes another.

It must not change an answer in place: every correction has a reason and keeps the old value.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.i18n.formats import full_date, long_date
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.writers import Piece
from iroc_desktop.ui.screens.record.form_card import FormCard
from iroc_desktop.ui.screens.record.presenter import RecordPresenter
from iroc_desktop.ui.screens.record.session_card import SessionCard
from iroc_desktop.ui.screens.record.state import Form, Sheet, State
from iroc_desktop.ui.screens.record.told_card import ToldCard
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.session_page import SessionPage
from iroc_desktop.ui.widgets.side_by_side import SideBySide, beginning_with
from iroc_desktop.ui.widgets.written_by import WrittenBy


class RecordView(SessionPage):
    """One completed conversation."""

    def __init__(self, presenter: RecordPresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, None, parent)
        self._presenter = presenter
        self._look = look
        self._drawn: Sheet | None = None
        self._said = ""
        self.form: FormCard | None = None
        self.cards: dict[str, ToldCard] = {}
        self._opening = Text(look.phrases.text("One moment…"), TextKind.MUTED)
        self._title = Heading("", TextKind.TITLE)
        self._about = Text("", TextKind.MUTED)
        self._written = WrittenBy(look)
        self._form_place, self._answers = QVBoxLayout(), QVBoxLayout()
        self.session = SessionCard(look)
        self._corrected = Text("", TextKind.MUTED)
        self.person = Button(look, look.phrases.text("Person page"), icon="user")
        self.away = Button(look, look.phrases.text("Put in the bin"), ButtonKind.QUIET)
        self._whole = Text(look.phrases.text("This conversation, with its session"), TextKind.LABEL)
        self.away.setAccessibleDescription(self._whole.text())
        self.summary = Button(look, look.phrases.text("Print summary"), ButtonKind.PRIMARY, "printer")
        self._lay_out()
        self._connect()
        presenter.attach(self._show)

    def leave(self) -> None:
        """Stop drawing; a correction that was not kept is let go."""
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        self.show_problem(state.problem)
        if state.sheet is not None and state.sheet != self._drawn:
            self._show_sheet(state.sheet)
        self._show_form(state.form, state.sheet)
        self._say(state)

    def _say(self, state: State) -> None:
        said = ""
        if state.corrected:
            said = self._look.phrases.text(
                "{indicator} is corrected. The old answer stays readable.", indicator=state.corrected
            )
        self._corrected.setText(said)
        if said and said != self._said:
            announce(self, said)
        self._said = said

    def _show_sheet(self, sheet: Sheet) -> None:
        first, self._drawn = self._drawn is None, sheet
        phrases = self._look.phrases
        self._opening.hide()
        day = long_date(sheet.held_on, phrases.language)
        self._title.setText(phrases.text("Conversation {number}, {day}", number=sheet.ordinal, day=day))
        self._about.setText("\n".join(_facts(sheet, self._look)))
        self._written.about(Piece(Entity(EntityKind.CONVERSATION, sheet.conversation_id)))
        self._list_answers(sheet)
        self.session.show_sheet(sheet)
        if first:
            self.setFocusProxy(self.summary)
            self.summary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_answers(self, sheet: Sheet) -> None:
        focused = next((each for each, card in self.cards.items() if card.has_keyboard()), "")
        _empty(self._answers)
        self.cards.clear()
        for told in sheet.told:
            card = self.cards[told.indicator_id] = ToldCard(self._look, told)
            card.corrected.connect(self._presenter.correct)
            card.note_away.connect(self._presenter.put_note_away)
        every = list(self.cards.values())
        middle = -(-len(every) // 2)
        halves = [_column(self._look, each) for each in (every[:middle], every[middle:])]
        both = SideBySide(self._look, halves[0], halves[1], share=(1, 1), least=760)
        self._answers.addWidget(both)
        # at once, or the keyboard could not be put there
        both.show()
        if focused in self.cards:
            self.cards[focused].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, form: Form | None, sheet: Sheet | None) -> None:
        if form is None or sheet is None:
            self._close_form()
            return
        if self.form is None or self.form.property("indicator") != form.indicator_id:
            self._close_form()
            self._open_form(form, sheet)
        if self.form is not None:
            self.form.show_form(form)

    def _open_form(self, form: Form, sheet: Sheet) -> None:
        presenter = self._presenter
        card = self.form = FormCard(self._look, form, sheet.steps)
        card.setProperty("indicator", form.indicator_id)
        card.rated.connect(presenter.rate)
        card.rated_as.connect(presenter.rate_as)
        card.left_unrated.connect(presenter.leave_unrated)
        card.noted.connect(presenter.type)
        card.reasoned.connect(presenter.give_reason)
        card.kept.connect(presenter.keep)
        card.cancelled.connect(presenter.let_go)
        self._form_place.addWidget(card)
        card.show()
        card.scale.focus_rating()
        self.reveal_soon(card)

    def _close_form(self) -> None:
        card, self.form = self.form, None
        if card is None:
            return
        asked = self.cards.get(str(card.property("indicator")))
        self._form_place.removeWidget(card)
        # what it still had to tell belongs to a form that is gone
        card.blockSignals(True)
        card.hide()
        card.deleteLater()
        if asked is not None:
            asked.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        for part in (self._opening, self._title, self._about, self._written):
            self.body.addWidget(part)
        self.body.addLayout(self._form_place)
        self.body.addLayout(self._answers)
        self.body.addWidget(self.session)
        self.body.addWidget(self._whole)
        self.body.addWidget(beginning_with(self.away))
        self.body.addStretch(1)
        back = beginning_with(self.person, self._corrected)
        self.foot.addWidget(SideBySide(self._look, back, self.summary, share=(1, 0), least=0))

    def _connect(self) -> None:
        self.retried.connect(self._presenter.try_again)
        self.person.clicked.connect(self._presenter.to_person)
        self.away.clicked.connect(self._presenter.put_away)
        self.session.away.clicked.connect(self._presenter.put_reflection_away)
        self.summary.clicked.connect(self._presenter.to_summary)


def _facts(sheet: Sheet, look: Look) -> list[str]:
    phrases = look.phrases
    facts = [
        phrases.plural(
            "{rated} of {count} rated. Completed and locked.",
            "{rated} of {count} rated. Completed and locked.",
            sheet.of,
            rated=sheet.rated,
        )
    ]
    if sheet.focus:
        facts.append(phrases.text("What mattered most: {names}", names=", ".join(sheet.focus)))
    if sheet.next_on is not None:
        facts.append(phrases.text("Next time: {day}", day=full_date(sheet.next_on, phrases.language)))
    if sheet.next_note:
        facts.append(sheet.next_note)
    return facts


def _column(look: Look, cards: list[ToldCard]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.theme.space(1.5))
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return whole


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
