"""A vault that lives in memory: one passphrase, one store, and the recovery digits of a fixed secret.

It must not be quicker to open than to refuse: both are instant.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from iroc_desktop.domain.recovery import SECRET_BYTES, groups_from, secret_from
from iroc_desktop.domain.store_errors import (
    PassphraseTooShortError,
    StoreInUseError,
    WrongPassphraseError,
    WrongRecoveryDigitsError,
)
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

    def exists(self) -> bool:
        """Return whether a passphrase was set up."""
        return bool(self.passphrase)

    def create(self, passphrase: str, practitioner_id: str) -> tuple[MemoryStore, tuple[str, ...]]:
        """Set up the passphrase."""
        if len(passphrase) < LEAST:
            raise PassphraseTooShortError(LEAST)
        if self.exists():
            raise StoreInUseError
        self.passphrase, self.practitioner_id = passphrase, practitioner_id
        return self.store, groups_from(self.secret)

    def unlock(self, passphrase: str) -> tuple[MemoryStore, str]:
        """Open the store again."""
        self.verify(passphrase)
        held = self.store
        self.store = MemoryStore(list(held.operations), dict(held.drafts), dict(held.sessions))
        return self.store, self.practitioner_id

    def verify(self, passphrase: str) -> None:
        """Compare the passphrase."""
        if passphrase != self.passphrase:
            raise WrongPassphraseError

    def renew_sheet(self, passphrase: str) -> tuple[str, ...]:
        """Return the digits of another sheet, which is the one that opens from now on."""
        self.verify(passphrase)
        self.secret = secrets.token_bytes(SECRET_BYTES)
        return groups_from(self.secret)

    def recover(self, groups: tuple[str, ...], new_passphrase: str) -> tuple[MemoryStore, str]:
        """Compare the secret, and take the new passphrase."""
        if secret_from(groups) != self.secret:
            raise WrongRecoveryDigitsError
        if len(new_passphrase) < LEAST:
            raise PassphraseTooShortError(LEAST)
        self.passphrase = new_passphrase
        return self.unlock(new_passphrase)
