"""Welcome back on the screen, by keyboard and by eye."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from iroc_desktop.domain.session import StepNews
from iroc_desktop.ui.screens.welcome_back.view import WelcomeBackView
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.welcome_back.scene import WORDS, Scene

ASKED = ("What are you proud of?", "What was easier?", "Who noticed?", "What helped most?")


class Shown:
    """The first stage on the screen."""

    def __init__(
        self, stage: Stage, words: tuple[str, ...] = WORDS, scale: int = 100, *, stretched: bool = False
    ) -> None:
        self.scene = Scene(words)
        look = stage.look(scale, stretched=stretched)
        self.scene.presenter.open()
        self.view = WelcomeBackView(self.scene.presenter, look, ASKED)
        self.page = stage.show(self.view)

    @property
    def words(self) -> str:
        """Return every label that can be read."""
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())

    def press(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is now."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    def type(self, words: str) -> None:
        """Type where the keyboard is now."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, words)


def test_the_keyboard_answers_a_step_and_says_what_helped(stage: Stage) -> None:
    shown = Shown(stage)
    card = shown.view.steps[shown.scene.steps[0]]
    assert QApplication.focusWidget() is card.answers[StepNews.DONE]
    assert not card.helped.isVisible()
    shown.press(Qt.Key.Key_Tab)
    shown.press(Qt.Key.Key_Space)
    assert card.answers[StepNews.MOVED_ON].isChecked()
    assert shown.scene.kept().news is StepNews.MOVED_ON
    for _ in range(3):
        shown.press(Qt.Key.Key_Tab)
    shown.type("My cellmate")
    shown.press(Qt.Key.Key_Tab)
    assert shown.scene.kept().what_helped == "My cellmate"
    assert QApplication.focusWidget() is shown.view.steps[shown.scene.steps[1]].answers[StepNews.DONE]


def test_an_answer_is_taken_back_with_the_same_key(stage: Stage) -> None:
    shown = Shown(stage)
    card = shown.view.steps[shown.scene.steps[0]]
    shown.press(Qt.Key.Key_Return)
    shown.press(Qt.Key.Key_Return)
    assert not card.answers[StepNews.DONE].isChecked()
    assert shown.scene.kept().news is None


def test_an_answer_is_not_shown_while_the_disk_is_full_and_can_be_tried_again(stage: Stage) -> None:
    shown = Shown(stage)
    card = shown.view.steps[shown.scene.steps[0]]
    shown.scene.session.store.full = True
    shown.press(Qt.Key.Key_Space)
    assert not card.answers[StepNews.DONE].isChecked()
    assert shown.view.banner.isVisible()
    shown.scene.session.store.full = False
    shown.view.retried.emit()
    assert card.answers[StepNews.DONE].isChecked()
    assert not shown.view.banner.isVisible()


def test_leaving_keeps_what_is_being_typed(stage: Stage) -> None:
    shown = Shown(stage)
    shown.press(Qt.Key.Key_Space)
    card = shown.view.steps[shown.scene.steps[0]]
    card.helped.setFocus()
    shown.type("The list on my wall")
    shown.view.leave()
    assert shown.scene.kept().what_helped == "The list on my wall"


def test_a_card_says_which_step_it_asks_about(stage: Stage) -> None:
    shown = Shown(stage)
    card = shown.view.steps[shown.scene.steps[1]]
    assert card.answers[StepNews.NOT_NOW].accessibleName() == f"Not now: {WORDS[1]}"
    field = card.helped.focusProxy()
    assert field is not None
    assert field.accessibleName() == f"What helped with: {WORDS[1]}"


def test_without_steps_there_is_a_word_about_today_and_nothing_to_fill_in(stage: Stage) -> None:
    shown = Shown(stage, ())
    assert "Good that you are here" in shown.words
    assert "The steps from last time" not in shown.words
    assert shown.view.steps == {}
    assert QApplication.focusWidget() is shown.view.ways.onward


def test_three_questions_are_seen_and_the_others_are_one_press_away(stage: Stage) -> None:
    words = Shown(stage).words
    assert [each in words for each in ASKED] == [True, True, True, False]


def test_tab_goes_from_step_to_step_and_then_on(stage: Stage) -> None:
    shown = Shown(stage)
    for step in shown.scene.steps:
        shown.scene.presenter.answer(step, StepNews.DONE)
    reached = tab_order(shown.page)
    cards = shown.view.steps.values()
    wanted = [
        *[each for card in cards for each in (*card.answers.values(), card.helped.focusProxy())],
        shown.view.ways.onward,
    ]
    places = [reached.index(each) for each in wanted if each is not None]
    assert len(places) == len(wanted)
    assert places == sorted(places)


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
@pytest.mark.parametrize("words", [WORDS, (), ("A very long step " * 30,)])
def test_no_word_is_cut_and_everything_has_a_name(
    stage: Stage, scale: int, stretched: bool, words: tuple[str, ...]
) -> None:
    shown = Shown(stage, words, scale, stretched=stretched)
    for step in shown.scene.steps:
        shown.scene.presenter.answer(step, StepNews.NO_LONGER_WANTED)
    assert misfits(shown.page) == []
    assert unnamed(shown.page) == []


@pytest.mark.parametrize(("width", "rows"), [(1500, 1), (920, 2), (330, 4)])
def test_the_four_answers_are_of_one_size_and_none_stands_alone(stage: Stage, width: int, rows: int) -> None:
    shown = Shown(stage)
    for part in (shown.page, shown.view):
        part.resize(width, 700)
    buttons = list(shown.view.steps[shown.scene.steps[0]].answers.values())
    assert misfits(shown.page) == []
    assert len({each.size().toTuple() for each in buttons}) == 1
    tops = [each.y() for each in buttons]
    assert sorted(tops.count(each) for each in set(tops)) == [4 // rows] * rows
