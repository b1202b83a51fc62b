"""Copies of a backup's files: durable, read back and compared, never half under their final name.

It must not open what it copies: it is encrypted, and stays so.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from iroc_desktop.domain.store_errors import CopyDiffersError, PlaceFullError
from iroc_desktop.store.durable_files import sync_folder
from iroc_desktop.system.whole_files import place_error

SPARE_BYTES: Final = 1_000_000
"""What a stick's own tables may need besides the files."""
_AT_ONCE: Final = 1 << 20


def copy_folder(source: Path, target: Path) -> None:
    """Copy every file of a folder into a new one, and wait until the disk has them.

    Raises:
        OSError: if the disk refuses; what was copied so far stays.
    """
    target.mkdir()
    for each in sorted(source.iterdir()):
        copy_durably(each, target / each.name)
    # not every file system of a stick can do this, and the names are read back anyway
    with suppress(OSError):
        sync_folder(target)


def copy_out(source: Path, place: Path, name: str) -> Path:
    """Copy a folder under a new name into another place, read it back and compare; return where it is.

    Raises:
        PlaceFullError, PlaceReadOnlyError, PlaceGoneError, CopyDiffersError: nothing was left there.
    """
    needed = sum(each.stat().st_size for each in source.iterdir()) + SPARE_BYTES
    with _told_of(place, needed):
        free = shutil.disk_usage(place).free
        if free < needed:
            raise PlaceFullError(needed, free)
        target = _unused(place / name)
        unfinished = target.with_name(f"{target.name}.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        try:
            copy_folder(source, unfinished)
            if _digests(unfinished) != _digests(source):
                raise CopyDiffersError
            unfinished.rename(target)
            with suppress(OSError):
                sync_folder(place)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
    return target


@contextmanager
def _told_of(place: Path, needed: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise place_error(error, place, needed) from error


def copy_durably(source: Path, target: Path) -> None:
    """Copy one file under a name that is not there yet, and wait until the disk has it.

    Raises:
        OSError: if the disk refuses; what was copied so far stays.
    """
    with source.open("rb") as read, target.open("xb") as written:
        shutil.copyfileobj(read, written, _AT_ONCE)
        written.flush()
        os.fsync(written.fileno())


def _digests(folder: Path) -> dict[str, bytes]:
    return {each.name: _digest(each) for each in folder.iterdir()}


def _digest(file: Path) -> bytes:
    with file.open("rb") as stream:
        if hasattr(os, "posix_fadvise"):
            # read from the stick itself, not from what the system remembers of writing it
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return hashlib.file_digest(stream, "sha256").digest()


def _unused(path: Path) -> Path:
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.name}-{number}")
        number += 1
    return free
