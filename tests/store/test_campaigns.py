"""The campaigns at their every-commit size, and the planted faults that they must find.

These tests must not sleep: a killed program is killed when it has acknowledged something.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.campaign.flips import FOUND, MISSED, flip_plain, flip_store
from tests.campaign.kills import kill_many
from tests.campaign.power import Fault, compiler, cut_power

needs_compiler = pytest.mark.skipif(
    compiler() is None or not sys.platform.startswith("linux"),
    reason="the witness of power cuts is compiled for Linux",
)


def test_no_acknowledged_write_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    outcome = kill_many(tmp_path / "store", 50, random.Random(1))  # noqa: S311  # repeatable
    assert outcome.acknowledged >= 50
    assert outcome.lost == 0


def test_an_acknowledgement_before_the_write_is_found_out(tmp_path: Path) -> None:
    assert kill_many(tmp_path / "store", 2, random.Random(1), planted=True).lost == 2  # noqa: S311  # repeatable


def test_every_flipped_bit_is_found_or_harmless(tmp_path: Path) -> None:
    outcomes = flip_store(tmp_path / "store", 100, random.Random(2))  # noqa: S311  # repeatable
    assert outcomes[MISSED] == 0
    assert outcomes[FOUND] > 20


def test_a_database_without_seals_would_be_caught_showing_other_words(tmp_path: Path) -> None:
    assert flip_plain(tmp_path / "plain", 100, random.Random(2))[MISSED] > 10  # noqa: S311  # repeatable


@needs_compiler
def test_no_acknowledged_change_is_lost_in_a_power_cut(tmp_path: Path) -> None:
    outcome = cut_power(tmp_path, 2_000, random.Random(3))  # noqa: S311  # repeatable
    assert outcome.states == 2_000
    assert outcome.clean


@needs_compiler
@pytest.mark.parametrize("fault", [Fault.ROLLBACK_JOURNAL, Fault.UNSYNCED])
def test_settings_that_lose_data_in_a_power_cut_are_found_out(tmp_path: Path, fault: Fault) -> None:
    assert cut_power(tmp_path, 200, random.Random(3), fault=fault).lost  # noqa: S311  # repeatable
