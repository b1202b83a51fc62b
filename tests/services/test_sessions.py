"""A whole session through the services, on the memory store.

These tests must not know how the store keeps things.
"""

from __future__ import annotations

from datetime import date

import pytest

from iroc_desktop.domain.conversation import NoteKind, Stage
from iroc_desktop.domain.exploring import ExploringNote
from iroc_desktop.domain.people import Practitioner
from iroc_desktop.domain.plan import StepStatus
from iroc_desktop.domain.session import Interruption, SessionState, StageProgress, StepNews
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.desk import Desk, open_desk
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import CountingIds, FixedClock, RememberingWriter, desk_in_memory
from tests.fakes.memory_store import MemoryStore

LATER_DAY = date(2026, 5, 26)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(store: MemoryStore) -> Desk:
    made = desk_in_memory(pack(), store)
    made.people.save(person())
    return made


@pytest.fixture
def session_id(desk: Desk) -> str:
    return desk.sessions.begin("person-1", FIRST_DAY).value.session.id


def with_plan(desk: Desk, *words: str) -> list[str]:
    plan_id = desk.plans.begin("person-1").value.id
    outcome_id = desk.outcomes.add(plan_id, "A home").value.id
    return [desk.steps.add(plan_id, outcome_id, each).value.id for each in words]


def test_a_session_begins_with_a_welcome_and_a_conversation_of_its_own(desk: Desk) -> None:
    done = desk.sessions.begin("person-1", FIRST_DAY)
    sitting = done.value
    assert sitting.session.stage is Stage.WELCOME
    assert sitting.session.conversation_id == sitting.conversation.id
    assert sitting.draft is not None
    assert (sitting.welcome, sitting.plan, sitting.values) == ((), None, ())
    assert done.changes.touches("person-1")


def test_a_session_with_nobody_is_refused(desk: Desk) -> None:
    with pytest.raises(RecordMissingError):
        desk.sessions.begin("nobody", FIRST_DAY)
    assert not desk.sessions.all_in_progress()


def test_a_conversation_begun_before_there_were_sessions_becomes_the_sessions(desk: Desk) -> None:
    talk = desk.conversations.start("person-1", LATER_DAY).value.draft.conversation
    desk.conversations.rate(talk.id, "a", 3)
    desk.conversations.turn_to(talk.id, Stage.PICTURE, "b")
    sitting = desk.sessions.begin("person-1", FIRST_DAY).value
    assert sitting.conversation.id == talk.id
    assert (sitting.session.stage, sitting.session.held_on) == (Stage.PICTURE, LATER_DAY)
    assert sitting.draft is not None
    assert sitting.draft.indicator_id == "b"


@pytest.mark.parametrize("stage", list(Stage))
def test_after_a_kill_the_same_stage_is_there(store: MemoryStore, desk: Desk, stage: Stage) -> None:
    session_id = desk.sessions.begin("person-1", FIRST_DAY).value.session.id
    desk.sessions.turn_to(session_id, stage)
    again = desk_in_memory(pack(), store)
    assert again.sessions.begin("person-1", LATER_DAY).value.session.stage is stage
    assert again.sessions.resume(session_id).value.session.stage is stage
    assert again.sessions.look(session_id).session.held_on == FIRST_DAY


def test_stages_are_marked_done_and_left_out(desk: Desk, session_id: str) -> None:
    desk.sessions.finish_stage(session_id, Stage.WELCOME)
    desk.sessions.skip_stage(session_id, Stage.TOOLKIT)
    session = desk.sessions.look(session_id).session
    assert session.of(Stage.WELCOME) is StageProgress.DONE
    assert session.of(Stage.TOOLKIT) is StageProgress.SKIPPED
    assert not desk.sessions.finish_stage(session_id, Stage.WELCOME).changes.touches("person-1")


