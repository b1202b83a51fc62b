"""Everything that is held on one person, gathered for them: the right of access.

It must not leave anything out: what lies in the bin and what practitioners wrote for themselves belong to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from iroc_desktop.domain.operations import Entity, EntityKind, JsonValue, canonical
from iroc_desktop.domain.summary import Paper

FORMAT: Final = "iroc-everything-held"
VERSION: Final = 1
"""Of the machine-readable record. A reader refuses a higher one."""

PRIVATE: Final = "private"
"""The part of an answer that is the practitioner's own note."""


@dataclass(frozen=True, slots=True)
class Made:
    """One operation: who did what and when."""

    number: str
    """The operation's own id, the same on every machine."""
    action: str
    who: str = field(repr=False)
    """The practitioner's name; empty for somebody this record does not know."""
    claimed_at: str
    """ISO 8601, as the machine's clock claimed."""
    reason: str = field(default="", repr=False)
    fields: Mapping[str, JsonValue] = field(default_factory=dict, repr=False)
    """What was written."""


@dataclass(frozen=True, slots=True)
class Held:
    """One thing in the record, as it stands, and how it came to be so."""

    entity: Entity
    fields: Mapping[str, JsonValue] = field(repr=False)
    """Everything, what is out of sight included."""
    made: tuple[Made, ...] = field(default=(), repr=False)
    """In the order on which every machine agrees."""
    in_bin: bool = False
    parts_in_bin: tuple[str, ...] = ()
    finished: bool = True
    """False for a conversation or session in progress, which is on this machine only."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """All of it, frozen, in the language of the person."""

    person_id: str
    name: str = field(repr=False)
    language: str
    made_on: date
    paper: Paper
    organisation: str = ""
    practitioner: str = field(default="", repr=False)
    """Who gathered it."""
    held: tuple[Held, ...] = field(default=(), repr=False)
    indicators: Mapping[str, str] = field(default_factory=dict)
    """Their names in the language, in the order of asking."""
    steps: Mapping[int, str] = field(default_factory=dict)
    """What the ratings mean, in the language."""
    practice: bool = False
    own_notes: bool = True
    """Whether practitioners' own notes are in it."""
    reflections: bool = True
    """Whether practitioners' reflections are in it."""

    def of(self, *kinds: EntityKind) -> tuple[Held, ...]:
        """Return what is held of some kinds."""
        return tuple(each for each in self.held if each.entity.kind in kinds)

    @property
    def changes(self) -> int:
        """Return how many operations there are."""
        return sum(len(each.made) for each in self.held)


def without_own_notes(holdings: Holdings) -> Holdings:
    """Return the holdings without what practitioners noted for themselves."""
    return replace(holdings, held=tuple(map(_without_private, holdings.held)), own_notes=False)


def without_reflections(holdings: Holdings) -> Holdings:
    """Return the holdings without practitioners' reflections."""
    kept = (each for each in holdings.held if each.entity.kind is not EntityKind.REFLECTION)
    return replace(holdings, held=tuple(kept), reflections=False)


def _without_private(held: Held) -> Held:
    made = tuple(replace(each, fields=_shared(each.fields)) for each in held.made)
    return replace(held, fields=_shared(held.fields), made=made)


def _shared(fields: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    return {name: value for name, value in fields.items() if name.rpartition("/")[2] != PRIVATE}


def as_json(holdings: Holdings) -> bytes:
    """Return the whole as one JSON document in UTF-8, in the format that its first lines name."""
    return canonical(
        {
            "format": FORMAT,
            "version": VERSION,
            "made_on": holdings.made_on.isoformat(),
            "organisation": holdings.organisation,
            "gathered_by": holdings.practitioner,
            "person": {"id": holdings.person_id, "name": holdings.name},
            "left_out": [
                *([] if holdings.own_notes else ["notes of practitioners"]),
                *([] if holdings.reflections else ["reflections of practitioners"]),
            ],
            "records": [_plain_held(each) for each in holdings.held],
        }
    )


def _plain_held(held: Held) -> dict[str, JsonValue]:
    return {
        "kind": held.entity.kind.value,
        "id": held.entity.id,
        "finished": held.finished,
        "in_bin": held.in_bin,
        "parts_in_bin": list(held.parts_in_bin),
        "now": dict(held.fields),
        "history": [
            {
                "operation": each.number,
                "action": each.action,
                "by": each.who,
                "at": each.claimed_at,
                "reason": each.reason,
                "wrote": dict(each.fields),
            }
            for each in held.made
        ],
    }
