"""A digest of what the log says, whatever the tables look like: equal before and after a migration.

It must not use today's tables, so it names the columns that every revision has.
"""

from __future__ import annotations

import hashlib
import json
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, Row, text

from iroc_desktop.domain.operations import (
    GENESIS,
    Action,
    Content,
    Entity,
    EntityKind,
    Operation,
    OperationId,
    canonical,
)
from iroc_desktop.domain.registers import fold, values

_EVERYTHING: Final = text(
    "SELECT replica, seq, lamport, parents, entity_kind, entity_id, action, author, claimed_at,"
    " content_digest, fields, reason FROM operation ORDER BY entity_kind, entity_id, replica, seq"
)


def meaning_digest(connection: Connection) -> str:
    """Return SHA-256 over the folded value of every field of every entity."""
    digest = hashlib.sha256()
    found = map(_operation_from, connection.execute(_EVERYTHING))
    for entity, operations in groupby(found, key=lambda each: each.entity):
        digest.update(canonical([entity.kind.value, entity.id, values(fold(operations))]))
    return digest.hexdigest()


def _operation_from(row: Row[Any]) -> Operation:
    return Operation(
        id=OperationId(row.replica, row.seq),
        lamport=row.lamport,
        parents=tuple(map(OperationId.parse, row.parents.split())),
        previous=GENESIS,
        entity=Entity(EntityKind(row.entity_kind), row.entity_id),
        action=Action(row.action),
        author=row.author,
        claimed_at=row.claimed_at,
        content_digest=row.content_digest,
        content=None if row.fields is None else Content("", json.loads(row.fields), row.reason),
    )
