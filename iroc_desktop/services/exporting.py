"""Writing for other machines what they have not confirmed yet: how much that is, and onto which stick.

It must not let two bundles of this machine have one number, nor call one written before it was read back.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from iroc_desktop.domain.bundles import Bundle, Vector
from iroc_desktop.domain.operations import Action, Entity, Operation
from iroc_desktop.domain.pairing import NotNamedError
from iroc_desktop.domain.peers import OwnMachine, Peer, known_to_all
from iroc_desktop.domain.receipts import FOR_EVERYBODY
from iroc_desktop.domain.registers import FOLDED
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.changes import Done
from iroc_desktop.services.courier import Courier
from iroc_desktop.services.machines import EXCHANGED
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.trail import ORGANISATION
from iroc_desktop.services.whose import whose
from iroc_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Amount:
    """How much a machine lacks."""

    changes: int
    """Changes to what the record says; that somebody looked travels too, but is not counted."""
    people: int
    """How many people they are about."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What could be written for machines."""

    each: Mapping[str, Amount]
    """For each machine by itself, by its id."""
    together: Amount
    """In one bundle for all of them: as much as the one that knows least lacks."""


@dataclass(frozen=True, slots=True)
class Written:
    """A bundle that lies on a stick or in a folder, and was read back."""

    path: Path
    number: int
    amount: Amount


class Exporting:
    """What this machine writes for others."""

    def __init__(self, work: Work, courier: Courier) -> None:
        self._work = work
        self._courier = courier

    def offer(self, machine_ids: Collection[str]) -> Offer:
        """Return how many changes for how many people these machines lack.

        Raises:
            RecordMissingError: if one of them is not paired, or was sent away.
        """
        with self._work.begin() as unit:
            peers = _trusted(unit, machine_ids)
            lacked = unit.bundles.beyond(known_to_all(peers))
            people = whose(unit.bundles, lacked)
            amounts = {each.card.machine_id: _amount(_beyond(each.vector, lacked), people) for each in peers}
            return Offer(amounts, _amount(lacked, people))

    def export(self, machine_ids: Collection[str], place: Path) -> Done[Written]:
        """Write one bundle for these machines into a folder.

        Raises:
            NotNamedError: if this machine has no name yet.
            RecordMissingError: if a machine is not paired, or was sent away; or none was named.
            PlaceFullError, PlaceReadOnlyError, PlaceGoneError, CopyDiffersError: nothing was left there.
        """
        own = self._begun(machine_ids)
        with self._work.begin() as unit:
            peers = _trusted(unit, machine_ids)
            bundle = _bundle(unit, own, known_to_all(peers))
            recipients = [each.card.recipient for each in peers]
            amount = _amount(bundle.operations, whose(unit.bundles, bundle.operations))
            path = self._courier.write(bundle, recipients, unit.peers.sign, place)
            for each in peers:
                unit.peers.put(replace(each, sent_at=self._work.claimed_at))
            unit.commit()
        return Done(Written(path, bundle.number, amount), EXCHANGED)

    def _begun(self, machine_ids: Collection[str]) -> OwnMachine:
        """Count the bundle and note the export before anything is written: a number is never used twice."""
        with self._work.begin() as unit:
            own = unit.peers.own()
            if own is None:
                raise NotNamedError
            _trusted(unit, machine_ids)
            own = replace(own, bundles=own.bundles + 1)
            unit.peers.put_own(own)
            unit.log.note(ORGANISATION, Action.EXPORTED)
            unit.commit()
        return own


def _trusted(unit: UnitOfWork, machine_ids: Collection[str]) -> tuple[Peer, ...]:
    known = {each.card.machine_id: each for each in unit.peers.all() if each.trusted}
    if not machine_ids or not set(machine_ids) <= set(known):
        raise RecordMissingError
    return tuple(known[each] for each in sorted(set(machine_ids)))


def _bundle(unit: UnitOfWork, own: OwnMachine, known: Vector) -> Bundle:
    shelf = unit.bundles
    return Bundle(
        machine_id=own.card.machine_id,
        team=own.team,
        sender=unit.peers.replica,
        number=own.bundles,
        vector=dict(shelf.vector()),
        erased=tuple(shelf.erased()),
        operations=tuple(shelf.beyond(known)),
        heads=tuple(shelf.heads()),
    )


def _beyond(known: Vector, operations: Sequence[Operation]) -> list[Operation]:
    return [each for each in operations if each.id.seq > known.get(each.id.replica, 0)]


def _amount(operations: Sequence[Operation], people: Mapping[Entity, str]) -> Amount:
    changes = [each for each in operations if each.action in FOLDED and each.content is not None]
    return Amount(len(changes), len({people[each.entity] for each in changes} - {FOR_EVERYBODY}))
