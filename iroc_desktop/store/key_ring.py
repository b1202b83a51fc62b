"""Which key file counts: the one in the store's folder, unless a backup's is newer or the only one.

It must not believe a key file because of its edition alone: a seal proves it, or an open store.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import (
    KeyFileDamagedError,
    KeyFileMissingError,
    KeysReplacedError,
    StoreTooNewError,
)
from iroc_desktop.store import key_file
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.failures import told
from iroc_desktop.store.key_derivation import Cost, Guess
from iroc_desktop.store.key_file import KeyFile
from iroc_desktop.store.places import backup_folders
from iroc_desktop.store.slots import Slot, SlotKind, opened_by

_MOST_STRANGE: Final = 3
"""Derivations for other slots than the folder's own; or else forged backups could make every unlock slow."""


class Way(NamedTuple):
    """A way to the data key, which the caller wipes."""

    keys: KeyFile
    slot: Slot
    key: DataKey

    @property
    def is_trusted(self) -> bool:
        """Return whether the key file may be built on."""
        return self.keys.is_trusted_with(self.key)


class KeyRing:
    """Every key file of one folder and its backups, as they lie on the disk now."""

    def __init__(self, folder: Path) -> None:
        """Read them.

        Raises:
            KeyFileMissingError, KeyFileDamagedError, StoreTooNewError: if there is none to be had.
            DiskFailedError, ReadOnlyError: if the disk refuses.
        """
        with told():
            trouble, own = _own(folder)
            kept = _distinct(_kept(folder))
        if own is not None:
            kept = [each for each in kept if each.vault_id == own.vault_id and each != own]
        elif not kept or isinstance(trouble, StoreTooNewError):
            raise trouble or KeyFileMissingError
        every = [*([own] if own else []), *kept]
        self._files = sorted(every, key=lambda each: each.edition, reverse=True)
        self._own = own

    @property
    def newest(self) -> KeyFile:
        """Return the one of the highest edition, unproved."""
        return self._files[0]

    def ways(self, kind: SlotKind, guess: Guess) -> Iterator[Way]:
        """Yield each way that a guess opens; those whose key file was altered come last.

        Raises:
            KeysReplacedError: at the end, if a key was found that does not count any more.
        """
        altered, outdated = [], False
        for keys in self._worth_trying(kind):
            found = opened_by(keys.slots, kind, guess, keys.vault_id)
            if found is None:
                continue
            way = Way(keys, *found)
            if self._is_replaced(way.key):
                outdated = True
                way.key.wipe()
            elif self._is_superseded(way):
                way.key.wipe()
            elif way.is_trusted:
                yield way
            else:
                altered.append(way)
        yield from altered
        if outdated:
            raise KeysReplacedError

    def _worth_trying(self, kind: SlotKind) -> Iterator[KeyFile]:
        """Yield the key files by edition, but only a few whose slots need a derivation of their own."""
        known = _locks(self._own, kind) if self._own else set()
        strange: set[tuple[bytes, Cost]] = set()
        for keys in self._files:
            strange |= _locks(keys, kind) - known
            if keys is self._own or len(strange) <= _MOST_STRANGE or _locks(keys, kind) <= known:
                yield keys

    def _is_replaced(self, key: DataKey) -> bool:
        farewell = key.farewell
        return any(farewell == former.farewell for keys in self._files for former in keys.former)

    def _is_superseded(self, way: Way) -> bool:
        """Return whether a newer key file with the same data key does not have this slot."""
        return any(
            keys.edition > way.keys.edition and way.slot not in keys.slots and keys.is_sealed_by(way.key)
            for keys in self._files
        )


def _locks(keys: KeyFile, kind: SlotKind) -> set[tuple[bytes, Cost]]:
    return {(slot.salt, slot.cost) for slot in keys.slots if slot.kind is kind}


def _own(folder: Path) -> tuple[ExpectedError | None, KeyFile | None]:
    try:
        return None, key_file.read(folder)
    except (KeyFileMissingError, KeyFileDamagedError, StoreTooNewError) as error:
        return error, None


def _kept(folder: Path) -> Iterator[KeyFile]:
    for each in backup_folders(folder):
        try:
            yield key_file.read(each)
        except (ExpectedError, OSError):
            # a backup that cannot be read helps nobody, and must not keep anybody out
            continue


def _distinct(found: Iterator[KeyFile]) -> list[KeyFile]:
    return list({each.content(): each for each in found}.values())
