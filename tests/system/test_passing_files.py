"""Files that only pass through lie in a private folder, which is empty again afterwards.

These tests must not leave the test process with another temporary folder.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QTemporaryFile

from iroc_desktop.system.passing_files import NAMES, begin_passing, clear_passing


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in NAMES:
        monkeypatch.setenv(name, os.environ.get(name, tempfile.gettempdir()))
    monkeypatch.setattr(tempfile, "tempdir", tempfile.tempdir)
    return tmp_path / "data" / "passing"


def test_what_python_and_qt_write_in_passing_lies_in_the_folder(folder: Path) -> None:
    begin_passing(folder)
    with tempfile.NamedTemporaryFile() as of_python:
        assert Path(of_python.name).parent == folder
    of_qt = QTemporaryFile(QDir.tempPath() + "/XXXXXX")
    assert of_qt.open()
    assert Path(of_qt.fileName()).parent == folder
    of_qt.close()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
def test_nobody_else_may_look_in(folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o755)
    begin_passing(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


def test_what_a_crash_left_is_gone_at_the_next_start_and_everything_on_leaving(folder: Path) -> None:
    folder.mkdir(parents=True)
    left = folder / "spool.pdf"
    left.write_text("Zebedee Quill")
    begin_passing(folder)
    assert not left.exists()
    left.write_text("Zebedee Quill")
    clear_passing(folder)
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_stops_nothing(folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way")
    before = tempfile.gettempdir()
    begin_passing(folder)
    assert tempfile.gettempdir() == before
