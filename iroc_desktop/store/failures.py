"""What a database complains about, told as expected errors; what a disk means, `whole_files` knows.

It must not swallow anything: what is not known here is a bug and goes on as it came.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import Error

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import (
    DiskFailedError,
    DiskFullError,
    ReadOnlyError,
    StoreDamagedError,
    StoreInUseError,
)
from iroc_desktop.system.whole_files import disk_error

_PERMISSION, _BUSY, _LOCKED, _READ_ONLY = 3, 5, 6, 8
_INPUT_OUTPUT, _CORRUPT, _FULL, _CANNOT_OPEN, _AUTHORISATION, _NOT_A_DATABASE = 10, 11, 13, 14, 23, 26


def from_database(error: BaseException, folder: Path) -> ExpectedError | None:
    """Return the expected error behind one of the driver's, None if it is a bug of ours.

    `folder` is asked why a file in it could not be opened.
    """
    extended = getattr(error, "sqlite_errorcode", None)
    if extended is None:
        return None
    code = extended & 0xFF
    if code in {_BUSY, _LOCKED}:
        return StoreInUseError()
    if code == _FULL:
        return DiskFullError()
    if code in {_READ_ONLY, _PERMISSION, _AUTHORISATION}:
        return ReadOnlyError()
    if code in {_CORRUPT, _NOT_A_DATABASE}:
        return StoreDamagedError(getattr(error, "sqlite_errorname", ""))
    if code in {_CANNOT_OPEN, _INPUT_OUTPUT}:
        return why_not_writable(folder) or DiskFailedError()
    return None


def why_not_writable(folder: Path) -> ExpectedError | None:
    """Return why nothing can be written in a folder; None if a file can be made there."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"\0" * 4096)
    except OSError as error:
        return disk_error(error)
    return None


@contextmanager
def told() -> Iterator[None]:
    """Turn the operating system's errors inside of the block into expected ones."""
    try:
        yield
    except OSError as error:
        raise disk_error(error) from error


@contextmanager
def told_by_driver(folder: Path) -> Iterator[None]:
    """Turn the driver's own errors into expected ones, where SQLAlchemy does not see them.

    `folder` is asked why a file in it could not be opened.
    """
    try:
        yield
    except Error as error:
        expected = from_database(error, folder)
        if expected is None:
            raise
        raise expected from error
