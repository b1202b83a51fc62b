"""Taking in what another machine wrote: a look, a preview of each person, then all of it or nothing.

It must not touch anything live before `take`, which makes a backup first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from iroc_desktop.domain.bundles import Bundle, ForkError, GapError, SenderUnknownError
from iroc_desktop.domain.peers import Peer
from iroc_desktop.domain.receipts import FOR_EVERYBODY, Receipt, Taken, by_person, stretches
from iroc_desktop.services.arrivals import (
    Arrival,
    Preview,
    Standing,
    arrival_of,
    front_of,
    own_machine,
    preview_of,
    standing_of,
)
from iroc_desktop.services.backups import Backups
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.courier import Courier
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.weighing import Weighed, weigh
from iroc_desktop.services.work import Work


class Importing:
    """What other machines wrote."""

    def __init__(self, work: Work, courier: Courier, backups: Backups | None) -> None:
        """Without `backups` none is taken: nothing is worth keeping."""
        self._work = work
        self._courier = courier
        self._backups = backups

    def found_in(self, place: Path) -> Sequence[Path]:
        """Return the bundles in a folder, the newest file first."""
        return self._courier.found_in(place)

    def look(self, path: Path) -> Arrival:
        """Return from whom a bundle is, and whether it brings anything; only its beginning is read.

        Raises:
            NotNamedError: if this machine has no name yet.
            NotForThisMachineError, SenderUnknownError, BundleBrokenError, BundleTooNewError,
            BundleTooLargeError, PlaceGoneError: if it cannot be read.
            TeamDiffersError: if it belongs to another team.
        """
        with self._work.begin() as unit:
            own = own_machine(unit)
            front, machine = self._courier.look(path, own.identity, own.card.recipient, unit.peers.signed_by)
            return arrival_of(unit, path, machine, front)

    def preview(self, arrival: Arrival) -> Preview:
        """Read all of a bundle, and return what it would bring.

        Raises:
            GapError: if operations before it are missing here; the next bundle for that machine says so.
            ForkError: if one machine's log is there twice; that is remembered.
            BundleBrokenError: if what it says does not hold together.
            PlaceGoneError and others: as `look`.
        """
        with self._work.begin() as unit:
            own = own_machine(unit)
            path = arrival.path
            bundle, machine = self._courier.read(path, own.identity, own.card.recipient, unit.peers.signed_by)
            # another stick may be in the drive by now
            arrival = arrival_of(unit, path, machine, front_of(bundle))
            return preview_of(unit, arrival, bundle, self._weighed(unit, bundle))

    def take(self, preview: Preview, left_out: Collection[str] | None = None) -> Done[Receipt]:
        """Take a bundle in, whole, but for what is about people who are left out: that is held back.

        `left_out` holds people's ids, and `FOR_EVERYBODY` for what belongs to the whole service; without it,
        those stay out who stayed out before. What was destroyed elsewhere is destroyed here in any case.

        Raises:
            GapError, ForkError, BundleBrokenError: as `preview`; nothing was changed.
            BackupDamagedError, DiskFullError, ReadOnlyError, DiskFailedError: nothing was changed.
        """
        out = preview.stays_out if left_out is None else frozenset(left_out)
        if self._backups is not None and preview.brings_anything:
            self._backups.back_up_now()
        with self._work.begin() as unit:
            weighed = self._weighed(unit, preview.bundle)
            receipt = self._taken(unit, preview.bundle, weighed, out)
            unit.commit()
        people = frozenset(each.person_id for each in receipt.people) - {FOR_EVERYBODY}
        return Done(receipt, everything_of(people))

    def _taken(self, unit: UnitOfWork, bundle: Bundle, weighed: Weighed, out: frozenset[str]) -> Receipt:
        standing, own = standing_of(unit, front_of(bundle)), unit.bundles.vector().get(unit.peers.replica, 0)
        held_back = [each.id for each in weighed.fresh if weighed.person_of[each.entity] in out]
        let_in = [each.id for each in weighed.waiting if weighed.person_of[each.entity] not in out]
        unit.bundles.take(weighed.fresh, bundle.heads, bundle.erased, held_back)
        unit.bundles.let_in(let_in)
        for replica, machine_id in weighed.makers.items():
            unit.peers.remember(replica, machine_id)
        if standing is Standing.NEW:
            self._hear(unit, bundle)
        receipt = self._receipt(bundle, weighed, out)
        if not weighed.changes_nothing:
            shown = {each.id for each in weighed.fresh} - set(held_back) | set(let_in)
            unit.taken.add(Taken(receipt, bundle.sender, own, stretches(shown), unit.peers.replica))
        return receipt

    def _receipt(self, bundle: Bundle, weighed: Weighed, out: frozenset[str]) -> Receipt:
        touched = {weighed.person_of[each.entity] for each in (*weighed.fresh, *weighed.waiting)}
        return Receipt(
            number=bundle.number,
            machine_id=bundle.machine_id,
            taken_at=self._work.claimed_at,
            taken_by=self._work.practitioner_id,
            operations=len(weighed.fresh),
            people=by_person(weighed.news),
            left_out=tuple(sorted(out & touched)),
            unknown_makers=weighed.unknown_makers,
        )

    def _weighed(self, unit: UnitOfWork, bundle: Bundle) -> Weighed:
        try:
            return weigh(unit, bundle)
        except GapError:
            # what the machine has is true all the same; two that both lost something would wait for ever
            if standing_of(unit, front_of(bundle)) is Standing.NEW:
                peer = _sender_of(unit, bundle)
                unit.peers.put(replace(peer, vector=dict(bundle.vector)))
                unit.commit()
            raise
        except ForkError as error:
            unit.peers.quarantine(error.replica, self._work.claimed_at)
            unit.commit()
            raise

    def _hear(self, unit: UnitOfWork, bundle: Bundle) -> None:
        peer = replace(_sender_of(unit, bundle), replica=bundle.sender, number=bundle.number)
        unit.peers.put(replace(peer, vector=dict(bundle.vector), heard_at=self._work.claimed_at))


def _sender_of(unit: UnitOfWork, bundle: Bundle) -> Peer:
    for each in unit.peers.all():
        if each.trusted and each.card.machine_id == bundle.machine_id:
            return each
    raise SenderUnknownError


def everything_of(people: frozenset[str]) -> Changes:
    """Return the changes of an import: anything about these people, and about the whole service."""
    return Changes(
        people=people,
        conversations_of=people,
        organisation=True,
        sessions_of=people,
        plans_of=people,
        worksheets_of=people,
        favourites=True,
        bin=True,
        practitioners=True,
        consent_of=people,
        backups=True,
        exchange=True,
    )
