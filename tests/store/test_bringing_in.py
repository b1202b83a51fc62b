"""A copy comes in from a stick while the record is open: read through before it counts, or nothing stays."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from iroc_desktop.domain.copy_errors import CopyNotThereError, EarlierKeyError, OtherRecordError
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import (
    BackupDamagedError,
    CopyDiffersError,
    DiskFullError,
    PlaceGoneError,
)
from iroc_desktop.store import bringing_in
from iroc_desktop.store.backup_copies import copy_folder
from iroc_desktop.store.unit_of_work import SqlStore
from tests.store.making import PASSPHRASE, STAMP, created, populate, unlocked, vault_in

NOW = datetime(2026, 11, 24, 10, 42, 7, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 10, 42, 7, tzinfo=UTC)


@pytest.fixture
def copy(tmp_path: Path, store: SqlStore) -> Path:
    """Return a copy on a stick; the store has no backups any more, and more people than the copy."""
    stick = tmp_path / "stick"
    stick.mkdir()
    made = store.backups.copy_to(store.backups.take(NOW).name, stick)
    shutil.rmtree(tmp_path / "backups")
    with store.begin(STAMP) as unit:
        populate(unit)
        unit.commit()
    return made


def test_it_is_listed_and_can_be_counted_and_brought_back(
    tmp_path: Path, store: SqlStore, copy: Path
) -> None:
    backup = store.backups.bring_in(copy, LATER)
    assert (backup.name, backup.taken_at) == ("20261124-104207", NOW)
    assert list(store.backups.all()) == [backup]
    assert store.backups.counts(backup.name).people == 0
    assert store.backups.counts_now().people > 0
    aside = store.backups.bring_back(backup.name, LATER)
    assert aside.is_dir()
    again = unlocked(tmp_path / "store")
    assert again.backups.counts_now().people == 0
    again.close()


def test_it_is_there_once_however_often_it_comes(store: SqlStore, copy: Path) -> None:
    names = {store.backups.bring_in(copy, LATER).name for _ in range(3)}
    assert names == {each.name for each in store.backups.all()}
    assert len(names) == 1


def test_another_of_the_same_moment_gets_a_name_of_its_own(store: SqlStore, copy: Path) -> None:
    first = store.backups.take(NOW)
    second = store.backups.bring_in(copy, LATER)
    assert second.name == f"{first.name}-2"


def cut(copy: Path) -> None:
    file = copy / "iroc.db"
    file.write_bytes(file.read_bytes()[:-4096])


def flip(copy: Path) -> None:
    content = bytearray((copy / "iroc.db").read_bytes())
    content[len(content) // 2] ^= 1
    (copy / "iroc.db").write_bytes(bytes(content))


def other_keys(copy: Path) -> None:
    other = created(copy.parent.parent / "elsewhere" / "store")
    other.close()
    for each in (copy.parent.parent / "elsewhere" / "store").glob("vault*.json"):
        shutil.copy(each, copy / each.name)


@pytest.mark.parametrize(
    ("attack", "error"),
    [
        (cut, BackupDamagedError),
        (flip, BackupDamagedError),
        (shutil.rmtree, CopyNotThereError),
        (other_keys, OtherRecordError),
    ],
    ids=["cut", "flipped", "gone", "of another record"],
)
def test_what_is_no_good_copy_leaves_nothing_and_the_store_open(
    tmp_path: Path, store: SqlStore, copy: Path, attack: Callable[[Path], None], error: type[ExpectedError]
) -> None:
    attack(copy)
    with pytest.raises(error):
        store.backups.bring_in(copy, LATER)
    assert not list(tmp_path.glob("backups/*"))
    assert store.verify().good


def test_one_that_is_a_backup_here_and_was_spoiled_since_is_not_taken_away(
    store: SqlStore, copy: Path
) -> None:
    kept = store.backups.bring_in(copy, LATER)
    flip(copy)
    with pytest.raises(BackupDamagedError):
        store.backups.bring_in(copy, LATER)
    assert list(store.backups.all()) == [kept]


def test_one_from_before_the_key_was_replaced_is_told_apart_from_a_damaged_one(
    tmp_path: Path, store: SqlStore, copy: Path
) -> None:
    vault = vault_in(tmp_path / "store")
    vault.let_in(PASSPHRASE, "colleague", "eight loud donkeys")
    vault.shut_out(PASSPHRASE, "colleague", vault.new_sheet(), store)
    with pytest.raises(EarlierKeyError):
        store.backups.bring_in(copy, LATER)
    assert list(store.backups.all()) == []


def test_a_full_disk_here_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: SqlStore, copy: Path
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(DiskFullError):
        store.backups.bring_in(copy, LATER)
    monkeypatch.undo()
    assert not list((tmp_path / "backups").iterdir())


def test_a_stick_that_is_pulled_out_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: SqlStore, copy: Path
) -> None:
    opens, opened = Path.open, []

    def open_some(path: Path, *given: Any) -> Any:  # noqa: ANN401 - as the real one takes
        if path == copy / "iroc.db":
            opened.append(path)
            # it is read once for its digest, and is gone when it is copied
            if len(opened) > 1:
                raise OSError(errno.EIO, "no")
        return opens(path, *given)

    monkeypatch.setattr(Path, "open", open_some)
    with pytest.raises(PlaceGoneError):
        store.backups.bring_in(copy, LATER)
    monkeypatch.undo()
    assert len(opened) > 1
    assert not list((tmp_path / "backups").iterdir())


def test_what_reads_back_otherwise_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: SqlStore, copy: Path
) -> None:
    def worn(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:-1] + b"?")

    monkeypatch.setattr(bringing_in, "_copy_file", worn)
    with pytest.raises(CopyDiffersError):
        store.backups.bring_in(copy, LATER)
    assert not list((tmp_path / "backups").iterdir())


def test_nothing_but_the_record_and_its_keys_is_taken_along(
    tmp_path: Path, store: SqlStore, copy: Path
) -> None:
    (copy / "autorun.exe").write_bytes(b"MZ")
    (copy / "deep").mkdir()
    name = store.backups.bring_in(copy, LATER).name
    taken = {each.name for each in (tmp_path / "backups" / name).iterdir()}
    assert taken == {"iroc.db", "vault.json", "vault.copy.json"}


def test_a_folder_of_any_name_will_do(tmp_path: Path, store: SqlStore, copy: Path) -> None:
    renamed = tmp_path / "Marta's stick"
    copy_folder(copy, renamed)
    assert store.backups.bring_in(renamed, LATER).name == "20261125-104207"
