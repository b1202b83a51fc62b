"""The exchange in the store that lives in memory: its log as it travels, machines, imports, conflicts.

It must not take in what the real store would refuse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from iroc_desktop.domain.bundles import BundleBrokenError, SignedHead, Vector
from iroc_desktop.domain.conflicts import Conflict, Side, UnfitValueError
from iroc_desktop.domain.erasure import Erased, erase, merged
from iroc_desktop.domain.operations import Action, Entity, EntityKind, JsonValue, Operation, OperationId
from iroc_desktop.domain.pairing import MachineCard
from iroc_desktop.domain.peers import OwnMachine, Peer
from iroc_desktop.domain.receipts import Taken
from iroc_desktop.domain.records import conversation_from, organisation_from, person_from, practitioner_from
from iroc_desktop.domain.registers import Register, fold
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.withheld import is_hidden

if TYPE_CHECKING:
    from tests.fakes.memory_store import MemoryUnit

_READERS: Final[Mapping[EntityKind, Callable[[str, Mapping[str, JsonValue]], object]]] = {
    EntityKind.PERSON: person_from,
    EntityKind.PRACTITIONER: practitioner_from,
    EntityKind.ORGANISATION: lambda _, fields: organisation_from(fields),
    EntityKind.CONVERSATION: lambda each, fields: conversation_from(
        each, {"held_on": "2026-01-01", **fields}
    ),
}


@dataclass
class Known:
    """What a machine knows of the exchange, besides its log."""

    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate, repr=False)
    own: OwnMachine | None = None
    peers: dict[str, Peer] = field(default_factory=dict)
    heads: dict[str, SignedHead] = field(default_factory=dict)
    held: frozenset[OperationId] = frozenset()
    taken: tuple[Taken, ...] = ()
    replicas: dict[str, str] = field(default_factory=dict)
    quarantined: dict[str, str] = field(default_factory=dict)

    def copy(self) -> Known:
        """Return a copy that a unit of work may change."""
        return replace(
            self,
            peers=dict(self.peers),
            heads=dict(self.heads),
            replicas=dict(self.replicas),
            quarantined=dict(self.quarantined),
        )


@dataclass
class MemoryBundles:
    """The log as it is exchanged."""

    unit: MemoryUnit

    def vector(self) -> Mapping[str, int]:
        """Return the newest number of each replica."""
        newest: dict[str, int] = {}
        for each in self.unit.operations:
            newest[each.id.replica] = max(each.id.seq, newest.get(each.id.replica, 0))
        return newest

    def beyond(self, known: Vector) -> Sequence[Operation]:
        """Return what a machine lacks."""
        lacked = [each for each in self.unit.operations if each.id.seq > known.get(each.id.replica, 0)]
        return sorted(lacked, key=lambda each: each.id)

    def heads(self) -> Sequence[SignedHead]:
        """Return the heads, this machine's own signed now."""
        unit, known = self.unit, self.unit.known
        own = [each for each in unit.operations if each.id.replica == unit.replica]
        if own:
            newest = own[-1]
            said = f"head {newest.id} {newest.lamport} {newest.hash}".encode()
            signature = known.key.sign(said).hex()
            head = SignedHead(unit.replica, newest.id.seq, newest.lamport, newest.hash, signature)
            known.heads[unit.replica] = head
        return [head for _, head in sorted(known.heads.items())]

    def erased(self) -> Sequence[Erased]:
        """Return everything that was destroyed."""
        return self.unit.erased

    def hash_of(self, operation_id: OperationId) -> str | None:
        """Return the hash of an operation that is here."""
        return next((each.hash for each in self.unit.operations if each.id == operation_id), None)

    def about(self, entities: Iterable[Entity]) -> Mapping[Entity, Sequence[Operation]]:
        """Return what is here and not held back."""
        found: dict[Entity, list[Operation]] = {}
        wanted = set(entities)
        for each in self.unit.shown():
            if each.entity in wanted:
                found.setdefault(each.entity, []).append(each)
        return found

    def person_of(self, entities: Iterable[Entity]) -> Mapping[Entity, str]:
        """Return whom entities are about."""
        return {each: self.unit.erasures.whose(each) for each in entities}

    def take(
        self,
        fresh: Sequence[Operation],
        heads: Iterable[SignedHead],
        erased: Iterable[Erased],
        held_back: Iterable[OperationId] = (),
    ) -> None:
        """Append, destroy, hold back."""
        unit = self.unit
        operations, unit.erased = erase([*unit.operations, *fresh], merged(unit.erased, erased))
        unit.operations = list(operations)
        unit.erasures.drop_what_is_in_progress()
        for head in heads:
            if head.seq > (unit.known.heads[head.replica].seq if head.replica in unit.known.heads else 0):
                unit.known.heads[head.replica] = head
        unit.known.held |= frozenset(held_back)
        self._must_fold({each.entity for each in fresh})

    def held(self) -> Sequence[Operation]:
        """Return what is held back."""
        return [each for each in self.unit.operations if each.id in self.unit.known.held]

    def written_since(self, seq: int) -> Sequence[Operation]:
        """Return what this machine wrote."""
        own = self.unit.replica
        return [each for each in self.unit.operations if each.id.replica == own and each.id.seq > seq]

    def hold_back(self, operations: Iterable[OperationId]) -> None:
        """Hold back."""
        self.unit.known.held |= frozenset(operations)

    def let_in(self, operations: Iterable[OperationId]) -> None:
        """Hold back no more."""
        wanted = frozenset(operations)
        self.unit.known.held -= wanted
        self._must_fold({each.entity for each in self.unit.operations if each.id in wanted})

    def _must_fold(self, entities: Iterable[Entity]) -> None:
        for each in entities:
            must_read(self.unit, each, BundleBrokenError("fold"))


