"""Erasure: two steps, team leads only, confirmed by the name; nothing is shown that was not asked for."""

from __future__ import annotations

import pytest

from iroc_desktop.domain.conversation import ReasonMissingError
from iroc_desktop.domain.erasure import NameDiffersError, NotBlockedError
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.people import Person, Practitioner, Role
from iroc_desktop.domain.roles import LeadsOnlyError
from iroc_desktop.domain.store_errors import BackupDamagedError, DiskFullError, RecordMissingError
from iroc_desktop.services.desk import Desk, open_desk
from iroc_desktop.services.ports import Stamp
from tests.fakes import session_builders as made
from tests.fakes.builders import conversation, pack
from tests.fakes.desk import CountingIds, FixedClock, RememberingWriter, desk_in_memory
from tests.fakes.memory_store import MemoryStore

ANA = Entity(EntityKind.PERSON, "ana-0123")


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(store: MemoryStore) -> Desk:
    opened = desk_in_memory(pack(), store)
    with store.begin(Stamp("practitioner-1", made.AT)) as unit:
        unit.people.put(Person(ANA.id, "Ana M."))
        unit.people.put(Person("bea", "Bea"))
        unit.conversations.add(conversation("held", of=ANA.id, complete=True))
        made.write_one_of_each(unit, ANA.id)
        unit.commit()
    return opened


@pytest.fixture
def colleague(desk: Desk, store: MemoryStore) -> Desk:
    """Return the desk of a practitioner who is no team lead."""
    with store.begin(Stamp("practitioner-1", made.AT)) as unit:
        unit.practitioners.put(Practitioner("practitioner-1", "Marta", Role.TEAM_LEAD))
        unit.practitioners.put(Practitioner("luc", "Luc"))
        unit.commit()
    return open_desk(store, "luc", desk.pack, RememberingWriter(), FixedClock(), CountingIds())


def names(desk: Desk) -> list[str]:
    return [each.person.preferred_name for each in desk.people.find("")]


def test_a_blocked_person_is_in_no_list_and_stands_as_a_code(desk: Desk) -> None:
    done = desk.erasing.block(ANA.id, " asked to be forgotten ")
    assert done.changes.touches(ANA.id)
    assert names(desk) == ["Bea"]
    (blocked,) = desk.erasing.standing().blocked
    assert (blocked.code, blocked.by, blocked.since[:10]) == ("ana-0123", "Marta", "2026-11-24")
    assert "Ana" not in repr(blocked)
    with pytest.raises(RecordMissingError):
        desk.people.overview(ANA.id)


def test_the_name_is_told_when_asked_for_and_that_is_noted(desk: Desk, store: MemoryStore) -> None:
    desk.erasing.block(ANA.id, "asked to be forgotten")
    named = desk.erasing.name_of(ANA.id)
    assert (named.name, named.reason) == ("Ana M.", "asked to be forgotten")
    assert store.operations[-1].action is Action.OPENED
    assert store.operations[-1].entity == ANA
    assert "Ana" not in repr(named)


def test_blocking_can_be_lifted_and_all_is_as_it_was(desk: Desk) -> None:
    before = desk.people.overview(ANA.id)
    desk.erasing.block(ANA.id, "a mistake")
    desk.erasing.unblock(ANA.id, "was a mistake")
    assert desk.people.overview(ANA.id) == before
    assert desk.erasing.standing().blocked == []


def test_blocking_asks_for_a_reason(desk: Desk) -> None:
    with pytest.raises(ReasonMissingError):
        desk.erasing.block(ANA.id, "  ")
    assert names(desk) == ["Ana M.", "Bea"]


def test_nobody_is_destroyed_who_was_not_blocked_first(desk: Desk) -> None:
    with pytest.raises(NotBlockedError):
        desk.erasing.destroy(ANA.id, "Ana M.")
    with pytest.raises(NotBlockedError):
        desk.erasing.destroy_entities([Entity(EntityKind.CONVERSATION, "held"), ANA])
    with pytest.raises(NotBlockedError):
        desk.erasing.name_of(ANA.id)
    assert names(desk) == ["Ana M.", "Bea"]
    assert desk.conversations.whose("held").id == ANA.id


@pytest.mark.parametrize("typed", ["", "Ana", "Bea", "yes"])
def test_another_name_destroys_nothing(desk: Desk, store: MemoryStore, typed: str) -> None:
    desk.erasing.block(ANA.id, "asked")
    before = list(store.operations)
    with pytest.raises(NameDiffersError):
        desk.erasing.destroy(ANA.id, typed)
    assert store.operations == before


