"""What speaks against the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from iroc_desktop.domain.machine_clock import ClockDoubt, doubt

MADE_ON = date(2026, 11, 24)
ENTRY = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (timedelta(0), None),
        (timedelta(minutes=-59), None),
        (timedelta(minutes=-61), ClockDoubt.BEFORE_RECORD),
        (timedelta(days=60), None),
        (timedelta(days=60, minutes=1), ClockDoubt.LONG_AFTER),
        (timedelta(days=-120), ClockDoubt.BEFORE_PROGRAM),
    ],
)
def test_the_clock_is_judged_by_the_last_entry_and_the_day_of_the_program(
    later: timedelta, expected: ClockDoubt | None
) -> None:
    assert doubt(ENTRY + later, ENTRY, MADE_ON) is expected


def test_an_empty_record_speaks_only_through_the_program() -> None:
    assert doubt(ENTRY, None, MADE_ON) is None
    assert doubt(datetime(2026, 11, 23, tzinfo=UTC), None, MADE_ON) is ClockDoubt.BEFORE_PROGRAM


def test_another_time_zone_is_no_wrong_clock() -> None:
    east = timezone(timedelta(hours=9))
    assert doubt(ENTRY.astimezone(east), ENTRY, MADE_ON) is None
