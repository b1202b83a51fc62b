"""The digits that two people compare: the same on both machines, and for no other pair of keys.

These tests must not need real keys.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from iroc_desktop.domain.pairing import MachineCard, digits_for

ONE = MachineCard("m1", "PC-1", "aa" * 32, "age1one")
TWO = MachineCard("m2", "PC-2", "bb" * 32, "age1two")


def test_both_machines_show_the_same_six_groups_of_five_digits() -> None:
    digits = digits_for(ONE, TWO)
    assert digits == digits_for(TWO, ONE)
    assert len(digits) == 6
    assert all(len(each) == 5 and each.isdigit() for each in digits)


@pytest.mark.parametrize("part", ["machine_id", "signing_key", "recipient"])
def test_another_key_gives_other_digits(part: str) -> None:
    assert digits_for(replace(ONE, **{part: "other"}), TWO) != digits_for(ONE, TWO)


def test_a_machine_may_be_called_otherwise() -> None:
    assert digits_for(replace(ONE, name="Workshop"), TWO) == digits_for(ONE, TWO)


def test_keys_cannot_be_moved_from_one_card_to_the_other() -> None:
    swapped = (replace(ONE, signing_key=TWO.signing_key), replace(TWO, signing_key=ONE.signing_key))
    assert digits_for(*swapped) != digits_for(ONE, TWO)
