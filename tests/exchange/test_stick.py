"""Bundles as files: whole or not there, under a name that says nothing.

These tests must not need a real stick.
"""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from iroc_desktop.domain.bundles import BundleTooLargeError
from iroc_desktop.domain.store_errors import (
    CopyDiffersError,
    PlaceFullError,
    PlaceGoneError,
    PlaceReadOnlyError,
)
from iroc_desktop.exchange import stick

CONTENT = b"sealed" * 1_000


def test_a_bundle_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = stick.write(CONTENT, tmp_path, stick.BUNDLE)
    assert stick.read(path) == CONTENT
    assert stick.found_in(tmp_path, stick.BUNDLE) == (path,)


def test_every_bundle_has_a_new_name_that_says_nothing(tmp_path: Path) -> None:
    names = {stick.write(CONTENT, tmp_path, stick.BUNDLE).name for _ in range(20)}
    assert len(names) == 20
    assert all(len(each) == len("iroc-01234567.irocsync") for each in names)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("refusing", ["fsync", "rename", "file_digest"])
def test_whatever_is_refused_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusing: str, number: int
) -> None:
    older = stick.write(b"older", tmp_path, stick.BUNDLE)

    def refuse(*_: object) -> None:
        raise OSError(number, "refused")

    owner: object = {"fsync": os, "rename": Path, "file_digest": hashlib}[refusing]
    monkeypatch.setattr(owner, refusing, refuse)
    with pytest.raises((PlaceFullError, PlaceGoneError, PlaceReadOnlyError)):
        stick.write(CONTENT, tmp_path, stick.BUNDLE)
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == [older]
    assert stick.read(older) == b"older"


def test_what_comes_back_differently_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stick, "_digest_of", lambda _: b"another")
    with pytest.raises(CopyDiffersError):
        stick.write(CONTENT, tmp_path, stick.BUNDLE)
    assert list(tmp_path.iterdir()) == []


def test_a_full_stick_is_told_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stick, "free_room", lambda _: 10)
    with pytest.raises(PlaceFullError) as told:
        stick.write(CONTENT, tmp_path, stick.BUNDLE)
    assert told.value.free == 10
    assert list(tmp_path.iterdir()) == []


def test_a_half_bundle_is_never_offered(tmp_path: Path) -> None:
    (tmp_path / "iroc-00000000.part").write_bytes(b"half")
    (tmp_path / "holiday.jpg").write_bytes(b"picture")
    (tmp_path / "folder.irocsync").mkdir()
    assert stick.found_in(tmp_path, stick.BUNDLE) == ()
    assert stick.found_in(tmp_path / "gone", stick.BUNDLE) == ()


def test_a_file_too_large_for_a_bundle_is_not_read_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stick, "MOST_BYTES", 100)
    path = tmp_path / "huge.irocsync"
    path.write_bytes(b"x" * 101)
    with pytest.raises(BundleTooLargeError):
        stick.read(path)


def test_a_stick_that_was_pulled_out_is_told(tmp_path: Path) -> None:
    with pytest.raises(PlaceGoneError):
        stick.read(tmp_path / "gone.irocsync")
