"""Closing: the next date, finishing once, what to take along, and a reflection for nobody else."""

from __future__ import annotations

from datetime import date

import pytest

from iroc_desktop.domain.store_errors import DiskFullError, RecordMissingError
from iroc_desktop.services.changes import session_changed
from iroc_desktop.ui.models.dates import Doubt
from iroc_desktop.ui.screens.closing.state import TakeAway
from tests.ui.screens.closing.scene import PASSED, SOON, Scene
from tests.ui.screens.stage import WaitingRunner


@pytest.fixture
def scene() -> Scene:
    made = Scene()
    made.presenter.open()
    return made


def test_it_opens_with_what_is_open_and_a_day_that_follows_the_interval(scene: Scene) -> None:
    assert (scene.sheet.settled, scene.sheet.of) == (2, 4)
    assert [each.indicator_id for each in scene.sheet.open_ones] == ["c", "d"]
    assert scene.sheet.open_ones[0].name == "Indicator c en"
    assert scene.meeting.on is None
    assert scene.meeting.suggested == date(2027, 2, 24)
    assert scene.presenter.state.reflection == ""
    assert scene.exits.taken == []


def test_a_day_and_a_place_to_meet_again_are_kept_together(scene: Scene) -> None:
    scene.presenter.note_meeting("Room 4, at ten")
    scene.presenter.meet_on(SOON)
    assert (scene.stored.next_on, scene.stored.next_note) == (SOON, "Room 4, at ten")
    assert (scene.meeting.on, scene.meeting.note) == (SOON, "Room 4, at ten")
    scene.presenter.meet_on(None)
    assert (scene.stored.next_on, scene.stored.next_note) == (None, "Room 4, at ten")


def test_an_odd_day_waits_until_somebody_says_it_is_right(scene: Scene) -> None:
    scene.presenter.meet_on(PASSED)
    assert (scene.meeting.asked, scene.meeting.doubt) == (PASSED, Doubt.BEFORE_TODAY)
    assert scene.stored.next_on is None
    scene.presenter.answer_doubt(keep=False)
    assert scene.meeting.asked is None
    scene.presenter.meet_on(PASSED)
    scene.presenter.answer_doubt(keep=True)
    assert scene.stored.next_on == PASSED
    assert scene.meeting.asked is None


def test_an_odd_day_holds_finishing_back_and_another_day_answers_it(scene: Scene) -> None:
    scene.presenter.meet_on(PASSED)
    scene.presenter.finish()
    assert scene.finished == []
    scene.presenter.meet_on(SOON)
    scene.presenter.finish()
    assert scene.completed[-1].next_on == SOON


def test_a_full_disk_keeps_the_meeting_as_it_was_said_for_another_try(scene: Scene) -> None:
    scene.session.store.full = True
    scene.presenter.meet_on(SOON)
    scene.presenter.note_meeting("The library")
    assert isinstance(scene.presenter.state.problem, DiskFullError)
    assert (scene.meeting.on, scene.meeting.note) == (None, "The library")
    scene.session.store.full = False
    scene.presenter.try_again()
    assert scene.presenter.state.problem is None
    assert (scene.stored.next_on, scene.stored.next_note) == (SOON, "The library")


def test_finishing_locks_the_conversation_and_offers_what_there_is_to_take(scene: Scene) -> None:
    scene.fill()
    scene.presenter.finish()
    assert [each.id for each in scene.finished] == [scene.id]
    assert scene.completed[-1].id == scene.talk
    assert scene.presenter.state.sheet is None
    assert scene.taken == TakeAway(scene.talk, plan=True, staying_well=True, worksheets=("My week",))
    assert not scene.presenter.state.finishing


def test_a_session_in_which_nothing_was_said_can_be_finished_and_has_no_summary() -> None:
    scene = Scene({})
    scene.presenter.open()
    scene.presenter.finish()
    assert [each.id for each in scene.finished] == [scene.id]
    assert scene.completed == []
    assert scene.taken.nothing
    scene.presenter.to_summary()
    assert scene.left() == [("finished",)]


def test_what_was_said_in_a_meeting_that_could_not_be_kept_is_finished_with_it(scene: Scene) -> None:
    scene.session.store.full = True
    scene.presenter.meet_on(SOON)
    scene.session.store.full = False
    scene.presenter.finish()
    assert scene.completed[-1].next_on == SOON
    assert scene.presenter.state.problem is None


