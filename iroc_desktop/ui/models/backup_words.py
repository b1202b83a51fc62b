"""How a backup is told apart from others: when it was taken, and how much is in it.

It must not name anybody.
"""

from __future__ import annotations

from pathlib import Path

from iroc_desktop.domain.backups import Backup, BackupCounts
from iroc_desktop.i18n.formats import clock_time, full_date, long_date
from iroc_desktop.i18n.phrases import Phrases


def when(backup: Backup, phrases: Phrases) -> str:
    """Return day and time of a backup, as the clock on the wall showed it."""
    taken = backup.taken_at.astimezone()
    return phrases.text(
        "{day}, {time}",
        day=long_date(taken.date(), phrases.language),
        time=clock_time(taken, phrases.language),
    )


def when_in_full(backup: Backup, phrases: Phrases) -> str:
    """Return weekday, day and time of a backup."""
    taken = backup.taken_at.astimezone()
    return phrases.text(
        "{day}, {time}",
        day=full_date(taken.date(), phrases.language),
        time=clock_time(taken, phrases.language),
    )


def amount(counts: BackupCounts, phrases: Phrases) -> str:
    """Return how much there is."""
    return phrases.text(
        "{people} and {conversations}",
        people=phrases.plural("{count} person", "{count} people", counts.people),
        conversations=phrases.plural("{count} conversation", "{count} conversations", counts.conversations),
    )


def breakable(path: Path) -> str:
    """Return a path with an invisible break after each separator, so that a long one wraps."""
    return "".join(f"{each}\u200b" if each in "/\\-" else each for each in str(path))
