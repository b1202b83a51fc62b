"""The plan on the screen: everything by keyboard, nothing cut, and no word lost on the way out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from iroc_desktop.domain.plan import StepStatus
from iroc_desktop.ui.screens.plan.view import PlanView
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.plan.scene import Scene

INDICATORS = {"a": "Indicator a", "b": "Indicator b"}


class Shown:
    """A plan on a page."""

    def __init__(
        self, stage: Stage, scale: int = 100, *, stretched: bool = False, filled: bool = True
    ) -> None:
        self.scene = Scene()
        if filled:
            self.scene.filled()
        self.scene.presenter.open()
        self.view = PlanView(self.scene.presenter, stage.look(scale, stretched=stretched), INDICATORS)
        self.page = stage.show(self.view)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focus, words)

    @property
    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    @property
    def words(self) -> str:
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


def test_the_keyboard_begins_where_a_new_outcome_is_typed(stage: Stage) -> None:
    shown = Shown(stage, filled=False)
    shown.type("A job in the kitchen")
    QTest.keyClick(shown.focus, Qt.Key.Key_Return)
    assert [each.words for each in shown.scene.kept.outcomes] == ["A job in the kitchen"]


def test_progress_is_told_in_words(stage: Stage) -> None:
    shown = Shown(stage)
    step_id = shown.scene.plan.steps[0].id
    shown.scene.presenter.change_step(step_id, status=StepStatus.COMPLETED)
    assert "1 of 2 steps" in shown.words


def test_leaving_keeps_words_that_were_being_typed(stage: Stage) -> None:
    shown = Shown(stage)
    card = next(iter(shown.view.outcomes.values()))
    card.words.setFocus()
    shown.type("Every month: ")
    shown.view.leave()
    assert "Every month: " in shown.scene.kept.outcomes[0].words


def test_a_step_that_is_taken_away_offers_undo_under_the_keyboard(stage: Stage) -> None:
    shown = Shown(stage)
    card = next(iter(shown.view.outcomes.values()))
    step_id, step = next(iter(card.steps.items()))
    step.removed.emit()
    assert shown.scene.kept.step(step_id) is None
    QTest.keyClick(shown.focus, Qt.Key.Key_Return)
    assert shown.scene.kept.step(step_id) is not None


def test_tab_reaches_outcomes_before_adding_and_printing_last(stage: Stage) -> None:
    shown = Shown(stage)
    reached = tab_order(shown.page)
    card = next(iter(shown.view.outcomes.values()))
    stops = (card.words, card.add.field, shown.view.add.field, shown.view.print)
    places = [reached.index(each.focusProxy() or each) for each in stops]
    assert places == sorted(places)


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
def test_nothing_is_cut_and_everything_has_a_name(stage: Stage, scale: int, stretched: bool) -> None:
    shown = Shown(stage, scale, stretched=stretched)
    for card in shown.view.outcomes.values():
        for step in card.steps.values():
            step.more.set_open(True)
    QApplication.processEvents()
    assert misfits(shown.page) == []
    assert unnamed(shown.page) == []
