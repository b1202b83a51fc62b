"""Where the copies of one store lie: its backups, and the records that were set aside.

It must not open or change any of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

BACKUPS: Final = "backups"
ASIDE: Final = "set-aside"
OUTDATED: Final = ".outdated"
"""Ends the name of a folder whose key was replaced, until the one in its place has been opened."""
ANEW: Final = ".anew"
"""Ends the name of a copy that is being locked with another key."""
UNFINISHED: Final = ".new"
"""Ends the name of a file or a folder that is being written, until it is whole."""
REHEARSAL: Final = ".rehearsal"
"""Ends the name of the private folder beside the store in which a backup is tried out."""
READING: Final = "reading-"
"""Begins the name of the folder in which backups are read while the store will not open."""
ERASING, ERASED = ".erasing", ".erased"
"""End the names of the copy of a backup that is worked on, and of what takes the backup's place."""


def backup_folders(store_folder: Path) -> list[Path]:
    """Return the folders that hold backups of a store, newest name first.

    Raises:
        OSError: if the disk refuses.
    """
    return _folders(store_folder.parent / BACKUPS, "")


def copies_of(store_folder: Path) -> list[Path]:
    """Return the folders that hold a copy of a store: backups, and records that were set aside.

    Raises:
        OSError: if the disk refuses.
    """
    return [*backup_folders(store_folder), *_folders(store_folder.parent, f"{ASIDE}-")]


def _folders(parent: Path, beginning: str) -> list[Path]:
    if not parent.is_dir():
        return []
    found = (each for each in parent.iterdir() if each.is_dir() and each.name.startswith(beginning))
    finished = (each for each in found if each.suffix not in {OUTDATED, ANEW, UNFINISHED})
    return sorted(finished, key=lambda each: each.name, reverse=True)
