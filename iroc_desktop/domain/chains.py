"""Checking the chains of the log a piece at a time, so that a long log keeps nobody waiting.

It must not read the log itself: whoever checks hands over the operations.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from iroc_desktop.domain.operations import GENESIS, Operation, OperationId


@dataclass(frozen=True, slots=True)
class ChainEnd:
    """Where one machine's chain ends, as its signed head says."""

    seq: int
    hash: str
    forged: bool
    """Whether the signature is not this machine's own, as far as that can be told here."""


@dataclass(frozen=True, slots=True)
class Checking:
    """How far a check has come. The first fault of a chain ends the check of that chain."""

    ends: Mapping[str, ChainEnd]
    """The chains as they were when the check began."""
    waiting: tuple[str, ...]
    """Replicas still to be checked, the present one first."""
    seq: int = 0
    """The operation of the present chain that was checked last."""
    previous: str = GENESIS
    checked: int = 0
    faults: tuple[OperationId, ...] = ()
    """The first operation of each chain that does not fit."""
    false_ends: tuple[str, ...] = ()
    """Replicas whose head is missing, forged, or not where the chain ends."""

    @classmethod
    def of(cls, ends: Mapping[str, ChainEnd], replicas: Sequence[str]) -> Checking:
        """Return a check that has not begun; `replicas` are those that made operations."""
        unsigned = tuple(sorted(set(ends) ^ set(replicas)))
        waiting = tuple(each for each in sorted(ends) if each in replicas)
        return cls(ends, waiting, false_ends=unsigned)

    @property
    def done(self) -> bool:
        """Return whether every chain was followed to its end."""
        return not self.waiting

    @property
    def total(self) -> int:
        """Return how many operations there are to check."""
        return sum(each.seq for each in self.ends.values())

    @property
    def good(self) -> bool:
        """Return whether nothing was found that does not fit, so far."""
        return not (self.faults or self.false_ends)

    def onward(self, following: Sequence[Operation]) -> Checking:
        """Return the check after what follows in the present chain; nothing, when it ended early."""
        end = self.ends[self.waiting[0]]
        seq, previous = self.seq, self.previous
        for operation in following:
            if seq == end.seq:
                break
            if not _fits(operation, seq + 1, previous):
                return self._after_chain(seq - self.seq + 1, fault=operation.id)
            seq, previous = seq + 1, operation.hash
        if following and seq < end.seq:
            return replace(self, seq=seq, previous=previous, checked=self.checked + seq - self.seq)
        true = seq == end.seq and previous == end.hash and not end.forged
        return self._after_chain(seq - self.seq, true_end=true)

    def _after_chain(
        self, checked: int, *, fault: OperationId | None = None, true_end: bool = True
    ) -> Checking:
        present, *waiting = self.waiting
        return replace(
            self,
            waiting=tuple(waiting),
            seq=0,
            previous=GENESIS,
            checked=self.checked + checked,
            faults=self.faults if fault is None else (*self.faults, fault),
            false_ends=self.false_ends if true_end else (*self.false_ends, present),
        )


def _fits(operation: Operation, seq: int, previous: str) -> bool:
    content = operation.content
    intact = content is None or content.digest() == operation.content_digest
    return operation.id.seq == seq and operation.previous == previous and intact
