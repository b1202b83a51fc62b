"""From a passphrase to a wrapping key: Argon2id, with a cost that is written into each slot.

It must not accept a cost outside of its bounds: a forged key file would make the machine stall.
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from iroc_desktop.store.data_key import KEY_BYTES, wipe

SALT_BYTES: Final = 16
LEAST_PASSPHRASE: Final = 10
"""Fewest characters of a new passphrase; length is what matters."""

_LEAST_MEMORY: Final = 8 * 1024
_MOST_MEMORY: Final = 1024 * 1024
_MOST_PASSES: Final = 10
_MOST_LANES: Final = 8
_AIM_SECONDS: Final = 1.0
_MEMORY_WHEN_RAISING: Final = 256 * 1024
"""KiB; more would hurt the old machines with 4 GB that this program is made for."""


@dataclass(frozen=True, slots=True)
class Cost:
    """How hard one guess is: passes over memory, memory in KiB, parallel lanes."""

    passes: int
    memory: int
    lanes: int

    @property
    def within_bounds(self) -> bool:
        """Return whether a key file may ask for this cost: 8 MiB–1 GiB, at most 10 passes and 8 lanes."""
        return (
            1 <= self.passes <= _MOST_PASSES
            and _LEAST_MEMORY <= self.memory <= _MOST_MEMORY
            and 1 <= self.lanes <= _MOST_LANES
        )


STRONG: Final = Cost(passes=3, memory=64 * 1024, lanes=4)
"""The least that a real store is created with."""


def derive(secret: bytes, salt: bytes, cost: Cost) -> bytearray:
    """Return the wrapping key, in a buffer that the caller wipes."""
    key = bytearray(KEY_BYTES)
    argon = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
    )
    argon.derive_into(secret, key)
    return key


class Guess:
    """A passphrase, or a recovery sheet's secret, that is derived once for each salt it is tried with."""

    __slots__ = ("_derived", "_secret")

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._derived: dict[tuple[bytes, Cost], bytearray] = {}

    def derived(self, salt: bytes, cost: Cost) -> bytearray:
        """Return the wrapping key, which stays here until it is wiped."""
        known = self._derived.get((salt, cost))
        if known is None:
            known = self._derived[salt, cost] = derive(self._secret, salt, cost)
        return known

    def wipe(self) -> None:
        """Overwrite everything that was derived."""
        for each in self._derived.values():
            wipe(each)
        self._derived.clear()

    def __repr__(self) -> str:
        return "Guess(hidden)"


def passphrase_bytes(passphrase: str) -> bytes:
    """Return a passphrase in one spelling, whatever the keyboard composes accents from."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def cost_for_this_machine(clock: Callable[[], float] = time.perf_counter) -> Cost:
    """Return a cost of nearly one second here, never under `STRONG`."""
    began = clock()
    wasted = derive(b"measuring", bytes(SALT_BYTES), STRONG)
    took = max(clock() - began, 0.001)
    wasted.clear()
    return raised(STRONG, took)


def raised(cost: Cost, took: float) -> Cost:
    """Return a cost raised towards one second, memory first, given how many seconds `cost` takes."""
    memory, passes = cost.memory, cost.passes
    while memory * 2 <= _MEMORY_WHEN_RAISING and took * 2 <= _AIM_SECONDS:
        memory, took = memory * 2, took * 2
    one_pass = took / passes
    while passes < _MOST_PASSES and took + one_pass <= _AIM_SECONDS:
        passes, took = passes + 1, took + one_pass
    return Cost(passes, memory, cost.lanes)
