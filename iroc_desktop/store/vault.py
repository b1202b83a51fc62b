"""The locked folder: makes it, and opens it with a passphrase or the recovery sheet.

It must not keep the data key: SQLCipher has it while the store is open, and nobody after that.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from iroc_desktop.domain.backups import Backup, BackupCounts
from iroc_desktop.domain.recovery import SECRET_BYTES, groups_from, secret_from
from iroc_desktop.domain.store_errors import (
    PassphraseTooShortError,
    RemovableDriveError,
    StoreInUseError,
    StoreMissingError,
    WrongPassphraseError,
    WrongRecoveryDigitsError,
)
from iroc_desktop.services.ports import Store
from iroc_desktop.store import key_file, set_up
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.failures import told
from iroc_desktop.store.key_derivation import (
    LEAST_PASSPHRASE,
    Cost,
    cost_for_this_machine,
    passphrase_bytes,
)
from iroc_desktop.store.key_file import KeyFile
from iroc_desktop.store.opening import STORE_NAME, open_store
from iroc_desktop.store.slots import Slot, SlotKind, opened, seal
from iroc_desktop.store.unit_of_work import SqlStore

_ID_BYTES: Final = 16


class FolderVault:
    """The vault in one folder of a fixed drive.

    `cost` is how hard a guess at new slots is; None measures this machine, tests inject a cheap one.
    """

    def __init__(
        self, folder: Path, *, is_removable: Callable[[Path], bool], cost: Cost | None = None
    ) -> None:
        self._folder = folder
        self._is_removable = is_removable
        self._cost = cost

    def exists(self) -> bool:
        """Return whether a store was set up here. A set-up that was interrupted does not count."""
        return any((self._folder / name).exists() for name in (*key_file.NAMES, STORE_NAME))

    def create(self, passphrase: str, practitioner_id: str) -> tuple[SqlStore, tuple[str, ...]]:
        """Set up keys and an empty store; return it, with the recovery groups to print.

        Raises:
            PassphraseTooShortError, ReadOnlyError, DiskFullError, DiskFailedError, RemovableDriveError:
                nothing was set up.
            StoreInUseError: if there is a store here already.
        """
        _must_be_long(passphrase)
        self._must_be_fixed()
        if self.exists():
            raise StoreInUseError
        key, secret = DataKey.random(), secrets.token_bytes(SECRET_BYTES)
        try:
            keys = self._first_keys(passphrase, secret, practitioner_id, key)
            with told():
                set_up.make(self._folder, keys, key)
                store = open_store(self._folder, key)
        finally:
            key.wipe()
        return store, groups_from(secret)

    def unlock(self, passphrase: str) -> tuple[SqlStore, str]:
        """Return the open store and the id of the practitioner whose passphrase it was.

        Raises:
            WrongPassphraseError, KeyFileMissingError, KeyFileDamagedError, StoreMissingError,
            StoreDamagedError, StoreTooNewError, StoreInUseError, ReadOnlyError, DiskFullError,
            DiskFailedError, RemovableDriveError.
        """
        keys = self._keys()
        slot, key = _opened(keys, passphrase)
        try:
            return self._open(keys, key), slot.practitioner_id
        finally:
            key.wipe()

    def verify(self, passphrase: str) -> None:
        """Return quietly if the passphrase opens a slot, as leaving the person-facing view asks.

        Raises:
            WrongPassphraseError, KeyFileMissingError, KeyFileDamagedError, StoreMissingError,
            DiskFailedError.
        """
        _, key = _opened(self._keys(), passphrase)
        key.wipe()

    def renew_sheet(self, passphrase: str) -> tuple[str, ...]:
        """Return the groups of a new recovery sheet; from now on the one before opens nothing.

        Only while this program has the store open: its lock keeps others from the key file.

        Raises:
            WrongPassphraseError, KeyFileMissingError, KeyFileDamagedError, StoreMissingError,
            ReadOnlyError, DiskFullError, DiskFailedError: the old sheet still works.
        """
        keys = self._keys()
        slot, key = _opened(keys, passphrase)
        secret = secrets.token_bytes(SECRET_BYTES)
        try:
            renewed = seal(
                SlotKind.RECOVERY, slot.practitioner_id, secret, self._cost_here(), keys.vault_id, key
            )
        finally:
            key.wipe()
        with told():
            key_file.write(self._folder, _replaced(keys, renewed))
        return groups_from(secret)

    def recover(self, groups: tuple[str, ...], new_passphrase: str) -> tuple[SqlStore, str]:
        """Open with the recovery sheet, and give its practitioner a new passphrase.

        Raises:
            RecoveryDigitsError, WrongRecoveryDigitsError, PassphraseTooShortError, and what `unlock`
            raises but a wrong passphrase.
        """
        secret = secret_from(groups)
        _must_be_long(new_passphrase)
        keys = self._keys()
        found = opened(keys.slots, SlotKind.RECOVERY, secret, keys.vault_id)
        if found is None:
            raise WrongRecoveryDigitsError
        slot, key = found
        try:
            store = self._open(keys, key)
            with told():
                key_file.write(self._folder, self._with_passphrase(keys, slot, new_passphrase, key))
            return store, slot.practitioner_id
        finally:
            key.wipe()

    def members(self) -> tuple[str, ...]:
        """Return the ids of the practitioners who have a passphrase, oldest first; none is asked for."""
        raise NotImplementedError

    def let_in(self, own_passphrase: str, practitioner_id: str, new_passphrase: str) -> None:
        """Give a practitioner a passphrase: the first one, or another for one that was forgotten."""
        raise NotImplementedError

    def change_passphrase(self, practitioner_id: str, old: str, new: str) -> None:
        """Give a practitioner who knows the old passphrase a new one. The record stays open."""
        raise NotImplementedError

    def new_sheet(self) -> tuple[str, ...]:
        """Return groups for a new recovery sheet, which open nothing until `use_sheet` or `shut_out`."""
        raise NotImplementedError

    def use_sheet(self, passphrase: str, groups: tuple[str, ...]) -> None:
        """Put a new recovery sheet in force; from now on the one before opens nothing."""
        raise NotImplementedError

    def shut_out(
        self, own_passphrase: str, practitioner_id: str, groups: tuple[str, ...], store: Store
    ) -> None:
        """End somebody's access: everything is locked with a new key, which their passphrase cannot open."""
        raise NotImplementedError

    def backups(self, passphrase: str) -> Sequence[tuple[Backup, BackupCounts]]:
        """Return the backups that could be read through, newest first, while the record will not open."""
        raise NotImplementedError

    def bring_back(self, passphrase: str, name: str, now: datetime) -> Path | None:
        """Put a backup in the place of a record that will not open; return where that was set aside."""
        raise NotImplementedError

    def _keys(self) -> KeyFile:
        self._must_be_fixed()
        if not self.exists():
            raise StoreMissingError
        with told():
            return key_file.read(self._folder)

    def _open(self, keys: KeyFile, key: DataKey) -> SqlStore:
        with told():
            store = open_store(self._folder, key)
            # Only now: the store's lock keeps a second program from healing at the same time.
            key_file.heal(self._folder, keys)
        return store

    def _first_keys(self, passphrase: str, secret: bytes, practitioner_id: str, key: DataKey) -> KeyFile:
        vault_id, cost = secrets.token_hex(_ID_BYTES), self._cost_here()
        own = passphrase_bytes(passphrase)
        return KeyFile(
            vault_id,
            1,
            (
                seal(SlotKind.PASSPHRASE, practitioner_id, own, cost, vault_id, key),
                seal(SlotKind.RECOVERY, practitioner_id, secret, cost, vault_id, key),
            ),
        )

    def _with_passphrase(self, keys: KeyFile, recovery: Slot, passphrase: str, key: DataKey) -> KeyFile:
        own = passphrase_bytes(passphrase)
        practitioner_id = recovery.practitioner_id
        new = seal(SlotKind.PASSPHRASE, practitioner_id, own, self._cost_here(), keys.vault_id, key)
        return _replaced(keys, new)

    def _cost_here(self) -> Cost:
        return self._cost or cost_for_this_machine()

    def _must_be_fixed(self) -> None:
        if self._is_removable(self._folder):
            raise RemovableDriveError


def _replaced(keys: KeyFile, new: Slot) -> KeyFile:
    """Return the key file with `new` in place of its practitioner's slot of the same kind."""
    same = (new.kind, new.practitioner_id)
    kept = tuple(slot for slot in keys.slots if (slot.kind, slot.practitioner_id) != same)
    return keys.with_slots((new, *kept))


def _opened(keys: KeyFile, passphrase: str) -> tuple[Slot, DataKey]:
    found = opened(keys.slots, SlotKind.PASSPHRASE, passphrase_bytes(passphrase), keys.vault_id)
    if found is None:
        raise WrongPassphraseError
    return found


def _must_be_long(passphrase: str) -> None:
    if len(passphrase) < LEAST_PASSPHRASE:
        raise PassphraseTooShortError(LEAST_PASSPHRASE)
