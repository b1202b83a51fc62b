"""Which backups are kept: the newest, one for each recent week, one for each recent month.

It must not touch a disk, and never lets go of the newest one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

RECENT: Final = 10
WEEKLY: Final = 8
MONTHLY: Final = 12
"""How many of each are kept."""

OLD_AFTER: Final = timedelta(days=7)
"""A newest backup older than this deserves a warning."""


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


def newest(backups: Iterable[Backup]) -> Backup | None:
    """Return the newest backup; None if there is none."""
    return max(backups, key=lambda each: (each.taken_at, each.name), default=None)


def to_keep(backups: Iterable[Backup]) -> frozenset[str]:
    """Return the names of the backups to keep; generations that fall together are kept once."""
    ordered = sorted(backups, key=lambda each: (each.taken_at, each.name), reverse=True)
    recent = {each.name for each in ordered[:RECENT]}
    weekly = _one_each(ordered, lambda each: each.taken_at.isocalendar()[:2], WEEKLY)
    monthly = _one_each(ordered, lambda each: (each.taken_at.year, each.taken_at.month), MONTHLY)
    return frozenset(recent | weekly | monthly)


def _one_each(ordered: list[Backup], period: Callable[[Backup], Hashable], most: int) -> set[str]:
    """Return the newest of each of the last periods in which there was a backup."""
    found: dict[Hashable, str] = {}
    for each in ordered:
        found.setdefault(period(each), each.name)
    return set(islice(found.values(), most))
