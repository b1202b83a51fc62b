"""Draws a session that stands still: who, since when, why, and the way on.

It must not show an answer: whoever passes by may read it.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from iroc_desktop.domain.session import Interruption
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.waiting.presenter import State, WaitingPresenter
from iroc_desktop.ui.screens.waiting.sentences import heading, reason_words, what_waits
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.contacts_card import ContactsCard
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.session_page import SessionPage


class WaitingView(SessionPage):
    """A session that stands still; a number key says why it was stopped."""

    def __init__(self, presenter: WaitingPresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, None, parent)
        self._presenter = presenter
        self._look = look
        text = look.phrases.text
        self._heading = Heading("", TextKind.TITLE)
        self._words = Text("")
        self.go_on = Button(look, text("Go on"), ButtonKind.PRIMARY, "arrow-right")
        self._leave = Button(look, text("Back to the person"))
        self._why = Card(look, text("What stopped it?"))
        self.reasons: dict[Interruption, Button] = {}
        self._contacts = ContactsCard(look)
        self._lay_out()
        self.go_on.clicked.connect(presenter.go_on)
        self._leave.clicked.connect(presenter.to_person)
        self.retried.connect(presenter.try_again)
        self.setFocusProxy(self.go_on)
        presenter.attach(self._show)

    def leave(self) -> None:
        """Stop drawing."""
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        self.show_problem(state.problem)
        words = heading(state, self._look.phrases)
        if words != self._heading.text():
            self._heading.setText(words)
            announce(self, words)
        self._words.setText(what_waits(state, self._look.phrases))
        for reason, button in self.reasons.items():
            button.setChecked(reason is state.reason)
        self._why.setHidden(state.reason is None)
        self._contacts.setHidden(state.reason is not Interruption.DISTRESS)
        self._contacts.show_contacts(state.contacts)

    def _lay_out(self) -> None:
        look = self._look
        told = Card(look)
        ways = FlowLayout(gap=look.theme.space())
        ways.addWidget(self.go_on)
        ways.addWidget(self._leave)
        told.body.addWidget(self._heading)
        told.body.addWidget(self._words)
        told.body.addSpacing(look.theme.space(1))
        told.body.addLayout(ways)
        choices = FlowLayout(gap=look.theme.space())
        for key, (reason, words) in enumerate(reason_words(look.phrases).items(), start=1):
            choices.addWidget(self._reason(str(key), reason, words))
        self._why.body.addWidget(
            Text(look.phrases.text("For the record only. The number keys choose."), TextKind.MUTED)
        )
        self._why.body.addLayout(choices)
        for card in (told, self._contacts, self._why):
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _reason(self, key: str, reason: Interruption, words: str) -> Button:
        button = self.reasons[reason] = Button(self._look, f"{key}  {words}")
        button.setAccessibleName(words)
        button.setCheckable(True)
        choose = partial(self._presenter.interrupt, reason)
        button.clicked.connect(choose)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: choose() if self._why.isVisibleTo(self) else None)
        return button
