"""The 256-bit key that encrypts the store, in memory that can be wiped.

It must not be printed, compared in public or turned into an immutable object.
"""

from __future__ import annotations

import secrets
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

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

    def spelled(self, salt: bytes = b"") -> bytearray:
        """Return the key as SQLCipher's `x'<64 hex>'`, in a buffer that the caller wipes.

        A salt of 16 bytes behind it is the one that a new file begins with; else it gets one of its own.
        """
        text = bytearray(b"x'")
        for each in (self.buffer, salt):
            for byte in each:
                text.append(_HEX[byte >> 4])
                text.append(_HEX[byte & 15])
        text += b"'"
        return text

    def derived(self, purpose: bytes, length: int = KEY_BYTES) -> bytearray:
        """Return bytes for one purpose, which do not tell the key; the caller wipes what is secret."""
        buffer = bytearray(length)
        HKDF(SHA256(), length, None, b"iroc data key: " + purpose).derive_into(self.buffer, buffer)
        return buffer

    @property
    def id(self) -> str:
        """Return a short name of the key, which tells two keys apart and nothing else."""
        return self.derived(b"id", 8).hex()

    @property
    def farewell(self) -> str:
        """Return the word with which whoever knows the key can tell that it was replaced."""
        return self.derived(b"farewell", 16).hex()

    def wipe(self) -> None:
        """Overwrite the key with zeros."""
        wipe(self.buffer)

    def __repr__(self) -> str:
        return "DataKey(hidden)"


def wipe(buffer: bytearray) -> None:
    """Overwrite a buffer in place with zeros."""
    for index in range(len(buffer)):
        buffer[index] = 0