def test_an_interruption_keeps_its_reason_and_the_conversation_stands_still(
    desk: Desk, session_id: str
) -> None:
    desk.sessions.turn_to(session_id, Stage.EXPLORE)
    desk.sessions.interrupt(session_id, Interruption.COUNT)
    stopped = desk.sessions.look(session_id)
    assert (stopped.session.state, stopped.session.interruption) == (
        SessionState.INTERRUPTED,
        Interruption.COUNT,
    )
    assert stopped.draft is not None
    assert stopped.draft.paused
    again = desk.sessions.resume(session_id).value
    assert (again.session.state, again.session.stage) == (SessionState.OPEN, Stage.EXPLORE)
    assert again.draft is not None
    assert not again.draft.paused


def test_the_conversations_own_screens_move_the_session(desk: Desk, session_id: str) -> None:
    talk_id = desk.sessions.look(session_id).conversation.id
    desk.conversations.turn_to(talk_id, Stage.CHOOSE, "a")
    assert desk.sessions.look(session_id).session.stage is Stage.CHOOSE
    desk.conversations.pause(talk_id)
    assert desk.sessions.look(session_id).session.state is SessionState.PAUSED


def test_the_day_held_is_one_for_session_and_conversation(desk: Desk, session_id: str) -> None:
    desk.sessions.date_held(session_id, LATER_DAY)
    sitting = desk.sessions.look(session_id)
    assert (sitting.session.held_on, sitting.conversation.held_on) == (LATER_DAY, LATER_DAY)


def test_finishing_locks_session_conversation_and_the_plan_as_it_stands(desk: Desk, session_id: str) -> None:
    talk_id = desk.sessions.look(session_id).conversation.id
    desk.conversations.rate(talk_id, "a", 3)
    desk.exploring.note(session_id, "a", ExploringNote.WHAT_WORKS, "Walking")
    desk.exploring.look(session_id, "b")
    (step_id,) = with_plan(desk, "Write")
    finished = desk.sessions.finish(session_id).value
    desk.steps.change(step_id, words="Write to my sister")
    assert finished.finished
    assert list(desk.sessions.of("person-1")) == [finished]
    assert desk.sessions.in_progress("person-1") is None
    overview = desk.people.overview("person-1")
    assert [each.id for each in overview.history.conversations] == [talk_id]
    assert overview.draft is None
    assert [each.what_works for each in desk.exploring.of("person-1")] == ["Walking"]
    (snapshot,) = desk.plans.history("person-1")
    assert (snapshot.id, snapshot.plan.steps[0].words) == (session_id, "Write")


def test_a_conversation_completed_on_the_way_is_not_completed_twice(desk: Desk, session_id: str) -> None:
    talk_id = desk.sessions.look(session_id).conversation.id
    desk.conversations.rate(talk_id, "a", 3)
    desk.conversations.complete(talk_id)
    sitting = desk.sessions.resume(session_id).value
    assert (sitting.draft, sitting.conversation.id) == (None, talk_id)
    assert sitting.earlier.conversations == ()
    desk.sessions.turn_to(session_id, Stage.PLAN)
    assert desk.sessions.finish(session_id).value.conversation_id == talk_id
    assert len(desk.people.overview("person-1").history.conversations) == 1


def test_a_conversation_in_which_nothing_was_said_is_not_kept(desk: Desk, session_id: str) -> None:
    assert desk.sessions.finish(session_id).value.conversation_id == ""
    assert desk.people.overview("person-1").draft is None
    (line,) = desk.people.find("")
    assert line.conversations == 0


def test_a_next_date_is_kept_even_when_nothing_was_rated(desk: Desk, session_id: str) -> None:
    talk_id = desk.sessions.look(session_id).conversation.id
    desk.conversations.agree_next(talk_id, LATER_DAY, "10:00")
    desk.sessions.finish(session_id)
    (line,) = desk.people.find("")
    assert line.next_on == LATER_DAY
    assert desk.people.overview("person-1").history.conversations == ()


def test_a_session_thrown_away_comes_back_whole(desk: Desk, session_id: str) -> None:
    talk_id = desk.sessions.look(session_id).conversation.id
    desk.conversations.note(talk_id, "a", NoteKind.WORDS, "The workshop")
    desk.exploring.note(session_id, "a", ExploringNote.BEST_HOPES, "Quiet")
    before = desk.sessions.look(session_id)
    discarded = desk.sessions.discard(session_id).value
    assert desk.sessions.in_progress("person-1") is None
    assert desk.people.overview("person-1").draft is None
    desk.sessions.restore(discarded)
    assert desk.sessions.look(session_id) == before


