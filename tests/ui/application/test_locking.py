"""The lock is complete: nothing that lies over the window stops it, and nothing personal stays behind it.

These tests must not draw on a screen: what a widget holds is looked for in the widget.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QMessageBox, QWidget

from iroc_desktop.domain.people import Licence, Organisation, Practitioner
from iroc_desktop.ui.screens.person.view import PersonView
from iroc_desktop.ui.screens.unlock.passphrase_pages import PassphrasePage
from tests.fakes.builders import pack
from tests.fakes.desk import PRACTITIONER_ID, desk_in_memory
from tests.fakes.vault import MemoryVault
from tests.ui.application.running import NAME, PASSPHRASE, Running

Start = Callable[[MemoryVault], Running]
OFF_SCREEN = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def running(start: Start, vault: MemoryVault) -> Running:
    made = start(vault)
    made.unlock().people.open_person("person-1")
    made.settle()
    assert NAME in made.words()
    return made


def screen_of(running: Running) -> QWidget:
    """Return the screen on the window, over which dialogs are opened."""
    shown = running.application.window.findChild(PersonView)
    assert shown is not None
    return shown


def must_be_locked(running: Running) -> None:
    running.settle()
    assert running.application.workplace is None
    assert NAME not in running.anywhere()
    assert running.vault.store.closed
    window = running.application.window
    others = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window]
    assert others == []


@OFF_SCREEN
def test_a_dialog_that_waits_for_an_answer_does_not_stop_the_lock(running: Running) -> None:
    box = QMessageBox(screen_of(running))
    box.setText(NAME)
    QTimer.singleShot(0, running.application.lock)
    answer = box.exec()
    must_be_locked(running)
    assert answer in (QDialog.DialogCode.Rejected, QMessageBox.StandardButton.Cancel, 0)


@OFF_SCREEN
def test_ctrl_l_locks_out_of_a_dialog(running: Running) -> None:
    dialog = QDialog(screen_of(running))
    QLabel(NAME, dialog)
    QTimer.singleShot(0, lambda: QTest.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier))
    assert dialog.exec() == QDialog.DialogCode.Rejected
    must_be_locked(running)


@OFF_SCREEN
def test_a_menu_goes_with_the_lock(running: Running) -> None:
    menu = QMenu(screen_of(running))
    menu.addAction(NAME)
    menu.popup(QPoint(1, 1))
    assert menu.isVisible()
    running.application.lock()
    must_be_locked(running)


@OFF_SCREEN
def test_a_window_of_its_own_goes_with_the_lock(running: Running) -> None:
    tool = QWidget(screen_of(running), Qt.WindowType.Tool)
    QLabel(NAME, tool)
    tool.show()
    running.application.lock()
    assert not tool.isVisible()
    must_be_locked(running)


@pytest.mark.parametrize("times", [1, 3])
def test_leaving_the_screen_alone_locks_however_often_it_is_told(running: Running, times: int) -> None:
    for _ in range(times):
        running.application._away.left.emit()
    must_be_locked(running)


def test_the_lock_takes_back_what_was_copied(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[None] = []
    monkeypatch.setattr(running.application._clipboard, "clear", lambda: taken.append(None))
    running.application.lock()
    assert taken == [None]
    must_be_locked(running)


def test_nothing_is_watched_while_locked_and_everything_again_after_the_unlock(running: Running) -> None:
    away = running.application._away
    assert away._heartbeat._timer.isActive()
    running.application.lock()
    assert not away._heartbeat._timer.isActive()
    assert not away._idle._timer.isActive()
    running.settle()
    running.unlock()
    assert away._heartbeat._timer.isActive()
    assert away._idle._timer.isActive()


def test_what_was_typed_at_the_door_is_in_no_object_any_more_once_it_is_open(
    start: Start, vault: MemoryVault
) -> None:
    settling_in = desk_in_memory(pack(), vault.store).settling_in
    settling_in.introduce(Practitioner(PRACTITIONER_ID, "Marta"))
    settling_in.answer_licence(Organisation("The House", Licence.NO))
    running = start(vault)
    line = running.application.window.findChild(QLineEdit)
    assert line is not None
    QTest.keyClicks(line, PASSPHRASE)
    QTest.keyClick(line, Qt.Key.Key_Return)
    page = running.application.window.findChild(PassphrasePage)
    assert page is not None
    assert PASSPHRASE in page._typed.passphrase
    running.settle()
    assert running.application.workplace is not None
    assert page._typed.passphrase == ""
