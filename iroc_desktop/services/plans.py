"""A person's plan as a whole: begin it, agree on it, review it, look back at how it stood.

It must not change a plan that a newer one followed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date

from iroc_desktop.domain.carry_over import CarriedOver, carried_over
from iroc_desktop.domain.personal_plan import PersonalPlan, PlanSnapshot
from iroc_desktop.domain.plan import (
    Agreement,
    AgreementReasonMissingError,
    DateQuestion,
    Plan,
    PlanState,
    Review,
    question_about,
)
from iroc_desktop.services.changes import Done, plan_changed
from iroc_desktop.services.planning import Added, active_plan, every_plan, must_be_active, with_parts
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.work import Work


class Plans:
    """The personal plans: one active for each person, the ones before readable."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def active(self, person_id: str) -> PersonalPlan | None:
        """Return a person's active plan, if there is one."""
        with self._work.begin() as unit:
            return active_plan(unit, person_id)

    def every(self, person_id: str) -> Sequence[PersonalPlan]:
        """Return a person's plans, oldest first; the active one, if there is one, is the last."""
        with self._work.begin() as unit:
            return tuple(with_parts(unit, each) for each in every_plan(unit, person_id))

    def has_earlier(self, person_id: str) -> bool:
        """Return whether there is a plan that was followed by another, or left when that one was put away."""
        with self._work.begin() as unit:
            return any(each.state is not PlanState.ACTIVE for each in every_plan(unit, person_id))

    def look(self, plan_id: str) -> PersonalPlan:
        """Return one plan, active or archived.

        Raises:
            RecordMissingError: if there is no such plan.
        """
        with self._work.begin() as unit:
            return with_parts(unit, unit.plans.get(plan_id))

    def history(self, person_id: str) -> Sequence[PlanSnapshot]:
        """Return the plan as it stood at each finished session, oldest first, but for plans put away."""
        with self._work.begin() as unit:
            known = {each.id for each in unit.plans.of(person_id)}
            return [each for each in unit.plan_snapshots.of(person_id) if each.plan.id in known]

    def begin(self, person_id: str, chosen: Collection[str] = ()) -> Done[PersonalPlan]:
        """Begin a new plan; the one before is archived and stays readable.

        What goes along of it is `chosen`, as for `domain.carry_over.carried_over`.

        Raises:
            RecordMissingError: if there is no such person.
        """
        with self._work.begin() as unit:
            unit.people.get(person_id)
            before = active_plan(unit, person_id)
            for each in unit.plans.of(person_id):
                if each.state is PlanState.ACTIVE:
                    unit.plans.put(replace(each, state=PlanState.ARCHIVED))
            plan = Plan(self._work.new_id(), person_id, self._work.clock.today())
            unit.plans.put(plan)
            if before is not None:
                _put(unit, carried_over(before, chosen, plan.id, self._work.new_id))
            unit.commit()
            whole = with_parts(unit, plan)
        return Done(whole, plan_changed(person_id))

    def agree(self, plan_id: str, agreement: Agreement, reason: str = "") -> Done[PersonalPlan]:
        """Keep whether the person agrees with the plan as it stands, and why not.

        Raises:
            AgreementReasonMissingError: if somebody could not answer and no reason is given.
            PlanArchivedError: if a newer plan followed.
        """
        if agreement is Agreement.COULD_NOT_ANSWER and not reason.strip():
            raise AgreementReasonMissingError
        agreed_on = self._work.clock.today() if agreement is Agreement.YES else None
        return self._edit(
            plan_id,
            lambda unit, plan: unit.plans.put(
                replace(plan, agreement=agreement, agreement_reason=reason, agreed_on=agreed_on)
            ),
        )

    def review(self, plan_id: str, day: date | None, words: str = "") -> Done[Added]:
        """Add a day on which the plan was, or will be, looked at together."""
        review = Review(self._work.new_id(), plan_id, day, words)
        done = self._edit(plan_id, lambda unit, _: unit.reviews.put(review))
        return Done(Added(review.id, done.value), done.changes)

    def change_review(self, review_id: str, day: date | None, words: str) -> Done[PersonalPlan]:
        """Keep another day or other words of a review."""
        return self._edit_review(review_id, lambda review: replace(review, day=day, words=words))

    def word_review(self, review_id: str, words: str) -> Done[PersonalPlan]:
        """Keep other words of a review; one taken away meanwhile comes back."""
        return self._edit_review(review_id, lambda review: replace(review, words=words, removed=False))

    def remove_review(self, review_id: str) -> Done[PersonalPlan]:
        """Take a review away; `bring_back_review` undoes it."""
        return self._edit_review(review_id, lambda review: replace(review, removed=True))

    def bring_back_review(self, review_id: str) -> Done[PersonalPlan]:
        """Bring a review back, as Undo does."""
        return self._edit_review(review_id, lambda review: replace(review, removed=False))

    def question_about(self, person_id: str, day: date | None) -> DateQuestion | None:
        """Return what is worth asking about a typed day, such as one before the first session."""
        with self._work.begin() as unit:
            held = [each.held_on for each in unit.conversations.of(person_id)]
            held += [each.held_on for each in unit.sessions.of(person_id)]
        return question_about(day, min(held, default=None))

    def _edit(self, plan_id: str, edit: Callable[[UnitOfWork, Plan], None]) -> Done[PersonalPlan]:
        with self._work.begin() as unit:
            edit(unit, must_be_active(unit, plan_id))
            unit.commit()
            whole = with_parts(unit, unit.plans.get(plan_id))
        return Done(whole, plan_changed(whole.person_id))

    def _edit_review(self, review_id: str, edit: Callable[[Review], Review]) -> Done[PersonalPlan]:
        with self._work.begin() as unit:
            review = unit.reviews.get(review_id)
        return self._edit(review.plan_id, lambda unit, _: unit.reviews.put(edit(review)))


def _put(unit: UnitOfWork, along: CarriedOver) -> None:
    for outcome in along.outcomes:
        unit.outcomes.put(outcome)
    for step in along.steps:
        unit.steps.put(step)
    for support in along.supports:
        unit.supports.put(support)
