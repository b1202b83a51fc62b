"""The tables: which follow from the log, which are this machine's own, and nothing that only SQLite knows.

These tests must not list tables by hand where the metadata can be asked.
"""

from __future__ import annotations

from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from iroc_desktop.store import rows

OWN = {"operation", "chain_head", "machine", "erased", "own_card", "peer", "held", "taken", "known_replica"}
LOCAL = {"draft", "open_session"}


def test_every_table_is_the_log_its_fold_or_this_machines_own() -> None:
    folded = {table.name for table in rows.FOLD}
    rest = set(rows.metadata.tables) - folded
    assert rest >= OWN
    assert rest - OWN <= LOCAL
    assert not folded & (OWN | LOCAL)


def test_parents_stand_before_their_children_in_the_fold() -> None:
    place = {table.name: number for number, table in enumerate(rows.FOLD)}
    pairs = [(key.column.table.name, table.name) for table in rows.FOLD for key in table.foreign_keys]
    assert pairs
    assert all(place[parent] < place[child] for parent, child in pairs)


def test_the_tables_could_be_made_in_postgresql() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call] # the dialect has no types
    made = [str(CreateTable(table).compile(dialect=dialect)) for table in rows.metadata.sorted_tables]
    assert len(made) == len(rows.metadata.tables)


def test_every_table_has_a_key() -> None:
    assert [table.name for table in rows.metadata.sorted_tables if not table.primary_key.columns] == []
