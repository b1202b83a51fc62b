"""Writes the plans, values and staying-well plans of fictional people into a new practice store.

It must not be given a store with real people.
"""

from __future__ import annotations

from datetime import timedelta

from iroc_desktop.domain.lines import GAP, Line
from iroc_desktop.domain.plan import Agreement, ByWhen, Outcome, Plan, Review, Step, Support
from iroc_desktop.domain.practice import PracticeOutcome, PracticePerson, PracticePlan, PracticeStep
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.work import Work


def add_plan(unit: UnitOfWork, work: Work, person_id: str, fictional: PracticePlan) -> None:
    """Write a fictional person's active plan, with dates counted from today."""
    today = work.clock.today()
    begun_on = today - timedelta(days=fictional.days_ago)
    agreed_on = begun_on if fictional.agreement is Agreement.YES else None
    plan = Plan(
        id=work.new_id(),
        person_id=person_id,
        begun_on=begun_on,
        agreement=fictional.agreement,
        agreement_reason=fictional.agreement_reason,
        agreed_on=agreed_on,
    )
    unit.plans.put(plan)
    for position, outcome in enumerate(fictional.outcomes, start=1):
        _add_outcome(unit, work, plan.id, outcome, position)
    for position, words in enumerate(fictional.supports, start=1):
        unit.supports.put(Support(work.new_id(), plan.id, "", words, position * GAP))
    review_on = today + timedelta(days=fictional.review_in_days)
    unit.reviews.put(Review(work.new_id(), plan.id, review_on, fictional.review_words))


def add_lines(unit: UnitOfWork, work: Work, fictional: PracticePerson) -> None:
    """Write what matters to a fictional person, and their staying-well plan."""
    for position, words in enumerate(fictional.values, start=1):
        unit.values.put(fictional.id, Line(work.new_id(), "", words, position * GAP))
    for section, lines in fictional.staying_well.items():
        for position, words in enumerate(lines, start=1):
            line = Line(work.new_id(), section.value, words, position * GAP)
            unit.staying_well.put(fictional.id, line)


def _add_outcome(
    unit: UnitOfWork, work: Work, plan_id: str, fictional: PracticeOutcome, position: int
) -> None:
    outcome = Outcome(work.new_id(), plan_id, fictional.words, fictional.indicators, position * GAP)
    unit.outcomes.put(outcome)
    for place, given in enumerate(fictional.steps, start=1):
        step = _step(work, outcome, given, place)
        unit.steps.put(step)
        if given.support:
            unit.supports.put(Support(work.new_id(), plan_id, step.id, given.support, place * GAP))


def _step(work: Work, outcome: Outcome, given: PracticeStep, place: int) -> Step:
    days = given.due_in_days
    on = None if days is None else work.clock.today() + timedelta(days=days)
    return Step(
        id=work.new_id(),
        plan_id=outcome.plan_id,
        outcome_id=outcome.id,
        words=given.words,
        who=given.who,
        due=ByWhen(on, given.due_occasion, given.due_words),
        place=given.place,
        confidence=given.confidence,
        would_raise=given.would_raise,
        status=given.status,
        position=place * GAP,
    )
