"""What a bundle would bring to what is here: which operations are new, and what they mean for each person.

It must not touch a store, look at a clock, or take a part of a bundle whose operations do not fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from iroc_desktop.domain.bundles import Bundle, BundleBrokenError, ForkError, GapError, Vector
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.operations import GENESIS, Entity, Operation, OperationId
from iroc_desktop.domain.registers import fold

HashOf = Callable[[OperationId], str | None]
"""The hash of an operation that is here; None for one that is not."""


class Encounter(StrEnum):
    """What happens when what arrives meets what is here."""

    NEW = "new"
    """Nothing of it was here."""
    CHANGED = "changed"
    """The other machine knew what is here, and went on from it."""
    PARALLEL = "parallel"
    """Both went on, in different fields: both are kept."""
    CONFLICT = "conflict"
    """Both changed the same field, differently: somebody chooses."""
    ERASED = "erased"
    """It was destroyed, here or there, and stays so."""


@dataclass(frozen=True, slots=True)
class News:
    """What a bundle brings about one entity."""

    entity: Entity
    person_id: str
    """Whom it is about; empty for what belongs to the whole service."""
    encounter: Encounter
    fields: frozenset[str]
    """The fields in conflict, or else those that arrive."""


def arriving(bundle: Bundle, here: Vector, hash_of: HashOf) -> tuple[Operation, ...]:
    """Return the operations of a bundle that are not here yet.

    Raises:
        GapError: if there are some before them that neither is here nor in the bundle.
        ForkError: if an operation differs from the one of the same number that is here.
        BundleBrokenError: if a chain, a content or a parent does not fit.
    """
    fresh: list[Operation] = []
    for replica, chain in _chains(bundle.operations).items():
        _must_fit(replica, chain, here.get(replica, 0), hash_of)
        fresh += [each for each in chain if each.id.seq > here.get(replica, 0)]
    reached = {**here, **{each.id.replica: each.id.seq for each in fresh}}
    for replica, newest in sorted(bundle.vector.items()):
        if newest > reached.get(replica, 0):
            raise GapError(replica, reached.get(replica, 0) + 1, newest)
    _must_have_parents(fresh, reached)
    return tuple(sorted(fresh, key=lambda each: (each.lamport, each.id)))


def news(
    fresh: Iterable[Operation],
    bundle: Bundle,
    present: Callable[[Entity], Sequence[Operation]],
    person_of: Callable[[Entity], str],
    erased: Iterable[Erased],
) -> tuple[News, ...]:
    """Return what operations that arrive mean, entity by entity.

    `present` gives what is here about an entity; `erased` is the whole set, the bundle's included.
    """
    gone = {each.entity for each in erased}
    told = []
    for entity, arrived in by_entity(fresh).items():
        before = present(entity)
        encounter, fields = _encounter(arrived, before, bundle.vector)
        if entity in gone:
            encounter, fields = Encounter.ERASED, frozenset()
        told.append(News(entity, person_of(entity), encounter, fields))
    return tuple(told)


def _encounter(
    arrived: Sequence[Operation], before: Sequence[Operation], vector: Vector
) -> tuple[Encounter, frozenset[str]]:
    if not before:
        return Encounter.NEW, _fields(arrived)
    already = _conflicts(before)
    conflicts = _conflicts([*before, *arrived]) - already
    if conflicts:
        return Encounter.CONFLICT, conflicts
    unknown_there = any(each.id.seq > vector.get(each.id.replica, 0) for each in before)
    return (Encounter.PARALLEL if unknown_there else Encounter.CHANGED), _fields(arrived)


def _conflicts(operations: Iterable[Operation]) -> frozenset[str]:
    return frozenset(name for name, register in fold(operations).items() if register.conflicting)


def _fields(operations: Iterable[Operation]) -> frozenset[str]:
    return frozenset(name for each in operations if each.content for name in each.content.fields)


def _chains(operations: Iterable[Operation]) -> Mapping[str, list[Operation]]:
    chains: dict[str, list[Operation]] = {}
    for each in operations:
        chains.setdefault(each.id.replica, []).append(each)
    return chains


def by_entity(operations: Iterable[Operation]) -> Mapping[Entity, list[Operation]]:
    """Return operations by what they are about, each in the order given."""
    groups: dict[Entity, list[Operation]] = {}
    for each in operations:
        groups.setdefault(each.entity, []).append(each)
    return groups


def _must_fit(replica: str, chain: Sequence[Operation], newest: int, hash_of: HashOf) -> None:
    first = chain[0].id.seq
    if first > newest + 1:
        raise GapError(replica, newest + 1, first - 1)
    # what is here already is passed over, but for the last of it: its hash stands for all before
    chain = chain[min(max(0, newest - first), len(chain) - 1) :]
    before = _hash_before(chain[0].id, hash_of)
    for place, each in enumerate(chain):
        if each.id.seq != chain[0].id.seq + place or not each.intact:
            raise BundleBrokenError(str(each.id))
        if each.previous != before:
            raise ForkError(replica) if place == 0 else BundleBrokenError(str(each.id))
        before = each.hash
        if each.id.seq <= newest and hash_of(each.id) != before:
            raise ForkError(replica)


def _hash_before(operation_id: OperationId, hash_of: HashOf) -> str | None:
    replica, seq = operation_id.replica, operation_id.seq
    return GENESIS if seq == 1 else hash_of(OperationId(replica, seq - 1))


def _must_have_parents(fresh: Iterable[Operation], reached: Vector) -> None:
    for parent in (parent for each in fresh for parent in each.parents):
        if parent.seq > reached.get(parent.replica, 0):
            raise BundleBrokenError(str(parent))
