"""Operations and erasures as lines of a bundle, and back: every part of the type and size it should be.

It must not let a value through that the program could not have written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from iroc_desktop.domain.bundles import SignedHead
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.operations import (
    Action,
    Content,
    Entity,
    EntityKind,
    JsonValue,
    Operation,
    OperationId,
)

LONGEST_TEXT: Final = 1 << 20
"""Characters of one text; a page of close writing has 3,000."""
MOST_FIELDS: Final = 20_000
MOST_PARENTS: Final = 20_000
_ID: Final = re.compile(r"[\w:/.-]{1,200}")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_SIGNATURE: Final = re.compile(r"[0-9a-f]{128}")
_NONCE: Final = re.compile(r"[0-9a-zA-Z-]{1,64}")
_PARENT: Final = re.compile(r"[\w.-]{1,64}:[1-9][0-9]{0,15}")
_ERASED_PARTS: Final = 6
_HEAD_PARTS: Final = 6
_OPERATION_PARTS: Final = 14


class LineError(ValueError):
    """A line is not what it says it is; the message names a part, never a value."""


def erased_line(erased: Erased) -> list[JsonValue]:
    """Return an erasure as a line."""
    entity = erased.entity
    return ["erased", entity.kind.value, entity.id, erased.person_id, erased.erased_at, erased.erased_by]


def erased_from(line: list[JsonValue]) -> Erased:
    """Return the erasure of a line.

    Raises:
        LineError: if it is not one.
    """
    if len(line) != _ERASED_PARTS:
        raise LineError("erased")
    _, kind, entity_id, person_id, at, by = line
    entity = Entity(_kind(kind), _matching(_ID, entity_id, "entity"))
    return Erased(entity, _text(person_id, "person"), _text(at, "erased_at"), _text(by, "erased_by"))


def head_line(head: SignedHead) -> list[JsonValue]:
    """Return a signed head as a line."""
    return ["head", head.replica, head.seq, head.lamport, head.hash, head.signature]


def head_from(line: list[JsonValue]) -> SignedHead:
    """Return the signed head of a line.

    Raises:
        LineError: if it is not one.
    """
    if len(line) != _HEAD_PARTS:
        raise LineError("head")
    _, replica, seq, lamport, digest, signature = line
    return SignedHead(
        _matching(_ID, replica, "replica"),
        _count(seq, "seq"),
        _count(lamport, "lamport"),
        _matching(_HASH, digest, "hash"),
        _matching(_SIGNATURE, signature, "signature"),
    )


def operation_line(operation: Operation) -> list[JsonValue]:
    """Return an operation as a line."""
    content = operation.content
    return [
        "operation",
        operation.id.replica,
        operation.id.seq,
        operation.lamport,
        [str(parent) for parent in operation.parents],
        operation.previous,
        operation.entity.kind.value,
        operation.entity.id,
        operation.action.value,
        operation.author,
        operation.claimed_at,
        operation.content_digest,
        content.nonce if content else None,
        [dict(content.fields), content.reason] if content else None,
    ]


def operation_from(line: JsonValue) -> Operation:
    """Return the operation of a line.

    Raises:
        LineError: if it is not one.
    """
    if not isinstance(line, list) or len(line) != _OPERATION_PARTS or line[0] != "operation":
        raise LineError("line")
    _, replica, seq, lamport, parents, previous, kind, entity_id, action, author, at, digest, nonce, said = (
        line
    )
    return Operation(
        id=OperationId(_matching(_ID, replica, "replica"), _count(seq, "seq")),
        lamport=_count(lamport, "lamport"),
        parents=_parents(parents),
        previous=_matching(_HASH, previous, "previous"),
        entity=Entity(_kind(kind), _matching(_ID, entity_id, "entity")),
        action=_action(action),
        author=_text(author, "author"),
        claimed_at=_text(at, "claimed_at"),
        content_digest=_matching(_HASH, digest, "digest"),
        content=_content(nonce, said),
    )


def _content(nonce: JsonValue, said: JsonValue) -> Content | None:
    if nonce is None and said is None:
        return None
    if not isinstance(said, list) or len(said) != 2:
        raise LineError("content")
    fields, reason = said
    if not isinstance(fields, Mapping) or len(fields) > MOST_FIELDS:
        raise LineError("fields")
    for value in fields.values():
        _must_be_short(value)
    return Content(_matching(_NONCE, nonce, "nonce"), fields, _text(reason, "reason"))


def _must_be_short(value: JsonValue) -> None:
    if isinstance(value, str):
        _text(value, "field")
    elif isinstance(value, list):
        for each in value:
            _must_be_short(each)
    elif isinstance(value, dict):
        for each in value.values():
            _must_be_short(each)


def _parents(value: JsonValue) -> tuple[OperationId, ...]:
    if not isinstance(value, list) or len(value) > MOST_PARENTS:
        raise LineError("parents")
    return tuple(OperationId.parse(_matching(_PARENT, each, "parent")) for each in value)


def _kind(value: JsonValue) -> EntityKind:
    try:
        return EntityKind(value)
    except ValueError:
        raise LineError("kind") from None


def _action(value: JsonValue) -> Action:
    try:
        return Action(value)
    except ValueError:
        raise LineError("action") from None


def _matching(pattern: re.Pattern[str], value: JsonValue, part: str) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise LineError(part)
    return value


def _text(value: JsonValue, part: str) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise LineError(part)
    return value


def _count(value: JsonValue, part: str) -> int:
    if type(value) is not int or value < 1:
        raise LineError(part)
    return value
