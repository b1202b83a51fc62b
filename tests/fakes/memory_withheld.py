"""The bin and what is blocked, in the store that lives in memory.

It must not do anything the real store would refuse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from iroc_desktop.domain.operations import Action, Entity, JsonValue, Operation
from iroc_desktop.domain.registers import fold
from iroc_desktop.domain.withheld import Keeping, Withheld, mark, person_behind


class Unit(Protocol):
    """What this needs of the unit of work."""

    def shown(self) -> list[Operation]:
        """Return the operations that are not held back."""

    def every_field(self, entity: Entity) -> dict[str, JsonValue]:
        """Return the fields of one entity, what is out of sight included."""

    def append(self, entity: Entity, action: Action, fields: dict[str, JsonValue], reason: str = "") -> None:
        """Append one operation."""


@dataclass
class MemoryWithheld:
    """Things out of sight, found by walking over everything."""

    unit: Unit

    def all(self) -> Sequence[Withheld]:
        """Return everything that is out of sight, what was put away last first."""
        entities = dict.fromkeys(each.entity for each in self.unit.shown())
        found = [each for entity in entities for each in self._of(entity)]
        found.sort(key=lambda each: (each.entity.kind.value, each.entity.id, each.keeping, each.part))
        return sorted(found, key=lambda each: each.since, reverse=True)

    def put_away(
        self, entity: Entity, keeping: Keeping, part: str = "", reason: str = "", about: str = ""
    ) -> None:
        """Keep it out of sight."""
        self._set(entity, {mark(keeping, part): True} | ({"person_id": about} if about else {}), reason)

    def bring_out(self, entity: Entity, keeping: Keeping, part: str = "", reason: str = "") -> None:
        """Let it be seen again."""
        self._set(entity, {mark(keeping, part): False}, reason)

    def _set(self, entity: Entity, fields: dict[str, JsonValue], reason: str) -> None:
        present = self.unit.every_field(entity)
        if any((present.get(name) or False) != value for name, value in fields.items()):
            self.unit.append(entity, Action.WROTE, fields, reason)

    def _of(self, entity: Entity) -> list[Withheld]:
        operations = [each for each in self.unit.shown() if each.entity == entity]
        by_id = {each.id: each for each in operations}
        person_id = person_behind(entity, self.unit.every_field(entity))
        found = []
        for name, register in fold(operations).items():
            keeping, _, part = name.partition("/")
            if keeping in {each.value for each in Keeping} and register.value:
                by = by_id[register.versions[0].written_by]
                found.append(Withheld(entity, Keeping(keeping), person_id, part, by.claimed_at, by.author))
        return found
