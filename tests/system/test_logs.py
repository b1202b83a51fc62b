"""The technical log is written where it belongs, and its absence stops nothing.

These tests must not leave a handler behind.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from iroc_desktop.system.logs import start_log, stop_log


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    before, level = list(logging.getLogger().handlers), logging.getLogger().level
    yield
    stop_log()
    logging.getLogger().handlers[:] = before
    logging.getLogger().setLevel(level)


def test_what_happened_is_written(tmp_path: Path) -> None:
    file = tmp_path / "data" / "technical.log"
    start_log(file)
    logging.getLogger("iroc_desktop.store").info("migrated to %s", "0002")
    assert "migrated to 0002" in file.read_text("utf-8")


def test_libraries_that_chat_are_asked_to_be_quiet(tmp_path: Path) -> None:
    file = tmp_path / "technical.log"
    start_log(file)
    logging.getLogger("matplotlib.font_manager").info("found a font")
    assert not file.exists()


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    start_log(tmp_path / "data" / "technical.log")
    logging.getLogger("iroc_desktop").info("still running")
