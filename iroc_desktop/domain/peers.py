"""The machines that exchange: this one, and those it knows, with what each had when it was last heard of.

It must not hold a secret but this machine's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from iroc_desktop.domain.bundles import Vector
from iroc_desktop.domain.pairing import MachineCard

NOTHING: Vector = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class OwnMachine:
    """This machine, as others know it, with the secret that opens what is sealed for it."""

    card: MachineCard
    team: str
    """The random id that all machines of a team share."""
    identity: str = field(repr=False)
    """The secret age identity."""
    bundles: int = 0
    """How many bundles it wrote."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Another machine that this one was paired with."""

    card: MachineCard
    paired_at: str
    """When (ISO 8601), as the machine's clock claimed."""
    replica: str = ""
    """Under which name it wrote its newest bundle; another after a restore."""
    number: int = 0
    """Of its newest bundle that was taken here."""
    vector: Mapping[str, int] = field(default_factory=lambda: NOTHING)
    """All that it had then; empty before the first one."""
    heard_at: str = ""
    """When that bundle was taken; empty before the first one."""
    sent_at: str = ""
    """When a bundle was last written for it."""
    revoked_at: str = ""
    """When it was sent away; empty while it belongs to the team."""

    @property
    def trusted(self) -> bool:
        """Return whether bundles go to it and are taken from it."""
        return not self.revoked_at


def known_to_all(peers: tuple[Peer, ...]) -> dict[str, int]:
    """Return what every one of these machines has: a bundle for all of them begins behind it."""
    replicas = {replica for each in peers for replica in each.vector}
    return {replica: min(each.vector.get(replica, 0) for each in peers) for replica in replicas}
