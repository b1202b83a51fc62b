"""Campaign A: the power fails at any moment, and every acknowledged change must be there afterwards.

It must not assume a kind disk: what was not synced may be there, partly there, or not at all, in any order.

A witness between the real store and the C library writes down every change to the store's files. Between two
syncs of a file, its writes may have reached the disk or not; a name made or removed is only sure once its
folder was synced. Each crash state that is built from that is opened by the real store and read.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from iroc_desktop.domain.conversation import NoteKind
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.store import key_file
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.key_derivation import passphrase_bytes
from iroc_desktop.store.opening import STORE_NAME, open_store
from iroc_desktop.store.slots import SlotKind, opened
from tests.campaign.desks import PASSPHRASE, desk_on, make_store

WITNESS: Final = Path(__file__).with_name("witness.c")
SECTOR: Final = 512
"""The least that a disk writes whole, in bytes."""

ACKNOWLEDGED: Final = "acknowledged"
"""The file in which the session says what it was told is safe."""

WRITER: Final = """
import os, sys
from pathlib import Path
from iroc_desktop.domain.conversation import NoteKind
from iroc_desktop.store import engine
folder, conversation_id, changes, fault = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
given = dict(each.split("=") for each in fault.split(",") if each)
engine.PRAGMAS = tuple(
    f"{name} = {given.get(name, value)}" for name, value in (each.split(" = ") for each in engine.PRAGMAS)
)
from tests.campaign.desks import reopened
desk = reopened(folder)
told = os.open(folder / "acknowledged", os.O_WRONLY | os.O_CREAT, 0o600)
for number in range(1, changes + 1):
    desk.conversations.note(conversation_id, "a", NoteKind.WORDS, str(number))
    os.write(told, b".")
desk.close()
"""


class Fault(StrEnum):
    """Settings of SQLite that lose data: planted to see that the campaign would notice."""

    NONE = ""
    ROLLBACK_JOURNAL = "journal_mode=DELETE,locking_mode=NORMAL"
    UNSYNCED = "synchronous=OFF"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many crash states were opened, and what was wrong in how many."""

    states: int
    lost: int
    """States in which an acknowledged change was gone."""
    refused: int
    """States that the store would not open, or whose checks failed."""

    @property
    def clean(self) -> bool:
        """Return whether nothing was lost and everything opened."""
        return not (self.lost or self.refused)


@dataclass(frozen=True, slots=True)
class Event:
    """One change to a file, as the witness saw it."""

    kind: str
    """C created, W written, T cut to a length, S synced, U removed, R renamed."""
    name: str
    number: int
    """Where it was written, or the length it was cut to; in bytes."""
    content: bytes = field(repr=False)


@dataclass(slots=True)
class File:
    """One file, whatever it is called: what of it is sure to be on the disk, and what is on its way."""

    sure: bytes = b""
    pending: list[Event] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Naming:
    """A name that was given to a file, or taken from it (None)."""

    name: str
    file: File | None


class Disk:
    """What is sure to be on the disk, and what a power cut could still undo."""

    def __init__(self, before: Mapping[str, bytes]) -> None:
        """Begin with files that have been on the disk for long."""
        self._sure = {name: File(content) for name, content in before.items()}
        self._now = dict(self._sure)
        self._naming: list[Naming] = []

    def take(self, event: Event) -> None:
        """Go on by one event."""
        if event.kind in "CUR":
            self._name(event)
        elif event.kind in "WT":
            self._now[event.name].pending.append(event)
        elif event.name == "":
            _named(self._sure, self._naming)
            self._naming.clear()
        else:
            file = self._now[event.name]
            file.sure = _played(file.sure, file.pending)
            file.pending.clear()

    def crashed(self, chance: random.Random) -> dict[str, bytes]:
        """Return the files as one power cut could leave them."""
        names = dict(self._sure)
        _named(names, self._naming[: chance.randint(0, len(self._naming))])
        return {name: _played(file.sure, _reached(file.pending, chance)) for name, file in names.items()}

    def _name(self, event: Event) -> None:
        namings = [Naming(event.name, File() if event.kind == "C" else None)]
        if event.kind == "R":
            namings.append(Naming(event.content.decode(), self._now[event.name]))
        _named(self._now, namings)
        self._naming += namings


def cut_power(
    folder: Path, states: int, chance: random.Random, *, fault: Fault = Fault.NONE, changes: int = 60
) -> Outcome:
    """Play one session under the witness, and open `states` of the ways in which a power cut could end it."""
    folder.mkdir(parents=True, exist_ok=True)
    store = folder / "store"
    conversation_id = make_store(store)
    key = _key_of(store)
    before = {file.name: file.read_bytes() for file in store.iterdir()}
    events = _witnessed(folder, conversation_id, changes, fault)
    lost = refused = seen = 0
    for files, acknowledged in _crashes(before, events, states, chance):
        seen += 1
        kept = _kept(folder / "crashed", files, key, conversation_id, whole=seen % 20 == 0)
        refused += kept is None
        lost += kept is not None and kept < acknowledged
    return Outcome(seen, lost, refused)


