"""Writing a change: fields that differ become one operation, and the tables follow at once.

It must not write to a fold table by any other way.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from iroc_desktop.domain.operations import Action, Entity, JsonValue
from iroc_desktop.domain.registers import fold, parents_for, values
from iroc_desktop.domain.withheld import person_behind
from iroc_desktop.store.erasing import must_not_be_erased
from iroc_desktop.store.log import OperationLog
from iroc_desktop.store.projection import project


@dataclass(frozen=True, slots=True)
class Recording:
    """What repositories write through, within one unit of work."""

    connection: Connection
    log: OperationLog

    def write(self, entity: Entity, given: dict[str, JsonValue]) -> None:
        """Append the fields that differ from what is there; nothing, if none does."""
        present = self.present(entity)
        changed = {
            name: value for name, value in given.items() if name not in present or present[name] != value
        }
        if changed:
            self.append(entity, Action.WROTE, changed)

    def present(self, entity: Entity) -> dict[str, JsonValue]:
        """Return every field as it stands in the log, what is out of sight included."""
        return values(fold(self.log.of(entity)))

    def append(self, entity: Entity, action: Action, fields: dict[str, JsonValue], reason: str = "") -> None:
        """Append one operation with these fields, and fold it.

        Raises:
            RecordMissingError: if it, or what it belongs to, was destroyed for good.
        """
        must_not_be_erased(self.connection, entity, person_behind(entity, fields), fields.get("plan_id", ""))
        registers = fold(self.log.of(entity))
        self.log.append(entity, action, fields, parents_for(fields, registers), reason)
        project(self.connection, entity)
