"""What every page for one thing is made of: a heading, a sentence, a body, and the ways on and back.

It must not know what any page does.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.store_errors import (
    PassphraseTakenError,
    PassphraseTooShortError,
    WrongPassphraseError,
)
from iroc_desktop.ui.models.strength import strength_words
from iroc_desktop.ui.screens.practitioners.presenter import PractitionersPresenter
from iroc_desktop.ui.screens.practitioners.sentences import busy_words
from iroc_desktop.ui.screens.practitioners.state import Busy, Problem, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.new_passphrase import NewPassphrase
from iroc_desktop.ui.widgets.passphrase_field import PassphraseField


class TaskPage(Card):
    """One thing at a time; a page is made anew each time it is turned to."""

    def __init__(self, presenter: PractitionersPresenter, look: Look, state: State) -> None:
        super().__init__(look)
        self._presenter, self._look = presenter, look
        self._typed = state.typed
        self.new: NewPassphrase | None = None
        self.own: PassphraseField | None = None
        self._own_wrong = False
        self.body.setSpacing(look.theme.space(2))
        self._busy = Text("", TextKind.MUTED)
        self._busy.hide()

    def show_state(self, state: State) -> None:
        """Show what is different; pages that have more to show add to this."""
        self._typed = state.typed
        free = state.busy is Busy.NOTHING
        self.onward.setEnabled(free)
        self.back.setEnabled(free)
        self._busy.setText(busy_words(state.busy, self._look.phrases))
        self._busy.setVisible(not free)
        if self.new is not None:
            words = strength_words(state.strength, self._look.phrases)
            self.new.show_strength(state.strength.value, words, state.least)
            unfit = isinstance(state.error, PassphraseTooShortError | PassphraseTakenError)
            missing = state.problem is Problem.PASSPHRASE_MISSING
            self.new.show_wrong(first=unfit or missing, again=state.problem is Problem.NOT_THE_SAME)
        if self.own is not None:
            self._show_own(state)

    def _show_own(self, state: State) -> None:
        wrong = isinstance(state.error, WrongPassphraseError) or state.problem is Problem.OWN_MISSING
        if self.own is not None:
            self.own.set_wrong(wrong)
            if wrong and not self._own_wrong:
                self.own.select_all()
        self._own_wrong = wrong

    def _title(self, words: str, sentence: str = "") -> None:
        self.setAccessibleName(words)
        self.body.addWidget(Heading(words, TextKind.TITLE))
        if sentence:
            self.body.addWidget(Text(sentence))

    def _ways(self, onward: str, kind: ButtonKind = ButtonKind.PRIMARY, back: str = "") -> None:
        """End the page with the way on and the way back; what ends something stands second."""
        look = self._look
        self.onward = Button(look, onward, kind)
        self.onward.clicked.connect(self._presenter.proceed)
        self.back = Button(look, back or look.phrases.text("Back"), icon="" if back else "arrow-left")
        self.back.clicked.connect(self._presenter.back)
        row = QWidget()
        row.setObjectName("clear")
        flow = FlowLayout(row, gap=look.theme.space(1.5))
        first, second = self.onward, self.back
        if kind is ButtonKind.DANGER:
            first, second = second, first
        flow.addWidget(first)
        flow.addWidget(second)
        self.body.addWidget(row)
        self.body.addWidget(self._busy)

    def _ask_new(self, label: str) -> NewPassphrase:
        typed = self._typed
        field = NewPassphrase(self._look, label, first=typed.passphrase, again=typed.again, shown=typed.shown)
        field.edited.connect(
            lambda first, again, shown: self._tell(passphrase=first, again=again, shown=shown)
        )
        field.submitted.connect(self._presenter.proceed)
        self.body.addWidget(field)
        self.new = field
        return field

    def _ask_own(self, label: str, hint: str = "") -> PassphraseField:
        field = PassphraseField(self._look, label)
        field.put(self._typed.own)
        field.changed.connect(lambda words: self._tell(own=words))
        field.submitted.connect(self._presenter.proceed)
        column = QVBoxLayout()
        column.setSpacing(self._look.theme.space(0.5))
        column.addWidget(field)
        if hint:
            column.addWidget(Text(hint, TextKind.MUTED))
        self.body.addLayout(column)
        self.own = field
        return field

    def _tell(self, **changed: object) -> None:
        self._typed = replace(self._typed, **changed)  # type: ignore[arg-type]  # names of Typed's own fields
        self._presenter.edit(self._typed)
