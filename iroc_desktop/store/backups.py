"""Backups of the open store: taken, read through, listed, thinned out, and brought back.

It must not count a copy that was not read through, nor delete what a restore puts aside.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, func, select

from iroc_desktop.domain.backups import Backup, BackupCounts, to_keep
from iroc_desktop.domain.erasure import Erased, merged
from iroc_desktop.domain.store_errors import BackupDamagedError, BackupMissingError
from iroc_desktop.store import backup, erasing, key_file, machine, rows, session_rows
from iroc_desktop.store.attaching import COPY, attached, must_be_whole
from iroc_desktop.store.backup_copies import copy_folder, copy_out
from iroc_desktop.store.durable_files import sync_folder, write_durably
from iroc_desktop.store.failures import told
from iroc_desktop.store.interrupted import READY
from iroc_desktop.store.kept_destroyed import keep_destroyed
from iroc_desktop.store.kept_identity import identity_in, keep_identity
from iroc_desktop.store.log import heads_of, only_looked_since, operation_count
from iroc_desktop.store.places import ASIDE, UNFINISHED

MOMENT: Final = "%Y%m%d-%H%M%S"


class BackupFolder:
    """The backups beside one store: each a folder with a copy of the store and of its key slots."""

    def __init__(self, store_folder: Path, store_name: str) -> None:
        self._store_folder = store_folder
        self._store_name = store_name
        self._folder = store_folder.parent / "backups"

    @property
    def store_folder(self) -> Path:
        """Return the folder of the store whose backups these are."""
        return self._store_folder

    def all(self) -> tuple[Backup, ...]:
        """Return the verified backups, newest first."""
        with told():
            found = [_backup_of(each) for each in _folders(self._folder)]
        verified = (each for each in found if each is not None)
        return tuple(sorted(verified, key=lambda each: (each.taken_at, each.name), reverse=True))

    def take(self, connection: Connection, now: datetime) -> Backup:
        """Copy the open store, read the copy through, and only then count it as a backup.

        Raises:
            BackupDamagedError: if the copy does not hold what the store holds.
            DiskFullError, ReadOnlyError, DiskFailedError: no backup was made.
        """
        with told():
            self._folder.mkdir(parents=True, exist_ok=True)
            name = _unused(self._folder, now.astimezone(UTC).strftime(MOMENT))
            unfinished = self._folder / f"{name}{UNFINISHED}"
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
        try:
            self._fill(connection, unfinished)
            with told():
                unfinished.rename(self._folder / name)
                sync_folder(self._folder)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        self._thin_out(name)
        return Backup(name, datetime.strptime(name[:15], MOMENT).replace(tzinfo=UTC))

    def holds_everything(self, connection: Connection, name: str) -> bool:
        """Return whether a backup has the same drafts and open sessions, and lacks nothing but looks.

        That somebody looked is in the log, but it makes no new backup due: ten of the same would push out the
        older ones. The next backup takes it along.

        Raises:
            BackupMissingError: if it is gone.
            BackupDamagedError: if it cannot be read.
        """
        here = _in_progress(connection)
        connection.rollback()
        with attached(connection, self.file_of(name)):
            # tables of another revision may not be there to be compared
            if _revision(connection) != rows.HEAD or _in_progress(connection) != here:
                return False
            then = {replica: head for replica, (head, _) in heads_of(connection).items()}
        try:
            return only_looked_since(connection, then)
        finally:
            connection.rollback()

    def counts(self, connection: Connection, name: str) -> BackupCounts:
        """Read a backup through, and return how much is in it.

        Raises:
            BackupMissingError: if it is gone.
            BackupDamagedError: if it is not whole.
        """
        with attached(connection, self.file_of(name)):
            must_be_whole(connection)
            return counts_in(connection)

    def copy_to(self, name: str, place: Path) -> Path:
        """Copy a backup, encrypted as it is, into a new folder in another place; read it back and compare.

        Raises:
            PlaceFullError, PlaceReadOnlyError, PlaceGoneError, CopyDiffersError, BackupMissingError.
        """
        return copy_out(self.file_of(name).parent, place, f"iroc-backup-{name}")

    def set_aside(self) -> tuple[Path, ...]:
        """Return the folders of stores that were set aside, newest first."""
        with told():
            beside = _folders(self._store_folder.parent)
        return tuple(sorted((each for each in beside if each.name.startswith(f"{ASIDE}-")), reverse=True))

    def bring_back(self, connection: Connection, name: str, destroyed: Iterable[Erased] = ()) -> Path:
        """Lay a verified backup ready beside the store, under a new replica id; return its folder.

        The store itself is untouched: `put_in_place` is called once it is closed. `destroyed` is what is
        known to be destroyed besides what the open store and the backups know.

        Raises:
            BackupMissingError, BackupDamagedError, DiskFullError, ReadOnlyError, DiskFailedError.
        """
        self.counts(connection, name)
        return self.lay_ready(connection, name, READY, destroyed)

    def lay_ready(
        self, connection: Connection, name: str, ending: str, destroyed: Iterable[Erased] = ()
    ) -> Path:
        """Do the same with a backup that was not read through, in a folder whose name ends otherwise.

        Raises:
            BackupMissingError, BackupDamagedError, DiskFullError, ReadOnlyError, DiskFailedError: nothing was
                left there.
        """
        source = self.file_of(name).parent
        ready = self._store_folder.with_name(f"{self._store_folder.name}{ending}")
        # without a store, whatever has the final name is put in its place at the next start
        unfinished = ready.with_name(f"{ready.name}{UNFINISHED}")
        try:
            with told():
                for left in (ready, unfinished):
                    shutil.rmtree(left, ignore_errors=True)
                copy_folder(source, unfinished)
                self._bring_keys_of_today(unfinished)
            erased = merged(destroyed, self._destroyed_anywhere(connection))
            identity = identity_in(connection)
            with attached(connection, unfinished / self._store_name):
                keep_identity(connection, identity)
                _become_another_machine(connection)
                # what was destroyed since the backup was taken does not come back with it
                keep_destroyed(connection, erased, COPY)
            with told():
                unfinished.rename(ready)
                sync_folder(ready.parent)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        return ready

    def put_in_place(self, ready: Path, now: datetime) -> Path:
        """Put the present store aside, and the one laid ready in its place; return where the old one is.

        Raises:
            DiskFullError, ReadOnlyError, DiskFailedError: the present store is still in its place.
        """
        beside, name = self._store_folder.parent, f"{ASIDE}-{now.astimezone(UTC).strftime(MOMENT)}"
        with told():
            aside = beside / _unused(beside, name)
            self._store_folder.rename(aside)
            try:
                ready.rename(self._store_folder)
            except OSError:
                aside.rename(self._store_folder)
                raise
            sync_folder(self._store_folder.parent)
        return aside

    def _fill(self, connection: Connection, folder: Path) -> None:
        copied = folder / self._store_name
        with told():
            backup.copy_into(connection, copied)
            key_file.write(folder, key_file.read(self._store_folder))
        expected = (counts_in(connection), heads_of(connection))
        connection.rollback()
        with attached(connection, copied):
            must_be_whole(connection)
            if (counts_in(connection), heads_of(connection)) != expected:
                raise BackupDamagedError

    def file_of(self, name: str) -> Path:
        """Return where a backup's copy of the store lies.

        Raises:
            BackupMissingError: if there is no such backup.
        """
        path = self._folder / name / self._store_name
        # a name that leads elsewhere is not one of ours
        if path.parent.parent != self._folder or _backup_of(path.parent) is None or not path.is_file():
            raise BackupMissingError
        return path

    def _bring_keys_of_today(self, folder: Path) -> None:
        for file in key_file.NAMES:
            # the slots of today open it: a passphrase changed since then stays changed
            with suppress(FileNotFoundError):
                write_durably(folder / file, (self._store_folder / file).read_bytes())

    def _destroyed_anywhere(self, connection: Connection) -> tuple[Erased, ...]:
        """Return what was destroyed, as the open store or any backup knows it."""
        known = [erasing.erased_in(connection)]
        connection.rollback()
        for each in self.all():
            lost = suppress(BackupDamagedError, BackupMissingError)
            with lost, attached(connection, self.file_of(each.name)):
                known.append(erasing.erased_in(connection))
        return merged(*known)

    def _thin_out(self, newest: str) -> None:
        backups = self.all()
        # by a clock that lags behind, the one taken just now would count as the oldest
        kept = to_keep(backups) | {newest}
        for each in backups:
            if each.name not in kept:
                shutil.rmtree(self._folder / each.name, ignore_errors=True)


def counts_in(connection: Connection) -> BackupCounts:
    """Return how much is in the store that is open, or in the copy that is attached."""
    people, conversations = (
        connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in (rows.person, rows.conversation)
    )
    return BackupCounts(people, conversations, operation_count(connection))


def _in_progress(connection: Connection) -> list[Sequence[Any]]:
    local = [
        row
        for table in (rows.draft, session_rows.open_session)
        for row in connection.execute(select(table).order_by(table.c.position))
    ]
    return [tuple(row) for row in local]


def _revision(connection: Connection) -> str | None:
    return connection.execute(select(rows.revision.c.version_num)).scalar_one_or_none()


def _become_another_machine(connection: Connection) -> None:
    machine.rename(connection)
    connection.commit()


def _unused(folder: Path, name: str) -> str:
    number, free = 2, name
    while (folder / free).exists():
        free = f"{name}-{number}"
        number += 1
    return free


def _folders(folder: Path) -> list[Path]:
    return [each for each in folder.iterdir() if each.is_dir()] if folder.is_dir() else []


def _backup_of(folder: Path) -> Backup | None:
    moment, _, number = folder.name.partition("-")[2].partition("-")
    if number and not number.isdigit():
        return None
    try:
        taken_at = datetime.strptime(f"{folder.name[:8]}-{moment}", MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(folder.name, taken_at)
