"""A passphrase that was cleared is gone: no key and no button brings it back.

These tests must not read more than the field shows.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.passphrase_field import PassphraseField


@pytest.mark.parametrize("shown", [False, True], ids=["hidden", "shown"])
def test_undo_does_not_bring_a_cleared_passphrase_back(qtbot: QtBot, look: Look, shown: bool) -> None:
    field = PassphraseField(look, "Your passphrase")
    qtbot.addWidget(field)
    line, eye = field.findChild(QLineEdit), field.findChild(QToolButton)
    assert line is not None
    assert eye is not None
    eye.setChecked(shown)
    QTest.keyClicks(line, "seven quiet horses")
    field.clear()
    eye.setChecked(True)
    QTest.keySequence(line, QKeySequence(QKeySequence.StandardKey.Undo))
    assert line.text() == ""
    line.undo()
    assert line.text() == ""


def test_keyboards_on_the_screen_are_asked_to_learn_nothing(qtbot: QtBot, look: Look) -> None:
    field = PassphraseField(look, "Your passphrase")
    qtbot.addWidget(field)
    line = field.findChild(QLineEdit)
    assert line is not None
    for hint in ("ImhSensitiveData", "ImhHiddenText", "ImhNoPredictiveText"):
        assert line.inputMethodHints() & Qt.InputMethodHint[hint]
