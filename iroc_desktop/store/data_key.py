"""The 256-bit key that encrypts the store, in memory that can be wiped.

It must not be printed, compared in public or turned into an immutable object.
"""

from __future__ import annotations

import secrets
from typing import Final

KEY_BYTES: Final = 32
_HEX: Final = b"0123456789abcdef"


class DataKey:
    """A key in one buffer, overwritten when it is no longer needed."""

    __slots__ = ("buffer",)

    def __init__(self, buffer: bytearray) -> None:
        if len(buffer) != KEY_BYTES:
            raise ValueError(len(buffer))
        self.buffer = buffer

    @classmethod
    def random(cls) -> DataKey:
        """Return a new key from the system's randomness."""
        return cls(bytearray(secrets.token_bytes(KEY_BYTES)))

    def spelled(self) -> bytearray:
        """Return the key as SQLCipher's `x'<64 hex>'`, in a buffer that the caller wipes."""
        text = bytearray(b"x'")
        for byte in self.buffer:
            text.append(_HEX[byte >> 4])
            text.append(_HEX[byte & 15])
        text += b"'"
        return text

    def wipe(self) -> None:
        """Overwrite the key with zeros."""
        wipe(self.buffer)

    def __repr__(self) -> str:
        return "DataKey(hidden)"


def wipe(buffer: bytearray) -> None:
    """Overwrite a buffer in place with zeros."""
    for index in range(len(buffer)):
        buffer[index] = 0
