"""A box with words that wrap: ticked by box, words or key, told once, and named for a screen reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.tick import Tick
from tests.ui.fitting import misfits, unnamed

Show = Callable[[QWidget, int, int], None]
LONG = "Show the rating of last time, once an indicator is rated, and never before that"


def made(show: Show, look: Look) -> tuple[Tick, list[bool]]:
    tick = Tick(look, LONG)
    told: list[bool] = []
    tick.clicked.connect(told.append)
    show(tick, 320, 400)
    return tick, told


def test_a_press_on_the_words_ticks_it_as_one_on_the_box_does(show: Show, look: Look) -> None:
    tick, told = made(show, look)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(300, tick.height() // 2))
    assert (tick.box.isChecked(), told) == (True, [True])
    QTest.keyClick(tick.box, Qt.Key.Key_Space)
    assert (tick.box.isChecked(), told) == (False, [True, False])


def test_what_cannot_be_changed_is_not(show: Show, look: Look) -> None:
    tick, told = made(show, look)
    tick.show_as(ticked=True, possible=False)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(300, tick.height() // 2))
    assert (tick.box.isChecked(), told) == (True, [])


def test_long_words_wrap_and_name_the_box(show: Show, look: Look) -> None:
    tick, _ = made(show, look)
    assert misfits(tick.window()) == []
    assert unnamed(tick.window()) == []
    tick.say("Something else")
    assert tick.box.accessibleName() == "Something else"
