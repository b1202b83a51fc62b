"""Where the shipped content lies, and a copy of it that a test may damage.

It must not write anywhere but in the folder a test gives it.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[3]
SCHEMAS: Final = ROOT / "resources" / "schemas"
OPEN_PACK: Final = ROOT / "resources" / "packs" / "iroc-open"
OTHER_PACK: Final = ROOT / "tests" / "data" / "packs" / "eleven-of-seven"
PRACTICE: Final = ROOT / "resources" / "practice"


def copied(folder: Path, into: Path) -> Path:
    """Return a copy of a pack's folder."""
    return Path(shutil.copytree(folder, into / folder.name))


def edited(file: Path, old: str, new: str) -> None:
    """Replace the first `old` in a file, which must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(file: Path, text: str) -> int:
    """Return the number, from 1, of the first line that contains `text`, which must be there."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)
