"""Draws the first stage of a session: last time's steps, or how today can go.

It must not drop a word that is being typed: a card stays as long as its step is asked about.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.session import LookBack
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.welcome_back.news_card import NewsCard
from iroc_desktop.ui.screens.welcome_back.presenter import State, WelcomeBackPresenter
from iroc_desktop.ui.screens.welcome_back.sentences import how_today_can_go
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.bullets import Bullets
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.prompts_card import PromptsCard
from iroc_desktop.ui.widgets.session_page import SessionPage
from iroc_desktop.ui.widgets.side_by_side import SideBySide


class WelcomeBackView(SessionPage):
    """What became of the last steps."""

    def __init__(
        self,
        presenter: WelcomeBackPresenter,
        look: Look,
        prompts: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Show `prompts` beside the steps, as questions one could ask."""
        super().__init__(look, Stage.WELCOME, parent)
        self._presenter = presenter
        self._look = look
        self.steps: dict[str, NewsCard] = {}
        self._read = False
        self._opening = Text(look.phrases.text("One moment…"), TextKind.MUTED)
        self._about = self._about_steps()
        self._first = _FirstTime(look)
        self._cards = QVBoxLayout()
        self.prompts = PromptsCard(look)
        self.prompts.set_lines(prompts)
        self._columns = SideBySide(look, self._main(), self._beside(), share=(3, 2), least=760)
        self._columns.hide()
        self.body.addWidget(self._opening)
        self.body.addWidget(self._columns, 1)
        self.retried.connect(presenter.try_again)
        presenter.attach(self._show)

    def leave(self) -> None:
        """Keep what is typed, and stop drawing."""
        for card in self.steps.values():
            card.helped.flush()
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        self.show_problem(state.problem)
        steps = state.steps
        if steps is None:
            return
        self._opening.hide()
        self._columns.show()
        self._about.setVisible(bool(steps))
        self._first.setVisible(not steps)
        if [each.step_id for each in steps] != list(self.steps):
            self._rebuild(steps)
        for step in steps:
            self.steps[step.step_id].show_step(step)
        tab_through((*self.steps.values(), self.prompts, self.ways))
        if not self._read:
            self._read = True
            self._begin()

    def _begin(self) -> None:
        card = next(iter(self.steps.values()), None)
        first = next(iter(card.answers.values())) if card else self.ways.onward
        self.setFocusProxy(first)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self, steps: tuple[LookBack, ...]) -> None:
        known, self.steps = self.steps, {}
        for step_id, card in known.items():
            self._cards.removeWidget(card)
            if step_id not in [each.step_id for each in steps]:
                card.helped.flush()
                card.hide()
                card.deleteLater()
        for step in steps:
            card = self.steps[step.step_id] = known.get(step.step_id) or self._card(step.step_id)
            self._cards.addWidget(card)

    def _card(self, step_id: str) -> NewsCard:
        presenter = self._presenter
        card = NewsCard(self._look)
        card.answered.connect(lambda news: presenter.answer(step_id, news))
        card.told.connect(lambda words: presenter.tell_what_helped(step_id, words))
        return card

    def _about_steps(self) -> QWidget:
        text, about = self._look.phrases.text, QWidget()
        about.setObjectName("clear")
        column = QVBoxLayout(about)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.space(0.5))
        column.addWidget(Heading(text("The steps from last time"), TextKind.TITLE))
        every = text("The person says what became of each. Every answer is fine, and so is no answer.")
        column.addWidget(Text(every, TextKind.MUTED))
        return about

    def _main(self) -> QWidget:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.space(2))
        self._cards.setSpacing(self._look.theme.space(2))
        column.addWidget(self._about)
        column.addLayout(self._cards)
        column.addWidget(self._first)
        column.addStretch(1)
        return main

    def _beside(self) -> QWidget:
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.prompts)
        column.addStretch(1)
        return beside


class _FirstTime(Card):
    """How today can go, where there are no steps to look back on."""

    def __init__(self, look: Look) -> None:
        text = look.phrases.text
        super().__init__(look, text("Good that you are here"))
        self.body.addWidget(Text(text("This is how today can go:")))
        ways = Bullets(look)
        ways.set_lines(how_today_can_go(look.phrases))
        self.body.addWidget(ways)
        yours = text(
            "You decide what we talk about and what we leave out. You can take a break or stop at any time."
        )
        self.body.addWidget(Text(yours))
        self.body.addWidget(Text(text("There are no steps from last time to look at."), TextKind.MUTED))
