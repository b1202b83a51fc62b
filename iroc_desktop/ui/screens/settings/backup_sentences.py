"""What the card about backups says.

It must not name anybody, nor call a copy safe that was not read back.
"""

from __future__ import annotations

from iroc_desktop.domain.backups import Preview
from iroc_desktop.i18n.formats import long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.models.backup_words import breakable, when
from iroc_desktop.ui.screens.settings.backups_presenter import Outcome, State, Task


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
