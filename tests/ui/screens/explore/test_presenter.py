"""Exploring: areas in the person's order, four steps for each, and nothing that was said is lost."""

from __future__ import annotations

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.exploring import ExploringNote, ExploringStep, Scaling
from iroc_desktop.domain.store_errors import DiskFullError, RecordMissingError
from iroc_desktop.services.changes import whole_session_changed
from tests.fakes.desk import ImmediateRunner
from tests.ui.screens.explore.scene import PERSON, Scene
from tests.ui.screens.stage import WaitingRunner


def test_without_a_chosen_area_there_is_only_the_way_to_choosing() -> None:
    scene = Scene().opened()
    assert scene.state.ready
    assert scene.state.current is None
    scene.presenter.choose_areas()
    assert scene.exits.taken == [("to_stage", Stage.CHOOSE)]


def test_areas_stand_in_the_persons_order_with_the_rating_just_given() -> None:
    scene = Scene("c", "a").opened()
    assert [(each.number, each.name, each.letter) for each in scene.state.areas] == [
        (1, "Indicator c en", "P"),
        (2, "Indicator a en", "H"),
    ]
    assert [(each.rating, each.word) for each in scene.state.areas] == [(None, ""), (3, "step 3 en")]


def test_each_area_remembers_its_step() -> None:
    scene = Scene("a", "b").opened()
    scene.presenter.turn_to_step(ExploringStep.OPTIONS)
    scene.presenter.turn_to_area("b")
    fresh = scene.shown.step
    scene.presenter.turn_to_area("a")
    assert [fresh, scene.shown.step] == [ExploringStep.UNDERSTANDING, ExploringStep.OPTIONS]


def test_going_on_leads_through_the_steps_and_then_to_the_next_area() -> None:
    scene = Scene("a", "b").opened()
    seen = []
    for _ in range(9):
        assert scene.state.current is not None
        seen.append((scene.state.current.indicator_id, list(ExploringStep).index(scene.shown.step)))
        scene.presenter.go_on(1)
    assert seen == [*(("a", each) for each in range(4)), *(("b", each) for each in range(4)), ("b", 3)]
    for _ in range(4):
        scene.presenter.go_on(-1)
    assert (scene.shown.indicator_id, scene.shown.step) == ("a", ExploringStep.AGREEING)


def test_after_a_restart_the_last_area_is_open_at_its_step_with_its_words() -> None:
    scene = Scene("a", "b", "c").opened()
    scene.presenter.turn_to_area("b")
    scene.presenter.note("b", ExploringNote.WHAT_WORKS, "Walking")
    scene.presenter.turn_to_step(ExploringStep.LOOKING_FORWARD)
    again = scene.presenter_with(ImmediateRunner())
    again.open()
    assert again.state.exploration is not None
    assert (again.state.exploration.indicator_id, again.state.exploration.what_works) == ("b", "Walking")
    assert again.state.exploration.step is ExploringStep.LOOKING_FORWARD


def test_words_are_kept_in_the_area_they_were_typed_in() -> None:
    scene = Scene("a", "b").opened()
    scene.presenter.turn_to_area("b")
    scene.presenter.note("a", ExploringNote.AGREED, "We try it twice")
    assert scene.kept("a").agreed == "We try it twice"
    assert scene.kept("b").empty
    assert ("saved", scene.session.clock.now()) in scene.exits.taken


def test_the_two_numbers_are_kept_one_by_one_and_can_be_left_open_again() -> None:
    runner = WaitingRunner()
    scene = Scene("a", runner=runner).opened()
    runner.run_all()
    scene.presenter.scale_now("a", 2)
    scene.presenter.scale_good_enough("a", 4)
    runner.run_all()
    assert scene.kept().scaling == Scaling(2, 4)
    scene.presenter.scale_now("a", None)
    runner.run_all()
    assert scene.kept().scaling == Scaling(None, 4)


def test_a_full_disk_keeps_the_words_on_the_screen_until_they_are_kept() -> None:
    scene = Scene("a").opened()
    scene.fill_disk()
    scene.presenter.note("a", ExploringNote.BEST_HOPES, "A quiet week")
    scene.presenter.scale_now("a", 5)
    assert isinstance(scene.state.problem, DiskFullError)
    assert scene.shown.best_hopes == "A quiet week"
    assert scene.shown.scaling == Scaling(), "a number is shown once it is kept"
    scene.presenter.open()
    assert scene.shown.best_hopes == "A quiet week", "a reload does not go over what was typed"
    scene.fill_disk(full=False)
    scene.presenter.try_again()
    assert scene.state.problem is None
    assert (scene.kept().best_hopes, scene.kept().scaling) == ("A quiet week", Scaling(now=5))


def test_a_reload_does_not_go_over_words_on_their_way() -> None:
    runner = WaitingRunner()
    scene = Scene("a", runner=runner).opened()
    runner.run_all()
    scene.presenter.note("a", ExploringNote.WHAT_WORKS, "Wal")
    scene.presenter.note("a", ExploringNote.WHAT_WORKS, "Walking")
    runner.run()
    assert scene.shown.what_works == "Walking"
    runner.run_all()
    assert scene.kept().what_works == "Walking"


def test_the_step_changes_although_the_disk_is_full() -> None:
    scene = Scene("a").opened()
    scene.fill_disk()
    scene.presenter.turn_to_step(ExploringStep.AGREEING)
    assert scene.shown.step is ExploringStep.AGREEING


def test_a_session_finished_elsewhere_is_told_and_the_words_stay() -> None:
    scene = Scene("a").opened()
    scene.desk.sessions.finish(scene.session_id)
    scene.presenter.note("a", ExploringNote.AGREED, "Twice a week")
    assert isinstance(scene.state.problem, RecordMissingError)
    assert scene.shown.agreed == "Twice a week"
    scene.presenter.on_changes(whole_session_changed(PERSON), None)
    assert scene.shown.agreed == "Twice a week"


def test_changes_from_elsewhere_are_read_again_and_own_ones_are_not() -> None:
    scene = Scene("a").opened()
    scene.desk.exploring.note(scene.session_id, "a", ExploringNote.AGREED, "Elsewhere")
    scene.presenter.on_changes(whole_session_changed(PERSON), scene.presenter)
    assert scene.shown.agreed == ""
    scene.presenter.on_changes(whole_session_changed(PERSON), None)
    assert scene.shown.agreed == "Elsewhere"


def test_an_area_that_is_no_longer_chosen_makes_room_for_the_first() -> None:
    scene = Scene("a", "b").opened()
    scene.presenter.turn_to_area("b")
    talk = scene.desk.sessions.look(scene.session_id).conversation.id
    scene.desk.conversations.choose(talk, ("a",))
    scene.presenter.on_changes(whole_session_changed(PERSON), None)
    assert scene.state.current is not None
    assert scene.state.current.indicator_id == "a"
