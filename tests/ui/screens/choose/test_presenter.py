"""Choosing: the person's order, and the refusal."""

from __future__ import annotations

import pytest

from iroc_desktop.domain.conversation import MOST_FOCUS_AREAS
from iroc_desktop.domain.store_errors import DiskFullError, RecordMissingError
from iroc_desktop.services.changes import conversation_changed
from iroc_desktop.ui.screens.choose.presenter import ChoosePresenter, Sheet
from tests.fakes.desk import ImmediateRunner
from tests.ui.screens.sessions import Session
from tests.ui.screens.stage import Exits, WaitingRunner


@pytest.fixture
def session() -> Session:
    return Session()


@pytest.fixture
def exits() -> Exits:
    return Exits()


@pytest.fixture
def talk(session: Session) -> str:
    return session.begun(a=4, b=2)


def presenter_of(
    session: Session, exits: Exits, runner: ImmediateRunner | WaitingRunner | None = None
) -> ChoosePresenter:
    return ChoosePresenter(
        session.desk.conversations,
        session.pack,
        runner or ImmediateRunner(),
        session.clock,
        exits,
        "en",
    )


@pytest.fixture
def presenter(session: Session, exits: Exits, talk: str) -> ChoosePresenter:
    made = presenter_of(session, exits)
    made.open(talk)
    return made


def sheet_of(presenter: ChoosePresenter) -> Sheet:
    assert presenter.state.sheet is not None
    return presenter.state.sheet


def chosen(presenter: ChoosePresenter) -> list[str]:
    return [each.indicator_id for each in sheet_of(presenter).chosen]


def test_nothing_is_chosen_beforehand(presenter: ChoosePresenter) -> None:
    assert chosen(presenter) == []
    assert sheet_of(presenter).most == MOST_FOCUS_AREAS


def test_the_persons_order_is_kept_and_can_be_changed(
    session: Session, presenter: ChoosePresenter, talk: str
) -> None:
    for each in "cab":
        presenter.toggle(each)
    presenter.put_first("b")
    presenter.put_first("c")
    assert chosen(presenter) == ["c", "b", "a"]
    assert session.stored(talk).focus == ("c", "b", "a")
    presenter.toggle("b")
    assert chosen(presenter) == ["c", "a"]
    presenter.put_first("nothing chosen")
    assert chosen(presenter) == ["c", "a"]


def test_one_too_many_is_refused_until_something_else_is_pressed(presenter: ChoosePresenter) -> None:
    for each in "abcd":
        presenter.toggle(each)
    assert presenter.state.refused == MOST_FOCUS_AREAS
    assert chosen(presenter) == ["a", "b", "c"]
    presenter.toggle("a")
    assert presenter.state.refused is None
    assert chosen(presenter) == ["b", "c"]


def test_presses_faster_than_the_disk_add_up_and_show_once_kept(
    session: Session, exits: Exits, talk: str
) -> None:
    runner = WaitingRunner()
    presenter = presenter_of(session, exits, runner)
    presenter.open(talk)
    runner.run_all()
    for each in "ab":
        presenter.toggle(each)
    assert chosen(presenter) == []
    runner.run_all()
    assert chosen(presenter) == ["a", "b"]


def test_a_full_disk_shows_what_is_kept_and_can_be_tried_again(
    session: Session, presenter: ChoosePresenter
) -> None:
    session.store.full = True
    presenter.toggle("a")
    assert chosen(presenter) == []
    assert isinstance(presenter.state.problem, DiskFullError)
    session.store.full = False
    presenter.try_again()
    assert chosen(presenter) == ["a"]
    assert presenter.state.problem is None


def test_a_missing_draft_is_told(session: Session, exits: Exits) -> None:
    presenter = presenter_of(session, exits)
    presenter.open("nowhere")
    assert isinstance(presenter.state.problem, RecordMissingError)
    presenter.toggle("a")
    assert exits.taken == []


def test_changes_from_elsewhere_are_read_again(
    session: Session, presenter: ChoosePresenter, talk: str
) -> None:
    session.desk.conversations.choose(talk, ("c",))
    presenter.on_changes(conversation_changed("person-1"), presenter)
    assert chosen(presenter) == []
    presenter.on_changes(conversation_changed("person-1"), None)
    assert chosen(presenter) == ["c"]


def test_what_was_chosen_at_the_second_try_stays_when_another_one_follows(
    session: Session, presenter: ChoosePresenter
) -> None:
    session.store.full = True
    presenter.toggle("a")
    session.store.full = False
    presenter.try_again()
    presenter.toggle("b")
    assert chosen(presenter) == ["a", "b"]


def test_a_press_that_was_kept_after_one_that_was_not_is_built_upon(
    session: Session, exits: Exits, talk: str
) -> None:
    runner = WaitingRunner()
    presenter = presenter_of(session, exits, runner)
    presenter.open(talk)
    runner.run_all()
    presenter.toggle("a")
    presenter.toggle("b")
    session.store.full = True
    runner.run()
    session.store.full = False
    runner.run_all()
    presenter.toggle("c")
    runner.run_all()
    assert chosen(presenter) == ["a", "b", "c"]
