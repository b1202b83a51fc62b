"""A conversation grows by new values, keeps gaps as gaps, and is locked once completed.

These tests must not touch the store.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from iroc_desktop.domain.conversation import (
    MOST_FOCUS_AREAS,
    Answer,
    CompletedError,
    Conversation,
    NoteKind,
    TooManyFocusAreasError,
    UnratedReason,
    Voice,
)
from iroc_desktop.domain.instrument import NotOnScaleError
from tests.fakes.builders import conversation, instrument


def test_a_rating_leaves_the_earlier_conversation_as_it_was() -> None:
    before = conversation()
    after = before.with_rating("a", 4, instrument())
    assert after.answer("a").rating == 4
    assert before.answer("a").rating is None


@pytest.mark.parametrize("rating", [0, 7, -1])
def test_a_rating_off_the_scale_is_refused(rating: int) -> None:
    with pytest.raises(NotOnScaleError):
        conversation().with_rating("a", rating, instrument())


def test_the_scale_comes_from_the_instrument() -> None:
    assert conversation().with_rating("a", 7, instrument(maximum=7)).answer("a").rating == 7


def test_a_rating_and_a_reason_for_none_exclude_each_other() -> None:
    declined = conversation().without_rating("a", UnratedReason.DID_NOT_WANT)
    assert declined.answer("a") == Answer(unrated=UnratedReason.DID_NOT_WANT)
    rated = declined.with_rating("a", 2, instrument())
    assert rated.answer("a") == Answer(rating=2)


def test_clearing_a_rating_keeps_the_notes() -> None:
    noted = conversation().with_rating("a", 3, instrument()).with_note("a", NoteKind.WORDS, "The workshop")
    cleared = noted.without_rating("a")
    assert cleared.answer("a") == Answer(words="The workshop")
    assert not cleared.answer("a").settled


def test_unrated_indicators_are_settled_but_not_rated() -> None:
    tiny = instrument()
    talk = conversation().with_rating("a", 3, tiny).without_rating("b", UnratedReason.NOT_APPLICABLE)
    assert talk.rated_count(tiny) == 1
    assert talk.settled_count(tiny) == 2


def test_each_kind_of_note_has_its_own_place() -> None:
    talk = conversation()
    for kind in NoteKind:
        talk = talk.with_note("a", kind, f"text of {kind}")
    assert [talk.answer("a").note(kind) for kind in NoteKind] == [f"text of {kind}" for kind in NoteKind]


def test_focus_areas_keep_the_persons_order_and_drop_repeats() -> None:
    assert conversation().with_focus(("c", "a", "c")).focus == ("c", "a")


def test_a_fourth_focus_area_is_refused() -> None:
    with pytest.raises(TooManyFocusAreasError):
        conversation().with_focus(tuple("abcd"[: MOST_FOCUS_AREAS + 1]))


EDITS: list[Callable[[Conversation], Conversation]] = [
    lambda talk: talk.with_rating("a", 1, instrument()),
    lambda talk: talk.without_rating("a"),
    lambda talk: talk.with_note("a", NoteKind.WORDS, "late"),
    lambda talk: talk.with_focus(("a",)),
    lambda talk: talk.with_next_meeting(None, ""),
    lambda talk: talk.held(date(2026, 1, 1)),
    lambda talk: talk.completed(),
]


@pytest.mark.parametrize("edit", EDITS)
def test_a_completed_conversation_refuses_every_edit(edit: Callable[[Conversation], Conversation]) -> None:
    done = conversation().completed()
    with pytest.raises(CompletedError):
        edit(done)


def test_repr_shows_no_words() -> None:
    talk = conversation().with_note("a", NoteKind.WORDS, "my sister").with_next_meeting(None, "room 9")
    assert "sister" not in repr(talk)
    assert "room 9" not in repr(talk)


def test_each_voice_has_its_own_rating_and_none_settles_for_the_person() -> None:
    heard = conversation().with_voice("a", Voice.PRACTITIONER, 4, instrument())
    assert not heard.answer("a").settled
    heard = heard.with_voice("a", Voice.AGREED, 3, instrument()).with_voice(
        "a", Voice.PERSON, 2, instrument()
    )
    assert [heard.answer("a").heard(voice) for voice in Voice] == [2, 4, 3]
    cleared = heard.without_rating("a", UnratedReason.DID_NOT_WANT)
    assert [cleared.answer("a").heard(voice) for voice in Voice] == [None, 4, 3]
    for voice in Voice:
        heard = heard.with_voice("a", voice, None, instrument())
    assert heard.nothing_said


@pytest.mark.parametrize("voice", list(Voice))
def test_every_voice_has_to_be_on_the_scale(voice: Voice) -> None:
    with pytest.raises(NotOnScaleError):
        conversation().with_voice("a", voice, 7, instrument())


def test_a_conversation_is_untouched_until_something_is_said_chosen_or_agreed() -> None:
    assert conversation().untouched
    assert not conversation().with_focus(("a",)).untouched
    assert not conversation().with_next_meeting(date(2027, 1, 1), "").untouched
    assert not conversation().with_note("a", NoteKind.PRIVATE, "tired").untouched
