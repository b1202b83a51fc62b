"""Plans as they are read and opened within a unit of work, shared by the services that edit them.

It must not change anything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plan import Plan, PlanState
from iroc_desktop.services.ports import UnitOfWork


class PlanArchivedError(ExpectedError):
    """A plan that was followed by a newer one was about to be changed."""


@dataclass(frozen=True, slots=True)
class Added:
    """A plan with something new in it."""

    id: str
    """The new part's id."""
    plan: PersonalPlan


def every_plan(unit: UnitOfWork, person_id: str) -> tuple[Plan, ...]:
    """Return a person's plans, oldest first; only the newest can be active.

    Two machines can each have begun one: the same one is taken for the newer on both.
    """
    plans = list(unit.plans.of(person_id))
    active = [each.id for each in plans if each.state is PlanState.ACTIVE]
    older = set(active[:-1])
    return tuple(replace(each, state=PlanState.ARCHIVED) if each.id in older else each for each in plans)


def active_plan(unit: UnitOfWork, person_id: str) -> PersonalPlan | None:
    """Return a person's active plan with its parts, if there is one."""
    active = (each for each in every_plan(unit, person_id) if each.state is PlanState.ACTIVE)
    found = next(active, None)
    return None if found is None else with_parts(unit, found)


def with_parts(unit: UnitOfWork, plan: Plan) -> PersonalPlan:
    """Return a plan with its parts."""
    return PersonalPlan.of(
        plan,
        unit.outcomes.of(plan.id),
        unit.steps.of(plan.id),
        unit.supports.of(plan.id),
        unit.reviews.of(plan.id),
    )


def must_be_active(unit: UnitOfWork, plan_id: str) -> Plan:
    """Return a plan that may be changed.

    Raises:
        RecordMissingError: if there is no such plan.
        PlanArchivedError: if a newer one followed it.
    """
    plan = unit.plans.get(plan_id)
    known = {each.id: each for each in every_plan(unit, plan.person_id)}
    if known[plan_id].state is not PlanState.ACTIVE:
        raise PlanArchivedError
    return plan
