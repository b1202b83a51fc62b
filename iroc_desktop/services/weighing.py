"""What a bundle would change here: who signed it, what of it is new, and what that means for each person.

It must not write anything: nothing live is touched before somebody says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from iroc_desktop.domain.bundles import Bundle, BundleBrokenError, ForkError, SignedHead
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.merging import Encounter, News, arriving, news
from iroc_desktop.domain.operations import Entity, EntityKind, Operation, OperationId
from iroc_desktop.domain.registers import FOLDED
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.whose import whose


@dataclass(frozen=True, slots=True)
class Weighed:
    """A bundle beside what is here."""

    fresh: Sequence[Operation] = field(repr=False)
    """Operations that are not here yet."""
    waiting: Sequence[Operation] = field(repr=False)
    """Operations that are here but held back, about people whom the bundle is about."""
    person_of: Mapping[Entity, str]
    news: Sequence[News]
    present: Mapping[Entity, Sequence[Operation]] = field(repr=False)
    held: frozenset[str]
    """People of whom something is held back since an earlier import."""
    makers: Mapping[str, str]
    """The machine's id behind each replica, as its signed head tells."""
    unknown_makers: tuple[str, ...]

    @property
    def changes_nothing(self) -> bool:
        """Return whether the bundle brings nothing that is not here."""
        return not (self.fresh or self.waiting or self.news)


def weigh(unit: UnitOfWork, bundle: Bundle) -> Weighed:
    """Return what a bundle would bring.

    Raises:
        GapError, ForkError, BundleBrokenError: as `arriving` does, or because a head is not what it says.
    """
    shelf = unit.bundles
    fresh = arriving(bundle, shelf.vector(), shelf.hash_of)
    makers, unknown = _makers(unit, bundle, fresh)
    held = shelf.held()
    person_of = whose(shelf, [*held, *fresh])
    ids = {each.id for each in bundle.operations}
    touched = {person_of[each.entity] for each in fresh}
    touched |= {person_of[each.entity] for each in held if each.id in ids}
    waiting = [each for each in held if person_of[each.entity] in touched]
    coming = [each for each in (*waiting, *fresh) if _tells(each)]
    gone = _newly_gone(unit, bundle.erased)
    present = {
        entity: [each for each in found if _tells(each)]
        for entity, found in shelf.about(
            {each.entity for each in coming} | {each.entity for each in gone}
        ).items()
    }
    told = news(
        coming,
        bundle,
        lambda entity: present.get(entity, ()),
        lambda entity: person_of[entity],
        [*shelf.erased(), *bundle.erased],
    )
    told += _of_gone(gone, {each.entity for each in told}, present)
    behind = frozenset(person_of[each.entity] for each in held)
    return Weighed(fresh, waiting, person_of, told, present, behind, makers, unknown)


def _tells(operation: Operation) -> bool:
    return operation.action in FOLDED and operation.content is not None


def _newly_gone(unit: UnitOfWork, erased: Iterable[Erased]) -> list[Erased]:
    known = {each.entity for each in unit.bundles.erased()}
    return [each for each in erased if each.entity not in known]


def _of_gone(
    gone: Iterable[Erased], told: set[Entity], present: Mapping[Entity, Sequence[Operation]]
) -> tuple[News, ...]:
    return tuple(
        News(each.entity, each.person_id, Encounter.ERASED, frozenset())
        for each in gone
        if each.entity not in told and present.get(each.entity)
    )


def _makers(
    unit: UnitOfWork, bundle: Bundle, fresh: Sequence[Operation]
) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Return who signed the heads of a bundle, and the replicas of those that nobody known here signed.

    Raises:
        BundleBrokenError: if heads are missing or do not fit, or one is signed by another than its machine.
        ForkError: if a head is that of another chain than the one here.
    """
    if {each.replica: each.seq for each in bundle.heads} != dict(bundle.vector):
        raise BundleBrokenError("heads")
    hashes = {each.id: each for each in fresh}
    known = {**unit.peers.replicas(), bundle.sender: bundle.machine_id, **_own(unit)}
    makers, unknown = {}, []
    for head in bundle.heads:
        _must_fit(unit, head, hashes)
        maker = unit.peers.maker_of(head)
        if maker != known.get(head.replica, maker):
            raise BundleBrokenError(f"head {head.replica}")
        if maker is None:
            unknown.append(head.replica)
        else:
            makers[head.replica] = maker
    return makers, tuple(unknown)


def _own(unit: UnitOfWork) -> dict[str, str]:
    own = unit.peers.own()
    return {unit.peers.replica: own.card.machine_id} if own else {}


def _must_fit(unit: UnitOfWork, head: SignedHead, fresh: Mapping[OperationId, Operation]) -> None:
    newest = OperationId(head.replica, head.seq)
    arrived = fresh.get(newest)
    digest = arrived.hash if arrived is not None else unit.bundles.hash_of(newest)
    if digest != head.hash:
        raise ForkError(head.replica) if arrived is None else BundleBrokenError(f"head {head.replica}")


def person(person_id: str) -> Entity:
    """Return the entity of a person."""
    return Entity(EntityKind.PERSON, person_id)
