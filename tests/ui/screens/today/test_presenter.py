"""Counts and drafts, without a name that nobody asked for."""

from __future__ import annotations

from iroc_desktop.services.changes import Changes, conversation_changed
from iroc_desktop.ui.screens.today.presenter import State, TodayPresenter
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import ImmediateRunner, desk_in_memory
from tests.ui.screens.stage import Exits


class _Scene:
    """A desk, a presenter on it, and what it showed."""

    def __init__(self, *, people: int = 1) -> None:
        self.desk = desk_in_memory(pack())
        for number in range(people):
            self.desk.people.save(person(f"person-{number}", f"Ana {number}"))
        self.exits = Exits()
        self.shown: list[State] = []
        self.presenter = TodayPresenter(
            self.desk.today, ImmediateRunner(), self.exits, self.desk.clock_check, self.desk.backups
        )
        self.presenter.attach(self.shown.append)

    @property
    def state(self) -> State:
        return self.shown[-1]


def test_an_empty_record_is_known_to_be_empty_only_once_it_was_read() -> None:
    scene = _Scene(people=0)
    assert not scene.shown[0].empty
    assert scene.state.empty


def test_counts_and_drafts_are_shown_and_follow_changes() -> None:
    scene = _Scene()
    assert not scene.state.drafts
    scene.desk.conversations.start("person-0", FIRST_DAY)
    scene.presenter.on_changes(conversation_changed("person-0"), None)
    line = scene.state.drafts[-1]
    assert (line.settled, line.of, line.held_on) == (0, 4, FIRST_DAY)
    assert scene.state.counts is not None
    assert scene.state.counts.drafts == 1


def test_changes_of_no_concern_read_nothing() -> None:
    scene = _Scene()
    before = len(scene.shown)
    scene.presenter.on_changes(Changes(organisation=True), None)
    assert len(scene.shown) == before


def test_names_are_hidden_until_asked_for_and_after_leaving() -> None:
    scene = _Scene()
    assert not scene.state.names_shown
    scene.presenter.show_names(shown=True)
    assert scene.state.names_shown
    scene.presenter.leave()
    assert not scene.state.names_shown


def test_the_state_prints_no_name() -> None:
    scene = _Scene()
    scene.desk.conversations.start("person-0", FIRST_DAY)
    scene.presenter.refresh()
    assert scene.state.drafts
    assert "Ana" not in repr(scene.state)


def test_ways_out() -> None:
    scene = _Scene()
    scene.presenter.resume("person-1")
    scene.presenter.open_people()
    scene.presenter.add_person()
    assert scene.exits.taken == [("begin_session", "person-1"), ("people",), ("add_person",)]


def test_nothing_is_said_about_backups_with_practice_people() -> None:
    desk = desk_in_memory(pack())
    shown: list[State] = []
    TodayPresenter(desk.today, ImmediateRunner(), Exits(), desk.clock_check).attach(shown.append)
    assert shown[-1].standing is None


def test_a_backup_that_was_taken_elsewhere_is_known_at_once() -> None:
    scene = _Scene()
    assert scene.state.standing is not None
    assert scene.state.standing.last is None
    assert scene.desk.backups is not None
    done = scene.desk.backups.take_if_due()
    scene.presenter.on_changes(done.changes, None)
    assert scene.state.standing.last is not None


def test_a_press_makes_a_backup_once() -> None:
    scene = _Scene()
    scene.presenter.back_up_now()
    assert not scene.state.backing_up
    assert scene.state.standing is not None
    assert not scene.state.standing.old
