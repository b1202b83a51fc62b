"""Fields in which machines disagree: listed from the fold, settled through the log.

It must not lose a value: what is not chosen stays in the log.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Row, select

from iroc_desktop.domain.conflicts import Conflict, Side, UnfitValueError
from iroc_desktop.domain.operations import Action, Entity, EntityKind, JsonValue, OperationId
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.store import rows
from iroc_desktop.store.bundles import UNFOLDABLE
from iroc_desktop.store.recording import Recording
from iroc_desktop.store.trail import people_behind

_CONFLICT: Final = rows.conflict.c
_LOG: Final = rows.operation.c
_ALL: Final = select(rows.conflict).order_by(_CONFLICT.entity_kind, _CONFLICT.entity_id, _CONFLICT.field)


class SqlConflicts:
    """Values that stand side by side."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._connection = recording.connection

    def all(self) -> Sequence[Conflict]:
        """Return every conflict in sight."""
        found = self._connection.execute(_ALL).all()
        people = people_behind(self._connection, {_entity_of(row) for row in found})
        return [self._conflict(row, people.get(_entity_of(row), "")) for row in found]

    def settle(self, entity: Entity, field: str, value: JsonValue, reason: str) -> None:
        """Write a value over all that stand side by side.

        Raises:
            RecordMissingError: if the field is not in conflict.
            UnfitValueError: if the field cannot hold that value.
        """
        which = (_CONFLICT.entity_kind == entity.kind.value, _CONFLICT.entity_id == entity.id)
        if self._connection.execute(_ALL.where(*which, _CONFLICT.field == field)).first() is None:
            raise RecordMissingError
        action = Action.CORRECTED if entity.kind is EntityKind.CONVERSATION else Action.WROTE
        try:
            self._recording.append(entity, action, {field: value}, reason)
        except UNFOLDABLE as error:
            raise UnfitValueError from error

    def _conflict(self, row: Row[Any], person_id: str) -> Conflict:
        sides = tuple(self._side(each) for each in json.loads(row.versions))
        return Conflict(_entity_of(row), row.field, person_id, sides)

    def _side(self, version: dict[str, JsonValue]) -> Side:
        by = OperationId.parse(version["written_by"])
        said = select(_LOG.author, _LOG.claimed_at).where(_LOG.replica == by.replica, _LOG.seq == by.seq)
        written = self._connection.execute(said).one()
        return Side(version["value"], written.author, by.replica, written.claimed_at)


def _entity_of(row: Row[Any]) -> Entity:
    return Entity(EntityKind(row.entity_kind), row.entity_id)
