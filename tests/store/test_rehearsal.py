"""The newest backup is brought back for trial without touching anything, and what is wrong with it is told.

These tests must not take a rehearsal for done before it says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import update

from iroc_desktop.domain.people import Person
from iroc_desktop.domain.store_errors import BackupDamagedError
from iroc_desktop.store import rows
from iroc_desktop.store.opening import STORE_NAME
from iroc_desktop.store.unit_of_work import SqlStore
from tests.store.making import STAMP, created, populate

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


@pytest.fixture
def store(folder: Path) -> Iterator[SqlStore]:
    made = created(folder)
    with made.begin(STAMP) as unit:
        populate(unit)
        unit.commit()
    yield made
    made.close()


def beside(folder: Path) -> set[str]:
    return {each.name for each in folder.parent.iterdir()}


def test_a_rehearsed_backup_is_remembered_and_nothing_is_left_of_it(store: SqlStore, folder: Path) -> None:
    name = store.backups.take(NOW).name
    before = beside(folder)
    assert store.backups.last_rehearsal() is None
    assert len(list(store.backups.rehearse(name, NOW))) > 3
    assert store.backups.last_rehearsal() == NOW
    assert beside(folder) == before
    assert [each.name for each in store.backups.all()] == [name]
    assert store.verify().good


def test_what_is_written_between_two_steps_is_kept(store: SqlStore, folder: Path) -> None:
    name = store.backups.take(NOW).name
    for number, _ in enumerate(store.backups.rehearse(name, NOW)):
        with store.begin(STAMP) as unit:
            unit.people.put(Person(f"in-between-{number}", "Zoë"))
            unit.commit()
        assert f"{folder.name}.rehearsal" in beside(folder)
    assert number >= 3
    with store.begin(STAMP) as unit:
        assert unit.people.get(f"in-between-{number}").preferred_name == "Zoë"
    assert store.verify().good


def test_a_damaged_backup_is_told_and_not_remembered(store: SqlStore, folder: Path) -> None:
    name = store.backups.take(NOW).name
    file = folder.parent / "backups" / name / STORE_NAME
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    before = beside(folder)
    with pytest.raises(BackupDamagedError):
        list(store.backups.rehearse(name, NOW))
    assert store.backups.last_rehearsal() is None
    assert beside(folder) == before


def test_tables_that_say_something_else_than_the_log_are_told(store: SqlStore) -> None:
    store._connection.execute(update(rows.person).values(preferred_name="somebody else"))
    store._connection.commit()
    name = store.backups.take(NOW).name
    with pytest.raises(BackupDamagedError):
        list(store.backups.rehearse(name, NOW))
    assert store.backups.last_rehearsal() is None


def test_a_lock_in_the_middle_leaves_nothing_behind(store: SqlStore, folder: Path) -> None:
    name = store.backups.take(NOW).name
    before = beside(folder)
    rehearsal = store.backups.rehearse(name, NOW)
    next(rehearsal)
    store.close()
    assert list(rehearsal) == []
    assert beside(folder) == before


def test_a_moment_that_nobody_can_read_counts_as_never(store: SqlStore, folder: Path) -> None:
    store.backups.take(NOW)
    (folder.parent / "backups" / "rehearsed").write_bytes(b"\xff")
    assert store.backups.last_rehearsal() is None