def test_a_session_whose_conversation_was_thrown_away_goes_on_with_a_new_one(
    desk: Desk, session_id: str
) -> None:
    first = desk.sessions.look(session_id).conversation.id
    desk.exploring.note(session_id, "a", ExploringNote.BEST_HOPES, "Quiet")
    desk.conversations.discard(first)
    sitting = desk.sessions.begin("person-1", FIRST_DAY).value
    assert sitting.session.id == session_id
    assert sitting.conversation.id != first
    assert sitting.opened.exploration("a").best_hopes == "Quiet"


def test_a_first_session_has_no_steps_to_look_back_at_until_there_is_a_plan(
    desk: Desk, session_id: str
) -> None:
    assert desk.welcome_back.steps(session_id) == ()
    with_plan(desk, "Write")
    assert [each.words for each in desk.welcome_back.steps(session_id)] == ["Write"]


@pytest.mark.parametrize(
    ("news", "status"),
    [
        (StepNews.DONE, StepStatus.COMPLETED),
        (StepNews.MOVED_ON, StepStatus.IN_PROGRESS),
        (StepNews.NOT_NOW, StepStatus.CANNOT_BE_DONE_YET),
        (StepNews.NO_LONGER_WANTED, StepStatus.NO_LONGER_NEEDED),
    ],
)
def test_each_answer_about_a_step_changes_its_status_and_can_be_taken_back(
    desk: Desk, session_id: str, news: StepNews, status: StepStatus
) -> None:
    (step_id,) = with_plan(desk, "Write")
    desk.welcome_back.answer(session_id, step_id, news, "The envelope")
    (look_back,) = desk.welcome_back.steps(session_id)
    assert (look_back.news, look_back.what_helped) == (news, "The envelope")
    assert desk.plans.active("person-1").step(step_id).status is status  # type: ignore[union-attr]  # there is one
    desk.welcome_back.answer(session_id, step_id, None, "The envelope")
    assert desk.plans.active("person-1").step(step_id).status is StepStatus.NOT_STARTED  # type: ignore[union-attr]  # there is one


def test_the_next_session_opens_with_the_steps_that_were_open(desk: Desk, session_id: str) -> None:
    done, kept, gone = with_plan(desk, "Done", "Kept", "Gone")
    desk.steps.mark(done, StepStatus.COMPLETED)
    desk.sessions.finish(session_id)
    plan = desk.plans.active("person-1")
    assert plan is not None
    desk.steps.add(plan.id, "", "Only today's")
    desk.steps.remove(gone)
    second = desk.sessions.begin("person-1", LATER_DAY).value
    assert [each.step_id for each in second.welcome] == [kept]
    desk.welcome_back.answer(second.session.id, kept, StepNews.DONE, "My cellmate")
    desk.steps.remove(kept)
    (look_back,) = desk.welcome_back.steps(second.session.id)
    assert (look_back.words, look_back.what_helped) == ("Kept", "My cellmate")
    desk.sessions.finish(second.session.id)
    assert desk.sessions.of("person-1")[-1].looked_back[kept].news is StepNews.DONE


def test_a_reflection_is_its_practitioners_alone(store: MemoryStore, desk: Desk, session_id: str) -> None:
    desk.reflections.keep(session_id, "person-1", "More silence")
    desk.sessions.finish(session_id)
    desk.reflections.keep(session_id, "person-1", "More silence next time")
    other = open_desk(store, "practitioner-2", pack(), RememberingWriter(), FixedClock(), CountingIds(100))
    other.settling_in.introduce(Practitioner("practitioner-2", "Luc"))
    assert other.reflections.of("person-1") == []
    assert other.reflections.look(session_id, "person-1").words == ""
    other.reflections.keep(session_id, "person-1", "Mine")
    (own,) = desk.reflections.of("person-1")
    assert own.words == "More silence next time"
    assert not desk.reflections.keep(session_id, "person-1", own.words).changes.touches("person-1")
