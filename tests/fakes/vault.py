"""A vault that lives in memory: passphrases, one store, and the recovery digits of a fixed secret.

It must not be quicker to open than to refuse: both are instant.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from iroc_desktop.domain.backups import Backup, BackupCounts
from iroc_desktop.domain.recovery import SECRET_BYTES, groups_from, secret_from
from iroc_desktop.domain.store_errors import (
    BackupMissingError,
    LastMemberError,
    OwnAccessError,
    PassphraseTakenError,
    PassphraseTooShortError,
    RecordMissingError,
    StoreInUseError,
    WrongPassphraseError,
    WrongRecoveryDigitsError,
)
from iroc_desktop.services.ports import Store
from tests.fakes.memory_store import MemoryStore

LEAST = 10
SECRET = bytes(range(SECRET_BYTES))


@dataclass
class MemoryVault:
    """The locked folder of tests."""

    passphrase: str = ""
    practitioner_id: str = ""
    store: MemoryStore = field(default_factory=MemoryStore)
    secret: bytes = SECRET
    others: dict[str, str] = field(default_factory=dict)
    """Passphrases of colleagues, by their ids."""
    kept: dict[str, tuple[Backup, BackupCounts]] = field(default_factory=dict)
    """Backups that can be brought back from the door, by name."""
    brought_back: list[str] = field(default_factory=list)

    def exists(self) -> bool:
        """Return whether a passphrase was set up."""
        return bool(self.passphrase)

    def create(self, passphrase: str, practitioner_id: str) -> tuple[MemoryStore, tuple[str, ...]]:
        """Set up the passphrase."""
        _must_be_long(passphrase)
        if self.exists():
            raise StoreInUseError
        self.passphrase, self.practitioner_id = passphrase, practitioner_id
        return self.store, groups_from(self.secret)

    def unlock(self, passphrase: str) -> tuple[MemoryStore, str]:
        """Open the store again."""
        opened_by = self._whose(passphrase)
        held = self.store
        self.store = MemoryStore(
            list(held.operations), dict(held.drafts), dict(held.sessions), erased=held.erased
        )
        # what lies beside the store lies there still
        self.store.copies = replace(held.copies, store=self.store)
        return self.store, opened_by

    def verify(self, passphrase: str) -> None:
        """Compare the passphrase."""
        self._whose(passphrase)

    def renew_sheet(self, passphrase: str) -> tuple[str, ...]:
        """Return the digits of another sheet, which is the one that opens from now on."""
        groups = self.new_sheet()
        self.use_sheet(passphrase, groups)
        return groups

    def recover(self, groups: tuple[str, ...], new_passphrase: str) -> tuple[MemoryStore, str]:
        """Compare the secret, and take the new passphrase."""
        if secret_from(groups) != self.secret:
            raise WrongRecoveryDigitsError
        self._put(self.practitioner_id, new_passphrase)
        return self.unlock(new_passphrase)

    def members(self) -> tuple[str, ...]:
        """Return whoever has a passphrase."""
        return tuple(self._passphrases())

    def let_in(self, own_passphrase: str, practitioner_id: str, new_passphrase: str) -> None:
        """Take a passphrase for a colleague."""
        self._whose(own_passphrase)
        self._put(practitioner_id, new_passphrase)

    def change_passphrase(self, practitioner_id: str, old: str, new: str) -> None:
        """Take a new passphrase for the old one."""
        if self._whose(old) != practitioner_id:
            raise WrongPassphraseError
        self._put(practitioner_id, new)

    def new_sheet(self) -> tuple[str, ...]:
        """Return digits that open nothing yet."""
        return groups_from(secrets.token_bytes(SECRET_BYTES))

    def use_sheet(self, passphrase: str, groups: tuple[str, ...]) -> None:
        """Take the digits of another sheet."""
        secret = secret_from(groups)
        self._whose(passphrase)
        self.secret = secret

    def shut_out(
        self, own_passphrase: str, practitioner_id: str, groups: tuple[str, ...], store: Store
    ) -> None:
        """Forget somebody's passphrase."""
        secret = secret_from(groups)
        if self._whose(own_passphrase) == practitioner_id:
            raise OwnAccessError if self.others else LastMemberError
        if practitioner_id not in self._passphrases():
            raise RecordMissingError
        if store is not self.store:
            raise AssertionError("only the open store can be locked anew")
        if practitioner_id == self.practitioner_id:
            # somebody else becomes whoever the sheet belongs to
            self.practitioner_id = self._whose(own_passphrase)
            self.passphrase = self.others.pop(self.practitioner_id)
        else:
            del self.others[practitioner_id]
        self.secret = secret

    def backups(self, passphrase: str) -> Sequence[tuple[Backup, BackupCounts]]:
        """Return what a test put there."""
        self._whose(passphrase)
        return tuple(self.kept.values())

    def bring_back(self, passphrase: str, name: str, now: datetime) -> Path | None:
        """Remember which one was asked for."""
        self._whose(passphrase)
        if name not in self.kept:
            raise BackupMissingError
        self.brought_back.append(name)
        return Path(f"set-aside-{now:%Y%m%d-%H%M%S}")

    def _passphrases(self) -> dict[str, str]:
        return {self.practitioner_id: self.passphrase, **self.others}

    def _whose(self, passphrase: str) -> str:
        for practitioner_id, known in self._passphrases().items():
            if passphrase == known and known:
                return practitioner_id
        raise WrongPassphraseError

    def _put(self, practitioner_id: str, passphrase: str) -> None:
        _must_be_long(passphrase)
        if any(known == passphrase for id_, known in self._passphrases().items() if id_ != practitioner_id):
            raise PassphraseTakenError
        if practitioner_id == self.practitioner_id:
            self.passphrase = passphrase
        else:
            self.others[practitioner_id] = passphrase


def _must_be_long(passphrase: str) -> None:
    if len(passphrase) < LEAST:
        raise PassphraseTooShortError(LEAST)
