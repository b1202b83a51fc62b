"""The append-only log: operations that name what they supersede, chained by their hashes.

It must not know where operations are kept, nor let a clock decide anything: time is only a claim.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

JsonValue = Any  # JSON has no narrower type that mypy can follow through nesting

GENESIS: Final = "0" * 64
"""What the first operation of a replica names as its predecessor."""


class EntityKind(StrEnum):
    """What an operation is about."""

    PERSON = "person"
    PRACTITIONER = "practitioner"
    ORGANISATION = "organisation"
    CONVERSATION = "conversation"
    SUMMARY = "summary"
    SESSION = "session"
    EXPLORATION = "exploration"
    REFLECTION = "reflection"
    PLAN = "plan"
    OUTCOME = "outcome"
    STEP = "step"
    SUPPORT = "support"
    REVIEW = "review"
    PLAN_SNAPSHOT = "plan_snapshot"
    STAYING_WELL = "staying_well"
    VALUES = "values"
    WORKSHEET = "worksheet"
    FAVOURITES = "favourites"
    ARRANGEMENTS = "arrangements"
    SHEETS = "sheets"
    CONSENT = "consent"
    HOLDINGS = "holdings"
    """Everything held on one person, to be handed over: nothing of its own is written there."""


class Action(StrEnum):
    """What was done. Only the first two carry fields that fold into tables; the rest is the audit trail."""

    WROTE = "wrote"
    CORRECTED = "corrected"
    PRINTED = "printed"
    EXPORTED = "exported"
    OPENED = "opened"
    UNLOCKED = "unlocked"
    BROUGHT_BACK = "brought_back"
    LET_IN = "let_in"
    SHUT_OUT = "shut_out"
    CHANGED_PASSPHRASE = "changed_passphrase"  # noqa: S105 - what was done, not a secret
    RENEWED_SHEET = "renewed_sheet"
    DESTROYED = "destroyed"


@dataclass(frozen=True, slots=True, order=True)
class OperationId:
    """The `seq`-th operation (from 1) of one replica."""

    replica: str
    seq: int

    def __str__(self) -> str:
        """Return the id as it stands in files and tables."""
        return f"{self.replica}:{self.seq}"

    @classmethod
    def parse(cls, text: str) -> OperationId:
        """Return the id that `str()` wrote."""
        replica, _, seq = text.rpartition(":")
        return cls(replica, int(seq))


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """One thing in the record, by kind and random id."""

    kind: EntityKind
    id: str


@dataclass(frozen=True, slots=True)
class Content:
    """The part of an operation that erasure can destroy: a random nonce and what was written."""

    nonce: str
    fields: Mapping[str, JsonValue] = field(repr=False)
    reason: str = field(default="", repr=False)

    def digest(self) -> str:
        """Return SHA-256 over the nonce and the canonical JSON: it reveals nothing once both are gone."""
        return _sha256({"nonce": self.nonce, "fields": dict(self.fields), "reason": self.reason})


@dataclass(frozen=True, slots=True)
class Operation:
    """One change, as it was made on one machine by one practitioner."""

    id: OperationId
    lamport: int
    parents: tuple[OperationId, ...]
    previous: str
    """Hash of this replica's operation before; `GENESIS` for the first."""
    entity: Entity
    action: Action
    author: str
    """The practitioner's id."""
    claimed_at: str
    """ISO 8601, as the machine's clock claimed; displayed, never compared."""
    content_digest: str
    content: Content | None
    """None once it has been destroyed by an erasure."""

    @property
    def intact(self) -> bool:
        """Return whether the content is what its digest says; destroyed content counts as intact."""
        return self.content is None or self.content.digest() == self.content_digest

    @property
    def hash(self) -> str:
        """Return SHA-256 over everything but the content, which stands in by its digest."""
        return _sha256(
            {
                "id": str(self.id),
                "lamport": self.lamport,
                "parents": [str(parent) for parent in self.parents],
                "previous": self.previous,
                "entity": [self.entity.kind.value, self.entity.id],
                "action": self.action.value,
                "author": self.author,
                "claimed_at": self.claimed_at,
                "content": self.content_digest,
            }
        )


def canonical(value: JsonValue) -> bytes:
    """Return the one JSON spelling of a value: sorted keys, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _sha256(value: JsonValue) -> str:
    return hashlib.sha256(canonical(value)).hexdigest()


def first_fault(operations: Iterable[Operation]) -> OperationId | None:
    """Return the first operation of one replica's chain, in order, that does not fit; None if all do."""
    previous = GENESIS
    for seq, operation in enumerate(operations, start=1):
        if operation.previous != previous or operation.id.seq != seq or not operation.intact:
            return operation.id
        previous = operation.hash
    return None