def must_read(unit: MemoryUnit, entity: Entity, refusal: Exception) -> None:
    """Refuse fields that the record could not be read from."""
    fields = unit.fields(entity)
    try:
        if fields and entity.kind in _READERS:
            _READERS[entity.kind](entity.id, fields)
    except (ValueError, TypeError, AttributeError, LookupError) as error:
        raise refusal from error


@dataclass
class MemoryPeers:
    """The machines."""

    unit: MemoryUnit

    @property
    def replica(self) -> str:
        """Return the name under which this machine writes."""
        return self.unit.replica

    @property
    def signing_key(self) -> str:
        """Return the public key."""
        return self.unit.known.key.public_key().public_bytes_raw().hex()

    def own(self) -> OwnMachine | None:
        """Return this machine's card."""
        return self.unit.known.own

    def put_own(self, own: OwnMachine) -> None:
        """Write it."""
        card = replace(own.card, team=own.team, signing_key=self.signing_key)
        self.unit.known.own = replace(own, card=card)

    def all(self) -> Sequence[Peer]:
        """Return every machine, by name."""
        peers = [replace(each, card=replace(each.card, team="")) for each in self.unit.known.peers.values()]
        return sorted(peers, key=lambda each: (each.card.name, each.card.machine_id))

    def put(self, peer: Peer) -> None:
        """Add or replace."""
        self.unit.known.peers[peer.card.machine_id] = peer

    def sign(self, content: bytes) -> bytes:
        """Sign a bundle."""
        if not content.startswith(b"iroc bundle "):
            raise ValueError
        return self.unit.known.key.sign(content)

    def signed_by(self, signature: bytes, content: bytes) -> MachineCard | None:
        """Return the trusted machine that signed."""
        trusted = (each.card for each in self.all() if each.trusted)
        return next((each for each in trusted if _fits(each.signing_key, signature, content)), None)

    def maker_of(self, head: SignedHead) -> str | None:
        """Return the machine that signed a head."""
        said = f"head {head.replica}:{head.seq} {head.lamport} {head.hash}".encode()
        own = self.own()
        cards = [each.card for each in self.all()] + ([own.card] if own else [])
        signature = bytes.fromhex(head.signature)
        return next((each.machine_id for each in cards if _fits(each.signing_key, signature, said)), None)

    def replicas(self) -> Mapping[str, str]:
        """Return the machines behind replicas."""
        return dict(self.unit.known.replicas)

    def remember(self, replica: str, machine_id: str) -> None:
        """Keep one."""
        self.unit.known.replicas[replica] = machine_id

    def quarantined(self) -> Mapping[str, str]:
        """Return the forked replicas."""
        return dict(self.unit.known.quarantined)

    def quarantine(self, replica: str, at: str) -> None:
        """Keep one."""
        self.unit.known.quarantined.setdefault(replica, at)


def _fits(signing_key: str, signature: bytes, content: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(signing_key)).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


@dataclass
class MemoryTaken:
    """Imports, oldest first."""

    unit: MemoryUnit

    def all(self) -> Sequence[Taken]:
        """Return them, newest first."""
        return list(reversed(self.unit.known.taken))

    def add(self, taken: Taken) -> None:
        """Keep one."""
        self.unit.known.taken = (*self.unit.known.taken, taken)

    def replace_last(self, taken: Taken) -> None:
        """Replace the newest."""
        self.unit.known.taken = (*self.unit.known.taken[:-1], taken)


@dataclass
class MemoryConflicts:
    """Fields in which machines disagree, found by walking over everything."""

    unit: MemoryUnit

    def all(self) -> Sequence[Conflict]:
        """Return every conflict in sight."""
        entities = sorted({each.entity for each in self.unit.shown()})
        return [each for entity in entities for each in self._of(entity)]

    def settle(self, entity: Entity, field: str, value: JsonValue, reason: str) -> None:
        """Write a value over all."""
        if not any(each.field == field for each in self._of(entity)):
            raise RecordMissingError
        action = Action.CORRECTED if entity.kind is EntityKind.CONVERSATION else Action.WROTE
        self.unit.append(entity, action, {field: value}, reason)
        must_read(self.unit, entity, UnfitValueError())

    def _of(self, entity: Entity) -> list[Conflict]:
        if is_hidden(self.unit.every_field(entity)):
            return []
        operations = {each.id: each for each in self.unit.shown() if each.entity == entity}
        person_id = self.unit.erasures.whose(entity)
        return [
            Conflict(entity, name, person_id, _sides(register, operations))
            for name, register in sorted(fold(operations.values()).items())
            if register.conflicting
        ]


def _sides(register: Register, operations: Mapping[OperationId, Operation]) -> tuple[Side, ...]:
    by = [(each, operations[each.written_by]) for each in register.versions]
    return tuple(Side(each.value, made.author, made.id.replica, made.claimed_at) for each, made in by)
