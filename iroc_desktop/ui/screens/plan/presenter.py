"""What the plan's screen knows and does: outcomes, steps, supports, and whether the person agrees.

It must not decide for the person, nor lose a word: what could not be kept can be tried again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum, auto
from typing import Protocol, TypeVar, Unpack

from iroc_desktop.domain.bin import BinKind, Thing
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plan import Agreement, DateQuestion, Outcome, Step
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.history_of import HistoryOf
from iroc_desktop.services.plan_parts import Outcomes, StepParts, Steps, Supports
from iroc_desktop.services.planning import Added
from iroc_desktop.services.plans import Plans
from iroc_desktop.services.ports import Clock, Runner
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing
from iroc_desktop.ui.screens.plan.changes_presenter import ChangesPresenter
from iroc_desktop.ui.screens.plan.earlier_presenter import EarlierPresenter
from iroc_desktop.ui.screens.plan.reviews_presenter import ReviewsPresenter

T = TypeVar("T")


class Part(Enum):
    """What can be taken out of a plan."""

    OUTCOME = auto()
    STEP = auto()
    SUPPORT = auto()
    REVIEW = auto()


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken away last, and can come back."""

    part: Part
    id: str


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows."""

    ready: bool = False
    plan: PersonalPlan | None = field(default=None, repr=False)
    """None: no plan was begun yet."""
    questions: tuple[tuple[str, DateQuestion], ...] = ()
    """Step ids with a day that is worth asking about."""
    removed: Removed | None = None
    reason_missing: bool = False
    """Whether "could not answer" waits for its reason."""
    problem: ExpectedError | None = None


@dataclass(frozen=True, slots=True)
class Means:
    """The services that the screen works with."""

    plans: Plans
    outcomes: Outcomes
    steps: Steps
    supports: Supports
    runner: Runner
    clock: Clock
    history_of: HistoryOf | None = None


class Exits(Protocol):
    """Where the plan leads, and what the window likes to hear."""

    def to_person(self, person_id: str) -> None:
        """Go back to the person's page."""

    def print_plan(self, person_id: str) -> None:
        """Show the plan on paper."""

    def saved(self, at: datetime) -> None:
        """Something was kept just now."""

    def put_away(self, thing: Thing) -> None:
        """Put a plan into the bin, with a way to undo it."""


