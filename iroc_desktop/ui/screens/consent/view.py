"""Draws the words to read together, the day somebody agreed, and what they agreed to before.

It must not hide how to take it back, nor make it harder than agreeing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.consent import ConsentState, ConsentText
from iroc_desktop.domain.wording import ReviewStatus
from iroc_desktop.i18n.languages import own_name
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.consents import ConsentsOf, Given
from iroc_desktop.ui.models.agreed import agreed_words, taken_back_words
from iroc_desktop.ui.screens.consent.presenter import ConsentPresenter, State
from iroc_desktop.ui.screens.consent.sentences import asked_words, just_words
from iroc_desktop.ui.screens.consent.taking_back import TakingBack
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.day_field import DayField
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.pick import Pick
from iroc_desktop.ui.widgets.reading_page import ReadingArea
from iroc_desktop.ui.widgets.side_by_side import beginning_with

WIDEST = 760
"""Of the column, in pixels at normal text size."""


class ConsentView(ReadingArea):
    """One column: how things stand, words to read, what was agreed before."""

    def __init__(self, presenter: ConsentPresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, WIDEST, 1.5, parent=parent)
        self._presenter = presenter
        self._look = look
        self._found: ConsentsOf | None = None
        self._read: ConsentText | None = None
        self._said: ConsentState | None = None
        text = look.phrases.text
        self.person = Button(look, text("Person page"), icon="user")
        self._banner = Banner(look)
        self._standing = Text("", TextKind.LABEL)
        self._next = Text()
        self._just = Text("", TextKind.MUTED)
        self.back = TakingBack(look)
        self._reading = Card(look, text("Read this together"))
        self.language = Pick(look, text("Language"), {code: own_name(code) for code in presenter.languages})
        self._words = QVBoxLayout()
        self._draft = Text("", TextKind.MUTED)
        self.day = DayField(look, text("The day they agreed"))
        self.agree = Button(look, text("They agreed"), ButtonKind.PRIMARY, "check")
        self.history_card = Card(look, text("What was agreed"))
        self._given = QVBoxLayout()
        self._lay_out()
        self._connect()
        # not the button that records: Enter pressed in haste must not agree for anybody
        self.setFocusProxy(self.language)
        presenter.attach(self._show)

    def leave(self) -> None:
        """Stop drawing; nothing here waits to be kept."""
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Tell the presenter what changed."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        phrases = self._look.phrases
        self._banner.tell(state.problem)
        self.agree.setEnabled(state.found is not None and not state.busy)
        if self.day.day != state.day:
            self.day.show_day(state.day)
        if state.text != self._read:
            self._show_text(state.text)
        if state.found is not None:
            agreed = state.found.agreed
            self._standing.setText(agreed_words(agreed, phrases))
            self._next.setText(taken_back_words(agreed, phrases))
            # what to do next begins with the same words
            self._standing.setVisible(agreed.state is not ConsentState.TAKEN_BACK)
            self._next.setVisible(agreed.state is ConsentState.TAKEN_BACK)
            self.back.show_state(state)
            if state.found != self._found:
                self._show_given(state.found)
        self._just.setText(just_words(state.just, phrases))
        self._just.setVisible(state.just is not None)
        if state.just is not None and state.just is not self._said:
            announce(self, just_words(state.just, phrases))
            self.person.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureVisible(0, 0)
        self._said = state.just

    def _show_text(self, text: ConsentText) -> None:
        self._read = text
        _empty(self._words)
        self.language.show_value(text.language)
        space = self._look.theme.space
        self._words.addWidget(Heading(text.title, TextKind.TITLE))
        for section in text.sections:
            self._words.addSpacing(space(0.5))
            self._words.addWidget(Heading(section.heading))
            for sentence in section.sentences:
                self._words.addWidget(Text(sentence, TextKind.QUESTION))
        self._words.addSpacing(space(0.5))
        self._words.addWidget(Heading(text.question))
        self._draft.setVisible(text.status is ReviewStatus.DRAFT)

    def _show_given(self, found: ConsentsOf) -> None:
        self._found = found
        _empty(self._given)
        self.history_card.setVisible(bool(found.given))
        for each in found.given:
            row = self._row(each)
            self._given.addWidget(row)
            row.show()
        tab_through((self.person, self.back, self._reading, self.history_card))

    def _row(self, given: Given) -> QWidget:
        whole = QWidget()
        whole.setObjectName("clear")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, self._look.theme.space(1))
        column.setSpacing(self._look.theme.space(0.25))
        first, *rest = asked_words(given, self._look.phrases)
        column.addWidget(Text(first, TextKind.LABEL))
        for line in rest:
            column.addWidget(Text(line, TextKind.MUTED))
        if given.consent.wording:
            words = Text(given.consent.wording)
            column.addWidget(
                Disclosure(self._look, self._look.phrases.text("The words that were read"), words)
            )
        return whole

    def _connect(self) -> None:
        presenter = self._presenter
        self.person.clicked.connect(presenter.to_person)
        self._banner.acted.connect(presenter.try_again)
        self.language.picked.connect(presenter.read_in)
        self.day.picked.connect(presenter.agreed_on)
        self.agree.clicked.connect(presenter.agree)
        self.back.asked.connect(presenter.ask_to_withdraw)
        self.back.kept.connect(presenter.keep)
        self.back.taken.connect(presenter.withdraw)

    def _lay_out(self) -> None:
        text, space = self._look.phrases.text, self._look.theme.space
        body = self.column
        body.addWidget(beginning_with(self.person))
        for part in (self._banner, self._just, self._standing, self._next, self.back):
            body.addWidget(part)
        inside = self._reading.body
        self._draft.setText(text("These words are a draft. Ask your organisation whether it has its own."))
        inside.addWidget(self.language)
        inside.addLayout(self._words)
        inside.addWidget(self._draft)
        inside.addSpacing(space())
        caption = Text(text("The day they agreed"), TextKind.LABEL)
        caption.setBuddy(self.day)
        inside.addWidget(caption)
        row = FlowLayout(gap=space())
        row.addWidget(self.day)
        row.addWidget(self.agree)
        inside.addLayout(row)
        inside.addWidget(
            Text(text("If they say no, write nothing here. You go on helping as before."), TextKind.MUTED)
        )
        body.addWidget(self._reading)
        self.history_card.body.addLayout(self._given)
        body.addWidget(self.history_card)
        body.addStretch(1)
        for hidden in (self._just, self._next, self._draft, self.history_card):
            hidden.hide()


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
