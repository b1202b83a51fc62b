"""Fields in which machines disagree: every value that stands side by side, until somebody chooses.

It must not choose by itself, nor lose the values that were not chosen: they stay in the history.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.operations import Entity, JsonValue


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that stand side by side."""

    value: JsonValue = field(repr=False)
    author: str
    """The practitioner who wrote it."""
    replica: str
    """Under which name the machine wrote on which it was written."""
    claimed_at: str
    """When (ISO 8601), as that machine's clock claimed."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that was changed differently on machines that did not know of each other."""

    entity: Entity
    field: str
    person_id: str
    """Whom it is about; empty for what belongs to the whole service."""
    sides: tuple[Side, ...]
    """At least two different ones, the one that is shown until then first."""


class UnfitValueError(ExpectedError):
    """A value that was to settle a conflict is not of the kind that the field holds."""
