"""Destroying what has lain in the bin for its time, one thing at a time, after somebody confirmed it.

It must not destroy anything by itself, nor anything before its time; team leads only.
"""

from __future__ import annotations

from iroc_desktop.domain.bin import BinKind, Thing
from iroc_desktop.domain.erasure import NameDiffersError, confirms
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.changes import Done
from iroc_desktop.services.erasure import Erasing
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.retention import Retention
from iroc_desktop.services.work import Work


class Purging:
    """What a team lead does with what has lain in the bin for its time."""

    def __init__(self, work: Work, erasing: Erasing, retention: Retention) -> None:
        self._work = work
        self._erasing = erasing
        self._retention = retention

    def purge(self, thing: Thing, name: str, typed: str, reason: str) -> Done[int]:
        """Destroy a thing for good, with all that belongs to it; return how many records that were.

        `name` is the person's as it is shown, `typed` what somebody typed to confirm it, and `reason` is
        written beside a person who is destroyed. The file and the backups are seen to as after any erasure.

        Raises:
            LeadsOnlyError: at anybody else's desk.
            NameDiffersError: if what was typed is not the name.
            RecordMissingError: if the thing is not in the bin, or has not lain there for its time.
        """
        if not confirms(typed, name, thing.person_id):
            raise NameDiffersError
        if thing not in {each.thing for each in self._retention.lain_long_enough()}:
            raise RecordMissingError
        if thing.kind is BinKind.PERSON:
            self._erasing.block(thing.person_id, reason)
            return self._erasing.destroy(thing.person_id, typed)
        with self._work.begin() as unit:
            entities = [thing.entity, *_along(unit, thing)]
        return self._erasing.destroy_entities(entities)


def _along(unit: UnitOfWork, thing: Thing) -> list[Entity]:
    """Return what goes with a thing because it is about that thing only."""
    if thing.kind is BinKind.PLAN:
        stood = unit.plan_snapshots.of(thing.person_id)
        return [Entity(EntityKind.PLAN_SNAPSHOT, each.id) for each in stood if each.plan.id == thing.id]
    if thing.kind is not BinKind.CONVERSATION:
        return []
    person_id = thing.person_id
    held = {each.id for each in unit.sessions.of(person_id) if each.conversation_id == thing.id}
    explored = (each.id for each in unit.explorations.of(person_id) if each.session_id in held)
    thought = (each.id for each in unit.reflections.of(person_id) if each.session_id in held)
    printed = (each.id for each in unit.summaries.of(person_id) if each.conversation_id == thing.id)
    return [
        *(Entity(EntityKind.SESSION, each) for each in sorted(held)),
        *(Entity(EntityKind.EXPLORATION, each) for each in explored),
        *(Entity(EntityKind.REFLECTION, each) for each in thought),
        *(Entity(EntityKind.SUMMARY, each) for each in printed),
    ]