class PlanPresenter(Showing[State]):
    """One person's active plan."""

    def __init__(self, means: Means, exits: Exits, person_id: str) -> None:
        super().__init__(State())
        self._means = means
        self._exits = exits
        self._person_id = person_id
        self._writing = Writing(means.runner, self, self._on_problem)
        self.reviews = ReviewsPresenter(
            means.plans, means.clock, self._writing, lambda: self.state.plan, self._on_kept
        )
        self.earlier = EarlierPresenter(means.plans, self._writing, person_id)
        self.changes = ChangesPresenter(means.history_of, self._writing, lambda: self.state.plan)

    def open(self) -> None:
        """Show the plan as it is in the record."""
        self._writing.send("open", lambda: self._means.plans.active(self._person_id), self._on_read)

    def begin(self, chosen: Collection[str] = ()) -> None:
        """Begin a plan that takes along what is chosen; the one there was stays readable."""
        self._keep("begin", lambda: self._means.plans.begin(self._person_id, chosen))

    # outcomes

    def add_outcome(self, words: str) -> None:
        """Add what the person wants; the first one begins a plan."""
        if words.strip():
            self._add(lambda plan_id: self._means.outcomes.add(plan_id, words.strip()))

    def word_outcome(self, outcome_id: str, words: str) -> None:
        """Keep an outcome in other words."""
        self._keep(f"outcome {outcome_id}", lambda: self._means.outcomes.word(outcome_id, words))

    def link(self, outcome_id: str, indicator_id: str) -> None:
        """Link an outcome to an indicator, or let the link go."""
        outcome = self._outcome(outcome_id)
        if outcome is None:
            return
        linked = [each for each in outcome.indicator_ids if each != indicator_id]
        if len(linked) == len(outcome.indicator_ids):
            linked.append(indicator_id)
        words, after = outcome.words, tuple(linked)
        self._keep(f"link {outcome_id}", lambda: self._means.outcomes.change(outcome_id, words, after))

    def raise_outcome(self, outcome_id: str) -> None:
        """Move an outcome one place up."""
        plan = self.state.plan
        place = [each.id for each in plan.outcomes].index(outcome_id) if plan else 0
        if place:
            self._keep("move", lambda: self._means.outcomes.move(outcome_id, place - 1))

    # steps

    def add_step(self, outcome_id: str, words: str) -> None:
        """Add a step on the way to an outcome."""
        if words.strip():
            self._add(lambda plan_id: self._means.steps.add(plan_id, outcome_id, words.strip()))

    def change_step(self, step_id: str, **parts: Unpack[StepParts]) -> None:
        """Keep what is given about a step."""
        name = f"step {step_id} {' '.join(sorted(parts))}"
        self._keep(name, lambda: self._means.steps.change(step_id, **parts))
        due = parts.get("due")
        if due is not None:
            self._ask_about(step_id, due.on)

    def raise_step(self, step_id: str) -> None:
        """Move a step one place up among its outcome's."""
        step = self._step(step_id)
        if step is None or self.state.plan is None:
            return
        beside = [each.id for each in self.state.plan.steps_of(step.outcome_id)]
        place = beside.index(step_id) if step_id in beside else 0
        if place:
            self._keep("move", lambda: self._means.steps.move(step_id, step.outcome_id, place - 1))

    # supports, agreement, taking away

    def add_support(self, words: str, helps_with: str = "") -> None:
        """Add who or what helps with a step, by its id; with an empty id, with the whole plan."""
        if words.strip():
            self._add(lambda plan_id: self._means.supports.add(plan_id, words.strip(), helps_with))

    def word_support(self, support_id: str, words: str) -> None:
        """Keep a support in other words."""
        self._keep(f"support {support_id}", lambda: self._means.supports.change(support_id, words))

    def agree(self, agreement: Agreement, reason: str) -> None:
        """Keep whether the person agrees; "could not answer" waits until there is a reason."""
        plan = self.state.plan
        missing = agreement is Agreement.COULD_NOT_ANSWER and not reason.strip()
        self._show(replace(self.state, reason_missing=missing))
        if plan is not None and not missing:
            self._keep("agree", lambda: self._means.plans.agree(plan.id, agreement, reason))

    def remove(self, part: Part, part_id: str) -> None:
        """Take something out of the plan; `undo` brings it back."""
        remove = {
            Part.OUTCOME: self._means.outcomes.remove,
            Part.STEP: self._means.steps.remove,
            Part.SUPPORT: self._means.supports.remove,
            Part.REVIEW: self._means.plans.remove_review,
        }[part]

        def removed(done: Done[PersonalPlan]) -> None:
            self._on_kept(done.value)
            self._show(replace(self.state, removed=Removed(part, part_id)))

        self._writing.send("remove", lambda: remove(part_id), removed)

    def undo(self) -> None:
        """Bring back what was taken away last."""
        removed = self.state.removed
        if removed is None:
            return
        bring_back = {
            Part.OUTCOME: self._means.outcomes.bring_back,
            Part.STEP: self._means.steps.bring_back,
            Part.SUPPORT: self._means.supports.bring_back,
            Part.REVIEW: self._means.plans.bring_back_review,
        }[removed.part]
        self._show(replace(self.state, removed=None))
        self._keep("undo", lambda: bring_back(removed.id))

    # ways out

    def to_person(self) -> None:
        """Go back to the person's page."""
        self._exits.to_person(self._person_id)

    def print_plan(self) -> None:
        """Show the plan on paper."""
        self._exits.print_plan(self._person_id)

    def put_away(self) -> None:
        """Put the plan into the bin."""
        if self.state.plan is not None:
            self._put_away(self.state.plan.id)

    def put_earlier_away(self) -> None:
        """Put the plan before this one that is being read into the bin."""
        reading = self.earlier.state.reading
        if reading is not None and not reading.at_session:
            self._put_away(reading.plan.id)

    def try_again(self) -> None:
        """Try every write that failed once more."""
        self._writing.try_again()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Look again when something else changed this person's plan."""
        if initiator is not self and self._person_id in changes.plans_of:
            self.open()
            self.earlier.read_again()

    def _put_away(self, plan_id: str) -> None:
        self._exits.put_away(Thing(BinKind.PLAN, self._person_id, plan_id))

    def _outcome(self, outcome_id: str) -> Outcome | None:
        outcomes = self.state.plan.outcomes if self.state.plan else ()
        return next((each for each in outcomes if each.id == outcome_id), None)

    def _step(self, step_id: str) -> Step | None:
        return self.state.plan.step(step_id) if self.state.plan else None

    def _add(self, add: Callable[[str], Done[Added]]) -> None:
        plan = self.state.plan
        begin = self._means.plans.begin

        def work() -> Done[Added]:
            return add(plan.id if plan else begin(self._person_id).value.id)

        self._writing.send("add", work, lambda done: self._on_kept(done.value.plan))

    def _keep(self, name: str, work: Callable[[], Done[PersonalPlan]]) -> None:
        self._writing.send(name, work, lambda done: self._on_kept(done.value))

    def _ask_about(self, step_id: str, day: date | None) -> None:
        def told(question: DateQuestion | None) -> None:
            others = tuple(each for each in self.state.questions if each[0] != step_id)
            asked = () if question is None else ((step_id, question),)
            self._show(replace(self.state, questions=(*others, *asked)))

        plans = self._means.plans
        self._writing.send("question", lambda: plans.question_about(self._person_id, day), told)

    def _on_read(self, plan: PersonalPlan | None) -> None:
        self._show(replace(self.state, ready=True, plan=plan, problem=self._writing.problem))

    def _on_kept(self, plan: PersonalPlan) -> None:
        self._exits.saved(self._means.clock.now())
        removed = self.state.removed
        if self.state.plan is None or plan.id != self.state.plan.id:
            removed = None
            self.earlier.read_again()
        self._show(replace(self.state, ready=True, plan=plan, removed=removed, problem=self._writing.problem))

    def _on_problem(self) -> None:
        self._show(replace(self.state, problem=self._writing.problem))
