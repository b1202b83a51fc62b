"""How one thing in the record came to be what it is: what changed, when, by whom and why.

It must not show what is out of sight, nor decide between values on which machines disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from iroc_desktop.domain.audit import Deed, deed_of
from iroc_desktop.domain.operations import Entity, EntityKind, JsonValue, Operation
from iroc_desktop.domain.registers import FOLDED, fold, values
from iroc_desktop.domain.withheld import in_sight
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class PartChange:
    """One part of a record that was written."""

    entity: Entity
    name: str
    """The field's."""
    before: JsonValue = field(repr=False)
    after: JsonValue = field(repr=False)
    conflicting: bool = False
    """Whether another machine wrote another value at the same time, and nobody has settled it."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one practitioner wrote at one time."""

    entity: Entity
    deed: Deed
    who: str = field(repr=False)
    """The practitioner's name; empty for somebody this record does not know."""
    claimed_at: str
    """ISO 8601, as the machine's clock claimed."""
    reason: str = field(default="", repr=False)
    parts: tuple[PartChange, ...] = field(default=(), repr=False)
    first: bool = False
    """Whether the record began with it."""
    lamport: int = 0
    """Puts changes of several records into one order."""


class HistoryOf:
    """The histories of single records."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def of(self, entity: Entity) -> Sequence[Change]:
        """Return the changes of one record, newest first."""
        with self._work.begin() as unit:
            return _newest_first(_changes(unit, entity, _names(unit)))

    def of_plan(self, plan_id: str) -> Sequence[Change]:
        """Return the changes of a plan and of everything in it, newest first."""
        with self._work.begin() as unit:
            names = _names(unit)
            parts = (
                (EntityKind.OUTCOME, unit.outcomes.of(plan_id)),
                (EntityKind.STEP, unit.steps.of(plan_id)),
                (EntityKind.SUPPORT, unit.supports.of(plan_id)),
                (EntityKind.REVIEW, unit.reviews.of(plan_id)),
            )
            entities = [Entity(EntityKind.PLAN, plan_id)]
            entities += [Entity(kind, each.id) for kind, every in parts for each in every]
            return _newest_first(change for each in entities for change in _changes(unit, each, names))

    def conflicts(self, entity: Entity) -> frozenset[str]:
        """Return the names of the fields on which machines disagree."""
        with self._work.begin() as unit:
            registers = fold(unit.log.of(entity))
        return frozenset(name for name, register in registers.items() if register.conflicting)


def _names(unit: UnitOfWork) -> dict[str, str]:
    return {each.id: each.name for each in unit.practitioners.all()}


def _newest_first(changes: Iterable[Change]) -> Sequence[Change]:
    return sorted(changes, key=attrgetter("lamport"), reverse=True)


def _changes(unit: UnitOfWork, entity: Entity, names: dict[str, str]) -> Iterable[Change]:
    written = [each for each in unit.log.of(entity) if each.action in FOLDED and each.content is not None]
    written.sort(key=lambda each: (each.lamport, each.id))
    registers = fold(written)
    shown = in_sight(values(registers))
    before: dict[str, JsonValue] = {}
    for operation in written:
        fields = operation.content.fields if operation.content else {}
        conflicting = {
            name
            for name, register in registers.items()
            if register.conflicting and operation.id in {each.written_by for each in register.versions}
        }
        parts = tuple(
            PartChange(entity, name, before.get(name), value, name in conflicting)
            for name, value in fields.items()
            if name in shown and (before.get(name) != value or name in conflicting)
        )
        change = _change(operation, names, parts, first=not before)
        before.update(fields)
        if parts or change.deed is not Deed.WROTE:
            yield change


def _change(
    operation: Operation, names: dict[str, str], parts: tuple[PartChange, ...], *, first: bool
) -> Change:
    content = operation.content
    return Change(
        entity=operation.entity,
        deed=deed_of(operation.action, content.fields if content else {}),
        who=names.get(operation.author, ""),
        claimed_at=operation.claimed_at,
        reason=content.reason if content else "",
        parts=parts,
        first=first,
        lamport=operation.lamport,
    )
