"""Destroying for good what is held on a person: what belongs to them, and what may never come back.

It must not touch the chain: a destroyed operation keeps its digest and its hash, so the log still verifies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.names import searchable
from iroc_desktop.domain.operations import Entity, EntityKind, JsonValue, Operation
from iroc_desktop.domain.withheld import ONE_FOR_EACH_PERSON

PART_OF_PLAN: Final = frozenset({EntityKind.OUTCOME, EntityKind.STEP, EntityKind.SUPPORT, EntityKind.REVIEW})
"""These name their plan, and the plan names the person."""

_CODE_LENGTH: Final = 8
"""Letters of an id that tell two people apart."""

Written = tuple[Entity, Mapping[str, JsonValue]]
"""An entity, and fields that were once written about it."""


class NotBlockedError(ExpectedError):
    """Somebody was about to be destroyed without having been blocked first."""


class NameDiffersError(ExpectedError):
    """What was typed to confirm is not the name on the screen."""


@dataclass(frozen=True, slots=True)
class Erased:
    """One thing that was destroyed, and may never come back from a backup or another machine."""

    entity: Entity
    person_id: str
    """Whom it was about; empty when it was about nobody."""
    erased_at: str
    """When (ISO 8601), as the machine's clock claimed."""
    erased_by: str
    """The practitioner who did."""


def person_code(person_id: str) -> str:
    """Return what stands for a person where no name may be shown; lists of what was done say the same."""
    return person_id[:_CODE_LENGTH]


def confirms(typed: str, name: str, person_id: str) -> bool:
    """Return whether somebody typed the name that is shown, or the code for it.

    Capitals, accents and blanks do not matter.
    """
    wanted = {searchable(name), searchable(person_code(person_id))} - {""}
    return searchable(typed) in wanted


def belonging(people: frozenset[str], written: Iterable[Written]) -> frozenset[Entity]:
    """Return every entity that ever said it is about one of these people, and the parts of their plans."""
    every = tuple(written)
    direct = {entity for entity, fields in every if _is_about(entity, fields, people)}
    plans = frozenset(entity.id for entity in direct if entity.kind is EntityKind.PLAN)
    parts = {entity for entity, fields in every if is_part(entity, fields, plans)}
    return frozenset(direct | parts)


def _is_about(entity: Entity, fields: Mapping[str, JsonValue], people: frozenset[str]) -> bool:
    if entity.kind in ONE_FOR_EACH_PERSON:
        return entity.id in people
    return fields.get("person_id") in people


def is_part(entity: Entity, fields: Mapping[str, JsonValue], plans: frozenset[str]) -> bool:
    """Return whether these fields say that an entity is a part of one of the plans."""
    return entity.kind in PART_OF_PLAN and fields.get("plan_id") in plans


def people_in(erased: Iterable[Erased]) -> frozenset[str]:
    """Return the people who were destroyed as a whole."""
    return frozenset(each.entity.id for each in erased if each.entity.kind is EntityKind.PERSON)


def merged(*sets: Iterable[Erased]) -> tuple[Erased, ...]:
    """Return what was destroyed anywhere, once each; of two claims about when, all take the same one."""
    kept: dict[Entity, Erased] = {}
    for each in (one for erased in sets for one in erased):
        kept[each.entity] = _earlier(each, kept.get(each.entity, each))
    return tuple(_with_their_person(kept[entity], kept) for entity in sorted(kept))


def _earlier(one: Erased, other: Erased) -> Erased:
    """Return the one whose claim is read first; which it is says nothing, but it is the same everywhere."""
    return min(one, other, key=lambda each: (each.erased_at, each.erased_by, each.person_id))


def _with_their_person(erased: Erased, kept: Mapping[Entity, Erased]) -> Erased:
    person = kept.get(Entity(EntityKind.PERSON, erased.person_id), erased)
    return replace(_earlier(erased, replace(person, entity=erased.entity)), person_id=erased.person_id)


def closure(erased: Iterable[Erased], written: Iterable[Written]) -> tuple[Erased, ...]:
    """Return what is destroyed once all of this was written: what was named, and all that belongs to it.

    What belongs to a destroyed person carries the claims of that person; so do parts of a destroyed plan.
    """
    named, every = merged(erased), tuple(written)
    found: list[Erased] = []
    for each in named:
        found += (replace(each, entity=entity) for entity in _behind(each.entity, every))
    return merged(named, found)


def _behind(entity: Entity, every: tuple[Written, ...]) -> frozenset[Entity]:
    if entity.kind is EntityKind.PERSON:
        return belonging(frozenset({entity.id}), every)
    if entity.kind is EntityKind.PLAN:
        plan = frozenset({entity.id})
        return frozenset(each for each, fields in every if is_part(each, fields, plan))
    return frozenset()


def erase(
    operations: Iterable[Operation], erased: Iterable[Erased]
) -> tuple[tuple[Operation, ...], tuple[Erased, ...]]:
    """Return the operations without the content of what is destroyed, and all that is destroyed now.

    The rule for what arrives later, too: applied again after each arrival, it ends in the same whatever
    the order was, and applying it twice changes nothing.
    """
    arrived = tuple(operations)
    written = ((each.entity, each.content.fields) for each in arrived if each.content is not None)
    whole = closure(erased, written)
    gone = frozenset(each.entity for each in whole)
    return tuple(replace(each, content=None) if each.entity in gone else each for each in arrived), whole
