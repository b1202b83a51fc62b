"""This machine in the log: it knows itself again, and tells its own signature from another's.

These tests must not keep a key outside of their store.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete

from iroc_desktop.domain.operations import GENESIS
from iroc_desktop.domain.store_errors import StoreDamagedError
from iroc_desktop.store import machine, rows
from iroc_desktop.store.machine import Head
from iroc_desktop.store.unit_of_work import SqlStore
from tests.store.making import created, unlocked

HEAD = Head("0011223344556677", 3, 5, GENESIS)


def test_a_machine_is_the_same_after_starting_again(folder: Path) -> None:
    store = created(folder)
    before = machine.known(store._connection)
    store.close()
    store = unlocked(folder)
    after = machine.known(store._connection)
    store.close()
    assert after.replica == before.replica
    assert after.signed(HEAD, before.sign(HEAD))


def test_two_stores_are_two_machines(tmp_path: Path) -> None:
    stores = [created(tmp_path / name) for name in ("one", "two")]
    first, second = (machine.known(store._connection) for store in stores)
    for store in stores:
        store.close()
    assert first.replica != second.replica
    assert not second.signed(HEAD, first.sign(HEAD))


@pytest.mark.parametrize(
    "altered",
    [
        replace(HEAD, replica="x"),
        replace(HEAD, seq=4),
        replace(HEAD, lamport=6),
        replace(HEAD, hash="0" * 63 + "1"),
    ],
    ids=["replica", "seq", "lamport", "hash"],
)
def test_a_signature_covers_every_part_of_a_head(store: SqlStore, altered: Head) -> None:
    here = machine.known(store._connection)
    signature = here.sign(HEAD)
    assert here.signed(HEAD, signature)
    assert not here.signed(altered, signature)


def test_a_store_without_its_machine_is_damaged(folder: Path) -> None:
    store = created(folder)
    store._connection.execute(delete(rows.machine))
    store._connection.commit()
    store.close()
    with pytest.raises(StoreDamagedError):
        unlocked(folder)
