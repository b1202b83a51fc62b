"""The parts of a plan: outcomes, steps and supports, each added, worded, moved, taken away and brought back.

It must not take a step away with its outcome: the step stays and is shown without one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypedDict, TypeVar, Unpack

from iroc_desktop.domain.lines import in_order, place_after_all, placed
from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plan import ByWhen, Outcome, Step, StepStatus, Support
from iroc_desktop.services.changes import Done, plan_changed
from iroc_desktop.services.planning import Added, must_be_active, with_parts
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.repositories import RecordRepository
from iroc_desktop.services.work import Work

P = TypeVar("P", Outcome, Step, Support)


class StepFacts(TypedDict, total=False):
    """What can be said about a step beside its words."""

    who: str
    due: ByWhen
    place: str
    confidence: int | None
    would_raise: str
    status: StepStatus


class StepParts(StepFacts, total=False):
    """What can be changed about a step; whatever is not given stays as it is."""

    words: str


class Outcomes:
    """What people want, in their own words."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, plan_id: str, words: str, indicator_ids: tuple[str, ...] = ()) -> Done[Added]:
        """Add an outcome at the end of a plan."""
        with self._work.begin() as unit:
            place = place_after_all(unit.outcomes.of(plan_id))
            outcome = Outcome(self._work.new_id(), plan_id, words, indicator_ids, place)
            unit.outcomes.put(outcome)
            return _added(unit, plan_id, outcome.id)

    def change(self, outcome_id: str, words: str, indicator_ids: tuple[str, ...]) -> Done[PersonalPlan]:
        """Keep an outcome's words and the indicators it belongs to; one taken away meanwhile comes back."""
        return self._edit(
            outcome_id,
            lambda each: replace(each, words=words, indicator_ids=indicator_ids, removed=False),
        )

    def word(self, outcome_id: str, words: str) -> Done[PersonalPlan]:
        """Keep an outcome in other words, whatever it belongs to; one taken away meanwhile comes back."""
        return self._edit(outcome_id, lambda each: replace(each, words=words, removed=False))

    def move(self, outcome_id: str, index: int) -> Done[PersonalPlan]:
        """Put an outcome at a place among the others, from 0; a place outside is the nearest end."""
        with self._work.begin() as unit:
            outcome = unit.outcomes.get(outcome_id)
            _place(unit.outcomes, unit.outcomes.of(outcome.plan_id), outcome, index)
            return _committed(unit, outcome.plan_id)

    def remove(self, outcome_id: str) -> Done[PersonalPlan]:
        """Take an outcome away. Its steps stay, and are shown without an outcome."""
        return self._edit(outcome_id, lambda each: replace(each, removed=True))

    def bring_back(self, outcome_id: str) -> Done[PersonalPlan]:
        """Bring an outcome back with its steps, as Undo does."""
        return self._edit(outcome_id, lambda each: replace(each, removed=False))

    def taken_away(self, plan_id: str) -> tuple[Outcome, ...]:
        """Return the outcomes that were taken away and can be brought back."""
        with self._work.begin() as unit:
            return in_order(each for each in unit.outcomes.of(plan_id) if each.removed)

    def _edit(self, outcome_id: str, edit: Callable[[Outcome], Outcome]) -> Done[PersonalPlan]:
        with self._work.begin() as unit:
            outcome = unit.outcomes.get(outcome_id)
            unit.outcomes.put(edit(outcome))
            return _committed(unit, outcome.plan_id)


