"""Key slots: the data key wrapped once for each practitioner and once for the recovery sheet.

It must not say more than "does not open": a slot that was altered and a wrong secret look the same.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from iroc_desktop.domain.operations import JsonValue, canonical
from iroc_desktop.store.data_key import KEY_BYTES, DataKey, wipe
from iroc_desktop.store.key_derivation import SALT_BYTES, Cost, derive

_NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the kind of a slot, not a secret
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped copy of the data key. Everything but the wrapped bytes is authenticated in the clear."""

    kind: SlotKind
    practitioner_id: str
    cost: Cost
    salt: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    wrapped: bytes = field(repr=False)

    def header(self, vault_id: str) -> bytes:
        """Return the associated data: the whole slot but the wrapped key, and the vault it belongs to."""
        fields = slot_fields(self)
        del fields["wrapped"]
        return canonical({"vault": vault_id, "slot": fields})


def seal(
    kind: SlotKind, practitioner_id: str, secret: bytes, cost: Cost, vault_id: str, key: DataKey
) -> Slot:
    """Return a new slot that opens with `secret`."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    empty = Slot(kind, practitioner_id, cost, salt, nonce, b"")
    wrapping = derive(secret, salt, cost)
    try:
        wrapped = ChaCha20Poly1305(wrapping).encrypt(nonce, key.buffer, empty.header(vault_id))
    finally:
        wipe(wrapping)
    return Slot(kind, practitioner_id, cost, salt, nonce, wrapped)


def opened(
    slots: Iterable[Slot], kind: SlotKind, secret: bytes, vault_id: str
) -> tuple[Slot, DataKey] | None:
    """Return the first slot of one kind that `secret` opens, with the data key; None if there is none."""
    for slot in slots:
        if slot.kind is kind:
            key = _unwrapped(slot, secret, vault_id)
            if key is not None:
                return slot, key
    return None


def _unwrapped(slot: Slot, secret: bytes, vault_id: str) -> DataKey | None:
    wrapping = derive(secret, slot.salt, slot.cost)
    buffer = bytearray(KEY_BYTES)
    try:
        ChaCha20Poly1305(wrapping).decrypt_into(slot.nonce, slot.wrapped, slot.header(vault_id), buffer)
    except InvalidTag:
        return None
    finally:
        wipe(wrapping)
    return DataKey(buffer)


def slot_fields(slot: Slot) -> dict[str, JsonValue]:
    """Return a slot as it stands in vault.json."""
    return {
        "kind": slot.kind.value,
        "practitioner": slot.practitioner_id,
        "argon2id": {"passes": slot.cost.passes, "memory_kib": slot.cost.memory, "lanes": slot.cost.lanes},
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
    }


def slot_from(fields: JsonValue) -> Slot:
    """Return the slot that vault.json describes.

    Raises:
        ValueError, KeyError, TypeError: if it is not one, or asks for a cost out of bounds.
    """
    argon = fields["argon2id"]
    cost = Cost(_whole(argon["passes"]), _whole(argon["memory_kib"]), _whole(argon["lanes"]))
    slot = Slot(
        SlotKind(fields["kind"]),
        fields["practitioner"],
        cost,
        bytes.fromhex(fields["salt"]),
        bytes.fromhex(fields["nonce"]),
        bytes.fromhex(fields["wrapped"]),
    )
    lengths = (len(slot.salt), len(slot.nonce), len(slot.wrapped))
    if not cost.within_bounds or lengths != (SALT_BYTES, _NONCE_BYTES, KEY_BYTES + _TAG_BYTES):
        raise ValueError(lengths)
    return slot


def _whole(value: JsonValue) -> int:
    if type(value) is not int:
        raise TypeError
    return value
