"""What of a plan goes along into the next one: chosen outcomes, their open steps, and what helps with them.

It must not change the plan it is taken from: everything that goes along is a copy.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plan import Outcome, Step, Support


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """Parts of a new plan, with ids of their own."""

    outcomes: tuple[Outcome, ...] = field(default=(), repr=False)
    steps: tuple[Step, ...] = field(default=(), repr=False)
    supports: tuple[Support, ...] = field(default=(), repr=False)


def carried_over(
    plan: PersonalPlan, chosen: Collection[str], plan_id: str, new_id: Callable[[], str]
) -> CarriedOver:
    """Return copies of what was chosen, for the plan with `plan_id`.

    `chosen` holds ids of outcomes, whose open steps go along, and of steps without an outcome. Whatever helps
    with a part goes with it; what helps with the whole plan goes as soon as anything does.
    """
    outcomes = [each for each in plan.outcomes if each.id in chosen]
    going = {each.id for each in outcomes}
    loose = {each.id for each in plan.without_outcome}
    steps = [
        each
        for each in plan.open_steps
        if each.outcome_id in going or (each.id in loose and each.id in chosen)
    ]
    if not (outcomes or steps):
        return CarriedOver()
    ids = {part_id: new_id() for part_id in (*(each.id for each in outcomes), *(each.id for each in steps))}
    helping = [support for part_id in (*ids, "") for support in plan.supports_of(part_id)]
    return CarriedOver(
        tuple(replace(each, id=ids[each.id], plan_id=plan_id) for each in outcomes),
        tuple(
            replace(each, id=ids[each.id], plan_id=plan_id, outcome_id=ids.get(each.outcome_id, ""))
            for each in steps
        ),
        tuple(
            replace(each, id=new_id(), plan_id=plan_id, helps_with=ids.get(each.helps_with, ""))
            for each in helping
        ),
    )
