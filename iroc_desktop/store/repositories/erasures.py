"""What was destroyed for good, and destroying: through the log's stamp, in one unit of work.

It must not write the file anew: the store does that once the unit of work is over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from iroc_desktop.domain.erasure import PART_OF_PLAN, Erased
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.withheld import person_behind
from iroc_desktop.store import erasing
from iroc_desktop.store.recording import Recording


class SqlErasures:
    """What was destroyed."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._connection = recording.connection

    def all(self) -> Sequence[Erased]:
        """Return everything that was destroyed, what was destroyed last first."""
        return sorted(erasing.erased_in(self._connection), key=lambda each: each.erased_at, reverse=True)

    def belonging(self, person_id: str) -> Sequence[Entity]:
        """Return all that the log holds about a person, what is out of sight included."""
        person = Erased(Entity(EntityKind.PERSON, person_id), person_id, "", "")
        return [each.entity for each in erasing.belonging_to(self._connection, [person])]

    def destroy(self, entities: Iterable[Entity]) -> Sequence[Entity]:
        """Destroy these with all that belongs to them, for good; return what that was."""
        stamp = self._recording.log.stamp
        before = {each.entity for each in erasing.erased_in(self._connection)}
        named = [
            Erased(each, self._whose(each), stamp.claimed_at, stamp.practitioner_id)
            for each in entities
            if each not in before
        ]
        whole = erasing.destroy(self._connection, named)
        return [each.entity for each in whole if each.entity not in before]

    def _whose(self, entity: Entity) -> str:
        """Return whom it is about, as far as it or its plan says so."""
        fields: Mapping[str, str] = self._recording.present(entity)
        if entity.kind in PART_OF_PLAN and fields.get("plan_id"):
            return self._whose(Entity(EntityKind.PLAN, fields["plan_id"]))
        return person_behind(entity, fields)
