"""Where a session stands: stages and dots tell it, and lead there by mouse and by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.markers import Fill
from iroc_desktop.ui.widgets.progress_dots import Dot, ProgressDots
from iroc_desktop.ui.widgets.stepper import StageButton, Stepper, StepperStage

Show = Callable[[QWidget, int, int], None]
STAGES = [StepperStage(name.lower(), name, name != "Plan") for name in ("Talk", "Picture", "Choose", "Plan")]


def stepper(show: Show, look: Look) -> Stepper:
    made = Stepper(look, STAGES)
    made.set_state("picture", ["talk"])
    show(made, 1500, 200)
    return made


def dots(show: Show, look: Look, count: int = 12) -> ProgressDots:
    made = ProgressDots(look)
    fills = [Fill.FULL] * 6 + [Fill.HALF] + [Fill.EMPTY] * 20
    made.set_dots([Dot(f"dot {place}", "people", fills[place]) for place in range(count)], 2)
    show(made, made.sizeHint().width(), made.sizeHint().height())
    return made


def test_a_stage_says_its_number_its_name_and_how_it_stands(show: Show, look: Look) -> None:
    names = [each.accessibleName() for each in stepper(show, look).findChildren(StageButton)]
    assert names == [
        "Stage 1, Talk, done",
        "Stage 2, Picture, open now",
        "Stage 3, Choose",
        "Stage 4, Plan",
    ]


def test_a_stage_can_be_opened_by_key_and_by_mouse_unless_it_is_not_there_yet(show: Show, look: Look) -> None:
    made = stepper(show, look)
    chosen: list[str] = []
    made.chosen.connect(chosen.append)
    talk, _, choose, plan = made.findChildren(StageButton)
    QTest.keyClick(talk, Qt.Key.Key_Space)
    for button in (choose, plan):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen == ["talk", "choose"]


def test_stages_flow_onto_more_lines_rather_than_being_cut(qtbot: QtBot, show: Show, look: Look) -> None:
    made = stepper(show, look)
    buttons = made.findChildren(StageButton)
    made.resize(max(button.sizeHint().width() for button in buttons) + 20, 800)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) > 1)
    for button in buttons:
        assert button.width() >= button.sizeHint().width()
        assert made.rect().contains(button.geometry())


def test_dots_say_how_many_are_rated(show: Show, look: Look) -> None:
    assert dots(show, look).accessibleName() == "6 of 12 rated"


def test_a_press_on_a_dot_jumps_there(qtbot: QtBot, show: Show, look: Look) -> None:
    made = dots(show, look)
    with qtbot.waitSignal(made.chosen) as told:
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(made.width() - 10, made.height() // 2))
    assert told.args == [11]


def test_arrow_keys_jump_from_dot_to_dot_and_stop_at_the_ends(show: Show, look: Look) -> None:
    made = dots(show, look)
    chosen: list[int] = []
    made.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(made, key)
    made.set_dots([Dot("only", "home", Fill.EMPTY)], 0)
    QTest.keyClick(made, Qt.Key.Key_Right)
    assert chosen == [3, 1, 0, 11]


@pytest.mark.usefixtures("mirrored")
def test_dots_begin_where_reading_begins(qtbot: QtBot, show: Show, look: Look) -> None:
    made = dots(show, look)
    with qtbot.waitSignal(made.chosen) as told:
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(made.width() - 10, made.height() // 2))
    assert told.args == [0]


def test_dots_that_do_not_fit_flow_onto_more_lines(show: Show, look: Look) -> None:
    made = dots(show, look)
    assert made.heightForWidth(made.sizeHint().width()) == made.sizeHint().height()
    assert made.heightForWidth(made.minimumSizeHint().width()) > 2 * made.sizeHint().height()
