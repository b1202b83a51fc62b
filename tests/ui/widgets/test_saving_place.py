"""Asking for a place ends with the lock, also where the platform's own dialog stays open.

These tests must not write a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.ui.widgets.saving_place import ask_folder, ask_place


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    screen = QWidget(window)
    window.show()
    yield screen
    window.close()


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Callable[[], None]], None]:
    """Answer every dialog with a place, after something else has happened."""

    def answered(chosen: str, meanwhile: Callable[[], None]) -> None:
        def name(*_: object) -> tuple[str, str]:
            meanwhile()
            return chosen, "PNG (*.png)"

        monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: name(*given)[0])

    return answered


def test_a_place_takes_the_ending_of_its_filter(
    screen: QWidget, answer: Callable[[str, Callable[[], None]], None]
) -> None:
    answer("/stick/picture", lambda: None)
    assert ask_place(screen, "Save", "picture.png", ("PNG (*.png)",)) == Path("/stick/picture.png")
    assert ask_folder(screen, "Where") == Path("/stick/picture")


def test_nothing_chosen_is_no_place(
    screen: QWidget, answer: Callable[[str, Callable[[], None]], None]
) -> None:
    answer("", lambda: None)
    assert ask_place(screen, "Save", "picture.png", ("PNG (*.png)",)) is None
    assert ask_folder(screen, "Where") is None


def test_an_answer_that_comes_after_the_lock_is_not_heard(
    screen: QWidget, answer: Callable[[str, Callable[[], None]], None]
) -> None:
    answer("/stick/picture", screen.hide)
    assert ask_place(screen, "Save", "picture.png", ("PNG (*.png)",)) is None
    screen.show()
    assert ask_folder(screen, "Where") is None