def test_a_full_disk_leaves_the_session_open_and_finishing_can_be_tried_again(scene: Scene) -> None:
    scene.session.store.full = True
    scene.presenter.finish()
    assert isinstance(scene.presenter.state.problem, DiskFullError)
    assert not scene.presenter.state.finishing
    assert scene.sheet.settled == 2
    scene.session.store.full = False
    scene.presenter.try_again()
    assert scene.taken.conversation_id == scene.talk
    assert scene.presenter.state.problem is None


def test_two_presses_finish_once() -> None:
    runner = WaitingRunner()
    scene = Scene(runner=runner)
    scene.presenter.open()
    runner.run_all()
    scene.presenter.finish()
    assert scene.presenter.state.finishing
    scene.presenter.finish()
    runner.run_all()
    assert len(scene.finished) == 1
    assert scene.presenter.state.problem is None


def test_a_reflection_is_kept_before_and_after_finishing(scene: Scene) -> None:
    scene.presenter.reflect("I was slow to ask")
    assert scene.reflected == "I was slow to ask"
    scene.presenter.finish()
    assert scene.presenter.state.reflection == "I was slow to ask"
    scene.presenter.reflect("I was slow to ask. It helped.")
    assert scene.reflected == "I was slow to ask. It helped."
    assert "slow" not in repr(scene.presenter.state)


def test_a_reflection_outlives_a_full_disk(scene: Scene) -> None:
    scene.session.store.full = True
    scene.presenter.reflect("Words")
    scene.presenter.reflect("Words to keep")
    assert scene.presenter.state.reflection == "Words to keep"
    assert scene.reflected == ""
    scene.session.store.full = False
    scene.presenter.try_again()
    assert scene.reflected == "Words to keep"
    assert scene.presenter.state.problem is None


def test_a_finished_session_opens_with_what_to_take_along(scene: Scene) -> None:
    scene.presenter.reflect("Mine")
    scene.presenter.finish()
    scene.presenter = scene.another()
    scene.exits.taken.clear()
    scene.presenter.open()
    assert scene.left() == [("finished",)]
    assert scene.taken.conversation_id == scene.talk
    assert scene.presenter.state.reflection == "Mine"


def test_a_session_that_was_thrown_away_is_told(scene: Scene) -> None:
    scene.session.desk.sessions.discard(scene.id)
    scene.presenter = scene.another()
    scene.presenter.open()
    assert isinstance(scene.presenter.state.problem, RecordMissingError)
    assert scene.presenter.state.sheet is None
    scene.presenter.finish()
    scene.presenter.meet_on(SOON)
    scene.presenter.reflect("Nothing to hold on to")
    assert scene.left() == []


def test_a_conversation_that_is_locked_already_has_no_next_date_to_change(scene: Scene) -> None:
    scene.session.desk.conversations.complete(scene.talk)
    scene.presenter.on_changes(session_changed(scene.session.person.id), None)
    assert scene.sheet.meeting is None
    scene.presenter.note_meeting("Too late")
    scene.presenter.finish()
    assert scene.taken.conversation_id == scene.talk
    assert scene.presenter.state.problem is None


def test_changes_from_elsewhere_are_read_again_and_its_own_are_not(scene: Scene) -> None:
    scene.session.desk.conversations.rate(scene.talk, "c", 3)
    scene.presenter.on_changes(session_changed(scene.session.person.id), scene.presenter)
    assert scene.sheet.settled == 2
    scene.presenter.on_changes(session_changed("somebody else"), None)
    assert scene.sheet.settled == 2
    scene.presenter.on_changes(session_changed(scene.session.person.id), None)
    assert scene.sheet.settled == 3


def test_the_ways_out_say_whose_and_which(scene: Scene) -> None:
    person_id = scene.session.person.id
    scene.presenter.to_summary()
    scene.presenter.show_indicator("c")
    scene.presenter.finish()
    scene.presenter.to_summary()
    scene.presenter.print_plan()
    scene.presenter.to_staying_well()
    scene.presenter.to_worksheets()
    scene.presenter.to_person()
    assert scene.left() == [
        ("to_indicator", "c"),
        ("finished",),
        ("to_summary", scene.talk),
        ("print_plan", person_id),
        ("open_staying_well", person_id),
        ("open_toolkit", person_id),
        ("to_person", person_id),
    ]
