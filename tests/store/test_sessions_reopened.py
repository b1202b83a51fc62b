"""A session whose program was ended without a word is at the same stage when the store is opened again.

These tests must not pause a session first.
"""

from __future__ import annotations

from pathlib import Path

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.exploring import ExploringNote
from iroc_desktop.domain.session import SessionState
from iroc_desktop.services.desk import Desk, open_desk
from iroc_desktop.store.unit_of_work import SqlStore
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import CountingIds, FixedClock, RememberingWriter
from tests.store.making import PRACTITIONER_ID, created, unlocked


def desk_on(store: SqlStore, ids: CountingIds) -> Desk:
    return open_desk(store, PRACTITIONER_ID, pack(), RememberingWriter(), FixedClock(), ids)


def test_every_stage_is_there_again_with_what_was_written_in_it(folder: Path) -> None:
    ids = CountingIds()
    store = created(folder)
    desk = desk_on(store, ids)
    desk.people.save(person())
    session_id = desk.sessions.begin("person-1", FIRST_DAY).value.session.id
    for stage in Stage:
        desk.sessions.turn_to(session_id, stage)
        desk.exploring.note(session_id, "a", ExploringNote.BEST_HOPES, f"said at {stage.value}")
        store.close()
        store = unlocked(folder)
        desk = desk_on(store, ids)
        sitting = desk.sessions.begin("person-1", FIRST_DAY).value
        assert (sitting.session.id, sitting.session.stage) == (session_id, stage)
        assert sitting.session.state is SessionState.OPEN
        assert sitting.opened.exploration("a").best_hopes == f"said at {stage.value}"
    desk.sessions.finish(session_id)
    assert store.verify().good
    store.close()
