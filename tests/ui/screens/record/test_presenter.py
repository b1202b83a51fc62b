"""The record: everything readable, one answer corrected at a time, the old value kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from iroc_desktop.domain.conversation import Answer, NoteKind, UnratedReason
from iroc_desktop.domain.operations import Content, OperationId
from iroc_desktop.domain.store_errors import DiskFullError, RecordMissingError
from iroc_desktop.services.changes import conversation_changed
from iroc_desktop.ui.screens.record.presenter import RecordPresenter
from iroc_desktop.ui.screens.record.state import CorrectionLine, Form, Sheet
from tests.fakes.desk import ImmediateRunner
from tests.ui.screens.sessions import FIRST_TIME, LAST_TIME, Session
from tests.ui.screens.stage import Exits


@pytest.fixture
def session() -> Session:
    made = Session()
    made.held(FIRST_TIME, a=1)
    return made


@pytest.fixture
def exits() -> Exits:
    return Exits()


@pytest.fixture
def talk(session: Session) -> str:
    talks = session.desk.conversations
    conversation_id = session.begun(LAST_TIME, a=5, b=2)
    talks.note(conversation_id, "a", NoteKind.WORDS, "The workshop")
    talks.note(conversation_id, "a", NoteKind.PRIVATE, "ask about sleep")
    talks.leave_unrated(conversation_id, "c", UnratedReason.NOT_APPLICABLE)
    talks.choose(conversation_id, ("b", "a"))
    return talks.complete(conversation_id).value.id


@pytest.fixture
def presenter(session: Session, exits: Exits, talk: str) -> RecordPresenter:
    desk = session.desk
    made = RecordPresenter(
        desk.conversations,
        desk.people,
        desk.settling_in,
        desk.held_sessions,
        session.pack,
        ImmediateRunner(),
        exits,
        "en",
    )
    made.open("person-1", talk)
    return made


def sheet_of(presenter: RecordPresenter) -> Sheet:
    assert presenter.state.sheet is not None
    return presenter.state.sheet


def corrections(presenter: RecordPresenter) -> list[CorrectionLine]:
    return [line for told in sheet_of(presenter).told for line in told.corrections]


def form_of(presenter: RecordPresenter) -> Form:
    assert presenter.state.form is not None
    return presenter.state.form


def test_everything_that_was_said_can_be_read(presenter: RecordPresenter) -> None:
    sheet = sheet_of(presenter)
    told = {each.indicator_id: each for each in sheet.told}
    assert (told["a"].rating, told["a"].word, told["a"].words) == (5, "step 5 en", "The workshop")
    assert told["a"].private == "ask about sleep"
    assert told["c"].unrated is UnratedReason.NOT_APPLICABLE
    assert (told["d"].rating, told["d"].unrated) == (None, None)
    assert (sheet.ordinal, sheet.rated, sheet.of) == (2, 2, 4)
    assert sheet.focus == ("Indicator b en", "Indicator a en")


def test_a_correction_keeps_the_old_value_the_reason_and_who(presenter: RecordPresenter) -> None:
    presenter.correct("a")
    presenter.rate(4)
    presenter.give_reason("a slip of the finger")
    presenter.keep()
    assert (presenter.state.form, presenter.state.corrected) == (None, "Indicator a en")
    (line,) = corrections(presenter)
    assert (line.before.rating, line.after.rating) == (5, 4)
    assert (line.reason, line.practitioner, line.name) == ("a slip of the finger", "Marta", "Indicator a en")
    told = {each.indicator_id: each for each in sheet_of(presenter).told}
    assert (told["a"].rating, len(told["a"].corrections), told["b"].corrections) == (4, 1, ())
    assert not told["a"].disputed


def test_two_corrections_that_did_not_know_of_each_other_are_marked_until_one_settles_them(
    presenter: RecordPresenter, session: Session
) -> None:
    presenter.correct("a")
    presenter.rate(4)
    presenter.give_reason("a slip of the finger")
    presenter.keep()
    mine = session.store.operations[-1]
    content = Content("f" * 32, {"answer/a/rating": 2}, "read again")
    theirs = replace(mine, id=OperationId("other", 1), content=content, content_digest=content.digest())
    session.store.operations.append(theirs)
    presenter.on_changes(conversation_changed("person-1"), None)
    told = {each.indicator_id: each for each in sheet_of(presenter).told}
    assert (told["a"].disputed, told["b"].disputed) == (True, False)
    assert [each.after.rating for each in told["a"].corrections] == [4, 2]
    presenter.correct("a")
    presenter.rate(3)
    presenter.give_reason("we asked her")
    presenter.keep()
    assert not next(each for each in sheet_of(presenter).told if each.indicator_id == "a").disputed


def test_words_and_reasons_for_no_rating_can_be_corrected_too(presenter: RecordPresenter) -> None:
    presenter.correct("a")
    presenter.type(NoteKind.WORDS, "The workshop helps")
    presenter.leave_unrated(UnratedReason.DID_NOT_WANT)
    presenter.give_reason("she told me so")
    presenter.keep()
    (line,) = corrections(presenter)
    assert line.after == Answer(
        unrated=UnratedReason.DID_NOT_WANT, words="The workshop helps", private="ask about sleep"
    )


def test_without_a_reason_nothing_is_corrected_and_nothing_typed_is_lost(presenter: RecordPresenter) -> None:
    presenter.correct("a")
    presenter.rate(4)
    presenter.give_reason("   ")
    presenter.keep()
    form = form_of(presenter)
    assert (form.reason_missing, form.after.rating) == (True, 4)
    presenter.give_reason("a slip")
    assert not form_of(presenter).reason_missing
    assert corrections(presenter) == []


def test_what_is_the_same_is_no_correction(presenter: RecordPresenter) -> None:
    presenter.correct("a")
    presenter.give_reason("no reason at all")
    presenter.keep()
    assert form_of(presenter).nothing_changed
    presenter.rate(4)
    assert not form_of(presenter).nothing_changed


def test_letting_go_corrects_nothing(presenter: RecordPresenter) -> None:
    presenter.correct("a")
    presenter.rate(1)
    presenter.let_go()
    assert presenter.state.form is None
    assert sheet_of(presenter).told[0].rating == 5


def test_a_full_disk_keeps_the_form_and_can_be_tried_again(
    session: Session, presenter: RecordPresenter
) -> None:
    presenter.correct("a")
    presenter.rate(4)
    presenter.give_reason("a slip")
    session.store.full = True
    presenter.keep()
    told = presenter.state
    assert isinstance(told.problem, DiskFullError)
    assert (form_of(presenter).reason, form_of(presenter).saving) == ("a slip", False)
    session.store.full = False
    presenter.try_again()
    assert (presenter.state.problem, presenter.state.form) == (None, None)
    assert sheet_of(presenter).told[0].rating == 4


def test_one_that_is_gone_is_told_and_goes_nowhere(presenter: RecordPresenter, exits: Exits) -> None:
    desk_less = presenter
    desk_less.open("person-1", "nowhere")
    assert isinstance(desk_less.state.problem, RecordMissingError)


def test_before_anything_is_read_nothing_can_be_done(session: Session, exits: Exits) -> None:
    desk = session.desk
    unopened = RecordPresenter(
        desk.conversations,
        desk.people,
        desk.settling_in,
        desk.held_sessions,
        session.pack,
        ImmediateRunner(),
        exits,
        "en",
    )
    unopened.correct("a")
    unopened.rate(3)
    unopened.give_reason("why")
    unopened.keep()
    unopened.to_person()
    unopened.to_summary()
    assert (unopened.state.form, exits.taken) == (None, [])


def test_the_ways_out(presenter: RecordPresenter, exits: Exits, talk: str) -> None:
    presenter.to_person()
    presenter.to_summary()
    assert exits.taken == [("to_person", "person-1"), ("to_summary", talk)]


def test_changes_from_elsewhere_are_read_again(
    session: Session, presenter: RecordPresenter, talk: str
) -> None:
    session.desk.conversations.correct(talk, "a", Answer(rating=1), "somebody else")
    presenter.on_changes(conversation_changed("person-1"), presenter)
    assert sheet_of(presenter).told[0].rating == 5
    presenter.on_changes(conversation_changed("person-1"), None)
    assert sheet_of(presenter).told[0].rating == 1


def test_nothing_personal_is_in_the_representation_of_the_state(
    session: Session, presenter: RecordPresenter
) -> None:
    presenter.correct("a")
    presenter.give_reason("sentinel reason")
    shown = repr(presenter.state)
    for secret in (session.person.preferred_name, "workshop", "sleep", "sentinel"):
        assert secret not in shown
