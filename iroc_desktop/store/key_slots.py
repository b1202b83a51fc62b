"""Who is in a key file: the first practitioner, one more, one fewer, another passphrase, another sheet.

It must not write a file, nor keep a slot whose public key nobody vouches for.
"""

from __future__ import annotations

from dataclasses import replace

from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.former_keys import handed_on
from iroc_desktop.store.key_derivation import Cost, Guess
from iroc_desktop.store.key_file import KeyFile, sealed
from iroc_desktop.store.slots import (
    Lock,
    Slot,
    SlotKind,
    direct_slot,
    new_lock,
    opened_by,
    pair_slot,
    sealed_again,
)


def first(vault_id: str, practitioner_id: str, own: Guess, sheet: Guess, cost: Cost, key: DataKey) -> KeyFile:
    """Return the first key file of a folder: one practitioner, and the recovery sheet."""
    slots = (
        pair_slot(practitioner_id, own, new_lock(cost), vault_id, key),
        direct_slot(SlotKind.RECOVERY, practitioner_id, sheet, new_lock(cost), vault_id, key),
    )
    return sealed(KeyFile(vault_id, 1, slots), key)


def with_passphrase(keys: KeyFile, practitioner_id: str, own: Guess, key: DataKey) -> KeyFile:
    """Return the next edition, in which a practitioner has this passphrase, and a key pair nobody had before.

    A pair that stayed would let an old passphrase, with an old key file, open every data key to come.
    """
    new = pair_slot(practitioner_id, own, _lock_of(keys), keys.vault_id, key)
    same = (SlotKind.PASSPHRASE, practitioner_id)
    if any((slot.kind, slot.practitioner_id) == same for slot in keys.slots):
        slots = tuple(new if (slot.kind, slot.practitioner_id) == same else slot for slot in keys.slots)
    else:
        slots = (*keys.slots, new)
    return keys.next(slots, key)


def with_sheet(keys: KeyFile, asked_by: Slot, sheet: Guess, key: DataKey) -> KeyFile:
    """Return the next edition, with one recovery sheet: this one, of whoever asked for it."""
    return keys.next((*_passphrases(keys), _sheet_slot(keys, asked_by, sheet, key)), key)


def without(
    keys: KeyFile, practitioner_id: str, asked_by: Slot, sheet: Guess, old: DataKey, new: DataKey
) -> KeyFile:
    """Return the next edition, for a new data key, which everybody but one practitioner can open.

    The caller knows that the key file is sealed with the old data key: public keys are believed here.
    """
    stay = [slot for slot in _passphrases(keys) if slot.practitioner_id != practitioner_id]
    slots = tuple(sealed_again(slot, keys.vault_id, new) for slot in stay)
    former = handed_on(keys.former, old, new, keys.vault_id)
    return keys.next((*slots, _sheet_slot(keys, asked_by, sheet, new)), new, former)


def only(keys: KeyFile, slot: Slot) -> KeyFile:
    """Return a key file with a single slot, because the others cannot be believed."""
    return replace(keys, slots=(slot,))


def is_taken(keys: KeyFile, practitioner_id: str, guess: Guess) -> bool:
    """Return whether a passphrase opens the slot of somebody else."""
    others = [slot for slot in _passphrases(keys) if slot.practitioner_id != practitioner_id]
    found = opened_by(others, SlotKind.PASSPHRASE, guess, keys.vault_id)
    if found is None:
        return False
    found.key.wipe()
    return True


def _sheet_slot(keys: KeyFile, asked_by: Slot, sheet: Guess, key: DataKey) -> Slot:
    lock = new_lock(asked_by.cost)
    return direct_slot(SlotKind.RECOVERY, asked_by.practitioner_id, sheet, lock, keys.vault_id, key)


def _passphrases(keys: KeyFile) -> tuple[Slot, ...]:
    return tuple(slot for slot in keys.slots if slot.kind is SlotKind.PASSPHRASE)


def _lock_of(keys: KeyFile) -> Lock:
    """Return the lock that passphrases share; a new one where there is none to share."""
    shared = _passphrases(keys)
    return Lock(shared[0].salt, shared[0].cost) if shared else new_lock(keys.slots[0].cost)
