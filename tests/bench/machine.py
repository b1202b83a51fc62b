"""What the figures were taken on: machine and versions, in one line.

It must not name the machine, its user or a path.
"""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Final

import psutil
import sqlcipher3

_MEGABYTE: Final = 1_000_000
_LIBRARIES: Final = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "matplotlib", "reportlab")


def machine_line() -> str:
    """Return processor, memory, system, Python and the libraries that take the time."""
    memory = round(psutil.virtual_memory().total / _MEGABYTE / 1000)
    hardware = f"{_processor()}, {os.cpu_count()} cores, {memory} GB"
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    window = os.environ.get("QT_QPA_PLATFORM", "a display")
    return f"{hardware}; {system}; {libraries}; SQLite {sqlcipher3.sqlite_version}; windows on {window}"


def resident_megabytes() -> float:
    """Return the memory that this process holds now, in MB of a million bytes."""
    return float(psutil.Process().memory_info().rss) / _MEGABYTE


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    if facts.exists():
        for line in facts.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
