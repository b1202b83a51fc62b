"""Who this machine is in the log: a replica id, and a key pair that signs the head of its chain.

It must not sign anything but heads and bundles, which begin differently: nobody can pass one for the other.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import Connection, insert, select, update

from iroc_desktop.domain.operations import canonical
from iroc_desktop.domain.store_errors import StoreDamagedError
from iroc_desktop.store import rows

BUNDLE: Final = b"iroc bundle "
"""How everything begins that is signed of a bundle; a head begins otherwise."""


@dataclass(frozen=True, slots=True)
class Head:
    """The newest operation of a replica: its number, its lamport time and its hash."""

    replica: str
    seq: int
    lamport: int
    hash: str

    def signed_bytes(self) -> bytes:
        """Return what a machine signs."""
        return b"iroc chain head 1\n" + canonical([self.replica, self.seq, self.lamport, self.hash])


@dataclass(frozen=True, slots=True)
class Machine:
    """This machine's replica id and keys."""

    replica: str
    private_key: Ed25519PrivateKey = field(repr=False)

    def sign(self, head: Head) -> bytes:
        """Return the Ed25519 signature of a head."""
        return self.private_key.sign(head.signed_bytes())

    def sign_bundle(self, content: bytes) -> bytes:
        """Return the Ed25519 signature of what a bundle says.

        Raises:
            ValueError: if it does not begin as bundles do.
        """
        if not content.startswith(BUNDLE):
            raise ValueError
        return self.private_key.sign(content)

    def signed(self, head: Head, signature: bytes) -> bool:
        """Return whether this machine signed a head."""
        public: Ed25519PublicKey = self.private_key.public_key()
        try:
            public.verify(signature, head.signed_bytes())
        except InvalidSignature:
            return False
        return True


def introduce(connection: Connection) -> Machine:
    """Give a new store its machine: a fresh replica id and key pair."""
    machine = Machine(_replica(), Ed25519PrivateKey.generate())
    connection.execute(
        insert(rows.machine).values(
            replica=machine.replica,
            private_key=machine.private_key.private_bytes_raw(),
            public_key=machine.private_key.public_key().public_bytes_raw(),
        )
    )
    return machine


def rename(connection: Connection) -> None:
    """Give the machine a fresh replica id; its keys stay, so that others know it by its signature."""
    connection.execute(update(rows.machine).values(replica=_replica()))


def _replica() -> str:
    return secrets.token_hex(8)


def known(connection: Connection) -> Machine:
    """Return the machine of an open store.

    Raises:
        StoreDamagedError: if there is none.
    """
    row = connection.execute(select(rows.machine)).one_or_none()
    if row is None:
        raise StoreDamagedError("no machine")
    return Machine(row.replica, Ed25519PrivateKey.from_private_bytes(row.private_key))
