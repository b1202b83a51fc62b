"""Campaign A over a migration: after any power cut the store is the old one or the new one, never between.

It must not migrate with the steps that ship alone: one more is invented, so that there always is one to take.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.store import engine, migrate, rows
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.meaning import meaning_digest
from iroc_desktop.store.opening import STORE_NAME
from tests.campaign.power import Outcome, Verdict, recorded, scratch, search
from tests.campaign.session import STORE
from tests.campaign.session_cuts import Fault, key_of

GOLDEN: Final = Path(__file__).parents[1] / "data" / "golden"
OLDEST: Final = GOLDEN / "0001"
PASSPHRASE_NAME: Final = "passphrase.txt"
"""Beside each golden store; it guards nobody."""

NEXT: Final = f"{int(rows.HEAD) + 1:04}"
STEP: Final = """
from alembic import op
import sqlalchemy as sa
revision, down_revision = "{next}", "{head}"
def upgrade():
    op.create_table("invented", sa.Column("id", sa.Text(), nullable=False))
    op.execute("INSERT INTO invented SELECT content_digest FROM operation")
    op.add_column("operation", sa.Column("invented", sa.Text()))
    {then}
"""

PROGRAM: Final = """
import os, sys
from pathlib import Path
from iroc_desktop.store import migrate, rows
from tests.campaign.session import plant
from tests.campaign.desks import vault_in
folder = Path(sys.argv[1])
migrate.MIGRATIONS, rows.HEAD = Path(sys.argv[2]), sys.argv[3]
plant(sys.argv[5])
told = os.open(folder / "acknowledged", os.O_WRONLY)
store, _ = vault_in(folder / "store").unlock(sys.argv[4])
os.write(told, b".")
store.close()
"""


@dataclass(frozen=True, slots=True)
class Before:
    """The store before the migration."""

    revision: str
    meaning: str
    key: DataKey


def cut_migrations(
    work: Path, golden: Path, states: int, chance: random.Random, *, fault: Fault = Fault.NONE
) -> Outcome:
    """Upgrade a copy of a golden store under the witness, and open `states` of the ways to be cut off."""
    work.mkdir(parents=True, exist_ok=True)
    passphrase = (golden / PASSPHRASE_NAME).read_text("utf-8").strip()
    steps = invented_steps(work / "steps")
    with scratch() as folder:
        shutil.copytree(golden, folder / STORE)
        key = key_of(folder / STORE, passphrase)
        before = Before(*_read(folder / STORE / STORE_NAME, key), key)
        record = recorded(folder, work, PROGRAM, str(steps), NEXT, passphrase, fault.value)
        after = _read(folder / STORE / STORE_NAME, key)
    if after != (NEXT, before.meaning):
        raise ValueError(after)
    return search(record, states, chance, _judge(before))


def invented_steps(folder: Path, then: str = "") -> Path:
    """Copy the migrations into a folder, and add one that changes tables and does something then."""
    shutil.copytree(migrate.MIGRATIONS, folder)
    step = STEP.format(next=NEXT, head=rows.HEAD, then=then)
    (folder / "versions" / f"{NEXT}_invented.py").write_text(step, "utf-8")
    return folder


def _judge(before: Before) -> Callable[[Path, int], Verdict]:
    def judge(folder: Path, acknowledged: int) -> Verdict:
        store = folder / STORE
        try:
            revision, meaning = _read(store / STORE_NAME, before.key)
            # a copy under its final name counts as a copy: it has to be one
            copies = [_read(copy, before.key) for copy in store.glob("before-*.db")]
        except (ExpectedError, DatabaseError):
            return Verdict.REFUSED
        if any(copy != (before.revision, before.meaning) for copy in copies):
            return Verdict.REFUSED
        if meaning != before.meaning or revision not in {before.revision, NEXT}:
            return Verdict.STRANGE
        migrated = revision == NEXT
        return Verdict.LOST if (migrated and not copies) or (acknowledged and not migrated) else Verdict.KEPT

    return judge


def _read(path: Path, key: DataKey) -> tuple[str, str]:
    """Return the revision and the meaning of a whole database; "" for the revision if it is between two."""
    connection = engine.open_connection(path, key)
    try:
        if engine.integrity_faults(connection):
            return "", ""
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        whole = _invented(connection) == (revision == NEXT)
        return (revision if whole else ""), meaning_digest(connection)
    finally:
        engine.close(connection)


def _invented(connection: Connection) -> bool:
    spelled = connection.execute(text("SELECT sql FROM sqlite_schema WHERE sql LIKE '%invented%'")).all()
    return bool(spelled)
