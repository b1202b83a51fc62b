"""Writes a file whole or not at all, readable by this account only.

It must not overwrite in place: a full stick would leave half a file under the old name.
"""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import Final

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import (
    DiskFailedError,
    DiskFullError,
    PlaceFullError,
    PlaceGoneError,
    PlaceReadOnlyError,
    ReadOnlyError,
)

DRAFT: Final = ".iroc-desktop.part"
"""What a file is called until it is whole; it says nothing, and is short enough for every disk."""
PRIVATE: Final = 0o600

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""Made anew, never followed anywhere; Windows would otherwise mend line ends."""


def write_whole(path: Path, content: bytes) -> Path:
    """Write `content` beside `path`, in the data folder, then put it in its place; return `path`.

    Raises:
        DiskFullError, ReadOnlyError, DiskFailedError: nothing was left behind, an older file is untouched.
    """
    try:
        _write(path, content)
    except OSError as error:
        raise disk_error(error) from error
    return path


def write_out(path: Path, content: bytes) -> Path:
    """Do the same in a place that somebody chose, which may be a stick.

    Raises:
        PlaceFullError, PlaceReadOnlyError, PlaceGoneError: nothing was left there, an older file is
            untouched.
    """
    try:
        _write(path, content)
    except OSError as error:
        raise place_error(error, path.parent, len(content)) from error
    return path


def disk_error(error: OSError) -> ExpectedError:
    """Return what the refusal of this machine's disk means to whoever asked for a file to be written."""
    if error.errno in _FULL:
        return DiskFullError()
    return ReadOnlyError() if error.errno in _READ_ONLY else DiskFailedError()


def _write(path: Path, content: bytes) -> None:
    draft = path.with_name(DRAFT)
    try:
        # one that a crash left behind, or a link that somebody laid there to be written through
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, _NEW, PRIVATE), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError:
        _forget(draft)
        raise


def _forget(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:
        # the disk that refused the file may refuse this too; the message is about the file
        return


def place_error(error: OSError, place: Path, needed: int) -> ExpectedError:
    """Return what the refusal of a place that somebody chose means; `needed` is in bytes."""
    if error.errno in _FULL:
        return PlaceFullError(needed, free_room(place))
    return PlaceReadOnlyError() if error.errno in _READ_ONLY else PlaceGoneError()


def free_room(place: Path) -> int:
    """Return the free bytes of a place; none, if it cannot be asked."""
    try:
        return shutil.disk_usage(place).free
    except OSError:
        return 0
