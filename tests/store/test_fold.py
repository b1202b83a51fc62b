"""The tables are what the log says: rebuilt from it they are the same, and a change past the log is found.

These tests must not write to a fold table but for the planted fault.
"""

from __future__ import annotations

import pytest
from sqlalchemy import update

from iroc_desktop.store import rows
from iroc_desktop.store.projection import dump, rebuild
from iroc_desktop.store.unit_of_work import SqlStore
from tests.store.making import STAMP, populate


@pytest.fixture
def populated(store: SqlStore) -> SqlStore:
    with store.begin(STAMP) as unit:
        populate(unit)
        unit.commit()
    return store


def test_every_table_rebuilt_from_the_log_is_the_same(populated: SqlStore) -> None:
    connection = populated._connection
    before = {table.name: list(dump(connection, table)) for table in rows.FOLD}
    rebuild(connection)
    after = {table.name: list(dump(connection, table)) for table in rows.FOLD}
    connection.rollback()
    assert after == before
    empty = {name for name, held in before.items() if not held}
    assert empty == {"summary", "conflict", "withheld"}


def test_a_whole_store_is_reported_as_whole(populated: SqlStore) -> None:
    report = populated.verify()
    assert report.good
    assert report.operations > 10


def test_a_table_changed_past_the_log_is_found(populated: SqlStore) -> None:
    connection = populated._connection
    connection.execute(update(rows.answer).values(rating=1))
    connection.commit()
    report = populated.verify()
    assert not report.fold_matches
    assert not report.good


def test_an_operation_changed_in_the_log_is_found(populated: SqlStore) -> None:
    connection = populated._connection
    first = rows.operation.c.seq == 1
    connection.execute(update(rows.operation).where(first).values(author="somebody-else"))
    connection.commit()
    assert populated.verify().chain_faults
