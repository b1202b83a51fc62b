"""Records kept out of sight: in the bin until somebody takes them out, or blocked until they are destroyed.

It must not lose anything: what is withheld stays in the log as it was, and comes back as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from iroc_desktop.domain.operations import Entity, EntityKind, JsonValue


class Keeping(StrEnum):
    """Why something is out of sight. The value is also the field of the entity that says so."""

    IN_BIN = "bin"
    """Put away by a practitioner, who can take it out again; `bin/<field>` says so of a single field."""
    BLOCKED = "blocked"
    """The first step of an erasure: kept from everybody but the team leads (CUSTODY §4, LOPDGDD art. 32)."""


_MARKS: Final = frozenset(keeping.value for keeping in Keeping)


@dataclass(frozen=True, slots=True)
class Withheld:
    """One thing out of sight: a whole entity, or one field of it."""

    entity: Entity
    keeping: Keeping
    person_id: str
    """Whom it is about; empty when it is about nobody."""
    part: str = ""
    """The field, if only that is out of sight."""
    since: str = ""
    """When it was put away (ISO 8601), as the machine's clock claimed."""
    by: str = ""
    """The practitioner who did."""


def mark(keeping: Keeping, part: str = "") -> str:
    """Return the field that says of an entity, or of one field of it, that it is out of sight."""
    return f"{keeping.value}/{part}" if part else keeping.value


def is_hidden(fields: Mapping[str, JsonValue]) -> bool:
    """Return whether an entity with these fields has no place in any list."""
    return any(fields.get(keeping.value) for keeping in Keeping)


def in_sight(fields: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Return the fields that may be seen: without those in the bin, and without what says that they are."""
    away = {_marked(name) for name, value in fields.items() if value and _is_mark(name)}
    return {name: value for name, value in fields.items() if name not in away and not _is_mark(name)}


def _is_mark(name: str) -> bool:
    return name.partition("/")[0] in _MARKS


def _marked(name: str) -> str:
    return name.partition("/")[2]


def person_behind(entity: Entity, fields: Mapping[str, JsonValue]) -> str:
    """Return whom an entity is about, as far as it says so itself; empty for nobody."""
    if entity.kind in ONE_FOR_EACH_PERSON:
        return entity.id
    found: str = fields.get("person_id", "")
    return found


ONE_FOR_EACH_PERSON: Final = frozenset(
    {
        EntityKind.PERSON,
        EntityKind.STAYING_WELL,
        EntityKind.VALUES,
        EntityKind.SHEETS,
        EntityKind.HOLDINGS,
    }
)
"""Kinds of which a person has one, under their own id."""
