"""The port behind which the append-only log lies.

It must not import an adapter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from iroc_desktop.domain.audit import Page, Wanted
from iroc_desktop.domain.chains import ChainEnd
from iroc_desktop.domain.operations import Action, Entity, Operation


class Log(Protocol):
    """The append-only log of operations: the truth that the tables fold."""

    def note(self, entity: Entity, action: Action) -> None:
        """Append an audit entry without fields, such as "printed"."""

    def of(self, entity: Entity) -> Sequence[Operation]:
        """Return the operations about one entity, in the order they were made here."""

    def last_claim(self) -> str:
        """Return when the newest operation claims to have been made (ISO 8601); empty if there is none."""

    def entries(self, wanted: Wanted, before: int | None, limit: int) -> Page:
        """Return at most `limit` entries, newest first, that stand before a position; None: from the end.

        There may be fewer than `limit` of them, or none, though more follow: a long log is looked through a
        stretch at a time, so that nobody waits for the rare ones.
        """

    def machines(self) -> Sequence[str]:
        """Return the replicas that made operations, this machine's first, even if it has made none."""

    def ends(self) -> Mapping[str, ChainEnd]:
        """Return where each replica's chain ends, as its signed head says."""

    def chain(self, replica: str, after: int, limit: int) -> Sequence[Operation]:
        """Return at most `limit` operations of one replica that follow its `after`-th, in their order."""
