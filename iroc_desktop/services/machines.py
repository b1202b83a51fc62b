"""The machines that exchange: this one's name and card, pairing with others, and sending one away.

It must not trust a card before a team lead says that the digits were compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from iroc_desktop.domain.pairing import (
    CardDiffersError,
    MachineCard,
    NotNamedError,
    OwnCardError,
    digits_for,
    machine_name,
)
from iroc_desktop.domain.peers import OwnMachine, Peer
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.courier import Courier
from iroc_desktop.services.ports import NewId, UnitOfWork
from iroc_desktop.services.roles import Roles
from iroc_desktop.services.work import Work

EXCHANGED = Changes(exchange=True)


class Machines:
    """This machine, and those it was paired with."""

    def __init__(self, work: Work, roles: Roles, courier: Courier, new_id: NewId) -> None:
        """`new_id` makes ids of 32 hexadecimal digits, as cards carry them."""
        self._work = work
        self._roles = roles
        self._courier = courier
        self._new_id = new_id

    def own(self) -> MachineCard | None:
        """Return this machine's card; None before it was given a name."""
        with self._work.begin() as unit:
            own = unit.peers.own()
        return own.card if own else None

    def name(self, typed: str) -> Done[MachineCard]:
        """Give this machine a name, another one if it has one; the first time, its keys and its team too.

        Raises:
            MachineNameError: if the name would not do.
        """
        name = machine_name(typed)
        with self._work.begin() as unit:
            own = unit.peers.own() or self._made(unit)
            own = replace(own, card=replace(own.card, name=name))
            unit.peers.put_own(own)
            unit.commit()
        return Done(own.card, EXCHANGED)

    def write_card(self, place: Path) -> Path:
        """Write this machine's card into a folder; return where it is.

        Raises:
            NotNamedError: if this machine has no name yet.
            PlaceFullError, PlaceReadOnlyError, PlaceGoneError, CopyDiffersError: nothing was left there.
        """
        return self._courier.write_card(self._card(), place)

    def cards_in(self, place: Path) -> Sequence[MachineCard]:
        """Return the cards of other machines in a folder, each machine's newest first and once."""
        own = self.own()
        found = {each.machine_id: each for each in reversed(self._courier.cards_in(place))}
        return [each for each in reversed(found.values()) if own is None or each.machine_id != own.machine_id]

    def digits(self, card: MachineCard) -> tuple[str, ...]:
        """Return the six groups of digits that both screens show.

        Raises:
            NotNamedError: if this machine has no name yet.
            OwnCardError: if the card is this machine's own.
        """
        own = self._card()
        if own.machine_id == card.machine_id:
            raise OwnCardError
        return digits_for(own, card)

    def worked_apart(self, card: MachineCard) -> bool:
        """Return whether this machine has another team and would keep it: it holds people."""
        with self._work.begin() as unit:
            own = unit.peers.own()
            return own is not None and own.team != card.team and not _is_new(unit)

    def pair(self, card: MachineCard, *, joining: bool = False) -> Done[Peer]:
        """Trust a machine, after people compared the digits.

        A machine without people and without others joins the team of the card; `joining` lets one that
        worked apart do so, too.

        Raises:
            LeadsOnlyError: at anybody else's desk.
            NotNamedError, OwnCardError: as for `digits`.
            CardDiffersError: if the machine is known with other keys.
        """
        self._roles.must_be_lead()
        self.digits(card)
        with self._work.begin() as unit:
            known = _peer(unit, card.machine_id)
            if known is not None and _keys(known.card) != _keys(card):
                raise CardDiffersError
            own = unit.peers.own()
            if own is not None and (joining or _is_new(unit)):
                unit.peers.put_own(replace(own, team=card.team))
            peer = replace(known or Peer(card, self._work.claimed_at), card=card, revoked_at="")
            unit.peers.put(peer)
            unit.commit()
        return Done(peer, EXCHANGED)

    def revoke(self, machine_id: str) -> Done[Peer]:
        """Send a machine away: no bundle goes to it or is taken from it any more, until it is paired again.

        Raises:
            LeadsOnlyError: at anybody else's desk.
            RecordMissingError: if it is not known.
        """
        self._roles.must_be_lead()
        with self._work.begin() as unit:
            known = _peer(unit, machine_id)
            if known is None:
                raise RecordMissingError
            peer = replace(known, revoked_at=self._work.claimed_at)
            unit.peers.put(peer)
            unit.commit()
        return Done(peer, EXCHANGED)

    def all(self) -> Sequence[Peer]:
        """Return every machine that was paired, by name, those sent away last."""
        with self._work.begin() as unit:
            return sorted(unit.peers.all(), key=lambda each: not each.trusted)

    def forked(self) -> Sequence[tuple[str, str]]:
        """Return the replicas that were found forked, each with its machine's name, if that is known."""
        with self._work.begin() as unit:
            names = {each.card.machine_id: each.card.name for each in unit.peers.all()}
            makers = unit.peers.replicas()
            return [(each, names.get(makers.get(each, ""), "")) for each in sorted(unit.peers.quarantined())]

    def _made(self, unit: UnitOfWork) -> OwnMachine:
        identity, recipient = self._courier.new_identity()
        team = self._new_id()
        card = MachineCard(self._new_id(), "", unit.peers.signing_key, recipient, team)
        return OwnMachine(card, team, identity)

    def _card(self) -> MachineCard:
        own = self.own()
        if own is None:
            raise NotNamedError
        return own


def _keys(card: MachineCard) -> tuple[str, str]:
    return card.signing_key, card.recipient


def _peer(unit: UnitOfWork, machine_id: str) -> Peer | None:
    return next((each for each in unit.peers.all() if each.card.machine_id == machine_id), None)


def _is_new(unit: UnitOfWork) -> bool:
    return not unit.peers.all() and not unit.people.all() and not unit.bundles.held()
