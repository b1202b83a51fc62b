"""What travels on a stick from one machine to another, and why it may be refused.

It must not know how a bundle is sealed or written: that is `exchange`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.operations import Operation

Vector = Mapping[str, int]
"""For each replica the number of its newest operation that a machine has."""


@dataclass(frozen=True, slots=True, order=True)
class SignedHead:
    """The newest operation of a replica that the sender has, as the machine that made it signed it."""

    replica: str
    seq: int
    lamport: int
    hash: str
    signature: str = field(repr=False)
    """Ed25519, in hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything of one machine that another has not confirmed yet, with the erasures, which go first."""

    machine_id: str
    """The machine that wrote it."""
    team: str
    """The team it belongs to."""
    sender: str
    """The replica under which it writes."""
    number: int
    """Counts the sender's bundles up from 1: an older one than the last is a stale stick."""
    vector: Vector
    """All that the sender had."""
    erased: tuple[Erased, ...]
    """The whole set, in every bundle."""
    operations: tuple[Operation, ...] = field(repr=False)
    """For each replica in its own order, without a gap."""
    heads: tuple[SignedHead, ...] = ()
    """One for each replica of the vector."""


@dataclass(frozen=True, slots=True)
class BundleFront:
    """What the first line of a bundle says: enough to tell a stale one before the rest is read."""

    machine_id: str
    team: str
    sender: str
    number: int
    vector: Vector
    operations: int
    """How many it holds."""
    erased: int
    """How many things it says were destroyed."""


class GapError(ExpectedError):
    """Operations between what is here and what the bundle brings are missing, so none of it was taken."""

    def __init__(self, replica: str, first: int, last: int) -> None:
        super().__init__(replica, first, last)
        self.replica = replica
        self.first = first
        self.last = last


class ForkError(ExpectedError):
    """One replica wrote two different operations of the same number: a copied folder or a restored one."""

    def __init__(self, replica: str) -> None:
        super().__init__(replica)
        self.replica = replica


class BundleBrokenError(ExpectedError):
    """What the bundle says does not hold together; `detail` is technical, never personal."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class NotForThisMachineError(ExpectedError):
    """No key of this machine opens the bundle, or the file was altered since it was written."""


class SenderUnknownError(ExpectedError):
    """The bundle was signed by a machine that this one was never paired with, or by nobody."""


class BundleTooNewError(ExpectedError):
    """The bundle can only be read by a later version of the program; `needed` is its format."""

    def __init__(self, needed: int) -> None:
        super().__init__(needed)
        self.needed = needed


class BundleTooLargeError(ExpectedError):
    """The bundle is larger than a machine could have written, or says it holds more than it may."""


class TeamDiffersError(ExpectedError):
    """The bundle belongs to another team; machines of one team exchange, and no others."""


class NothingToUndoError(ExpectedError):
    """There is no import that could be undone: none was made, or the last one is undone already."""
