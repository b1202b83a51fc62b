"""Which backups are kept: the newest, and one for each recent day, week and month; and whether one is old.

It must not touch a disk, and never lets go of the newest one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

RECENT: Final = 10
DAILY: Final = 7
WEEKLY: Final = 8
MONTHLY: Final = 12
"""How many of each are kept."""

OLD_AFTER: Final = timedelta(days=7)
"""A newest backup older than this deserves a warning."""

REHEARSED_EVERY: Final = timedelta(days=7)
"""After so long the newest backup is brought back for trial."""

AHEAD: Final = timedelta(days=1)
"""A backup from further ahead than this was taken while the clock was wrong."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One verified copy of the whole record."""

    name: str
    """Neutral: a moment and a number."""
    taken_at: datetime
    """As the machine's clock claimed, in UTC."""


@dataclass(frozen=True, slots=True)
class BackupCounts:
    """How much is in a backup, to choose by."""

    people: int
    conversations: int
    operations: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What bringing a backup back would change."""

    backup: Backup
    now: BackupCounts
    then: BackupCounts


def last_good(backups: Iterable[Backup], now: datetime) -> Backup | None:
    """Return the newest backup, leaving those from a future that has not come out if there are others."""
    every = tuple(backups)
    return newest(each for each in every if each.taken_at <= now + AHEAD) or newest(every)


def is_old(backup: Backup | None, now: datetime) -> bool:
    """Return whether there is no backup, or none of the last week."""
    return backup is None or now - backup.taken_at > OLD_AFTER


def rehearsal_is_due(last: datetime | None, now: datetime) -> bool:
    """Return whether no backup was rehearsed in the last week, or the moment it was is yet to come."""
    return last is None or now - last >= REHEARSED_EVERY or last > now + AHEAD


def newest(backups: Iterable[Backup]) -> Backup | None:
    """Return the newest backup; None if there is none."""
    return max(backups, key=lambda each: (each.taken_at, each.name), default=None)


def to_keep(backups: Iterable[Backup]) -> frozenset[str]:
    """Return the names of the backups to keep; generations that fall together are kept once."""
    ordered = sorted(backups, key=lambda each: (each.taken_at, each.name), reverse=True)
    recent = {each.name for each in ordered[:RECENT]}
    # ten on one busy day must not push yesterday's out
    daily = _one_each(ordered, lambda each: each.taken_at.date(), DAILY)
    weekly = _one_each(ordered, lambda each: each.taken_at.isocalendar()[:2], WEEKLY)
    monthly = _one_each(ordered, lambda each: (each.taken_at.year, each.taken_at.month), MONTHLY)
    return frozenset(recent | daily | weekly | monthly)


def _one_each(ordered: list[Backup], period: Callable[[Backup], Hashable], most: int) -> set[str]:
    """Return the newest of each of the last periods in which there was a backup."""
    found: dict[Hashable, str] = {}
    for each in ordered:
        found.setdefault(period(each), each.name)
    return set(islice(found.values(), most))
