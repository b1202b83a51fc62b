"""Draws erasures: the first step for one person, who is out of sight, and what of the disk is still to do.

It must not show anything of it at the desk of somebody who is no team lead.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.erasing.blocked_card import BlockedCard
from iroc_desktop.ui.screens.erasing.copies_cards import BackupsCard, BeyondCard, GoneCard, OldCopiesCard
from iroc_desktop.ui.screens.erasing.first_step import FirstStep
from iroc_desktop.ui.screens.erasing.presenter import ErasingPresenter, State
from iroc_desktop.ui.screens.erasing.sentences import busy_words, told_words
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.reading_page import ReadingArea

WIDEST = 820
"""Of the column, in pixels at normal text size."""


class ErasingView(ReadingArea):
    """One column of cards."""

    def __init__(self, presenter: ErasingPresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, WIDEST, parent=parent)
        self._presenter = presenter
        self._look = look
        self._said = ""
        self._here: tuple[str, bool] | None = None
        self.back = Button(look, look.phrases.text("Back"), ButtonKind.QUIET, "arrow-left")
        self.banner = Banner(look)
        self._news = Text("", TextKind.LABEL)
        self._about = self._make_about()
        self.first = FirstStep(look)
        self.blocked = BlockedCard(look, presenter.confirms)
        self.backups = BackupsCard(look)
        self.old = OldCopiesCard(look)
        self.beyond = BeyondCard(look)
        self.gone = GoneCard(look)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.back)
        presenter.attach(self._show)

    def leave(self) -> None:
        """Stop drawing; what is on its way goes on."""
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        had_keyboard = self._has_keyboard()
        self.banner.tell(state.problem)
        self._about.setVisible(state.standing is not None and state.asked is None)
        self.first.show_asked(state.asked if state.standing is not None else None)
        for card in (self.blocked, self.backups, self.old, self.beyond, self.gone):
            card.show_state(state)
            if state.asked is not None:
                card.hide()
        words = busy_words(state, self._look.phrases) or told_words(state, self._look.phrases)
        self._news.setText(words)
        self._news.setVisible(bool(words))
        if words and words != self._said:
            announce(self, words)
            self.ensureWidgetVisible(self._news)
        self._said = words
        self._keep_the_keyboard(state)
        if had_keyboard and not self._has_keyboard():
            # what had it is gone
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _keep_the_keyboard(self, state: State) -> None:
        if state.standing is None or state.asked is not None:
            return
        here = (state.named.person_id if state.named else "", state.confirming)
        before, self._here = self._here, here
        if here == before or state.confirming:
            return
        if state.named is not None:
            target = self.blocked.person.lift
        else:
            was = before[0] if before else ""
            target = self.blocked.buttons.get(was) or next(iter(self.blocked.buttons.values()), self.back)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_about(self) -> Card:
        text = self._look.phrases.text
        card = Card(self._look, text("Being forgotten"))
        for words in (
            text("A person may ask that nothing is kept about them any more. That has two steps."),
            text("Step 1: out of sight. Nobody sees them on any screen. A team lead can lift it."),
            text("Step 2: destroyed, here and in every backup on this machine. Nobody can bring it back."),
            text("When each step is right, your service’s own rules decide. Begin on the person’s page."),
        ):
            card.body.addWidget(Text(words))
        return card

    def _lay_out(self) -> None:
        body = self.column
        body.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeading)
        for part in (
            self.banner,
            self._news,
            self.first,
            self._about,
            self.blocked,
            self.backups,
            self.old,
            self.beyond,
            self.gone,
        ):
            body.addWidget(part)
        body.addStretch(1)

    def _connect(self) -> None:
        presenter, person = self._presenter, self.blocked.person
        self.back.clicked.connect(presenter.back)
        self.first.blocked.connect(presenter.block)
        self.first.left.connect(presenter.leave_as_it_is)
        self.blocked.opened.connect(presenter.show_name)
        self.blocked.closed.connect(presenter.hide_name)
        person.lifted.connect(presenter.lift)
        person.held.connect(presenter.everything_held)
        person.asked.connect(presenter.ask_to_destroy)
        person.kept.connect(presenter.keep)
        person.destroyed.connect(presenter.destroy)
        self.backups.again.connect(presenter.go_on)
        for card in (self.backups, self.old):
            card.asked.connect(presenter.ask_to_delete)
            card.deleted.connect(presenter.delete)
            card.kept.connect(presenter.keep)