def compiler() -> str | None:
    """Return where a C compiler is; without one there is no witness."""
    return shutil.which("cc") or shutil.which("gcc")


def _witnessed(folder: Path, conversation_id: str, changes: int, fault: Fault) -> list[Event]:
    library, trace, store = folder / "witness.so", folder / "trace", folder / "store"
    subprocess.run(
        [str(compiler()), "-shared", "-fPIC", "-O1", "-o", str(library), str(WITNESS), "-ldl"], check=True
    )
    surroundings = os.environ | {
        "LD_PRELOAD": str(library),
        "WITNESS_FOLDER": str(store),
        "WITNESS_TRACE": str(trace),
    }
    subprocess.run(
        [sys.executable, "-c", WRITER, str(store), conversation_id, str(changes), fault.value],
        check=True,
        env=surroundings,
    )
    return list(_events(trace.read_bytes(), str(store)))


def _events(record: bytes, folder: str) -> Iterator[Event]:
    at = 0
    while at < len(record):
        end = record.index(b"\n", at)
        kind, path, number, length = record[at:end].decode().split(" ")
        at = end + 1 + int(length)
        content = record[end + 1 : at]
        if kind == "R":
            content = Path(content.decode()).name.encode()
        yield Event(kind, path.removeprefix(folder).lstrip("/"), int(number), content)


def _crashes(
    before: dict[str, bytes], events: Sequence[Event], states: int, chance: random.Random
) -> Iterator[tuple[dict[str, bytes], int]]:
    """Yield files after a power cut, with how many changes had been acknowledged until then."""
    moments = sorted(chance.randrange(1, len(events) + 1) for _ in range(states))
    disk = Disk(before)
    taken = acknowledged = 0
    for moment in moments:
        for event in events[taken:moment]:
            if event.name == ACKNOWLEDGED:
                acknowledged += len(event.content)
            else:
                disk.take(event)
        taken = moment
        yield disk.crashed(chance), acknowledged


def _reached(waiting: Sequence[Event], chance: random.Random) -> Iterator[Event]:
    """Yield which of the unsynced changes reached the disk: none, all, a first part, or any of them."""
    fashion = chance.choice(("none", "all", "first", "any", "any"))
    until = chance.randint(0, len(waiting))
    for place, event in enumerate(waiting):
        if fashion == "all" or (fashion == "first" and place < until):
            yield event
        elif fashion == "any" and chance.random() < 0.5:
            yield from _torn(event, chance)


def _torn(event: Event, chance: random.Random) -> Iterator[Event]:
    """Yield a change whole, or only some sectors of it."""
    if event.kind != "W" or len(event.content) <= SECTOR or chance.random() < 0.5:
        yield event
        return
    for start in range(0, len(event.content), SECTOR):
        if chance.random() < 0.5:
            part = event.content[start : start + SECTOR]
            yield Event("W", event.name, event.number + start, part)


def _played(content: bytes, changes: Iterable[Event]) -> bytes:
    played = bytearray(content)
    for event in changes:
        if event.kind == "T":
            del played[event.number :]
            played.extend(bytes(event.number - len(played)))
        else:
            end = event.number + len(event.content)
            played.extend(bytes(max(end - len(played), 0)))
            played[event.number : end] = event.content
    return bytes(played)


def _named(names: dict[str, File], namings: Iterable[Naming]) -> None:
    for naming in namings:
        if naming.file is None:
            del names[naming.name]
        else:
            names[naming.name] = naming.file


def _kept(
    folder: Path, files: dict[str, bytes], key: DataKey, conversation_id: str, *, whole: bool
) -> int | None:
    """Return the newest change that is there; None if the store cannot be opened, or is not whole."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    try:
        store = open_store(folder, key)
    except ExpectedError:
        return None
    desk = desk_on(store)
    try:
        answer = desk.conversations.resume(conversation_id).draft.conversation.answer("a")
        good = not whole or store.verify().good
    except ExpectedError:
        return None
    finally:
        desk.close()
    return int(answer.note(NoteKind.WORDS) or 0) if good else None


def _key_of(folder: Path) -> DataKey:
    keys = key_file.read(folder)
    found = opened(keys.slots, SlotKind.PASSPHRASE, passphrase_bytes(PASSPHRASE), keys.vault_id)
    if found is None:
        raise LookupError(STORE_NAME)
    return found[1]
