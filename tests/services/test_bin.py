"""Putting away and taking out through the service, on the memory store: nothing comes back by itself.

These tests must not know how the store keeps things.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from iroc_desktop.domain.bin import AnotherSessionWaitsError, BinKind, PersonInBinError, Thing
from iroc_desktop.domain.bin import whole_person as whole
from iroc_desktop.domain.conversation import Answer, NoteKind
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.people import Practitioner
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.summary import Paper
from iroc_desktop.domain.withheld import Keeping
from iroc_desktop.services.bin import InBin
from iroc_desktop.services.desk import Desk, open_desk
from iroc_desktop.services.ports import Stamp
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import CountingIds, FixedClock, RememberingWriter, desk_in_memory
from tests.fakes.memory_store import MemoryStore
from tests.fakes.session_builders import plan_sheet, worksheet

PERSON = whole("person-1")


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(store: MemoryStore) -> Desk:
    made = desk_in_memory(pack(), store)
    made.people.save(person())
    return made


def a_session(desk: Desk, day: date = FIRST_DAY, private: str = "") -> tuple[str, str]:
    """Return the ids of a finished session and its conversation."""
    sitting = desk.sessions.begin("person-1", day).value
    conversation_id = sitting.conversation.id
    desk.conversations.rate(conversation_id, "a", 3)
    if private:
        desk.conversations.note(conversation_id, "a", NoteKind.PRIVATE, private)
    desk.sessions.finish(sitting.session.id)
    return sitting.session.id, conversation_id


def conversation(conversation_id: str) -> Thing:
    return Thing(BinKind.CONVERSATION, "person-1", conversation_id)


def held(desk: Desk) -> list[str]:
    return [each.id for each in desk.people.overview("person-1").history.conversations]


def in_bin(desk: Desk) -> list[InBin]:
    return [each for group in desk.bin.all() for each in (*filter(None, [group.away]), *group.things)]


def kinds(desk: Desk) -> list[BinKind]:
    return [each.thing.kind for each in in_bin(desk)]


def test_a_person_in_the_bin_is_nowhere_but_there(desk: Desk) -> None:
    a_session(desk)
    done = desk.bin.put_away(PERSON)
    assert done.changes.bin
    assert done.changes.touches("person-1")
    assert list(desk.people.find("")) == []
    with pytest.raises(RecordMissingError):
        desk.people.overview("person-1")
    (group,) = desk.bin.all()
    assert (group.name, group.things) == ("Ana M.", ())
    assert group.away is not None
    assert group.away.by == "Marta"


def test_a_person_comes_back_with_everything(desk: Desk) -> None:
    _, conversation_id = a_session(desk)
    before = desk.people.overview("person-1")
    desk.bin.take_out(desk.bin.put_away(PERSON).value)
    assert desk.people.overview("person-1") == before
    assert held(desk) == [conversation_id]
    assert list(desk.bin.all()) == []


def test_undo_twice_is_undo_once(desk: Desk, store: MemoryStore) -> None:
    away = desk.bin.put_away(PERSON).value
    desk.bin.take_out(away)
    written = len(store.operations)
    desk.bin.take_out(away)
    assert len(store.operations) == written
    assert [line.person.id for line in desk.people.find("")] == ["person-1"]


def test_putting_away_what_is_not_in_sight_is_refused(desk: Desk) -> None:
    desk.bin.put_away(PERSON)
    with pytest.raises(RecordMissingError):
        desk.bin.put_away(PERSON)
    with pytest.raises(RecordMissingError):
        desk.bin.put_away(conversation("none"))


def test_what_is_typed_late_does_not_bring_a_person_back(desk: Desk) -> None:
    sitting = desk.sessions.begin("person-1", FIRST_DAY).value
    desk.bin.put_away(PERSON)
    desk.conversations.rate(sitting.conversation.id, "a", 5)
    desk.sessions.pause(sitting.session.id)
    desk.people.save(person(name="Ana Marija"))
    assert list(desk.people.find("")) == []
    assert list(desk.today.drafts()) == []
    assert desk.today.counts().drafts == 0
    with pytest.raises(RecordMissingError):
        desk.sessions.begin("person-1", FIRST_DAY)
    desk.bin.take_out(PERSON)
    again = desk.sessions.begin("person-1", FIRST_DAY).value
    assert again.session.id == sitting.session.id
    assert again.conversation.answer("a").rating == 5


def test_finishing_a_session_late_does_not_bring_the_person_back(desk: Desk) -> None:
    sitting = desk.sessions.begin("person-1", FIRST_DAY).value
    desk.conversations.rate(sitting.conversation.id, "a", 5)
    desk.bin.put_away(PERSON)
    desk.sessions.finish(sitting.session.id)
    assert list(desk.people.find("")) == []
    desk.bin.take_out(PERSON)
    assert held(desk) == [sitting.conversation.id]


def test_of_two_conversations_of_one_day_the_other_stays(desk: Desk) -> None:
    _, first = a_session(desk)
    _, second = a_session(desk)
    away = desk.bin.put_away(conversation(first)).value
    assert held(desk) == [second]
    (lying,) = in_bin(desk)
    assert (lying.thing, lying.day) == (conversation(first), FIRST_DAY)
    desk.bin.take_out(away)
    assert sorted(held(desk)) == sorted([first, second])


def test_what_was_printed_of_a_conversation_goes_and_comes_with_it(desk: Desk) -> None:
    _, conversation_id = a_session(desk)
    summary = desk.summaries.draft(conversation_id, "en", Paper.A4)
    desk.summaries.keep(summary, Action.PRINTED)
    desk.bin.put_away(conversation(conversation_id))
    assert list(desk.people.overview("person-1").summaries) == []
    desk.bin.take_out(conversation(conversation_id))
    assert [each.id for each in desk.people.overview("person-1").summaries] == [summary.id]


def test_a_session_in_progress_waits_in_the_bin_and_goes_on_from_there(desk: Desk) -> None:
    sitting = desk.sessions.begin("person-1", FIRST_DAY).value
    desk.conversations.rate(sitting.conversation.id, "a", 5)
    thing = Thing(BinKind.SESSION, "person-1", sitting.conversation.id)
    desk.bin.put_away(thing)
    assert desk.people.overview("person-1").draft is None
    assert desk.sessions.in_progress("person-1") is None
    assert [(each.thing, each.day) for each in in_bin(desk)] == [(thing, FIRST_DAY)]
    desk.bin.take_out(thing)
    again = desk.sessions.begin("person-1", FIRST_DAY).value
    assert again.session.id == sitting.session.id
    assert again.conversation.answer("a").rating == 5
    desk.sessions.finish(again.session.id)
    assert held(desk) == [sitting.conversation.id]


def test_a_session_in_the_bin_waits_until_the_one_begun_since_is_over(desk: Desk) -> None:
    first = desk.sessions.begin("person-1", FIRST_DAY).value
    thing = desk.bin.put_away(Thing(BinKind.SESSION, "person-1", first.conversation.id)).value
    second = desk.sessions.begin("person-1", FIRST_DAY).value
    assert second.session.id != first.session.id
    with pytest.raises(AnotherSessionWaitsError):
        desk.bin.take_out(thing)
    desk.sessions.finish(second.session.id)
    desk.bin.take_out(thing)
    assert desk.sessions.begin("person-1", FIRST_DAY).value.session.id == first.session.id


def test_a_private_note_is_out_of_the_answer_and_of_its_corrections(desk: Desk) -> None:
    _, conversation_id = a_session(desk, private="Seemed afraid")
    desk.conversations.correct(
        conversation_id, "a", Answer(rating=4, private="Seemed very afraid"), "said so"
    )
    note = Thing(BinKind.PRIVATE_NOTE, "person-1", conversation_id, "a")
    desk.bin.put_away(note)
    (shown,) = desk.people.overview("person-1").history.conversations
    assert shown.answer("a") == Answer(rating=4)
    (correction,) = desk.conversations.corrections(conversation_id)
    assert (correction.before.private, correction.after.private) == ("", "")
    assert [each.thing for each in in_bin(desk)] == [note]
    desk.bin.take_out(note)
    (correction,) = desk.conversations.corrections(conversation_id)
    assert correction.after.private == "Seemed very afraid"


def test_a_note_written_where_one_is_in_the_bin_is_seen(desk: Desk) -> None:
    _, conversation_id = a_session(desk, private="Seemed afraid")
    desk.bin.put_away(Thing(BinKind.PRIVATE_NOTE, "person-1", conversation_id, "a"))
    desk.conversations.correct(conversation_id, "a", Answer(rating=3, private="Was calm"), "for the record")
    (shown,) = desk.people.overview("person-1").history.conversations
    assert shown.answer("a").private == "Was calm"
    assert list(desk.bin.all()) == []


def test_correcting_a_rating_leaves_a_note_in_the_bin_where_it_is(desk: Desk) -> None:
    _, conversation_id = a_session(desk, private="Seemed afraid")
    desk.bin.put_away(Thing(BinKind.PRIVATE_NOTE, "person-1", conversation_id, "a"))
    desk.conversations.correct(conversation_id, "a", Answer(rating=5), "misheard")
    assert kinds(desk) == [BinKind.PRIVATE_NOTE]


def test_only_who_wrote_a_reflection_puts_it_away_and_sees_it_in_the_bin(
    desk: Desk, store: MemoryStore
) -> None:
    session_id, _ = a_session(desk)
    written = desk.reflections.keep(session_id, "person-1", "I talked too much").value
    thing = Thing(BinKind.REFLECTION, "person-1", written.id)
    other = open_desk(store, "practitioner-2", pack(), RememberingWriter(), FixedClock(), CountingIds())
    other.settling_in.introduce(Practitioner("practitioner-2", "Jon"))
    with pytest.raises(RecordMissingError):
        other.bin.put_away(thing)
    desk.bin.put_away(thing)
    assert desk.reflections.look(session_id, "person-1").words == ""
    assert list(other.bin.all()) == []
    assert [(each.thing, each.day) for each in in_bin(desk)] == [(thing, FIRST_DAY)]


def test_words_for_a_reflection_in_the_bin_are_seen(desk: Desk) -> None:
    session_id, _ = a_session(desk)
    written = desk.reflections.keep(session_id, "person-1", "I talked too much").value
    desk.bin.put_away(Thing(BinKind.REFLECTION, "person-1", written.id))
    desk.reflections.keep(session_id, "person-1", "I listened")
    assert desk.reflections.look(session_id, "person-1").words == "I listened"


def test_a_plan_comes_back_as_it_was(desk: Desk) -> None:
    plan_id = desk.plans.begin("person-1").value.id
    outcome_id = desk.outcomes.add(plan_id, "A home").value.id
    before = desk.plans.active("person-1")
    thing = desk.bin.put_away(Thing(BinKind.PLAN, "person-1", plan_id)).value
    assert desk.plans.active("person-1") is None
    assert list(desk.plans.every("person-1")) == []
    with pytest.raises(RecordMissingError):
        desk.outcomes.word(outcome_id, "A flat")
    desk.bin.take_out(thing)
    assert desk.plans.active("person-1") == before


def test_a_plan_comes_back_as_an_earlier_one_when_another_was_begun_since(desk: Desk) -> None:
    first = desk.plans.begin("person-1").value.id
    thing = desk.bin.put_away(Thing(BinKind.PLAN, "person-1", first)).value
    second = desk.plans.begin("person-1").value.id
    desk.bin.take_out(thing)
    active = desk.plans.active("person-1")
    assert active is not None
    assert active.id == second
    assert [each.id for each in desk.plans.every("person-1")] == [first, second]


def test_how_a_plan_stood_and_its_print_go_with_it(desk: Desk) -> None:
    plan_id = desk.plans.begin("person-1").value.id
    desk.outcomes.add(plan_id, "A home")
    a_session(desk)
    assert len(desk.plans.history("person-1")) == 1
    sheet = desk.sheets.plan("person-1", Paper.A4)
    desk.sheets.keep(sheet, Action.PRINTED)
    desk.bin.put_away(Thing(BinKind.PLAN, "person-1", plan_id))
    assert list(desk.plans.history("person-1")) == []
    assert list(desk.sheets.kept("person-1")) == []
    assert plan_sheet().plan.id != plan_id


def test_worksheets_taken_off_by_an_earlier_version_are_in_the_bin_too(desk: Desk) -> None:
    desk.worksheets.keep(replace(worksheet(), removed=True))
    (lying,) = in_bin(desk)
    assert (lying.thing.kind, lying.title, lying.since) == (BinKind.WORKSHEET, worksheet().title, "")
    desk.bin.take_out(lying.thing)
    assert [each.id for each in desk.worksheets.of("person-1")] == [lying.thing.id]
    assert list(desk.bin.all()) == []


def test_a_thing_of_a_person_in_the_bin_comes_out_after_them(desk: Desk) -> None:
    _, conversation_id = a_session(desk)
    desk.bin.put_away(conversation(conversation_id))
    desk.bin.put_away(PERSON)
    (group,) = desk.bin.all()
    assert [each.thing.id for each in group.things] == [conversation_id]
    assert [each.thing for each in group.heads] == [PERSON]
    with pytest.raises(PersonInBinError):
        desk.bin.take_out(conversation(conversation_id))
    desk.bin.take_out(PERSON)
    assert held(desk) == []
    desk.bin.take_out(conversation(conversation_id))
    assert held(desk) == [conversation_id]


def test_what_is_blocked_is_not_in_the_bin(desk: Desk, store: MemoryStore) -> None:
    _, conversation_id = a_session(desk)
    desk.bin.put_away(conversation(conversation_id))
    with store.begin(Stamp("practitioner-1", "2026-11-24T10:42:00+00:00")) as unit:
        unit.withheld.put_away(Entity(EntityKind.PERSON, "person-1"), Keeping.BLOCKED)
        unit.commit()
    assert list(desk.bin.all()) == []
    with pytest.raises(PersonInBinError):
        desk.bin.take_out(conversation(conversation_id))


def test_everything_of_two_people_is_listed_by_name(desk: Desk) -> None:
    desk.people.save(person("person-2", "Abel"))
    desk.bin.put_away(PERSON)
    desk.bin.put_away(whole("person-2"))
    assert [each.name for each in desk.bin.all()] == ["Abel", "Ana M."]


def test_it_is_told_when_a_thing_was_put_away(store: MemoryStore) -> None:
    clock = FixedClock()
    desk = desk_in_memory(pack(), store, clock)
    desk.people.save(person())
    clock.moment = datetime(2026, 12, 1, 9, 5, tzinfo=UTC)
    desk.bin.put_away(PERSON)
    (lying,) = in_bin(desk)
    assert lying.since == "2026-12-01T09:05:00+00:00"
