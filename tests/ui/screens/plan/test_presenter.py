"""The plan: what is added, worded, moved and taken away is in the record, and can come back."""

from __future__ import annotations

from datetime import date

from iroc_desktop.domain.plan import Agreement, ByWhen, DateQuestion, StepStatus
from iroc_desktop.ui.screens.plan.presenter import Part
from tests.ui.screens.plan.scene import PERSON, Scene


def test_without_a_plan_there_is_none_until_the_first_outcome() -> None:
    scene = Scene()
    scene.presenter.open()
    assert scene.state.ready
    assert scene.state.plan is None
    scene.presenter.add_outcome("  See my daughter ")
    assert [each.words for each in scene.kept.outcomes] == ["See my daughter"]


def test_empty_words_add_nothing() -> None:
    scene = Scene().filled()
    scene.presenter.add_outcome("  ")
    scene.presenter.add_step(scene.plan.outcomes[0].id, "")
    scene.presenter.add_support(" ")
    assert (len(scene.kept.outcomes), len(scene.kept.steps), len(scene.kept.supports)) == (1, 2, 0)


def test_an_outcome_is_linked_and_let_go_again() -> None:
    scene = Scene().filled()
    outcome_id = scene.plan.outcomes[0].id
    scene.presenter.link(outcome_id, "b")
    scene.presenter.link(outcome_id, "a")
    both = scene.kept.outcomes[0].indicator_ids
    scene.presenter.link(outcome_id, "b")
    assert (both, scene.kept.outcomes[0].indicator_ids) == (("b", "a"), ("a",))


def test_wording_an_outcome_keeps_its_links() -> None:
    scene = Scene().filled()
    outcome_id = scene.plan.outcomes[0].id
    scene.presenter.link(outcome_id, "a")
    scene.presenter.word_outcome(outcome_id, "See her twice a month")
    kept = scene.kept.outcomes[0]
    assert (kept.words, kept.indicator_ids) == ("See her twice a month", ("a",))


def test_a_step_moves_up_among_its_outcomes_steps() -> None:
    scene = Scene().filled()
    second = scene.plan.steps[1]
    scene.presenter.raise_step(second.id)
    assert [each.words for each in scene.kept.steps] == ["Write a letter", "Ask for the form"]
    scene.presenter.raise_step(second.id)
    assert scene.kept.steps[0].id == second.id


def test_what_is_said_about_a_step_is_kept() -> None:
    scene = Scene().filled()
    step_id = scene.plan.steps[0].id
    scene.presenter.change_step(step_id, status=StepStatus.COMPLETED)
    scene.presenter.change_step(step_id, confidence=6)
    step = scene.kept.step(step_id)
    assert step is not None
    assert (step.status, step.confidence, step.asks_what_would_raise_it) == (StepStatus.COMPLETED, 6, True)
    assert (scene.plan.progress.completed, scene.plan.progress.of) == (1, 2)


def test_an_odd_day_is_asked_about_and_kept_all_the_same() -> None:
    scene = Scene().filled()
    step_id = scene.plan.steps[0].id
    scene.presenter.change_step(step_id, due=ByWhen(on=date(1999, 1, 1)))
    assert dict(scene.state.questions) == {step_id: DateQuestion.BEFORE_FIRST_SESSION}
    step = scene.kept.step(step_id)
    assert step is not None
    assert step.due.on == date(1999, 1, 1)
    scene.presenter.change_step(step_id, due=ByWhen(on=date(2026, 12, 1)))
    assert not dict(scene.state.questions)


def test_an_outcome_that_is_taken_away_leaves_its_steps_and_can_come_back() -> None:
    scene = Scene().filled()
    outcome_id = scene.plan.outcomes[0].id
    scene.presenter.remove(Part.OUTCOME, outcome_id)
    assert [each.words for each in scene.plan.without_outcome] == ["Ask for the form", "Write a letter"]
    scene.presenter.undo()
    assert scene.state.removed is None
    assert [each.id for each in scene.kept.outcomes] == [outcome_id]
    assert not scene.plan.without_outcome


def test_could_not_answer_waits_for_its_reason() -> None:
    scene = Scene().filled()
    scene.presenter.agree(Agreement.COULD_NOT_ANSWER, " ")
    assert scene.state.reason_missing
    assert scene.kept.plan.agreement is Agreement.NOT_ASKED
    scene.presenter.agree(Agreement.COULD_NOT_ANSWER, "We were called away")
    assert not scene.state.reason_missing
    assert scene.kept.plan.agreement is Agreement.COULD_NOT_ANSWER


def test_a_new_plan_leaves_the_old_one_readable() -> None:
    scene = Scene().filled()
    scene.presenter.begin()
    assert scene.plan.empty
    first, second = scene.desk.plans.every(PERSON)
    assert [each.words for each in first.outcomes] == ["See my daughter"]
    assert not first.active
    assert second.active


def test_printing_and_going_back_lead_out() -> None:
    scene = Scene().filled()
    scene.presenter.print_plan()
    scene.presenter.to_person()
    assert [way for way in scene.exits.taken if way[0] != "saved"] == [
        ("print_plan", PERSON),
        ("to_person", PERSON),
    ]
