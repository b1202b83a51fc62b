"""Destroying for good in the store that lives in memory, by the domain's own rule.

It must not keep anything that the real store would let go.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iroc_desktop.domain.erasure import PART_OF_PLAN, Erased, closure, erase, people_in
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.operations import Entity, EntityKind, JsonValue
from iroc_desktop.domain.store_errors import BackupMissingError, RecordMissingError
from iroc_desktop.domain.withheld import person_behind
from iroc_desktop.services.copies import OldCopy

if TYPE_CHECKING:
    from tests.fakes.memory_store import MemoryStore, MemoryUnit


def must_not_be_erased(erased: Iterable[Erased], entity: Entity, fields: Mapping[str, JsonValue]) -> None:
    """Refuse what was destroyed, or belongs to what was."""
    gone = {each.entity for each in erased}
    person = Entity(EntityKind.PERSON, person_behind(entity, fields))
    if gone & {entity, person, Entity(EntityKind.PLAN, fields.get("plan_id", ""))}:
        raise RecordMissingError


@dataclass
class MemoryErasures:
    """What was destroyed."""

    unit: MemoryUnit

    def all(self) -> Sequence[Erased]:
        """Return everything that was destroyed, what was destroyed last first."""
        return sorted(self.unit.erased, key=lambda each: each.erased_at, reverse=True)

    def belonging(self, person_id: str) -> Sequence[Entity]:
        """Return all that is about a person."""
        person = Erased(Entity(EntityKind.PERSON, person_id), person_id, "", "")
        written = [(each.entity, each.content.fields) for each in self.unit.operations if each.content]
        return [each.entity for each in closure([person], written)]

    def destroy(self, entities: Iterable[Entity]) -> Sequence[Entity]:
        """Destroy them, and what is in progress."""
        unit = self.unit
        stamp = unit.stamp
        before = {each.entity for each in unit.erased}
        new = [each for each in entities if each not in before]
        named = [Erased(each, self.whose(each), stamp.claimed_at, stamp.practitioner_id) for each in new]
        operations, unit.erased = erase(unit.operations, (*unit.erased, *named))
        unit.operations = list(operations)
        self.drop_what_is_in_progress()
        return [each.entity for each in unit.erased if each.entity not in before]

    def drop_what_is_in_progress(self) -> None:
        """Drop drafts and sessions of what is destroyed."""
        unit, people = self.unit, people_in(self.unit.erased)
        gone = {each.entity.id for each in unit.erased if each.entity.kind is not EntityKind.PERSON}
        for draft in list(unit.open_drafts.values()):
            if draft.conversation.person_id in people or draft.conversation.id in gone:
                del unit.open_drafts[draft.conversation.id]
        for opened in list(unit.sessions_open.values()):
            session = opened.session
            if session.person_id in people or gone & {session.id, session.conversation_id}:
                del unit.sessions_open[session.id]

    def whose(self, entity: Entity) -> str:
        """Return whom an entity is about, by what was ever said of it."""
        fields: dict[str, JsonValue] = {}
        for gone in self.unit.erased:
            if gone.entity == entity:
                return gone.person_id
        for each in self.unit.operations:
            if each.entity == entity and each.content is not None:
                fields = {**each.content.fields, **fields}
        if entity.kind in PART_OF_PLAN and fields.get("plan_id"):
            return self.whose(Entity(EntityKind.PLAN, fields["plan_id"]))
        return person_behind(entity, fields)


@dataclass
class MemoryCopies:
    """What lies beside a memory store, and what tests make of it."""

    store: MemoryStore = field(repr=False)
    waiting: list[str] = field(default_factory=list)
    """Backups that are behind."""
    stubborn: dict[str, ExpectedError] = field(default_factory=dict)
    """Backups that cannot be written anew, and why."""
    beside: list[OldCopy] = field(default_factory=list)
    swept: int = 0
    trouble: ExpectedError | None = None
    """What sweeping runs into."""

    def sweep(self) -> None:
        """Count it."""
        if self.trouble is not None:
            raise self.trouble
        self.swept += 1

    def behind(self) -> Sequence[str]:
        """Return the backups that wait, once something was destroyed."""
        return tuple(self.waiting) if self.store.erased else ()

    def bring_up_to_date(self, name: str) -> None:
        """Let one wait no longer."""
        if name in self.stubborn:
            raise self.stubborn[name]
        self.waiting.remove(name)

    def discard(self, name: str) -> None:
        """Forget one."""
        self.stubborn.pop(name, None)
        self.waiting.remove(name)

    def old(self) -> Sequence[OldCopy]:
        """Return what lies beside."""
        return tuple(self.beside)

    def destroy_old(self, name: str) -> None:
        """Forget one."""
        found = [each for each in self.beside if each.name == name]
        if not found:
            raise BackupMissingError
        self.beside.remove(found[0])
