"""The campaigns at their every-commit size, and the planted faults that they must find.

These tests must not sleep: a killed program is killed when it has acknowledged something.
"""

from __future__ import annotations

import random
from pathlib import Path

from tests.campaign.flips import FOUND, MISSED, flip_plain, flip_store
from tests.campaign.kills import kill_many


def test_no_acknowledged_write_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    outcome = kill_many(tmp_path / "store", 20, random.Random(1))  # noqa: S311  # repeatable
    assert outcome.acknowledged >= 20
    assert outcome.lost == 0


def test_an_acknowledgement_before_the_write_is_found_out(tmp_path: Path) -> None:
    assert kill_many(tmp_path / "store", 2, random.Random(1), planted=True).lost == 2  # noqa: S311  # repeatable


def test_every_flipped_bit_is_found_or_harmless(tmp_path: Path) -> None:
    outcomes = flip_store(tmp_path / "store", 100, random.Random(2))  # noqa: S311  # repeatable
    assert outcomes[MISSED] == 0
    assert outcomes[FOUND] > 20


def test_a_database_without_seals_would_be_caught_showing_other_words(tmp_path: Path) -> None:
    assert flip_plain(tmp_path / "plain", 100, random.Random(2))[MISSED] > 10  # noqa: S311  # repeatable
