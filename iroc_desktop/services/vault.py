"""The port of the locked folder: who has a key to it, and how it is opened, changed and mended.

It must not import an adapter.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from iroc_desktop.domain.backups import Backup, BackupCounts
from iroc_desktop.services.ports import Store


class Vault(Protocol):
    """The locked folder: key slots and the store's file."""

    def exists(self) -> bool:
        """Return whether a store was set up here."""

    def create(self, passphrase: str, practitioner_id: str) -> tuple[Store, tuple[str, ...]]:
        """Set up keys and an empty store; return it, with the recovery groups to print.

        Raises:
            PassphraseTooShortError, ReadOnlyError, DiskFullError, RemovableDriveError: nothing was set up.
        """

    def unlock(self, passphrase: str) -> tuple[Store, str]:
        """Return the open store and the id of the practitioner whose passphrase it was.

        Raises:
            WrongPassphraseError, KeyFileMissingError, KeyFileDamagedError, StoreMissingError,
            StoreDamagedError, StoreTooNewError, StoreInUseError, ReadOnlyError, DiskFullError,
            DiskFailedError, RemovableDriveError, EngineTooOldError.
        """

    def verify(self, passphrase: str) -> None:
        """Return quietly if this passphrase opens a slot; the open store is not touched.

        Raises:
            WrongPassphraseError: if it does not.
            KeyFileMissingError, KeyFileDamagedError: if that cannot be told.
        """

    def renew_sheet(self, passphrase: str) -> tuple[str, ...]:
        """Return the groups of a new recovery sheet; from now on the one before opens nothing.

        Raises:
            WrongPassphraseError, and what writing the key file can raise; the old sheet still works then.
        """

    def recover(self, groups: tuple[str, ...], new_passphrase: str) -> tuple[Store, str]:
        """Open with the recovery sheet, and give its practitioner a new passphrase.

        Raises:
            RecoveryDigitsError, WrongRecoveryDigitsError, and what `unlock` raises but a wrong passphrase.
        """

    def members(self) -> tuple[str, ...]:
        """Return the ids of the practitioners who have a passphrase, oldest first; none is asked for.

        Raises:
            KeyFileMissingError, KeyFileDamagedError, StoreMissingError, StoreTooNewError, DiskFailedError.
        """

    def let_in(self, own_passphrase: str, practitioner_id: str, new_passphrase: str) -> None:
        """Give a practitioner a passphrase: the first one, or another for one that was forgotten.

        `own_passphrase` is of whoever lets them in. The record stays open.

        Raises:
            WrongPassphraseError: if `own_passphrase` opens nothing.
            PassphraseTooShortError, PassphraseTakenError: if the new one would not do.
            KeyFileAlteredError, and what writing the key file can raise: nothing was changed.
        """

    def change_passphrase(self, practitioner_id: str, old: str, new: str) -> None:
        """Give a practitioner who knows the old passphrase a new one. The record stays open.

        Raises:
            WrongPassphraseError: if `old` is not this practitioner's.
            PassphraseTooShortError, PassphraseTakenError, KeyFileAlteredError, and what writing the key
                file can raise: the old one still works.
        """

    def new_sheet(self) -> tuple[str, ...]:
        """Return groups for a new recovery sheet, which open nothing until `use_sheet` or `shut_out`."""

    def use_sheet(self, passphrase: str, groups: tuple[str, ...]) -> None:
        """Put a new recovery sheet in force; from now on the one before opens nothing.

        Raises:
            RecoveryDigitsError: if these are not groups of a sheet.
            WrongPassphraseError, KeyFileAlteredError, and what writing the key file can raise: the old
                sheet still works.
        """

    def shut_out(
        self, own_passphrase: str, practitioner_id: str, groups: tuple[str, ...], store: Store
    ) -> None:
        """End somebody's access: everything is locked with a new key, which their passphrase cannot open.

        `groups` are of the new recovery sheet, because they may have seen the old one. `store` is the open
        record; it goes on working, and so does all that holds it. Backups and records that were set aside
        are locked anew too, which takes a few seconds for each hundred megabytes.

        Raises:
            WrongPassphraseError, RecoveryDigitsError, KeyFileAlteredError.
            OwnAccessError: if it is the access of whoever asks; LastMemberError if nobody else is left.
            RecordMissingError: if they have no passphrase.
            DiskFullError, ReadOnlyError, DiskFailedError, StoreDamagedError: they still have access, and the
                record is open as before.
        """

    def backups(self, passphrase: str) -> Sequence[tuple[Backup, BackupCounts]]:
        """Return the backups that could be read through, newest first, while the record will not open.

        Raises:
            WrongPassphraseError, KeyFileMissingError, KeyFileDamagedError, KeysReplacedError,
            DiskFailedError, ReadOnlyError, RemovableDriveError.
        """

    def bring_back(self, passphrase: str, name: str, now: datetime) -> Path | None:
        """Put a backup in the place of a record that will not open; return where that was set aside.

        None, if there was no record at all. It is closed afterwards: unlock it as usual.

        Raises:
            BackupMissingError, BackupDamagedError, StoreInUseError, and what `backups` raises; DiskFullError:
                what was there is still in its place.
        """
