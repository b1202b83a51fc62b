"""The clock is judged once, before anything is written by it."""

from __future__ import annotations

from datetime import timedelta

from iroc_desktop.domain.machine_clock import ClockDoubt
from iroc_desktop.services.desk import Desk
from tests.fakes.builders import pack, person
from tests.fakes.desk import FixedClock, desk_in_memory


def _why(desk: Desk) -> ClockDoubt | None:
    doubted = desk.clock_check.doubt()
    assert doubted is None or doubted.says == desk.clock.today()
    return doubted.why if doubted else None


def test_a_clock_that_was_right_is_not_doubted() -> None:
    assert desk_in_memory(pack()).clock_check.doubt() is None


def test_a_doubt_stays_after_something_was_written_by_the_wrong_clock() -> None:
    clock = FixedClock()
    desk = desk_in_memory(pack(), clock=clock)
    clock.moment += timedelta(days=100)
    assert _why(desk) is ClockDoubt.LONG_AFTER
    desk.people.save(person())
    assert _why(desk) is ClockDoubt.LONG_AFTER


def test_a_clock_before_the_program_was_made_is_doubted() -> None:
    clock = FixedClock()
    clock.moment -= timedelta(days=1)
    assert _why(desk_in_memory(pack(), clock=clock)) is ClockDoubt.BEFORE_PROGRAM
