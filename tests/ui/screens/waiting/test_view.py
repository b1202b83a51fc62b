"""A session that stands still, on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from iroc_desktop.domain.session import Interruption
from iroc_desktop.ui.screens.waiting.view import WaitingView
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.waiting.test_presenter import Still


class Shown(Still):
    """The screen."""

    def __init__(self, stage: Stage, scale: int = 100, *, stretched: bool = False) -> None:
        super().__init__()
        self.presenter.interrupt()
        self.view = WaitingView(self.presenter, stage.look(scale, stretched=stretched))
        self.page = stage.show(self.view)

    @property
    def words(self) -> str:
        """Return every label that can be read."""
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


def test_a_number_key_names_the_reason_and_enter_goes_on(stage: Stage) -> None:
    shown = Shown(stage)
    focused = QApplication.focusWidget()
    assert focused is shown.view.go_on
    QTest.keyClick(focused, Qt.Key.Key_2)
    assert shown.opened.session.interruption is Interruption.COUNT
    assert shown.view.reasons[Interruption.COUNT].isChecked()
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert shown.exits.taken == [("go_on",)]


def test_the_contacts_show_in_distress_only(stage: Stage) -> None:
    shown = Shown(stage)
    before = shown.words
    shown.view.reasons[Interruption.DISTRESS].click()
    assert len(shown.words) > len(before)
    shown.view.reasons[Interruption.OTHER].click()
    assert shown.words == before


def test_a_pause_asks_for_no_reason(stage: Stage) -> None:
    shown = Still()
    shown.presenter.pause()
    page = stage.show(WaitingView(shown.presenter, stage.look()))
    words = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert "Paused" in words
    assert "What stopped it?" not in words


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
def test_no_word_is_cut_and_everything_has_a_name(stage: Stage, scale: int, stretched: bool) -> None:
    shown = Shown(stage, scale, stretched=stretched)
    shown.view.reasons[Interruption.DISTRESS].click()
    assert misfits(shown.page) == []
    assert unnamed(shown.page) == []
    assert all(each in tab_order(shown.page) for each in shown.view.reasons.values())
