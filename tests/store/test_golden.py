"""Golden stores: what an earlier program wrote is opened, brought up to date, and says the same.

These tests must not write into a golden store: each opens a copy.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, MetaData, select, text

from iroc_desktop.store import engine, rows
from iroc_desktop.store.meaning import meaning_digest
from iroc_desktop.store.opening import STORE_NAME
from tests.campaign.migration_cuts import GOLDEN, NEXT, PASSPHRASE_NAME, invented_steps
from tests.campaign.session_cuts import key_of
from tests.store.golden import CONTENT, held_in, make
from tests.store.making import unlocked

STORES = sorted(each for each in GOLDEN.iterdir() if each.is_dir())

KILLED_INSIDE = """
import sys
from pathlib import Path
from iroc_desktop.store import migrate, rows
from tests.store.making import unlocked
migrate.MIGRATIONS, rows.HEAD = Path(sys.argv[2]), sys.argv[3]
unlocked(Path(sys.argv[1]))
"""


def test_there_is_a_golden_store_of_every_earlier_revision() -> None:
    earlier = {f"{number:04}" for number in range(1, int(rows.HEAD))}
    assert {"0001"} | earlier <= {each.name for each in STORES} <= earlier | {rows.HEAD}


@pytest.fixture(params=STORES, ids=lambda folder: folder.name)
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copytree(request.param, tmp_path / "store"))


@contextmanager
def as_it_is(folder: Path) -> Iterator[Connection]:
    """Open the database without bringing it up to date."""
    passphrase = (folder / PASSPHRASE_NAME).read_text("utf-8").strip()
    connection = engine.open_connection(folder / STORE_NAME, key_of(folder, passphrase))
    try:
        yield connection
    finally:
        engine.close(connection)


def revision_of(folder: Path) -> str:
    with as_it_is(folder) as connection:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def said_in(connection: Connection, known: MetaData) -> dict[str, list[str]]:
    """Return every row of the tables that are known, with the columns that are known."""
    return {
        table.name: sorted(repr(tuple(row)) for row in connection.execute(select(table)))
        for table in known.sorted_tables
        if table.name != "alembic_version"
    }


def missing_from(held: Any, written: Any, place: str = "") -> list[str]:  # noqa: ANN401  # plain data of any shape
    """Return where `held` says less, or something else, than what was written; more may be held."""
    if isinstance(written, dict) and isinstance(held, dict):
        return [
            fault
            for name in written
            for fault in missing_from(held.get(name), written[name], f"{place}/{name}")
        ]
    return [] if held == written else [place]


def test_a_golden_store_still_says_what_it_said(golden: Path) -> None:
    store = unlocked(golden)
    held = held_in(store)
    store.close()
    written = json.loads((golden / CONTENT).read_text("utf-8"))
    assert len(written["people"]) > 3
    assert len(written["conversations"]) > 8
    assert missing_from(held, written) == []


def test_a_word_less_than_was_written_would_be_found() -> None:
    assert missing_from({"a": {"b": 1, "new": 2}}, {"a": {"b": 1}}) == []
    assert missing_from({"a": {"b": 2}}, {"a": {"b": 1}}) == ["/a/b"]
    assert missing_from({"a": {}}, {"a": {"b": 1}}) == ["/a/b"]


def test_a_golden_store_is_whole_after_it_was_brought_up_to_date(golden: Path) -> None:
    before = revision_of(golden)
    store = unlocked(golden)
    try:
        assert store.verify().good
    finally:
        store.close()
    assert revision_of(golden) == rows.HEAD
    kept = f"before-{rows.HEAD}-was-{before}.db"
    assert [each.name for each in golden.glob("before-*")] == ([kept] if before != rows.HEAD else [])


def test_bringing_a_golden_store_up_to_date_changes_no_row_of_its_tables(golden: Path) -> None:
    known = MetaData()
    with as_it_is(golden) as connection:
        known.reflect(connection)
        before, meaning = said_in(connection, known), meaning_digest(connection)
        connection.rollback()
    unlocked(golden).close()
    with as_it_is(golden) as connection:
        assert said_in(connection, known) == before
        assert meaning_digest(connection) == meaning
    assert all(before[table] for table in ("operation", "person", "answer", "draft", "machine"))


def test_a_program_killed_inside_of_a_migration_leaves_the_store_as_it_was(
    golden: Path, tmp_path: Path
) -> None:
    before = revision_of(golden)
    steps = invented_steps(tmp_path / "steps", then="import os; os.kill(os.getpid(), 9)")
    command = [sys.executable, "-c", KILLED_INSIDE, str(golden), str(steps), NEXT]
    assert subprocess.run(command, check=False).returncode in {-9, 9}
    assert revision_of(golden) == before
    store = unlocked(golden)
    assert store.verify().good
    held = held_in(store)
    store.close()
    assert missing_from(held, json.loads((golden / CONTENT).read_text("utf-8"))) == []


def test_a_golden_store_is_never_made_twice(tmp_path: Path) -> None:
    make(tmp_path / "0001")
    made = (tmp_path / "0001" / STORE_NAME).read_bytes()
    with pytest.raises(FileExistsError):
        make(tmp_path / "0001")
    assert (tmp_path / "0001" / STORE_NAME).read_bytes() == made
