"""Runs a program under the witness, a small C library that writes down every change to the files of a folder.

It must not run where it cannot be compiled: tests ask `compiler` first and say why they are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

SOURCE: Final = Path(__file__).with_name("witness.c")


@dataclass(frozen=True, slots=True)
class Event:
    """One change to a file or folder, as the witness saw it."""

    kind: str
    """C created, D folder made, W written, T cut to a length, S synced, U removed, R renamed."""
    name: str
    """Where, seen from the watched folder; empty for that folder itself."""
    number: int
    """Where in the file it was written, or the length it was cut to; in bytes."""
    content: bytes = field(repr=False)
    """What was written; the new name for a renaming."""


def compiler() -> str | None:
    """Return where a C compiler is; without one there is no witness. There is none outside of Linux."""
    if not sys.platform.startswith("linux"):
        return None
    return shutil.which("cc") or shutil.which("gcc")


def watched(folder: Path, work: Path, program: str, *arguments: str) -> tuple[list[Event], str]:
    """Run a Python program under the witness; return the changes it made below `folder`, and what it printed.

    The witness and its record are kept in `work`, which is not below `folder`.

    Raises:
        subprocess.CalledProcessError: if there is no compiler that works, or the program failed.
    """
    work.mkdir(parents=True, exist_ok=True)
    library, trace = work / "witness.so", work / "trace"
    if not library.exists():
        command = [str(compiler()), "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"]
        subprocess.run(command, check=True)
    surroundings = os.environ | {
        "LD_PRELOAD": str(library),
        "WITNESS_FOLDER": str(folder),
        "WITNESS_TRACE": str(trace),
    }
    ran = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        check=True,
        env=surroundings,
        stdout=subprocess.PIPE,
        text=True,
    )
    return list(_events(trace.read_bytes(), f"{folder}")), ran.stdout


def _events(record: bytes, folder: str) -> Iterator[Event]:
    at = 0
    while at < len(record):
        end = record.index(b"\n", at)
        kind, number, path_length, length = record[at:end].decode().split(" ")
        path_end = end + 1 + int(path_length)
        at = path_end + int(length)
        path, content = record[end + 1 : path_end].decode(), record[path_end:at]
        if kind == "R":
            content = _below(folder, content.decode()).encode()
        yield Event(kind, _below(folder, path), int(number), content)


def _below(folder: str, path: str) -> str:
    return path.removeprefix(folder).lstrip("/")
