"""Drives that somebody can pull out: whether a folder lies on one, and which are plugged in.

It must not guess: what the system does not say is taken for a fixed drive.
"""

from __future__ import annotations

import os
import plistlib
import re
import subprocess
import sys
from pathlib import Path
from string import ascii_uppercase
from typing import Final

_WINDOWS_REMOVABLE: Final = 2
"""What GetDriveTypeW answers for a stick or a card."""

_SYSTEM: Final = Path("/sys/dev/block")


def is_removable(folder: Path) -> bool:
    """Return whether the folder, or the nearest one above that exists, is on a removable drive."""
    existing = _nearest(folder)
    if sys.platform == "win32":
        return _removable_on_windows(existing)
    if sys.platform == "darwin":
        return _removable_on_mac(existing)
    return removable_on_linux(existing, _SYSTEM)


def removable_drives() -> tuple[Path, ...]:
    """Return where sticks and cards that are plugged in can be reached, in a fixed order."""
    if sys.platform == "win32":
        return tuple(filter(_removable_on_windows, _drives_of_windows()))
    if sys.platform == "darwin":
        return tuple(filter(_removable_on_mac, sorted(Path("/Volumes").iterdir())))
    return drives_of_linux(Path("/proc/self/mounts"), _SYSTEM)


def drives_of_linux(mounts: Path, devices: Path, system: Path = Path("/")) -> tuple[Path, ...]:
    """Return the places in the kernel's list of mounts that are on a drive that can be pulled out."""
    try:
        lines = mounts.read_text("utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ()
    places = {Path(_unescaped(fields[1])) for fields in map(str.split, lines) if len(fields) > 1}
    return tuple(sorted(each for each in places if _is_there_and_removable(each, devices, system)))


def _is_there_and_removable(place: Path, devices: Path, system: Path) -> bool:
    try:
        return place.is_dir() and removable_on_linux(place, devices, system)
    except OSError:
        # pulled out a moment ago, or not ours to look at
        return False


def _unescaped(field: str) -> str:
    """Return a path of the list of mounts, in which blanks and the like are octal."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found.group(1), 8)), field)


def _drives_of_windows() -> list[Path]:
    import ctypes

    mask: int = getattr(ctypes, "windll").kernel32.GetLogicalDrives()  # noqa: B009 - exists on Windows only
    return [Path(f"{letter}:\\") for place, letter in enumerate(ascii_uppercase) if mask >> place & 1]


def removable_on_linux(folder: Path, devices: Path, system: Path = Path("/")) -> bool:
    """Ask the kernel about the disks below a folder, through partitions and encryption.

    A stick calls itself removable; an external disk does not, so what hangs on a USB bus counts as well,
    unless the whole system runs from it.
    """
    disks = _disks(folder, devices)
    return not disks & _disks(system, devices) and any(map(_can_be_pulled_out, disks))


def _disks(folder: Path, devices: Path) -> set[Path]:
    number = folder.stat().st_dev
    device = devices / f"{os.major(number)}:{os.minor(number)}"
    # a network or memory file system has no block device
    return _disks_below(device.resolve()) if device.exists() else set()


def _disks_below(device: Path) -> set[Path]:
    below = device / "slaves"
    if below.is_dir() and any(below.iterdir()):
        return {disk for each in below.iterdir() for disk in _disks_below(each.resolve())}
    return {device.parent if (device / "partition").exists() else device}


def _can_be_pulled_out(disk: Path) -> bool:
    try:
        removable = (disk / "removable").read_text("ascii").strip() == "1"
    except OSError:
        removable = False
    return removable or any(part.startswith("usb") for part in disk.parts)


def _nearest(folder: Path) -> Path:
    folder = folder.absolute()
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _removable_on_windows(folder: Path) -> bool:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    return bool(kernel.GetDriveTypeW(folder.anchor) == _WINDOWS_REMOVABLE)


def _removable_on_mac(folder: Path) -> bool:
    parts = folder.resolve().parts
    if len(parts) < 3 or parts[1] != "Volumes":
        return False
    volume = str(Path(*parts[:3]))
    try:
        asked = subprocess.run(  # noqa: S603 - a fixed program, no shell
            ["/usr/sbin/diskutil", "info", "-plist", volume],
            capture_output=True,
            timeout=10,
            check=True,
        )
        told = plistlib.loads(asked.stdout)
    except (OSError, subprocess.SubprocessError, plistlib.InvalidFileException):
        return False
    return bool(told.get("RemovableMediaOrExternalDevice") or told.get("Ejectable"))
