"""A personal plan with all its parts together, as screens and prints show it, and its frozen snapshots.

It must not lose a step: one whose outcome is gone is shown without one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from iroc_desktop.domain.lines import in_order
from iroc_desktop.domain.plan import Outcome, Plan, PlanState, Review, Step, StepStatus, Support


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """Such as "2 of 3 steps"; steps that are no longer needed are not counted."""

    completed: int
    of: int


@dataclass(frozen=True, slots=True)
class PersonalPlan:
    """A plan and its parts, without those that were taken away, in the person's order."""

    plan: Plan
    outcomes: tuple[Outcome, ...] = field(default=(), repr=False)
    steps: tuple[Step, ...] = field(default=(), repr=False)
    """In the order of their outcomes, then of their places; steps without an outcome last."""
    supports: tuple[Support, ...] = field(default=(), repr=False)
    reviews: tuple[Review, ...] = field(default=(), repr=False)
    """By day, those without a day last."""

    @classmethod
    def of(
        cls,
        plan: Plan,
        outcomes: Iterable[Outcome],
        steps: Iterable[Step],
        supports: Iterable[Support],
        reviews: Iterable[Review],
    ) -> PersonalPlan:
        """Return the plan with these parts, whatever their order; removed parts are left out."""
        kept = in_order(each for each in outcomes if not each.removed)
        places = {outcome.id: place for place, outcome in enumerate(kept)}
        todo = in_order(each for each in steps if not each.removed)
        looked_at = [each for each in reviews if not each.removed]
        return cls(
            plan,
            kept,
            tuple(sorted(todo, key=lambda step: places.get(step.outcome_id, len(places)))),
            in_order(each for each in supports if not each.removed),
            tuple(sorted(looked_at, key=lambda review: (review.day or date.max, review.id))),
        )

    @property
    def id(self) -> str:
        """Return the plan's id."""
        return self.plan.id

    @property
    def person_id(self) -> str:
        """Return whose plan it is."""
        return self.plan.person_id

    @property
    def active(self) -> bool:
        """Return whether it is the one in use."""
        return self.plan.state is PlanState.ACTIVE

    @property
    def empty(self) -> bool:
        """Return whether nothing stands in it."""
        return not (self.outcomes or self.steps or self.supports or self.reviews)

    @property
    def open_steps(self) -> tuple[Step, ...]:
        """Return the steps in which there is still something to do."""
        return tuple(each for each in self.steps if each.open)

    @property
    def open_outcomes(self) -> tuple[Outcome, ...]:
        """Return the outcomes with a step in which there is still something to do, or without any step."""
        return tuple(
            each
            for each in self.outcomes
            if not self.steps_of(each.id) or any(step.open for step in self.steps_of(each.id))
        )

    @property
    def without_outcome(self) -> tuple[Step, ...]:
        """Return the steps whose outcome was taken away, or that never had one."""
        known = {each.id for each in self.outcomes}
        return tuple(each for each in self.steps if each.outcome_id not in known)

    @property
    def progress(self) -> PlanProgress:
        """Return how many of all steps are completed."""
        return _progress(self.steps)

    def steps_of(self, outcome_id: str) -> tuple[Step, ...]:
        """Return the steps on the way to an outcome."""
        return tuple(each for each in self.steps if each.outcome_id == outcome_id)

    def progress_of(self, outcome_id: str) -> PlanProgress:
        """Return how many of an outcome's steps are completed."""
        return _progress(self.steps_of(outcome_id))

    def supports_of(self, part_id: str) -> tuple[Support, ...]:
        """Return what helps with an outcome or a step; with an empty id, what helps with the whole plan."""
        known = {each.id for each in self.outcomes} | {each.id for each in self.steps}
        return tuple(
            each
            for each in self.supports
            if each.helps_with == part_id or (not part_id and each.helps_with not in known)
        )

    def step(self, step_id: str) -> Step | None:
        """Return one step; None if it is not in this plan."""
        return next((each for each in self.steps if each.id == step_id), None)


def _progress(steps: Iterable[Step]) -> PlanProgress:
    needed = [each for each in steps if each.status is not StepStatus.NO_LONGER_NEEDED]
    return PlanProgress(sum(each.status is StepStatus.COMPLETED for each in needed), len(needed))


@dataclass(frozen=True, slots=True)
class PlanSnapshot:
    """The plan as it stood when a session was finished; its id is the session's. It never changes."""

    id: str
    person_id: str
    held_on: date
    plan: PersonalPlan
