"""The newest backup is tried out once a week, a little at a time; a failure stays told until it is mended.

These tests must not count a rehearsal that was only begun.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from iroc_desktop.domain.store_errors import BackupDamagedError
from iroc_desktop.services.backups import Backups
from tests.fakes.builders import pack, person
from tests.fakes.desk import FixedClock, desk_in_memory
from tests.fakes.memory_store import MemoryStore


class _Scene:
    def __init__(self) -> None:
        self.clock = FixedClock()
        self.store = MemoryStore()
        self.desk = desk_in_memory(pack(), self.store, self.clock)
        assert self.desk.backups is not None
        self.backups: Backups = self.desk.backups

    def rehearse(self) -> int:
        """Return how many steps were left after the first."""
        steps = 0
        while self.backups.rehearse().value:
            steps += 1
        return steps


def test_without_a_backup_there_is_nothing_to_try() -> None:
    scene = _Scene()
    assert scene.rehearse() == 0
    assert scene.backups.standing().rehearsed is None


def test_it_is_done_in_steps_and_then_remembered() -> None:
    scene = _Scene()
    scene.backups.take_if_due()
    assert scene.backups.rehearse().value
    assert scene.backups.standing().rehearsed is None
    scene.rehearse()
    assert scene.backups.standing().rehearsed == scene.clock.moment


def test_it_is_done_once_a_week() -> None:
    scene = _Scene()
    scene.backups.take_if_due()
    assert scene.rehearse() > 0
    scene.clock.moment += timedelta(days=6)
    assert scene.rehearse() == 0
    scene.clock.moment += timedelta(days=1)
    assert scene.rehearse() > 0


def test_a_clock_that_ran_ahead_once_does_not_put_it_off_for_years() -> None:
    scene = _Scene()
    scene.backups.take_if_due()
    scene.store.backups.rehearsed = scene.clock.moment + timedelta(days=700)
    assert scene.rehearse() > 0


def test_a_failure_is_told_until_another_backup_was_made() -> None:
    scene = _Scene()
    first = scene.backups.back_up_now().value
    scene.store.backups.spoiled.add(first.name)
    with pytest.raises(BackupDamagedError):
        scene.backups.rehearse()
    assert isinstance(scene.backups.standing().unrehearsed, BackupDamagedError)
    assert scene.backups.back_up_now().value != first
    assert scene.backups.standing().unrehearsed is None
    assert scene.backups.standing().rehearsed is None


def test_leaving_in_the_middle_leaves_it_for_another_time() -> None:
    scene = _Scene()
    scene.backups.take_if_due()
    scene.backups.rehearse()
    scene.desk.people.save(person())
    scene.desk.close()
    assert scene.store.backups.rehearsed is None