class Steps:
    """The small things to do."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, plan_id: str, outcome_id: str, words: str, **facts: Unpack[StepFacts]) -> Done[Added]:
        """Add a step at the end of an outcome's; with an empty outcome id, one without an outcome.

        Raises:
            ConfidenceError: if a confidence outside 1 to 10 is given.
        """
        with self._work.begin() as unit:
            place = place_after_all(unit.steps.of(plan_id))
            blank = Step(self._work.new_id(), plan_id, outcome_id, position=place)
            step = _with(blank, {**facts, "words": words})
            unit.steps.put(step)
            return _added(unit, plan_id, step.id)

    def change(self, step_id: str, **parts: Unpack[StepParts]) -> Done[PersonalPlan]:
        """Keep what is given about a step. One that was taken away meanwhile comes back: words win.

        Raises:
            ConfidenceError: if a confidence outside 1 to 10 is given.
        """
        return self._edit(step_id, lambda each: replace(_with(each, parts), removed=False))

    def mark(self, step_id: str, status: StepStatus) -> Done[PersonalPlan]:
        """Keep how it goes with a step."""
        return self._edit(step_id, lambda each: replace(each, status=status))

    def move(self, step_id: str, outcome_id: str, index: int) -> Done[PersonalPlan]:
        """Put a step at a place among an outcome's steps, from 0; a place outside is the nearest end."""
        with self._work.begin() as unit:
            step = replace(unit.steps.get(step_id), outcome_id=outcome_id)
            others = (each for each in unit.steps.of(step.plan_id) if each.outcome_id == outcome_id)
            _place(unit.steps, others, step, index)
            return _committed(unit, step.plan_id)

    def remove(self, step_id: str) -> Done[PersonalPlan]:
        """Take a step away; `bring_back` undoes it."""
        return self._edit(step_id, lambda each: replace(each, removed=True))

    def bring_back(self, step_id: str) -> Done[PersonalPlan]:
        """Bring a step back, as Undo does."""
        return self._edit(step_id, lambda each: replace(each, removed=False))

    def taken_away(self, plan_id: str) -> tuple[Step, ...]:
        """Return the steps that were taken away and can be brought back."""
        with self._work.begin() as unit:
            return in_order(each for each in unit.steps.of(plan_id) if each.removed)

    def _edit(self, step_id: str, edit: Callable[[Step], Step]) -> Done[PersonalPlan]:
        with self._work.begin() as unit:
            step = unit.steps.get(step_id)
            unit.steps.put(edit(step))
            return _committed(unit, step.plan_id)


class Supports:
    """Who and what helps."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, plan_id: str, words: str, helps_with: str = "") -> Done[Added]:
        """Add a support of an outcome or a step, by its id; with an empty id, of the whole plan."""
        with self._work.begin() as unit:
            place = place_after_all(unit.supports.of(plan_id))
            support = Support(self._work.new_id(), plan_id, helps_with, words, place)
            unit.supports.put(support)
            return _added(unit, plan_id, support.id)

    def change(self, support_id: str, words: str) -> Done[PersonalPlan]:
        """Keep a support's words; one taken away meanwhile comes back."""
        return self._edit(support_id, lambda each: replace(each, words=words, removed=False))

    def remove(self, support_id: str) -> Done[PersonalPlan]:
        """Take a support away; `bring_back` undoes it."""
        return self._edit(support_id, lambda each: replace(each, removed=True))

    def bring_back(self, support_id: str) -> Done[PersonalPlan]:
        """Bring a support back, as Undo does."""
        return self._edit(support_id, lambda each: replace(each, removed=False))

    def _edit(self, support_id: str, edit: Callable[[Support], Support]) -> Done[PersonalPlan]:
        with self._work.begin() as unit:
            support = unit.supports.get(support_id)
            unit.supports.put(edit(support))
            return _committed(unit, support.plan_id)


def _with(step: Step, parts: StepParts) -> Step:
    changed = step
    if "confidence" in parts:
        changed = changed.with_confidence(parts["confidence"])
    return replace(
        changed,
        words=parts.get("words", step.words),
        who=parts.get("who", step.who),
        due=parts.get("due", step.due),
        place=parts.get("place", step.place),
        would_raise=parts.get("would_raise", step.would_raise),
        status=parts.get("status", step.status),
    )


def _place(repository: RecordRepository[P], things: Iterable[P], moved: P, index: int) -> None:
    standing = {each.id: each for each in in_order(things) if not each.removed}
    places = placed(standing.values(), moved, index)
    for each in {**standing, moved.id: moved}.values():
        if each.id in places:
            repository.put(replace(each, position=places[each.id]))


def _added(unit: UnitOfWork, plan_id: str, part_id: str) -> Done[Added]:
    done = _committed(unit, plan_id)
    return Done(Added(part_id, done.value), done.changes)


def _committed(unit: UnitOfWork, plan_id: str) -> Done[PersonalPlan]:
    # An archived plan is refused before anything is durable: leaving the unit rolls back
    plan = must_be_active(unit, plan_id)
    unit.commit()
    return Done(with_parts(unit, plan), plan_changed(plan.person_id))
