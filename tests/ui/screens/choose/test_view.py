"""Choosing on the screen, by keyboard and by eye."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from iroc_desktop.ui.screens.choose.presenter import ChoosePresenter
from iroc_desktop.ui.screens.choose.view import ChooseView
from tests.fakes.builders import instrument
from tests.fakes.desk import ImmediateRunner
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.sessions import Session
from tests.ui.screens.stage import Exits


class Shown:
    """Choosing on the screen."""

    def __init__(
        self, stage: Stage, session: Session | None = None, scale: int = 100, *, stretched: bool = False
    ) -> None:
        self.session, self.exits = session or Session(), Exits()
        look = stage.look(scale, stretched=stretched)
        self.talk = self.session.begun(a=4, b=2)
        self.presenter = ChoosePresenter(
            self.session.desk.conversations,
            self.session.pack,
            ImmediateRunner(),
            self.session.clock,
            self.exits,
            "en",
        )
        self.presenter.open(self.talk)
        self.view = ChooseView(self.presenter, look)
        self.page = stage.show(self.view)

    def press(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is now."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    @property
    def words(self) -> str:
        """Return every label that can be read."""
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


def test_the_keyboard_begins_on_the_first_indicator_and_space_chooses_it(stage: Stage) -> None:
    shown = Shown(stage)
    button = shown.view.choices.buttons["a"]
    assert QApplication.focusWidget() is button
    shown.press(Qt.Key.Key_Space)
    assert button.isChecked()
    assert button.text() == "1. Indicator a en · 4"
    assert button.accessibleName() == "Indicator a en, 4, step 4 en, chosen as number 1"
    assert shown.session.stored(shown.talk).focus == ("a",)


def test_a_fourth_is_refused_with_a_sentence_and_not_shown_as_chosen(stage: Stage) -> None:
    shown = Shown(stage)
    for each in "abcd":
        shown.view.choices.buttons[each].click()
    assert "3 areas are enough for one session." in shown.words
    assert not shown.view.choices.buttons["d"].isChecked()
    shown.view.choices.buttons["a"].click()
    assert "3 areas are enough" not in shown.words


def test_a_choice_is_not_shown_while_the_disk_is_full(stage: Stage) -> None:
    shown = Shown(stage)
    shown.session.store.full = True
    shown.press(Qt.Key.Key_Space)
    assert not shown.view.choices.buttons["a"].isChecked()
    assert shown.view.banner.isVisible()


def test_chosen_ones_can_be_moved_up_and_let_go(stage: Stage) -> None:
    shown = Shown(stage)
    for each in "ab":
        shown.view.choices.buttons[each].click()
    named = {each.accessibleName(): each for each in shown.view.chosen.findChildren(QPushButton)}
    named["Move Indicator b en up"].click()
    assert shown.session.stored(shown.talk).focus == ("b", "a")
    named = {each.accessibleName(): each for each in shown.view.chosen.findChildren(QPushButton)}
    named["Let Indicator a en go"].click()
    assert shown.session.stored(shown.talk).focus == ("b",)


def test_everything_can_be_reached_by_tab(stage: Stage) -> None:
    shown = Shown(stage)
    reached = tab_order(shown.page)
    assert shown.view.ways.onward in reached
    assert [each for each in shown.view.choices.buttons.values() if each not in reached] == []


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
def test_no_word_is_cut_and_everything_has_a_name(stage: Stage, scale: int, stretched: bool) -> None:
    shown = Shown(stage, Session(of=instrument(11, maximum=7)), scale, stretched=stretched)
    for each in "abcd":
        shown.presenter.toggle(each)
    assert misfits(shown.page) == []
    assert unnamed(shown.page) == []


def test_tab_comes_to_what_was_chosen_before_it_goes_on(stage: Stage) -> None:
    shown = Shown(stage)
    shown.presenter.toggle("a")
    QApplication.processEvents()
    reached = tab_order(shown.page)
    drop = shown.view.chosen.buttons[-1]
    places = [reached.index(each) for each in (shown.view.choices.buttons["d"], drop, shown.view.ways.onward)]
    assert places == sorted(places)


def test_what_was_let_go_leaves_no_button_behind(stage: Stage) -> None:
    shown = Shown(stage)
    shown.presenter.toggle("a")
    shown.presenter.toggle("b")
    shown.presenter.toggle("b")
    QApplication.processEvents()
    seen = [each for each in shown.view.chosen.findChildren(QPushButton) if each.isVisibleTo(shown.view)]
    assert seen == shown.view.chosen.buttons


def test_the_keyboard_stays_with_what_was_moved_up(stage: Stage) -> None:
    shown = Shown(stage)
    for each in ("a", "b", "c"):
        shown.presenter.toggle(each)
    shown.view.chosen.buttons[4].setFocus()
    shown.press(Qt.Key.Key_Space)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Move Indicator c en up"
    shown.press(Qt.Key.Key_Space)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Let Indicator c en go"
