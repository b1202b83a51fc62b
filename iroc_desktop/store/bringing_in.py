"""A copy that comes back from a stick or a folder: laid among the backups, read back and compared.

It must not believe what is in it: a backup is only brought back after it was read through with the key.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO, Final

from iroc_desktop.domain.copy_errors import CopyNotThereError, EarlierKeyError, OtherRecordError
from iroc_desktop.domain.store_errors import (
    BackupDamagedError,
    CopyDiffersError,
    DiskFullError,
    KeyFileDamagedError,
    KeyFileMissingError,
    PlaceGoneError,
)
from iroc_desktop.store import key_file
from iroc_desktop.store.backups import MOMENT
from iroc_desktop.store.durable_files import sync_folder
from iroc_desktop.store.failures import told
from iroc_desktop.store.key_file import KeyFile
from iroc_desktop.store.places import BACKUPS, UNFINISHED, backup_folders

STORE_NAME: Final = "iroc.db"
"""As `store.opening` calls it, which stands above this module."""
NAMES: Final = (STORE_NAME, *key_file.NAMES)
"""What is taken from a copy; whatever else lies in its folder stays there."""

COPIES: Final = "iroc-backup-*"
_MOMENT: Final = re.compile(r"(\d{8}-\d{6})(?:-\d+)?\Z")
_AHEAD: Final = timedelta(days=1)
_SPARE_BYTES: Final = 1_000_000
_AT_ONCE: Final = 1 << 20


def copy_in(place: Path) -> Path:
    """Return the folder of the copy that a place is, or the newest one that lies in it.

    Raises:
        CopyNotThereError: if there is none.
        PlaceGoneError: if the place cannot be looked at.
    """
    with _at_the_place():
        inside = sorted((each for each in place.glob(COPIES) if _is_copy(each)), key=lambda each: each.name)
        if _is_copy(place):
            return place
    if not inside:
        raise CopyNotThereError
    return inside[-1]


def bring_in(store_folder: Path, place: Path, now: datetime) -> str:
    """Lay a copy among the backups of a store, which need not be there; return the backup's name.

    A copy that is there already is not laid there twice.

    Raises:
        CopyNotThereError, OtherRecordError, BackupDamagedError, CopyDiffersError, PlaceGoneError,
        DiskFullError, ReadOnlyError, DiskFailedError: nothing was laid there.
    """
    copy = copy_in(place)
    _must_be_of(store_folder, copy)
    folder = store_folder.parent / BACKUPS
    with told():
        folder.mkdir(parents=True, exist_ok=True)
    return _laid_among(folder, copy, _moment_of(copy.name, now))


def must_be_locked_alike(store_folder: Path, place: Path) -> None:
    """Return quietly if the copy in a place has the key of the store, as far as its key file tells.

    Raises:
        EarlierKeyError: if its key was replaced since.
        CopyNotThereError, PlaceGoneError.
    """
    theirs, ours = _keys(copy_in(place)), _keys(store_folder)
    if theirs is None or ours is None or theirs.vault_id != ours.vault_id:
        return
    # in format 1 the key had no id, and none was ever replaced
    if theirs.key_id != ours.key_id and (theirs.key_id or ours.former):
        raise EarlierKeyError


def take_out(store_folder: Path, name: str) -> None:
    """Take away what was laid among the backups and did not turn out to be one."""
    shutil.rmtree(store_folder.parent / BACKUPS / name, ignore_errors=True)


def _laid_among(folder: Path, copy: Path, moment: str) -> str:
    wanted = _digests(copy)
    for name in _names(moment):
        target = folder / name
        if target.exists():
            if _digests(target) == wanted:
                return name
            continue
        _copy(copy, target, wanted)
        return name
    raise AssertionError("numbers do not end")


def _copy(copy: Path, target: Path, wanted: dict[str, bytes]) -> None:
    unfinished = target.with_name(f"{target.name}{UNFINISHED}")
    with told():
        shutil.rmtree(unfinished, ignore_errors=True)
        _must_have_room(target.parent, sum(_size(copy / name) for name in wanted))
        unfinished.mkdir()
    try:
        for name in wanted:
            _copy_file(copy / name, unfinished / name)
        if _digests(unfinished) != wanted:
            raise CopyDiffersError
        with told():
            unfinished.rename(target)
            sync_folder(target.parent)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _copy_file(source: Path, target: Path) -> None:
    with told(), target.open("xb") as written:
        for piece in _pieces(source):
            written.write(piece)
        written.flush()
        os.fsync(written.fileno())


def _pieces(source: Path) -> Iterator[bytes]:
    with _at_the_place():
        stream: BinaryIO = source.open("rb")
    with stream:
        while True:
            with _at_the_place():
                piece = stream.read(_AT_ONCE)
            if not piece:
                return
            yield piece


def _digests(copy: Path) -> dict[str, bytes]:
    found = (name for name in NAMES if _is_file(copy / name))
    return {name: _digest(copy / name) for name in found}


def _digest(file: Path) -> bytes:
    digest = hashlib.sha256()
    for piece in _pieces(file):
        digest.update(piece)
    return digest.digest()


def _must_have_room(folder: Path, needed: int) -> None:
    if shutil.disk_usage(folder).free < needed + _SPARE_BYTES:
        raise DiskFullError


def _must_be_of(store_folder: Path, copy: Path) -> None:
    """Refuse a copy of another record; without a key file here, backups tell whose this folder is."""
    theirs, ours = _keys(copy), [_keys(store_folder), *map(_keys, _backups(store_folder))]
    known = {keys.vault_id for keys in ours if keys is not None}
    if theirs is None and not known:
        raise BackupDamagedError
    if theirs is not None and known and theirs.vault_id not in known:
        raise OtherRecordError


def _backups(store_folder: Path) -> list[Path]:
    with told():
        return backup_folders(store_folder)


def _keys(folder: Path) -> KeyFile | None:
    try:
        with told():
            return key_file.read(folder)
    except (KeyFileMissingError, KeyFileDamagedError):
        return None


def _moment_of(name: str, now: datetime) -> str:
    """Return the moment in a copy's name; now where there is none, or one that has not come."""
    found = _MOMENT.search(name)
    try:
        taken = datetime.strptime(found[1], MOMENT).replace(tzinfo=UTC) if found else now
    except ValueError:
        taken = now
    return (taken if taken <= now + _AHEAD else now).astimezone(UTC).strftime(MOMENT)


def _names(moment: str) -> Iterator[str]:
    yield moment
    number = 2
    while True:
        yield f"{moment}-{number}"
        number += 1


def _is_copy(folder: Path) -> bool:
    return folder.is_dir() and _is_file(folder / STORE_NAME)


def _is_file(path: Path) -> bool:
    """Return whether there is a file of its own: a link may lead anywhere."""
    return path.is_file() and not path.is_symlink()


def _size(path: Path) -> int:
    with _at_the_place():
        return path.stat().st_size


@contextmanager
def _at_the_place() -> Iterator[None]:
    """Turn what a stick or folder refuses into what that means; the program's own disk is another matter."""
    try:
        yield
    except OSError as error:
        raise PlaceGoneError from error
