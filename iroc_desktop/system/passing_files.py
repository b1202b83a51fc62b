"""The folder for files that only pass through: the printing system and libraries make some, for a moment.

It must not hold anything after the program has ended, nor be readable by another account.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

OWNER_ONLY = 0o700

NAMES = ("TMPDIR", "TEMP", "TMP")
"""Where C libraries, Qt and Python look for the folder, on any system."""


def begin_passing(folder: Path) -> None:
    """Empty the folder of what a crash left, and let everything in this process pass through it.

    Where it cannot be made, the system's own temporary folder goes on being used.
    """
    clear_passing(folder)
    try:
        folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
        folder.chmod(OWNER_ONLY)
    except OSError:
        return
    for name in NAMES:
        os.environ[name] = str(folder)
    tempfile.tempdir = str(folder)


def clear_passing(folder: Path) -> None:
    """Remove the folder with all that is in it; what another program holds open stays until next time."""
    shutil.rmtree(folder, ignore_errors=True)
