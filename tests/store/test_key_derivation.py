"""Costs: bounds on reading, raising towards a second, and one spelling of a passphrase.

It must not derive with the strong cost more than once: that takes its time by design.
"""

from __future__ import annotations

import pytest

from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.key_derivation import (
    STRONG,
    Cost,
    cost_for_this_machine,
    passphrase_bytes,
    raised,
)
from iroc_desktop.store.slots import SlotKind, opened, seal, slot_fields, slot_from
from tests.store.making import CHEAP


@pytest.mark.parametrize(
    ("took", "expected"),
    [
        (3.0, STRONG),
        (0.9, STRONG),
        (0.35, Cost(4, 128 * 1024, 4)),
        (0.1, Cost(7, 256 * 1024, 4)),
        (0.001, Cost(10, 256 * 1024, 4)),
    ],
)
def test_the_cost_is_raised_towards_a_second_but_never_lowered(took: float, expected: Cost) -> None:
    assert raised(STRONG, took) == expected
    assert expected.within_bounds


def test_a_measured_cost_is_never_under_the_strong_one() -> None:
    ticks = iter((0.0, 5.0))
    assert cost_for_this_machine(lambda: next(ticks)) == STRONG


def test_a_slot_survives_writing_and_reading_and_opens_with_its_secret_only() -> None:
    key = DataKey.random()
    slot = seal(SlotKind.PASSPHRASE, "practitioner-1", b"secret", CHEAP, "vault", key)
    again = slot_from(slot_fields(slot))
    found = opened([again], SlotKind.PASSPHRASE, b"secret", "vault")
    assert found is not None
    assert found[1].buffer == key.buffer
    assert opened([again], SlotKind.PASSPHRASE, b"Secret", "vault") is None
    assert opened([again], SlotKind.RECOVERY, b"secret", "vault") is None
    assert opened([again], SlotKind.PASSPHRASE, b"secret", "other") is None


def test_many_practitioners_have_their_own_slots_for_the_same_key() -> None:
    key = DataKey.random()
    slots = [
        seal(SlotKind.PASSPHRASE, f"p{number}", f"secret {number}".encode(), CHEAP, "vault", key)
        for number in range(3)
    ]
    for number in range(3):
        found = opened(slots, SlotKind.PASSPHRASE, f"secret {number}".encode(), "vault")
        assert found is not None
        assert (found[0].practitioner_id, found[1].buffer) == (f"p{number}", key.buffer)


def test_a_key_is_wiped_in_place_and_never_shown() -> None:
    key = DataKey(bytearray(range(32)))
    buffer = key.buffer
    assert key.spelled() == b"x'" + bytes(range(32)).hex().encode() + b"'"
    slot = seal(SlotKind.PASSPHRASE, "practitioner-1", b"secret", CHEAP, "vault", key)
    assert "00010203" not in repr(key)
    assert repr(key) == "DataKey(hidden)"
    assert slot.wrapped.hex() not in repr(slot)
    assert "wrapped" not in repr(slot)
    key.wipe()
    assert buffer == bytes(32)


def test_a_lone_half_of_a_character_is_a_passphrase_too() -> None:
    assert passphrase_bytes("\ud83d") != passphrase_bytes("?")
