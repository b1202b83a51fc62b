"""The plan turned to the person: to read in large words, then step by step, then whether they agree.

It must not take silence for a yes, nor judge how a step goes.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plan import (
    LEAST_CONFIDENCE,
    MOST_CONFIDENCE,
    Agreement,
    Step,
    StepStatus,
)
from iroc_desktop.services.plan_words import due_words, progress_sentence, status_words
from iroc_desktop.ui.screens.plan import person_words as words
from iroc_desktop.ui.screens.plan.presenter import PlanPresenter, State
from iroc_desktop.ui.widgets.big_button import BigButton
from iroc_desktop.ui.widgets.bullets import Bullets
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.note_field import NoteField
from iroc_desktop.ui.widgets.persons_sheet import PersonsSheet
from iroc_desktop.ui.widgets.turned import Turned

READ: Final = ""
"""The page with the whole plan; a step's page goes by its id."""
AGREE: Final = "agree"
STATUSES_TO_A_ROW = 3
CONFIDENCES = range(LEAST_CONFIDENCE, MOST_CONFIDENCE + 1)
ASKED_WHY = (Agreement.NO, Agreement.COULD_NOT_ANSWER)


class PlanPersonView(PersonsSheet):
    """First the whole plan, then a page for each step, then the question whether they agree."""

    def __init__(self, presenter: PlanPresenter, turned: Turned, parent: QWidget | None = None) -> None:
        super().__init__(turned, parent)
        self._presenter = presenter
        self._here = READ
        self._drawn: tuple[object, ...] | None = None
        self._meant: Agreement | None = None
        self.steps: dict[str, BigButton] = {}
        self.statuses: dict[StepStatus, BigButton] = {}
        self.confidences: dict[int, BigButton] = {}
        self.answers: dict[Agreement, BigButton] = {}
        self.note_field: NoteField | None = None
        self._few: Text | None = None
        self._place = Text("", TextKind.MUTED, wrap=False)
        self.head.addWidget(self._place)
        self.back.clicked.connect(lambda: self._move(-1))
        self.onward.clicked.connect(lambda: self._move(1))
        self.banner.acted.connect(presenter.try_again)
        presenter.attach(self._show)

    def keep(self) -> None:
        """Keep the words that are typed."""
        if self.note_field is not None:
            self.note_field.flush()

    def leave(self) -> None:
        """Keep what is typed, and stop drawing."""
        self.keep()
        self._presenter.detach(self._show)

    def turn_to(self, page: str) -> None:
        """Show the page with the whole plan, that of a step, or the one that asks whether they agree."""
        self.keep()
        self._here, self._meant = page, None
        self._show(self._presenter.state)

    def _move(self, by: int) -> None:
        pages = self._pages(self._presenter.state.plan)
        place = pages.index(self._here) + by
        if place < len(pages):
            self.turn_to(pages[place])
        else:
            self.ask_to_leave()

    def _pages(self, plan: PersonalPlan | None) -> tuple[str, ...]:
        if plan is None or plan.empty:
            return (READ,)
        return (READ, *(each.id for each in plan.steps), AGREE)

    def _show(self, state: State) -> None:
        self.show_problem(state.problem)
        if not state.ready:
            return
        plan, pages = state.plan, self._pages(state.plan)
        if self._here not in pages:
            self._here = READ
        step = plan.step(self._here) if plan else None
        drawn = (self._here, plan) if self._here == READ else (self._here, step and step.words)
        if drawn != self._drawn:
            self._drawn = drawn
            self._build(plan, step)
            self._show_ways(pages)
        if step is not None:
            self._show_step(step)
        elif plan is not None and self._here == AGREE:
            self._show_agreement(plan, state)

    def _show_ways(self, pages: tuple[str, ...]) -> None:
        say, place = self.turned.phrases.text, pages.index(self._here) + 1
        self._place.setText(say("{position} of {count}", position=place, count=len(pages)))
        self._place.setVisible(len(pages) > 1)
        self.back.setVisible(len(pages) > 1)
        self.back.setEnabled(place > 1)
        self.onward.setText(say("We are done") if place == len(pages) else say("Next"))

    def _build(self, plan: PersonalPlan | None, step: Step | None) -> None:
        self.keep()
        for buttons in (self.steps, self.statuses, self.confidences, self.answers):
            buttons.clear()
        self.note_field = self._few = None
        self.renew()
        if step is not None:
            self._build_step(step)
            self.settle(next(iter(self.statuses.values())))
        elif self._here == AGREE:
            self._build_agreement()
            self.settle(next(iter(self.answers.values())))
        elif plan is None or plan.empty:
            self.say(lambda phrases: phrases.text("There is no plan yet."))
            self.settle(self.onward)
        else:
            self._build_plan(plan)
            self.settle(next(iter(self.steps.values()), self.onward))

    def _build_plan(self, plan: PersonalPlan) -> None:
        self.say(words.what_i_want, TextKind.HEADING)
        for outcome in plan.outcomes:
            self.quote(outcome.words, TextKind.TITLE)
            self._lay_steps(plan.steps_of(outcome.id))
        if plan.without_outcome:
            self.say(words.more_steps, TextKind.HEADING)
            self._lay_steps(plan.without_outcome)
        progress = progress_sentence(plan.progress, self.turned.phrases)
        if progress:
            self.quote(progress, TextKind.HEADING)
        if plan.supports:
            self.say(words.who_helps, TextKind.HEADING)
            bullets = Bullets(self.look)
            bullets.set_lines([each.words for each in plan.supports])
            self.body.addWidget(bullets)

    def _lay_steps(self, steps: tuple[Step, ...]) -> None:
        for step in steps:
            done = step.status is StepStatus.COMPLETED
            button = BigButton(self.look, step.words, icon="check" if done else "chevron-right")
            button.set_lines(self._facts(step))
            button.clicked.connect(partial(self._open, step.id))
            self.steps[step.id] = button
        if steps:
            self.rows([self.steps[each.id] for each in steps], 1)

    def _facts(self, step: Step) -> list[str]:
        phrases = self.turned.phrases
        facts = [words.sentence_case(status_words(step.status, phrases))]
        return facts + list(words.said_about(step, due_words(step.due, phrases), phrases))

    def _build_step(self, step: Step) -> None:
        self.quote(step.words, TextKind.TITLE)
        phrases = self.turned.phrases
        facts = words.said_about(step, due_words(step.due, phrases), phrases, sure=False)
        self.quote("\n".join(facts), TextKind.BODY)
        self.say(words.how_it_goes, TextKind.HEADING)
        for status in StepStatus:
            theirs, ours = (
                words.sentence_case(status_words(status, each))
                for each in (phrases, self.turned.look.phrases)
            )
            button = BigButton(self.look, theirs, ours, ticks=True)
            button.clicked.connect(partial(self._set_status, step.id, status))
            self.statuses[status] = button
        self.rows(list(self.statuses.values()), STATUSES_TO_A_ROW)
        self.say(words.how_sure, TextKind.HEADING)
        for confidence in CONFIDENCES:
            number = BigButton(self.look, str(confidence))
            number.setAccessibleName(
                phrases.text("{question}: {step}", question=words.how_sure(phrases), step=confidence)
            )
            number.clicked.connect(partial(self._set_confidence, step.id, confidence))
            self.confidences[confidence] = number
        self.rows(list(self.confidences.values()), len(CONFIDENCES))
        self.note_field = self.note(words.one_higher, TextKind.HEADING)
        self.note_field.set_text(step.would_raise)
        self.note_field.edited.connect(partial(self._set_would_raise, step.id))

    def _build_agreement(self) -> None:
        self.say(words.do_i_agree)
        for agreement in (Agreement.YES, Agreement.NO, Agreement.COULD_NOT_ANSWER):
            theirs, ours = (
                words.answer_words(agreement, each)
                for each in (self.turned.phrases, self.turned.look.phrases)
            )
            button = BigButton(self.look, theirs, ours, ticks=True)
            button.clicked.connect(partial(self._agree, agreement))
            self.answers[agreement] = button
        self.rows(list(self.answers.values()), STATUSES_TO_A_ROW)
        self.note_field = self.note(words.why, TextKind.HEADING)
        self.note_field.edited.connect(self._give_reason)
        self._few = Text(self.turned.phrases.text("A few words are enough."), TextKind.LABEL)
        self.body.addWidget(self._few)

    def _show_step(self, step: Step) -> None:
        for status, button in self.statuses.items():
            button.show_as(chosen=status is step.status)
        for confidence, number in self.confidences.items():
            number.show_as(chosen=confidence == step.confidence)
        self._ask_further(step.would_raise, asked=step.asks_what_would_raise_it)

    def _show_agreement(self, plan: PersonalPlan, state: State) -> None:
        agreement = self._meant or plan.plan.agreement
        for each, button in self.answers.items():
            button.show_as(chosen=each is agreement)
        self._ask_further(plan.plan.agreement_reason, asked=agreement in ASKED_WHY)
        if self._few is not None:
            self._few.setVisible(state.reason_missing)

    def _ask_further(self, text: str, *, asked: bool) -> None:
        """Show the last question of the page only where it makes sense."""
        if self.note_field is None:
            return
        self.note_field.set_text(text)
        before = self.body.itemAt(self.body.indexOf(self.note_field) - 1)
        question = None if before is None else before.widget()
        for part in (question, self.note_field):
            if part is not None:
                part.setVisible(asked or bool(text))

    def _open(self, step_id: str, _: bool = False) -> None:
        self.turn_to(step_id)

    def _set_status(self, step_id: str, status: StepStatus, _: bool = False) -> None:
        self._presenter.change_step(step_id, status=status)

    def _set_confidence(self, step_id: str, confidence: int, _: bool = False) -> None:
        chosen = self.confidences[confidence].isChecked()
        self._presenter.change_step(step_id, confidence=None if chosen else confidence)

    def _set_would_raise(self, step_id: str, text: str) -> None:
        self._presenter.change_step(step_id, would_raise=text)

    def _agree(self, agreement: Agreement, _: bool = False) -> None:
        self._meant = agreement
        reason = self.note_field.text() if self.note_field is not None and agreement in ASKED_WHY else ""
        self._presenter.agree(agreement, reason)

    def _give_reason(self, text: str) -> None:
        plan = self._presenter.state.plan
        agreement = self._meant or (plan.plan.agreement if plan else Agreement.NOT_ASKED)
        if agreement in ASKED_WHY:
            self._presenter.agree(agreement, text)
