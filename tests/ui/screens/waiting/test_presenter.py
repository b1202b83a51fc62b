"""A session that stands still: paused or interrupted, with its reason, and going on."""

from __future__ import annotations

import pytest

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.session import Interruption, OpenSession, SessionState
from iroc_desktop.domain.store_errors import DiskFullError
from iroc_desktop.ui.screens.waiting.presenter import WaitingPresenter
from tests.fakes.desk import ImmediateRunner
from tests.ui.screens.sessions import TODAY, Session
from tests.ui.screens.stage import Exits


class Still:
    """A session that was just begun, and the screen that stops it."""

    def __init__(self) -> None:
        self.session, self.exits = Session(), Exits()
        desk = self.session.desk
        begun = desk.sessions.begin("person-1", TODAY).value.session
        self.presenter = WaitingPresenter(
            desk.sessions, desk.arranging, ImmediateRunner(), self.exits, begun, "Ana"
        )

    @property
    def opened(self) -> OpenSession:
        """Return the session as the store has it."""
        found = self.session.desk.sessions.in_progress("person-1")
        assert found is not None
        return found

    def reason(self) -> Interruption | None:
        """Return why the session in the store stands still."""
        return self.opened.session.interruption


@pytest.fixture
def still() -> Still:
    return Still()


def test_a_pause_is_kept_and_has_no_reason(still: Still) -> None:
    still.presenter.pause()
    assert still.opened.session.state is SessionState.PAUSED
    assert still.presenter.state.reason is None


def test_the_interruption_is_kept_at_once_and_its_reason_can_be_told_after(still: Still) -> None:
    still.presenter.interrupt()
    assert still.reason() is Interruption.OTHER
    still.presenter.interrupt(Interruption.LOCK_DOWN)
    assert still.reason() is Interruption.LOCK_DOWN
    assert [each.reason for each in still.opened.session.moments if each.reason] == [Interruption.LOCK_DOWN]


def test_in_distress_the_organisations_own_contacts_are_there_and_no_others(still: Still) -> None:
    still.session.desk.arranging.keep(Arrangements("Listener, wing 2\n\nThe chaplain"))
    still.presenter.interrupt(Interruption.COUNT)
    before = still.presenter.state.contacts
    still.presenter.interrupt(Interruption.DISTRESS)
    assert (before, still.presenter.state.contacts) == ((), ("Listener, wing 2", "The chaplain"))


def test_a_full_disk_is_told_and_can_be_tried_again(still: Still) -> None:
    still.session.store.full = True
    still.presenter.interrupt(Interruption.COUNT)
    assert isinstance(still.presenter.state.problem, DiskFullError)
    assert still.opened.session.state is SessionState.OPEN
    still.session.store.full = False
    still.presenter.try_again()
    assert still.opened.session.interruption is Interruption.COUNT
    assert still.presenter.state.problem is None


def test_the_ways_out(still: Still) -> None:
    still.presenter.go_on()
    still.presenter.to_person()
    assert still.exits.taken == [("go_on",), ("to_person", "person-1")]


def test_the_state_prints_nothing_personal(still: Still) -> None:
    still.session.desk.arranging.keep(Arrangements("Listener, wing 2"))
    still.presenter.interrupt(Interruption.DISTRESS)
    assert "Ana" not in repr(still.presenter.state)
    assert "Listener" not in repr(still.presenter.state)
