"""Destroyed is destroyed: in the file, in every backup, and after the restore of any of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iroc_desktop.domain.conversation import Answer, Draft
from iroc_desktop.domain.erasure import Erased, closure
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.store_errors import BackupDamagedError, BackupMissingError, DiskFullError
from iroc_desktop.domain.withheld import Keeping
from iroc_desktop.services.copies import CopyKind
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.store import backup_erasing, engine, erasing
from iroc_desktop.store.attaching import attached
from iroc_desktop.store.backups import BackupFolder
from iroc_desktop.store.log import every_entity, every_name
from iroc_desktop.store.opening import STORE_NAME
from iroc_desktop.store.unit_of_work import SqlStore
from tests.fakes.builders import conversation
from tests.store.making import STAMP, created, populate, unlocked
from tests.store.test_golden import STORES, as_it_is

NOW = datetime(2026, 11, 24, 10, 42, 7, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 9, 0, 0, tzinfo=UTC)
ZEBEDEE = Entity(EntityKind.PERSON, "zebedee")
SENTINEL = "Zebedee Quixotic"


@pytest.fixture
def store(folder: Path) -> Iterator[SqlStore]:
    """Return a store with people in it, Zebedee among them, who said his own name everywhere."""
    made = created(folder)
    with made.begin(STAMP) as unit:
        populate(unit)
        write_zebedee(unit)
        unit.commit()
    yield made
    made.close()


@pytest.fixture
def kept(folder: Path) -> BackupFolder:
    return BackupFolder(folder, STORE_NAME)


def write_zebedee(unit: UnitOfWork, talks: int = 3) -> None:
    unit.people.put(Person(ZEBEDEE.id, SENTINEL, shown_as=SENTINEL, site=SENTINEL))
    for number in range(talks):
        answers = {"a": Answer(rating=3, words=SENTINEL, strength=SENTINEL, private=SENTINEL)}
        held = conversation(f"z-{number}", NOW.date(), answers, of=ZEBEDEE.id, complete=True)
        unit.conversations.add(held)
    unit.conversations.correct("z-0", "a", Answer(rating=4, words=SENTINEL), SENTINEL)
    unit.drafts.put(Draft(conversation("z-draft", NOW.date(), {"a": Answer(words=SENTINEL)}, of=ZEBEDEE.id)))
    unit.withheld.put_away(Entity(EntityKind.CONVERSATION, "z-1"), Keeping.IN_BIN, reason=SENTINEL)


def destroy(store: SqlStore, *entities: Entity) -> None:
    with store.begin(STAMP) as unit:
        for each in entities:
            unit.log.note(each, Action.DESTROYED)
        unit.erasures.destroy(entities)
        unit.commit()


def driver_of(store: SqlStore) -> Any:  # noqa: ANN401 - the driver has no type information
    return store._connection.connection.dbapi_connection


def everything_in(store: SqlStore, path: Path | None = None) -> str:
    """Return every value of every table of the store, or of a file with its key, spelled out."""
    store._connection.rollback()
    driver = driver_of(store)
    schema = "main"
    if path is not None:
        schema = "looked_at"
        driver.execute("ATTACH DATABASE ? AS looked_at", (str(path),))
    try:
        catalogue = f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table'"  # noqa: S608 - our own words
        tables = [row[0] for row in driver.execute(catalogue).fetchall()]
        assert "operation" in tables
        every = [f"SELECT * FROM {schema}.{each}" for each in tables]  # noqa: S608 - our own words
        return repr([driver.execute(each).fetchall() for each in every])
    finally:
        if path is not None:
            driver.execute("DETACH DATABASE looked_at")


def unused_pages(store: SqlStore) -> int:
    found = int(store._connection.exec_driver_sql("PRAGMA freelist_count").scalar_one())
    store._connection.rollback()
    return found


def databases_under(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if each.is_file() and ".json" not in each.suffixes)


def test_nothing_is_left_in_any_row_and_everything_still_verifies(store: SqlStore) -> None:
    assert SENTINEL in everything_in(store)
    destroy(store, ZEBEDEE)
    assert SENTINEL not in everything_in(store)
    assert store.verify().good


def test_every_kind_of_thing_can_be_destroyed(store: SqlStore) -> None:
    everything = [Entity(kind, f"any-{kind}") for kind in EntityKind]
    connection = store._connection
    gone = erasing.destroy(connection, [Erased(each, "", "2026-11-25", "lead") for each in everything])
    connection.rollback()
    assert {each.entity for each in gone} == set(everything)


def test_no_unused_page_is_left_after_the_sweep(folder: Path, store: SqlStore) -> None:
    with store.begin(STAMP) as unit:
        for number in range(200):
            unit.people.put(Person(f"many-{number}", SENTINEL, access_needs=SENTINEL * 20))
        unit.commit()
    destroy(store, ZEBEDEE, *(Entity(EntityKind.PERSON, f"many-{number}") for number in range(200)))
    assert unused_pages(store) > 0
    store.copies.sweep()
    assert unused_pages(store) == 0
    assert (folder / f"{STORE_NAME}-wal").stat().st_size == 0
    assert store.verify().good


def test_deleted_content_is_overwritten_at_once(store: SqlStore) -> None:
    assert store._connection.exec_driver_sql("PRAGMA secure_delete").scalar_one() == 1
    store._connection.rollback()


def test_every_backup_is_written_anew_without_the_person(
    tmp_path: Path, store: SqlStore, kept: BackupFolder
) -> None:
    names = [kept.take(store._connection, NOW).name for _ in range(3)]
    destroy(store, ZEBEDEE)
    store.copies.sweep()
    assert sorted(store.copies.behind()) == sorted(names)
    for name in names:
        store.copies.bring_up_to_date(name)
    assert store.copies.behind() == []
    files = databases_under(tmp_path)
    assert len([each for each in files if each.name == STORE_NAME]) == 4
    for each in files:
        if each.name == STORE_NAME:
            path = None if each.parent.name == "store" else each
            assert SENTINEL not in everything_in(store, path)
        else:
            assert each.name in {f"{STORE_NAME}-wal", f"{STORE_NAME}-shm"}, each
            assert each.parent.name == "store"


def test_a_backup_written_anew_is_as_good_as_before(store: SqlStore, kept: BackupFolder) -> None:
    name = kept.take(store._connection, NOW).name
    before = kept.counts(store._connection, name)
    destroy(store, ZEBEDEE)
    store.copies.bring_up_to_date(name)
    after = kept.counts(store._connection, name)
    assert (after.people, after.operations) == (before.people - 1, before.operations)


@pytest.mark.parametrize("up_to_date", [True, False])
def test_the_restore_of_an_old_backup_brings_nobody_back(
    folder: Path, store: SqlStore, kept: BackupFolder, up_to_date: bool
) -> None:
    name = kept.take(store._connection, NOW).name
    destroy(store, ZEBEDEE)
    with store.begin(STAMP) as unit:
        erased = list(unit.erasures.all())
    if up_to_date:
        store.copies.bring_up_to_date(name)
    store.backups.bring_back(name, LATER)
    store.close()
    again = unlocked(folder)
    try:
        assert SENTINEL not in everything_in(again)
        assert again.verify().good
        with again.begin(STAMP) as unit:
            assert [each.action for each in unit.log.of(ZEBEDEE)][-1] is Action.DESTROYED
            assert unit.log.of(ZEBEDEE)[-1].author == erased[0].erased_by
            assert list(unit.erasures.all()) == erased
            assert ZEBEDEE.id not in {each.id for each in unit.people.all()}
    finally:
        again.close()


def test_a_backup_from_elsewhere_is_cleaned_by_what_another_backup_knows(
    folder: Path, store: SqlStore, kept: BackupFolder
) -> None:
    """The store itself may be damaged when a backup is brought back."""
    old = kept.take(store._connection, NOW).name
    destroy(store, ZEBEDEE)
    kept.take(store._connection, LATER)
    known = kept._destroyed_anywhere(store._connection)
    store._connection.exec_driver_sql("DELETE FROM erased")
    store._connection.commit()
    assert kept._destroyed_anywhere(store._connection) == known
    ready = kept.bring_back(store._connection, old)
    assert SENTINEL not in everything_in(store, ready / STORE_NAME)


@pytest.mark.parametrize("broken", ["copy", "erase", "vacuum", "check"])
def test_what_fails_half_way_leaves_a_good_backup_and_nothing_beside_it(
    monkeypatch: pytest.MonkeyPatch, store: SqlStore, kept: BackupFolder, broken: str
) -> None:
    name = kept.take(store._connection, NOW).name
    path = kept.file_of(name)
    destroy(store, ZEBEDEE)
    names = {
        "copy": (shutil, "copyfile"),
        "erase": (erasing, "destroy"),
        "vacuum": (backup_erasing, "_driver"),
        "check": (backup_erasing, "must_be_whole"),
    }

    def fail(*_: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as patched:
        patched.setattr(*names[broken], fail)
        with pytest.raises(DiskFullError):
            store.copies.bring_up_to_date(name)
    assert {each.name for each in path.parent.iterdir()} == {STORE_NAME, "vault.json", "vault.copy.json"}
    assert kept.counts(store._connection, name).people == 4
    assert list(store.copies.behind()) == [name]
    store.copies.bring_up_to_date(name)
    assert store.copies.behind() == []


def test_what_a_kill_left_behind_is_removed_at_the_next_try(store: SqlStore, kept: BackupFolder) -> None:
    name = kept.take(store._connection, NOW).name
    path = kept.file_of(name)
    destroy(store, ZEBEDEE)
    for ending in (".erasing", ".erasing-journal", ".erased"):
        shutil.copyfile(path, path.with_name(f"{path.name}{ending}"))
    store.copies.bring_up_to_date(name)
    assert {each.name for each in path.parent.iterdir()} == {STORE_NAME, "vault.json", "vault.copy.json"}


def test_a_damaged_backup_stays_as_it_is_until_it_is_discarded(store: SqlStore, kept: BackupFolder) -> None:
    name = kept.take(store._connection, NOW).name
    path = kept.file_of(name)
    spoiled = bytearray(path.read_bytes())
    spoiled[len(spoiled) // 2] ^= 1
    path.write_bytes(spoiled)
    destroy(store, ZEBEDEE)
    with pytest.raises(BackupDamagedError):
        store.copies.bring_up_to_date(name)
    assert path.read_bytes() == spoiled
    store.copies.discard(name)
    assert not path.parent.exists()
    assert store.copies.behind() == []
    with pytest.raises(BackupMissingError):
        store.copies.discard(name)


def test_old_copies_are_listed_and_destroyed(folder: Path, store: SqlStore, kept: BackupFolder) -> None:
    assert store.copies.old() == []
    before = folder / "before-0003-was-0002.db"
    shutil.copyfile(folder / STORE_NAME, before)
    aside = folder.with_name("set-aside-20261120-080000")
    shutil.copytree(folder, aside)
    found = store.copies.old()
    assert [(each.name, each.kind) for each in found] == [
        (aside.name, CopyKind.SET_ASIDE),
        (before.name, CopyKind.BEFORE_UPDATE),
    ]
    assert str(found[0].made_on) == "2026-11-20"
    for each in found:
        store.copies.destroy_old(each.name)
    assert not aside.exists()
    assert not before.exists()
    with pytest.raises(BackupMissingError):
        store.copies.destroy_old("../store")


def test_nothing_is_behind_before_anything_was_destroyed(store: SqlStore, kept: BackupFolder) -> None:
    kept.take(store._connection, NOW)
    assert store.copies.behind() == []


def test_a_backup_older_than_erasure_forgets_too(store: SqlStore, kept: BackupFolder) -> None:
    """Its tables are those of another revision; what the log says is spelled the same."""
    name = kept.take(store._connection, NOW).name
    driver = driver_of(store)
    with attached(store._connection, kept.file_of(name)):
        for table in ("erased", "withheld", "consent"):
            driver.execute(f"DROP TABLE copy.{table}")
        driver.execute("UPDATE copy.alembic_version SET version_num = '0002'")
    destroy(store, ZEBEDEE)
    assert list(store.copies.behind()) == [name]
    store.copies.bring_up_to_date(name)
    assert store.copies.behind() == []
    assert SENTINEL not in everything_in(store, kept.file_of(name))


@pytest.mark.parametrize("golden", STORES, ids=lambda folder: folder.name)
def test_a_store_of_an_earlier_revision_forgets_too_and_can_be_brought_up_to_date(
    tmp_path: Path, golden: Path
) -> None:
    folder = Path(shutil.copytree(golden, tmp_path / "store"))
    with as_it_is(folder) as connection:
        people = [each for each in every_name(connection) if each.kind is EntityKind.PERSON]
        gone = people[0]
        theirs = erasing.destroy(connection, [Erased(gone, gone.id, "2026-11-25T09:00:00+00:00", "lead")])
        assert len(theirs) > 1
        connection.commit()
        assert not erasing.still_holds(connection, theirs)
        connection.rollback()
    store = unlocked(folder)
    try:
        assert store.verify().good
        with store.begin(STAMP) as unit:
            assert set(unit.erasures.all()) == set(theirs)
            assert gone.id not in {each.id for each in unit.people.all()}
            assert len(unit.people.all()) == len(people) - 1
    finally:
        store.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from(["person-0", "person-1", ZEBEDEE.id, "nobody"])))
def test_the_database_finds_what_the_rule_finds(store: SqlStore, people: set[str]) -> None:
    connection = store._connection
    wanted = [Erased(Entity(EntityKind.PERSON, each), each, "", "") for each in sorted(people)]
    written = [
        (entity, each.content.fields)
        for entity, operations in every_entity(connection)
        for each in operations
        if each.content is not None
    ]
    assert erasing.belonging_to(connection, wanted) == closure(wanted, written)
    connection.rollback()


def test_sweeping_a_full_disk_is_told_and_harms_nothing(
    monkeypatch: pytest.MonkeyPatch, store: SqlStore
) -> None:
    destroy(store, ZEBEDEE)

    def full(_: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as patched:
        patched.setattr(engine, "empty_log_into_file", full)
        with pytest.raises(DiskFullError):
            store.copies.sweep()
    assert store.verify().good
