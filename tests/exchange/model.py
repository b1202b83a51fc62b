"""A machine of the exchange in memory: the domain's own rules over a set of operations, and nothing else.

It must not be cleverer than the store: what it does is what the store has to do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from iroc_desktop.domain.bundles import Bundle
from iroc_desktop.domain.erasure import Erased, erase, merged
from iroc_desktop.domain.merging import arriving
from iroc_desktop.domain.operations import (
    GENESIS,
    Action,
    Content,
    Entity,
    EntityKind,
    JsonValue,
    Operation,
    OperationId,
    canonical,
)
from iroc_desktop.domain.registers import fold, parents_for, values


@dataclass
class ModelMachine:
    """One machine: its log, what was erased, and what is held back from its tables."""

    name: str
    replica: str
    log: dict[OperationId, Operation] = field(default_factory=dict)
    erased: tuple[Erased, ...] = ()
    held: set[OperationId] = field(default_factory=set)
    lamport: int = 0
    bundles: int = 0
    confirmed: dict[str, dict[str, int]] = field(default_factory=dict)
    """What each other machine had when it wrote its newest bundle that came here."""
    last_import: frozenset[OperationId] = frozenset()

    @property
    def vector(self) -> dict[str, int]:
        """Return the newest number of each replica."""
        newest: dict[str, int] = {}
        for each in self.log:
            newest[each.replica] = max(each.seq, newest.get(each.replica, 0))
        return newest

    def of(self, entity: Entity) -> list[Operation]:
        """Return what is here about an entity, without what is held."""
        return [each for each in self.log.values() if each.entity == entity and each.id not in self.held]

    def entities(self) -> set[Entity]:
        """Return what can be seen here."""
        return {each.entity for each in self.log.values() if each.content and each.id not in self.held}

    def write(self, entity: Entity, fields: dict[str, JsonValue], claimed_at: str) -> Operation:
        """Append one change."""
        seq = self.vector.get(self.replica, 0) + 1
        before = self.log.get(OperationId(self.replica, seq - 1))
        self.lamport += 1
        content = Content(f"{self.replica}-{seq}", fields)
        made = Operation(
            id=OperationId(self.replica, seq),
            lamport=self.lamport,
            parents=parents_for(fields, fold(self.of(entity))),
            previous=before.hash if before else GENESIS,
            entity=entity,
            action=Action.WROTE,
            author=self.name,
            claimed_at=claimed_at,
            content_digest=content.digest(),
            content=content,
        )
        self.log[made.id] = made
        return made

    def erase(self, person_id: str, claimed_at: str) -> None:
        """Destroy everything about a person."""
        person = Entity(EntityKind.PERSON, person_id)
        self._know_erased([Erased(person, person_id, claimed_at, self.name)])

    def export(self, to: str) -> Bundle:
        """Return everything that another machine has not confirmed."""
        known = self.confirmed.get(to, {})
        chosen = [each for each in self.log.values() if each.id.seq > known.get(each.id.replica, 0)]
        self.bundles += 1
        ordered = tuple(sorted(chosen, key=lambda each: each.id))
        return Bundle(self.name, "team", self.replica, self.bundles, self.vector, self.erased, ordered)

    def take(self, bundle: Bundle, sender: str, leaving_out: Iterable[Entity] = ()) -> bool:
        """Import a bundle whole; return whether it brought anything."""
        before = self.digest()
        fresh = arriving(bundle, self.vector, self.hash_of)
        out = set(leaving_out) | {self.log[each].entity for each in self.held}
        self.log |= {each.id: each for each in fresh}
        self.held |= {each.id for each in fresh if each.entity in out}
        self.last_import = frozenset(each.id for each in fresh)
        self.lamport = max([self.lamport, *(each.lamport for each in fresh)])
        self.confirmed[sender] = dict(bundle.vector)
        self._know_erased(bundle.erased)
        return self.digest() != before

    def undo_import(self) -> None:
        """Hold back what came last."""
        self.held |= self.last_import

    def accept_all(self) -> None:
        """Hold nothing back any more."""
        self.held.clear()

    def restored(self, backup: ModelMachine, replica: str) -> ModelMachine:
        """Return this machine after a backup of it was brought back."""
        again = replace(
            backup,
            replica=replica,
            log=dict(backup.log),
            held=set(backup.held),
            bundles=0,
            confirmed=dict(backup.confirmed),
        )
        again._know_erased(self.erased)
        return again

    def copy(self) -> ModelMachine:
        """Return a backup."""
        return replace(self, log=dict(self.log), held=set(self.held), confirmed=dict(self.confirmed))

    def digest(self) -> str:
        """Return what is equal on two machines that have the same record."""
        ordered = sorted(self.log.values(), key=_by_id)
        log = [[str(each.id), _hash(each), each.content is None] for each in ordered]
        gone = [repr(each) for each in self.erased]
        return hashlib.sha256(canonical([log, gone])).hexdigest()

    def folded(self) -> dict[str, JsonValue]:
        """Return every field of everything, as it is shown here."""
        groups: dict[Entity, list[Operation]] = {}
        for each in self.log.values():
            if each.id not in self.held:
                groups.setdefault(each.entity, []).append(each)
        return {f"{entity.kind.value}/{entity.id}": values(fold(each)) for entity, each in groups.items()}

    def _know_erased(self, more: Iterable[Erased]) -> None:
        operations, self.erased = erase(self.log.values(), merged(self.erased, more))
        self.log = {each.id: each for each in operations}

    def hash_of(self, wanted: OperationId) -> str | None:
        """Return the hash of an operation that is here."""
        found = self.log.get(wanted)
        return _hash(found) if found else None


_HASHES: dict[object, str] = {}


def _hash(operation: Operation) -> str:
    key = (
        operation.id,
        operation.entity,
        operation.lamport,
        operation.content_digest,
        operation.previous,
        operation.parents,
        operation.claimed_at,
        operation.author,
    )
    if key not in _HASHES:
        _HASHES[key] = operation.hash
    return _HASHES[key]


def _by_id(operation: Operation) -> OperationId:
    return operation.id
