"""Idleness is noticed after the set time, and every touch starts it anew.

These tests must not wait for minutes: the limit is given in milliseconds.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.ui.tasks.idle import TOUCHES, IdleWatch


def test_idleness_is_told_once(qtbot: QtBot) -> None:
    watch = IdleWatch()
    watch.set_limit(60_000)
    with qtbot.waitSignal(watch.idle):
        watch.set_limit(1)


def test_a_touch_starts_the_time_anew(qtbot: QtBot) -> None:
    watch = IdleWatch()
    watch.set_limit(60_000)
    elapsed_before = watch._timer.remainingTime()
    qtbot.waitUntil(lambda: watch._timer.remainingTime() < elapsed_before)
    watch.eventFilter(QObject(), QEvent(QEvent.Type.KeyPress))
    assert watch._timer.remainingTime() >= elapsed_before


def test_what_is_no_touch_does_not_count_and_every_event_passes(qtbot: QtBot) -> None:
    watch = IdleWatch()
    watch.set_limit(60_000)
    before = watch._timer.remainingTime()
    qtbot.waitUntil(lambda: watch._timer.remainingTime() < before)
    assert watch.eventFilter(QObject(), QEvent(QEvent.Type.Paint)) is False
    assert watch._timer.remainingTime() < before


def test_a_stopped_watch_is_not_woken_by_a_touch(qtbot: QtBot) -> None:
    watch = IdleWatch()
    watch.set_limit(1)
    watch.stop()
    watch.eventFilter(QObject(), QEvent(QEvent.Type.KeyPress))
    assert not watch._timer.isActive()


@pytest.mark.parametrize("kind", sorted(TOUCHES, key=str))
def test_every_kind_of_touch_counts(qtbot: QtBot, kind: QEvent.Type) -> None:
    watch = IdleWatch()
    watch.set_limit(60_000)
    before = watch._timer.remainingTime()
    qtbot.waitUntil(lambda: watch._timer.remainingTime() < before)
    watch.eventFilter(QObject(), QEvent(kind))
    assert watch._timer.remainingTime() >= before


def test_ctrl_l_is_heard_in_a_dialog_which_keeps_the_windows_own_key_from_working(
    qtbot: QtBot, qapp: QApplication
) -> None:
    watch = IdleWatch()
    watch.set_limit(60_000)
    qapp.installEventFilter(watch)
    asked: list[None] = []
    watch.lock_asked.connect(lambda: asked.append(None))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert asked == []
    dialog = QDialog(window)
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_L)
    assert asked == []
    QTest.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qapp.removeEventFilter(watch)
    dialog.close()
    assert asked == [None]
