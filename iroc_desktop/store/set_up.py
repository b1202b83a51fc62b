"""The first set-up of a folder, which is there whole or not at all, whenever the power fails.

It must not delete anything that could hold data: only its own unfinished set-ups, which nobody ever used.
"""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path
from typing import Final

from iroc_desktop.store import key_file
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.durable_files import sync_folder
from iroc_desktop.store.key_file import KeyFile
from iroc_desktop.store.opening import create_store

_UNFINISHED: Final = ".unfinished-"
_ASIDE: Final = ".aside-"


def make(folder: Path, keys: KeyFile, key: DataKey) -> None:
    """Build everything in a folder beside `folder`, and give it its name in one step at the end.

    Raises:
        ExpectedError, OSError: if the disk refuses; nothing was set up then.
    """
    parent = folder.parent
    parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _clear_unfinished(folder)
    building = parent / f"{folder.name}{_UNFINISHED}{secrets.token_hex(4)}"
    building.mkdir(mode=0o700)
    create_store(building, key)
    key_file.write(building, keys)
    sync_folder(building)
    _make_room(folder)
    building.rename(folder)
    sync_folder(parent)


def _clear_unfinished(folder: Path) -> None:
    for left in folder.parent.glob(f"{folder.name}{_UNFINISHED}*"):
        shutil.rmtree(left)


def _make_room(folder: Path) -> None:
    # Something of someone else's may lie there, a thumbnail index for instance: it is kept.
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
    elif folder.exists():
        folder.rename(folder.with_name(f"{folder.name}{_ASIDE}{secrets.token_hex(4)}"))
