"""Key slots: one for each practitioner, and one for the recovery sheet.

It must not say more than "does not open": a slot that was altered and a wrong secret look the same.

A practitioner's slot holds a key pair: the passphrase opens the private key, to which the data key is sealed.
So a new data key needs nobody's passphrase. The sheet's slot, and every slot of format 1, wraps the data key
itself.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from iroc_desktop.domain.operations import JsonValue, canonical
from iroc_desktop.store.data_key import KEY_BYTES, DataKey, wipe
from iroc_desktop.store.key_derivation import SALT_BYTES, Cost, Guess
from iroc_desktop.store.sealing import (
    NONCE_BYTES,
    TAG_BYTES,
    Sealed,
    new_private_key,
    public_of,
    sealed_to,
    unsealed,
)

_BOX_BYTES: Final = KEY_BYTES + TAG_BYTES
_MOST_NAME: Final = 64


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the kind of a slot, not a secret
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Pair:
    """What a slot with a key pair has besides: the public key, and the data key sealed to it."""

    public: bytes = field(repr=False)
    sealed: Sealed = field(repr=False)


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the data key. Everything but what is wrapped and sealed is authenticated in the clear."""

    kind: SlotKind
    practitioner_id: str
    cost: Cost
    salt: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    wrapped: bytes = field(repr=False)
    """The private key of the pair; without a pair, the data key itself."""
    pair: Pair | None = field(default=None, repr=False)

    def header(self, vault_id: str) -> bytes:
        """Return the associated data: the whole slot but what is secret, and the vault it belongs to."""
        fields = slot_fields(self)
        for secret in ("wrapped", "ephemeral", "sealed"):
            fields.pop(secret, None)
        return canonical({"vault": vault_id, "slot": fields})


class Opened(NamedTuple):
    """A slot that a secret opened, and the data key in it, which the caller wipes."""

    slot: Slot
    key: DataKey


@dataclass(frozen=True, slots=True)
class Lock:
    """What all slots of one kind share, so that one derivation tries them all."""

    salt: bytes = field(repr=False)
    cost: Cost


def new_lock(cost: Cost) -> Lock:
    """Return a lock with a new salt."""
    return Lock(secrets.token_bytes(SALT_BYTES), cost)


def seal(
    kind: SlotKind, practitioner_id: str, secret: bytes, cost: Cost, vault_id: str, key: DataKey
) -> Slot:
    """Return a new slot that opens with `secret` and wraps the data key itself."""
    guess = Guess(secret)
    try:
        return direct_slot(kind, practitioner_id, guess, new_lock(cost), vault_id, key)
    finally:
        guess.wipe()


