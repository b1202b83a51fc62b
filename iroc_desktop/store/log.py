"""The append-only log: writes operations, reads them back, and signs the head of this machine's chain.

It must not change or remove a row it wrote.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, exists, func, insert, select, update

from iroc_desktop.domain.audit import LOOKS, Page, Wanted
from iroc_desktop.domain.chains import ChainEnd
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
from iroc_desktop.services.ports import Stamp
from iroc_desktop.store import exchange_rows, rows, trail
from iroc_desktop.store.machine import Head, Machine

_NONCE_BYTES: Final = 16
_AT_ONCE: Final = 5_000
_LOG = rows.operation.c

_INSERT = insert(rows.operation)
_HELD = exchange_rows.held.c
LET_IN = ~exists().where(_HELD.replica == _LOG.replica, _HELD.seq == _LOG.seq)
"""What another machine brought and nobody accepted yet counts for nothing here."""
_OF_ENTITY = (
    select(rows.operation)
    .where(_LOG.entity_kind == bindparam("kind"), _LOG.entity_id == bindparam("id"), LET_IN)
    .order_by(_LOG.position)
)


class OperationLog:
    """The log of one unit of work, with the stamp that its operations carry."""

    def __init__(self, connection: Connection, machine: Machine, stamp: Stamp) -> None:
        self._connection = connection
        self._machine = machine
        self.stamp = stamp
        """Who writes, and when by the machine's own clock."""
        self._head: Head | None = None
        self._lamport = 0

    def of(self, entity: Entity) -> Sequence[Operation]:
        """Return the operations about one entity, in the order they were made here."""
        return operations_of(self._connection, entity)

    def last_claim(self) -> str:
        """Return when the newest operation claims to have been made; empty if there is none."""
        newest = select(_LOG.claimed_at).order_by(_LOG.position.desc()).limit(1)
        return self._connection.execute(newest).scalar_one_or_none() or ""

    def note(self, entity: Entity, action: Action) -> None:
        """Append an audit entry without fields, such as "printed"."""
        self.append(entity, action, {})

    def entries(self, wanted: Wanted, before: int | None, limit: int) -> Page:
        """Return entries, newest first, that stand before a position."""
        return trail.entries(self._connection, wanted, before, limit)

    def machines(self) -> Sequence[str]:
        """Return the replicas that made operations, this machine's first."""
        own = self._machine.replica
        return (own, *(each for each in replicas_in(self._connection) if each != own))

    def ends(self) -> Mapping[str, ChainEnd]:
        """Return where each replica's chain ends, as its signed head says."""
        own = self._machine
        return {
            replica: ChainEnd(head.seq, head.hash, replica == own.replica and not own.signed(head, signature))
            for replica, (head, signature) in heads_of(self._connection).items()
        }

    def chain(self, replica: str, after: int, limit: int) -> Sequence[Operation]:
        """Return at most `limit` operations of one replica that follow its `after`-th."""
        query = select(rows.operation).where(_LOG.replica == replica, _LOG.seq > after)
        found = self._connection.execute(query.order_by(_LOG.seq).limit(limit))
        return [operation_from(row) for row in found]

    def append(
        self,
        entity: Entity,
        action: Action,
        fields: Mapping[str, JsonValue],
        parents: tuple[OperationId, ...] = (),
        reason: str = "",
    ) -> None:
        """Append one operation to this machine's chain."""
        head = self._present_head()
        content = Content(secrets.token_hex(_NONCE_BYTES), fields, reason)
        made = Operation(
            id=OperationId(self._machine.replica, head.seq + 1),
            lamport=self._lamport + 1,
            parents=parents,
            previous=head.hash,
            entity=entity,
            action=action,
            author=self.stamp.practitioner_id,
            claimed_at=self.stamp.claimed_at,
            content_digest=content.digest(),
            content=content,
        )
        self._connection.execute(_INSERT, row_of(made))
        self._head = Head(self._machine.replica, made.id.seq, made.lamport, made.hash)
        self._lamport = made.lamport

    def sign(self) -> None:
        """Sign the head, if anything was appended since the last time."""
        if self._head is not None:
            put_head(self._connection, self._head, self._machine.sign(self._head))
            self._head = None

    def forget(self) -> None:
        """Drop what was rolled back."""
        self._head = None

    def _present_head(self) -> Head:
        if self._head is None:
            heads = heads_of(self._connection)
            self._lamport = max((head.lamport for head, _ in heads.values()), default=0)
            own = heads.get(self._machine.replica)
            self._head = own[0] if own else Head(self._machine.replica, 0, 0, GENESIS)
        return self._head


def heads_of(connection: Connection) -> dict[str, tuple[Head, bytes]]:
    """Return the head of each replica, with its signature."""
    found = connection.execute(select(rows.chain_head))
    return {row.replica: (Head(row.replica, row.seq, row.lamport, row.hash), row.signature) for row in found}


def put_head(connection: Connection, head: Head, signature: bytes) -> None:
    """Write the head of a replica in place of the one before."""
    values = {"seq": head.seq, "lamport": head.lamport, "hash": head.hash, "signature": signature}
    changed = connection.execute(
        update(rows.chain_head).where(rows.chain_head.c.replica == head.replica).values(values)
    )
    if not changed.rowcount:
        connection.execute(insert(rows.chain_head).values(replica=head.replica, **values))


def operations_of(connection: Connection, entity: Entity) -> list[Operation]:
    """Return the operations about one entity, in the order of arrival."""
    found = connection.execute(_OF_ENTITY, {"kind": entity.kind.value, "id": entity.id})
    return [operation_from(row) for row in found]


