"""A second start is noticed, and raises the first window.

These tests must not sleep, nor start a second process where a second claim will do.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo
from pytestqt.qtbot import QtBot

from iroc_desktop.ui.tasks.single_instance import SingleInstance


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> SingleInstance:
    made = SingleInstance(tmp_path)
    assert made.claim()
    return made


def test_a_second_start_is_not_the_only_one(first: SingleInstance, tmp_path: Path) -> None:
    assert not SingleInstance(tmp_path).claim()


def test_the_first_is_called_to_show_its_window_again_and_again(
    first: SingleInstance, tmp_path: Path, qtbot: QtBot
) -> None:
    for _ in range(2):
        with qtbot.waitSignal(first.called):
            SingleInstance(tmp_path).call()


def test_after_the_first_is_gone_the_next_may_start(first: SingleInstance, tmp_path: Path) -> None:
    first.release()
    assert SingleInstance(tmp_path).claim()


def test_other_folders_are_other_programs(first: SingleInstance, tmp_path: Path) -> None:
    assert SingleInstance(tmp_path / "practice").claim()


def test_the_lock_of_a_killed_process_does_not_count(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "run").mkdir()
    machine = QSysInfo.machineHostName()
    (tmp_path / "run" / "lock").write_text(f"999999999\niroc-desktop\n{machine}\n\n\n")
    assert SingleInstance(tmp_path).claim()
