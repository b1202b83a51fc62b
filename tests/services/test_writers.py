"""Who wrote it: the first practitioner who put it there, also one who works here no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from iroc_desktop.domain.keyed import LINE
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.people import Practitioner
from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.services.desk import Desk, open_desk
from iroc_desktop.services.writers import Piece, Writers, Written
from tests.fakes.builders import pack, person
from tests.fakes.desk import PRACTITIONER_ID, CountingIds, FixedClock, RememberingWriter, desk_in_memory
from tests.fakes.memory_store import MemoryStore

PERSON = Piece(Entity(EntityKind.PERSON, "person-1"))
DAY = date(2026, 11, 24)


def two_desks() -> tuple[Desk, Desk, MemoryStore]:
    """Return Marta's and Ana's desk on one record, with one person in it that Marta wrote."""
    store = MemoryStore()
    martas = desk_in_memory(pack(), store)
    martas.settling_in.introduce(Practitioner("ana", "Ana"))
    anas = open_desk(store, "ana", pack(), RememberingWriter(), FixedClock(), CountingIds(made=100))
    martas.people.save(person())
    return martas, anas, store


def test_the_first_writer_stays_the_writer_whoever_changes_it_later() -> None:
    _, anas, _ = two_desks()
    anas.people.save(replace(person(), site="module 4"))
    assert Writers(anas.work).writer_of(PERSON) == Written("Marta", DAY)


def test_a_line_has_a_writer_of_its_own() -> None:
    martas, anas, _ = two_desks()
    ids = [
        each.staying_well.add("person-1", StayingWellSection.TRIGGERS, words).value.id
        for each, words in ((martas, "noise"), (anas, "being alone"))
    ]
    whole = Entity(EntityKind.STAYING_WELL, "person-1")
    pieces = [Piece(whole, f"{LINE}/{each}") for each in ids]
    found = Writers(martas.work).writers_of(pieces)
    assert [found[each].by for each in pieces] == ["Marta", "Ana"]


def test_the_id_of_a_line_is_not_mistaken_for_the_beginning_of_another() -> None:
    martas, _, _ = two_desks()
    line = martas.staying_well.add("person-1", StayingWellSection.TRIGGERS, "noise").value
    whole = Entity(EntityKind.STAYING_WELL, "person-1")
    assert Writers(martas.work).writer_of(Piece(whole, f"{LINE}/{line.id[:-1]}")) is None


def test_what_nobody_wrote_has_no_writer() -> None:
    martas, _, _ = two_desks()
    assert Writers(martas.work).writers_of([Piece(Entity(EntityKind.PLAN, "none"))]) == {}


def test_looking_and_printing_is_not_writing() -> None:
    martas, anas, _ = two_desks()
    other = Entity(EntityKind.PERSON, "somebody")
    with anas.work.begin() as unit:
        unit.log.note(other, Action.PRINTED)
        unit.commit()
    assert Writers(martas.work).writer_of(Piece(other)) is None


def test_what_was_destroyed_has_no_writer() -> None:
    martas, _, store = two_desks()
    store.operations = [
        replace(each, content=None) if each.entity == PERSON.entity else each for each in store.operations
    ]
    assert Writers(martas.work).writer_of(PERSON) is None


def test_a_practitioner_whom_the_record_does_not_know_has_no_name() -> None:
    martas, _, _ = two_desks()
    writers = Writers(martas.work)
    assert (writers.name_of(PRACTITIONER_ID), writers.name_of("stranger")) == ("Marta", "")


def test_neither_names_nor_days_of_writing_tell_who_in_a_repr() -> None:
    assert "Marta" not in repr(Written("Marta", DAY))
