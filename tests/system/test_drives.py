"""Sticks that are plugged in, as the kernel lists them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from iroc_desktop.system.drives import drives_of_linux


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "media" / "MY STICK"
    place.mkdir(parents=True)
    return place


def devices_for(tmp_path: Path, place: Path, *, removable: bool) -> Path:
    """Return a folder like /sys/dev/block in which the disk of `place` is removable, or is not."""
    number = place.stat().st_dev
    devices = tmp_path / "block"
    disk = devices / f"{os.major(number)}:{os.minor(number)}"
    disk.mkdir(parents=True)
    (disk / "removable").write_text("1" if removable else "0", "ascii")
    return devices


def mounts(tmp_path: Path, *places: str) -> Path:
    file = tmp_path / "mounts"
    file.write_text("".join(f"/dev/x {each} vfat rw 0 0\n" for each in places), "utf-8")
    return file


def found(tmp_path: Path, stick: Path, *, removable: bool) -> tuple[Path, ...]:
    escaped = str(stick).replace(" ", "\\040")
    listed = mounts(tmp_path, escaped, str(tmp_path / "gone"))
    # the system itself lies elsewhere: /proc is on no disk
    return drives_of_linux(listed, devices_for(tmp_path, stick, removable=removable), Path("/proc"))


def test_a_stick_is_found_by_its_name_with_a_blank_and_one_that_is_gone_is_left_out(
    tmp_path: Path, stick: Path
) -> None:
    assert found(tmp_path, stick, removable=True) == (stick,)


def test_a_fixed_disk_is_no_stick(tmp_path: Path, stick: Path) -> None:
    assert found(tmp_path, stick, removable=False) == ()


def test_without_a_list_there_are_none(tmp_path: Path) -> None:
    assert drives_of_linux(tmp_path / "nowhere", tmp_path) == ()
