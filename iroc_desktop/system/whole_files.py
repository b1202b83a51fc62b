"""Writes a file that somebody chose a place for, whole or not at all.

It must not overwrite in place: a full stick would leave half a file under the old name.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import DiskFailedError, DiskFullError, ReadOnlyError

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def write_whole(path: Path, content: bytes) -> Path:
    """Write `content` beside `path`, then put it in its place; return `path`.

    Raises:
        DiskFullError, ReadOnlyError, DiskFailedError: nothing was left behind, an older file is untouched.
    """
    draft = path.with_name(f".{path.name}.part")
    try:
        with draft.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        _forget(draft)
        raise disk_error(error) from error
    return path


def _forget(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:
        # the disk that refused the file may refuse this too; the message is about the file
        return


def disk_error(error: OSError) -> ExpectedError:
    """Return what a disk's refusal means to whoever asked for a file to be written."""
    if error.errno in _FULL:
        return DiskFullError()
    return ReadOnlyError() if error.errno in _READ_ONLY else DiskFailedError()
