"""The disk that the power cuts are played on: what was synced stays, anything else may go.

These tests must not depend on one seed: each looks at all that many cuts leave.
"""

from __future__ import annotations

import random
from pathlib import Path

from tests.campaign.disk import Disk, Files
from tests.campaign.witness import Event

MANY = 300


def event(kind: str, name: str, content: bytes = b"", number: int = 0) -> Event:
    return Event(kind, name, number, content)


def left_by(folder: Path, *events: Event) -> list[Files]:
    disk = Disk(folder)
    for each in events:
        disk.take(each)
    chance = random.Random(1)  # noqa: S311  # repeatable
    return [disk.crashed(chance) for _ in range(MANY)]


def test_what_was_synced_with_its_folder_is_always_there(tmp_path: Path) -> None:
    left = left_by(tmp_path, event("C", "a"), event("W", "a", b"words"), event("S", "a"), event("S", ""))
    assert all(files == {"a": b"words"} for files in left)


def test_a_name_whose_folder_was_not_synced_may_be_gone(tmp_path: Path) -> None:
    left = left_by(tmp_path, event("C", "a"), event("W", "a", b"words"), event("S", "a"))
    assert {tuple(files) for files in left} == {(), ("a",)}


def test_unsynced_writes_may_be_there_in_any_combination(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"..")
    left = left_by(tmp_path, event("W", "a", b"1", 0), event("W", "a", b"2", 1))
    assert {files["a"] for files in left} == {b"..", b"1.", b".2", b"12"}


def test_a_write_larger_than_a_sector_may_be_torn(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(1024))
    left = left_by(tmp_path, event("W", "a", b"x" * 1024))
    assert {(files["a"] or b"")[::512] for files in left} == {b"\0\0", b"x\0", b"\0x", b"xx"}


def test_a_removed_file_may_come_back(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    assert {tuple(files.items()) for files in left_by(tmp_path, event("U", "a"))} == {(), (("a", b"old"),)}


def test_a_renaming_is_whole_and_may_bring_content_that_was_not_synced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    left = left_by(tmp_path, event("C", "b"), event("W", "b", b"new"), event("R", "b", b"a"), event("S", ""))
    assert {files["a"] for files in left} == {b"", b"new"}
    assert not any("b" in files for files in left)


def test_a_folder_that_was_moved_keeps_what_is_in_it(tmp_path: Path) -> None:
    events = (event("D", "x"), event("C", "x/a"), event("S", "x"), event("R", "x", b"y"), event("S", ""))
    assert all(set(files) == {"y", "y/a"} for files in left_by(tmp_path, *events))