def direct_slot(
    kind: SlotKind, practitioner_id: str, guess: Guess, lock: Lock, vault_id: str, key: DataKey
) -> Slot:
    """Return a new slot that wraps the data key itself."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    empty = Slot(kind, practitioner_id, lock.cost, lock.salt, nonce, b"")
    return replace(empty, wrapped=_wrapped(empty, guess, key.buffer, vault_id))


def pair_slot(practitioner_id: str, guess: Guess, lock: Lock, vault_id: str, key: DataKey) -> Slot:
    """Return a new slot of a practitioner, with a new key pair."""
    nonce, private = secrets.token_bytes(NONCE_BYTES), new_private_key()
    try:
        pair = Pair(public_of(private), Sealed(b"", b""))
        empty = Slot(SlotKind.PASSPHRASE, practitioner_id, lock.cost, lock.salt, nonce, b"", pair)
        wrapped = _wrapped(empty, guess, private, vault_id)
    finally:
        wipe(private)
    return sealed_again(replace(empty, wrapped=wrapped), vault_id, key)


def sealed_again(slot: Slot, vault_id: str, key: DataKey) -> Slot:
    """Return a slot with another data key, which the same passphrase opens.

    Raises:
        ValueError: if it has no key pair, or one that nothing can be sealed to.
    """
    if slot.pair is None:
        raise ValueError(slot.kind)
    public = slot.pair.public
    return replace(slot, pair=Pair(public, sealed_to(public, key, slot.header(vault_id))))


def opened(slots: Iterable[Slot], kind: SlotKind, secret: bytes, vault_id: str) -> Opened | None:
    """Return the first slot of one kind that `secret` opens, with the data key; None if there is none."""
    guess = Guess(secret)
    try:
        return opened_by(slots, kind, guess, vault_id)
    finally:
        guess.wipe()


def opened_by(slots: Iterable[Slot], kind: SlotKind, guess: Guess, vault_id: str) -> Opened | None:
    """Return the first slot of one kind that a guess opens, with the data key; None if there is none."""
    for slot in slots:
        if slot.kind is kind:
            key = _data_key(slot, guess, vault_id)
            if key is not None:
                return Opened(slot, key)
    return None


def _data_key(slot: Slot, guess: Guess, vault_id: str) -> DataKey | None:
    buffer, header = bytearray(KEY_BYTES), slot.header(vault_id)
    wrapping = guess.derived(slot.salt, slot.cost)
    try:
        ChaCha20Poly1305(wrapping).decrypt_into(slot.nonce, slot.wrapped, header, buffer)
    except InvalidTag:
        return None
    if slot.pair is None:
        return DataKey(buffer)
    try:
        return unsealed(buffer, slot.pair.sealed, header)
    finally:
        wipe(buffer)


def _wrapped(slot: Slot, guess: Guess, content: bytearray, vault_id: str) -> bytes:
    wrapping = guess.derived(slot.salt, slot.cost)
    return ChaCha20Poly1305(wrapping).encrypt(slot.nonce, content, slot.header(vault_id))


def slot_fields(slot: Slot) -> dict[str, JsonValue]:
    """Return a slot as it stands in vault.json."""
    fields: dict[str, JsonValue] = {
        "kind": slot.kind.value,
        "practitioner": slot.practitioner_id,
        "argon2id": {"passes": slot.cost.passes, "memory_kib": slot.cost.memory, "lanes": slot.cost.lanes},
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
    }
    if slot.pair is not None:
        sealed = slot.pair.sealed
        fields["public"] = slot.pair.public.hex()
        fields["ephemeral"], fields["sealed"] = sealed.ephemeral.hex(), sealed.box.hex()
    return fields


def slot_from(fields: JsonValue) -> Slot:
    """Return the slot that vault.json describes.

    Raises:
        ValueError, KeyError, TypeError: if it is not one, or asks for a cost out of bounds.
    """
    argon = fields["argon2id"]
    cost = Cost(_whole(argon["passes"]), _whole(argon["memory_kib"]), _whole(argon["lanes"]))
    salt, nonce, wrapped = (bytes.fromhex(fields[name]) for name in ("salt", "nonce", "wrapped"))
    pair = _pair_from(fields) if "public" in fields else None
    if not isinstance(fields["practitioner"], str):
        raise TypeError
    slot = Slot(SlotKind(fields["kind"]), fields["practitioner"], cost, salt, nonce, wrapped, pair)
    lengths = (len(salt), len(nonce), len(wrapped))
    if not cost.within_bounds or lengths != (SALT_BYTES, NONCE_BYTES, _BOX_BYTES):
        raise ValueError(lengths)
    if pair is not None and slot.kind is not SlotKind.PASSPHRASE:
        raise ValueError(slot.kind)
    if len(slot.practitioner_id) > _MOST_NAME:
        raise ValueError(_MOST_NAME)
    return slot


def _pair_from(fields: JsonValue) -> Pair:
    public, ephemeral, box = (bytes.fromhex(fields[name]) for name in ("public", "ephemeral", "sealed"))
    if (len(public), len(ephemeral), len(box)) != (KEY_BYTES, KEY_BYTES, _BOX_BYTES):
        raise ValueError(len(box))
    return Pair(public, Sealed(ephemeral, box))


def _whole(value: JsonValue) -> int:
    if type(value) is not int:
        raise TypeError
    return value
