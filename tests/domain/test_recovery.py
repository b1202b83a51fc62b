"""The recovery digits betray every single wrong digit and every swap of neighbours.

These tests must not use randomness they cannot repeat.
"""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iroc_desktop.domain.recovery import (
    DIGITS,
    GROUPS,
    SECRET_BYTES,
    RecoveryDigitsError,
    checked_group,
    groups_from,
    secret_from,
    split_digits,
)

SECRETS = st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES)


@given(SECRETS)
def test_the_digits_give_the_secret_back(secret: bytes) -> None:
    groups = groups_from(secret)
    assert len(groups) == GROUPS
    assert all(len(group) == DIGITS for group in groups)
    assert secret_from(groups) == secret


def test_every_single_wrong_digit_is_found_in_every_possible_group() -> None:
    for value in range(0, 0x10000, 37):
        group = f"{value * 11:06d}"
        for place, digit in itertools.product(range(DIGITS), "0123456789"):
            if group[place] != digit:
                with pytest.raises(RecoveryDigitsError):
                    checked_group(group[:place] + digit + group[place + 1 :], 1)


def test_every_swap_of_two_different_neighbours_is_found() -> None:
    for value in range(0, 0x10000, 37):
        group = f"{value * 11:06d}"
        for place in range(DIGITS - 1):
            left, right = group[place], group[place + 1]
            if left != right:
                with pytest.raises(RecoveryDigitsError):
                    checked_group(group[:place] + right + left + group[place + 2 :], 1)


def test_the_wrong_group_is_named() -> None:
    groups = list(groups_from(bytes(range(SECRET_BYTES))))
    groups[4] = "123456"
    with pytest.raises(RecoveryDigitsError) as refusal:
        secret_from(tuple(groups))
    assert refusal.value.group == 5


def test_a_missing_group_is_refused_as_a_whole() -> None:
    with pytest.raises(RecoveryDigitsError) as refusal:
        secret_from(groups_from(bytes(SECRET_BYTES))[:-1])
    assert refusal.value.group == 0


@pytest.mark.parametrize("text", ["", "12345", "1234567", "abcdef", "٠٠٠٠٠٠", "999999"])
def test_what_cannot_be_a_group_is_refused(text: str) -> None:
    with pytest.raises(RecoveryDigitsError):
        checked_group(text, 1)


def test_spaces_and_dashes_between_digits_do_not_matter() -> None:
    groups = groups_from(bytes(range(SECRET_BYTES)))
    assert checked_group(f" {groups[0][:3]} {groups[0][3:]} ", 1) == groups[0]
    assert split_digits(" - ".join(groups)) == groups
