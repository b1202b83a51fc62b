"""Holding a conversation through the service, on the memory store.

These tests must not know how the store keeps things.
"""

from __future__ import annotations

from datetime import date

import pytest

from iroc_desktop.domain.conversation import (
    Answer,
    ConversationState,
    NoteKind,
    ReasonMissingError,
    Stage,
    UnratedReason,
)
from iroc_desktop.domain.instrument import NotOnScaleError
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.desk import Desk
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import PRACTITIONER_ID, desk_in_memory


@pytest.fixture
def desk() -> Desk:
    made = desk_in_memory(pack())
    made.people.save(person())
    return made


@pytest.fixture
def talk_id(desk: Desk) -> str:
    return desk.conversations.start("person-1", FIRST_DAY).value.draft.conversation.id


def test_a_new_conversation_belongs_to_the_person_the_practitioner_and_the_typed_day(desk: Desk) -> None:
    started = desk.conversations.start("person-1", date(2026, 11, 2))
    conversation = started.value.draft.conversation
    assert (conversation.person_id, conversation.practitioner_id) == ("person-1", PRACTITIONER_ID)
    assert conversation.held_on == date(2026, 11, 2)
    assert started.changes.touches("person-1")


def test_starting_again_resumes_the_one_draft_there_is(desk: Desk, talk_id: str) -> None:
    desk.conversations.rate(talk_id, "a", 3)
    again = desk.conversations.start("person-1", date(2026, 12, 1)).value
    assert again.draft.conversation.id == talk_id
    assert again.draft.conversation.answer("a").rating == 3


def test_a_conversation_with_nobody_is_refused(desk: Desk) -> None:
    with pytest.raises(RecordMissingError):
        desk.conversations.start("nobody", FIRST_DAY)


def test_everything_said_is_there_when_the_conversation_is_resumed(desk: Desk, talk_id: str) -> None:
    service = desk.conversations
    service.rate(talk_id, "a", 4)
    service.leave_unrated(talk_id, "b", UnratedReason.DID_NOT_WANT)
    service.note(talk_id, "a", NoteKind.WORDS, "The workshop")
    service.choose(talk_id, ("c",))
    service.agree_next(talk_id, date(2027, 2, 23), "10:00")
    service.date_held(talk_id, date(2026, 11, 20))
    service.turn_to(talk_id, Stage.PICTURE, "b")
    draft = service.resume(talk_id).draft
    assert draft.conversation.answer("a") == Answer(rating=4, words="The workshop")
    assert draft.conversation.answer("b").unrated is UnratedReason.DID_NOT_WANT
    assert draft.conversation.focus == ("c",)
    assert (draft.conversation.next_on, draft.conversation.next_note) == (date(2027, 2, 23), "10:00")
    assert draft.conversation.held_on == date(2026, 11, 20)
    assert (draft.stage, draft.indicator_id) == (Stage.PICTURE, "b")


def test_a_rating_off_the_scale_changes_nothing(desk: Desk, talk_id: str) -> None:
    desk.conversations.rate(talk_id, "a", 3)
    with pytest.raises(NotOnScaleError):
        desk.conversations.rate(talk_id, "a", 9)
    assert desk.conversations.resume(talk_id).draft.conversation.answer("a").rating == 3


def test_saying_the_same_again_is_no_change(desk: Desk, talk_id: str) -> None:
    assert desk.conversations.rate(talk_id, "a", 3).changes.touches("person-1")
    assert not desk.conversations.rate(talk_id, "a", 3).changes.touches("person-1")


def test_a_paused_conversation_waits_and_starting_wakes_it(desk: Desk, talk_id: str) -> None:
    assert desk.conversations.pause(talk_id).value.paused
    assert not desk.conversations.start("person-1", FIRST_DAY).value.draft.paused


def test_completing_locks_the_conversation_and_ends_the_draft(desk: Desk, talk_id: str) -> None:
    desk.conversations.rate(talk_id, "a", 3)
    done = desk.conversations.complete(talk_id).value
    assert done.state is ConversationState.COMPLETED
    with pytest.raises(RecordMissingError):
        desk.conversations.resume(talk_id)
    overview = desk.people.overview("person-1")
    assert overview.draft is None
    assert [each.id for each in overview.history.conversations] == [talk_id]


def test_a_discarded_draft_comes_back_by_undo(desk: Desk, talk_id: str) -> None:
    desk.conversations.rate(talk_id, "a", 3)
    thrown_away = desk.conversations.discard(talk_id).value
    assert desk.people.overview("person-1").draft is None
    desk.conversations.restore(thrown_away)
    assert desk.conversations.resume(talk_id).draft.conversation.answer("a").rating == 3


def test_a_correction_keeps_the_old_value_who_and_why(desk: Desk, talk_id: str) -> None:
    desk.conversations.rate(talk_id, "a", 3)
    desk.conversations.complete(talk_id)
    corrected = desk.conversations.correct(talk_id, "a", Answer(rating=5), " typed the wrong key ").value
    assert corrected.answer("a").rating == 5
    (correction,) = desk.conversations.corrections(talk_id)
    assert (correction.before.rating, correction.after.rating) == (3, 5)
    assert correction.reason == "typed the wrong key"
    assert correction.practitioner_id == PRACTITIONER_ID


def test_corrections_are_told_in_the_order_they_were_made(desk: Desk, talk_id: str) -> None:
    desk.conversations.rate(talk_id, "a", 1)
    desk.conversations.complete(talk_id)
    for rating in (2, 3):
        desk.conversations.correct(talk_id, "a", Answer(rating=rating), "we looked again")
    told = desk.conversations.corrections(talk_id)
    assert [(each.before.rating, each.after.rating) for each in told] == [(1, 2), (2, 3)]


def test_a_correction_without_a_reason_is_refused(desk: Desk, talk_id: str) -> None:
    desk.conversations.complete(talk_id)
    with pytest.raises(ReasonMissingError):
        desk.conversations.correct(talk_id, "a", Answer(rating=5), "  ")


def test_the_sitting_shows_this_conversation_as_the_newest(desk: Desk, talk_id: str) -> None:
    desk.conversations.rate(talk_id, "a", 2)
    desk.conversations.complete(talk_id)
    second = desk.conversations.start("person-1", date(2026, 5, 24)).value
    desk.conversations.rate(second.draft.conversation.id, "a", 4)
    history = desk.conversations.resume(second.draft.conversation.id).history
    assert history.travelled()[0].since_last == 2


def test_a_conversation_knows_whose_it_is_before_and_after_it_is_completed(desk: Desk, talk_id: str) -> None:
    assert desk.conversations.whose(talk_id).id == "person-1"
    desk.conversations.complete(talk_id)
    assert desk.conversations.whose(talk_id).id == "person-1"
    with pytest.raises(RecordMissingError):
        desk.conversations.whose("nothing")
