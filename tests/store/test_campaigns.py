"""The campaigns at their every-commit size, and the planted faults that they must find.

These tests must not sleep: a killed program is killed when it has acknowledged something.
"""

from __future__ import annotations

import errno
import os
import random
from pathlib import Path

import pytest

from tests.campaign import generations, migration_kills
from tests.campaign.copy_cuts import cut_copies
from tests.campaign.flips import FOUND, HARMLESS, HEALED, MISSED, flip_everything, flip_plain
from tests.campaign.kills import kill_many
from tests.campaign.migration_cuts import OLDEST, cut_migrations
from tests.campaign.power import Outcome
from tests.campaign.refusals import refused_everywhere
from tests.campaign.session_cuts import Fault, cut_sessions
from tests.campaign.set_up_cuts import cut_set_ups
from tests.campaign.window_kills import kill_windows
from tests.store.making import needs_compiler

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="windows are killed in copies of one process")


def test_no_acknowledged_write_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    outcome = kill_many(tmp_path / "store", 50, random.Random(1))  # noqa: S311  # repeatable
    assert outcome.acknowledged >= 50
    assert outcome.lost == 0


def test_an_acknowledgement_before_the_write_is_found_out(tmp_path: Path) -> None:
    assert kill_many(tmp_path / "store", 2, random.Random(1), planted=True).lost == 2  # noqa: S311  # repeatable


@needs_fork
def test_nothing_that_the_window_showed_as_saved_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    outcome = kill_windows(tmp_path / "real", 4, random.Random(1))  # noqa: S311  # repeatable
    assert outcome.acknowledged >= 5
    assert outcome.lost == 0


@needs_fork
def test_a_window_that_shows_it_before_the_write_is_found_out(tmp_path: Path) -> None:
    assert kill_windows(tmp_path, 3, random.Random(1), planted=True).lost  # noqa: S311  # repeatable


def test_every_flipped_bit_is_found_or_healed(tmp_path: Path) -> None:
    outcomes = flip_everything(tmp_path, 102, random.Random(2))  # noqa: S311  # repeatable
    assert outcomes[MISSED] == 0
    assert outcomes[FOUND] + outcomes[HEALED] + outcomes[HARMLESS] == 102
    assert min(outcomes["store found"], outcomes["backup found"]) > 10
    assert (
        outcomes["key file healed"]
        == outcomes["its copy healed"]
        # out of the backup
        == outcomes["both key files healed"]
        == outcomes["backup's key file healed"]
        == 17
    )


def test_a_database_without_seals_would_be_caught_showing_other_words(tmp_path: Path) -> None:
    assert flip_plain(tmp_path / "plain", 100, random.Random(2))[MISSED] > 10  # noqa: S311  # repeatable


@needs_compiler
def test_no_acknowledged_change_is_lost_in_a_power_cut(tmp_path: Path) -> None:
    outcome = cut_sessions(tmp_path, 2_000, random.Random(3))  # noqa: S311  # repeatable
    assert outcome == Outcome(states=2_000, lost=0, refused=0, strange=0)


@needs_compiler
@pytest.mark.parametrize("fault", [Fault.ROLLBACK_JOURNAL, Fault.UNSYNCED])
def test_settings_that_lose_data_in_a_power_cut_are_found_out(tmp_path: Path, fault: Fault) -> None:
    assert cut_sessions(tmp_path, 200, random.Random(3), fault=fault).lost  # noqa: S311  # repeatable


@needs_compiler
def test_a_set_up_that_was_cut_off_is_whole_or_can_be_done_again(tmp_path: Path) -> None:
    assert cut_set_ups(tmp_path / "real", 60, random.Random(3)).clean  # noqa: S311  # repeatable
    assert not cut_set_ups(tmp_path / "planted", 60, random.Random(3), planted=True).clean  # noqa: S311  # repeatable


@needs_compiler
def test_no_backup_and_no_record_is_lost_in_a_power_cut_while_one_is_taken_or_brought_back(
    tmp_path: Path,
) -> None:
    assert cut_copies(tmp_path / "real", 150, random.Random(3)).clean  # noqa: S311  # repeatable
    assert cut_copies(tmp_path / "planted", 60, random.Random(3), planted=True).lost  # noqa: S311  # repeatable


@needs_compiler
@pytest.mark.parametrize("golden", migration_kills.older_stores(), ids=lambda each: str(each.name))
def test_a_migration_that_was_killed_left_the_old_store_or_the_new_one(tmp_path: Path, golden: Path) -> None:
    found = migration_kills.kill_migration(tmp_path, golden, 5)
    assert sum(found.values()) == 5
    assert found.keys() == {migration_kills.OLD, migration_kills.NEW}


@needs_compiler
def test_a_migration_without_a_transaction_is_found_out(tmp_path: Path) -> None:
    found = migration_kills.kill_migration(tmp_path, OLDEST, 12, planted=True)
    assert any(found[each] for each in migration_kills.HARMS)


def test_a_backup_of_every_generation_can_be_brought_back() -> None:
    found = generations.restore_generations()
    assert found[generations.RESTORED] >= 25
    assert not any(found[each] for each in generations.HARMS)


def test_a_record_that_comes_back_as_the_same_machine_is_found_out() -> None:
    found = generations.restore_generations(planted=True)
    assert found[generations.SAME_MACHINE] == sum(found.values())


@needs_compiler
def test_a_migration_that_was_cut_off_left_the_old_store_or_the_new_one(tmp_path: Path) -> None:
    def cut(fault: Fault) -> Outcome:
        return cut_migrations(tmp_path / fault.name, OLDEST, 150, random.Random(3), fault=fault)  # noqa: S311  # repeatable

    assert cut(Fault.NONE).clean
    assert not cut(Fault.UNSYNCED).clean


@needs_compiler
@pytest.mark.parametrize(
    ("error", "told", "stride"),
    [
        (errno.ENOSPC, "DiskFullError", 4),
        (errno.EROFS, "ReadOnlyError", 10),
        (errno.EIO, "DiskFailedError", 10),
    ],
)
def test_a_disk_that_refuses_at_any_point_is_told_and_loses_nothing(
    tmp_path: Path, error: int, told: str, stride: int
) -> None:
    refusals = refused_everywhere(tmp_path, error, stride)
    assert [each for each in refusals if not each.kept] == []
    assert {each.told for each in refusals if each.step in {"note", "complete", "rate"}} == {told}
    assert {each.told for each in refusals} == {told, ""}
    assert len(refusals) >= 8


@needs_compiler
def test_a_commit_that_hides_a_refusal_is_found_out(tmp_path: Path) -> None:
    refusals = refused_everywhere(tmp_path, errno.ENOSPC, 10, planted=True)
    assert {each.step for each in refusals if not each.kept} == {"note", "complete", "rate"}
