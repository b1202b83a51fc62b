"""The clock is judged once, before anything is written by it."""

from __future__ import annotations

from datetime import timedelta

from iroc_desktop.domain.machine_clock import ClockDoubt
from tests.fakes.builders import pack, person
from tests.fakes.desk import FixedClock, desk_in_memory


def test_a_clock_that_was_right_is_not_doubted() -> None:
    assert desk_in_memory(pack()).clock_check.doubt() is None


def test_a_doubt_stays_after_something_was_written_by_the_wrong_clock() -> None:
    clock = FixedClock()
    desk = desk_in_memory(pack(), clock=clock)
    clock.moment += timedelta(days=100)
    assert desk.clock_check.doubt() is ClockDoubt.LONG_AFTER
    desk.people.save(person())
    assert desk.clock_check.doubt() is ClockDoubt.LONG_AFTER


def test_a_clock_before_the_program_was_made_is_doubted() -> None:
    clock = FixedClock()
    clock.moment -= timedelta(days=1)
    assert desk_in_memory(pack(), clock=clock).clock_check.doubt() is ClockDoubt.BEFORE_PROGRAM
