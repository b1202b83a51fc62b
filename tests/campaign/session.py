"""The session that is cut: all that a practitioner writes, with the store closed in between.

It must not acknowledge a change before the program did: each yields only after its method returned.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from iroc_desktop.domain.conversation import Answer, NoteKind
from iroc_desktop.domain.people import Person
from iroc_desktop.services.desk import Desk
from iroc_desktop.store import engine, key_file
from iroc_desktop.store.unit_of_work import SqlStore
from tests.campaign.desks import PASSPHRASE, desk_on, vault_in
from tests.fakes.builders import FIRST_DAY

PROGRAM = """
import sys
from pathlib import Path
from tests.campaign.session import play
play(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
"""
STORE = "store"


def play(folder: Path, rounds: int, fault: str) -> None:
    """Write for some rounds; acknowledge each change, and print what the store holds after it.

    `fault` is for `plant`.
    """
    plant(fault)
    vault = vault_in(folder / STORE)
    told = os.open(folder / "acknowledged", os.O_WRONLY)
    for number in range(rounds):
        store, _ = vault.unlock(PASSPHRASE)
        if number == 0:
            _say(state_of(store, folder / STORE))
        for _ in changes(desk_on(store), number):
            os.write(told, b".")
            _say(state_of(store, folder / STORE))
        vault.renew_sheet(PASSPHRASE)
        os.write(told, b".")
        _say(state_of(store, folder / STORE))
        store.close()
    os.close(told)


def changes(desk: Desk, number: int) -> Iterator[object]:
    """Make one change after the other: a person, a conversation of them, and a correction."""
    person_id = f"person-of-round-{number}"
    yield desk.people.save(Person(person_id, f"Zebedee Quill {number}"))
    held = desk.conversations.start(person_id, FIRST_DAY).value.draft.conversation.id
    yield held
    for place, indicator in enumerate("abc"):
        yield desk.conversations.rate(held, indicator, 1 + place)
    for kind in NoteKind:
        yield desk.conversations.note(held, "b", kind, f"{kind.value} of round {number} " * 40)
    yield desk.conversations.choose(held, ("a",))
    yield desk.conversations.agree_next(held, None, "after the holidays")
    yield desk.conversations.complete(held)
    yield desk.conversations.correct(held, "a", Answer(rating=4), "misheard")


def state_of(store: SqlStore, folder: Path) -> str:
    """Return a digest of every row of every table, and of which edition the keys are."""
    connection = store._connection
    rows = rows_of(connection.connection.dbapi_connection)
    return hashlib.sha256("\n".join([*rows, str(key_file.read(folder).edition)]).encode()).hexdigest()


def plant(fault: str) -> None:
    """Set pragmas otherwise from now on: `name=value`, separated by commas."""
    given = dict(each.split("=") for each in fault.split(",") if each)
    usual = (each.split(" = ") for each in engine.PRAGMAS)
    pragmas = tuple(f"{name} = {given.get(name, value)}" for name, value in usual)
    vars(engine)["PRAGMAS"] = pragmas


def rows_of(driver: Any) -> list[str]:  # noqa: ANN401  # the driver has no type information
    """Return every row of every table, spelled out, in a fixed order.

    It asks the driver itself: there are thousands of states, and SQLAlchemy would need longer than SQLite.
    """
    tables = [row[0] for row in driver.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    asked = {table: f"SELECT * FROM {table}" for table in tables}  # noqa: S608  # names from the schema itself
    return sorted(repr((table, *row)) for table in tables for row in driver.execute(asked[table]))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
