"""Asking for a printer ends with the lock, whichever dialog asks.

These tests must not print.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.domain.summary import Paper
from iroc_desktop.ui.widgets.printing import ask_printer


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    screen = QWidget(window)
    window.show()
    yield screen
    window.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_dialog_that_the_lock_closes_prints_nothing(screen: QWidget) -> None:
    def lock() -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QDialog):
                each.reject()

    QTimer.singleShot(0, lock)
    assert ask_printer(screen, "iroc-desktop", Paper.A4) is None


@pytest.mark.parametrize("gone", [False, True], ids=["still there", "locked meanwhile"])
def test_a_dialog_that_the_lock_cannot_close_is_answered_for_nothing(
    screen: QWidget, monkeypatch: pytest.MonkeyPatch, gone: bool
) -> None:
    def accepted(_: QPrintDialog) -> int:
        if gone:
            screen.setParent(None)
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(QPrintDialog, "exec", accepted)
    assert (ask_printer(screen, "iroc-desktop", Paper.A4) is None) is gone
    screen.deleteLater()
