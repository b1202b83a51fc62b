"""Noting in the log what leaves no other trace: who looked at whom, and what left the record.

It must not note more than one entry for one opening: whoever shows things says when one is opened.
"""

from __future__ import annotations

from typing import Final

from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.services.planning import active_plan
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.work import Work

ORGANISATION: Final = Entity(EntityKind.ORGANISATION, "organisation")
"""What is about everybody at once is noted on it."""

MOST: Final = 1_000
"""More erasures than are done again when a backup is brought back."""


class Trail:
    """The notes of the practitioner who is at the desk."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def unlocked(self) -> None:
        """Note that the record was opened; first, after a backup was brought back, that too."""
        with self._work.begin() as unit:
            if _begins_anew(unit):
                unit.log.note(ORGANISATION, Action.BROUGHT_BACK)
            unit.log.note(self._own, Action.UNLOCKED)
            unit.commit()

    def opened(self, entity: Entity) -> None:
        """Note that something about a person was opened to be read."""
        self._note(entity, Action.OPENED)

    def opened_plan(self, person_id: str) -> None:
        """Note that a person's plan was opened; nothing, where there is none."""
        with self._work.begin() as unit:
            plan = active_plan(unit, person_id)
            if plan is not None:
                unit.log.note(Entity(EntityKind.PLAN, plan.id), Action.OPENED)
                unit.commit()

    def exported(self, person_id: str) -> None:
        """Note that something about a person left the record as a file, such as a picture."""
        self._note(Entity(EntityKind.PERSON, person_id), Action.EXPORTED)

    def exported_everything(self) -> None:
        """Note that something about everybody left the record, such as a copy of a backup."""
        self._note(ORGANISATION, Action.EXPORTED)

    @property
    def _own(self) -> Entity:
        return Entity(EntityKind.PRACTITIONER, self._work.practitioner_id)

    def _note(self, entity: Entity, action: Action) -> None:
        with self._work.begin() as unit:
            unit.log.note(entity, action)
            unit.commit()


def _begins_anew(unit: UnitOfWork) -> bool:
    """Return whether others wrote this log and this machine has not: it is a backup with a new replica id.

    What an erasure that was done again on the way has noted does not count.
    """
    own, *others = unit.log.machines()
    return bool(others) and all(each.action is Action.DESTROYED for each in unit.log.chain(own, 0, MOST))
