"""Dates that deserve a question, at the edges."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from iroc_desktop.ui.models.dates import Doubt, held_doubt, months_later, next_doubt

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("days", "doubt"), [(1, Doubt.AFTER_TODAY), (0, None), (-365, None), (-366, Doubt.LONG_AGO)]
)
def test_a_day_held_is_odd_when_to_come_or_more_than_a_year_back(days: int, doubt: Doubt | None) -> None:
    assert held_doubt(TODAY + timedelta(days=days), TODAY) is doubt


@pytest.mark.parametrize(
    ("days", "doubt"), [(-1, Doubt.BEFORE_TODAY), (0, None), (730, None), (731, Doubt.FAR_AHEAD)]
)
def test_a_next_day_is_odd_when_past_or_more_than_two_years_ahead(days: int, doubt: Doubt | None) -> None:
    assert next_doubt(TODAY + timedelta(days=days), TODAY) is doubt


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 24), 3, date(2027, 2, 24)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int, later: date
) -> None:
    assert months_later(day, months) == later
