"""Tests of what is noted about looking and about what leaves the record.

They must not count on more than the log itself says.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from iroc_desktop.domain.audit import Deed, Entry, Wanted
from iroc_desktop.domain.operations import Action, Entity, EntityKind, OperationId
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.store_errors import PlaceFullError
from iroc_desktop.services.desk import Desk
from iroc_desktop.services.ports import Stamp
from tests.fakes import builders
from tests.fakes.desk import PRACTITIONER_ID, FixedClock, desk_in_memory
from tests.fakes.memory_store import MemoryStore

ANA = Entity(EntityKind.PERSON, "person-1")


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(store: MemoryStore) -> Desk:
    opened = desk_in_memory(builders.pack(), store)
    opened.people.save(Person("person-1", "Ana"))
    return opened


def noted(store: MemoryStore) -> list[Entry]:
    """Return the newest entries, newest first."""
    with store.begin(Stamp("", "")) as unit:
        return list(unit.log.entries(Wanted(), None, 99).entries)


def test_an_unlock_is_noted_with_whoever_unlocked(desk: Desk, store: MemoryStore) -> None:
    desk.trail.unlocked()
    entry = noted(store)[0]
    assert (entry.deed, entry.entity) == (
        Deed.UNLOCKED,
        Entity(EntityKind.PRACTITIONER, PRACTITIONER_ID),
    )
    assert entry.author == PRACTITIONER_ID


def test_what_is_opened_is_noted_and_changes_nothing(desk: Desk, store: MemoryStore) -> None:
    before = desk.people.overview("person-1")
    desk.trail.opened(ANA)
    assert (noted(store)[0].deed, noted(store)[0].person_id) == (Deed.OPENED, "person-1")
    assert desk.people.overview("person-1") == before


def test_a_plan_is_noted_under_its_own_id_and_only_where_there_is_one(desk: Desk, store: MemoryStore) -> None:
    before = noted(store)
    desk.trail.opened_plan("person-1")
    assert noted(store) == before
    begun = desk.plans.begin("person-1").value
    desk.trail.opened_plan("person-1")
    assert (noted(store)[0].deed, noted(store)[0].entity) == (Deed.OPENED, Entity(EntityKind.PLAN, begun.id))


def test_a_picture_that_leaves_is_noted_with_its_person(desk: Desk, store: MemoryStore) -> None:
    desk.trail.exported("person-1")
    assert (noted(store)[0].deed, noted(store)[0].person_id) == (Deed.EXPORTED, "person-1")


def test_a_copied_backup_is_noted(desk: Desk, store: MemoryStore) -> None:
    assert desk.backups is not None
    desk.backups.copy_to(Path("stick"))
    entry = noted(store)[0]
    assert (entry.deed, entry.entity.kind, entry.person_id) == (Deed.EXPORTED, EntityKind.ORGANISATION, "")


def test_a_copy_that_failed_is_not(desk: Desk, store: MemoryStore) -> None:
    assert desk.backups is not None
    store.backups.trouble = PlaceFullError(2, 1)
    before = noted(store)
    with pytest.raises(PlaceFullError):
        desk.backups.copy_to(Path("stick"))
    assert noted(store) == before


def test_looking_makes_no_backup_due_but_printing_does(desk: Desk, store: MemoryStore) -> None:
    assert desk.backups is not None
    first = desk.backups.back_up_now().value
    desk.trail.unlocked()
    desk.trail.opened(ANA)
    assert desk.backups.back_up_now().value == first
    with store.begin(Stamp(PRACTITIONER_ID, "")) as unit:
        unit.log.note(ANA, Action.PRINTED)
        unit.commit()
    assert desk.backups.back_up_now().value != first


def test_a_record_that_was_always_here_was_not_brought_back(desk: Desk, store: MemoryStore) -> None:
    desk.trail.unlocked()
    desk.trail.unlocked()
    assert Deed.BROUGHT_BACK not in [each.deed for each in noted(store)]


def test_the_clock_claims_when(store: MemoryStore) -> None:
    clock = FixedClock()
    desk_in_memory(builders.pack(), store, clock).trail.unlocked()
    assert date.fromisoformat(noted(store)[0].claimed_at[:10]) == clock.today()
    assert noted(store)[0].id == OperationId("memory", len(noted(store)))
