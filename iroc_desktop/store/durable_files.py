"""Files that are whole or not there, even when the power fails.

It must not leave a half-written file under its final name.
"""

from __future__ import annotations

import os
from pathlib import Path

from iroc_desktop.store.places import UNFINISHED


def write_durably(path: Path, content: bytes) -> None:
    """Put `content` in place of whatever `path` held: new file, fsync, rename, fsync of the folder.

    Raises:
        OSError: if the disk refuses; the old file is then still there.
    """
    temporary = path.with_name(f"{path.name}{UNFINISHED}")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable. Windows does so by itself and cannot be asked."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
