"""A session: stages in any order, marks that stay, and a time line that only tells.

These tests must not touch the store.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.plan import StepStatus
from iroc_desktop.domain.session import (
    STAGES,
    STATUS_AFTER,
    Happening,
    Interruption,
    LookBack,
    Session,
    SessionFinishedError,
    SessionState,
    StageProgress,
    StepNews,
)
from tests.fakes.session_builders import AT, DAY, LATER, exploration, open_session


@pytest.fixture
def session() -> Session:
    return Session("s", "person-1", "practitioner-1", DAY).begun(AT)


def test_there_are_eight_stages_and_the_first_is_begun(session: Session) -> None:
    assert [each.value for each in STAGES] == [
        "welcome",
        "conversation",
        "picture",
        "choose",
        "explore",
        "plan",
        "toolkit",
        "print",
    ]
    assert session.of(Stage.WELCOME) is StageProgress.BEGUN
    assert session.of(Stage.PRINT) is StageProgress.NOT_BEGUN


def test_any_stage_can_be_opened_and_what_is_done_stays_done(session: Session) -> None:
    there = session.with_done(Stage.WELCOME, AT).turned_to(Stage.PLAN, AT).turned_to(Stage.WELCOME, LATER)
    assert there.stage is Stage.WELCOME
    assert there.of(Stage.WELCOME) is StageProgress.DONE
    assert there.of(Stage.PLAN) is StageProgress.BEGUN


def test_a_stage_left_out_can_still_be_opened(session: Session) -> None:
    skipped = session.with_skipped(Stage.TOOLKIT, AT)
    assert skipped.of(Stage.TOOLKIT) is StageProgress.SKIPPED
    assert skipped.turned_to(Stage.TOOLKIT, AT).of(Stage.TOOLKIT) is StageProgress.BEGUN


def test_the_time_line_tells_each_mark_once(session: Session) -> None:
    marked = session.turned_to(Stage.PLAN, LATER).turned_to(Stage.PLAN, LATER)
    marked = marked.with_done(Stage.PLAN, LATER).with_done(Stage.PLAN, LATER)
    assert [(each.what, each.stage, each.claimed_at) for each in marked.moments] == [
        (Happening.BEGUN, Stage.WELCOME, AT),
        (Happening.TURNED_TO, Stage.PLAN, LATER),
        (Happening.DONE, Stage.PLAN, LATER),
    ]


def test_a_clock_that_goes_backwards_changes_nothing(session: Session) -> None:
    back = session.turned_to(Stage.PLAN, "1999-01-01T00:00:00+00:00")
    assert (back.stage, back.moments[-1].claimed_at[:4]) == (Stage.PLAN, "1999")


@pytest.mark.parametrize("reason", list(Interruption))
def test_an_interrupted_session_goes_on_where_it_stopped(session: Session, reason: Interruption) -> None:
    stopped = session.turned_to(Stage.EXPLORE, AT).interrupted(reason, LATER)
    assert (stopped.state, stopped.interruption) == (SessionState.INTERRUPTED, reason)
    assert stopped.moments[-1].reason is reason
    again = stopped.resumed(LATER)
    assert (again.state, again.interruption, again.stage) == (SessionState.OPEN, None, Stage.EXPLORE)
    assert again.moments[-1].what is Happening.RESUMED


def test_pausing_twice_or_resuming_an_open_one_marks_nothing_more(session: Session) -> None:
    paused = session.paused(AT)
    assert paused.paused(LATER) == paused
    assert session.resumed(LATER) == session


def test_turning_to_a_stage_is_going_on(session: Session) -> None:
    assert session.paused(AT).turned_to(Stage.PLAN, LATER).state is SessionState.OPEN


def test_a_finished_session_refuses_every_mark(session: Session) -> None:
    over = session.over(LATER)
    assert over.finished
    marks: list[Callable[[], Session]] = [
        lambda: over.turned_to(Stage.PLAN, LATER),
        lambda: over.with_done(Stage.PLAN, LATER),
        lambda: over.with_skipped(Stage.PLAN, LATER),
        lambda: over.paused(LATER),
        lambda: over.interrupted(Interruption.COUNT, LATER),
        lambda: over.resumed(LATER),
        lambda: over.with_look_back(LookBack("step-1")),
        lambda: over.with_conversation(""),
        lambda: over.over(LATER),
    ]
    for mark in marks:
        with pytest.raises(SessionFinishedError):
            mark()


def test_every_answer_about_a_step_leads_to_a_status() -> None:
    assert set(STATUS_AFTER) == set(StepNews)
    assert STATUS_AFTER[StepNews.DONE] is StepStatus.COMPLETED


def test_an_area_nobody_explored_yet_is_empty() -> None:
    opened = open_session()
    assert opened.exploration("b").empty
    assert not opened.exploration("a").empty
    known = opened.with_exploration(exploration(indicator="b"))
    assert set(known.explorations) == {"a", "b"}
