"""When keeping times end, by the calendar.

These tests must not know where rules are kept.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from iroc_desktop.domain.arrangements import EVERYWHERE
from iroc_desktop.domain.retention import (
    IN_THE_BIN,
    MOST_MONTHS,
    Kept,
    MonthsOutOfRangeError,
    after_months,
    ends_on,
    lay_long_enough,
    months_for,
    with_rule,
)

DAYS = some.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 11, 24), 12, date(2027, 11, 24)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, after: date) -> None:
    assert after_months(day, months) == after


@given(DAYS, some.integers(1, MOST_MONTHS))
def test_the_end_is_that_many_months_later_and_never_in_the_next_one(day: date, months: int) -> None:
    after = after_months(day, months)
    assert (after.year - day.year) * 12 + after.month - day.month == months
    assert after.day <= day.day


def test_a_site_has_its_own_rule_or_that_of_everywhere() -> None:
    rules = {EVERYWHERE: 24, "Module 4": 12}
    assert months_for(rules, " Module 4 ") == 12
    assert months_for(rules, "Village hall") == 24
    assert months_for({"Module 4": 12}, "Village hall") is None
    assert months_for({IN_THE_BIN: 1}, "bin") is None


def test_without_a_rule_nothing_ends() -> None:
    assert ends_on(Kept("", date(2020, 1, 1)), {}) is None
    assert not lay_long_enough({EVERYWHERE: 1}, "2020-01-01T10:00:00+00:00", date(2026, 1, 1))


def test_a_record_kept_longer_ends_later_but_never_sooner() -> None:
    rules = {EVERYWHERE: 12}
    since = date(2025, 1, 10)
    assert ends_on(Kept("", since, until=date(2027, 5, 1)), rules) == date(2027, 5, 1)
    assert ends_on(Kept("", since, until=date(2025, 5, 1)), rules) == date(2026, 1, 10)


def test_things_lie_in_the_bin_for_the_time_of_the_bin() -> None:
    rules = {IN_THE_BIN: 2}
    since = "2026-09-24T10:00:00+00:00"
    assert not lay_long_enough(rules, since, date(2026, 11, 23))
    assert lay_long_enough(rules, since, date(2026, 11, 24))
    assert not lay_long_enough(rules, "", date(2026, 11, 24))


def test_a_rule_is_set_and_taken_away() -> None:
    rules = with_rule({}, "Module 4", 12)
    assert rules == {"Module 4": 12}
    assert with_rule(rules, "Module 4", None) == {}


@pytest.mark.parametrize("months", [0, -1, MOST_MONTHS + 1])
def test_a_rule_out_of_range_is_refused(months: int) -> None:
    with pytest.raises(MonthsOutOfRangeError):
        with_rule({}, "", months)
