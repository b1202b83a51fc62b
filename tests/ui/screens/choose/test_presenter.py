"""Choosing: the person's order, the refusal, the next meeting, and completing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from iroc_desktop.domain.conversation import MOST_FOCUS_AREAS, ConversationState, Stage
from iroc_desktop.domain.store_errors import DiskFullError, RecordMissingError
from iroc_desktop.services.changes import conversation_changed
from iroc_desktop.ui.models.dates import Doubt
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


def test_nothing_is_chosen_beforehand_and_open_ones_are_listed(presenter: ChoosePresenter) -> None:
    sheet = sheet_of(presenter)
    assert chosen(presenter) == []
    assert (sheet.settled, sheet.of, sheet.most) == (2, 4, MOST_FOCUS_AREAS)
    assert [each.indicator_id for each in sheet.open_ones] == ["c", "d"]
    assert sheet.next.suggested == date(2027, 2, 24)


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


def test_a_next_day_is_agreed_or_left_open(session: Session, presenter: ChoosePresenter, talk: str) -> None:
    presenter.meet_on(date(2027, 2, 23))
    assert session.stored(talk).next_on == date(2027, 2, 23)
    presenter.meet_on(None)
    assert session.stored(talk).next_on is None


@pytest.mark.parametrize(
    ("day", "doubt"),
    [(date(2026, 11, 23), Doubt.BEFORE_TODAY), (date(2029, 1, 1), Doubt.FAR_AHEAD)],
)
def test_an_odd_next_day_is_asked_about_then_kept_or_forgotten(
    session: Session, presenter: ChoosePresenter, talk: str, day: date, doubt: Doubt
) -> None:
    presenter.meet_on(day)
    assert (sheet_of(presenter).next.asked, sheet_of(presenter).next.doubt) == (day, doubt)
    presenter.answer_doubt(keep=False)
    assert (sheet_of(presenter).next.asked, session.stored(talk).next_on) == (None, None)
    presenter.meet_on(day)
    presenter.answer_doubt(keep=True)
    assert (sheet_of(presenter).next.asked, session.stored(talk).next_on) == (None, day)


def test_words_about_the_next_meeting_are_kept_with_or_without_a_day(
    session: Session, presenter: ChoosePresenter, talk: str
) -> None:
    presenter.type_note("10:00, workshop")
    presenter.flush()
    presenter.meet_on(date(2027, 2, 23))
    stored = session.stored(talk)
    assert (stored.next_on, stored.next_note) == (date(2027, 2, 23), "10:00, workshop")


def test_words_survive_a_full_disk(session: Session, presenter: ChoosePresenter, talk: str) -> None:
    session.store.full = True
    presenter.type_note("10:00")
    presenter.flush()
    assert sheet_of(presenter).next.note == "10:00"
    session.store.full = False
    presenter.try_again()
    assert session.stored(talk).next_note == "10:00"


def test_completing_is_asked_for_first_and_can_wait(presenter: ChoosePresenter) -> None:
    presenter.to_stage(Stage.PRINT)
    assert presenter.state.confirming
    presenter.ask_to_complete(wanted=False)
    assert not presenter.state.confirming


def test_completing_keeps_what_was_typed_locks_and_leads_to_the_summary(
    session: Session, presenter: ChoosePresenter, exits: Exits, talk: str
) -> None:
    presenter.type_note("10:00")
    presenter.complete()
    held = session.desk.people.overview("person-1").history.now
    assert held is not None
    assert (held.state, held.next_note) == (ConversationState.COMPLETED, "10:00")
    assert exits.taken[-1] == ("to_summary", talk)


def test_completing_twice_in_a_hurry_completes_once(session: Session, exits: Exits, talk: str) -> None:
    runner = WaitingRunner()
    presenter = presenter_of(session, exits, runner)
    presenter.open(talk)
    runner.run_all()
    presenter.complete()
    presenter.complete()
    runner.run_all()
    assert [each[0] for each in exits.taken].count("to_summary") == 1
    assert presenter.state.problem is None


def test_a_full_disk_leaves_the_draft_open_and_completing_can_be_tried_again(
    session: Session, presenter: ChoosePresenter, exits: Exits, talk: str
) -> None:
    session.store.full = True
    presenter.complete()
    assert isinstance(presenter.state.problem, DiskFullError)
    assert not presenter.state.completing
    assert session.stored(talk).state is ConversationState.DRAFT
    session.store.full = False
    presenter.try_again()
    assert exits.taken[-1] == ("to_summary", talk)


def test_the_ways_out_keep_what_was_typed(
    session: Session, presenter: ChoosePresenter, exits: Exits, talk: str
) -> None:
    ways: list[tuple[Callable[[], None], tuple[str, ...]]] = [
        (lambda: presenter.to_stage(Stage.CONVERSATION), ("to_conversation", talk, "")),
        (lambda: presenter.to_stage(Stage.PICTURE), ("to_picture", talk)),
        (lambda: presenter.show_indicator("c"), ("to_conversation", talk, "c")),
    ]
    for number, (leave, way) in enumerate(ways):
        presenter.type_note(f"note {number}")
        leave()
        assert exits.taken[-1] == way
        assert session.stored(talk).next_note == f"note {number}"


def test_opening_remembers_the_stage_and_a_missing_draft_is_told(
    session: Session, presenter: ChoosePresenter, exits: Exits, talk: str
) -> None:
    assert session.desk.conversations.resume(talk).draft.stage is Stage.CHOOSE
    other = presenter_of(session, exits)
    other.open("nowhere")
    assert isinstance(other.state.problem, RecordMissingError)
    other.to_stage(Stage.PICTURE)
    other.complete()
    assert exits.taken == [("saved", session.clock.now())]


def test_changes_from_elsewhere_are_read_again(
    session: Session, presenter: ChoosePresenter, talk: str
) -> None:
    session.desk.conversations.rate(talk, "c", 3)
    presenter.on_changes(conversation_changed("person-1"), presenter)
    assert sheet_of(presenter).settled == 2
    presenter.on_changes(conversation_changed("person-1"), None)
    assert sheet_of(presenter).settled == 3


def test_nothing_personal_is_in_the_representation_of_the_state(
    session: Session, presenter: ChoosePresenter
) -> None:
    presenter.type_note("sentinel")
    presenter.flush()
    assert session.person.preferred_name not in repr(presenter.state)
    assert "sentinel" not in repr(presenter.state)
