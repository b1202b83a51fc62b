"""Nothing that was begun and never finished stays open to somebody who left, or is taken for a record."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import DiskFullError, StoreDamagedError
from iroc_desktop.store import backups, engine, key_file
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.opening import STORE_NAME
from iroc_desktop.store.slots import SlotKind
from iroc_desktop.store.unit_of_work import SqlStore
from tests.store.golden_keys import data_key
from tests.store.making import PASSPHRASE, PRACTITIONER_ID, STAMP, populate, vault_in

SECOND, LEAVES = "practitioner-2", "a colleague who leaves"
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def store(folder: Path) -> Iterator[SqlStore]:
    """Return an open store with people, a backup and a record that was set aside, that two can open."""
    vault = vault_in(folder)
    made, _ = vault.create(PASSPHRASE, PRACTITIONER_ID)
    with made.begin(STAMP) as unit:
        populate(unit)
        unit.commit()
    vault.let_in(PASSPHRASE, SECOND, LEAVES)
    made.backups.bring_back(made.backups.take(NOW).name, NOW)
    again, _ = vault.unlock(PASSPHRASE)
    yield again
    again.close()


def leave_everything_half_done(folder: Path, backup: Path) -> list[Path]:
    """Leave what a kill can leave at any moment of any work; return it."""
    beside = (".outdated", ".restored", ".restored.new", ".rehearsal", ".rehearsal.new")
    whole = [folder.with_name(f"{folder.name}{ending}") for ending in beside]
    whole += [
        folder.with_name("reading-x1"),
        *(backup.with_name(f"{backup.name}-2{end}") for end in (".new", ".anew")),
    ]
    for each in whole:
        shutil.copytree(backup, each)
    aside = next(folder.parent.glob("set-aside-*"))
    parts = [backup / f"{STORE_NAME}{ending}" for ending in (".erasing", ".erased", ".erasing-journal")]
    parts += [
        each / name for each in (folder, backup, aside) for name in ("vault.json.new", "before-0004.db.new")
    ]
    for part in parts:
        shutil.copyfile(backup / ("vault.json" if ".json" in part.name else STORE_NAME), part)
    return [*whole, *parts]


def key_of(folder: Path, passphrase: str) -> DataKey:
    return data_key(key_file.read(folder), passphrase.encode(), SlotKind.PASSPHRASE)[1]


def opens(file: Path, key: DataKey) -> bool:
    """Return whether a file is a database that a data key opens; it is looked at where nobody else is."""
    try:
        connection = engine.open_connection(file, key)
    except StoreDamagedError:
        return False
    try:
        return bool(engine.tables_in(connection))
    except StoreDamagedError:
        return False
    finally:
        engine.close(connection)


def still_open(root: Path, elsewhere: Path, key: DataKey) -> list[str]:
    """Return the files below a folder that an old data key opens, or in which the passphrase has a slot."""
    shutil.copytree(root, elsewhere)
    files = sorted(each for each in elsewhere.rglob("*") if each.is_file())
    assert len(files) >= 6
    found = [each for each in files if ".json" not in each.suffixes and opens(each, key)]
    for each in (each for each in files if ".json" in each.suffixes):
        alone = elsewhere / "alone"
        shutil.rmtree(alone, ignore_errors=True)
        alone.mkdir()
        shutil.copyfile(each, alone / key_file.NAMES[0])
        try:
            key_of(alone, LEAVES)
        except (LookupError, ExpectedError):
            continue
        found.append(each)
    return [str(each.relative_to(elsewhere)) for each in found]


def test_no_file_of_the_folder_opens_with_what_a_colleague_had_before_they_were_shut_out(
    folder: Path, store: SqlStore, tmp_path_factory: pytest.TempPathFactory
) -> None:
    backup = folder.parent / "backups" / store.backups.all()[0].name
    left = leave_everything_half_done(folder, backup)
    key = key_of(folder, LEAVES)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    before = still_open(folder.parent, elsewhere / "before", key)
    assert len(before) > len(left)
    vault = vault_in(folder)
    vault.shut_out(PASSPHRASE, SECOND, vault.new_sheet(), store)
    store.close()
    assert still_open(folder.parent, elsewhere / "after", key) == []
    # an empty answer proves nothing unless today's key opens the same files
    today = key_of(folder, PASSPHRASE)
    assert len(still_open(folder.parent, elsewhere / "today", today)) == 3
    assert not [each for each in left if each.exists()]


def test_unlocking_removes_what_was_left_half_done(folder: Path, store: SqlStore) -> None:
    backup = folder.parent / "backups" / store.backups.all()[0].name
    store.close()
    names = sorted(str(each) for each in folder.parent.rglob("*"))
    left = leave_everything_half_done(folder, backup)
    assert all(each.exists() for each in left)
    again, _ = vault_in(folder).unlock(PASSPHRASE)
    again.close()
    assert sorted(str(each) for each in folder.parent.rglob("*")) == names


def test_a_backup_that_was_only_half_on_its_way_is_not_taken_for_the_record(
    monkeypatch: pytest.MonkeyPatch, folder: Path, store: SqlStore
) -> None:
    """Where there is no record at all, the next start puts in its place what was laid ready."""
    name = store.backups.all()[0].name
    store.close()
    shutil.rmtree(folder)

    def full(*_: object) -> None:
        raise DiskFullError

    def kept(*_: object, **__: object) -> None:
        """Take nothing away, as after a kill."""

    with monkeypatch.context() as patched:
        patched.setattr(backups, "keep_destroyed", full)
        patched.setattr(shutil, "rmtree", kept)
        with pytest.raises(DiskFullError):
            vault_in(folder).bring_back(PASSPHRASE, name, NOW)
    assert list(folder.parent.glob("store.*"))
    assert [each for each, _ in vault_in(folder).backups(PASSPHRASE)] != []
    assert not folder.exists()
