"""The connection is set as it was measured to lose nothing and to show nothing.

These tests must not trust the list of pragmas: they ask the open database.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy import insert, text
from sqlalchemy.exc import DatabaseError, IntegrityError

from iroc_desktop.store import engine, rows
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


def test_the_engine_has_no_known_fault() -> None:
    assert sqlcipher3.sqlite_version_info >= engine.LEAST_SQLITE


def test_the_settings_are_given_before_anything_is_read() -> None:
    assert {"journal_mode = WAL", "synchronous = FULL", "locking_mode = EXCLUSIVE"} <= set(engine.PRAGMAS)
    assert engine.PRAGMAS[0] == "cipher_log_level = NONE"


def test_the_plain_file_cannot_be_opened_without_the_key(store: SqlStore, folder: Path) -> None:
    store.close()
    with closing(sqlcipher3.connect(str(folder / STORE_NAME))) as plain:
        plain.execute("PRAGMA cipher_log_level = NONE").fetchall()
        with pytest.raises(sqlcipher3.DatabaseError):
            plain.execute("SELECT count(*) FROM sqlite_schema").fetchall()


def test_what_goes_wrong_in_a_statement_shows_no_values(store: SqlStore) -> None:
    with pytest.raises(DatabaseError) as failed:
        store._connection.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": "Zebedee Quill"})
    store._connection.rollback()
    assert "Zebedee" not in str(failed.value)


def test_a_change_that_breaks_a_reference_is_refused(store: SqlStore) -> None:
    orphan = {"person_id": "nobody", "word": "x", "searchable_name": "x"}
    with pytest.raises(IntegrityError):
        store._connection.execute(insert(rows.name_word).values(orphan))
    store._connection.rollback()
