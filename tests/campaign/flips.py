"""Campaign G: a bit of the store, a key file or a backup is turned, and nobody is shown anything else.

It must not call a flip found unless the program refused it in a sentence, reported it, or showed the same.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Final

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import BackupDamagedError
from iroc_desktop.services.people import Overview
from iroc_desktop.store import key_file
from iroc_desktop.store.opening import STORE_NAME
from tests.campaign.copy_cuts import FIRST
from tests.campaign.desks import PASSPHRASE, PERSON_ID, desk_on, make_store, sentence_for, vault_in
from tests.campaign.power import scratch
from tests.campaign.session import STORE

FOUND, HEALED, HARMLESS, MISSED = "found", "healed", "harmless", "missed"
HARMS: Final = frozenset({MISSED})


class Flipped:
    """A record with two backups, whose bits are turned one at a time."""

    def __init__(self, folder: Path) -> None:
        """Make the record, and remember what it shows."""
        self.folder = folder
        make_store(folder / STORE)
        self.store = folder / STORE
        store, _ = vault_in(self.store).unlock(PASSPHRASE)
        for hour in range(2):
            store.backups.take(FIRST + timedelta(hours=hour))
        self.backup = folder / "backups" / store.backups.all()[0].name
        self.counts = store.backups.counts(self.backup.name)
        store.close()
        self.truth = _shown(self.store)
        self.originals = {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}

    def mend(self) -> None:
        """Put everything back."""
        for each in [each for each in self.folder.rglob("*") if each.is_file()]:
            if each not in self.originals:
                each.unlink()
        for each, content in self.originals.items():
            each.write_bytes(content)

    def outcome_of_store(self) -> str:
        """Return what the program made of a record that was changed."""
        try:
            if _shown(self.store) != self.truth:
                return MISSED
        except ExpectedError as error:
            return FOUND if sentence_for(error) else MISSED
        except _ReportedError:
            return FOUND
        keys = [self.store / name for name in key_file.NAMES]
        same = all(each.read_bytes() == self.originals[each] for each in keys)
        return HARMLESS if same else MISSED

    def outcome_of_key_copy(self) -> str:
        """Return what became of a changed key file: it has to be healed, by its copy or out of a backup."""
        outcome = self.outcome_of_store()
        return HEALED if outcome == HARMLESS else MISSED

    def outcome_of_backup(self) -> str:
        """Return what the program made of a backup that was changed: refused, or everything is in it."""
        store, _ = vault_in(self.store).unlock(PASSPHRASE)
        try:
            if store.backups.counts(self.backup.name) != self.counts:
                return MISSED
            store.backups.bring_back(self.backup.name, FIRST)
        except BackupDamagedError as error:
            return FOUND if sentence_for(error) else MISSED
        finally:
            store.close()
        outcome = HARMLESS if _shown(self.store) == self.truth else MISSED
        shutil.rmtree(self.store)
        next(self.folder.glob("set-aside-*")).rename(self.store)
        return outcome

    def outcome_of_backup_key(self) -> str:
        """Return what the program made of a key file beside a backup: the other copy opens it elsewhere."""
        return HEALED if _shown(self.backup) == self.truth else MISSED


def flip_everything(folder: Path, times: int, chance: random.Random) -> Counter[str]:
    """Turn bits of a record's files, and count what became of them, by kind of file and altogether."""
    outcomes: Counter[str] = Counter()
    with scratch() as place:
        flipped = Flipped(place)
        store_keys = [flipped.store / name for name in key_file.NAMES]
        kinds: Sequence[tuple[str, Sequence[Path], Callable[[], str]]] = (
            ("store", [flipped.store / STORE_NAME], flipped.outcome_of_store),
            ("key file", store_keys[:1], flipped.outcome_of_key_copy),
            ("its copy", store_keys[1:], flipped.outcome_of_key_copy),
            ("both key files", store_keys, flipped.outcome_of_key_copy),
            ("backup", [flipped.backup / STORE_NAME], flipped.outcome_of_backup),
            ("backup's key file", [flipped.backup / key_file.NAMES[0]], flipped.outcome_of_backup_key),
        )
        for number in range(times):
            kind, files, outcome = kinds[number % len(kinds)]
            for each in files:
                flip(each, chance)
            became = outcome()
            outcomes[became] += 1
            outcomes[f"{kind} {became}"] += 1
            flipped.mend()
    return outcomes


def flip_plain(folder: Path, times: int, chance: random.Random) -> Counter[str]:
    """Do the same to a plain database, which is the planted fault: it shows other words and says nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "plain.db"
    with closing(sqlite3.connect(file)) as plain:
        plain.execute("create table note (words text)")
        plain.executemany("insert into note values (?)", [(f"words {number}" * 20,) for number in range(200)])
        plain.commit()
    truth = _plain_words(file)
    outcomes: Counter[str] = Counter()
    original = file.read_bytes()
    for _ in range(times):
        flip(file, chance)
        outcomes[_plain_outcome(file, truth)] += 1
        file.write_bytes(original)
    return outcomes


def flip(file: Path, chance: random.Random) -> None:
    """Turn one bit of a file."""
    content = bytearray(file.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    file.write_bytes(content)


class _ReportedError(Exception):
    """The check has reported a fault."""


def _shown(folder: Path) -> Overview:
    store, _ = vault_in(folder).unlock(PASSPHRASE)
    try:
        if not store.verify().good:
            raise _ReportedError
        return desk_on(store).people.overview(PERSON_ID)
    finally:
        store.close()


def _plain_words(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as plain:
        return [str(row[0]) for row in plain.execute("select words from note")]


def _plain_outcome(file: Path, truth: list[str]) -> str:
    try:
        return HARMLESS if _plain_words(file) == truth else MISSED
    except (sqlite3.Error, UnicodeDecodeError):
        return FOUND
