"""A bundle before it is taken: how it stands to those taken before, and what it would bring.

It must not hold a name that whoever reads it may not see: blocked and destroyed people have none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from iroc_desktop.domain.bundles import Bundle, BundleFront, TeamDiffersError
from iroc_desktop.domain.merging import Encounter
from iroc_desktop.domain.names import duplicates_among
from iroc_desktop.domain.pairing import MachineCard, NotNamedError
from iroc_desktop.domain.peers import OwnMachine
from iroc_desktop.domain.receipts import FOR_EVERYBODY, PersonsNews, by_person
from iroc_desktop.services.naming import people_in
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.weighing import Weighed, person


class Standing(StrEnum):
    """How a bundle stands to those that were taken before."""

    NEW = "new"
    ALREADY = "already"
    """This very bundle was imported."""
    UNDONE = "undone"
    """It was imported, and the import was undone: it can be done again."""
    STALE = "stale"
    """The machine wrote newer ones that were imported: an old stick, which may still bring what got lost."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A bundle on a stick, as far as its first line tells."""

    path: Path
    machine: MachineCard
    front: BundleFront
    standing: Standing
    new: int
    """How many operations are not here yet."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking a bundle would bring, while nothing is touched."""

    arrival: Arrival
    bundle: Bundle = field(repr=False)
    people: tuple[PersonsNews, ...]
    """For each person, conflicts first."""
    service: PersonsNews
    """What belongs to the whole service."""
    names: Mapping[str, str] = field(repr=False)
    """What each person is called, here or in the bundle; blocked and destroyed people have none."""
    stays_out: frozenset[str]
    """Who stays left out unless somebody says otherwise: something of theirs was left out before."""

    @property
    def brings_anything(self) -> bool:
        """Return whether it would change what anybody can see; that colleagues looked does not count."""
        return bool(self.people or self.service.counts)


def own_machine(unit: UnitOfWork) -> OwnMachine:
    """Return this machine.

    Raises:
        NotNamedError: if it has no name yet.
    """
    own = unit.peers.own()
    if own is None:
        raise NotNamedError
    return own


def front_of(bundle: Bundle) -> BundleFront:
    """Return what the first line of a bundle says."""
    said = (bundle.machine_id, bundle.team, bundle.sender, bundle.number, bundle.vector)
    return BundleFront(*said, len(bundle.operations), len(bundle.erased))


def arrival_of(unit: UnitOfWork, path: Path, machine: MachineCard, front: BundleFront) -> Arrival:
    """Return how a bundle stands to what is here.

    Raises:
        NotNamedError, TeamDiffersError.
    """
    if front.team != own_machine(unit).team:
        raise TeamDiffersError
    here = unit.bundles.vector()
    new = sum(max(0, seq - here.get(replica, 0)) for replica, seq in front.vector.items())
    return Arrival(path, machine, front, standing_of(unit, front), new)


def standing_of(unit: UnitOfWork, front: BundleFront) -> Standing:
    """Return how a bundle stands to those that were taken before."""
    machine, sender, number = front.machine_id, front.sender, front.number
    before = [each for each in unit.taken.all() if each.receipt.machine_id == machine]
    for each in before:
        if each.bundle == (machine, sender, number):
            return Standing.UNDONE if each.receipt.undone_at else Standing.ALREADY
    for peer in unit.peers.all():
        if peer.card.machine_id == machine and peer.number:
            newer = sender == peer.replica and number <= peer.number
            former = sender != peer.replica and sender in {each.sender for each in before}
            return Standing.STALE if newer or former else Standing.NEW
    return Standing.NEW


def preview_of(unit: UnitOfWork, arrival: Arrival, bundle: Bundle, weighed: Weighed) -> Preview:
    """Return what a bundle would bring, person by person."""
    told = {each.person_id: each for each in by_person(weighed.news)}
    service = told.pop(FOR_EVERYBODY, PersonsNews(FOR_EVERYBODY, {}))
    everybody = people_in(unit, told, (*weighed.waiting, *weighed.fresh))
    newcomers = {each.entity for each in weighed.news if each.encounter is Encounter.NEW}
    arriving = [each for each in everybody.values() if person(each.id) in newcomers]
    duplicates = duplicates_among(arriving, unit.people.all()) if arriving else {}
    people = tuple(
        PersonsNews(each.person_id, each.counts, duplicates.get(each.person_id, ())) for each in told.values()
    )
    again = arrival.standing is Standing.UNDONE
    return Preview(
        arrival,
        bundle,
        people,
        service,
        {each: found.preferred_name for each, found in everybody.items()},
        frozenset() if again else weighed.held,
    )
