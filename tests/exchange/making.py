"""Bundles and machines for tests, and bytes that a careless or hostile machine could have written.

They must not be weaker than real ones.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyrage import x25519

from iroc_desktop.domain.bundles import Bundle, SignedHead
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.operations import (
    GENESIS,
    Action,
    Content,
    Entity,
    EntityKind,
    JsonValue,
    Operation,
    OperationId,
)
from iroc_desktop.domain.pairing import MachineCard
from iroc_desktop.exchange import inside

PERSON = Entity(EntityKind.PERSON, "person-1")


@dataclass
class Machine:
    """One machine with its keys."""

    replica: str
    signing: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    identity: x25519.Identity = field(default_factory=x25519.Identity.generate)

    @property
    def recipient(self) -> str:
        """Return what others seal for."""
        return str(self.identity.to_public())

    def signed(self, signature: bytes, content: bytes) -> MachineCard | None:
        """Return the card of this machine, if it signed these bytes."""
        try:
            self.signing.public_key().verify(signature, content)
        except InvalidSignature:
            return None
        return MachineCard(self.replica, self.replica, "", self.recipient)


def chain(replica: str, count: int, entity: Entity = PERSON) -> tuple[Operation, ...]:
    """Return the first operations of a replica, each naming the one before."""
    made: list[Operation] = []
    for seq in range(1, count + 1):
        content = Content(f"{replica}-{seq}", {"preferred_name": f"Zoë {seq}", "person_id": "p"}, "because")
        made.append(
            Operation(
                id=OperationId(replica, seq),
                lamport=seq,
                parents=(made[-1].id,) if made else (),
                previous=made[-1].hash if made else GENESIS,
                entity=entity,
                action=Action.WROTE,
                author="practitioner-1",
                claimed_at="2026-11-24T10:42:00+00:00",
                content_digest=content.digest(),
                content=content,
            )
        )
    return tuple(made)


def bundle(sender: str = "pc-1", count: int = 3) -> Bundle:
    """Return a bundle with an erasure and a few operations."""
    gone = Entity(EntityKind.CONVERSATION, "gone")
    erased = (Erased(gone, "person-9", "2026-11-24T10:42:00+00:00", "practitioner-1"),)
    made = chain(sender, count)
    head = SignedHead(sender, count, made[-1].lamport, made[-1].hash, "ab" * 64)
    return Bundle(sender, "team", sender, 1, {sender: count}, erased, made, (head,))


def forged(machine: Machine, lines: bytes, written: int = inside.FORMAT, needed: int = 1) -> bytes:
    """Return the inside of a bundle with any lines, rightly signed."""
    body = zlib.compress(lines)
    signature = machine.signing.sign(inside._signed(written, needed, body))
    return struct.pack(">8sHH64s", inside.MAGIC, written, needed, signature) + body


def header(lines: bytes, machine: Machine, to: Machine, **other: JsonValue) -> dict[str, JsonValue]:
    """Return a header that fits these lines, with some of it replaced."""
    import hashlib

    fitting = {
        "machine": machine.replica,
        "sender": machine.replica,
        "team": "team",
        "recipients": [to.recipient],
        "number": 1,
        "vector": {machine.replica: 1},
        "counts": {"erased": 0, "heads": 0, "operations": lines.count(b"\n")},
        "sha512": hashlib.sha512(lines).hexdigest(),
    }
    return {**fitting, **other}
