"""What every test gets without asking: no screen, no network, a private home and the guards.

It must not hold builders or fakes: those live beside the tests that need them.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

# Before anything imports Qt: the platform is chosen when the first application object is made.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("MPLBACKEND", "agg")
os.umask(0o077)

pytest_plugins = ["pytester", "tests.guards"]

_HOME_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": "run",
    "LOCALAPPDATA": "AppData/Local",
    "APPDATA": "AppData/Roaming",
}


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home folder of this test's own, so that no test meets the data of a real user."""
    home = tmp_path_factory.mktemp("home", numbered=True)
    for variable, folder in _HOME_FOLDERS.items():
        monkeypatch.setenv(variable, str(home / folder) if folder else str(home))
    (home / "run").mkdir(mode=0o700)
    return home