@pytest.mark.parametrize("typed", ["Ana M.", " ana m. ", "ana-0123"])
def test_the_name_or_the_code_destroys_everything(desk: Desk, store: MemoryStore, typed: str) -> None:
    desk.erasing.block(ANA.id, "asked")
    done = desk.erasing.destroy(ANA.id, typed)
    assert done.value > 10
    assert "Ana" not in repr([each.content and dict(each.content.fields) for each in store.operations])
    standing = desk.erasing.standing()
    assert standing.blocked == []
    assert [(each.code, each.by) for each in standing.gone] == [("ana-0123", "Marta")]
    with pytest.raises(RecordMissingError):
        desk.erasing.block(ANA.id, "again")
    with pytest.raises(RecordMissingError):
        desk.erasing.destroy(ANA.id, typed)


def test_a_single_record_can_be_destroyed(desk: Desk) -> None:
    done = desk.erasing.destroy_entities([Entity(EntityKind.CONVERSATION, "held")])
    assert (done.value, done.changes.conversations_of) == (1, frozenset({ANA.id}))
    assert desk.people.overview(ANA.id).history.conversations == ()
    assert desk.erasing.standing().gone == []


def test_what_lies_beside_is_told_and_seen_to(desk: Desk, store: MemoryStore) -> None:
    store.copies.waiting = ["new", "old"]
    assert desk.erasing.standing().behind == ()
    desk.erasing.block(ANA.id, "asked")
    desk.erasing.destroy(ANA.id, "Ana M.")
    assert desk.erasing.standing().behind == ("new", "old")
    desk.erasing.sweep()
    assert desk.erasing.go_on().value
    assert not desk.erasing.go_on().value
    assert not desk.erasing.go_on().value
    assert desk.erasing.standing().behind == ()
    assert store.copies.swept == 1


def test_a_damaged_backup_does_not_hold_up_the_others_and_can_be_thrown_away(
    desk: Desk, store: MemoryStore
) -> None:
    store.copies.waiting = ["damaged", "good"]
    store.copies.stubborn = {"damaged": BackupDamagedError()}
    desk.erasing.block(ANA.id, "asked")
    desk.erasing.destroy(ANA.id, "Ana M.")
    assert desk.erasing.go_on().value
    assert not desk.erasing.go_on().value
    standing = desk.erasing.standing()
    assert (standing.behind, standing.stuck) == (("damaged",), ["damaged"])
    desk.erasing.discard_backup("damaged")
    assert desk.erasing.standing().behind == ()


def test_a_full_disk_stops_and_it_goes_on_later(desk: Desk, store: MemoryStore) -> None:
    store.copies.waiting = ["one"]
    store.copies.stubborn = {"one": DiskFullError()}
    desk.erasing.block(ANA.id, "asked")
    desk.erasing.destroy(ANA.id, "Ana M.")
    with pytest.raises(DiskFullError):
        desk.erasing.go_on()
    store.copies.stubborn.clear()
    desk.erasing.go_on()
    assert desk.erasing.standing().behind == ()


def test_copies_that_left_the_machine_are_told_by_day(desk: Desk) -> None:
    assert desk.erasing.standing().copied_out == []
    desk.trail.exported_everything()
    (told,) = desk.erasing.standing().copied_out
    assert told.startswith("2026-11-24")


def test_only_team_leads_come_near_any_of_it(colleague: Desk) -> None:
    erasing = colleague.erasing
    for refused in (
        erasing.standing,
        erasing.sweep,
        lambda: erasing.block(ANA.id, "asked"),
        lambda: erasing.unblock(ANA.id),
        lambda: erasing.name_of(ANA.id),
        lambda: erasing.destroy(ANA.id, "Ana M."),
        lambda: erasing.destroy_entities([Entity(EntityKind.CONVERSATION, "held")]),
        lambda: erasing.discard_backup("old"),
        lambda: erasing.destroy_old_copy("old"),
    ):
        with pytest.raises(LeadsOnlyError):
            refused()
    assert names(colleague) == ["Ana M.", "Bea"]


def test_anybody_may_finish_what_a_lead_began(desk: Desk, colleague: Desk, store: MemoryStore) -> None:
    store.copies.waiting = ["old"]
    desk.erasing.block(ANA.id, "asked")
    desk.erasing.destroy(ANA.id, "Ana M.")
    colleague.erasing.go_on()
    assert desk.erasing.standing().behind == ()
