"""Bundles as files on a stick or in a folder: written under a new name and read back, found, and read.

It must not write over a file: on exFAT that left an empty one in most crash states (CUSTODY §5).
"""

from __future__ import annotations

import hashlib
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

from iroc_desktop.domain.bundles import BundleTooLargeError
from iroc_desktop.domain.store_errors import CopyDiffersError, PlaceFullError, PlaceGoneError
from iroc_desktop.system.whole_files import free_room, place_error

BUNDLE: Final = ".irocsync"
CARD: Final = ".iroccard"
MOST_BYTES: Final = 64 << 20
"""A file that is larger is no bundle."""
SPARE: Final = 1 << 20
"""Bytes that the tables of a stick may need besides the file."""
_NAME_BYTES: Final = 4


def write(content: bytes, place: Path, ending: str) -> Path:
    """Write a bundle or a card into a folder, read it back and compare; return where it is.

    The name is random and says nothing.

    Raises:
        PlaceFullError, PlaceReadOnlyError, PlaceGoneError, CopyDiffersError: nothing was left there.
    """
    free = free_room(place)
    if free < len(content) + SPARE:
        raise PlaceFullError(len(content) + SPARE, free)
    target = place / f"iroc-{secrets.token_hex(_NAME_BYTES)}{ending}"
    unfinished = target.with_suffix(".part")
    try:
        _write_durably(unfinished, content)
        if _digest_of(unfinished) != hashlib.sha512(content).digest():
            raise CopyDiffersError
        unfinished.rename(target)
        _sync(place)
    except OSError as error:
        _remove(unfinished)
        raise place_error(error, place, len(content)) from error
    except BaseException:
        _remove(unfinished)
        raise
    return target


def found_in(place: Path, ending: str) -> tuple[Path, ...]:
    """Return the files of one kind in a folder, the newest first; none, if it cannot be looked at."""
    try:
        files = [each for each in place.iterdir() if each.suffix == ending and each.is_file()]
        return tuple(sorted(files, key=lambda each: (-each.stat().st_mtime, each.name)))
    except OSError:
        return ()


def read(path: Path) -> bytes:
    """Return what a bundle's file holds, copied off the stick in one go.

    Raises:
        BundleTooLargeError: if it is larger than a bundle can be.
        PlaceGoneError: if it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise PlaceGoneError from error
    if len(content) > MOST_BYTES:
        raise BundleTooLargeError
    return content


def _write_durably(path: Path, content: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _digest_of(path: Path) -> bytes:
    with path.open("rb") as stream:
        if hasattr(os, "posix_fadvise"):
            # read from the stick itself, not from what the system remembers of writing it
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return hashlib.file_digest(stream, "sha512").digest()


def _sync(folder: Path) -> None:
    # not every file system of a stick can sync a folder; the file itself is there
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
