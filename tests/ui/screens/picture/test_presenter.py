"""The picture's presenter: what is said first, what is left a gap, and how a file is saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from iroc_desktop.domain.conversation import UnratedReason
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.store_errors import PlaceGoneError, RecordMissingError
from iroc_desktop.services.changes import conversation_changed
from iroc_desktop.ui.screens.picture.presenter import Moved, Picture, PicturePresenter, Strong
from tests.fakes.desk import ImmediateRunner
from tests.ui.screens.sessions import FIRST_TIME, LAST_TIME, Session
from tests.ui.screens.stage import Exits


@pytest.fixture
def session() -> Session:
    return Session()


@pytest.fixture
def exits() -> Exits:
    return Exits()


def opened(session: Session, conversation_id: str) -> PicturePresenter:
    presenter = PicturePresenter(session.desk.conversations, session.pack, ImmediateRunner(), "en")
    presenter.open(conversation_id)
    return presenter


def picture_of(presenter: PicturePresenter) -> Picture:
    assert presenter.state.picture is not None
    return presenter.state.picture


def test_strengths_and_rises_are_named_most_first_then_gaps_and_what_is_lower(session: Session) -> None:
    session.held(LAST_TIME, a=2, b=5, c=4, d=3)
    talk = session.begun(a=5, b=3, c=4)
    session.desk.conversations.leave_unrated(talk, "d", UnratedReason.DID_NOT_WANT)
    picture = picture_of(opened(session, talk))
    words = picture.words
    assert words.strong == (Strong("Indicator a en", 5, "step 5 en"),)
    assert words.risen == (Moved("Indicator a en", 2, 5),)
    assert words.lowered == (Moved("Indicator b en", 5, 3),)
    assert (words.steady, words.gaps) == (1, ("Indicator d en",))
    assert (picture.rated, picture.of) == (3, 4)


def test_a_first_picture_has_neither_start_nor_change(session: Session) -> None:
    picture = picture_of(opened(session, session.begun(a=3)))
    assert {(row.start, row.last, row.change) for row in picture.rows} == {(None, None, None)}
    assert picture.words.risen == ()
    assert picture.history.previous is None


def test_start_last_and_now_stand_side_by_side_from_the_third_on(session: Session) -> None:
    session.held(FIRST_TIME, a=1)
    session.held(LAST_TIME, a=3)
    row = picture_of(opened(session, session.begun(a=4))).rows[0]
    assert (row.start, row.last, row.now, row.change) == (1, 3, 4, 1)


def test_an_unrated_indicator_is_never_counted_as_low(session: Session) -> None:
    session.held(LAST_TIME, a=1)
    picture = picture_of(opened(session, session.begun(b=1)))
    assert picture.words.lowered == ()
    assert picture.rows[0].now is None


def test_one_that_is_gone_is_told(session: Session) -> None:
    presenter = opened(session, "nowhere")
    assert presenter.state.picture is None
    assert isinstance(presenter.state.problem, RecordMissingError)


def test_changes_from_elsewhere_are_read_again(session: Session) -> None:
    talk = session.begun()
    presenter = opened(session, talk)
    session.desk.conversations.rate(talk, "a", 3)
    presenter.on_changes(conversation_changed("person-1"), presenter)
    assert picture_of(presenter).rated == 0
    presenter.on_changes(conversation_changed("person-1"), None)
    assert picture_of(presenter).rated == 1


def test_saving_says_so_and_a_place_that_is_gone_is_told(session: Session, tmp_path: Path) -> None:
    presenter = opened(session, session.begun())
    presenter.save_as(tmp_path / "gone" / "picture.png", lambda: b"picture")
    told = presenter.state
    assert isinstance(told.problem, PlaceGoneError)
    presenter.save_as(tmp_path / "picture.png", lambda: b"picture")
    assert (presenter.state.exported, presenter.state.problem) == (True, None)
    assert (tmp_path / "picture.png").read_bytes() == b"picture"


def test_a_saved_picture_is_noted_with_its_person_and_one_that_failed_is_not(
    session: Session, tmp_path: Path
) -> None:
    desk = session.desk
    presenter = PicturePresenter(desk.conversations, session.pack, ImmediateRunner(), "en", desk.trail)
    presenter.open(session.begun())
    before = len(session.store.operations)
    presenter.save_as(tmp_path / "gone" / "picture.png", lambda: b"picture")
    assert len(session.store.operations) == before
    presenter.save_as(tmp_path / "picture.png", lambda: b"picture")
    noted = session.store.operations[-1]
    assert (noted.action, noted.entity) == (Action.EXPORTED, Entity(EntityKind.PERSON, session.person.id))


def test_nothing_personal_is_in_the_representation_of_the_state(session: Session) -> None:
    assert session.person.preferred_name not in repr(opened(session, session.begun()).state)
