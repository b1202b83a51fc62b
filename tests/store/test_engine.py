"""The connection is set as it was measured to lose nothing and to show nothing.

These tests must not trust the list of pragmas: they ask the open database.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from iroc_desktop.store.opening import STORE_NAME
from iroc_desktop.store.unit_of_work import SqlStore


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("locking_mode", "exclusive"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
    ],
)
def test_the_database_is_set_to_lose_nothing(store: SqlStore, pragma: str, value: object) -> None:
    found = store._connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
    store._connection.rollback()
    # a database in memory of its own keeps no map; there the answer is empty
    assert (0 if found is None else found) == value


def test_the_file_does_not_begin_as_a_plain_database_does(store: SqlStore, folder: Path) -> None:
    store.close()
    assert not (folder / STORE_NAME).read_bytes().startswith(b"SQLite format 3")
