"""The locked folder: makes it, opens it with a passphrase or the recovery sheet, and changes who can.

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
    LastMemberError,
    OwnAccessError,
    PassphraseTakenError,
    PassphraseTooShortError,
    RecordMissingError,
    StoreDamagedError,
    StoreInUseError,
    StoreMissingError,
    WrongPassphraseError,
    WrongRecoveryDigitsError,
)
from iroc_desktop.services.ports import Store
from iroc_desktop.store import backup_rekeying, closed_shelf, key_file, key_slots, rekeying, set_up
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.entrance import Entrance, guessed
from iroc_desktop.store.failures import told
from iroc_desktop.store.key_derivation import (
    LEAST_PASSPHRASE,
    Cost,
    Guess,
    cost_for_this_machine,
    passphrase_bytes,
)
from iroc_desktop.store.key_file import KeyFile
from iroc_desktop.store.key_ring import Way
from iroc_desktop.store.opening import open_store
from iroc_desktop.store.slots import SlotKind
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
        self._entrance = Entrance(folder, is_removable)
        self._cost = cost

    def exists(self) -> bool:
        """Return whether a store was set up here. A set-up that was interrupted does not count."""
        return self._entrance.exists()

    def create(self, passphrase: str, practitioner_id: str) -> tuple[SqlStore, tuple[str, ...]]:
        """Set up keys and an empty store; return it, with the recovery groups to print.

        Raises:
            PassphraseTooShortError, ReadOnlyError, DiskFullError, DiskFailedError, RemovableDriveError:
                nothing was set up.
            StoreInUseError: if there is a store here already.
        """
        _must_be_long(passphrase)
        self._entrance.must_be_fixed()
        if self.exists():
            raise StoreInUseError
        key, groups, cost = DataKey.random(), self.new_sheet(), self._cost or cost_for_this_machine()
        try:
            with guessed(passphrase_bytes(passphrase)) as own, guessed(secret_from(groups)) as sheet:
                vault_id = secrets.token_hex(_ID_BYTES)
                keys = key_slots.first(vault_id, practitioner_id, own, sheet, cost, key)
            with told():
                set_up.make(self._folder, keys, key)
                store = open_store(self._folder, key)
        finally:
            key.wipe()
        return store, groups

    def unlock(self, passphrase: str) -> tuple[SqlStore, str]:
        """Return the open store and the id of the practitioner whose passphrase it was.

        Copies of the key file that are missing, damaged or older than a backup's are healed, and what an
        interrupted change of the data key left is finished.

        Raises:
            WrongPassphraseError, KeyFileMissingError, KeyFileDamagedError, KeysReplacedError,
            StoreMissingError, StoreDamagedError, StoreTooNewError, StoreInUseError, ReadOnlyError,
            DiskFullError, DiskFailedError, RemovableDriveError.
        """
        with guessed(passphrase_bytes(passphrase)) as own:
            opened = self._entrance.opened(SlotKind.PASSPHRASE, own, WrongPassphraseError())
            with opened as (store, way):
                owner = way.slot.practitioner_id
                if way.is_trusted and way.slot.pair is None:
                    self._write(key_slots.with_passphrase(way.keys, owner, own, way.key), way.key)
                elif way.is_trusted:
                    backup_rekeying.bring_up_to_date(self._folder, way.keys, way.key)
                return store, owner

    def verify(self, passphrase: str) -> None:
        """Return quietly if the passphrase opens a slot, as leaving the person-facing view asks.

        Raises:
            WrongPassphraseError, KeyFileMissingError, KeyFileDamagedError, KeysReplacedError,
            StoreMissingError, DiskFailedError.
        """
        with guessed(passphrase_bytes(passphrase)) as own, self._entrance.way(own):
            pass

    def members(self) -> tuple[str, ...]:
        """Return the ids of the practitioners who have a passphrase, oldest first; none is asked for.

        Raises:
            KeyFileMissingError, KeyFileDamagedError, StoreMissingError, StoreTooNewError, DiskFailedError.
        """
        slots = self._entrance.ring().newest.slots
        return tuple(slot.practitioner_id for slot in slots if slot.kind is SlotKind.PASSPHRASE)

    def let_in(self, own_passphrase: str, practitioner_id: str, new_passphrase: str) -> None:
        """Give a practitioner a passphrase: the first one, or another for one that was forgotten.

        Only while this program has the store open: its lock keeps others from the key file. That goes for
        every change of the key file.

        Raises:
            WrongPassphraseError, PassphraseTooShortError, PassphraseTakenError, KeyFileAlteredError, and what
                writing the key file can raise: nothing was changed.
        """
        with self._entrance.asked_by(own_passphrase) as way:
            self._give(practitioner_id, new_passphrase, way)

    def change_passphrase(self, practitioner_id: str, old: str, new: str) -> None:
        """Give a practitioner who knows the old passphrase a new one.

        Raises:
            WrongPassphraseError, PassphraseTooShortError, PassphraseTakenError, KeyFileAlteredError, and what
                writing the key file can raise: the old one still works.
        """
        with self._entrance.asked_by(old) as way:
            if way.slot.practitioner_id != practitioner_id:
                raise WrongPassphraseError
            self._give(practitioner_id, new, way)

    def new_sheet(self) -> tuple[str, ...]:
        """Return groups for a new recovery sheet, which open nothing until they are put in force."""
        return groups_from(secrets.token_bytes(SECRET_BYTES))

    def use_sheet(self, passphrase: str, groups: tuple[str, ...]) -> None:
        """Put a new recovery sheet in force; from now on the one before opens nothing.

        Raises:
            RecoveryDigitsError, WrongPassphraseError, KeyFileAlteredError, and what writing the key file can
                raise: the old sheet still works.
        """
        with guessed(secret_from(groups)) as sheet, self._entrance.asked_by(passphrase) as way:
            self._write(key_slots.with_sheet(way.keys, way.slot, sheet, way.key), way.key)

    def renew_sheet(self, passphrase: str) -> tuple[str, ...]:
        """Return the groups of a new recovery sheet, in force at once.

        Raises:
            What `use_sheet` raises: the old sheet still works.
        """
        groups = self.new_sheet()
        self.use_sheet(passphrase, groups)
        return groups

    def recover(self, groups: tuple[str, ...], new_passphrase: str) -> tuple[SqlStore, str]:
        """Open with the recovery sheet, and give its practitioner a new passphrase.

        If the key file was altered, nobody else's slot is believed: colleagues have to be let in again.
        The new passphrase counts for the backups of a damaged or missing store, too.

        Raises:
            RecoveryDigitsError, WrongRecoveryDigitsError, PassphraseTooShortError, PassphraseTakenError, and
            what `unlock` raises but a wrong passphrase.
        """
        secret = secret_from(groups)
        _must_be_long(new_passphrase)
        with guessed(secret) as sheet, guessed(passphrase_bytes(new_passphrase)) as own:
            opened = self._entrance.opened(SlotKind.RECOVERY, sheet, WrongRecoveryDigitsError())
            try:
                with opened as (store, way):
                    return store, self._give_passphrase(way, own)
            except (StoreDamagedError, StoreMissingError):
                for way in self._entrance.ring().ways(SlotKind.RECOVERY, sheet):
                    self._give_passphrase(way, own)
                    way.key.wipe()
                    break
                raise

    def shut_out(
        self, own_passphrase: str, practitioner_id: str, groups: tuple[str, ...], store: Store
    ) -> None:
        """End somebody's access: everything is locked with a new key, which their passphrase cannot open.

        Raises:
            WrongPassphraseError, RecoveryDigitsError, KeyFileAlteredError, OwnAccessError, LastMemberError,
            RecordMissingError, DiskFullError, ReadOnlyError, DiskFailedError, StoreDamagedError: they still
                have access, and the store is open as before.
        """
        if not isinstance(store, SqlStore):
            raise TypeError(store)
        with guessed(secret_from(groups)) as sheet, self._entrance.asked_by(own_passphrase) as way:
            _must_be_another(way, practitioner_id)
            new = DataKey.random()
            try:
                keys = key_slots.without(way.keys, practitioner_id, way.slot, sheet, way.key, new)
                ready = store.locked_anew(way.key, new, keys)
                self._move_to(ready, store, way.key, new)
                backup_rekeying.bring_up_to_date(self._folder, keys, new)
            finally:
                new.wipe()

    def backups(self, passphrase: str) -> Sequence[tuple[Backup, BackupCounts]]:
        """Return the backups that could be read through, newest first, while the store will not open.

        Raises:
            WrongPassphraseError, KeyFileMissingError, KeyFileDamagedError, KeysReplacedError,
            DiskFailedError, ReadOnlyError, DiskFullError, RemovableDriveError.
        """
        with guessed(passphrase_bytes(passphrase)) as own, self._entrance.way(own) as way:
            backup_rekeying.bring_up_to_date(self._folder, way.keys, way.key)
            return closed_shelf.readable(self._folder, way.key)

    def bring_back(self, passphrase: str, name: str, now: datetime) -> Path | None:
        """Put a backup in the place of a store that will not open; return where that was set aside.

        Raises:
            BackupMissingError, BackupDamagedError, StoreInUseError, and what `backups` raises: what was
                there is still in its place.
        """
        with guessed(passphrase_bytes(passphrase)) as own, self._entrance.way(own) as way:
            backup_rekeying.bring_up_to_date(self._folder, way.keys, way.key)
            return closed_shelf.bring_back(self._folder, name, now, way.key, way.keys)

    def _give(self, practitioner_id: str, passphrase: str, way: Way) -> None:
        _must_be_long(passphrase)
        with guessed(passphrase_bytes(passphrase)) as new:
            if key_slots.is_taken(way.keys, practitioner_id, new):
                raise PassphraseTakenError
            self._write(key_slots.with_passphrase(way.keys, practitioner_id, new, way.key), way.key)

    def _give_passphrase(self, way: Way, own: Guess) -> str:
        keys = way.keys if way.is_trusted else key_slots.only(way.keys, way.slot)
        owner = way.slot.practitioner_id
        if key_slots.is_taken(keys, owner, own):
            raise PassphraseTakenError
        self._write(key_slots.with_passphrase(keys, owner, own, way.key), way.key)
        return owner

    def _write(self, keys: KeyFile, key: DataKey) -> None:
        with told():
            key_file.write(self._folder, keys)
        # what opened nothing any more here must not open a backup either
        backup_rekeying.bring_up_to_date(self._folder, keys, key)

    def _move_to(self, ready: Path, store: SqlStore, old: DataKey, new: DataKey) -> None:
        store.close()
        try:
            rekeying.put_in_place(self._folder, ready)
        except BaseException:
            with told():
                store.go_on_as(open_store(self._folder, old))
            raise
        with told():
            store.go_on_as(open_store(self._folder, new))
        rekeying.clear_away(self._folder)


def _must_be_another(way: Way, practitioner_id: str) -> None:
    members = {slot.practitioner_id for slot in way.keys.slots if slot.kind is SlotKind.PASSPHRASE}
    if practitioner_id not in members:
        raise RecordMissingError
    if practitioner_id == way.slot.practitioner_id:
        raise OwnAccessError if len(members) > 1 else LastMemberError


def _must_be_long(passphrase: str) -> None:
    if len(passphrase) < LEAST_PASSPHRASE:
        raise PassphraseTooShortError(LEAST_PASSPHRASE)
