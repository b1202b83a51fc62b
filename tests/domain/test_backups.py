"""Which backups are kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from iroc_desktop.domain.backups import MONTHLY, RECENT, WEEKLY, Backup, newest, to_keep

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


def taken(*days_ago: float) -> list[Backup]:
    return [Backup(f"{place:04}", NOW - timedelta(days=days)) for place, days in enumerate(days_ago)]


def test_a_few_are_all_kept() -> None:
    backups = taken(*range(RECENT))
    assert to_keep(backups) == {each.name for each in backups}


def test_a_year_of_daily_backups_shrinks_to_recent_weekly_and_monthly_ones() -> None:
    backups = taken(*range(400))
    kept = [each for each in backups if each.name in to_keep(backups)]
    assert len(kept) <= RECENT + WEEKLY + MONTHLY
    assert {each.taken_at.month for each in kept} == set(range(1, 13))
    assert kept[:RECENT] == backups[:RECENT]


def test_the_newest_of_a_week_stands_for_it() -> None:
    many_today = taken(*(hour / 24 for hour in range(RECENT)))
    last_week = [Backup("monday", NOW - timedelta(days=8)), Backup("friday", NOW - timedelta(days=4))]
    kept = to_keep([*many_today, *last_week, Backup("thursday", NOW - timedelta(days=5))])
    assert "friday" in kept
    assert "thursday" not in kept


def test_without_backups_nothing_is_kept_and_there_is_no_newest() -> None:
    assert to_keep([]) == frozenset()
    assert newest([]) is None


@given(st.lists(st.integers(0, 4000), max_size=80))
def test_the_newest_is_always_kept_and_keeping_twice_changes_nothing(days: list[int]) -> None:
    backups = taken(*days)
    kept = to_keep(backups)
    last = newest(backups)
    assert last is None or last.name in kept
    assert to_keep([each for each in backups if each.name in kept]) == kept
