"""What nobody waits for is noted without its words: where it broke, never what it said.

These tests must not leave their hooks behind.
"""

from __future__ import annotations

import logging
import sys
import threading

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.app.crash import tell_crashes
from iroc_desktop.i18n.phrases import untranslated
from tests.guards import ExpectLog

NAME = "Zebedee Quill"


@pytest.fixture
def telling(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, hook in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(module, hook, getattr(module, hook))
    window = QWidget()
    qtbot.addWidget(window)
    tell_crashes(window, untranslated)


class Dying:
    """An object whose end fails, with a name in the words of the failure."""

    def __del__(self) -> None:
        raise KeyError(NAME)


@pytest.mark.usefixtures("telling")
def test_a_failing_end_of_an_object_is_noted_without_its_words(
    expect_log: ExpectLog, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with expect_log(logging.ERROR, "KeyError"):
        Dying()
    assert NAME not in caplog.text
    assert NAME not in "".join(capfd.readouterr())


@pytest.mark.usefixtures("telling")
def test_a_failing_thread_is_noted_without_its_words(
    expect_log: ExpectLog, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise KeyError(NAME)

    with expect_log(logging.ERROR, "KeyError"):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert NAME not in caplog.text
    assert NAME not in "".join(capfd.readouterr())
