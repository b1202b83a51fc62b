"""This machine's own card and the machines it was paired with.

It must not hand out the key that signs: it signs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, Row, delete, insert, select, update

from iroc_desktop.domain.bundles import SignedHead
from iroc_desktop.domain.operations import canonical
from iroc_desktop.domain.pairing import MachineCard
from iroc_desktop.domain.peers import OwnMachine, Peer
from iroc_desktop.store import exchange_rows
from iroc_desktop.store.machine import Head, Machine

_OWN: Final = exchange_rows.own_card
_PEER: Final = exchange_rows.peer
_REPLICA: Final = exchange_rows.known_replica


class SqlPeers:
    """The machines of the team, as this one knows them."""

    def __init__(self, connection: Connection, machine: Machine) -> None:
        self._connection = connection
        self._machine = machine

    @property
    def replica(self) -> str:
        """Return the name under which this machine writes now."""
        return self._machine.replica

    @property
    def signing_key(self) -> str:
        """Return the public key of this machine's signatures, in hexadecimal digits."""
        return self._machine.private_key.public_key().public_bytes_raw().hex()

    def own(self) -> OwnMachine | None:
        """Return this machine's own card; None before it was given a name."""
        row = self._connection.execute(select(_OWN)).one_or_none()
        if row is None:
            return None
        recipient, _, identity = row.identity.partition("\n")
        card = MachineCard(row.machine_id, row.name, self.signing_key, recipient, row.team)
        return OwnMachine(card, row.team, identity, row.bundles)

    def put_own(self, own: OwnMachine) -> None:
        """Write this machine's own card."""
        self._connection.execute(delete(_OWN))
        self._connection.execute(
            insert(_OWN).values(
                machine_id=own.card.machine_id,
                name=own.card.name,
                team=own.team,
                identity=f"{own.card.recipient}\n{own.identity}",
                bundles=own.bundles,
            )
        )

    def all(self) -> Sequence[Peer]:
        """Return every machine that was paired with this one, by name."""
        found = self._connection.execute(select(_PEER).order_by(_PEER.c.name, _PEER.c.machine_id))
        return [_peer_from(row) for row in found]

    def put(self, peer: Peer) -> None:
        """Add a machine, or write what is known of it now."""
        self._connection.execute(delete(_PEER).where(_PEER.c.machine_id == peer.card.machine_id))
        self._connection.execute(insert(_PEER).values(**_row(peer)))

    def sign(self, content: bytes) -> bytes:
        """Return this machine's Ed25519 signature of a bundle."""
        return self._machine.sign_bundle(content)

    def signed_by(self, signature: bytes, content: bytes) -> MachineCard | None:
        """Return the card of the trusted machine that signed a bundle; None if none did."""
        for each in self.all():
            if each.trusted and _fits(each.card.signing_key, signature, content):
                return each.card
        return None

    def maker_of(self, head: SignedHead) -> str | None:
        """Return the id of the machine whose key signed a head; None if none known here did."""
        content = Head(head.replica, head.seq, head.lamport, head.hash).signed_bytes()
        own = self.own()
        keys = {own.card.machine_id: self.signing_key} if own else {}
        keys |= {each.card.machine_id: each.card.signing_key for each in self.all()}
        signature = bytes.fromhex(head.signature)
        return next((machine for machine, key in keys.items() if _fits(key, signature, content)), None)

    def replicas(self) -> Mapping[str, str]:
        """Return the machine's id behind each replica that could be told once."""
        found = self._connection.execute(select(_REPLICA).where(_REPLICA.c.machine_id != ""))
        return {row.replica: row.machine_id for row in found}

    def remember(self, replica: str, machine_id: str) -> None:
        """Keep which machine writes under a name."""
        self._put_replica(replica, machine_id=machine_id)

    def quarantined(self) -> Mapping[str, str]:
        """Return the replicas that were found to be forked, with when that was."""
        found = self._connection.execute(select(_REPLICA).where(_REPLICA.c.quarantined_at != ""))
        return {row.replica: row.quarantined_at for row in found}

    def quarantine(self, replica: str, at: str) -> None:
        """Keep that a replica was found to be forked; once more changes nothing."""
        if replica not in self.quarantined():
            self._put_replica(replica, quarantined_at=at)

    def _put_replica(self, replica: str, **said: str) -> None:
        known = self._connection.execute(update(_REPLICA).where(_REPLICA.c.replica == replica).values(**said))
        if not known.rowcount:
            row = {"machine_id": "", "quarantined_at": "", **said, "replica": replica}
            self._connection.execute(insert(_REPLICA).values(**row))


def _fits(signing_key: str, signature: bytes, content: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(signing_key)).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def _row(peer: Peer) -> dict[str, Any]:
    return {
        "machine_id": peer.card.machine_id,
        "name": peer.card.name,
        "signing_key": peer.card.signing_key,
        "recipient": peer.card.recipient,
        "replica": peer.replica,
        "number": peer.number,
        "vector": canonical(dict(peer.vector)).decode(),
        "paired_at": peer.paired_at,
        "revoked_at": peer.revoked_at,
        "heard_at": peer.heard_at,
        "sent_at": peer.sent_at,
    }


def _peer_from(row: Row[Any]) -> Peer:
    return Peer(
        MachineCard(row.machine_id, row.name, row.signing_key, row.recipient),
        row.paired_at,
        row.replica,
        row.number,
        json.loads(row.vector),
        row.heard_at,
        row.sent_at,
        row.revoked_at,
    )
