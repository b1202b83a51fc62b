"""Campaign G: one bit of the store or of a key file is turned, and nobody may be shown something else.

It must not call a flip found unless the program refused it, reported it, or showed exactly the same.
"""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.services.people import Overview
from tests.campaign.desks import PASSPHRASE, PERSON_ID, desk_on, make_store, vault_in

FOUND, HARMLESS, MISSED = "found", "harmless", "missed"


def flip_store(folder: Path, times: int, chance: random.Random) -> Counter[str]:
    """Turn single bits of a store's files, one at a time, and count what became of them."""
    make_store(folder)
    truth = _shown(folder)
    outcomes: Counter[str] = Counter()
    for _ in range(times):
        file = chance.choice([each for each in sorted(folder.iterdir()) if each.stat().st_size])
        originals = {each: each.read_bytes() for each in folder.iterdir()}
        _flip(file, chance)
        outcomes[_outcome(folder, truth)] += 1
        for each in folder.iterdir():
            each.unlink()
        for each, content in originals.items():
            each.write_bytes(content)
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
        _flip(file, chance)
        outcomes[_plain_outcome(file, truth)] += 1
        file.write_bytes(original)
    return outcomes


def _flip(file: Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    file.write_bytes(content)


def _outcome(folder: Path, truth: Overview) -> str:
    try:
        return HARMLESS if _shown(folder) == truth else MISSED
    except ExpectedError:
        return FOUND
    except _FoundError:
        return FOUND


class _FoundError(Exception):
    """The check has reported a fault."""


def _shown(folder: Path) -> Overview:
    store, _ = vault_in(folder).unlock(PASSPHRASE)
    try:
        if not store.verify().good:
            raise _FoundError
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


Flipper = Callable[[Path, int, random.Random], Counter[str]]
