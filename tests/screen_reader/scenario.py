"""A first start, then one whole session, with the program killed and gone on with in every stage.

It must not know how a thing is pressed: the hands do.
"""

from __future__ import annotations

from tests.screen_reader.session import Session
from tests.screen_reader.stages import STAGES, Stage
from tests.screen_reader.steps import add_person, begin, first_start, resume


def hold(session: Session) -> None:
    """Hold the session.

    Raises:
        SilenceError: at the first thing that a screen reader does not hear, or that a kill took away.
    """
    session.program.start()
    first_start(session)
    add_person(session)
    begin(session)
    for stage in STAGES:
        _pass(stage, session)


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
