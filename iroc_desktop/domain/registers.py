"""Folding operations into values: one multi-value register for each field of an entity.

It must not look at clocks, and gives the same result in whatever order operations arrive.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from iroc_desktop.domain.operations import Action, JsonValue, Operation, OperationId

FOLDED = frozenset({Action.WROTE, Action.CORRECTED})


@dataclass(frozen=True, slots=True)
class Version:
    """One value of a field, and the operation that wrote it."""

    value: JsonValue = field(repr=False)
    lamport: int
    written_by: OperationId


@dataclass(frozen=True, slots=True)
class Register:
    """What a field holds: one version, or several while machines disagree, the shown one first."""

    versions: tuple[Version, ...]

    @property
    def value(self) -> JsonValue:
        """Return the value shown until a conflict is settled: highest (lamport, replica) on every machine."""
        return self.versions[0].value

    @property
    def conflicting(self) -> bool:
        """Return whether different values stand side by side; equal ones collapse."""
        first = self.versions[0].value
        return any(version.value != first for version in self.versions[1:])


def fold(operations: Iterable[Operation]) -> Mapping[str, Register]:
    """Return the registers of one entity from its operations, given in any order.

    A version is superseded by an operation that writes the same field and names its writer as a parent.
    Operations whose content was destroyed count for nothing.
    """
    folding = [each for each in operations if each.action in FOLDED and each.content is not None]
    if len(folding) == 1:
        return _of_only(folding[0])
    writers: dict[str, list[Operation]] = {}
    for operation in folding:
        for name in operation.content.fields if operation.content else ():
            writers.setdefault(name, []).append(operation)
    return {name: _register(name, written) for name, written in writers.items()}


def _of_only(operation: Operation) -> Mapping[str, Register]:
    """Do the same for what was written once, as most things are: a large import spends its time here."""
    fields = operation.content.fields if operation.content else {}
    return {
        name: Register((Version(value, operation.lamport, operation.id),)) for name, value in fields.items()
    }


def _register(name: str, writers: list[Operation]) -> Register:
    superseded = {parent for operation in writers for parent in operation.parents}
    versions = [
        Version(operation.content.fields[name], operation.lamport, operation.id)
        for operation in writers
        if operation.id not in superseded and operation.content is not None
    ]
    versions.sort(key=lambda version: (version.lamport, version.written_by), reverse=True)
    return Register(tuple(versions))


def values(registers: Mapping[str, Register]) -> dict[str, JsonValue]:
    """Return the displayed value of every field."""
    return {name: register.value for name, register in registers.items()}


def parents_for(fields: Iterable[str], registers: Mapping[str, Register]) -> tuple[OperationId, ...]:
    """Return the operations that an edit of `fields` supersedes: the writers of what is there now."""
    known = {
        version.written_by for name in fields if name in registers for version in registers[name].versions
    }
    return tuple(sorted(known))
