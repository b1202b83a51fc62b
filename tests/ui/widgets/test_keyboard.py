"""Enter presses what otherwise only the space bar would; the order of Tab is tested with each screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from iroc_desktop.ui.widgets.keyboard import enter_presses


def test_enter_presses_as_the_space_bar_does(qtbot: QtBot, qapp: QApplication) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert not pressed
    enter_presses(button)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Enter)
    assert len(pressed) == 2
