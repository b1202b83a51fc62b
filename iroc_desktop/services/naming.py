"""Who the people are that a bundle or a receipt is about: by what is here, or by what arrives.

It must not tell anything of people who are blocked or were destroyed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from iroc_desktop.domain.operations import Entity, EntityKind, Operation
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.records import person_from
from iroc_desktop.domain.registers import fold, values
from iroc_desktop.domain.withheld import Keeping
from iroc_desktop.services.ports import UnitOfWork


def people_in(
    unit: UnitOfWork, person_ids: Iterable[str], besides: Sequence[Operation] = ()
) -> Mapping[str, Person]:
    """Return people by id, what operations besides those here say of them included; nobody who is blocked."""
    wanted = {Entity(EntityKind.PERSON, each) for each in person_ids}
    gone = {each.entity for each in unit.bundles.erased()}
    said: dict[Entity, list[Operation]] = {
        entity: list(found) for entity, found in unit.bundles.about(wanted - gone).items()
    }
    for each in besides:
        if each.entity in wanted - gone:
            said.setdefault(each.entity, []).append(each)
    found = {}
    for entity, operations in said.items():
        fields = values(fold(operations))
        if fields and not fields.get(Keeping.BLOCKED.value):
            found[entity.id] = person_from(entity.id, fields)
    return found


def names_of(
    unit: UnitOfWork, person_ids: Iterable[str], besides: Sequence[Operation] = ()
) -> Mapping[str, str]:
    """Return what people are called, by id; nobody who is blocked or was destroyed."""
    return {each: person.preferred_name for each, person in people_in(unit, person_ids, besides).items()}
