"""The command `check`: reads the whole record and its backups through, and says whether they are whole.

It must not mend what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from iroc_desktop.cli.errors import BackupsNotWholeError, RecordNotWholeError, RecordWillNotOpenError
from iroc_desktop.cli.opening import vault_of
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import (
    BackupDamagedError,
    BackupMissingError,
    StoreDamagedError,
    StoreMissingError,
)
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.backup_shelf import BackupShelf
from iroc_desktop.store.entrance import Entrance
from iroc_desktop.store.vault import FolderVault
from iroc_desktop.store.verification import Report
from iroc_desktop.system.drives import is_removable
from iroc_desktop.system.paths import DataFolder


def check(data: DataFolder, passphrase: str, phrases: Phrases) -> str:
    """Return the lines that say how much was checked.

    Raises:
        RecordNotWholeError: if anything in the record does not fit.
        KeyFileAlteredError: if the key file was changed by hand.
        RecordWillNotOpenError: if it is damaged or gone; it names a good backup.
        BackupsNotWholeError: if only backups are damaged.
        ExpectedError: whatever unlocking refuses.
    """
    vault = vault_of(data)
    try:
        store, _ = vault.unlock(passphrase)
        with closing(store):
            report, (good, damaged) = store.verify(), _read_through(store.backups)
    except (StoreDamagedError, StoreMissingError) as error:
        raise RecordWillNotOpenError(error, _newest_good(vault, passphrase)) from error
    if not report.good:
        raise RecordNotWholeError(_faults(report))
    # who edits the key file by hand cannot seal it: whoever asks for a change there would be refused
    with Entrance(data.store, is_removable).asked_by(passphrase):
        pass
    if damaged:
        raise BackupsNotWholeError(damaged)
    return f"{_of_record(report, phrases)}\n{_of_backups(good, phrases)}"


def _read_through(shelf: BackupShelf) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the good backups and of the damaged ones, newest first."""
    names = [each.name for each in shelf.all()]
    whole = {name: _is_whole(shelf.counts, name) for name in names}
    return tuple(filter(whole.__getitem__, names)), tuple(name for name in names if not whole[name])


def _is_whole(counts: Callable[[str], object], name: str) -> bool:
    try:
        counts(name)
    except (BackupDamagedError, BackupMissingError):
        return False
    return True


def _newest_good(vault: FolderVault, passphrase: str) -> str:
    try:
        found = vault.backups(passphrase)
    except ExpectedError:
        # the trouble of the record itself is what has to be told
        return ""
    return found[0][0].name if found else ""


def _of_record(report: Report, phrases: Phrases) -> str:
    return phrases.plural(
        "The record is whole: {count} entry in its log, every table as the log says.",
        "The record is whole: {count} entries in its log, every table as the log says.",
        report.operations,
    )


def _of_backups(good: tuple[str, ...], phrases: Phrases) -> str:
    if not good:
        return phrases.text("There is no backup yet. Make one with: backup")
    return phrases.plural(
        "{count} backup was read through and is whole; it is {newest}.",
        "{count} backups were read through and are whole; the newest is {newest}.",
        len(good),
        newest=good[0],
    )


def _faults(report: Report) -> tuple[str, ...]:
    chains = tuple(f"chain {fault}" for fault in report.chain_faults)
    heads = tuple(f"head {replica}" for replica in report.head_faults)
    fold = () if report.fold_matches else ("tables",)
    return (*report.file_faults, *chains, *heads, *fold)
