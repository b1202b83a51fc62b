"""Campaign A over backups: taken, and one brought back, with the power failing at any moment.

It must not be content with the store: every backup that counts is read through, and so is what was set aside.
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import sqlcipher3
from sqlalchemy.exc import DatabaseError

from iroc_desktop.domain.backups import BackupCounts
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Person
from iroc_desktop.store import backup_copies, durable_files
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.interrupted import finish_bringing_back
from iroc_desktop.store.opening import open_store
from iroc_desktop.store.unit_of_work import SqlStore
from tests.campaign.desks import PASSPHRASE, desk_on, make_store, vault_in
from tests.campaign.power import Outcome, Verdict, recorded, scratch, search
from tests.campaign.session import STORE, state_of
from tests.campaign.session_cuts import key_of

PROGRAM: Final = """
import sys
from pathlib import Path
from tests.campaign.copy_cuts import play
play(Path(sys.argv[1]), sys.argv[2])
"""
FIRST: Final = datetime(2026, 3, 2, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Said:
    """What the program said after one change: its store, its backups, and what was set aside."""

    state: str
    backups: dict[str, list[int]]
    """How much is in each, by name."""
    aside: str
    """The state of the store that was set aside; empty before that."""


def cut_copies(work: Path, states: int, chance: random.Random, *, planted: bool = False) -> Outcome:
    """Back up, write, bring back under the witness, and open `states` of the ways to be cut off.

    The planted fault leaves out what the program itself syncs: copies, key files and names.
    """
    with scratch() as folder:
        make_store(folder / STORE)
        key = key_of(folder / STORE, PASSPHRASE)
        record = recorded(folder, work, PROGRAM, "planted" if planted else "")
    said = [Said(**json.loads(line)) for line in record.printed.splitlines()]
    return search(record, states, chance, _judge(said, key))


def play(folder: Path, plant: str) -> None:
    """Back up and bring back, acknowledge each step, and print what there is after it."""
    if plant:
        _forget_to_sync()
    told = os.open(folder / "acknowledged", os.O_WRONLY)
    store, _ = vault_in(folder / STORE).unlock(PASSPHRASE)
    moment, aside = FIRST, ""
    _say(store, folder, aside)
    for number in range(3):
        moment += timedelta(hours=1)
        store.backups.take(moment)
        os.write(told, b".")
        _say(store, folder, aside)
        desk_on(store).people.save(Person(f"person-after-{number}", f"Zebedee Quill {number}"))
        os.write(told, b".")
        _say(store, folder, aside)
    aside = state_of(store, folder / STORE)
    store.backups.bring_back(store.backups.all()[1].name, moment)
    os.write(told, b".")
    store, _ = vault_in(folder / STORE).unlock(PASSPHRASE)
    _say(store, folder, aside)
    desk_on(store).people.save(Person("person-at-last", "Zebedee Quill"))
    os.write(told, b".")
    _say(store, folder, aside)
    store.close()


def _say(store: SqlStore, folder: Path, aside: str) -> None:
    said = {"state": state_of(store, folder / STORE), "backups": _backups(store), "aside": aside}
    sys.stdout.write(json.dumps(said) + "\n")


def _backups(store: SqlStore) -> dict[str, list[int]]:
    return {each.name: _numbers(store.backups.counts(each.name)) for each in store.backups.all()}


def _numbers(counts: BackupCounts) -> list[int]:
    return [counts.people, counts.conversations, counts.operations]


def _forget_to_sync() -> None:
    for module in (os, durable_files, backup_copies):
        for name in {"fsync", "sync_folder"} & set(vars(module)):
            vars(module)[name] = lambda _: None


def _judge(said: list[Said], key: DataKey) -> Callable[[Path, int], Verdict]:
    every = said[-1].backups

    def judge(folder: Path, acknowledged: int) -> Verdict:
        try:
            finish_bringing_back(folder / STORE)
            state, backups = _found(folder / STORE, key)
            asides = [_found(each, key)[0] for each in folder.glob("set-aside-*")]
        except (ExpectedError, sqlcipher3.Error, DatabaseError):
            return Verdict.REFUSED
        if any(every.get(name) != counts for name, counts in backups.items()):
            return Verdict.STRANGE
        least, most = said[acknowledged], said[min(acknowledged + 1, len(said) - 1)]
        if not least.backups.keys() <= backups.keys():
            return Verdict.LOST
        kept_aside = (not least.aside and not asides) or asides == [most.aside]
        if state in {least.state, most.state} and kept_aside:
            return Verdict.KEPT
        return Verdict.LOST if state in {each.state for each in said} else Verdict.STRANGE

    return judge


def _found(folder: Path, key: DataKey) -> tuple[str, dict[str, list[int]]]:
    store = open_store(folder, key)
    try:
        return state_of(store, folder), _backups(store)
    finally:
        store.close()
