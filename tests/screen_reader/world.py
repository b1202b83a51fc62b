"""Makes a desktop of its own: a display nobody sees, a session bus, and the accessibility bus on it.

It must not touch the display or the bus of whoever runs it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

TOOLS: Final = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-run-session": "dbus",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/gi": "python3-gi",
    "/usr/lib/x86_64-linux-gnu/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
}
"""What has to be there, and Debian's package for it; a path where the machine looks for a file."""
SYSTEM_PYTHON: Final = "/usr/bin/python3"
SCREEN: Final = "1366x900x24"


def missing() -> list[str]:
    """Return the packages that have to be installed first."""
    return sorted({package for tool, package in TOOLS.items() if not _there(tool)})


def play(arguments: list[str]) -> int:
    """Run `arguments` on a desktop of their own with the system's Python, and return the exit code."""
    with _display() as display:
        surroundings = os.environ | {
            "DISPLAY": display,
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            # the bus and Qt talk about themselves; what matters is in the transcript
            "QT_LOGGING_RULES": "qt.accessibility.atspi=false;qt.qpa.*=false",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        # a window is given the keyboard by a window manager; its own words do not matter
        manager = subprocess.Popen(["openbox"], env=surroundings, stderr=subprocess.DEVNULL)  # noqa: S607
        try:
            command = ["dbus-run-session", "--", SYSTEM_PYTHON, "-m", *arguments]
            return subprocess.run(command, env=surroundings, check=False, cwd=_root()).returncode
        finally:
            manager.kill()
            manager.wait()


@contextmanager
def _display() -> Iterator[str]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _there(tool: str) -> bool:
    if tool.startswith("/"):
        # the folder of libraries is named after the processor
        pattern = tool.replace("x86_64-linux-gnu", "*").lstrip("/")
        return any(Path("/").glob(pattern))
    return shutil.which(tool) is not None


def _root() -> Path:
    return Path(__file__).parents[2]
