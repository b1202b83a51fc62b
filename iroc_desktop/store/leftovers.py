"""What interrupted work left beside a store and its copies: found by its names, and removed.

It must not be asked while such work goes on, nor before the store in its place has been opened.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from iroc_desktop.store.interrupted import READY
from iroc_desktop.store.places import (
    BACKUPS,
    ERASED,
    ERASING,
    OUTDATED,
    READING,
    REHEARSAL,
    UNFINISHED,
    copies_of,
)

_BESIDE: Final = (OUTDATED, READY, f"{READY}{UNFINISHED}", REHEARSAL, f"{REHEARSAL}{UNFINISHED}")
_FILES: Final = (f"*{UNFINISHED}", f"*{ERASING}*", f"*{ERASED}*")


def clear_away(folder: Path) -> None:
    """Remove what was begun and never finished: locked with an older key, it would stay open to whoever left.

    What the disk does not let go today is removed at the next unlock.
    """
    for ending in _BESIDE:
        shutil.rmtree(folder.with_name(f"{folder.name}{ending}"), ignore_errors=True)
    with suppress(OSError):
        for each in list(_unfinished_folders(folder.parent)):
            shutil.rmtree(each, ignore_errors=True)
        for each in list(_unfinished_files(folder)):
            each.unlink(missing_ok=True)


def _unfinished_folders(root: Path) -> Iterator[Path]:
    yield from root.glob(f"{READING}*")
    yield from (root / BACKUPS).glob(f"*{UNFINISHED}")


def _unfinished_files(folder: Path) -> Iterator[Path]:
    for copy in (folder, *copies_of(folder)):
        for pattern in _FILES:
            yield from (each for each in copy.glob(pattern) if each.is_file())
