"""Options become steps of the plan once, under an outcome of their area."""

from __future__ import annotations

from iroc_desktop.domain.exploring import ExploringNote
from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.services.changes import plan_changed
from tests.fakes.desk import ImmediateRunner
from tests.ui.screens.explore.scene import PERSON, Scene
from tests.ui.screens.stage import WaitingRunner


def plan_of(scene: Scene) -> PersonalPlan:
    plan = scene.desk.plans.active(PERSON)
    assert plan is not None
    return plan


def test_the_first_step_begins_an_outcome_in_the_words_of_the_best_hopes() -> None:
    scene = Scene("a").opened()
    (option_id,) = scene.options("The course")
    scene.presenter.note("a", ExploringNote.BEST_HOPES, "A quiet week ")
    scene.presenter.make_step("a", option_id)
    plan = plan_of(scene)
    assert [(each.words, each.indicator_ids) for each in plan.outcomes] == [("A quiet week", ("a",))]
    assert [(each.words, each.outcome_id) for each in plan.steps] == [("The course", plan.outcomes[0].id)]
    assert scene.state.in_plan.options == {option_id}
    assert scene.state.in_plan.outcome == "A quiet week"


def test_without_best_hopes_the_outcome_is_called_as_the_area() -> None:
    scene = Scene("a").opened()
    (option_id,) = scene.options("The course")
    scene.presenter.make_step("a", option_id)
    assert [each.words for each in plan_of(scene).outcomes] == ["Indicator a en"]


def test_a_second_option_goes_to_the_same_outcome() -> None:
    scene = Scene("a").opened()
    for option_id in scene.options("One", "Two"):
        scene.presenter.make_step("a", option_id)
    plan = plan_of(scene)
    assert [each.words for each in plan.steps_of(plan.outcomes[0].id)] == ["One", "Two"]
    assert len(plan.outcomes) == 1


def test_an_option_becomes_a_step_only_once() -> None:
    runner = WaitingRunner()
    scene = Scene("a", runner=runner)
    (option_id,) = scene.options("The course")
    runner.run_all()
    scene.presenter.make_step("a", option_id)
    assert scene.state.in_plan.making == {option_id}
    scene.presenter.make_step("a", option_id)
    runner.run_all()
    scene.presenter.make_step("a", option_id)
    runner.run_all()
    assert len(plan_of(scene).steps) == 1


def test_after_a_restart_it_is_known_to_be_a_step() -> None:
    scene = Scene("a").opened()
    (option_id,) = scene.options("The course")
    scene.presenter.make_step("a", option_id)
    again = scene.presenter_with(ImmediateRunner())
    again.open()
    assert again.state.in_plan.options == {option_id}


def test_undone_on_the_plan_it_is_offered_again() -> None:
    scene = Scene("a").opened()
    (option_id,) = scene.options("The course")
    scene.presenter.make_step("a", option_id)
    scene.desk.steps.remove(plan_of(scene).steps[0].id)
    scene.presenter.on_changes(plan_changed(PERSON), None)
    assert not scene.state.in_plan.options
    scene.presenter.make_step("a", option_id)
    assert len(plan_of(scene).steps) == 1


def test_a_step_that_was_reworded_on_the_plan_is_still_known() -> None:
    scene = Scene("a").opened()
    (option_id,) = scene.options("The course")
    scene.presenter.make_step("a", option_id)
    scene.desk.steps.change(plan_of(scene).steps[0].id, words="The painting course")
    scene.presenter.on_changes(plan_changed(PERSON), None)
    assert scene.state.in_plan.options == {option_id}


def test_a_full_disk_makes_no_step_and_trying_again_makes_one() -> None:
    scene = Scene("a").opened()
    (option_id,) = scene.options("The course")
    scene.fill_disk()
    scene.presenter.make_step("a", option_id)
    assert scene.state.problem is not None
    assert not scene.state.in_plan.options
    assert not scene.state.in_plan.making
    scene.fill_disk(full=False)
    scene.presenter.try_again()
    assert scene.state.in_plan.options == {option_id}
    assert len(plan_of(scene).steps) == 1


def test_an_option_without_words_becomes_no_step() -> None:
    scene = Scene("a").opened()
    (option_id,) = scene.options("")
    scene.presenter.make_step("a", option_id)
    assert scene.desk.plans.active(PERSON) is None
