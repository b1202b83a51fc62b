"""What the exchange needs of sticks and seals, as a Protocol that `exchange` fills.

It must not import an adapter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from iroc_desktop.domain.bundles import Bundle, BundleFront
from iroc_desktop.domain.pairing import MachineCard

Sign = Callable[[bytes], bytes]
SignedBy = Callable[[bytes, bytes], MachineCard | None]


class Courier(Protocol):
    """Carries bundles and cards to places and back."""

    def new_identity(self) -> tuple[str, str]:
        """Return a new secret identity, and the recipient that others seal for."""

    def write(self, bundle: Bundle, recipients: Sequence[str], sign: Sign, place: Path) -> Path:
        """Seal a bundle for these recipients, write it into a folder, read it back; return where it is.

        Raises:
            PlaceFullError, PlaceReadOnlyError, PlaceGoneError, CopyDiffersError: nothing was left there.
        """

    def look(
        self, path: Path, identity: str, recipient: str, signed_by: SignedBy
    ) -> tuple[BundleFront, MachineCard]:
        """Return what a bundle says at its beginning, and the trusted machine that signed it.

        Raises:
            NotForThisMachineError, SenderUnknownError, BundleBrokenError, BundleTooNewError,
            BundleTooLargeError, PlaceGoneError.
        """

    def read(
        self, path: Path, identity: str, recipient: str, signed_by: SignedBy
    ) -> tuple[Bundle, MachineCard]:
        """Return the bundle in a file, and the trusted machine that signed it.

        Raises:
            NotForThisMachineError, SenderUnknownError, BundleBrokenError, BundleTooNewError,
            BundleTooLargeError, PlaceGoneError.
        """

    def found_in(self, place: Path) -> Sequence[Path]:
        """Return the bundles in a folder, the newest file first."""

    def write_card(self, card: MachineCard, place: Path) -> Path:
        """Write this machine's card into a folder; return where it is.

        Raises:
            PlaceFullError, PlaceReadOnlyError, PlaceGoneError, CopyDiffersError: nothing was left there.
        """

    def cards_in(self, place: Path) -> Sequence[MachineCard]:
        """Return the cards of machines in a folder that can be read."""
