"""Tests of the screen that shows what was done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from iroc_desktop.domain.operations import Action
from iroc_desktop.ui.screens.audit import presenter as screen
from iroc_desktop.ui.screens.audit.view import AuditView
from tests.ui.accessibility.spoken import silences
from tests.ui.screens.audit.scene import COLLEAGUE, INDICATORS, Scene
from tests.ui.screens.conftest import Stage


class Shown:
    """A screen on the stage."""

    def __init__(self, stage: Stage, scene: Scene, place: Path | None = None, scale: int = 100) -> None:
        self.scene, self.asked = scene, list[str]()
        self.place = place
        self.view = AuditView(scene.presenter, stage.look(scale), INDICATORS, self._ask)
        self.page = stage.show(self.view)

    def _ask(self, _: QWidget, __: str, name: str, ___: Sequence[str]) -> Path | None:
        self.asked.append(name)
        return self.place

    def words(self) -> str:
        """Return what can be read."""
        return "\n".join(each.text() for each in self.view.findChildren(QLabel) if each.isVisible())

    def rows(self) -> list[str]:
        """Return what each line says to a screen reader."""
        model = self.view.list.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [model.data(model.index(row, 0), role) for row in range(model.rowCount())]


def test_lines_are_read_out_whole_and_arrows_move_through_them(stage: Stage) -> None:
    shown = Shown(stage, Scene())
    assert shown.rows()[1].startswith("Printed · person · Bea. Joan · 23 Nov 2026")
    shown.view.list.setFocus()
    for _ in range(3):
        QTest.keyClick(shown.view.list, Qt.Key.Key_Down)
    assert shown.view.list.currentIndex().row() == 3
    assert "Written: " in shown.words()
    assert "Written: " in shown.view.list.accessibleDescription()


def test_somebody_who_is_no_lead_reads_whom_to_ask_and_can_go_back(stage: Stage) -> None:
    shown = Shown(stage, Scene(at=COLLEAGUE))
    assert "Only a team lead can read what was done here." in shown.words()
    assert shown.rows() == []
    assert [each.text() for each in shown.view.findChildren(QPushButton) if each.isVisible()] == ["Back"]
    QTest.keyClick(shown.view.back, Qt.Key.Key_Return)
    assert shown.scene.exits.taken == [("back",)]


def test_a_person_is_chosen_and_let_go_by_keyboard(stage: Stage) -> None:
    shown = Shown(stage, Scene())
    filters = shown.view.filters
    assert filters is not None
    filters.name.setFocus()
    QTest.keyClicks(filters.name, "Be")
    bea = next(each for each in filters.findChildren(QPushButton) if each.text() == "Bea")
    bea.setFocus()
    QTest.keyClick(bea, Qt.Key.Key_Return)
    assert filters.everybody.hasFocus()
    assert all("Bea" in each for each in shown.rows())
    QTest.keyClick(filters.everybody, Qt.Key.Key_Return)
    assert filters.name.hasFocus()
    assert any("Ana" in each for each in shown.rows())


def test_the_keyboard_stays_with_the_list_when_there_is_no_more(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "PAGE", 4)
    shown = Shown(stage, Scene())
    assert shown.view.more.isVisible()
    shown.view.more.setFocus()
    QTest.keyClick(shown.view.more, Qt.Key.Key_Return)
    assert not shown.view.more.isVisible()
    assert shown.view.list.hasFocus()
    assert len(shown.rows()) == len(shown.scene.store.operations)


def test_the_list_is_saved_under_a_name_that_says_nothing(stage: Stage, tmp_path: Path) -> None:
    shown = Shown(stage, Scene(), tmp_path / "mine.csv")
    shown.view.save.click()
    assert shown.asked == ["what-was-done.xlsx"]
    assert (tmp_path / "mine.csv").read_bytes() == b"csv"
    assert "The list is saved." in shown.words()
    assert shown.scene.store.operations[-1].action is Action.EXPORTED


def test_a_dialogue_that_was_closed_saves_nothing(stage: Stage) -> None:
    shown = Shown(stage, Scene())
    before = len(shown.scene.store.operations)
    shown.view.save.click()
    assert len(shown.scene.store.operations) == before


@pytest.mark.parametrize("scale", [100, 200])
def test_everything_speaks(stage: Stage, scale: int) -> None:
    shown = Shown(stage, Scene(), scale=scale)
    assert silences(shown.page) == []


def test_a_view_that_left_is_told_nothing(stage: Stage) -> None:
    shown = Shown(stage, Scene())
    shown.view.leave()
    before = shown.rows()
    shown.scene.presenter.show_practitioner(COLLEAGUE)
    assert shown.rows() == before


@pytest.mark.parametrize("scale", [100, 200])
def test_the_keyboard_begins_where_it_can_be_seen(stage: Stage, scale: int) -> None:
    shown = Shown(stage, Scene(), scale=scale)
    assert shown.view.back.hasFocus()
    assert not shown.view.back.visibleRegion().isEmpty()
