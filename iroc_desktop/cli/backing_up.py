"""The commands `backup` and `restore`: a good backup now, a copy elsewhere, a list, one brought back.

They must not name anybody, nor bring back what was not read through.
"""

from __future__ import annotations

from argparse import Namespace

from iroc_desktop.cli.errors import NoBackupsError
from iroc_desktop.domain.backups import Backup
from iroc_desktop.domain.store_errors import BackupDamagedError
from iroc_desktop.i18n.formats import moment
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.backups import Backups
from iroc_desktop.services.desk import Desk


def back_up(desk: Desk, asked: Namespace, phrases: Phrases) -> str:
    """Make sure that a good backup holds everything, and copy it if asked; return the line that tells so.

    Raises:
        ExpectedError: whatever taking or copying refuses.
    """
    backups = _of(desk)
    if asked.to is not None:
        copy = backups.copy_to(asked.to)
        return phrases.text("The copy in {folder} was read back and is whole.", folder=copy)
    before = {each.name for each in backups.all()}
    backup = backups.back_up_now().value
    if backup.name in before:
        return phrases.text("Nothing has changed since the backup {name}. It is whole.", name=backup.name)
    return phrases.text("The backup {name} was made and read through. It is whole.", name=backup.name)


def restore(desk: Desk, asked: Namespace, phrases: Phrases) -> str:
    """List the backups with what is in them, or bring one back; return the lines that tell so.

    Raises:
        NoBackupsError: if there is none to list.
        ExpectedError: whatever bringing back refuses; the record is then as it was.
    """
    backups = _of(desk)
    if asked.list or not asked.name:
        lines = [_line(backups, each, phrases) for each in backups.all()]
        if not lines:
            raise NoBackupsError
        return "\n".join(lines)
    aside = backups.bring_back(asked.name)
    return phrases.text(
        "The backup {name} is back. The record from before was set aside in {folder}.",
        name=asked.name,
        folder=aside,
    )


def _of(desk: Desk) -> Backups:
    if desk.backups is None:
        raise AssertionError("only the practice record has no backups, and no command opens it")
    return desk.backups


def _line(backups: Backups, backup: Backup, phrases: Phrases) -> str:
    when = moment(backup.taken_at.astimezone(), phrases.language)
    damaged = phrases.text("damaged")
    try:
        counts = backups.counts(backup.name)
    except BackupDamagedError:
        return f"{backup.name}  {when}  {damaged}"
    people = phrases.plural("{count} person", "{count} people", counts.people)
    held = phrases.plural("{count} conversation", "{count} conversations", counts.conversations)
    return f"{backup.name}  {when}  {people}  {held}"
