"""Backups are taken when something changed, told when they fail, and never keep the record open."""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path

import pytest

from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.store_errors import BackupDamagedError, DiskFullError, PlaceFullError
from iroc_desktop.services.backups import Backups
from tests.fakes.builders import pack, person
from tests.fakes.desk import FixedClock, desk_in_memory
from tests.fakes.memory_store import MemoryStore
from tests.guards import ExpectLog


class _Scene:
    def __init__(self) -> None:
        self.clock = FixedClock()
        self.store = MemoryStore()
        self.desk = desk_in_memory(pack(), self.store, self.clock)
        assert self.desk.backups is not None
        self.backups: Backups = self.desk.backups

    def write(self, number: int = 1) -> None:
        self.desk.people.save(person(f"person-{number}"))


def test_without_a_backup_the_record_stands_badly_and_the_first_one_mends_it() -> None:
    scene = _Scene()
    assert (scene.backups.standing().last, scene.backups.standing().old) == (None, True)
    assert not scene.backups.standing().tried
    assert scene.backups.take_if_due().changes.backups
    standing = scene.backups.standing()
    assert standing.tried
    assert standing.last is not None
    assert not standing.old


def test_nothing_is_taken_while_nothing_changes() -> None:
    scene = _Scene()
    scene.backups.take_if_due()
    scene.backups.take_if_due()
    assert len(scene.backups.all()) == 1
    scene.write()
    scene.backups.take_if_due()
    assert len(scene.backups.all()) == 2


def test_an_old_one_is_renewed_even_if_nothing_changed() -> None:
    scene = _Scene()
    scene.backups.take_if_due()
    scene.clock.moment += timedelta(days=8)
    assert scene.backups.standing().old
    scene.backups.take_if_due()
    assert not scene.backups.standing().old


def test_leaving_takes_one_if_something_changed_and_closes_the_record() -> None:
    scene = _Scene()
    scene.write()
    scene.desk.close()
    assert len(scene.store.backups.kept) == 1
    assert scene.store.closed


def test_a_full_disk_keeps_nobody_from_leaving(expect_log: ExpectLog) -> None:
    scene = _Scene()
    scene.store.backups.trouble = DiskFullError()
    with expect_log(logging.WARNING, "no backup on leaving: DiskFullError"):
        scene.desk.close()
    assert scene.store.closed


def test_what_failed_is_told_until_one_succeeds() -> None:
    scene = _Scene()
    scene.store.backups.trouble = DiskFullError()
    with pytest.raises(DiskFullError):
        scene.backups.take_if_due()
    assert isinstance(scene.backups.standing().trouble, DiskFullError)
    scene.store.backups.trouble = None
    scene.backups.take_if_due()
    assert scene.backups.standing().trouble is None


def test_asked_for_without_need_the_last_one_is_read_through_instead() -> None:
    scene = _Scene()
    first = scene.backups.back_up_now().value
    assert scene.backups.back_up_now().value == first
    assert scene.store.backups.read == [first.name]


def test_one_that_does_not_read_through_any_more_is_replaced() -> None:
    scene = _Scene()
    first = scene.backups.back_up_now().value
    scene.store.backups.spoiled.add(first.name)
    assert scene.backups.back_up_now().value != first


def test_a_copy_is_of_everything_there_is() -> None:
    scene = _Scene()
    scene.backups.take_if_due()
    scene.write()
    scene.backups.copy_to(Path("stick"))
    ((name, _),) = scene.store.backups.copied
    assert name == scene.backups.all()[0].name
    # but for the note that it was copied
    before, copied = scene.store.operations[:-1], scene.store.operations[-1]
    assert scene.store.backups.kept[name][1][0] == tuple(before)
    assert copied.action is Action.EXPORTED


def test_a_copy_that_fails_is_told() -> None:
    scene = _Scene()
    scene.backups.take_if_due()
    scene.store.backups.trouble = PlaceFullError(2, 1)
    with pytest.raises(PlaceFullError):
        scene.backups.copy_to(Path("stick"))


def test_the_preview_tells_what_is_now_and_what_would_be() -> None:
    scene = _Scene()
    scene.write(1)
    backup = scene.backups.back_up_now().value
    scene.write(2)
    preview = scene.backups.preview(backup)
    assert (preview.now.people, preview.then.people) == (2, 1)


def test_after_one_was_brought_back_nothing_is_backed_up_on_leaving() -> None:
    scene = _Scene()
    backup = scene.backups.back_up_now().value
    scene.write()
    aside = scene.backups.bring_back(backup.name)
    assert scene.backups.set_aside()
    assert aside.name.startswith("set-aside-")
    scene.desk.close()
    assert len(scene.store.backups.kept) == 1


def test_a_damaged_one_is_not_brought_back() -> None:
    scene = _Scene()
    backup = scene.backups.back_up_now().value
    scene.store.backups.spoiled.add(backup.name)
    with pytest.raises(BackupDamagedError):
        scene.backups.bring_back(backup.name)
    assert not scene.store.closed
