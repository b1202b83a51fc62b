"""What is in the bin or blocked: listed from the fold, put away and taken out through the log.

It must not destroy anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Row, ScalarSelect, select

from iroc_desktop.domain.operations import Action, Entity, EntityKind, JsonValue
from iroc_desktop.domain.withheld import Keeping, Withheld, mark
from iroc_desktop.store import rows
from iroc_desktop.store.recording import Recording

_WITHHELD: Final = rows.withheld.c


class SqlWithheld:
    """Things out of sight."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._connection = recording.connection

    def all(self) -> Sequence[Withheld]:
        """Return everything that is out of sight, what was put away last first."""
        key = (_WITHHELD.entity_kind, _WITHHELD.entity_id, _WITHHELD.keeping, _WITHHELD.part)
        found = self._connection.execute(select(rows.withheld).order_by(_WITHHELD.since.desc(), *key))
        return [_withheld_from(row) for row in found]

    def put_away(
        self, entity: Entity, keeping: Keeping, part: str = "", reason: str = "", about: str = ""
    ) -> None:
        """Keep an entity, or one field of it, out of sight; once more changes nothing."""
        self._set(entity, {mark(keeping, part): True} | ({"person_id": about} if about else {}), reason)

    def bring_out(self, entity: Entity, keeping: Keeping, part: str = "", reason: str = "") -> None:
        """Let it be seen again, as it was."""
        self._set(entity, {mark(keeping, part): False}, reason)

    def _set(self, entity: Entity, fields: dict[str, JsonValue], reason: str) -> None:
        present = self._recording.present(entity)
        if any((present.get(name) or False) != value for name, value in fields.items()):
            self._recording.append(entity, Action.WROTE, fields, reason)


def people_out_of_sight() -> ScalarSelect[str]:
    """Return the query of the ids of people who are in the bin or blocked."""
    person = EntityKind.PERSON.value
    return select(_WITHHELD.entity_id).where(_WITHHELD.entity_kind == person).scalar_subquery()


def conversations_out_of_sight() -> ScalarSelect[str]:
    """Return the query of the ids of conversations that are in the bin or blocked, in progress or held."""
    conversation = EntityKind.CONVERSATION.value
    # one field out of sight does not hide the rest
    whole = (_WITHHELD.entity_kind == conversation, _WITHHELD.part == "")
    return select(_WITHHELD.entity_id).where(*whole).scalar_subquery()


def _withheld_from(row: Row[Any]) -> Withheld:
    entity = Entity(EntityKind(row.entity_kind), row.entity_id)
    return Withheld(entity, Keeping(row.keeping), row.person_id, row.part, row.since, row.by)
