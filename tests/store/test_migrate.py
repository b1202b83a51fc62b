"""Migrations: from the first revision to today's the tables are the same, and a failed step changes nothing.

These tests must not touch the migrations that ship: invented ones live in a copy.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect

from iroc_desktop.domain.store_errors import DiskFullError, StoreDamagedError, StoreTooNewError
from iroc_desktop.store import engine, migrate, rows
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.opening import STORE_NAME
from iroc_desktop.store.unit_of_work import SqlStore
from tests.store.golden import held_in
from tests.store.making import unlocked

NEXT = f"{int(rows.HEAD) + 1:04}"

STEP = """
from alembic import op
import sqlalchemy as sa
from iroc_desktop.domain.store_errors import DiskFullError
revision, down_revision = "{next}", "{head}"
def upgrade():
    op.create_table("invented", sa.Column("id", sa.Text(), nullable=False))
    {then}
"""


@pytest.fixture
def upgraded(tmp_path: Path) -> Connection:
    """Return a store that was made by the migrations alone, from nothing."""
    connection = engine.open_connection(tmp_path / STORE_NAME, DataKey.random())
    command.upgrade(migrate.alembic_config(connection), "head")
    return connection


def test_the_migrations_make_the_tables_that_the_program_uses(upgraded: Connection) -> None:
    differences = compare_metadata(MigrationContext.configure(upgraded), rows.metadata)
    foreign = [each for each in differences if "alembic_version" not in str(each)]
    engine.close(upgraded)
    assert foreign == []


def shape_of(connection: Connection) -> dict[str, object]:
    """Return what a comparison of models passes over too: keys, order of columns, rules, indexes."""
    look = inspect(connection)
    return {
        table: (
            [
                (each["name"], str(each["type"]), each["nullable"], each["default"])
                for each in look.get_columns(table)
            ],
            look.get_pk_constraint(table)["constrained_columns"],
            sorted(map(repr, look.get_foreign_keys(table))),
            sorted(map(repr, look.get_indexes(table))),
            sorted(map(repr, look.get_unique_constraints(table))),
            sorted(map(repr, look.get_check_constraints(table))),
        )
        for table in look.get_table_names()
        if table != rows.revision.name
    }


def test_a_new_store_has_the_shape_of_one_that_was_brought_up_to_date(
    upgraded: Connection, store: SqlStore
) -> None:
    by_steps, new = shape_of(upgraded), shape_of(store._connection)
    engine.close(upgraded)
    assert by_steps.keys() == new.keys()
    assert {name: (by_steps[name], new[name]) for name in new if by_steps[name] != new[name]} == {}


def test_a_new_store_without_anyone_in_it_is_whole(store: SqlStore) -> None:
    assert store.verify().good


def test_the_migrations_end_at_the_revision_that_the_program_names(upgraded: Connection) -> None:
    revision = MigrationContext.configure(upgraded).get_current_revision()
    engine.close(upgraded)
    assert revision == rows.HEAD


def invent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: str) -> None:
    """Let there be one revision more, which makes a table and does something then."""
    folder = Path(shutil.copytree(migrate.MIGRATIONS, tmp_path / "migrations"))
    step = STEP.format(next=NEXT, head=rows.HEAD, then=then)
    (folder / "versions" / f"{NEXT}_invented.py").write_text(step, "utf-8")
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    monkeypatch.setattr(rows, "HEAD", NEXT)


def tables_of(folder: Path) -> list[str]:
    """Return the tables of the store in a folder, opened as it is."""
    store = unlocked(folder)
    names = inspect(store._connection).get_table_names()
    store.close()
    return names


def test_a_step_is_taken_and_a_copy_of_what_was_is_kept(
    closed_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = unlocked(closed_folder)
    before = held_in(store)
    store.close()
    invent(tmp_path, monkeypatch, then="pass")
    store = unlocked(closed_folder)
    assert held_in(store) == before
    store.close()
    assert "invented" in tables_of(closed_folder)
    assert list(closed_folder.glob(f"before-{NEXT}-*.db"))


def test_a_step_that_fails_half_way_leaves_the_store_as_it_was(
    closed_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as invented:
        invent(tmp_path, invented, then="raise DiskFullError")
        with pytest.raises(DiskFullError):
            unlocked(closed_folder)
    assert "invented" not in tables_of(closed_folder)


def test_a_step_that_changes_what_was_said_is_undone(
    closed_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as invented:
        invent(tmp_path, invented, then='op.execute("UPDATE operation SET fields = NULL")')
        with pytest.raises(StoreDamagedError):
            unlocked(closed_folder)
    store = unlocked(closed_folder)
    assert store.verify().good
    store.close()


def test_a_store_of_a_later_program_is_refused_and_left_alone(
    closed_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as invented:
        invent(tmp_path, invented, then="pass")
        unlocked(closed_folder).close()
    before = (closed_folder / STORE_NAME).read_bytes()
    with pytest.raises(StoreTooNewError):
        unlocked(closed_folder)
    assert (closed_folder / STORE_NAME).read_bytes() == before
