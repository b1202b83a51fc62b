"""The conversation's presenter in plain Python: what is shown, kept, moved to and tried again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.conversation import NoteKind, Stage, UnratedReason, Voice
from iroc_desktop.domain.store_errors import DiskFullError, RecordMissingError
from iroc_desktop.services.changes import conversation_changed
from iroc_desktop.ui.models.dates import Doubt
from iroc_desktop.ui.screens.conversation.presenter import ConversationPresenter
from iroc_desktop.ui.screens.conversation.state import Page, Sheet
from tests.fakes.desk import ImmediateRunner
from tests.ui.screens.sessions import FIRST_TIME, LAST_TIME, TODAY, Session
from tests.ui.screens.stage import Exits, WaitingRunner


@pytest.fixture
def session() -> Session:
    made = Session()
    made.held(FIRST_TIME, a=2, b=3)
    made.held(LAST_TIME, a=3)
    return made


@pytest.fixture
def exits() -> Exits:
    return Exits()


def presenter_of(
    session: Session,
    exits: Exits,
    runner: ImmediateRunner | WaitingRunner | None = None,
    *,
    show_previous: bool = True,
) -> ConversationPresenter:
    return ConversationPresenter(
        session.desk.conversations,
        session.pack,
        runner or ImmediateRunner(),
        session.clock,
        exits,
        "en",
        show_previous=show_previous,
    )


@pytest.fixture
def presenter(session: Session, exits: Exits) -> ConversationPresenter:
    made = presenter_of(session, exits)
    made.open(session.begun())
    return made


def sheet_of(presenter: ConversationPresenter) -> Sheet:
    assert presenter.state.sheet is not None
    return presenter.state.sheet


def page_of(presenter: ConversationPresenter) -> Page:
    return sheet_of(presenter).page


def talk_id(presenter: ConversationPresenter) -> str:
    return sheet_of(presenter).conversation.id


def test_a_new_conversation_opens_on_the_first_indicator_held_today(
    presenter: ConversationPresenter,
) -> None:
    sheet = sheet_of(presenter)
    assert (sheet.page.indicator_id, sheet.page.position, sheet.of) == ("a", 1, 4)
    assert sheet.held.on == TODAY
    assert sheet.person.ordinal == 3
    assert sheet.page.question == "How often a?"
    assert sheet.person_page.name == "Indicator a es"


def test_a_draft_opens_on_the_indicator_where_it_was_left(session: Session, exits: Exits) -> None:
    conversation_id = session.begun(a=4)
    session.desk.conversations.turn_to(conversation_id, Stage.CONVERSATION, "c")
    presenter = presenter_of(session, exits)
    presenter.open(conversation_id)
    assert page_of(presenter).indicator_id == "c"
    assert sheet_of(presenter).rated == 1


def test_opening_one_that_is_gone_says_so_and_shows_nothing(session: Session, exits: Exits) -> None:
    presenter = presenter_of(session, exits)
    presenter.open("nowhere")
    assert presenter.state.sheet is None
    assert isinstance(presenter.state.problem, RecordMissingError)


def test_an_indicator_asked_for_before_the_draft_is_there_shows_once_it_is(
    session: Session, exits: Exits
) -> None:
    runner = WaitingRunner()
    conversation_id = session.begun()
    presenter = presenter_of(session, exits, runner)
    presenter.open(conversation_id)
    presenter.show_indicator("d")
    runner.run_all()
    assert page_of(presenter).indicator_id == "d"


def test_a_rating_is_shown_only_once_the_store_has_it(session: Session, exits: Exits) -> None:
    runner = WaitingRunner()
    presenter = presenter_of(session, exits, runner)
    presenter.open(session.begun())
    runner.run_all()
    presenter.rate(5)
    assert page_of(presenter).rating is None
    runner.run()
    assert page_of(presenter).rating == 5
    assert session.stored(talk_id(presenter)).answer("a").rating == 5


def test_a_rating_that_stays_keeps_the_indicator_on_the_screen(
    presenter: ConversationPresenter, exits: Exits
) -> None:
    presenter.rate(4)
    assert (page_of(presenter).indicator_id, page_of(presenter).rating) == ("a", 4)
    assert exits.taken == [("saved", presenter.state.saved_at)]


def test_a_rating_that_moves_on_leads_to_the_next_open_one_round_the_end(
    presenter: ConversationPresenter,
) -> None:
    presenter.show_indicator("b")
    presenter.rate(4, move_on=True)
    presenter.leave_unrated(UnratedReason.DID_NOT_WANT, move_on=True)
    assert page_of(presenter).indicator_id == "d"
    presenter.rate(2, move_on=True)
    assert page_of(presenter).indicator_id == "a"


def test_after_the_last_open_one_a_rating_stays_and_all_is_finished(presenter: ConversationPresenter) -> None:
    for _ in range(4):
        presenter.rate(3, move_on=True)
    assert page_of(presenter).indicator_id == "d"
    assert sheet_of(presenter).finished


def test_keys_faster_than_the_disk_rate_one_indicator_after_the_other(session: Session, exits: Exits) -> None:
    runner = WaitingRunner()
    presenter = presenter_of(session, exits, runner)
    presenter.open(session.begun())
    runner.run_all()
    for rating in (4, 3, 5):
        presenter.rate(rating, move_on=True)
    presenter.move(-1)
    runner.run_all()
    stored = session.stored(talk_id(presenter))
    assert [stored.answer(each).rating for each in "abcd"] == [4, 3, 5, None]
    assert page_of(presenter).indicator_id == "c"


def test_the_previous_rating_shows_only_after_rating(presenter: ConversationPresenter) -> None:
    assert page_of(presenter).previous is None
    presenter.rate(4)
    previous = page_of(presenter).previous
    assert previous is not None
    assert (previous.rating, previous.word, previous.change) == (3, "step 3 en", 1)


def test_a_gap_last_time_is_said_to_be_one(presenter: ConversationPresenter) -> None:
    presenter.show_indicator("b")
    presenter.rate(4)
    previous = page_of(presenter).previous
    assert previous is not None
    assert previous.rating is None


def test_with_the_setting_off_last_time_is_nowhere(session: Session, exits: Exits) -> None:
    presenter = presenter_of(session, exits, show_previous=False)
    presenter.open(session.begun())
    presenter.rate(4)
    assert page_of(presenter).previous is None
    assert len(sheet_of(presenter).picture.conversations) == 1


def test_the_picture_shows_last_time_only_where_something_is_rated_now(
    presenter: ConversationPresenter,
) -> None:
    before, now = sheet_of(presenter).picture.conversations
    assert dict(before.answers) == {}
    presenter.rate(4)
    before, now = sheet_of(presenter).picture.conversations
    assert (before.answer("a").rating, now.answer("a").rating) == (3, 4)


def test_moving_on_says_what_was_just_rated(presenter: ConversationPresenter) -> None:
    presenter.rate(5, move_on=True)
    just = sheet_of(presenter).just_rated
    assert just is not None
    assert (just.name, just.rating, just.word, just.change) == ("Indicator a en", 5, "step 5 en", 2)
    presenter.move(1)
    assert sheet_of(presenter).just_rated is None


def test_clearing_takes_rating_and_reason_away(presenter: ConversationPresenter) -> None:
    presenter.leave_unrated(UnratedReason.NOT_APPLICABLE)
    assert page_of(presenter).unrated is UnratedReason.NOT_APPLICABLE
    presenter.rate(2)
    assert page_of(presenter).unrated is None
    presenter.clear()
    assert (page_of(presenter).rating, page_of(presenter).unrated) == (None, None)


def test_a_note_is_shown_as_typed_and_kept_on_flush(
    session: Session, presenter: ConversationPresenter
) -> None:
    presenter.type("a", NoteKind.WORDS, "The workshop")
    presenter.rate(3)
    assert page_of(presenter).words == "The workshop"
    assert session.stored(talk_id(presenter)).answer("a").words == "The workshop"


def test_a_note_typed_on_while_it_is_being_kept_is_not_overwritten(session: Session, exits: Exits) -> None:
    runner = WaitingRunner()
    presenter = presenter_of(session, exits, runner)
    presenter.open(session.begun())
    runner.run_all()
    presenter.type("a", NoteKind.WORDS, "The work")
    presenter.flush()
    presenter.type("a", NoteKind.WORDS, "The workshop")
    runner.run_all()
    assert page_of(presenter).words == "The workshop"
    presenter.flush()
    runner.run_all()
    assert session.stored(talk_id(presenter)).answer("a").words == "The workshop"


def test_a_full_disk_leaves_the_rating_unshown_and_can_be_tried_again(
    session: Session, presenter: ConversationPresenter
) -> None:
    session.store.full = True
    presenter.rate(4, move_on=True)
    assert isinstance(presenter.state.problem, DiskFullError)
    assert (page_of(presenter).indicator_id, page_of(presenter).rating) == ("a", None)
    session.store.full = False
    presenter.try_again()
    assert presenter.state.problem is None
    assert page_of(presenter).indicator_id == "b"
    assert session.stored(talk_id(presenter)).answer("a").rating == 4


def test_keys_that_waited_behind_a_failed_rating_are_dropped(session: Session, exits: Exits) -> None:
    runner = WaitingRunner()
    presenter = presenter_of(session, exits, runner)
    presenter.open(session.begun())
    runner.run_all()
    session.store.full = True
    presenter.rate(4, move_on=True)
    presenter.rate(5, move_on=True)
    runner.run_all()
    session.store.full = False
    presenter.rate(2)
    runner.run_all()
    stored = session.stored(talk_id(presenter))
    assert [stored.answer(each).rating for each in "ab"] == [2, None]
    assert presenter.state.problem is None


def test_a_note_survives_a_full_disk_and_the_newest_text_is_tried_again(
    session: Session, presenter: ConversationPresenter
) -> None:
    session.store.full = True
    presenter.type("a", NoteKind.PRIVATE, "old")
    presenter.flush()
    presenter.type("a", NoteKind.PRIVATE, "old and new")
    presenter.show_indicator("b")
    presenter.show_indicator("a")
    assert page_of(presenter).private == "old and new"
    session.store.full = False
    presenter.try_again()
    assert presenter.state.problem is None
    assert session.stored(talk_id(presenter)).answer("a").private == "old and new"


def test_moving_stops_at_the_first_and_leaves_for_the_picture_after_the_last(
    presenter: ConversationPresenter, exits: Exits
) -> None:
    presenter.move(-1)
    assert page_of(presenter).indicator_id == "a"
    for _ in range(4):
        presenter.move(1)
    assert page_of(presenter).indicator_id == "d"
    assert exits.taken == [("went_on",)]


def test_where_the_two_of_them_are_is_remembered(session: Session, presenter: ConversationPresenter) -> None:
    presenter.move(1)
    assert session.desk.conversations.resume(talk_id(presenter)).draft.indicator_id == "b"


def test_other_ways_to_ask_come_round_to_the_question_and_end_with_the_indicator(
    presenter: ConversationPresenter,
) -> None:
    presenter.ask_another_way()
    assert page_of(presenter).asked_another_way == "Think of a."
    presenter.ask_another_way()
    assert page_of(presenter).asked_another_way == ""
    presenter.ask_another_way()
    presenter.move(1)
    assert page_of(presenter).asked_another_way == ""


def test_another_day_is_kept_without_a_question(session: Session, presenter: ConversationPresenter) -> None:
    presenter.hold_on(date(2026, 11, 20))
    assert sheet_of(presenter).held.asked is None
    assert session.stored(talk_id(presenter)).held_on == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("day", "doubt"),
    [(TODAY + timedelta(days=1), Doubt.AFTER_TODAY), (TODAY - timedelta(days=366), Doubt.LONG_AGO)],
)
def test_an_odd_day_is_asked_about_then_kept_or_forgotten(
    session: Session, presenter: ConversationPresenter, day: date, doubt: Doubt
) -> None:
    presenter.hold_on(day)
    assert (sheet_of(presenter).held.asked, sheet_of(presenter).held.doubt) == (day, doubt)
    assert session.stored(talk_id(presenter)).held_on == TODAY
    presenter.answer_doubt(keep=False)
    assert (sheet_of(presenter).held.asked, sheet_of(presenter).held.on) == (None, TODAY)
    presenter.hold_on(day)
    presenter.answer_doubt(keep=True)
    assert (sheet_of(presenter).held.asked, sheet_of(presenter).held.on) == (None, day)


def test_turning_the_screen_keeps_what_was_typed_first(
    session: Session, presenter: ConversationPresenter, exits: Exits
) -> None:
    presenter.type("a", NoteKind.WORDS, "a word")
    presenter.to_person_view()
    assert session.stored(talk_id(presenter)).answer("a").words == "a word"
    assert [each for each in exits.taken if each[0] != "saved"] == [("to_person_view",)]


def test_changes_from_elsewhere_are_read_again_and_its_own_are_not(
    session: Session, presenter: ConversationPresenter
) -> None:
    session.desk.conversations.rate(talk_id(presenter), "b", 6)
    presenter.on_changes(conversation_changed("person-1"), presenter)
    assert sheet_of(presenter).rated == 0
    presenter.on_changes(conversation_changed("somebody-else"), None)
    assert sheet_of(presenter).rated == 0
    presenter.on_changes(conversation_changed("person-1"), None)
    assert sheet_of(presenter).rated == 1


def test_nothing_personal_is_in_the_representation_of_the_state(
    session: Session, presenter: ConversationPresenter
) -> None:
    presenter.type("a", NoteKind.WORDS, "sentinel-words")
    presenter.type("a", NoteKind.PRIVATE, "sentinel-private")
    presenter.rate(3)
    assert "a en" in repr(presenter.state)
    assert "sentinel" not in repr(presenter.state)
    assert session.person.preferred_name not in repr(presenter.state)


def test_a_view_that_has_left_hears_nothing_more(presenter: ConversationPresenter) -> None:
    heard: list[object] = []
    presenter.attach(heard.append)
    presenter.detach(heard.append)
    presenter.rate(3)
    assert len(heard) == 1


def hearing(session: Session, exits: Exits, runner: ImmediateRunner | WaitingRunner) -> ConversationPresenter:
    """Return a presenter that asks the organisation whether it wants two voices."""
    desk = session.desk
    return ConversationPresenter(
        desk.conversations, session.pack, runner, session.clock, exits, "en", arranging=desk.arranging
    )


def test_only_the_person_rates_until_the_organisation_wants_more_voices(
    session: Session, exits: Exits
) -> None:
    presenter = hearing(session, exits, ImmediateRunner())
    presenter.open(session.begun())
    assert page_of(presenter).voices == {}
    changes = session.desk.arranging.keep(Arrangements(two_voices=True)).changes
    presenter.on_changes(changes, None)
    assert page_of(presenter).voices == {Voice.PRACTITIONER: None, Voice.AGREED: None}


def test_another_voice_is_kept_beside_the_persons_which_alone_counts_as_rated(
    session: Session, exits: Exits
) -> None:
    session.desk.arranging.keep(Arrangements(two_voices=True))
    runner = WaitingRunner()
    presenter = hearing(session, exits, runner)
    presenter.open(session.begun())
    runner.run_all()
    presenter.rate_as(Voice.PRACTITIONER, 5)
    assert page_of(presenter).voices[Voice.PRACTITIONER] is None
    runner.run_all()
    presenter.rate_as(Voice.AGREED, 4)
    runner.run_all()
    assert page_of(presenter).voices == {Voice.PRACTITIONER: 5, Voice.AGREED: 4}
    assert (page_of(presenter).rating, sheet_of(presenter).rated) == (None, 0)
    answer = session.stored(talk_id(presenter)).answer("a")
    assert [answer.heard(each) for each in Voice] == [None, 5, 4]
    presenter.rate_as(Voice.PRACTITIONER, None)
    runner.run_all()
    assert session.stored(talk_id(presenter)).answer("a").practitioner_rating is None


def test_voices_that_were_given_show_even_when_the_organisation_no_longer_asks(
    session: Session, exits: Exits
) -> None:
    conversation_id = session.begun(a=2)
    session.desk.conversations.rate_as(conversation_id, "b", Voice.AGREED, 3)
    presenter = hearing(session, exits, ImmediateRunner())
    presenter.open(conversation_id)
    presenter.show_indicator("b")
    assert page_of(presenter).voices[Voice.AGREED] == 3


def test_a_voice_that_could_not_be_kept_is_tried_again(session: Session, exits: Exits) -> None:
    session.desk.arranging.keep(Arrangements(two_voices=True))
    presenter = hearing(session, exits, ImmediateRunner())
    presenter.open(session.begun())
    session.store.full = True
    presenter.rate_as(Voice.PRACTITIONER, 2)
    assert isinstance(presenter.state.problem, DiskFullError)
    presenter.show_indicator("b")
    session.store.full = False
    presenter.try_again()
    assert presenter.state.problem is None
    assert session.stored(talk_id(presenter)).answer("a").practitioner_rating == 2
    assert session.stored(talk_id(presenter)).answer("b").practitioner_rating is None
