"""Two and three machines with real stores exchange by folders, through the services: nothing is lost.

These tests must not reach into a store but to compare what its tables say.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from iroc_desktop.domain.merging import Encounter
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.arrivals import Standing
from iroc_desktop.services.ports import Stamp
from tests.exchange.conftest import ANA
from tests.exchange.pcs import Pc, swap

STAMP = Stamp("nobody", "2026-11-24T10:42:00+00:00")


def site_of(pc: Pc) -> str:
    return pc.desk.people.overview("ana").person.site


def test_both_ways_twice_ends_in_equal_records(one: Pc, two: Pc, stick: Path) -> None:
    two.desk.people.save(Person("luc", "Luc"))
    swap(stick, one, two)
    swap(stick, one, two)
    assert one.digest() == two.digest()
    assert {each.person.id for each in two.desk.people.find("")} == {"ana", "luc"}
    assert one.store.verify().good
    assert two.store.verify().good


def test_opposite_edits_are_a_conflict_that_is_settled_once_for_all(one: Pc, two: Pc, stick: Path) -> None:
    swap(stick, one, two)
    one.desk.people.save(replace(ANA, site="4"))
    two.desk.people.save(replace(ANA, site="5"))
    receipt = two.take(one.export(stick, two))
    assert receipt.counts[Encounter.CONFLICT] == 1
    one.take(two.export(stick, one))
    assert site_of(one) == site_of(two)
    (conflict,) = one.desk.conflicts.of("ana")
    assert {each.value for each in conflict.sides} == {"4", "5"}
    one.desk.conflicts.settle(conflict, "6")
    two.take(one.export(stick, two))
    assert site_of(two) == "6"
    assert two.desk.conflicts.all() == []
    assert one.digest() == two.digest()


def test_the_other_machines_wrong_clock_decides_nothing(one: Pc, two: Pc, stick: Path) -> None:
    swap(stick, one, two)
    two.desk.people.save(replace(ANA, site="from 2031"))
    swap(stick, one, two)
    one.desk.people.save(replace(ANA, site="after it"))
    swap(stick, one, two)
    assert site_of(one) == site_of(two) == "after it"


def test_who_is_destroyed_on_one_is_gone_on_both(one: Pc, two: Pc, stick: Path) -> None:
    old = one.export(stick, two)
    swap(stick, one, two)
    one.desk.people.save(replace(ANA, site="late"))
    two.desk.erasing.block("ana", "asked for it")
    two.desk.erasing.destroy("ana", "Ana López")
    importing = one.exchange.importing
    preview = importing.preview(importing.look(two.export(stick, one)))
    (told,) = preview.people
    assert told.counts == {Encounter.ERASED: 1}
    assert preview.names == {"ana": "Ana López"}
    assert site_of(one) == "late"
    importing.take(preview)
    two.take(one.export(stick, two))
    two.take(old)
    for pc in (one, two):
        with pytest.raises(RecordMissingError):
            pc.desk.people.overview("ana")
        assert pc.store.verify().good
    assert one.digest() == two.digest()


def test_who_is_left_out_is_not_seen_until_taken_up(one: Pc, two: Pc, stick: Path) -> None:
    swap(stick, one, two)
    one.desk.people.save(Person("luc", "Luc"))
    one.desk.people.save(Person("zoe", "Zoë"))
    assert two.take(one.export(stick, two), {"luc"}).left_out == ("luc",)
    assert {each.person.id for each in two.desk.people.find("")} == {"ana", "zoe"}
    one.desk.people.save(Person("luc", "Luc", site="later"))
    two.take(one.export(stick, two))
    assert {each.person.id for each in two.desk.people.find("")} == {"ana", "zoe"}
    (waiting,) = two.exchange.held_back.people()
    assert (waiting.name, waiting.changes) == ("Luc", 2)
    two.exchange.held_back.take_up(["luc"])
    assert two.exchange.held_back.people() == []
    swap(stick, one, two)
    assert one.digest() == two.digest()


def test_an_import_is_undone_after_a_restart_and_done_again(one: Pc, two: Pc, stick: Path) -> None:
    swap(stick, one, two)
    before = two.digest()
    one.desk.people.save(replace(ANA, site="9"))
    one.desk.people.save(Person("luc", "Luc"))
    path = one.export(stick, two)
    two.take(path)
    after = two.digest()
    two.reopen()
    receipt = two.exchange.held_back.undo_last().value
    assert receipt.undone_at
    assert two.digest() == before
    two.reopen()
    assert two.exchange.held_back.can_undo() is None
    assert two.exchange.importing.look(path).standing is Standing.UNDONE
    two.take(path)
    assert two.digest() == after
    assert two.exchange.held_back.people() == []


def test_a_restored_machine_keeps_its_card_and_gets_back_what_it_lost(one: Pc, two: Pc, stick: Path) -> None:
    assert two.desk.backups is not None
    backup = two.desk.backups.back_up_now().value
    swap(stick, one, two)
    two.desk.people.save(Person("luc", "Luc"))
    swap(stick, one, two)
    card, before = two.exchange.machines.own(), two.digest()
    with two.store.begin(STAMP) as unit:
        replica = unit.peers.replica
    two.restore(backup.name)
    assert two.exchange.machines.own() == card
    assert list(two.desk.people.find("")) == []
    with two.store.begin(STAMP) as unit:
        assert unit.peers.replica != replica
    one.take(two.export(stick, one))
    two.take(one.export(stick, two))
    assert two.digest() == before == one.digest()
    two.desk.people.save(replace(ANA, site="after"))
    one.take(two.export(stick, one))
    assert site_of(one) == "after"
    assert one.store.verify().good
    assert two.store.verify().good


def test_a_machine_that_was_sent_away_stays_so_when_a_backup_is_brought_back(one: Pc, two: Pc) -> None:
    assert one.desk.backups is not None
    backup = one.desk.backups.back_up_now().value
    one.exchange.machines.revoke(two.machine_id)
    one.restore(backup.name)
    (peer,) = one.exchange.machines.all()
    assert not peer.trusted
