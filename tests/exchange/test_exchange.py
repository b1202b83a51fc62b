"""Two and three machines with real stores exchange by folders, through the services: nothing is lost.

These tests must not reach into a store but to compare what its tables say.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from iroc_desktop.domain.conflicts import UnfitValueError
from iroc_desktop.domain.merging import Encounter
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.plan import Plan, Step
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.arrivals import Standing
from iroc_desktop.services.ports import Stamp
from tests.exchange.conftest import ANA, Make
from tests.exchange.pcs import Pc, swap

DAY = date(2026, 11, 24)
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


def test_three_machines_agree_though_two_of_them_never_met(make: Make, one: Pc, two: Pc, stick: Path) -> None:
    three = make("three")
    two.pair_with(three)
    swap(stick, one, two)
    one.desk.people.save(replace(ANA, site="from one"))
    swap(stick, one, two)
    receipt = three.take(two.export(stick, three))
    assert len(receipt.unknown_makers) == 1
    three.desk.people.save(replace(ANA, site="from three"))
    swap(stick, three, two)
    swap(stick, two, one)
    swap(stick, two, three)
    assert one.digest() == two.digest() == three.digest()
    assert site_of(one) == "from three"
    assert all(pc.store.verify().good for pc in (one, two, three))


def test_a_bundle_for_two_machines_is_read_by_both(make: Make, one: Pc, two: Pc, stick: Path) -> None:
    three = make("three")
    one.pair_with(three)
    two.take(one.export(stick, two))
    one.take(two.export(stick, one))
    one.desk.people.save(Person("luc", "Luc"))
    offer = one.exchange.exporting.offer([two.machine_id, three.machine_id])
    assert (offer.each[two.machine_id].changes, offer.each[two.machine_id].people) == (1, 1)
    assert offer.together.people == offer.each[three.machine_id].people == 2
    path = one.export(stick, two, three)
    two.take(path)
    three.take(path)
    for pc in (two, three):
        assert {each.person.id for each in pc.desk.people.find("")} == {"ana", "luc"}
        assert pc.store.verify().good


def test_the_preview_tells_each_person_and_hints_at_who_may_be_here_already(
    one: Pc, two: Pc, stick: Path
) -> None:
    swap(stick, one, two)
    two.desk.people.save(Person("other-ana", "Ana Lopez"))
    one.desk.people.save(Person("third-ana", "Ana Lopes"))
    one.desk.people.save(replace(ANA, site="4"))
    two.desk.people.save(replace(ANA, speaks="French"))
    before = two.digest()
    importing = two.exchange.importing
    preview = importing.preview(importing.look(one.export(stick, two)))
    told = {each.person_id: each for each in preview.people}
    assert told["third-ana"].counts == {Encounter.NEW: 1}
    assert set(told["third-ana"].possible_duplicates) == {"ana", "other-ana"}
    assert told["ana"].counts == {Encounter.PARALLEL: 1}
    assert preview.names == {"ana": "Ana López", "third-ana": "Ana Lopes"}
    assert two.digest() == before


def test_looking_is_no_news(one: Pc, two: Pc, stick: Path) -> None:
    swap(stick, one, two)
    swap(stick, one, two)
    one.desk.trail.opened(Entity(EntityKind.PERSON, "ana"))
    importing = two.exchange.importing
    preview = importing.preview(importing.look(one.export(stick, two)))
    assert not preview.brings_anything
    assert preview.arrival.new > 0


def test_a_left_out_person_takes_their_plan_along(one: Pc, two: Pc, stick: Path) -> None:
    swap(stick, one, two)
    one.desk.people.save(Person("luc", "Luc"))
    with one.store.begin(STAMP) as unit:
        unit.plans.put(Plan("plan", person_id="luc", begun_on=DAY))
        unit.steps.put(Step("step", plan_id="plan", words="phone"))
        unit.commit()
    two.take(one.export(stick, two), {"luc"})
    with one.store.begin(STAMP) as unit:
        unit.steps.put(Step("step-2", plan_id="plan", words="write"))
        unit.commit()
    two.take(one.export(stick, two))
    with two.store.begin(STAMP) as unit:
        assert list(unit.steps.of("plan")) == []
    two.exchange.held_back.take_up(["luc"])
    with two.store.begin(STAMP) as unit:
        assert len(unit.steps.of("plan")) == 2


def test_who_was_worked_on_since_stays_when_an_import_is_undone(one: Pc, two: Pc, stick: Path) -> None:
    swap(stick, one, two)
    for name in ("luc", "zoe", "max"):
        one.desk.people.save(Person(name, name))
    two.take(one.export(stick, two))
    two.desk.people.save(Person("luc", "luc", site="here"))
    two.desk.conversations.start("max", DAY)
    receipt = two.exchange.held_back.undo_last().value
    assert receipt.kept == ("luc", "max")
    assert {each.person.id for each in two.desk.people.find("")} == {"ana", "luc", "max"}
    swap(stick, two, one)
    two.exchange.held_back.take_up(["zoe"])
    assert one.digest() == two.digest()


def test_what_an_undone_import_destroyed_stays_destroyed(one: Pc, two: Pc, stick: Path) -> None:
    swap(stick, one, two)
    one.desk.erasing.block("ana", "asked for it")
    one.desk.erasing.destroy("ana", "Ana López")
    one.desk.people.save(Person("luc", "Luc"))
    two.take(one.export(stick, two))
    two.exchange.held_back.undo_last()
    assert list(two.desk.people.find("")) == []
    with two.store.begin(STAMP) as unit:
        assert "ana" in {each.person_id for each in unit.bundles.erased()}


def test_a_value_that_is_not_of_the_fields_kind_settles_nothing(one: Pc, two: Pc, stick: Path) -> None:
    swap(stick, one, two)
    one.desk.people.save(replace(ANA, site="4"))
    two.desk.people.save(replace(ANA, site="5"))
    swap(stick, one, two)
    (conflict,) = two.desk.conflicts.all()
    for value in (5, None, ["4"]):
        with pytest.raises(UnfitValueError):
            two.desk.conflicts.settle(conflict, value)
    assert two.desk.conflicts.all() == [conflict]
