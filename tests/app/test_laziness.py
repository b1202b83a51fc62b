"""What is imported when: the first window waits for no library it does not need, nor *Today* for charts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
STORE: Final = {"sqlalchemy", "alembic", "sqlcipher3", "cryptography"}
CONTENT: Final = {"yaml", "jsonschema", "babel"}
CHARTS: Final = {"matplotlib", "numpy", "PIL"}
PAPER: Final = {"reportlab", "pypdfium2", "PySide6.QtPrintSupport"}

DOOR: Final = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from iroc_desktop.app import main
from iroc_desktop.system.paths import DataFolder
from iroc_desktop.system.settings import Settings

data = DataFolder(Path(sys.argv[1]))
Settings(language="es").save(data.settings)
main.prefetch = lambda: None
application = main.show_first_window(main.make_qt(), data)
assert application.window.grab().width() > 0
application.window.close()
application.close()
print(*sys.modules)
"""
TODAY: Final = """
import sys
from pathlib import Path
from iroc_desktop.app.player import Player
from iroc_desktop.system.paths import DataFolder
from iroc_desktop.system.settings import Settings

player = Player(DataFolder(Path(sys.argv[1])), Settings(language="es"))
player.practise()
assert player.workplace is not None
seen = set(sys.modules)
player.stop()
print(*seen)
"""


def modules_after(program: str, folder: Path) -> set[str]:
    # a key file, so that the door is what shows
    (folder / "store").mkdir(parents=True)
    (folder / "store" / "vault.json").touch()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program, str(folder)]
    answer = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    return set(answer.stdout.split())


@pytest.mark.parametrize(
    ("program", "wanted", "unwanted"),
    [
        (DOOR, {"iroc_desktop.ui.screens.unlock.view"}, STORE | CONTENT | CHARTS | PAPER),
        (TODAY, {"iroc_desktop.ui.screens.today.view", *STORE - {"alembic"}}, CHARTS | PAPER),
    ],
    ids=["door", "today"],
)
def test_nothing_is_imported_before_it_is_wanted(
    program: str, wanted: set[str], unwanted: set[str], tmp_path: Path
) -> None:
    imported = modules_after(program, tmp_path / "data")
    assert wanted <= imported
    assert imported & unwanted == set()


def test_the_worker_brings_no_class_of_qts_into_being(tmp_path: Path) -> None:
    """Such a class, made beside a window that was at work, ended the program right after the unlock."""
    program = "import sys; from iroc_desktop.app.late import prefetch; prefetch(); print(*sys.modules)"
    loaded = modules_after(program, tmp_path)
    assert "iroc_desktop.store.vault" in loaded
    assert not [name for name in loaded if name.startswith(("PySide6", "iroc_desktop.ui"))]
