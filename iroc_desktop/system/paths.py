"""Where things lie: the program's own resources, and the folder with the data.

It must not create anything: whoever writes makes the folder.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP = "iroc-desktop"
STANDARD_PACK = "iroc-open"
"""The folder of the instrument that the program ships."""


def program_folder() -> Path:
    """Return the folder that holds resources/ and translations/: the frozen bundle, or the checkout."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parents[2]


def resources() -> Path:
    """Return the folder with packs, fonts, icons and theme."""
    return program_folder() / "resources"


def translations() -> Path:
    """Return the folder with the gettext catalogues."""
    return program_folder() / "translations"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The folder that holds everything this program ever writes on this machine."""

    root: Path

    @classmethod
    def standard(cls) -> DataFolder:
        """Return the data folder that the platform gives this user."""
        return cls(Path(platformdirs.user_data_dir(APP, appauthor=False)))

    @property
    def store(self) -> Path:
        """Return the folder of the encrypted store and its key slots."""
        return self.root / "store"

    @property
    def practice(self) -> Path:
        """Return the folder of the practice store, with fictional people only."""
        return self.root / "practice"

    @property
    def backups(self) -> Path:
        """Return the folder of the verified backups."""
        return self.root / "backups"

    @property
    def passing(self) -> Path:
        """Return the folder of files that only pass through; it is emptied at start and on leaving."""
        return self.root / "passing"

    @property
    def settings(self) -> Path:
        """Return the file with this machine's settings, none of them personal."""
        return self.root / "settings.json"

    @property
    def log(self) -> Path:
        """Return the file with the technical log, nothing in it personal."""
        return self.root / "technical.log"
