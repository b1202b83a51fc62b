"""Idleness is noticed after the set time, and every touch starts it anew.

These tests must not wait for minutes: the limit is given in milliseconds.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from iroc_desktop.ui.tasks.idle import IdleWatch


def test_idleness_is_told_once(qtbot: QtBot) -> None:
    watch = IdleWatch(60_000)
    with qtbot.waitSignal(watch.idle):
        watch.set_limit(1)


def test_a_touch_starts_the_time_anew(qtbot: QtBot) -> None:
    watch = IdleWatch(60_000)
    elapsed_before = watch._timer.remainingTime()
    qtbot.waitUntil(lambda: watch._timer.remainingTime() < elapsed_before)
    watch.eventFilter(QObject(), QEvent(QEvent.Type.KeyPress))
    assert watch._timer.remainingTime() >= elapsed_before


def test_what_is_no_touch_does_not_count_and_every_event_passes(qtbot: QtBot) -> None:
    watch = IdleWatch(60_000)
    before = watch._timer.remainingTime()
    qtbot.waitUntil(lambda: watch._timer.remainingTime() < before)
    assert watch.eventFilter(QObject(), QEvent(QEvent.Type.Paint)) is False
    assert watch._timer.remainingTime() < before


def test_a_stopped_watch_is_not_woken_by_a_touch(qtbot: QtBot) -> None:
    watch = IdleWatch(1)
    watch.stop()
    watch.eventFilter(QObject(), QEvent(QEvent.Type.KeyPress))
    assert not watch._timer.isActive()
