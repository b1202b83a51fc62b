"""Backups: verified before they count, thinned out by generations, brought back as another machine."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import update

from iroc_desktop.domain.backups import RECENT
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.store_errors import (
    BackupDamagedError,
    BackupMissingError,
    CopyDiffersError,
    PlaceFullError,
    PlaceGoneError,
    PlaceReadOnlyError,
)
from iroc_desktop.store import backup, backup_copies, backups, rows
from iroc_desktop.store.attaching import attached
from iroc_desktop.store.backups import BackupFolder
from iroc_desktop.store.interrupted import finish_bringing_back
from iroc_desktop.store.opening import STORE_NAME
from iroc_desktop.store.unit_of_work import SqlStore
from tests.campaign.desks import desk_on
from tests.fakes.builders import person
from tests.store.making import STAMP, created, populate, unlocked

NOW = datetime(2026, 11, 24, 10, 42, 7, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def store(folder: Path) -> Iterator[SqlStore]:
    made = created(folder)
    with made.begin(STAMP) as unit:
        populate(unit)
        unit.commit()
    yield made
    made.close()


@pytest.fixture
def kept(folder: Path, store: SqlStore) -> BackupFolder:
    return BackupFolder(folder, STORE_NAME)


def people_in(store: SqlStore) -> int:
    with store.begin(STAMP) as unit:
        return len(unit.people.all())


def test_a_backup_is_listed_with_its_moment_and_what_is_in_it(store: SqlStore, kept: BackupFolder) -> None:
    taken = kept.take(store._connection, NOW)
    assert (taken.name, taken.taken_at) == ("20261124-104207", NOW)
    assert kept.all() == (taken,)
    counts = kept.counts(store._connection, taken.name)
    assert (counts.people, counts.conversations > 0, counts.operations > 0) == (3, True, True)


def test_two_in_one_second_are_two(store: SqlStore, kept: BackupFolder) -> None:
    names = [kept.take(store._connection, NOW).name for _ in range(2)]
    assert [each.name for each in kept.all()] == sorted(names, reverse=True)


def test_it_holds_nothing_readable_and_leaves_nothing_unfinished(
    tmp_path: Path, store: SqlStore, kept: BackupFolder
) -> None:
    with store.begin(STAMP) as unit:
        unit.people.put(person(name="Sentinel Zebedee"))
        unit.commit()
    kept.take(store._connection, NOW)
    files = [each for each in (tmp_path / "backups").rglob("*") if each.is_file()]
    assert {each.name for each in files} == {STORE_NAME, "vault.json", "vault.copy.json"}
    assert not any(b"Zebedee" in each.read_bytes() for each in files)


def test_the_store_can_be_written_right_after(store: SqlStore, kept: BackupFolder) -> None:
    kept.take(store._connection, NOW)
    with store.begin(STAMP) as unit:
        unit.people.put(person("another"))
        unit.commit()
    assert people_in(store) == 4
    assert store.verify().good


@pytest.mark.parametrize("place", [100, 5000, -10])
def test_a_flipped_bit_anywhere_is_found(
    tmp_path: Path, store: SqlStore, kept: BackupFolder, place: int
) -> None:
    taken = kept.take(store._connection, NOW)
    file = tmp_path / "backups" / taken.name / STORE_NAME
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    with pytest.raises(BackupDamagedError):
        kept.counts(store._connection, taken.name)
    assert store.verify().good


def test_a_copy_that_does_not_hold_what_the_store_holds_is_not_counted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, store: SqlStore, kept: BackupFolder
) -> None:
    def old_copy(_: object, target: Path) -> None:
        target.write_bytes((tmp_path / "old").read_bytes())

    backup.copy_into(store._connection, tmp_path / "old")
    with store.begin(STAMP) as unit:
        unit.people.put(person("another"))
        unit.commit()
    monkeypatch.setattr(backup, "copy_into", old_copy)
    with pytest.raises(BackupDamagedError):
        kept.take(store._connection, NOW)
    assert kept.all() == ()
    assert list((tmp_path / "backups").iterdir()) == []


def test_old_ones_are_thinned_out_and_foreign_folders_are_left_alone(
    tmp_path: Path, store: SqlStore, kept: BackupFolder
) -> None:
    (tmp_path / "backups" / "my own things").mkdir(parents=True)
    for day in range(RECENT + 3):
        kept.take(store._connection, NOW + timedelta(minutes=day))
    assert len(kept.all()) == RECENT
    assert (tmp_path / "backups" / "my own things").is_dir()


def test_one_that_is_gone_is_told(store: SqlStore, kept: BackupFolder) -> None:
    with pytest.raises(BackupMissingError):
        kept.counts(store._connection, "20200101-000000")


def test_a_name_that_leads_out_of_the_folder_is_no_backup(
    tmp_path: Path, store: SqlStore, kept: BackupFolder
) -> None:
    taken = kept.take(store._connection, NOW)
    kept.copy_to(taken.name, tmp_path).rename(tmp_path / "20261124-104208")
    for name in ("../20261124-104208", "../store", "..", "", "/", "."):
        with pytest.raises(BackupMissingError):
            kept.counts(store._connection, name)


def test_bringing_one_back_sets_the_present_store_aside_and_becomes_another_machine(
    folder: Path, store: SqlStore, kept: BackupFolder
) -> None:
    taken = kept.take(store._connection, NOW)
    before = store._machine.replica
    with store.begin(STAMP) as unit:
        unit.people.put(person("after the backup"))
        unit.commit()
    ready = kept.bring_back(store._connection, taken.name)
    assert people_in(store) == 4
    store.close()
    aside = kept.put_in_place(ready, NOW)
    restored = unlocked(folder)
    try:
        assert people_in(restored) == 3
        assert restored._machine.replica != before
        assert restored.verify().good
    finally:
        restored.close()
    assert (aside / STORE_NAME).is_file()
    assert [each.name for each in kept.all()] == [taken.name]


def test_what_was_set_aside_can_still_be_opened(folder: Path, store: SqlStore, kept: BackupFolder) -> None:
    taken = kept.take(store._connection, NOW)
    ready = kept.bring_back(store._connection, taken.name)
    store.close()
    aside = kept.put_in_place(ready, NOW)
    old = unlocked(aside)
    assert people_in(old) == 3
    old.close()


def test_one_taken_while_the_clock_lags_behind_is_kept(store: SqlStore, kept: BackupFolder) -> None:
    folder = kept.take(store._connection, NOW).name
    for months in range(1, RECENT + 10):
        made = (NOW + timedelta(days=31 * months)).strftime(backups.MOMENT)
        (kept._folder / folder).with_name(made).mkdir()
    lagging = kept.take(store._connection, datetime(2000, 1, 1, tzinfo=UTC))
    assert lagging.name in [each.name for each in kept.all()]


def test_a_backup_holds_everything_until_something_is_written(store: SqlStore, kept: BackupFolder) -> None:
    name = kept.take(store._connection, NOW).name
    assert kept.holds_everything(store._connection, name)
    with store.begin(STAMP) as unit:
        unit.people.put(person("another"))
        unit.commit()
    assert not kept.holds_everything(store._connection, name)


def test_a_draft_that_no_log_knows_is_something_written(store: SqlStore, kept: BackupFolder) -> None:
    name = kept.take(store._connection, NOW).name
    with store.begin(STAMP) as unit:
        unit.drafts.remove("draft-0")
        unit.commit()
    assert not kept.holds_everything(store._connection, name)


def test_a_copy_elsewhere_is_the_backup_byte_for_byte_and_has_a_name_of_its_own(
    tmp_path: Path, store: SqlStore, kept: BackupFolder
) -> None:
    taken = kept.take(store._connection, NOW)
    stick = tmp_path / "stick"
    stick.mkdir()
    copies = [kept.copy_to(taken.name, stick) for _ in range(2)]
    assert [each.name for each in copies] == [f"iroc-backup-{taken.name}", f"iroc-backup-{taken.name}-2"]
    for each in (tmp_path / "backups" / taken.name).iterdir():
        assert (copies[0] / each.name).read_bytes() == each.read_bytes()
    opened = unlocked(copies[0])
    assert people_in(opened) == 3
    opened.close()


def test_what_reads_back_otherwise_is_taken_away(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, store: SqlStore, kept: BackupFolder
) -> None:
    def worn_out(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:-1] + b"?")

    taken = kept.take(store._connection, NOW)
    monkeypatch.setattr(backup_copies, "copy_durably", worn_out)
    stick = tmp_path / "stick"
    stick.mkdir()
    with pytest.raises(CopyDiffersError):
        kept.copy_to(taken.name, stick)
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "expected"),
    [(errno.ENOSPC, PlaceFullError), (errno.EROFS, PlaceReadOnlyError), (errno.EIO, PlaceGoneError)],
)
def test_a_stick_that_refuses_is_told_and_left_clean(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    store: SqlStore,
    kept: BackupFolder,
    number: int,
    expected: type[Exception],
) -> None:
    def refuse(source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(number, "refused")

    taken = kept.take(store._connection, NOW)
    monkeypatch.setattr(backup_copies, "copy_durably", refuse)
    stick = tmp_path / "stick"
    stick.mkdir()
    with pytest.raises(expected):
        kept.copy_to(taken.name, stick)
    assert list(stick.iterdir()) == []


def test_a_full_stick_is_known_before_anything_is_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, store: SqlStore, kept: BackupFolder
) -> None:
    taken = kept.take(store._connection, NOW)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1000))
    with pytest.raises(PlaceFullError) as told:
        kept.copy_to(taken.name, tmp_path)
    assert told.value.free == 1000
    assert not list(tmp_path.glob("iroc-backup*"))


def test_a_stick_that_was_pulled_out_is_told(tmp_path: Path, store: SqlStore, kept: BackupFolder) -> None:
    taken = kept.take(store._connection, NOW)
    with pytest.raises(PlaceGoneError):
        kept.copy_to(taken.name, tmp_path / "gone")


def test_the_shelf_of_an_open_store_brings_one_back_and_names_what_it_set_aside(
    folder: Path, store: SqlStore
) -> None:
    shelf = store.backups
    taken = shelf.take(NOW)
    with store.begin(STAMP) as unit:
        unit.people.put(person("after the backup"))
        unit.commit()
    assert (shelf.counts_now().people, shelf.counts(taken.name).people) == (4, 3)
    aside = shelf.bring_back(taken.name, NOW)
    assert shelf.set_aside() == (aside,)
    restored = unlocked(folder)
    assert people_in(restored) == 3
    restored.close()


def test_a_damaged_one_is_not_brought_back_and_the_store_stays_open(tmp_path: Path, store: SqlStore) -> None:
    taken = store.backups.take(NOW)
    file = tmp_path / "backups" / taken.name / STORE_NAME
    file.write_bytes(file.read_bytes()[:-4096])
    with pytest.raises(BackupDamagedError):
        store.backups.bring_back(taken.name, NOW)
    assert people_in(store) == 3
    assert store.backups.set_aside() == ()


def test_power_that_failed_between_the_two_renames_is_made_good_at_the_next_start(
    folder: Path, store: SqlStore, kept: BackupFolder
) -> None:
    taken = kept.take(store._connection, NOW)
    kept.bring_back(store._connection, taken.name)
    store.close()
    folder.rename(folder.with_name("set-aside-20261124-104207"))
    finish_bringing_back(folder)
    restored = unlocked(folder)
    assert people_in(restored) == 3
    restored.close()


def test_a_store_that_is_there_is_never_replaced_at_a_start(
    folder: Path, store: SqlStore, kept: BackupFolder
) -> None:
    taken = kept.take(store._connection, NOW)
    ready = kept.bring_back(store._connection, taken.name)
    before = (folder / "vault.json").stat().st_ino
    finish_bringing_back(folder)
    assert (folder / "vault.json").stat().st_ino == before
    assert ready.is_dir()


def test_somebody_who_only_looked_makes_no_backup_due(store: SqlStore, kept: BackupFolder) -> None:
    name = kept.take(store._connection, NOW).name
    somebody = Entity(EntityKind.PERSON, "person-0")
    for action, holds in ((Action.UNLOCKED, True), (Action.OPENED, True), (Action.PRINTED, False)):
        with store.begin(STAMP) as unit:
            unit.log.note(somebody, action)
            unit.commit()
        assert kept.holds_everything(store._connection, name) is holds


def test_a_backup_of_another_history_does_not_hold_everything(tmp_path: Path, store: SqlStore) -> None:
    folder = BackupFolder(tmp_path / "store", STORE_NAME)
    name = folder.take(store._connection, NOW).name
    with store.begin(STAMP) as unit:
        unit.log.note(Entity(EntityKind.PERSON, "person-0"), Action.OPENED)
        unit.commit()
    changed = update(rows.chain_head).values(hash="f" * 64)
    with attached(store._connection, folder.file_of(name)):
        store._connection.execute(changed)
        store._connection.commit()
    assert not folder.holds_everything(store._connection, name)


def test_what_was_brought_back_says_so_first(folder: Path, store: SqlStore) -> None:
    taken = store.backups.take(NOW)
    desk_on(store).trail.unlocked()
    store.backups.bring_back(taken.name, NOW)
    again = unlocked(folder)
    for _ in range(2):
        desk_on(again).trail.unlocked()
    with again.begin(STAMP) as unit:
        own = unit.log.machines()[0]
        actions = [each.action for each in unit.log.chain(own, 0, 9)]
    again.close()
    assert actions == [Action.BROUGHT_BACK, Action.UNLOCKED, Action.UNLOCKED]
