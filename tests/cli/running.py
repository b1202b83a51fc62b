"""How tests run a command: with the passphrase in a file, never on the command line.

It must not look at what a command did.
"""

from __future__ import annotations

from pathlib import Path

from iroc_desktop.__main__ import main
from iroc_desktop.system.paths import DataFolder

PASSPHRASE = "seven quiet horses"
NAME = "Zebedee Quill"


def run(data: DataFolder, passphrase: Path, command: str, *more: str) -> int:
    """Run a command on a data folder; return its exit code."""
    return main([command, "--data-dir", str(data.root), "--passphrase-file", str(passphrase), *more])
