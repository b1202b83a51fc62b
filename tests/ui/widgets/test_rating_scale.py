"""A rating is given by number, button or arrow, taken away by Backspace, and told once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.rating_scale import RatingScale
from iroc_desktop.ui.widgets.step_button import StepButton

WORDS = {1: "never", 2: "almost never", 3: "sometimes", 4: "often", 5: "most of the time", 6: "all the time"}


Show = Callable[[QWidget, int, int], None]


class Heard:
    """What a scale has told."""

    def __init__(self, scale: RatingScale) -> None:
        self.told: list[object] = []
        scale.rated.connect(self.told.append)
        scale.cleared.connect(lambda: self.told.append("cleared"))
        scale.moved.connect(lambda by: self.told.append(("moved", by)))


def made(show: Show, look: Look, words: dict[int, str] = WORDS) -> RatingScale:
    scale = RatingScale(look, words, "home")
    show(scale, 700, scale.heightForWidth(700))
    scale.focus_rating()
    return scale


def buttons(scale: RatingScale) -> list[StepButton]:
    return scale.findChildren(StepButton)


def press(scale: RatingScale, key: Qt.Key) -> None:
    QTest.keyClick(scale.focusProxy() or scale, key)


def test_a_number_key_rates(show: Show, look: Look) -> None:
    scale = made(show, look)
    heard = Heard(scale)
    press(scale, Qt.Key.Key_4)
    assert heard.told == [4]
    assert scale.rating == 4
    assert [button.isChecked() for button in buttons(scale)] == [False, False, False, True, False, False]


def test_a_number_that_is_no_step_does_nothing(show: Show, look: Look) -> None:
    scale = made(show, look)
    heard = Heard(scale)
    press(scale, Qt.Key.Key_9)
    press(scale, Qt.Key.Key_0)
    assert heard.told == []
    assert scale.rating is None


def test_the_same_number_again_is_told_again_and_stays(show: Show, look: Look) -> None:
    scale = made(show, look)
    scale.set_rating(3)
    heard = Heard(scale)
    press(scale, Qt.Key.Key_3)
    QTest.mouseClick(buttons(scale)[2], Qt.MouseButton.LeftButton)
    assert heard.told == [3, 3]
    assert scale.rating == 3


def test_backspace_clears_once(show: Show, look: Look) -> None:
    scale = made(show, look)
    scale.set_rating(2)
    heard = Heard(scale)
    press(scale, Qt.Key.Key_Backspace)
    press(scale, Qt.Key.Key_Backspace)
    assert heard.told == ["cleared"]
    assert scale.rating is None


def test_showing_a_rating_tells_nobody(show: Show, look: Look) -> None:
    scale = made(show, look)
    heard = Heard(scale)
    scale.set_rating(5)
    scale.set_rating(None)
    assert heard.told == []


def test_up_and_down_move_and_enter_rates(show: Show, look: Look) -> None:
    scale = made(show, look)
    heard = Heard(scale)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(next(button for button in buttons(scale) if button.hasFocus()), key)
    focused = next(button for button in buttons(scale) if button.hasFocus())
    QTest.keyClick(focused, Qt.Key.Key_Return)
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert heard.told == [2, 2]


def test_left_and_right_ask_for_the_neighbours(show: Show, look: Look) -> None:
    scale = made(show, look)
    heard = Heard(scale)
    press(scale, Qt.Key.Key_Right)
    press(scale, Qt.Key.Key_Left)
    assert heard.told == [("moved", 1), ("moved", -1)]


@pytest.mark.usefixtures("mirrored")
def test_where_reading_goes_the_other_way_left_is_onward_and_one_is_at_the_right(
    show: Show, look: Look
) -> None:
    scale = made(show, look)
    heard = Heard(scale)
    press(scale, Qt.Key.Key_Left)
    assert heard.told == [("moved", 1)]
    assert buttons(scale)[0].x() > buttons(scale)[1].x()


def test_tab_stops_once_and_at_the_chosen_button(show: Show, look: Look) -> None:
    scale = made(show, look)
    scale.set_rating(3)
    stops = [button for button in buttons(scale) if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [buttons(scale)[2]]


@pytest.mark.parametrize("width", [260, 480, 1000])
def test_every_button_is_large_enough_and_inside(show: Show, look: Look, width: int) -> None:
    scale = made(show, look)
    scale.resize(max(width, scale.minimumSizeHint().width()), 2000)
    scale.resize(scale.width(), scale.heightForWidth(scale.width()))
    for button in buttons(scale):
        assert scale.rect().contains(button.geometry())
        assert min(button.width(), button.height()) >= 44
        assert button.width() >= button.minimumSizeHint().width()
        assert button.height() >= button.heightForWidth(button.width())


def test_an_instrument_of_another_size_gets_as_many_buttons(show: Show, look: Look) -> None:
    scale = made(show, look, {step: f"step {step}" for step in range(8)})
    heard = Heard(scale)
    press(scale, Qt.Key.Key_0)
    press(scale, Qt.Key.Key_7)
    assert len(buttons(scale)) == 8
    assert heard.told == [0, 7]


def test_a_screen_reader_hears_number_and_word(show: Show, look: Look) -> None:
    scale = made(show, look)
    assert buttons(scale)[2].accessibleName() == "3, sometimes"
    assert scale.accessibleName()


def test_a_scale_that_wraps_puts_words_beside_numbers_and_stays_low(show: Show, look: Look) -> None:
    scale = made(show, look)
    wide, narrow = scale.sizeHint().width(), scale.sizeHint().width() * 2 // 3
    assert scale.heightForWidth(wide) < scale.heightForWidth(narrow) < 2 * scale.heightForWidth(wide)
    scale.resize(narrow, scale.heightForWidth(narrow))
    for button in buttons(scale):
        assert scale.rect().contains(button.geometry())
        assert button.width() >= button.minimumSizeHint().width()
        assert button.height() >= max(button.heightForWidth(button.width()), 44)
