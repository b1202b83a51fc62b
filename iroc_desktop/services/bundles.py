"""What the exchange needs of the store, as Protocols beside those of `ports`.

It must not import an adapter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from iroc_desktop.domain.bundles import SignedHead, Vector
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.operations import Entity, Operation, OperationId


class BundleShelf(Protocol):
    """The log as it is exchanged: what is here, what another lacks, and what arrives."""

    def vector(self) -> Mapping[str, int]:
        """Return the number of the newest operation of each replica."""

    def beyond(self, known: Vector) -> Sequence[Operation]:
        """Return the operations that a machine lacks, for each replica in its own order."""

    def heads(self) -> Sequence[SignedHead]:
        """Return where each replica's chain ends, with its signature."""

    def erased(self) -> Sequence[Erased]:
        """Return everything that was destroyed for good."""

    def hash_of(self, operation_id: OperationId) -> str | None:
        """Return the hash of an operation; None if it is not here."""

    def about(self, entities: Iterable[Entity]) -> Mapping[Entity, Sequence[Operation]]:
        """Return what is here about entities, without what is held back; unknown ones are missing."""

    def person_of(self, entities: Iterable[Entity]) -> Mapping[Entity, str]:
        """Return whom each entity is about, as far as the record tells; missing: nobody, or nobody known."""

    def take(
        self,
        fresh: Sequence[Operation],
        heads: Iterable[SignedHead],
        erased: Iterable[Erased],
        held_back: Iterable[OperationId] = (),
    ) -> None:
        """Append what arrives, destroy what has to be, fold what is not held back; commit nothing.

        Raises:
            BundleBrokenError: if what was written cannot be folded; the unit of work has to be left.
        """

    def held(self) -> Sequence[Operation]:
        """Return the operations that are held back, in the order in which they came."""

    def written_since(self, seq: int) -> Sequence[Operation]:
        """Return what this machine itself wrote after its `seq`-th operation."""

    def hold_back(self, operations: Iterable[OperationId]) -> None:
        """Hold back operations that were folded, as if they had never come."""

    def let_in(self, operations: Iterable[OperationId]) -> None:
        """Fold operations that were held back.

        Raises:
            BundleBrokenError: if what was written cannot be folded; the unit of work has to be left.
        """