def operations_about(connection: Connection, entities: Iterable[Entity]) -> dict[Entity, list[Operation]]:
    """Return the operations about each of many entities; those of which there are none are missing."""
    found: dict[Entity, list[Operation]] = {}
    for kind, ids in by_kind(entities):
        query = select(rows.operation).where(_LOG.entity_kind == kind.value, _LOG.entity_id.in_(ids), LET_IN)
        for row in connection.execute(query.order_by(_LOG.position)):
            found.setdefault(Entity(kind, row.entity_id), []).append(operation_from(row))
    return found


def named_before(connection: Connection, entities: Iterable[Entity]) -> set[Entity]:
    """Return those of the entities that any operation is about, one that is held back too."""
    return {
        Entity(kind, entity_id)
        for kind, ids in by_kind(entities)
        for entity_id in connection.execute(
            select(_LOG.entity_id).where(_LOG.entity_kind == kind.value, _LOG.entity_id.in_(ids)).distinct()
        ).scalars()
    }


def by_kind(entities: Iterable[Entity]) -> Iterator[tuple[EntityKind, list[str]]]:
    """Yield the ids of each kind, as many at once as one statement may name."""
    groups: dict[EntityKind, list[str]] = {}
    for each in set(entities):
        groups.setdefault(each.kind, []).append(each.id)
    for kind, ids in sorted(groups.items()):
        for begin in range(0, len(ids), _AT_ONCE):
            yield kind, sorted(ids[begin : begin + _AT_ONCE])


def chain_of(connection: Connection, replica: str) -> Iterator[Operation]:
    """Yield one replica's operations in their own order."""
    found = connection.execute(select(rows.operation).where(_LOG.replica == replica).order_by(_LOG.seq))
    return map(operation_from, found)


def every_entity(connection: Connection) -> Iterator[tuple[Entity, list[Operation]]]:
    """Yield each entity with its operations, entity by entity."""
    found = connection.execute(
        select(rows.operation).where(LET_IN).order_by(_LOG.entity_kind, _LOG.entity_id, _LOG.position)
    )
    group: list[Operation] = []
    for each in map(operation_from, found):
        if group and group[0].entity != each.entity:
            yield group[0].entity, group
            group = []
        group.append(each)
    if group:
        yield group[0].entity, group


def every_name(connection: Connection) -> list[Entity]:
    """Return each entity that operations are about, in the order of `every_entity`."""
    names = select(_LOG.entity_kind, _LOG.entity_id).distinct().order_by(_LOG.entity_kind, _LOG.entity_id)
    return [Entity(EntityKind(kind), name) for kind, name in connection.execute(names)]


def replicas_in(connection: Connection) -> tuple[str, ...]:
    """Return the replicas that made operations, in a fixed order."""
    return tuple(connection.execute(select(_LOG.replica).distinct().order_by(_LOG.replica)).scalars())


def operation_count(connection: Connection) -> int:
    """Return how many operations there are."""
    return connection.execute(select(func.count()).select_from(rows.operation)).scalar_one()


def only_looked_since(connection: Connection, then: Mapping[str, Head]) -> bool:
    """Return whether nothing was done since the chains had these heads but to look."""
    now = {replica: head for replica, (head, _) in heads_of(connection).items()}
    if any(replica not in now or head.seq > now[replica].seq for replica, head in then.items()):
        return False
    return all(_only_looked(connection, then.get(replica), head) for replica, head in now.items())


def _only_looked(connection: Connection, then: Head | None, now: Head) -> bool:
    if then is not None and then.seq == now.seq:
        return then.hash == now.hash
    seq, known = (then.seq, then.hash) if then else (0, GENESIS)
    query = select(_LOG.seq, _LOG.action, _LOG.previous).where(_LOG.replica == now.replica, _LOG.seq > seq)
    first, *_ = since = connection.execute(query.order_by(_LOG.seq)).all()
    return first.previous == known and all(Action(row.action) in LOOKS for row in since)


def append_all(connection: Connection, operations: Iterable[Operation]) -> None:
    """Append operations that were made elsewhere, as they are."""
    connection.execute(_INSERT, [row_of(each) for each in operations])


def row_of(operation: Operation) -> dict[str, JsonValue]:
    """Return an operation as a row."""
    content = operation.content
    return {
        "replica": operation.id.replica,
        "seq": operation.id.seq,
        "lamport": operation.lamport,
        "parents": " ".join(map(str, operation.parents)),
        "previous": operation.previous,
        "entity_kind": operation.entity.kind.value,
        "entity_id": operation.entity.id,
        "action": operation.action.value,
        "author": operation.author,
        "claimed_at": operation.claimed_at,
        "content_digest": operation.content_digest,
        "nonce": content.nonce if content else None,
        "fields": canonical(dict(content.fields)).decode() if content else None,
        "reason": content.reason if content else None,
    }


def operation_from(row: Row[Any]) -> Operation:
    """Return the operation of a row."""
    content = None if row.fields is None else Content(row.nonce, json.loads(row.fields), row.reason)
    return Operation(
        id=OperationId(row.replica, row.seq),
        lamport=row.lamport,
        parents=tuple(map(OperationId.parse, row.parents.split())),
        previous=row.previous,
        entity=Entity(EntityKind(row.entity_kind), row.entity_id),
        action=Action(row.action),
        author=row.author,
        claimed_at=row.claimed_at,
        content_digest=row.content_digest,
        content=content,
    )
