"""Campaign J: a migration is killed right after each change it makes to the disk; the store is old or new.

It must not be content with what the log says: schema and revision have to be of one piece, too.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.store import engine, rows
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.meaning import meaning_digest
from iroc_desktop.store.opening import STORE_NAME
from tests.campaign.desks import vault_in
from tests.campaign.migration_cuts import GOLDEN, PASSPHRASE_NAME
from tests.campaign.power import scratch
from tests.campaign.session import STORE
from tests.campaign.session_cuts import key_of
from tests.campaign.witness import watched

PROGRAM: Final = """
import sys
from pathlib import Path
from tests.campaign.migration_kills import kill_along
kill_along(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
"""
OLD, NEW, BETWEEN, REFUSED = "old", "new", "between", "refused"
HARMS: Final = frozenset({BETWEEN, REFUSED})
_MOST: Final = 100_000
"""More changes to the disk than any migration makes."""


class Store(NamedTuple):
    """What is in a store: which revision it says it is, its schema, and what its log says."""

    revision: str
    schema: str
    meaning: str


def older_stores() -> list[Path]:
    """Return the golden stores that this program has to migrate."""
    every = (each for each in sorted(GOLDEN.iterdir()) if (each / STORE_NAME).is_file())
    return [each for each in every if each.name != rows.HEAD]


def kill_migration(work: Path, golden: Path, points: int, *, planted: bool = False) -> Counter[str]:
    """Migrate a golden store `points` times, killed at points spread evenly; count what each left.

    The planted fault leaves out the transaction around the steps.
    """
    with scratch() as folder:
        folder.mkdir()
        arguments = (str(folder), str(golden), str(points), "planted" if planted else "")
        _, printed = watched(folder, work, PROGRAM, *arguments)
    return Counter(json.loads(printed.splitlines()[-1]))


def kill_along(folder: Path, golden: Path, points: int, plant: str) -> None:
    """Migrate and be killed again and again, under the witness, and print what was left."""
    if plant:
        vars(engine)["_begin"] = lambda _: None
    passphrase = (golden / PASSPHRASE_NAME).read_text("utf-8").strip()
    key = key_of(golden, passphrase)
    before, after, changes = _uninterrupted(folder, golden, passphrase, key)
    found: Counter[str] = Counter()
    for number in range(points):
        shutil.copytree(golden, folder / STORE)
        _migrate_until(folder / STORE, passphrase, number * changes // points)
        found[_left(folder / STORE, passphrase, key, (before, after))] += 1
        shutil.rmtree(folder / STORE)
    sys.stdout.write(json.dumps(found) + "\n")


def _uninterrupted(folder: Path, golden: Path, passphrase: str, key: DataKey) -> tuple[Store, Store, int]:
    """Return a store before and after its migration, and how many changes to the disk lie between."""
    shutil.copytree(golden, folder / STORE)
    before = _read(folder / STORE / STORE_NAME, key)
    changes = _migrate_until(folder / STORE, passphrase, _MOST)
    after = _read(folder / STORE / STORE_NAME, key)
    shutil.rmtree(folder / STORE)
    if before == after or after.meaning != before.meaning:
        raise ValueError(after.revision)
    return before, after, changes


def _migrate_until(store: Path, passphrase: str, point: int) -> int:
    """Open a store in a process of its own, killed at a point; else return how many changes it made."""
    told, tell = os.pipe()
    if os.fork() == 0:
        kill = ctypes.CDLL(None).witness_kill
        kill.argtypes, kill.restype = (ctypes.c_long,), ctypes.c_long
        kill(point)
        opened, _ = vault_in(store).unlock(passphrase)
        opened.close()
        os.write(tell, str(point - kill(-1)).encode())
        os._exit(0)
    os.close(tell)
    with os.fdopen(told) as said:
        changes = said.read()
    os.wait()
    return int(changes or 0)


def _left(store: Path, passphrase: str, key: DataKey, expected: tuple[Store, Store]) -> str:
    before, after = expected
    try:
        found = _read(store / STORE_NAME, key)
        copies = [_read(each, key) for each in store.glob("before-*.db")]
        opened, _ = vault_in(store).unlock(passphrase)
        opened.close()
        finished = _read(store / STORE_NAME, key)
    except (ExpectedError, DatabaseError):
        return REFUSED
    if finished != after or any(each != before for each in copies) or (found == after and not copies):
        return BETWEEN
    return {before: OLD, after: NEW}.get(found, BETWEEN)


def _read(path: Path, key: DataKey) -> Store:
    connection = engine.open_connection(path, key)
    try:
        if engine.integrity_faults(connection):
            return Store("", "", "")
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        spelled = connection.execute(
            text("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
        ).all()
        schema = hashlib.sha256(repr(spelled).encode()).hexdigest()
        return Store(revision, schema, meaning_digest(connection))
    finally:
        engine.close(connection)
