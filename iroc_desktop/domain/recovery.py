"""The digits on the recovery sheet: 48 of them in 8 groups, each divisible by 11.

It must not make randomness: the store hands it 128 random bits.
"""

from __future__ import annotations

from typing import Final

from iroc_desktop.domain.errors import ExpectedError

GROUPS: Final = 8
DIGITS: Final = 6
SECRET_BYTES: Final = 16
"""Two bytes to a group: 65,535 × 11 is 720,885, which just fits six digits."""


class RecoveryDigitsError(ExpectedError):
    """A group typed from the recovery sheet cannot be right; `group` counts from 1, 0 means the whole."""

    def __init__(self, group: int) -> None:
        super().__init__(group)
        self.group = group


def groups_from(secret: bytes) -> tuple[str, ...]:
    """Return the 8 groups of 6 digits that stand for a secret of `SECRET_BYTES` bytes.

    A multiple of 11 betrays every single wrong digit and every swap of two neighbours, because 11 divides
    neither 1–9 times a power of ten, nor the difference of two swapped neighbours times one.
    """
    pairs = (secret[i : i + 2] for i in range(0, SECRET_BYTES, 2))
    return tuple(f"{int.from_bytes(pair, 'big') * 11:0{DIGITS}d}" for pair in pairs)


def checked_group(text: str, group: int) -> str:
    """Return one typed group, spaces removed.

    Raises:
        RecoveryDigitsError: if it is not six digits, or not divisible by 11, or out of range.
    """
    digits = "".join(text.split())
    plausible = len(digits) == DIGITS and digits.isascii() and digits.isdigit()
    if not plausible or int(digits) % 11 or int(digits) // 11 > 0xFFFF:
        raise RecoveryDigitsError(group)
    return digits


def secret_from(groups: tuple[str, ...]) -> bytes:
    """Return the secret that the groups stand for.

    Raises:
        RecoveryDigitsError: if a group is mistyped, or there are not 8 of them.
    """
    if len(groups) != GROUPS:
        raise RecoveryDigitsError(0)
    checked = [checked_group(text, number) for number, text in enumerate(groups, start=1)]
    return b"".join((int(digits) // 11).to_bytes(2, "big") for digits in checked)


def split_digits(text: str) -> tuple[str, ...]:
    """Return everything typed, regrouped by six digits whatever stands between them."""
    digits = "".join(c for c in text if c.isascii() and c.isdigit())
    return tuple(digits[i : i + DIGITS] for i in range(0, len(digits), DIGITS))
