"""Campaign A over a session: after any power cut, the store holds exactly what it held after some change.

It must not be content with the newest change: all rows of all tables are compared.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Final

import sqlcipher3

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.store import key_file
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.key_derivation import passphrase_bytes
from iroc_desktop.store.opening import STORE_NAME, open_store
from iroc_desktop.store.slots import SlotKind, opened
from tests.campaign.desks import PASSPHRASE, make_store, vault_in
from tests.campaign.power import Outcome, Verdict, recorded, scratch, search
from tests.campaign.session import PROGRAM, STORE, state_of

EVERY: Final = 20
"""One state of so many is opened with the passphrase, and checked from end to end."""


class Fault(StrEnum):
    """Settings of SQLite that lose data: planted to see that the campaign would notice."""

    NONE = ""
    ROLLBACK_JOURNAL = "journal_mode=DELETE,locking_mode=NORMAL"
    UNSYNCED = "synchronous=OFF"


def cut_sessions(
    work: Path, states: int, chance: random.Random, *, fault: Fault = Fault.NONE, rounds: int = 4
) -> Outcome:
    """Play one session under the witness, and open `states` of the ways in which a power cut could end it."""
    with scratch() as folder:
        make_store(folder / STORE)
        key = key_of(folder / STORE, PASSPHRASE)
        record = recorded(folder, work, PROGRAM, str(rounds), fault.value)
    return search(record, states, chance, _judge(record.printed.split(), key))


def key_of(folder: Path, passphrase: str) -> DataKey:
    """Return the data key, so that a state need not wait for what makes guessing slow."""
    keys = key_file.read(folder)
    found = opened(keys.slots, SlotKind.PASSPHRASE, passphrase_bytes(passphrase), keys.vault_id)
    if found is None:
        raise LookupError(STORE_NAME)
    return found[1]


def _judge(said: list[str], key: DataKey) -> Callable[[Path, int], Verdict]:
    changes = {state: number for number, state in enumerate(said)}
    if len(changes) != len(said):
        raise ValueError(said)
    seen = 0

    def judge(folder: Path, acknowledged: int) -> Verdict:
        nonlocal seen
        seen += 1
        try:
            kept = changes.get(_state(folder / STORE, key, whole=seen % EVERY == 0))
        except (ExpectedError, sqlcipher3.Error):
            return Verdict.REFUSED
        if kept is None:
            return Verdict.STRANGE
        if kept < acknowledged:
            return Verdict.LOST
        return Verdict.KEPT if kept <= acknowledged + 1 else Verdict.STRANGE

    return judge


def _state(folder: Path, key: DataKey, *, whole: bool) -> str:
    store = vault_in(folder).unlock(PASSPHRASE)[0] if whole else open_store(folder, key)
    try:
        if whole and not store.verify().good:
            return ""
        return state_of(store, folder)
    finally:
        store.close()
