"""The card about backups, by keyboard and in large print."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from iroc_desktop.domain.store_errors import PlaceFullError
from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.screens.settings.backups_card import BackupsCard
from iroc_desktop.ui.screens.settings.backups_presenter import AT_FIRST, BackupsPresenter
from iroc_desktop.ui.screens.settings.presenter import SettingsPresenter
from iroc_desktop.ui.screens.settings.view import SettingsView
from tests.fakes.builders import pack, person
from tests.fakes.desk import ImmediateRunner, desk_in_memory
from tests.fakes.memory_store import MemoryStore
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.stage import Exits

STICK = Path("/media/KINGSTON")
FOLDER = Path("/srv/safe")


class _Scene:
    def __init__(
        self,
        stage: Stage,
        scale: int = 100,
        *,
        taken: int = 2,
        sticks: tuple[Path, ...] = (STICK,),
        stretched: bool = False,
    ) -> None:
        self.store = MemoryStore()
        desk = desk_in_memory(pack(), self.store)
        assert desk.backups is not None
        for number in range(taken):
            desk.people.save(person(f"person-{number}"))
            desk.backups.take_if_due()
        self.exits = Exits()
        runner = ImmediateRunner()
        backups = BackupsPresenter(desk.backups, lambda: sticks, runner, self.exits)
        settings = SettingsPresenter(
            Settings(language="en"), Path("/data"), desk.settling_in, desk.arranging, runner, self.exits
        )
        look = stage.look(scale, stretched=stretched)
        self.view = SettingsView(settings, look, backups, lambda parent, title: FOLDER)
        self.page = stage.show(self.view)

    @property
    def card(self) -> BackupsCard:
        assert self.view.backups is not None
        return self.view.backups

    def words(self) -> str:
        return "\n".join(each.text() for each in self.card.findChildren(QLabel) if each.isVisible())


def press(button: QWidget) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)


def settle() -> None:
    """Let each level of the page be laid out anew, which takes a turn of its own."""
    for _ in range(4):
        QApplication.processEvents()


def test_when_the_newest_was_last_tried_out_is_in_sight(stage: Stage) -> None:
    assert "tried out" not in _Scene(stage, taken=0).words()
    assert "That has not happened yet." in _Scene(stage).words()
    scene = _Scene(stage)
    scene.store.backups.rehearsed = datetime(2026, 11, 20, 9, tzinfo=UTC)
    press(scene.card.now)
    assert "Last time, 20 November 2026, it worked." in scene.words()


def test_backups_are_listed_without_what_is_in_them(stage: Stage) -> None:
    scene = _Scene(stage)
    assert "24 November 2026" in scene.words()
    assert "people and" not in scene.words()
    press(scene.card.rows[0].count)
    assert "2 people and 0 conversations" in scene.words()


def test_without_backups_that_is_said(stage: Stage) -> None:
    assert "There is no backup yet." in _Scene(stage, taken=0).words()


def test_older_ones_are_shown_by_key_and_the_keyboard_goes_on_among_them(stage: Stage) -> None:
    scene = _Scene(stage, taken=AT_FIRST + 2)
    assert scene.card.older.text() == "Show 2 older ones"
    press(scene.card.older)
    assert len(scene.card.rows) == AT_FIRST + 2
    assert QApplication.focusWidget() is scene.card.rows[AT_FIRST].count


def test_one_is_brought_back_by_keyboard_after_a_preview_and_a_tick(stage: Stage) -> None:
    scene = _Scene(stage)
    card = scene.card
    press(card.rows[1].bring_back)
    assert "In this backup: 1 person and 0 conversations" in scene.words()
    assert "set aside" in scene.words()
    assert QApplication.focusWidget() is card.panel.keep
    assert not card.panel.go.isEnabled()
    QTest.keyClick(card.panel.understood.box, Qt.Key.Key_Space)
    press(card.panel.go)
    assert [way for way, *_ in scene.exits.taken] == ["bring_back"]


def test_what_unfolds_comes_into_sight(stage: Stage) -> None:
    scene = _Scene(stage, 200, taken=2 * AT_FIRST)
    scene.card.older.click()
    row = scene.card.rows[-1].bring_back
    settle()
    scene.view.ensureWidgetVisible(row)
    assert scene.card.now.visibleRegion().isEmpty()
    press(row)
    stage.qtbot.waitUntil(lambda: not scene.card.panel.visibleRegion().isEmpty())
    stage.qtbot.waitUntil(lambda: not scene.card.panel.keep.visibleRegion().isEmpty())


def test_leaving_everything_gives_the_keyboard_back(stage: Stage) -> None:
    scene = _Scene(stage)
    press(scene.card.rows[1].bring_back)
    press(scene.card.panel.keep)
    assert QApplication.focusWidget() is scene.card.rows[1].bring_back
    assert scene.exits.taken == []


def test_a_copy_goes_to_a_stick_by_keyboard(stage: Stage) -> None:
    scene = _Scene(stage)
    press(scene.card.copy)
    (stick,) = scene.card.places.sticks
    assert QApplication.focusWidget() is stick
    press(stick)
    assert scene.store.backups.copied[0][1] == STICK
    assert "You may take the stick out" in scene.words()
    assert QApplication.focusWidget() is scene.card.copy


def test_a_copy_goes_to_another_folder(stage: Stage) -> None:
    scene = _Scene(stage, sticks=())
    press(scene.card.copy)
    assert "No stick is plugged in." in scene.words()
    press(scene.card.places.other)
    assert scene.store.backups.copied[0][1] == FOLDER


def test_a_copy_comes_in_from_a_folder_by_keyboard_and_can_be_brought_back(stage: Stage) -> None:
    scene = _Scene(stage)
    press(scene.card.fetch)
    assert scene.store.backups.brought_in == [FOLDER]
    settle()
    assert scene.card.panel.isVisible()
    assert "In this backup: " in scene.words()
    scene.view.leave()


def test_a_full_stick_is_told_with_what_it_would_need(stage: Stage) -> None:
    scene = _Scene(stage)
    press(scene.card.copy)
    scene.store.backups.trouble = PlaceFullError(22_400_000, 3_000_000)
    press(scene.card.places.sticks[0])
    assert "it needs 23 MB, and 3 MB are free" in scene.words()


@pytest.mark.parametrize("stretched", [False, True], ids=["English", "stretched"])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_and_everything_is_named(stage: Stage, scale: int, stretched: bool) -> None:
    scene = _Scene(stage, scale, taken=AT_FIRST + 1, stretched=stretched)
    scene.card.copy.click()
    QApplication.processEvents()
    assert misfits(scene.page) == []
    assert unnamed(scene.page) == []
    scene.card.rows[0].bring_back.click()
    for _ in range(3):
        # each level of the page is laid out anew in a turn of its own
        QApplication.processEvents()
    assert misfits(scene.page) == []
    assert unnamed(scene.page) == []
