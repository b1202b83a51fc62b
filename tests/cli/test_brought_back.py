"""Somebody who was destroyed stays so, by whatever way an older copy of the record comes back."""

from __future__ import annotations

import shutil
from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from iroc_desktop.cli.backing_up import restore
from iroc_desktop.domain.store_errors import StoreDamagedError
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.store.opening import PAGE_BYTES, STORE_NAME
from iroc_desktop.store.unit_of_work import SqlStore
from iroc_desktop.system.paths import DataFolder, translations
from tests.store.making import PASSPHRASE, STAMP, created, populate, unlocked, vault_in
from tests.store.test_erasing import SENTINEL, ZEBEDEE, destroy, everything_in, write_zebedee

NOW = datetime(2026, 11, 24, 10, 42, 7, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 9, 0, 0, tzinfo=UTC)

Way = Callable[[DataFolder, SqlStore, str, Path], object]


def from_the_list(data: DataFolder, store: SqlStore, name: str, copy: Path) -> None:
    store.backups.bring_back(name, LATER)


def from_a_stick_in_the_settings(data: DataFolder, store: SqlStore, name: str, copy: Path) -> None:
    shutil.rmtree(data.backups)
    store.backups.bring_back(store.backups.bring_in(copy, LATER).name, LATER)


def at_the_door(data: DataFolder, store: SqlStore, name: str, copy: Path) -> None:
    store.close()
    vault_in(data.store).bring_back(PASSPHRASE, name, LATER)


def at_the_door_of_a_damaged_record(data: DataFolder, store: SqlStore, name: str, copy: Path) -> None:
    """One page is spoiled, without which the record does not open; what was destroyed can still be read."""
    asked = "SELECT rootpage FROM sqlite_master WHERE name = 'machine'"
    page = int(store._connection.exec_driver_sql(asked).scalar_one())
    store.close()
    file = data.store / STORE_NAME
    content = bytearray(file.read_bytes())
    content[page * PAGE_BYTES - PAGE_BYTES // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(StoreDamagedError):
        unlocked(data.store)
    vault_in(data.store).bring_back(PASSPHRASE, name, LATER)


def by_command(data: DataFolder, store: SqlStore, name: str, copy: Path) -> None:
    store.close()
    asked = Namespace(source=None, list=False, name=name)
    restore(data, PASSPHRASE, asked, Phrases.load(translations(), "ui", "en"))


def by_command_from_a_stick(data: DataFolder, store: SqlStore, name: str, copy: Path) -> None:
    store.close()
    shutil.rmtree(data.backups)
    restore(data, PASSPHRASE, Namespace(source=copy), Phrases.load(translations(), "ui", "en"))


WAYS = (
    from_the_list,
    from_a_stick_in_the_settings,
    at_the_door,
    at_the_door_of_a_damaged_record,
    by_command,
    by_command_from_a_stick,
)


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def store(data: DataFolder) -> Iterator[SqlStore]:
    """Return an open store with people, Zebedee among them."""
    made = created(data.store)
    with made.begin(STAMP) as unit:
        populate(unit)
        write_zebedee(unit)
        unit.commit()
    yield made
    made.close()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_whoever_was_destroyed_does_not_come_back(
    tmp_path: Path, data: DataFolder, store: SqlStore, way: Way
) -> None:
    """No backup was written anew yet: the record alone knows."""
    name = store.backups.take(NOW).name
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = store.backups.copy_to(name, stick)
    destroy(store, ZEBEDEE)
    way(data, store, name, copy)
    again = unlocked(data.store)
    try:
        assert SENTINEL not in everything_in(again)
        with again.begin(STAMP) as unit:
            assert ZEBEDEE in {each.entity for each in unit.erasures.all()}
            assert len(list(unit.people.all())) == 3
        assert again.verify().good
    finally:
        again.close()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_whoever_was_not_destroyed_comes_back(
    tmp_path: Path, data: DataFolder, store: SqlStore, way: Way
) -> None:
    """Without this the other test could not fail."""
    name = store.backups.take(NOW).name
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = store.backups.copy_to(name, stick)
    way(data, store, name, copy)
    again = unlocked(data.store)
    assert SENTINEL in everything_in(again)
    again.close()
