"""What the card about backups says.

It must not name anybody, nor call a copy safe that was not read back.
"""

from __future__ import annotations

from pathlib import Path

from iroc_desktop.domain.backups import Backup, BackupCounts, Preview
from iroc_desktop.i18n.formats import clock_time, full_date, long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.screens.settings.backups_presenter import Outcome, State, Task


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


def told(state: State, phrases: Phrases) -> str:
    """Return what is going on, or what a task has led to; empty if there is nothing to tell."""
    if state.task is Task.BACKING_UP:
        return phrases.text("Making a backup and reading it through…")
    if state.task is Task.COPYING:
        return phrases.text("Copying, and reading the copy back. Please leave the stick in…")
    if state.task is Task.FETCHING:
        return phrases.text("Copying from there, and reading the copy through. Please leave the stick in…")
    if state.task is Task.LOOKING:
        return phrases.text("Reading the backup through…")
    if state.outcome is not None:
        return _outcome(state.outcome, phrases)
    if state.backups == ():
        return phrases.text("There is no backup yet.")
    return ""


def rehearsed(state: State, phrases: Phrases) -> str:
    """Return when a backup was last tried out; empty while there is none to try."""
    if not state.backups:
        return ""
    if state.rehearsed is None:
        return phrases.text("Once a week the newest backup is tried out. That has not happened yet.")
    day = long_date(state.rehearsed.astimezone().date(), phrases.language)
    return phrases.text("Once a week the newest backup is tried out. Last time, {day}, it worked.", day=day)


def what_changes(preview: Preview, phrases: Phrases) -> str:
    """Return what bringing a backup back does to the record."""
    return phrases.text(
        "What was written after {when} is not in this backup. The record as it is now is set aside in the "
        "data folder. It is not deleted.",
        when=when(preview.backup, phrases),
    )


def breakable(path: Path) -> str:
    """Return a path with an invisible break after each separator, so that a long one wraps."""
    return "".join(f"{each}\u200b" if each in "/\\-" else each for each in str(path))


def _outcome(outcome: Outcome, phrases: Phrases) -> str:
    if outcome.copy is not None:
        return phrases.text(
            "The copy is whole: it was read back and compared. You may take the stick out. "
            "It is in {folder}.",
            folder=breakable(outcome.copy),
        )
    if outcome.fresh:
        return phrases.text("A backup was made and read through. It is whole.")
    return phrases.text("Nothing has changed since the last backup. It was read through again and is whole.")
