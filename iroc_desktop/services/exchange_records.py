"""What the exchange needs of the store besides the log, as Protocols beside those of `ports`.

It must not import an adapter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from iroc_desktop.domain.bundles import SignedHead
from iroc_desktop.domain.conflicts import Conflict
from iroc_desktop.domain.operations import Entity, JsonValue
from iroc_desktop.domain.pairing import MachineCard
from iroc_desktop.domain.peers import OwnMachine, Peer
from iroc_desktop.domain.receipts import Taken
from iroc_desktop.services.bundles import BundleShelf


class PeerRepository(Protocol):
    """This machine's own card and the machines it was paired with: local to this machine."""

    @property
    def replica(self) -> str:
        """Return the name under which this machine writes now."""

    @property
    def signing_key(self) -> str:
        """Return the public key of this machine's signatures, in hexadecimal digits."""

    def own(self) -> OwnMachine | None:
        """Return this machine's own card; None before it was given a name."""

    def put_own(self, own: OwnMachine) -> None:
        """Write this machine's own card."""

    def all(self) -> Sequence[Peer]:
        """Return every machine that was paired with this one, by name."""

    def put(self, peer: Peer) -> None:
        """Add a machine, or write what is known of it now."""

    def sign(self, content: bytes) -> bytes:
        """Return this machine's Ed25519 signature of a bundle.

        Raises:
            ValueError: if it does not begin as bundles do.
        """

    def signed_by(self, signature: bytes, content: bytes) -> MachineCard | None:
        """Return the card of the trusted machine that signed a bundle; None if none did."""

    def maker_of(self, head: SignedHead) -> str | None:
        """Return the id of the machine whose key signed a head, this one included; None if none known did."""

    def replicas(self) -> Mapping[str, str]:
        """Return the machine's id behind each replica that could be told once."""

    def remember(self, replica: str, machine_id: str) -> None:
        """Keep which machine writes under a name."""

    def quarantined(self) -> Mapping[str, str]:
        """Return the replicas that were found to be forked, with when (ISO 8601) that was."""

    def quarantine(self, replica: str, at: str) -> None:
        """Keep that a replica was found to be forked; once more changes nothing."""


class TakenShelf(Protocol):
    """The bundles that were imported here: local to this machine."""

    def all(self) -> Sequence[Taken]:
        """Return them, the newest import first."""

    def add(self, taken: Taken) -> None:
        """Keep what an import brought."""

    def replace_last(self, taken: Taken) -> None:
        """Keep what became of the newest import."""


class ConflictRepository(Protocol):
    """Fields in which machines disagree."""

    def all(self) -> Sequence[Conflict]:
        """Return every conflict in sight, in an order that is always the same."""

    def settle(self, entity: Entity, field: str, value: JsonValue, reason: str) -> None:
        """Write a value over all that stand side by side; of what is completed, as a correction.

        Raises:
            RecordMissingError: if the field is not in conflict.
            UnfitValueError: if the field cannot hold that value.
        """


class ExchangeRecords(Protocol):
    """What belongs to the exchange, within one unit of work."""

    @property
    def bundles(self) -> BundleShelf:
        """Return the log as it is exchanged."""

    @property
    def peers(self) -> PeerRepository:
        """Return the machines."""

    @property
    def taken(self) -> TakenShelf:
        """Return the imports."""

    @property
    def conflicts(self) -> ConflictRepository:
        """Return the fields in which machines disagree."""
