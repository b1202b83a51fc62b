"""The log as it is exchanged with other machines: handed out, taken in, held back and let in.

It must not judge what arrives: `domain.merging` has done that, and `domain.erasure` says what is destroyed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, or_, select, true
from sqlalchemy.exc import IntegrityError, InterfaceError, ProgrammingError

from iroc_desktop.domain.bundles import BundleBrokenError, SignedHead, Vector
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.merging import by_entity
from iroc_desktop.domain.operations import Entity, EntityKind, Operation, OperationId
from iroc_desktop.domain.receipts import stretches
from iroc_desktop.store import exchange_rows, rows
from iroc_desktop.store.erasing import destroy, erased_in
from iroc_desktop.store.log import (
    LET_IN,
    append_all,
    by_kind,
    heads_of,
    named_before,
    operation_from,
    operations_about,
    put_head,
)
from iroc_desktop.store.machine import Head
from iroc_desktop.store.projection import Folding, project_all
from iroc_desktop.store.trail import people_behind

_LOG: Final = rows.operation.c
_HELD: Final = exchange_rows.held.c
_VECTOR: Final = select(_LOG.replica, func.max(_LOG.seq).label("seq")).group_by(_LOG.replica)
_ONE: Final = select(rows.operation).where(_LOG.replica == bindparam("replica"), _LOG.seq == bindparam("seq"))
_WHICH: Final = and_(_HELD.replica == bindparam("of"), _HELD.seq == bindparam("number"))
UNFOLDABLE: Final = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    InterfaceError,
    ProgrammingError,
    IntegrityError,
)
"""What folding raises when a field holds what the program could not have written."""
NOTHING: Final[Folding] = MappingProxyType({})


class SqlBundles:
    """What is exchanged, within one unit of work."""

    def __init__(self, connection: Connection, replica: str) -> None:
        """`replica` is the name under which this machine writes."""
        self._connection = connection
        self._replica = replica

    def vector(self) -> Mapping[str, int]:
        """Return the number of the newest operation of each replica."""
        return {row.replica: row.seq for row in self._connection.execute(_VECTOR)}

    def beyond(self, known: Vector) -> Sequence[Operation]:
        """Return the operations that a machine lacks, for each replica in its own order."""
        lacked = [
            and_(_LOG.replica == replica, _LOG.seq > known.get(replica, 0)) for replica in self.vector()
        ]
        query = select(rows.operation).where(or_(*lacked) if lacked else ~true())
        return [
            operation_from(row) for row in self._connection.execute(query.order_by(_LOG.replica, _LOG.seq))
        ]

    def heads(self) -> Sequence[SignedHead]:
        """Return where each replica's chain ends, with its signature."""
        return [
            SignedHead(head.replica, head.seq, head.lamport, head.hash, signature.hex())
            for _, (head, signature) in sorted(heads_of(self._connection).items())
        ]

    def erased(self) -> Sequence[Erased]:
        """Return everything that was destroyed for good."""
        return erased_in(self._connection)

    def hash_of(self, operation_id: OperationId) -> str | None:
        """Return the hash of an operation; None if it is not here."""
        given = {"replica": operation_id.replica, "seq": operation_id.seq}
        row = self._connection.execute(_ONE, given).one_or_none()
        return None if row is None else operation_from(row).hash

    def about(self, entities: Iterable[Entity]) -> Mapping[Entity, Sequence[Operation]]:
        """Return what is here about entities, without what is held back."""
        return operations_about(self._connection, entities)

    def person_of(self, entities: Iterable[Entity]) -> Mapping[Entity, str]:
        """Return whom each entity is about, as far as the record tells."""
        found: dict[Entity, str] = {}
        for kind, ids in by_kind(entities):
            found |= people_behind(self._connection, [Entity(kind, each) for each in ids])
        return found

    def take(
        self,
        fresh: Sequence[Operation],
        heads: Iterable[SignedHead],
        erased: Iterable[Erased],
        held_back: Iterable[OperationId] = (),
    ) -> None:
        """Append what arrives, destroy what has to be, and fold what is not held back."""
        known = named_before(self._connection, {each.entity for each in fresh})
        if fresh:
            append_all(self._connection, fresh)
        self._put_heads(heads)
        held = frozenset(held_back)
        self._note_held(held)
        gone = {each.entity for each in destroy(self._connection, erased)}
        shown = [each for each in fresh if each.id not in held and each.entity not in gone]
        new = by_entity(each for each in shown if each.entity not in known)
        self._fold({each.entity for each in shown if each.entity in known} | gone, new)

    def held(self) -> Sequence[Operation]:
        """Return the operations that are held back, in the order in which they came."""
        query = select(rows.operation).where(~LET_IN).order_by(_LOG.position)
        return [operation_from(row) for row in self._connection.execute(query)]

    def written_since(self, seq: int) -> Sequence[Operation]:
        """Return what this machine itself wrote after its `seq`-th operation."""
        query = select(rows.operation).where(_LOG.replica == self._replica, _LOG.seq > seq).order_by(_LOG.seq)
        return [operation_from(row) for row in self._connection.execute(query)]

    def hold_back(self, operations: Iterable[OperationId]) -> None:
        """Hold back operations that were folded, as if they had never come."""
        wanted = frozenset(operations) - self._held_ids()
        self._note_held(wanted)
        self._fold(self._entities_of(wanted))

    def let_in(self, operations: Iterable[OperationId]) -> None:
        """Fold operations that were held back."""
        wanted = frozenset(operations) & self._held_ids()
        if wanted:
            keys = [{"of": each.replica, "number": each.seq} for each in sorted(wanted)]
            self._connection.execute(delete(exchange_rows.held).where(_WHICH), keys)
        self._fold(self._entities_of(wanted))

    def _put_heads(self, heads: Iterable[SignedHead]) -> None:
        known = heads_of(self._connection)
        for each in heads:
            if each.replica not in known or known[each.replica][0].seq < each.seq:
                head = Head(each.replica, each.seq, each.lamport, each.hash)
                put_head(self._connection, head, bytes.fromhex(each.signature))

    def _held_ids(self) -> frozenset[OperationId]:
        found = self._connection.execute(select(exchange_rows.held))
        return frozenset(OperationId(row.replica, row.seq) for row in found)

    def _note_held(self, operations: Iterable[OperationId]) -> None:
        keys = [{"replica": each.replica, "seq": each.seq} for each in sorted(operations)]
        if keys:
            self._connection.execute(insert(exchange_rows.held), keys)

    def _entities_of(self, operations: Iterable[OperationId]) -> set[Entity]:
        found = set()
        for each in stretches(operations):
            query = select(_LOG.entity_kind, _LOG.entity_id).where(
                _LOG.replica == each.replica, _LOG.seq.between(each.first, each.last)
            )
            found |= {Entity(EntityKind(kind), name) for kind, name in self._connection.execute(query)}
        return found

    def _fold(self, entities: set[Entity], new: Folding = NOTHING) -> None:
        try:
            project_all(self._connection, entities, new)
        except UNFOLDABLE as error:
            raise BundleBrokenError(type(error).__name__) from error
