"""The contract of the log as a trail, on the in-memory fake and on SQLCipher.

It must not know which of the two it runs on.
"""

from __future__ import annotations

from datetime import date

import pytest

from iroc_desktop.domain.audit import Deed, Entry, Wanted
from iroc_desktop.domain.chains import Checking
from iroc_desktop.domain.conversation import Answer
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.withheld import Keeping
from iroc_desktop.services.ports import Stamp, Store
from tests.fakes.builders import conversation
from tests.fakes.session_builders import write_one_of_each

MARTA = Stamp("practitioner-1", "2026-11-23T10:42:00+00:00")
JOAN = Stamp("practitioner-2", "2026-11-24T23:59:59+01:00")
ANA = Entity(EntityKind.PERSON, "person-1")
BEA = Entity(EntityKind.PERSON, "person-2")
EVERYTHING = Wanted()
HELD = Entity(EntityKind.CONVERSATION, "held")


@pytest.fixture
def told(store: Store) -> Store:
    """Return a store in which two practitioners did this and that with two people."""
    with store.begin(MARTA) as unit:
        unit.people.put(Person("person-1", "Ana"))
        unit.people.put(Person("person-2", "Bea"))
        unit.conversations.add(
            conversation("held", date(2026, 11, 3), {"a": Answer(rating=3)}, complete=True)
        )
        unit.log.note(HELD, Action.PRINTED)
        unit.commit()
    with store.begin(JOAN) as unit:
        unit.log.note(ANA, Action.OPENED)
        unit.conversations.correct("held", "a", Answer(rating=4), "misheard")
        unit.withheld.put_away(BEA, Keeping.IN_BIN)
        unit.withheld.put_away(HELD, Keeping.IN_BIN, "answer/a/private", about="person-1")
        unit.commit()
    return store


def asked(store: Store, wanted: Wanted = EVERYTHING, limit: int = 99) -> list[Entry]:
    """Return what the log answers, page after page."""
    found: list[Entry] = []
    before: int | None = None
    while before != 0:
        with store.begin(MARTA) as unit:
            page = unit.log.entries(wanted, before, limit)
        assert len(page.entries) <= limit
        found += page.entries
        before = page.searched_to
    return found


def deeds(entries: list[Entry]) -> list[tuple[Deed, str]]:
    return [(each.deed, each.entity.id) for each in entries]


def test_the_newest_entry_comes_first(told: Store) -> None:
    assert deeds(asked(told)) == [
        (Deed.PUT_AWAY, "held"),
        (Deed.PUT_AWAY, "person-2"),
        (Deed.CORRECTED, "held"),
        (Deed.OPENED, "person-1"),
        (Deed.PRINTED, "held"),
        (Deed.WROTE, "held"),
        (Deed.WROTE, "person-2"),
        (Deed.WROTE, "person-1"),
    ]


def test_an_entry_says_who_when_and_which_fields_but_nothing_that_was_written(told: Store) -> None:
    entry = asked(told, Wanted(deed=Deed.CORRECTED))[0]
    assert (entry.author, entry.claimed_at) == (JOAN.practitioner_id, JOAN.claimed_at)
    assert (entry.changed, entry.person_id) == (("answer/a/rating",), "person-1")
    assert "misheard" not in repr(entry)


def test_pages_follow_each_other_without_gap_or_overlap(told: Store) -> None:
    assert asked(told, limit=3) == asked(told)
    assert len(asked(told)) == 8


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(practitioner_id="practitioner-2"), 4),
        (Wanted(practitioner_id="nobody"), 0),
        (Wanted(person_id="person-1"), 6),
        (Wanted(person_id="person-2"), 2),
        (Wanted(person_id="person-1", deed=Deed.WROTE), 2),
        (Wanted(deed=Deed.WROTE), 3),
        (Wanted(deed=Deed.PUT_AWAY), 2),
        (Wanted(deed=Deed.BROUGHT_OUT), 0),
        (Wanted(deed=Deed.BLOCKED), 0),
        (Wanted(first=date(2026, 11, 24)), 4),
        (Wanted(last=date(2026, 11, 23)), 4),
        (Wanted(first=date(2026, 11, 23), last=date(2026, 11, 24)), 8),
        (Wanted(machine="elsewhere"), 0),
    ],
)
def test_what_is_asked_for_narrows(told: Store, wanted: Wanted, count: int) -> None:
    found = asked(told, wanted)
    assert len(found) == count
    assert found == [each for each in asked(told) if wanted.fits(each)]


