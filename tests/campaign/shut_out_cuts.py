"""Campaign A over ending somebody's access: the others always get in, and once it is ended they never do.

It must not be content with the store: the backups and the record that was set aside are tried as well.
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import sqlcipher3
from sqlalchemy.exc import DatabaseError

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import KeysReplacedError, WrongPassphraseError
from iroc_desktop.store import backup_copies, backup_rekeying, durable_files, engine, rekeying
from iroc_desktop.store.places import copies_of
from iroc_desktop.store.unit_of_work import SqlStore
from tests.campaign.desks import PASSPHRASE, make_store, vault_in
from tests.campaign.disk import put
from tests.campaign.power import ACKNOWLEDGED, Outcome, Recording, Verdict, recorded, scratch, search
from tests.campaign.session import STORE, rows_of

PROGRAM: Final = """
import sys
from pathlib import Path
from tests.campaign.shut_out_cuts import play
play(Path(sys.argv[1]), sys.argv[2])
"""
STAYS, LEAVES = "a colleague who stays", "a colleague who leaves"
"""Their passphrases, and their ids."""
FIRST: Final = datetime(2026, 3, 2, 9, tzinfo=UTC)


def cut_shut_outs(work: Path, states: int, chance: random.Random, *, planted: bool = False) -> Outcome:
    """End somebody's access under the witness, and open `states` of the ways in which a power cut ends that.

    The planted fault leaves out what the program itself syncs: copies, key files and names.
    """
    record, said = shut_out_recorded(work, planted=planted)
    return search(record, states, chance, _judge(said))


def killed_at_every(work: Path, stride: int) -> dict[Verdict, int]:
    """End somebody's access, killed after each `stride`-th change to the disk; count what became of it."""
    record, said = shut_out_recorded(work)
    judge, found, acknowledged = _judge(said), dict.fromkeys(Verdict, 0), 0
    for number, event in enumerate(record.events):
        if event.name == ACKNOWLEDGED:
            acknowledged += len(event.content)
        else:
            record.disk.take(event)
        if number % stride == 0 or number == len(record.events) - 1:
            with scratch() as folder:
                put(record.disk.whole(), folder)
                found[judge(folder, acknowledged)] += 1
    return found


def shut_out_recorded(work: Path, *, planted: bool = False) -> tuple[Recording, list[str]]:
    """Return the record of ending an access, and what store and backups held before it."""
    with scratch() as folder:
        make_store(folder / STORE)
        said = _prepare(folder / STORE)
        record = recorded(folder, work, PROGRAM, "planted" if planted else "")
    return record, said


def play(folder: Path, plant: str) -> None:
    """End the access, and acknowledge that."""
    if plant:
        for module in (os, durable_files, backup_copies, rekeying, backup_rekeying, engine):
            for name in {"fsync", "sync_folder"} & set(vars(module)):
                vars(module)[name] = lambda _: None
    told = os.open(folder / ACKNOWLEDGED, os.O_WRONLY)
    vault = vault_in(folder / STORE)
    store, _ = vault.unlock(PASSPHRASE)
    vault.shut_out(PASSPHRASE, LEAVES, vault.new_sheet(), store)
    os.write(told, b".")
    store.close()
    sys.stdout.write(json.dumps([]))


def _prepare(folder: Path) -> list[str]:
    """Let two colleagues in, take two backups and bring the older one back; return what there is then."""
    vault = vault_in(folder)
    store, _ = vault.unlock(PASSPHRASE)
    vault.let_in(PASSPHRASE, STAYS, STAYS)
    vault.let_in(PASSPHRASE, LEAVES, LEAVES)
    first = store.backups.take(FIRST)
    store.backups.take(FIRST + timedelta(hours=1))
    store.backups.bring_back(first.name, FIRST)
    store, _ = vault.unlock(PASSPHRASE)
    said = _said(store)
    store.close()
    return said


def _said(store: SqlStore) -> list[str]:
    rows = rows_of(store._connection.connection.dbapi_connection)
    return rows + [f"{each.name} {store.backups.counts(each.name)}" for each in store.backups.all()]


def _judge(said: list[str]) -> Callable[[Path, int], Verdict]:
    def judge(folder: Path, acknowledged: int) -> Verdict:
        vault = vault_in(folder / STORE)
        try:
            for passphrase in (PASSPHRASE, STAYS):
                store, _ = vault.unlock(passphrase)
                held = _said(store)
                store.close()
                if held != said:
                    return Verdict.LOST
            gone = not _opens(folder / STORE)
            # once the store is locked anew, nothing else may let them in; before, everything still does
            fits = all(_opens(each) is not gone for each in copies_of(folder / STORE))
        except (ExpectedError, sqlcipher3.Error, DatabaseError):
            return Verdict.REFUSED
        return Verdict.KEPT if fits and (gone or not acknowledged) else Verdict.STRANGE

    return judge


def _opens(folder: Path) -> bool:
    try:
        store, _ = vault_in(folder).unlock(LEAVES)
    except (WrongPassphraseError, KeysReplacedError):
        return False
    store.close()
    return True
