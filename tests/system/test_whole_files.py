"""A file is saved whole or not at all, and trouble is told as an expected error."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import DiskFailedError, DiskFullError, ReadOnlyError
from iroc_desktop.system.whole_files import write_whole


def test_a_file_is_written_and_an_older_one_replaced(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"old")
    assert write_whole(path, b"new") == path
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["picture.png"]


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EROFS, ReadOnlyError),
        (errno.EACCES, ReadOnlyError),
        (errno.EIO, DiskFailedError),
    ],
)
def test_trouble_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, error: type[ExpectedError]
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"old")

    def refuse(_: Path, __: Path) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(error):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["picture.png"]


def test_a_folder_that_is_not_there_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(DiskFailedError):
        write_whole(tmp_path / "nowhere" / "picture.png", b"new")
