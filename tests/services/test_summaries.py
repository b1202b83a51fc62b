"""The snapshot behind a print: complete, in the person's language, and without private notes.

These tests must not render anything.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from iroc_desktop.domain.conversation import NoteKind, UnratedReason, Voice
from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.people import Licence, Organisation
from iroc_desktop.domain.summary import Paper, SessionSummary, summary_fields, summary_from
from iroc_desktop.services.desk import Desk
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import desk_in_memory


@pytest.fixture
def desk() -> Desk:
    made = desk_in_memory(pack())
    made.people.save(replace(person(), shown_as="A."))
    made.settling_in.answer_licence(Organisation("Service", Licence.NO))
    return made


def hold(desk: Desk, on: date, **ratings: int) -> str:
    service = desk.conversations
    talk_id = service.start("person-1", on).value.draft.conversation.id
    for indicator_id, rating in ratings.items():
        service.rate(talk_id, indicator_id, rating)
    service.note(talk_id, "a", NoteKind.WORDS, "The workshop gives me a reason.")
    service.note(talk_id, "b", NoteKind.STRENGTH, "Keeps a promise")
    service.note(talk_id, "a", NoteKind.PRIVATE, "SENTINEL-PRIVATE")
    service.leave_unrated(talk_id, "d", UnratedReason.DID_NOT_WANT)
    service.choose(talk_id, ("b",))
    return service.complete(talk_id).value.id


def summary(desk: Desk, talk_id: str, language: str = "es") -> SessionSummary:
    return desk.summaries.draft(talk_id, language, Paper.A4)


def test_a_first_summary_has_no_start_no_last_and_no_change(desk: Desk) -> None:
    made = summary(desk, hold(desk, FIRST_DAY, a=3))
    assert (made.ordinal, made.start_on, made.last_on) == (1, None, None)
    row = made.rows[0]
    assert (row.start, row.last, row.now, row.change) == (None, None, 3, None)


def test_a_third_summary_shows_start_last_now_and_the_change_since_last(desk: Desk) -> None:
    hold(desk, date(2026, 2, 1), a=2)
    hold(desk, date(2026, 5, 1), a=5)
    made = summary(desk, hold(desk, date(2026, 8, 1), a=4))
    first = made.rows[0]
    assert (first.start, first.last, first.now, first.change) == (2, 5, 4, -1)
    assert (made.start_on, made.last_on, made.held_on) == ("2026-02-01", "2026-05-01", "2026-08-01")
    assert len(made.points) == 3


def test_a_gap_keeps_its_reason_and_is_never_a_number(desk: Desk) -> None:
    row = summary(desk, hold(desk, FIRST_DAY, a=3)).rows[3]
    assert (row.now, row.gap) == (None, "did_not_want")


def test_the_content_is_in_the_language_asked_for(desk: Desk) -> None:
    made = summary(desk, hold(desk, FIRST_DAY, a=3), "es")
    assert made.rows[0].indicator == "Indicator a es"
    assert made.focus == ("Indicator b es",)
    assert made.licence_line == "Open wording (es)"


def test_the_person_is_named_as_they_chose(desk: Desk) -> None:
    assert summary(desk, hold(desk, FIRST_DAY)).shown_name == "A."


def test_private_notes_are_nowhere_in_the_snapshot(desk: Desk) -> None:
    made = summary(desk, hold(desk, FIRST_DAY, a=3))
    assert "SENTINEL-PRIVATE" not in str(summary_fields(made))
    assert [quote.text for quote in made.words] == ["The workshop gives me a reason."]


def test_a_kept_summary_is_reprinted_exactly_even_after_a_correction(desk: Desk) -> None:
    talk_id = hold(desk, FIRST_DAY, a=3)
    made = summary(desk, talk_id).without({"signatures"})
    desk.summaries.keep(made, Action.PRINTED)
    answer = desk.people.overview("person-1").history.conversations[0].answer("a")
    desk.conversations.correct(talk_id, "a", replace(answer, rating=6), "we looked again")
    assert desk.summaries.reprint(made.id) == made
    assert [each.id for each in desk.people.overview("person-1").summaries] == [made.id]


def test_the_fingerprint_differs_when_anything_on_paper_does(desk: Desk) -> None:
    made = summary(desk, hold(desk, FIRST_DAY, a=3))
    others = [
        made.without({"name"}),
        replace(made, language="en"),
        replace(made, next_note="10:00"),
        replace(made, paper=Paper.LETTER),
    ]
    prints = {made.fingerprint, *(other.fingerprint for other in others)}
    assert len(prints) == 1 + len(others)
    assert replace(made, id="another").fingerprint == made.fingerprint


def test_a_snapshot_comes_back_whole(desk: Desk) -> None:
    made = summary(desk, hold(desk, FIRST_DAY, a=3)).without({"words/a", "journey"})
    assert summary_from(made.id, summary_fields(made)) == made


def test_the_licence_holder_is_named_only_for_official_wording_with_a_licence(desk: Desk) -> None:
    talk_id = hold(desk, FIRST_DAY)
    official = replace(pack(), official=True, licence_holder="Licensed to Service")
    desk.settling_in.answer_licence(Organisation("Service", Licence.YES, "7"))
    object.__setattr__(desk.summaries, "_pack", official)
    assert summary(desk, talk_id).licence_line == "Licensed to Service"
    desk.settling_in.answer_licence(Organisation("Service", Licence.UNSURE))
    assert summary(desk, talk_id).licence_line == "Open wording (es)"


def test_a_sheet_printed_twice_is_kept_once_and_noted_twice(desk: Desk) -> None:
    made = summary(desk, hold(desk, FIRST_DAY, a=3))
    for action in (Action.PRINTED, Action.EXPORTED):
        desk.summaries.keep(made, action)
    assert desk.people.overview("person-1").summaries == [made]


def test_other_voices_are_on_the_snapshot_where_somebody_gave_them(desk: Desk) -> None:
    talk_id = desk.conversations.start("person-1", FIRST_DAY).value.draft.conversation.id
    desk.conversations.rate(talk_id, "a", 3)
    desk.conversations.rate_as(talk_id, "a", Voice.PRACTITIONER, 5)
    desk.conversations.rate_as(talk_id, "b", Voice.AGREED, 2)
    desk.conversations.complete(talk_id)
    made = summary(desk, talk_id)
    assert made.more_voices
    heard = [(row.now, row.practitioner, row.agreed) for row in made.rows]
    assert heard[:3] == [(3, 5, None), (None, None, 2), (None, None, None)]
    assert summary_from(made.id, summary_fields(made)) == made


def test_a_summary_of_one_voice_is_written_as_before_there_were_others(desk: Desk) -> None:
    made = summary(desk, hold(desk, FIRST_DAY, a=3))
    assert not made.more_voices
    assert set(summary_fields(made)["rows"][0]) == {
        "area_letter", "area_name", "area_token", "indicator", "short_name",
        "start", "last", "now", "change", "strong", "gap",
    }  # fmt: skip
