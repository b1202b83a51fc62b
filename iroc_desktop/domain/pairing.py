"""Two machines that get to know each other: their cards, and the digits that both screens show.

It must not trust a card by itself: only people who compared the digits make it trusted.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Final

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.operations import canonical

GROUPS: Final = 6
DIGITS_IN_A_GROUP: Final = 5
LONGEST_NAME: Final = 60
"""Characters of a machine's name."""


@dataclass(frozen=True, slots=True)
class MachineCard:
    """What one machine tells another about itself: its keys, and the name people know it by."""

    machine_id: str
    name: str = field(repr=False)
    """What people call it, for example "PC-3, workshop"."""
    signing_key: str
    """Ed25519 public key, 64 hexadecimal digits: bundles of this machine are signed with it."""
    recipient: str
    """age X25519 recipient: bundles for this machine are sealed for it."""
    team: str = ""
    """The random id of its team; not among the digits, because a new machine joins the other's."""


class MachineNameError(ExpectedError):
    """A machine's name is empty, longer than `LONGEST_NAME`, or holds signs that cannot be shown."""


class NotNamedError(ExpectedError):
    """This machine has no name yet, so it cannot exchange."""


class OwnCardError(ExpectedError):
    """The card is this machine's own."""


class CardDiffersError(ExpectedError):
    """A machine of this id is known with other keys: the card is false, or the machine was set up anew."""


def machine_name(typed: str) -> str:
    """Return a machine's name as it is kept.

    Raises:
        MachineNameError: if it would not do.
    """
    name = " ".join(typed.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise MachineNameError
    return name


def digits_for(one: MachineCard, other: MachineCard) -> tuple[str, ...]:
    """Return six groups of five digits, the same on both machines; any other key gives other digits.

    Thirty digits are about 100 bits: nobody finds two keys that give the same ones.
    """
    cards = sorted([each.machine_id, each.signing_key, each.recipient] for each in (one, other))
    digest = hashlib.sha256(b"iroc pairing 1\n" + canonical(cards)).digest()
    number = int.from_bytes(digest) % 10 ** (GROUPS * DIGITS_IN_A_GROUP)
    text = f"{number:0{GROUPS * DIGITS_IN_A_GROUP}}"
    return tuple(text[at : at + DIGITS_IN_A_GROUP] for at in range(0, len(text), DIGITS_IN_A_GROUP))
