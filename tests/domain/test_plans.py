"""A personal plan: counted, ordered, asked about, and never losing a step.

These tests must not touch the store.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from iroc_desktop.domain.lines import GAP, Line, in_order, place_after_all, placed
from iroc_desktop.domain.operations import Entity, EntityKind, OperationId
from iroc_desktop.domain.personal_plan import PersonalPlan, PlanProgress
from iroc_desktop.domain.plain import fields_of, record_from
from iroc_desktop.domain.plan import (
    ConfidenceError,
    DateQuestion,
    Outcome,
    Plan,
    Review,
    Step,
    StepStatus,
    Support,
    question_about,
)
from iroc_desktop.domain.registers import fold, values
from iroc_desktop.domain.staying_well import StayingWellPlan, StayingWellSection
from tests.fakes.builders import operation

PLAN = Plan("plan", "person-1")


def step(step_id: str, outcome_id: str = "o1", position: int = 0, status: str = "not_started") -> Step:
    return Step(step_id, "plan", outcome_id, position=position, status=StepStatus(status))


def whole(
    *steps: Step, outcomes: tuple[Outcome, ...] = (Outcome("o1", "plan"),), supports: tuple[Support, ...] = ()
) -> PersonalPlan:
    return PersonalPlan.of(PLAN, outcomes, steps, supports, ())


def test_two_of_three_steps_and_those_no_longer_needed_are_not_counted() -> None:
    plan = whole(
        step("a", status="completed"),
        step("b", status="completed"),
        step("c", status="cannot_be_done_yet"),
        step("d", status="no_longer_needed"),
    )
    assert plan.progress == PlanProgress(2, 3)
    assert plan.progress_of("o1") == PlanProgress(2, 3)
    assert plan.progress_of("o2") == PlanProgress(0, 0)
    assert [each.id for each in plan.open_steps] == ["c"]


def test_steps_stand_under_their_outcomes_in_the_persons_order() -> None:
    outcomes = (Outcome("o1", "plan", position=2), Outcome("o2", "plan", position=1))
    plan = whole(
        step("a", "o1", 1), step("b", "o2", 2), step("c", "o2", 1), step("d", "", 0), outcomes=outcomes
    )
    assert [each.id for each in plan.outcomes] == ["o2", "o1"]
    assert [each.id for each in plan.steps] == ["c", "b", "a", "d"]


def test_a_step_whose_outcome_was_taken_away_is_shown_without_one() -> None:
    gone = replace(Outcome("o1", "plan"), removed=True)
    plan = whole(step("a"), outcomes=(gone,))
    assert plan.outcomes == ()
    assert [each.id for each in plan.without_outcome] == ["a"]
    assert plan.progress == PlanProgress(0, 1)


def test_an_outcome_taken_away_on_one_machine_keeps_the_step_edited_on_another() -> None:
    made = operation(1, fields_of(Outcome("o1", "plan", "A home")))
    gone = operation(2, {"removed": True}, parents=(OperationId("pc-1", 1),))
    begun = operation(1, fields_of(step("s1")), replica="pc-3")
    edited = operation(1, {"words": "Ask"}, replica="pc-2", lamport=2, parents=(OperationId("pc-3", 1),))
    for order in ((made, gone), (gone, made)):
        outcome = record_from(Outcome, "o1", values(fold(order)))
        kept = record_from(Step, "s1", values(fold((edited, begun))))
        plan = whole(kept, outcomes=(outcome,))
        assert [each.words for each in plan.without_outcome] == ["Ask"]


def test_supports_of_something_that_is_gone_stand_with_the_whole_plan() -> None:
    supports = (Support("x", "plan", "a"), Support("y", "plan", "gone"), Support("z", "plan"))
    plan = whole(step("a"), supports=supports)
    assert [each.id for each in plan.supports_of("a")] == ["x"]
    assert [each.id for each in plan.supports_of("")] == ["y", "z"]


def test_reviews_stand_by_their_day_those_without_one_last() -> None:
    reviews = [
        Review("a", "plan"),
        Review("b", "plan", date(2027, 1, 1)),
        Review("c", "plan", date(2026, 1, 1)),
    ]
    plan = PersonalPlan.of(PLAN, (), (), (), [*reviews, Review("d", "plan", removed=True)])
    assert [each.id for each in plan.reviews] == ["c", "b", "a"]
    assert not plan.empty


@pytest.mark.parametrize(
    ("confidence", "asks"), [(None, False), (1, True), (6, True), (7, False), (10, False)]
)
def test_a_confidence_below_seven_asks_what_would_raise_it(confidence: int | None, asks: bool) -> None:
    assert step("a").with_confidence(confidence).asks_what_would_raise_it is asks


@pytest.mark.parametrize("off", [0, 11, -1])
def test_a_confidence_outside_one_to_ten_is_refused(off: int) -> None:
    with pytest.raises(ConfidenceError) as caught:
        step("a").with_confidence(off)
    assert (caught.value.given, caught.value.least, caught.value.most) == (off, 1, 10)


@pytest.mark.parametrize(
    ("on", "question"),
    [
        (None, None),
        (date(2026, 2, 24), None),
        (date(2026, 2, 23), DateQuestion.BEFORE_FIRST_SESSION),
        (date(2099, 12, 31), None),
        (date(2100, 1, 1), DateQuestion.FAR_AWAY),
        (date(9999, 12, 31), DateQuestion.FAR_AWAY),
    ],
)
def test_an_unlikely_day_is_asked_about_and_never_refused(
    on: date | None, question: DateQuestion | None
) -> None:
    assert question_about(on, date(2026, 2, 24)) is question


def test_without_a_first_session_no_day_is_too_early() -> None:
    assert question_about(date(1900, 1, 1), None) is None


def test_moving_between_two_others_writes_one_place() -> None:
    lines = [Line("a", position=GAP), Line("b", position=2 * GAP), Line("c", position=3 * GAP)]
    assert set(placed(lines, lines[2], 1)) == {"c"}
    assert order_after(lines, lines[2], 1) == "acb"
    assert order_after(lines, lines[0], 9) == "bca"
    assert order_after(lines, lines[2], -1) == "cab"


def test_where_there_is_no_room_left_all_get_new_places() -> None:
    lines = [Line("a", position=1), Line("b", position=2), Line("c", position=3)]
    assert set(placed(lines, lines[2], 1)) == {"a", "b", "c"}
    assert order_after(lines, lines[2], 1) == "acb"


def test_a_hundred_moves_to_the_same_place_keep_the_order_sound() -> None:
    lines = [Line(name, position=number * GAP) for number, name in enumerate("abc")]
    for number in range(100):
        moved = lines[number % 3]
        places = placed(lines, moved, 1)
        lines = list(in_order(replace(each, position=places.get(each.id, each.position)) for each in lines))
        assert lines[1].id == moved.id
    assert place_after_all(lines) > lines[2].position


def order_after(lines: list[Line], moved: Line, index: int) -> str:
    places = placed(lines, moved, index)
    there = in_order(replace(each, position=places.get(each.id, each.position)) for each in lines)
    return "".join(each.id for each in there)


def test_a_staying_well_plan_reads_in_the_order_of_its_sections() -> None:
    lines = [
        Line("z", StayingWellSection.CRISIS.value, position=1),
        Line("y", StayingWellSection.KEEPS_ME_WELL.value, position=9),
        Line("x", StayingWellSection.KEEPS_ME_WELL.value, position=2),
        Line("w", StayingWellSection.CONTACTS.value, removed=True),
        Line("v", "a section of a newer version"),
    ]
    plan = StayingWellPlan.of("person-1", lines)
    assert [each.id for each in plan.lines] == ["x", "y", "z"]
    assert [each.id for each in plan.section(StayingWellSection.CRISIS)] == ["z"]
    assert plan.begun
    assert not StayingWellPlan.of("person-1", ()).begun


def test_the_kinds_of_parts_are_entities_of_their_own() -> None:
    kinds = {EntityKind.PLAN, EntityKind.OUTCOME, EntityKind.STEP, EntityKind.SUPPORT, EntityKind.REVIEW}
    assert len({Entity(kind, "same-id") for kind in kinds}) == 5
