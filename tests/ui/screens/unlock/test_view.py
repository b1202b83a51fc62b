"""The unlock screen by keyboard, for a screen reader, and in the largest words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from iroc_desktop.domain.backups import Backup, BackupCounts
from iroc_desktop.domain.store_errors import StoreDamagedError
from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.screens.unlock.presenter import UnlockPresenter
from iroc_desktop.ui.screens.unlock.view import UnlockView
from tests.fakes.desk import FixedClock, ImmediateRunner
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.stage import GROUPS, RIGHT, Exits, MemoryVault, desk_on

NEW = "five other calm little words"


class _Scene:
    """The screen, shown."""

    def __init__(self, stage: Stage, scale: int = 100, *, stretched: bool = False) -> None:
        self.exits, self.vault = Exits(), MemoryVault()
        self.presenter = UnlockPresenter(
            self.vault, ImmediateRunner(), desk_on, self.exits, Settings(language="en"), FixedClock().now
        )
        self.view = UnlockView(self.presenter, stage.look(scale, stretched=stretched))
        self.page = stage.show(self.view)

    @property
    def focus(self) -> QWidget | None:
        return QApplication.focusWidget()

    def focused_name(self) -> str:
        return self.focus.accessibleName() if self.focus else ""

    def type(self, words: str) -> None:
        assert self.focus is not None
        QTest.keyClicks(self.focus, words)

    def press(self, key: Qt.Key) -> None:
        assert self.focus is not None
        QTest.keyClick(self.focus, key)

    def words(self) -> str:
        return " ".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


def test_the_keyboard_begins_in_the_passphrase_and_enter_opens(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.type(RIGHT)
    scene.press(Qt.Key.Key_Return)
    assert scene.exits.taken[0][0] == "unlocked"


def test_a_wrong_passphrase_keeps_the_focus_with_everything_selected(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.type("wrong")
    scene.press(Qt.Key.Key_Return)
    field = scene.focus
    assert isinstance(field, QLineEdit)
    assert field.selectedText() == field.text() == "wrong"
    assert "does not open" in scene.words()
    scene.type(RIGHT)
    scene.press(Qt.Key.Key_Return)
    assert scene.exits.taken[0][0] == "unlocked"


def test_the_whole_sheet_can_be_pasted_into_any_group(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.presenter.use_sheet()
    QGuiApplication.clipboard().setText("-".join(GROUPS))
    assert scene.focus is not None
    QTest.keyClick(scene.focus, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()
    scene.press(Qt.Key.Key_Return)
    assert "A new passphrase" in scene.words()


def test_digits_typed_in_a_row_move_on_by_themselves(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.presenter.use_sheet()
    for group in GROUPS:
        scene.type(group)
    scene.press(Qt.Key.Key_Return)
    scene.type(NEW)
    scene.press(Qt.Key.Key_Tab)
    scene.press(Qt.Key.Key_Tab)
    scene.type(NEW)
    scene.press(Qt.Key.Key_Return)
    assert scene.exits.taken[0][0] == "unlocked"


def test_the_wrong_group_has_the_focus(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.presenter.use_sheet()
    scene.presenter.check_digits((*GROUPS[:3], "123456", *GROUPS[4:]))
    assert scene.focus is not None
    assert scene.focus.accessibleName() == "Group 4"


def test_a_wrong_group_can_be_typed_again(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.presenter.use_sheet()
    for group in (*GROUPS[:3], "123456", *GROUPS[4:]):
        scene.type(group)
    scene.press(Qt.Key.Key_Return)
    assert scene.focused_name() == "Group 4"
    scene.type(GROUPS[3])
    scene.press(Qt.Key.Key_Return)
    assert scene.focused_name() == "New passphrase"


def test_everything_is_reached_by_tab(stage: Stage) -> None:
    scene = _Scene(stage)
    names = [each.accessibleName() or getattr(each, "text", str)() for each in tab_order(scene.page)]
    expected = ["Your passphrase", "Open", "I forgot my passphrase", "Practice people", "Language", "Theme"]
    assert [name for name in names if name in expected] == expected


def test_a_name_is_typed_and_enter_goes_in(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.vault.unlocks_as = "practitioner-2"
    scene.type(RIGHT)
    scene.press(Qt.Key.Key_Return)
    assert scene.focused_name() == "Your name"
    scene.press(Qt.Key.Key_Return)
    assert "The name is still empty." in scene.words()
    scene.type("Nora")
    scene.press(Qt.Key.Key_Return)
    assert scene.exits.taken[0][0] == "unlocked"


@pytest.mark.parametrize("stretched", [False, True], ids=["English", "stretched"])
@pytest.mark.parametrize("scale", [100, 200])
def test_the_name_is_asked_for_without_anything_cut(stage: Stage, scale: int, stretched: bool) -> None:
    scene = _Scene(stage, scale, stretched=stretched)
    scene.vault.unlocks_as = "practitioner-2"
    scene.presenter.unlock(RIGHT)
    assert scene.focused_name()
    assert misfits(scene.page) + unnamed(scene.page) == []


@pytest.mark.parametrize("stretched", [False, True], ids=["English", "stretched"])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_and_everything_is_named(stage: Stage, scale: int, stretched: bool) -> None:
    scene = _Scene(stage, scale, stretched=stretched)
    assert scene.page.findChildren(QPushButton)
    faults = misfits(scene.page) + unnamed(scene.page)
    scene.presenter.forgot()
    faults += misfits(scene.page) + unnamed(scene.page)
    scene.presenter.use_sheet()
    faults += misfits(scene.page) + unnamed(scene.page)
    scene.presenter.check_digits(GROUPS)
    faults += misfits(scene.page) + unnamed(scene.page)
    assert faults == []


def test_two_ways_back_in_are_told_to_whoever_forgot(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.presenter.forgot()
    assert "Ask a team lead" in scene.words()
    assert "eight groups of digits" in scene.words()
    assert isinstance(scene.focus, QPushButton)
    scene.press(Qt.Key.Key_Return)
    assert scene.focused_name() == "Group 1"


def test_escape_goes_back_from_every_prompt(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.presenter.use_sheet()
    scene.presenter.check_digits(GROUPS)
    seen = []
    for _ in range(4):
        seen.append(scene.words())
        scene.press(Qt.Key.Key_Escape)
    headings = ("A new passphrase", "Your recovery sheet", "Two ways back in", "Welcome back")
    assert all(heading in words for heading, words in zip(headings, seen, strict=True))
    assert "Welcome back" in scene.words()


def test_a_new_view_on_the_same_presenter_shows_what_was_typed(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.presenter.use_sheet()
    scene.type(GROUPS[0])
    scene.type("12")
    page = stage.show(UnlockView(scene.presenter, stage.look()))
    shown = [each.text() for each in page.findChildren(QLineEdit)]
    assert shown == [GROUPS[0], "12", "", "", "", "", "", ""]


def test_a_damaged_record_is_brought_back_by_keyboard(stage: Stage) -> None:
    scene = _Scene(stage)
    keep_backups(scene.vault, 7)
    scene.vault.trouble = StoreDamagedError()
    scene.type(RIGHT)
    scene.press(Qt.Key.Key_Return)
    assert "damaged" in scene.words()
    assert "7 people and 14 conversations" in scene.words()
    assert "Show 2 older ones" in [each.text() for each in scene.page.findChildren(QPushButton)]
    scene.press(Qt.Key.Key_Return)
    assert "It is not deleted." in scene.words()
    scene.press(Qt.Key.Key_Return)
    assert "The backup is back." in scene.words()
    assert scene.vault.brought_back == ["backup-7"]
    scene.vault.trouble = None
    scene.press(Qt.Key.Key_Return)
    assert scene.exits.taken[-1][0] == "unlocked"


@pytest.mark.parametrize("stretched", [False, True], ids=["English", "stretched"])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_on_the_way_to_a_backup(stage: Stage, scale: int, stretched: bool) -> None:
    scene = _Scene(stage, scale, stretched=stretched)
    keep_backups(scene.vault, 7)
    scene.vault.trouble = StoreDamagedError()
    scene.presenter.unlock(RIGHT)
    faults = misfits(scene.page) + unnamed(scene.page)
    scene.presenter.consider(next(iter(scene.vault.kept.values()))[0])
    faults += misfits(scene.page) + unnamed(scene.page)
    scene.presenter.bring_back()
    faults += misfits(scene.page) + unnamed(scene.page)
    assert scene.vault.brought_back
    assert faults == []


def keep_backups(vault: MemoryVault, count: int) -> None:
    """Let there be some backups, the newest first."""
    for number in range(count, 0, -1):
        backup = Backup(f"backup-{number}", datetime(2026, 11, number, 9, tzinfo=UTC))
        vault.kept[backup.name] = (backup, BackupCounts(number, 2 * number, 40))
