"""Data keys that were replaced: the present one opens what is still locked with them.

It must not lead anybody from a former key to the present one.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from iroc_desktop.domain.operations import JsonValue, canonical
from iroc_desktop.store.data_key import KEY_BYTES, DataKey, wipe
from iroc_desktop.store.sealing import NONCE_BYTES, TAG_BYTES

_PURPOSE: Final = b"former keys"


@dataclass(frozen=True, slots=True)
class FormerKey:
    """One data key that was replaced, wrapped with the present one."""

    key_id: str
    farewell: str
    """Only who knows the key could have written this, and can tell that it was replaced."""
    nonce: bytes = field(repr=False)
    wrapped: bytes = field(repr=False)

    def opened(self, present: DataKey, vault_id: str) -> DataKey | None:
        """Return the key, which the caller wipes; None if the present one does not open it."""
        wrapping, buffer = present.derived(_PURPOSE), bytearray(KEY_BYTES)
        header = _header(vault_id, self.key_id, self.farewell)
        try:
            ChaCha20Poly1305(wrapping).decrypt_into(self.nonce, self.wrapped, header, buffer)
        except InvalidTag:
            return None
        finally:
            wipe(wrapping)
        return DataKey(buffer)


def replaced(key: DataKey, present: DataKey, vault_id: str) -> FormerKey:
    """Return a key that `present` takes the place of."""
    wrapping, nonce = present.derived(_PURPOSE), secrets.token_bytes(NONCE_BYTES)
    try:
        header = _header(vault_id, key.id, key.farewell)
        wrapped = ChaCha20Poly1305(wrapping).encrypt(nonce, key.buffer, header)
    finally:
        wipe(wrapping)
    return FormerKey(key.id, key.farewell, nonce, wrapped)


def handed_on(
    former: Iterable[FormerKey], old: DataKey, new: DataKey, vault_id: str
) -> tuple[FormerKey, ...]:
    """Return all former keys, wrapped with the new key, and `old` as the newest of them."""
    kept = []
    for each in former:
        key = each.opened(old, vault_id)
        if key is not None:
            kept.append(replaced(key, new, vault_id))
            key.wipe()
    return (*kept, replaced(old, new, vault_id))


def former_fields(former: FormerKey) -> dict[str, JsonValue]:
    """Return a former key as it stands in vault.json."""
    return {
        "key": former.key_id,
        "farewell": former.farewell,
        "nonce": former.nonce.hex(),
        "wrapped": former.wrapped.hex(),
    }


def former_from(fields: JsonValue) -> FormerKey:
    """Return the former key that vault.json describes.

    Raises:
        ValueError, KeyError, TypeError: if it is not one.
    """
    nonce, wrapped = bytes.fromhex(fields["nonce"]), bytes.fromhex(fields["wrapped"])
    if (len(nonce), len(wrapped)) != (NONCE_BYTES, KEY_BYTES + TAG_BYTES):
        raise ValueError(len(wrapped))
    if not isinstance(fields["key"], str) or not isinstance(fields["farewell"], str):
        raise TypeError
    return FormerKey(fields["key"], fields["farewell"], nonce, wrapped)


def _header(vault_id: str, key_id: str, farewell: str) -> bytes:
    return canonical({"vault": vault_id, "former": key_id, "farewell": farewell})
