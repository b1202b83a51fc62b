"""Whom operations are about that may not be in the record yet: by what they say themselves, or what is here.

It must not write anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from iroc_desktop.domain.operations import Entity, EntityKind, JsonValue, Operation
from iroc_desktop.domain.receipts import FOR_EVERYBODY
from iroc_desktop.domain.withheld import ONE_FOR_EACH_PERSON
from iroc_desktop.services.bundles import BundleShelf


def whose(shelf: BundleShelf, operations: Iterable[Operation]) -> Mapping[Entity, str]:
    """Return whom each entity is about; empty for what belongs to the whole service."""
    said = _said(operations)
    plans = {each: _plan_of(fields) for each, fields in said.items() if not _says(each, fields)}
    unsaid = {each for each, plan in plans.items() if plan is None}
    unsaid |= {
        plan for plan in plans.values() if plan is not None and not said.get(plan, {}).get("person_id")
    }
    here = shelf.person_of(unsaid)
    return {each: _person(each, said, here) for each in said}


def _said(operations: Iterable[Operation]) -> dict[Entity, dict[str, JsonValue]]:
    said: dict[Entity, dict[str, JsonValue]] = {}
    for each in operations:
        fields = said.setdefault(each.entity, {})
        if each.content is not None:
            for name in ("person_id", "plan_id"):
                if isinstance(each.content.fields.get(name), str):
                    fields.setdefault(name, each.content.fields[name])
    return said


def _says(entity: Entity, fields: Mapping[str, JsonValue]) -> bool:
    return entity.kind in ONE_FOR_EACH_PERSON or bool(fields.get("person_id"))


def _plan_of(fields: Mapping[str, JsonValue]) -> Entity | None:
    return Entity(EntityKind.PLAN, fields["plan_id"]) if fields.get("plan_id") else None


def _person(
    entity: Entity, said: Mapping[Entity, Mapping[str, JsonValue]], here: Mapping[Entity, str]
) -> str:
    fields = said.get(entity, {})
    if entity.kind in ONE_FOR_EACH_PERSON:
        return entity.id
    if fields.get("person_id"):
        return str(fields["person_id"])
    plan = _plan_of(fields)
    if plan is not None:
        return str(said.get(plan, {}).get("person_id") or here.get(plan, FOR_EVERYBODY))
    return here.get(entity, FOR_EVERYBODY)
