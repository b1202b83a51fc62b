"""Destroying what lay in the bin for its time, on the memory store.

These tests must not know how the store keeps things.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from iroc_desktop.domain.bin import BinKind, Thing, whole_person
from iroc_desktop.domain.erasure import NameDiffersError
from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.people import Practitioner, Role
from iroc_desktop.domain.retention import IN_THE_BIN
from iroc_desktop.domain.roles import LeadsOnlyError
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.summary import Paper
from iroc_desktop.services.desk import Desk
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import FixedClock, desk_in_memory
from tests.fakes.memory_store import MemoryStore

ANA = whole_person("person-1")
WHY = "Its time had passed"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(store: MemoryStore, clock: FixedClock) -> Desk:
    made = desk_in_memory(pack(), store, clock)
    made.people.save(person())
    made.retention.set_rule(IN_THE_BIN, 1)
    return made


def lain(desk: Desk, clock: FixedClock, thing: Thing) -> Thing:
    """Put a thing away, and let its time pass."""
    desk.bin.put_away(thing)
    clock.moment = datetime(2027, 2, 24, tzinfo=UTC)
    return thing


def a_conversation(desk: Desk) -> Thing:
    sitting = desk.sessions.begin("person-1", FIRST_DAY).value
    desk.conversations.rate(sitting.conversation.id, "a", 3)
    desk.sessions.finish(sitting.session.id)
    return Thing(BinKind.CONVERSATION, "person-1", sitting.conversation.id)


def contents(store: MemoryStore, kind: str) -> int:
    return sum(each.entity.kind == kind and each.content is not None for each in store.operations)


def test_a_person_is_destroyed_with_everything(desk: Desk, clock: FixedClock, store: MemoryStore) -> None:
    a_conversation(desk)
    assert desk.purging.purge(lain(desk, clock, ANA), "Ana M.", "ana m.", WHY).value > 1
    assert list(desk.bin.all()) == []
    assert contents(store, "conversation") == 0
    desk.bin.take_out(ANA)
    assert list(desk.people.find("")) == []


def test_a_conversation_goes_with_its_session_and_its_prints_and_the_person_stays(
    desk: Desk, clock: FixedClock, store: MemoryStore
) -> None:
    thing, other = a_conversation(desk), a_conversation(desk)
    desk.summaries.keep(desk.summaries.draft(thing.id, "en", Paper.A4), Action.PRINTED)
    desk.purging.purge(lain(desk, clock, thing), "Ana M.", "Ana M.", WHY)
    found = desk.people.overview("person-1")
    assert [each.id for each in found.history.conversations] == [other.id]
    assert list(found.summaries) == []
    assert contents(store, "summary") == 0
    assert len(desk.sessions.of("person-1")) == 1


def test_a_session_in_progress_goes_for_good(desk: Desk, clock: FixedClock) -> None:
    waiting = desk.sessions.begin("person-1", FIRST_DAY).value.conversation
    thing = lain(desk, clock, Thing(BinKind.SESSION, "person-1", waiting.id))
    desk.purging.purge(thing, "Ana M.", "Ana M.", WHY)
    assert list(desk.bin.all()) == []
    assert desk.sessions.in_progress("person-1") is None
    with pytest.raises(RecordMissingError):
        desk.conversations.resume(waiting.id)


def test_a_plan_goes_with_its_steps_and_its_print_does_not_come_back(
    desk: Desk, clock: FixedClock, store: MemoryStore
) -> None:
    plan_id = desk.plans.begin("person-1").value.id
    outcome = desk.outcomes.add(plan_id, "A home").value.id
    desk.steps.add(plan_id, outcome, "Ask")
    desk.sheets.keep(desk.sheets.plan("person-1", Paper.A4), Action.PRINTED)
    a_conversation(desk)
    desk.purging.purge(lain(desk, clock, Thing(BinKind.PLAN, "person-1", plan_id)), "Ana M.", "Ana M.", WHY)
    assert contents(store, "step") == 0
    assert contents(store, "plan_snapshot") == 0
    assert list(desk.sheets.kept("person-1")) == []
    assert list(desk.plans.every("person-1")) == []


def test_nothing_is_destroyed_before_its_time(desk: Desk) -> None:
    desk.bin.put_away(ANA)
    with pytest.raises(RecordMissingError):
        desk.purging.purge(ANA, "Ana M.", "Ana M.", WHY)
    desk.bin.take_out(ANA)
    assert desk.people.overview("person-1").person == person()


def test_nothing_is_destroyed_unless_the_name_was_typed(desk: Desk, clock: FixedClock) -> None:
    lain(desk, clock, ANA)
    with pytest.raises(NameDiffersError):
        desk.purging.purge(ANA, "Ana M.", "Ana", WHY)
    desk.bin.take_out(ANA)


def test_only_a_team_lead_destroys(desk: Desk, clock: FixedClock) -> None:
    lain(desk, clock, ANA)
    desk.settling_in.introduce(Practitioner("practitioner-2", "Jon", Role.TEAM_LEAD))
    with pytest.raises(LeadsOnlyError):
        desk.purging.purge(ANA, "Ana M.", "Ana M.", WHY)
    desk.bin.take_out(ANA)
