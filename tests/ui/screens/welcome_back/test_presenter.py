"""Welcome back: what became of last time's steps, and what helped."""

from __future__ import annotations

import pytest

from iroc_desktop.domain.plan import StepStatus
from iroc_desktop.domain.session import StepNews
from iroc_desktop.domain.store_errors import DiskFullError, RecordMissingError
from iroc_desktop.services.changes import plan_changed
from tests.ui.screens.stage import WaitingRunner
from tests.ui.screens.welcome_back.scene import WORDS, Scene


@pytest.fixture
def scene() -> Scene:
    made = Scene()
    made.presenter.open()
    return made


def test_the_steps_come_in_the_order_of_the_plan_without_an_answer(scene: Scene) -> None:
    assert [scene.seen(place).words for place in (0, 1)] == list(WORDS)
    assert [scene.seen(place).news for place in (0, 1)] == [None, None]
    assert scene.exits.taken == []


def test_an_answer_is_kept_and_the_same_one_again_takes_it_back(scene: Scene) -> None:
    step = scene.steps[0]
    scene.presenter.answer(step, StepNews.DONE)
    assert scene.seen().news is scene.kept().news is StepNews.DONE
    assert scene.status() is StepStatus.COMPLETED
    scene.presenter.answer(step, StepNews.NOT_NOW)
    assert scene.kept().news is StepNews.NOT_NOW
    scene.presenter.answer(step, StepNews.NOT_NOW)
    assert scene.seen().news is scene.kept().news is None
    assert scene.status() is StepStatus.NOT_STARTED
    assert scene.exits.taken == [("saved", scene.session.clock.now())] * 3


def test_what_helped_is_kept_with_the_answer_and_stays_when_that_is_taken_back(scene: Scene) -> None:
    step = scene.steps[1]
    scene.presenter.answer(step, StepNews.MOVED_ON)
    scene.presenter.tell_what_helped(step, "Writing it down")
    assert (scene.kept(1).news, scene.kept(1).what_helped) == (StepNews.MOVED_ON, "Writing it down")
    scene.presenter.answer(step, StepNews.MOVED_ON)
    assert (scene.kept(1).news, scene.kept(1).what_helped) == (None, "Writing it down")
    assert scene.kept(0).what_helped == ""


def test_a_full_disk_shows_the_answer_that_is_kept_and_the_words_that_were_typed(scene: Scene) -> None:
    step = scene.steps[0]
    scene.session.store.full = True
    scene.presenter.answer(step, StepNews.DONE)
    scene.presenter.tell_what_helped(step, "A friend")
    assert isinstance(scene.presenter.state.problem, DiskFullError)
    assert (scene.seen().news, scene.seen().what_helped) == (None, "A friend")
    scene.session.store.full = False
    scene.presenter.try_again()
    assert scene.presenter.state.problem is None
    assert scene.seen() == scene.kept()
    assert (scene.kept().news, scene.kept().what_helped) == (StepNews.DONE, "A friend")


def test_pressing_again_what_could_not_be_kept_means_it_still(scene: Scene) -> None:
    scene.session.store.full = True
    scene.presenter.answer(scene.steps[0], StepNews.DONE)
    scene.session.store.full = False
    scene.presenter.answer(scene.steps[0], StepNews.DONE)
    assert scene.kept().news is StepNews.DONE
    assert scene.presenter.state.problem is None


def test_presses_faster_than_the_disk_are_kept_in_their_order() -> None:
    runner = WaitingRunner()
    scene = Scene(runner=runner)
    scene.presenter.open()
    runner.run_all()
    scene.presenter.answer(scene.steps[0], StepNews.DONE)
    scene.presenter.tell_what_helped(scene.steps[0], "Sleep")
    scene.presenter.answer(scene.steps[0], StepNews.DONE)
    assert scene.seen().what_helped == "Sleep"
    runner.run_all()
    assert (scene.kept().news, scene.kept().what_helped) == (None, "Sleep")
    assert scene.seen() == scene.kept()


def test_the_same_words_again_are_not_written_again(scene: Scene) -> None:
    scene.presenter.tell_what_helped(scene.steps[0], "")
    scene.presenter.answer("a step of somebody else", StepNews.DONE)
    assert scene.exits.taken == []


def test_a_step_that_is_worded_anew_elsewhere_is_read_again(scene: Scene) -> None:
    desk, person_id = scene.session.desk, scene.session.person.id
    desk.steps.change(scene.steps[0], words="Write to my sister")
    scene.presenter.on_changes(plan_changed(person_id), scene.presenter)
    assert scene.seen().words == WORDS[0]
    scene.presenter.on_changes(plan_changed(person_id), None)
    assert scene.seen().words == "Write to my sister"


def test_a_step_taken_away_elsewhere_is_not_asked_about(scene: Scene) -> None:
    desk = scene.session.desk
    desk.steps.remove(scene.steps[0])
    scene.presenter.on_changes(plan_changed(scene.session.person.id), None)
    assert scene.seen().words == WORDS[1]


def test_a_session_that_is_gone_is_told(scene: Scene) -> None:
    scene.session.desk.sessions.discard(scene.id)
    scene.presenter.answer(scene.steps[0], StepNews.DONE)
    assert isinstance(scene.presenter.state.problem, RecordMissingError)
    assert scene.seen().news is None


def test_nothing_can_be_answered_before_the_steps_were_read() -> None:
    scene = Scene()
    scene.presenter.answer(scene.steps[0], StepNews.DONE)
    assert scene.kept().news is None


def test_no_word_is_in_what_a_log_could_hold(scene: Scene) -> None:
    assert "sister" not in repr(scene.presenter.state)
