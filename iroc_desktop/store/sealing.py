"""Seals the data key to the public key of a practitioner, whose passphrase nobody needs for that.

It must not be taken for a proof of who sealed: anybody can seal to a public key.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from iroc_desktop.store.data_key import KEY_BYTES, DataKey, wipe

TAG_BYTES: Final = 16
NONCE_BYTES: Final = 12
_PURPOSE: Final = b"iroc sealed data key 1"
_ONCE: Final = bytes(NONCE_BYTES)
"""A nonce that never repeats, because each sealing key is used once."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A data key that only one private key opens."""

    ephemeral: bytes = field(repr=False)
    """The public half of a key pair that was made for this sealing, and forgotten."""
    box: bytes = field(repr=False)


def new_private_key() -> bytearray:
    """Return a new X25519 private key, in a buffer that the caller wipes."""
    return bytearray(secrets.token_bytes(KEY_BYTES))


def public_of(private: bytearray) -> bytes:
    """Return the public key of a private one."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sealed_to(public: bytes, key: DataKey, header: bytes) -> Sealed:
    """Return the data key, sealed to a public key and bound to a header.

    Raises:
        ValueError: if no key can be agreed on with this public key.
    """
    once = X25519PrivateKey.generate()
    ephemeral = once.public_key().public_bytes_raw()
    sealing = _sealing_key(once, public, ephemeral + public)
    try:
        return Sealed(ephemeral, ChaCha20Poly1305(sealing).encrypt(_ONCE, key.buffer, header))
    finally:
        wipe(sealing)


def unsealed(private: bytearray, sealed: Sealed, header: bytes) -> DataKey | None:
    """Return the data key, None if it was not sealed to this private key with this header."""
    own = X25519PrivateKey.from_private_bytes(private)
    salt = sealed.ephemeral + own.public_key().public_bytes_raw()
    buffer = bytearray(KEY_BYTES)
    try:
        sealing = _sealing_key(own, sealed.ephemeral, salt)
    except ValueError:
        return None
    try:
        ChaCha20Poly1305(sealing).decrypt_into(_ONCE, sealed.box, header, buffer)
    except InvalidTag:
        return None
    finally:
        wipe(sealing)
    return DataKey(buffer)


def _sealing_key(private: X25519PrivateKey, public: bytes, salt: bytes) -> bytearray:
    sealing = bytearray(KEY_BYTES)
    shared = private.exchange(X25519PublicKey.from_public_bytes(public))
    HKDF(SHA256(), KEY_BYTES, salt, _PURPOSE).derive_into(shared, sealing)
    return sealing
