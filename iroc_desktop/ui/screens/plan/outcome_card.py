"""One outcome of a plan with the indicators it belongs to and the steps on the way.

It must not take a step away when the outcome goes: the plan keeps it.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plan import DateQuestion, Outcome, Step
from iroc_desktop.services.plan_words import progress_sentence
from iroc_desktop.services.writers import Piece
from iroc_desktop.ui.screens.plan.step_card import StepCard
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.adding import AddingField
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.note_field import LONG_PAUSE_MS, NoteField
from iroc_desktop.ui.widgets.written_by import WrittenBy


class StepsCard(Card):
    """Steps, and a field for one more."""

    stepped = Signal(str)
    """The words of a new step."""
    step_changed = Signal(str, object)
    """A step's id, and a dictionary of what changed."""
    step_raised = Signal(str)
    step_removed = Signal(str)
    supported = Signal(str, str)
    """The words of something more that helps, and the step's id."""
    support_worded = Signal(str, str)
    """A support's id and its new words."""
    support_removed = Signal(str)

    def __init__(self, look: Look, outcome_id: str) -> None:
        super().__init__(look)
        self.outcome_id = outcome_id
        self._look = look
        self.steps: dict[str, StepCard] = {}
        self.add = AddingField(
            look, look.phrases.text("The next small step"), look.phrases.text("Add a step")
        )
        self.add.added.connect(self.stepped)

    def show_steps(self, plan: PersonalPlan, questions: Mapping[str, DateQuestion]) -> None:
        """Show the steps; those that are there stay where the keyboard is."""
        steps = self.steps_of(plan)
        if [each.id for each in steps] != list(self.steps):
            self._rebuild([each.id for each in steps])
        for step in steps:
            self.steps[step.id].show_step(step, questions.get(step.id), plan.supports_of(step.id))

    def steps_of(self, plan: PersonalPlan) -> tuple[Step, ...]:
        """Return the steps that belong here."""
        return plan.without_outcome if not self.outcome_id else plan.steps_of(self.outcome_id)

    def flush(self) -> None:
        """Tell at once what has not been told yet."""
        for step in self.steps.values():
            step.flush()
        self.add.flush()

    def _rebuild(self, ids: list[str]) -> None:
        known, self.steps = self.steps, {}
        for step_id, card in known.items():
            self.body.removeWidget(card)
            if step_id not in ids:
                card.hide()
                card.deleteLater()
        at = self.body.indexOf(self.add)
        for number, step_id in enumerate(ids, start=1):
            card = known[step_id] if step_id in known else self._card(step_id, number)
            card.renumber(number)
            self.body.insertWidget(at + number - 1, card)
            self.steps[step_id] = card

    def _card(self, step_id: str, number: int) -> StepCard:
        card = StepCard(self._look, number)
        card.changed.connect(lambda parts: self.step_changed.emit(step_id, parts))
        card.raised.connect(lambda: self.step_raised.emit(step_id))
        card.removed.connect(lambda: self.step_removed.emit(step_id))
        card.supported.connect(lambda words: self.supported.emit(words, step_id))
        card.support_worded.connect(self.support_worded)
        card.support_removed.connect(self.support_removed)
        return card


class LooseStepsCard(StepsCard):
    """Steps without an outcome."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "")
        self.body.addWidget(Heading(look.phrases.text("Steps on their own")))
        self.body.addWidget(
            Text(look.phrases.text("They belong to no outcome, and that is fine."), TextKind.MUTED)
        )
        self.body.addWidget(self.add)


class OutcomeCard(StepsCard):
    """What the person wants, in their words, and how they get there."""

    worded = Signal(str)
    linked = Signal(str)
    """The id of an indicator to link, or to let go."""
    raised = Signal()
    removed = Signal()

    def __init__(self, look: Look, outcome_id: str, number: int, indicators: Mapping[str, str]) -> None:
        """Number the outcome, and offer `indicators` (id → name) to link it to."""
        super().__init__(look, outcome_id)
        text = look.phrases.text
        self.words = NoteField(look, text("What I want, in my own words"), lines=1, pause_ms=LONG_PAUSE_MS)
        self.words.edited.connect(self.worded)
        self._progress = Text("", TextKind.MUTED)
        self._links: dict[str, Button] = {}
        self._belongs = Disclosure(look, text("Belongs to…"), self._link_buttons(indicators))
        self._linked = Text("", TextKind.MUTED)
        self._names = indicators
        self._heading = Heading("")
        self._up = self._small("chevron-up", self.raised)
        self._drop = self._small("x", self.removed)
        self.body.addLayout(self._head())
        written = WrittenBy(look, Piece(Entity(EntityKind.OUTCOME, outcome_id)))
        for part in (self.words, written, self._belongs, self._linked, self._progress, self.add):
            self.body.addWidget(part)
        self.renumber(number)
        self.setFocusProxy(self.words)

    def renumber(self, number: int) -> None:
        """Say which outcome it is, from 1; the first cannot move up."""
        text = self._look.phrases.text
        name = text("Outcome {number}", number=number)
        self.setAccessibleName(name)
        self._heading.setText(name)
        for button, words in (
            (self._up, text("Move outcome {number} up", number=number)),
            (self._drop, text("Take outcome {number} away", number=number)),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._up.setVisible(number > 1)

    def show_outcome(
        self, outcome: Outcome, plan: PersonalPlan, questions: Mapping[str, DateQuestion]
    ) -> None:
        """Show what the record says."""
        self.words.set_text(outcome.words)
        for indicator_id, button in self._links.items():
            button.setChecked(indicator_id in outcome.indicator_ids)
        names = [self._names[each] for each in outcome.indicator_ids if each in self._names]
        self._linked.setText(", ".join(names))
        self._linked.setVisible(bool(names))
        sentence = progress_sentence(plan.progress_of(outcome.id), self._look.phrases)
        self._progress.setText(sentence)
        self._progress.setVisible(bool(sentence))
        self.show_steps(plan, questions)

    def flush(self) -> None:
        """Tell at once what has not been told yet."""
        self.words.flush()
        super().flush()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._heading)
        row.addStretch(1)
        row.addWidget(self._up)
        row.addWidget(self._drop)
        return row

    def _small(self, icon: str, signal: SignalInstance) -> Button:
        button = Button(self._look, "", ButtonKind.QUIET, icon)
        button.clicked.connect(signal)
        return button

    def _link_buttons(self, indicators: Mapping[str, str]) -> QWidget:
        holder = QWidget()
        holder.setObjectName("clear")
        flow = FlowLayout(holder, gap=self._look.theme.space())
        for indicator_id, name in indicators.items():
            button = Button(self._look, name)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, each=indicator_id: self.linked.emit(each))
            self._links[indicator_id] = button
            flow.addWidget(button)
        return holder
