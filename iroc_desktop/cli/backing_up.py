"""The commands `backup` and `restore`: a good backup now, a copy elsewhere, a list, one brought back.

They must not name anybody, nor bring back what was not read through.
"""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from iroc_desktop.cli.errors import NoBackupsError
from iroc_desktop.cli.opening import vault_of
from iroc_desktop.domain.backups import Backup, BackupCounts
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.i18n.formats import moment
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.backups import Backups
from iroc_desktop.services.desk import Desk
from iroc_desktop.store.backups import BackupFolder
from iroc_desktop.store.bringing_in import bring_in, take_out
from iroc_desktop.store.opening import STORE_NAME
from iroc_desktop.system.clock import SystemClock
from iroc_desktop.system.paths import DataFolder


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


def restore(data: DataFolder, passphrase: str, asked: Namespace, phrases: Phrases) -> str:
    """List the backups with what is in them, or bring one back; return the lines that tell so.

    The record need not open: it may be damaged or gone.

    Raises:
        NoBackupsError: if there is none to list.
        ExpectedError: whatever bringing back refuses; the record is then as it was.
    """
    if asked.source is not None:
        return _from_a_copy(data, passphrase, asked.source, phrases)
    if asked.list or not asked.name:
        return _listed(data, passphrase, phrases)
    return _back(data, passphrase, asked.name, phrases)


def _from_a_copy(data: DataFolder, passphrase: str, place: Path, phrases: Phrases) -> str:
    before = {each.name for each in BackupFolder(data.store, STORE_NAME).all()}
    name = bring_in(data.store, place, _now())
    try:
        return _back(data, passphrase, name, phrases)
    except ExpectedError:
        if name not in before:
            take_out(data.store, name)
        raise


def _back(data: DataFolder, passphrase: str, name: str, phrases: Phrases) -> str:
    aside = vault_of(data).bring_back(passphrase, name, _now())
    if aside is None:
        return phrases.text("The backup {name} is back. There was no record before it.", name=name)
    return phrases.text(
        "The backup {name} is back. The record from before was set aside in {folder}.",
        name=name,
        folder=aside,
    )


def _listed(data: DataFolder, passphrase: str, phrases: Phrases) -> str:
    readable = {each.name: counts for each, counts in vault_of(data).backups(passphrase)}
    every = BackupFolder(data.store, STORE_NAME).all()
    if not every:
        raise NoBackupsError
    return "\n".join(_line(each, readable.get(each.name), phrases) for each in every)


def _of(desk: Desk) -> Backups:
    if desk.backups is None:
        raise AssertionError("only the practice record has no backups, and no command opens it")
    return desk.backups


def _line(backup: Backup, counts: BackupCounts | None, phrases: Phrases) -> str:
    when = moment(backup.taken_at.astimezone(), phrases.language)
    if counts is None:
        damaged = phrases.text("damaged")
        return f"{backup.name}  {when}  {damaged}"
    people = phrases.plural("{count} person", "{count} people", counts.people)
    held = phrases.plural("{count} conversation", "{count} conversations", counts.conversations)
    return f"{backup.name}  {when}  {people}  {held}"


def _now() -> datetime:
    return SystemClock().now()
