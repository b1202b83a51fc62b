"""A first start, a first short session, then a whole one with a kill in every stage, and the papers.

It must not know how a thing is pressed: the hands do.
"""

from __future__ import annotations

from tests.screen_reader.session import Session
from tests.screen_reader.stages import CONVERSATION, PLAN, PRINT, RATINGS, STAGES, Stage, at, plan, rate
from tests.screen_reader.steps import add_person, begin, finish, first_start, resume, save_pdf


def hold(session: Session) -> None:
    """Hold the sessions.

    Raises:
        SilenceError: at the first thing that a screen reader does not hear, or that a kill took away.
    """
    session.program.start()
    first_start(session)
    add_person(session)
    _first_time(session)
    _second_time(session)


def _first_time(session: Session) -> None:
    """Hold a short session, so that the person is one who returns."""
    session.reader.say("=== the first session ===")
    begin(session)
    CONVERSATION.jump(session)
    for position, rating in enumerate(RATINGS[:2], start=1):
        at(session, position)
        rate(session, rating)
    PLAN.jump(session)
    plan(session)
    PRINT.jump(session)
    finish(session)


def _second_time(session: Session) -> None:
    """Hold a whole session, killed and gone on with in every stage."""
    session.press("To their page", "push button")
    begin(session)
    for stage in STAGES:
        _pass(stage, session)
    finish(session)
    session.press("Print the plan…", "push button")
    save_pdf(session, "plan.pdf")


def _pass(stage: Stage, session: Session) -> None:
    session.reader.say(f"=== stage {stage.number}, {stage.name} ===")
    stage.is_open(session)
    stage.act(session)
    session.everything_speaks(stage.name)
    session.killed_and_unlocked()
    resume(session)
    stage.is_open(session)
    stage.still_there(session)
    stage.leave(session)
