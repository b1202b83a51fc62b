"""Copies of the store: as encrypted as the store itself, whole, and never over another.

These tests must not copy files: only the database knows what is in its log.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from iroc_desktop.store import backup, engine
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.meaning import meaning_digest
from iroc_desktop.store.unit_of_work import SqlStore
from tests.campaign.session_cuts import key_of
from tests.store.making import PASSPHRASE, STAMP, populate


@pytest.fixture
def key(store: SqlStore, folder: Path) -> DataKey:
    with store.begin(STAMP) as unit:
        populate(unit)
        unit.commit()
    return key_of(folder, PASSPHRASE)


def meaning_of(path: Path, key: DataKey) -> str:
    connection = engine.open_connection(path, key)
    try:
        assert engine.integrity_faults(connection) == ()
        return meaning_digest(connection)
    finally:
        engine.close(connection)


def test_a_copy_says_what_the_store_says(store: SqlStore, folder: Path, key: DataKey) -> None:
    backup.copy_into(store._connection, folder / "copy.db")
    before = meaning_digest(store._connection)
    assert meaning_of(folder / "copy.db", key) == before
    assert not list(folder.glob("*.new"))


def test_a_copy_is_encrypted(store: SqlStore, folder: Path, key: DataKey) -> None:
    backup.copy_into(store._connection, folder / "copy.db")
    content = (folder / "copy.db").read_bytes()
    assert b"SQLite format" not in content
    assert "Zoë".encode() not in content
    assert b"Mornings" not in content


def test_a_second_copy_gets_another_name(store: SqlStore, folder: Path, key: DataKey) -> None:
    for _ in range(3):
        backup.copy_into(store._connection, folder / "copy.db")
    names = sorted(each.name for each in folder.glob("copy*"))
    assert names == ["copy-2.db", "copy-3.db", "copy.db"]


def test_an_unfinished_copy_is_made_anew(store: SqlStore, folder: Path, key: DataKey) -> None:
    (folder / "copy.db.new").write_bytes(b"half of a page")
    backup.copy_into(store._connection, folder / "copy.db")
    assert meaning_of(folder / "copy.db", key)
