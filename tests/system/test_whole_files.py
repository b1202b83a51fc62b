"""A file is saved whole or not at all, for this account only, and trouble is told as an expected error."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import (
    DiskFailedError,
    DiskFullError,
    PlaceFullError,
    PlaceGoneError,
    PlaceReadOnlyError,
    ReadOnlyError,
)
from iroc_desktop.system.whole_files import DRAFT, write_out, write_whole

Write = Callable[[Path, bytes], Path]

BOTH = pytest.mark.parametrize("write", [write_whole, write_out])


@BOTH
def test_a_file_is_written_and_an_older_one_replaced(tmp_path: Path, write: Write) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"old")
    assert write(path, b"new\n\r\n") == path
    assert path.read_bytes() == b"new\n\r\n"
    assert [each.name for each in tmp_path.iterdir()] == ["picture.png"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files to an account in another way")
@BOTH
def test_only_this_account_may_read_it_whatever_it_replaces(tmp_path: Path, write: Write) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"old")
    path.chmod(0o666)
    before = os.umask(0)
    try:
        write(path, b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("write", "code", "error"),
    [
        (write_whole, errno.ENOSPC, DiskFullError),
        (write_whole, errno.EROFS, ReadOnlyError),
        (write_whole, errno.EACCES, ReadOnlyError),
        (write_whole, errno.EIO, DiskFailedError),
        (write_out, errno.ENOSPC, PlaceFullError),
        (write_out, errno.EDQUOT, PlaceFullError),
        (write_out, errno.EFBIG, PlaceFullError),
        (write_out, errno.EROFS, PlaceReadOnlyError),
        (write_out, errno.EACCES, PlaceReadOnlyError),
        (write_out, errno.EIO, PlaceGoneError),
        (write_out, errno.ENODEV, PlaceGoneError),
    ],
)
@pytest.mark.parametrize("point", ["open", "write", "fsync", "replace"])
def test_trouble_at_any_point_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    write: Write,
    code: int,
    error: type[ExpectedError],
    point: str,
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"old")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, "no")

    with monkeypatch.context() as broken:
        if point == "write":
            broken.setattr(os, "fdopen", lambda number, _: _Refusing(number, code))
        else:
            broken.setattr(Path if point == "replace" else os, point, refuse)
        with pytest.raises(error):
            write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["picture.png"]


class _Refusing:
    """A file on a disk that takes nothing."""

    def __init__(self, number: int, code: int) -> None:
        self._number, self._code = number, code

    def __enter__(self) -> _Refusing:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._number)

    def write(self, _: bytes) -> None:
        raise OSError(self._code, "no")


def test_a_stick_that_is_full_tells_how_much_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(PlaceFullError) as told:
        write_out(tmp_path / "summary.pdf", b"x" * 1000)
    assert told.value.needed == 1000
    assert told.value.free > 0


@pytest.mark.parametrize(("write", "error"), [(write_whole, DiskFailedError), (write_out, PlaceGoneError)])
def test_a_folder_that_is_not_there_is_told_too(
    tmp_path: Path, write: Write, error: type[ExpectedError]
) -> None:
    with pytest.raises(error):
        write(tmp_path / "nowhere" / "picture.png", b"new")


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a right there")
def test_a_link_laid_where_the_draft_goes_is_not_written_through(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    (chosen / DRAFT).symlink_to(victim)
    write_out(chosen / "summary.pdf", b"new")
    assert victim.read_bytes() == b"mine"
    assert [each.name for each in chosen.iterdir()] == ["summary.pdf"]


def test_a_draft_that_a_crash_left_behind_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / DRAFT).write_bytes(b"half")
    write_out(tmp_path / "summary.pdf", b"whole")
    assert [each.name for each in tmp_path.iterdir()] == ["summary.pdf"]


def test_the_longest_name_a_disk_takes_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 251}.pdf"
    assert write_out(path, b"new").read_bytes() == b"new"
