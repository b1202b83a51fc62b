"""A backup that was being put in place when the power failed: the last step is done at the next start.

It must not import anything heavy: it is asked before the first window.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

READY: Final = ".restored"
"""Ends the name of the folder that is ready to become the store."""


def finish_bringing_back(store_folder: Path) -> None:
    """Put a folder that was laid ready in place if the store was set aside already; else change nothing.

    Raises:
        OSError: if the disk refuses.
    """
    ready = store_folder.with_name(f"{store_folder.name}{READY}")
    # the store is only ever missing between the two renames, when the one laid ready is complete
    if ready.is_dir() and not store_folder.exists():
        ready.rename(store_folder)