def test_taking_out_and_blocking_have_names_of_their_own(told: Store) -> None:
    with told.begin(JOAN) as unit:
        unit.withheld.bring_out(BEA, Keeping.IN_BIN)
        unit.withheld.put_away(ANA, Keeping.BLOCKED)
        unit.withheld.bring_out(ANA, Keeping.BLOCKED)
        unit.commit()
    for deed in (Deed.BROUGHT_OUT, Deed.BLOCKED, Deed.UNBLOCKED):
        assert [each.deed for each in asked(told, Wanted(deed=deed))] == [deed]


def test_a_whole_record_in_the_bin_is_told_as_that_and_not_as_written(told: Store) -> None:
    with told.begin(JOAN) as unit:
        unit.withheld.put_away(HELD, Keeping.IN_BIN, about="person-1")
        unit.commit()
    assert deeds(asked(told, Wanted(deed=Deed.PUT_AWAY)))[0] == (Deed.PUT_AWAY, "held")
    assert len(asked(told, Wanted(deed=Deed.PUT_AWAY))) == 3
    assert len(asked(told, Wanted(deed=Deed.WROTE))) == 3


def test_every_kind_of_record_is_known_to_be_about_its_person(store: Store) -> None:
    with store.begin(MARTA) as unit:
        unit.people.put(Person("person-1", "Ana"))
        write_one_of_each(unit, "person-1")
        unit.commit()
    found = asked(store)
    about_nobody = {EntityKind.ARRANGEMENTS, EntityKind.FAVOURITES}
    kinds = {each.entity.kind for each in found}
    assert {EntityKind.OUTCOME, EntityKind.STEP, EntityKind.WORKSHEET, EntityKind.STAYING_WELL} <= kinds
    for each in found:
        assert (each.person_id == "person-1") is (each.entity.kind not in about_nobody), each
    assert asked(store, Wanted(person_id="person-1")) == [each for each in found if each.person_id]


def test_what_lies_in_the_bin_still_says_whose_it_is(told: Store) -> None:
    with told.begin(MARTA) as unit:
        write_one_of_each(unit, "person-1")
        plan = unit.plans.of("person-1")[0]
        unit.withheld.put_away(Entity(EntityKind.PLAN, plan.id), Keeping.IN_BIN)
        unit.commit()
    kinds = {each.entity.kind for each in asked(told, Wanted(person_id="person-1"))}
    assert {EntityKind.PLAN, EntityKind.STEP} <= kinds
    assert all(each.person_id for each in asked(told) if each.entity.kind is EntityKind.STEP)


def test_machines_begin_with_this_one(told: Store) -> None:
    with told.begin(MARTA) as unit:
        machines = unit.log.machines()
    assert len(machines) == 1
    assert len(asked(told, Wanted(machine=machines[0]))) == 8


@pytest.mark.parametrize("piece", [1, 3, 8, 100])
def test_the_chain_can_be_checked_in_pieces(told: Store, piece: int) -> None:
    with told.begin(MARTA) as unit:
        checking = Checking.of(unit.log.ends(), unit.log.machines())
        while not checking.done:
            following = unit.log.chain(checking.waiting[0], checking.seq, piece)
            checking = checking.onward(following)
    assert (checking.good, checking.checked, checking.total) == (True, 8, 8)
