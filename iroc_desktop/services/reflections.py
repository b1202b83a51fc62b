"""A practitioner's own reflection on a session.

It must not show one practitioner what another wrote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.reflection import Reflection
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.withheld import Keeping
from iroc_desktop.services.changes import Changes, Done, session_changed
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.work import Work


class Reflections:
    """The reflections of the practitioner who is at the desk, and nobody else's."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def look(self, session_id: str, person_id: str) -> Reflection:
        """Return what this practitioner wrote about a session; empty at first."""
        with self._work.begin() as unit:
            return self._found(unit, session_id, person_id)

    def of(self, person_id: str) -> Sequence[Reflection]:
        """Return what this practitioner wrote after sessions with a person, in the order of writing."""
        with self._work.begin() as unit:
            every = unit.reflections.of(person_id)
        return [each for each in every if each.practitioner_id == self._work.practitioner_id]

    def keep(self, session_id: str, person_id: str, words: str) -> Done[Reflection]:
        """Keep the words as they stand now, during a session or after it."""
        with self._work.begin() as unit:
            before = self._found(unit, session_id, person_id)
            after = replace(before, words=words)
            if after != before:
                unit.reflections.put(after)
                # words for one that is in the bin would be out of sight at once
                unit.withheld.bring_out(Entity(EntityKind.REFLECTION, after.id), Keeping.IN_BIN)
                unit.commit()
        return Done(after, session_changed(person_id) if after != before else Changes())

    def _found(self, unit: UnitOfWork, session_id: str, person_id: str) -> Reflection:
        blank = Reflection.blank(session_id, person_id, self._work.practitioner_id)
        try:
            return unit.reflections.get(blank.id)
        except RecordMissingError:
            return blank
