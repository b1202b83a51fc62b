"""Which backups are kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from iroc_desktop.domain.backups import (
    DAILY,
    MONTHLY,
    RECENT,
    WEEKLY,
    Backup,
    is_old,
    last_good,
    newest,
    to_keep,
)

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


def taken(*days_ago: float) -> list[Backup]:
    return [Backup(f"{place:04}", NOW - timedelta(days=days)) for place, days in enumerate(days_ago)]


def test_a_few_are_all_kept() -> None:
    backups = taken(*range(RECENT))
    assert to_keep(backups) == {each.name for each in backups}


def test_a_year_of_daily_backups_shrinks_to_recent_weekly_and_monthly_ones() -> None:
    backups = taken(*range(400))
    kept = [each for each in backups if each.name in to_keep(backups)]
    assert len(kept) <= RECENT + DAILY + WEEKLY + MONTHLY
    assert {each.taken_at.month for each in kept} == set(range(1, 13))
    assert kept[:RECENT] == backups[:RECENT]


def test_the_newest_of_a_week_stands_for_it() -> None:
    many_today = taken(*(hour / 24 for hour in range(RECENT)))
    week = [Backup(f"day {days}", NOW - timedelta(days=days)) for days in range(1, DAILY + 7)]
    kept = to_keep([*many_today, *week])
    # NOW is a Tuesday, so the Sunday of the week before the last one was nine days ago
    assert "day 9" in kept
    assert "day 10" not in kept


def test_a_busy_day_does_not_push_yesterday_out() -> None:
    busy = taken(*(minute / 24 / 60 for minute in range(10 * RECENT)))
    days = [Backup(f"day {day}", NOW - timedelta(days=day)) for day in range(1, DAILY)]
    assert {each.name for each in days} <= to_keep([*busy, *days])


def test_the_last_good_one_is_not_from_a_future_that_has_not_come() -> None:
    ahead = Backup("ahead", NOW + timedelta(days=9000))
    assert last_good([ahead, *taken(3, 1)], NOW) == taken(3, 1)[1]
    assert last_good([ahead], NOW) == ahead
    assert last_good([], NOW) is None


def test_one_of_this_week_is_not_old_and_none_at_all_is() -> None:
    assert not is_old(taken(6)[0], NOW)
    assert is_old(taken(8)[0], NOW)
    assert is_old(None, NOW)


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
