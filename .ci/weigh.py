"""Weigh a frozen program: what it takes on disk, packed, and its heaviest files.

It must not change the program it weighs; the packed copy is a temporary file.
"""

from __future__ import annotations

import sys
import tarfile
import tempfile
from pathlib import Path

MEGABYTE = 1_000_000


def weigh(folder: Path) -> tuple[int, int]:
    """Return the bytes of `folder` on disk and packed as .tar.xz."""
    whole = sum(file.stat().st_size for file in _files(folder))
    with tempfile.TemporaryDirectory() as scratch:
        packed = Path(scratch) / "packed.tar.xz"
        with tarfile.open(packed, "w:xz") as archive:
            archive.add(folder, folder.name)
        return whole, packed.stat().st_size


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]


def main() -> int:
    """Print the weights of the folder named on the command line."""
    folder = Path(sys.argv[1])
    whole, packed = weigh(folder)
    lines = [f"{folder}: {whole / MEGABYTE:.0f} MB, packed {packed / MEGABYTE:.0f} MB"]
    heaviest = sorted(_files(folder), key=lambda file: -file.stat().st_size)[:10]
    lines += [f"  {f.stat().st_size / MEGABYTE:6.1f} MB  {f.relative_to(folder)}" for f in heaviest]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
