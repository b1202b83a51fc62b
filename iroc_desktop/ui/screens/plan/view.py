"""Draws the plan: what the person wants, the steps on the way, who helps, and whether they agree.

It must not drop a word that is being typed: cards are kept as long as what they show is there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plan import Agreement, Outcome
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.history_of import Change
from iroc_desktop.services.plan_words import progress_sentence
from iroc_desktop.ui.models.history_words import history_lines
from iroc_desktop.ui.screens.plan.begin_card import BeginCard
from iroc_desktop.ui.screens.plan.closing_cards import AgreementCard, SupportsCard
from iroc_desktop.ui.screens.plan.earlier_card import EarlierCard
from iroc_desktop.ui.screens.plan.outcome_card import LooseStepsCard, OutcomeCard, StepsCard
from iroc_desktop.ui.screens.plan.presenter import Part, PlanPresenter, Removed, State
from iroc_desktop.ui.screens.plan.reviews_card import ReviewsCard
from iroc_desktop.ui.screens.plan.sentences import removed_sentence
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.adding import AddingField
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.history_disclosure import HistoryDisclosure
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.prompts_card import PromptsCard
from iroc_desktop.ui.widgets.session_page import SessionPage
from iroc_desktop.ui.widgets.side_by_side import SideBySide, beginning_with

WIDEST = 820
"""Of the column of cards, in pixels at 100 % text: lines stay readable."""


class PlanView(SessionPage):
    """One person's plan, to read and to change."""

    def __init__(
        self,
        presenter: PlanPresenter,
        look: Look,
        indicators: Mapping[str, str],
        stage: Stage | None = None,
        prompts: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Link outcomes to `indicators`, id → name, in the order of the instrument.

        With a `stage`, it is one of a session, which leads on by itself; `prompts` are what one could ask.
        """
        super().__init__(look, stage, parent)
        self._presenter = presenter
        self._look = look
        self._indicators = indicators
        self._read = False
        self._is_stage = stage is not None
        self._progress = Text("", TextKind.LABEL)
        self._removed = Text("", TextKind.MUTED)
        self._undo = Button(look, look.phrases.text("Undo"))
        self._make_cards(indicators)
        self._plan_id = ""
        self._gone: Removed | None = None
        self._make_ends()
        self.prompts = PromptsCard(look)
        self.prompts.set_lines(prompts)
        self._cards = QVBoxLayout()
        self._lay_out(stage)
        self._connect()
        presenter.attach(self._show)
        presenter.changes.attach(self._show_changes)

    def _make_cards(self, indicators: Mapping[str, str]) -> None:
        look, text = self._look, self._look.phrases.text
        self.outcomes: dict[str, OutcomeCard] = {}
        self.loose = LooseStepsCard(look)
        self.add = AddingField(look, text("What I want, in my own words"), text("Add"))
        self.supports = SupportsCard(look)
        self.reviews = ReviewsCard(look, self._presenter.reviews)
        self.agreement = AgreementCard(look)
        self.earlier = EarlierCard(look, self._presenter.earlier, indicators)
        self.new = BeginCard(look)

    def _make_ends(self) -> None:
        look, text = self._look, self._look.phrases.text
        self.begin = Button(look, text("Begin a new plan"), ButtonKind.QUIET)
        self.away = Button(look, text("Put this plan in the bin"), ButtonKind.QUIET)
        self.away.setAccessibleDescription(text("With its steps"))
        self.changes = HistoryDisclosure(look, text("History of this plan"))
        self.changes.wanted.connect(self._presenter.changes.open)
        self._back = Button(look, text("See their page"), icon="user")
        self.print = Button(look, text("Print the plan…"), ButtonKind.PRIMARY, "printer")

    def leave(self) -> None:
        """Keep what is typed, and stop drawing."""
        self._flush()
        self.reviews.leave()
        self.earlier.leave()
        self._presenter.changes.detach(self._show_changes)
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        self.show_problem(state.problem)
        if not state.ready:
            return
        plan = state.plan
        for card in (self.loose, self.supports, self.reviews, self.agreement):
            card.setVisible(plan is not None)
        if plan is None:
            self._rebuild(())
            self._progress.hide()
        self._show_beginning(plan)
        self.print.setEnabled(plan is not None and not plan.empty)
        if plan is not None:
            self._show_plan(plan, state)
        # last: giving the keyboard away makes a field tell what is typed in it
        self._show_removed(state)
        if not self._read:
            self._read = True
            self.setFocusProxy(self.add)
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_beginning(self, plan: PersonalPlan | None) -> None:
        began = plan is not None and plan.id != self._plan_id
        # another plan, or none: what had the keyboard may be gone with the one before
        if self._plan_id and (began or plan is None):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._plan_id = plan.id if plan is not None else ""
        if began:
            self.new.hide()
            self.changes.set_open(False)
        possible = plan is not None and not plan.empty
        self.begin.setVisible(possible and not self.new.isVisibleTo(self))
        self.away.setVisible(possible and not self._is_stage)
        self.changes.setVisible(possible and not self._is_stage)

    def _show_plan(self, plan: PersonalPlan, state: State) -> None:
        if [each.id for each in plan.outcomes] != list(self.outcomes):
            self._rebuild(plan.outcomes)
        questions = dict(state.questions)
        for outcome in plan.outcomes:
            self.outcomes[outcome.id].show_outcome(outcome, plan, questions)
        self.loose.show_steps(plan, questions)
        self.loose.setVisible(bool(plan.without_outcome))
        self.supports.show_plan(plan)
        self.reviews.show_plan(plan)
        self.agreement.show_plan(plan, reason_missing=state.reason_missing)
        sentence = progress_sentence(plan.progress, self._look.phrases)
        self._progress.setText(sentence)
        self._progress.setVisible(bool(sentence))
        self._order_keyboard()

    def _show_changes(self, changes: Sequence[Change] | None) -> None:
        if changes is not None:
            lines = history_lines(changes, self._look.phrases, self._indicators, of_several=True)
            self.changes.show_lines(lines)

    def _show_removed(self, state: State) -> None:
        removed = state.removed
        self._removed.setText("" if removed is None else removed_sentence(removed.part, self._look.phrases))
        self._removed.setVisible(removed is not None)
        self._undo.setVisible(removed is not None)
        newly, self._gone = removed is not None and removed != self._gone, removed
        if newly:
            self._undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self, outcomes: Sequence[Outcome]) -> None:
        known, self.outcomes = self.outcomes, {}
        kept = {each.id for each in outcomes}
        for outcome_id, card in known.items():
            self._cards.removeWidget(card)
            if outcome_id not in kept:
                # hiding a field makes it tell what is typed in it
                card.hide()
                card.deleteLater()
        for number, outcome in enumerate(outcomes, start=1):
            there = outcome.id in known
            card = known[outcome.id] if there else self._outcome_card(outcome.id, number)
            card.renumber(number)
            self.outcomes[outcome.id] = card
            self._cards.addWidget(card)

    def _outcome_card(self, outcome_id: str, number: int) -> OutcomeCard:
        presenter = self._presenter
        card = OutcomeCard(self._look, outcome_id, number, self._indicators)
        card.worded.connect(lambda words: presenter.word_outcome(outcome_id, words))
        card.linked.connect(lambda indicator_id: presenter.link(outcome_id, indicator_id))
        card.raised.connect(lambda: presenter.raise_outcome(outcome_id))
        card.removed.connect(lambda: presenter.remove(Part.OUTCOME, outcome_id))
        self._connect_steps(card)
        return card

    def _connect_steps(self, card: StepsCard) -> None:
        presenter = self._presenter
        card.stepped.connect(lambda words: presenter.add_step(card.outcome_id, words))
        card.step_changed.connect(lambda step_id, parts: presenter.change_step(step_id, **parts))
        card.step_raised.connect(presenter.raise_step)
        card.step_removed.connect(lambda step_id: presenter.remove(Part.STEP, step_id))
        card.supported.connect(presenter.add_support)
        card.support_worded.connect(presenter.word_support)
        card.support_removed.connect(lambda support_id: presenter.remove(Part.SUPPORT, support_id))

    def _order_keyboard(self) -> None:
        cards = (*self.outcomes.values(), self.loose)
        closing = (self.supports, self.reviews, self.agreement, self.earlier, self.new, self.begin, self.away)
        ends = (self.changes, self._back, self.print, self.prompts)
        tab_through((self._undo, *cards, self.add, *closing, *ends))

    def _flush(self) -> None:
        for card in (*self.outcomes.values(), self.loose):
            card.flush()
        self.add.flush()
        self.supports.flush()
        self.reviews.flush()
        self.agreement.flush()

    def _lay_out(self, stage: Stage | None) -> None:
        column = self._column()
        if stage is None:
            self.prompts.setParent(self)
            self.prompts.hide()
            self.body.addWidget(column, 1)
            back = beginning_with(self._back)
            self.foot.addWidget(SideBySide(self._look, back, self.print, share=(1, 0), least=0))
            return
        self._back.setParent(self)
        self._back.hide()
        self._ends.addWidget(self.print)
        beside = QWidget()
        prompts = QVBoxLayout(beside)
        prompts.setContentsMargins(0, 0, 0, 0)
        prompts.addWidget(self.prompts)
        prompts.addStretch(1)
        self.body.addWidget(SideBySide(self._look, column, beside, share=(3, 2), least=900), 1)

    def _column(self) -> QWidget:
        text, space = self._look.phrases.text, self._look.theme.space
        column = QWidget()
        column.setObjectName("clear")
        column.setMaximumWidth(self._look.theme.grown(WIDEST))
        # wrapped words ask for more height than they need, and the page would end in nothing
        column.setMinimumHeight(1)
        cards = QVBoxLayout(column)
        cards.setContentsMargins(0, 0, 0, space(2))
        cards.setSpacing(space(2))
        cards.addWidget(Heading(text("My plan"), TextKind.TITLE))
        cards.addWidget(self._progress)
        gone = beginning_with(self._removed, self._undo)
        cards.addWidget(gone)
        self._cards.setSpacing(space(2))
        cards.addLayout(self._cards)
        adding = Card(self._look)
        adding.body.addWidget(self.add)
        parts = (self.loose, adding, self.supports, self.reviews, self.agreement, self.earlier, self.new)
        for part in parts:
            cards.addWidget(part)
        self.new.hide()
        self._ends = FlowLayout(gap=space(1))
        self._ends.addWidget(self.begin)
        self._ends.addWidget(self.away)
        cards.addLayout(self._ends)
        self.changes.hide()
        cards.addWidget(self.changes)
        cards.addStretch(1)
        return column

    def _connect(self) -> None:
        presenter = self._presenter
        self.retried.connect(presenter.try_again)
        self.add.added.connect(presenter.add_outcome)
        self._connect_steps(self.loose)
        self.supports.added.connect(presenter.add_support)
        self.supports.worded.connect(presenter.word_support)
        self.supports.removed.connect(lambda support_id: presenter.remove(Part.SUPPORT, support_id))
        self.agreement.agreed.connect(self._agree)
        self.reviews.removed.connect(lambda review_id: presenter.remove(Part.REVIEW, review_id))
        self._undo.clicked.connect(presenter.undo)
        self.begin.clicked.connect(self._ask_to_begin)
        self.away.clicked.connect(self._put_away)
        self.earlier.away.clicked.connect(presenter.put_earlier_away)
        self.new.begun.connect(presenter.begin)
        self.new.stayed.connect(self._stay)
        self._back.clicked.connect(presenter.to_person)
        self.print.clicked.connect(self._print)

    def _ask_to_begin(self) -> None:
        self._flush()
        plan = self._presenter.state.plan
        if plan is not None:
            self.new.ask(plan)
            self.begin.hide()
            self.reveal_soon(self.new)

    def _stay(self) -> None:
        self.begin.show()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _agree(self, answer: Agreement, reason: str) -> None:
        self._presenter.agree(answer, reason)

    def _put_away(self) -> None:
        # what is typed goes into the bin with it
        self._flush()
        self._presenter.put_away()

    def _print(self) -> None:
        self._flush()
        self._presenter.print_plan()
