"""Carries bundles and machines' cards to sticks and back: the adapter behind `services.courier`.

It must not know what is in the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pyrage import x25519

from iroc_desktop.domain.bundles import Bundle, BundleFront
from iroc_desktop.domain.pairing import MachineCard
from iroc_desktop.exchange import cards, stick
from iroc_desktop.exchange.envelope import opened, sealed
from iroc_desktop.exchange.inside import front_of, packed, unpacked
from iroc_desktop.services.courier import Sign, SignedBy


class StickCourier:
    """Bundles and cards as files."""

    def new_identity(self) -> tuple[str, str]:
        """Return a new secret identity, and the recipient that others seal for."""
        identity = x25519.Identity.generate()
        return str(identity), str(identity.to_public())

    def write(self, bundle: Bundle, recipients: Sequence[str], sign: Sign, place: Path) -> Path:
        """Seal a bundle, write it into a folder, read it back; return where it is."""
        return stick.write(sealed(packed(bundle, recipients, sign), recipients), place, stick.BUNDLE)

    def look(
        self, path: Path, identity: str, recipient: str, signed_by: SignedBy
    ) -> tuple[BundleFront, MachineCard]:
        """Return what a bundle says at its beginning, and the trusted machine that signed it."""
        return front_of(opened(stick.read(path), identity), recipient, signed_by)

    def read(
        self, path: Path, identity: str, recipient: str, signed_by: SignedBy
    ) -> tuple[Bundle, MachineCard]:
        """Return the bundle in a file, and the trusted machine that signed it."""
        return unpacked(opened(stick.read(path), identity), recipient, signed_by)

    def found_in(self, place: Path) -> Sequence[Path]:
        """Return the bundles in a folder, the newest file first."""
        return stick.found_in(place, stick.BUNDLE)

    def write_card(self, card: MachineCard, place: Path) -> Path:
        """Write this machine's card into a folder; return where it is."""
        return stick.write(cards.written(card), place, stick.CARD)

    def cards_in(self, place: Path) -> Sequence[MachineCard]:
        """Return the cards of machines in a folder that can be read."""
        found = (cards.read(path) for path in stick.found_in(place, stick.CARD))
        return [each for each in found if each is not None]
