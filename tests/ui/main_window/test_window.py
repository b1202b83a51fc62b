"""Exactly one page is seen, keys work everywhere, and nothing personal lies under a cover.

These tests must not know the program's screens.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.system.paths import resources
from iroc_desktop.ui.main_window.commands import KEYS, Command
from iroc_desktop.ui.main_window.menus import access_keys
from iroc_desktop.ui.main_window.window import TITLE, MainWindow
from iroc_desktop.ui.theme.look import Look, make_look
from iroc_desktop.ui.theme.tokens import ThemeName


def look(name: ThemeName = ThemeName.LIGHT, scale: int = 100, folder: Path | None = None) -> Look:
    return make_look(folder or resources(), untranslated(), name, scale)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(look())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def visible_words(window: QWidget) -> set[str]:
    return {label.text() for label in window.findChildren(QLabel) if label.isVisible()}


def screen(words: str) -> QLabel:
    label = QLabel(words)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return label


def test_the_title_is_the_program_and_nothing_else(window: MainWindow) -> None:
    window.show_about("Ana M.", "module 4")
    assert window.windowTitle() == TITLE


def test_a_screen_replaces_the_one_before(window: MainWindow) -> None:
    window.show_screen(screen("first"), Command.TODAY)
    window.show_screen(screen("second"), Command.PEOPLE)
    assert "second" in visible_words(window)
    assert "first" not in visible_words(window)


def test_the_cover_hides_everything_and_the_same_key_brings_it_back(window: MainWindow, qtbot: QtBot) -> None:
    window.commanded.connect(lambda command: window.cover() if command is Command.PRIVACY else None)
    window.show_about("Ana M.", "module 4")
    window.show_screen(screen("private words"), None)
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert window.covered
    assert not visible_words(window) & {"private words", "Ana M.", "module 4"}
    assert not window.menuBar().isVisible()
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert {"private words", "Ana M."} <= visible_words(window)


def test_a_screen_that_arrives_under_the_cover_stays_covered(window: MainWindow) -> None:
    window.show_screen(screen("before"), None)
    window.cover()
    window.show_screen(screen("late answer"), None)
    assert window.covered
    assert "late answer" not in visible_words(window)


def test_the_door_takes_names_toasts_and_screens_away(window: MainWindow) -> None:
    window.show_about("Ana M.", "module 4")
    window.show_screen(screen("private words"), None)
    window.tell("Ana's draft was put aside.")
    window.show_door(screen("locked"))
    assert visible_words(window) == {"locked"}
    everything = {label.text() for label in window.findChildren(QLabel)}
    assert not everything & {"private words", "Ana M.", "Ana's draft was put aside."}


def test_the_door_closes_over_the_persons_view(window: MainWindow) -> None:
    window.show_screen(screen("list"), None)
    window.turn_to_person(screen("for you"))
    assert window.turned
    assert visible_words(window) == {"for you"}
    window.show_door(screen("locked"))
    assert not window.turned
    assert visible_words(window) == {"locked"}


def test_coming_back_from_the_person_shows_the_screen_again(window: MainWindow) -> None:
    window.show_screen(screen("list"), None)
    window.turn_to_person(screen("for you"))
    window.end_turn()
    assert "list" in visible_words(window)


@pytest.mark.parametrize("command", [Command.LOCK, Command.FIND, Command.HELP, Command.PERSON_VIEW])
def test_keys_ask_for_commands_even_without_the_menu_bar(
    window: MainWindow, qtbot: QtBot, command: Command
) -> None:
    window.turn_to_person(screen("for you"))
    with qtbot.waitSignal(window.commanded) as told:
        key = QApplication.keyboardModifiers()
        assert key is not None
        _press(qtbot, window, KEYS[command])
    assert told.args == [command]


def _press(qtbot: QtBot, window: MainWindow, key: str) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if "Ctrl" in key else Qt.KeyboardModifier.NoModifier
    letter = key.rpartition("+")[2]
    QTest.keyClick(window, getattr(Qt.Key, f"Key_{letter}"), modifier)


def test_a_command_that_is_not_possible_now_is_greyed_and_silent(window: MainWindow, qtbot: QtBot) -> None:
    window.allow(frozenset({Command.LOCK}))
    with qtbot.assertNotEmitted(window.commanded):
        QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.commanded):
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_keys_are_given_once_and_never_with_altgr() -> None:
    assert len(set(KEYS.values())) == len(KEYS)
    assert not any("Alt" in key for key in KEYS.values())


def test_access_keys_are_there_and_unique_in_each_menu() -> None:
    for menu, letters in access_keys(untranslated()).items():
        assert all(letters), menu
        assert len(set(letters)) == len(letters), menu


def test_undo_takes_back_what_the_toast_told(window: MainWindow, qtbot: QtBot) -> None:
    window.show_screen(screen("list"), None)
    undone: list[str] = []
    window.tell("The draft was thrown away.", lambda: undone.append("undone"))
    button = next(each for each in window.findChildren(QWidget) if each.property("kind") == "toast-action")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == ["undone"]
    assert "The draft was thrown away." not in visible_words(window)


def test_the_edit_menu_acts_on_the_field_with_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    field = QLineEdit("words")
    window.show_screen(field, None)
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    window._menus.action(Command.CUT).trigger()
    assert field.text() == ""


def test_the_frame_is_built_anew_for_another_look(window: MainWindow) -> None:
    window.show_screen(screen("list"), None)
    window.dress(look(ThemeName.DARK, 200))
    window.show_screen(screen("again"), Command.TODAY)
    assert "again" in visible_words(window)


def test_closing_tells_first(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()


def undoable(window: MainWindow) -> list[str]:
    undone: list[str] = []
    window.tell("The plan is in the bin.", lambda: undone.append("undone"))
    return undone


def test_the_undo_key_takes_back_what_the_toast_told_once(window: MainWindow, qtbot: QtBot) -> None:
    shown = screen("list")
    window.show_screen(shown, None)
    undone = undoable(window)
    qtbot.waitUntil(shown.hasFocus)
    for _ in range(2):
        QTest.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["undone"]


def test_undo_of_the_edit_menu_takes_it_back_too(window: MainWindow) -> None:
    window.show_screen(screen("list"), None)
    undone = undoable(window)
    window._menus.action(Command.UNDO).trigger()
    assert undone == ["undone"]


def test_a_field_with_the_keyboard_keeps_the_undo_key_for_what_is_typed(
    window: MainWindow, qtbot: QtBot
) -> None:
    field = QLineEdit()
    window.show_screen(field, None)
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "typed")
    undone = undoable(window)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window._menus.action(Command.UNDO).trigger()
    assert (field.text(), undone) == ("", [])


def test_nothing_can_be_undone_once_the_door_is_shut(window: MainWindow, qtbot: QtBot) -> None:
    window.show_screen(screen("list"), None)
    undone = undoable(window)
    door = screen("locked")
    window.show_door(door)
    QTest.keyClick(door, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window._menus.action(Command.UNDO).trigger()
    assert undone == []


def test_the_person_at_the_screen_cannot_take_back_what_the_practitioner_did(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_screen(screen("a plan"), Command.PEOPLE)
    undone = undoable(window)
    page = screen("theirs")
    window.turn_to_person(page)
    qtbot.waitUntil(page.hasFocus)
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == []
    window.end_turn()
    window._menus.action(Command.UNDO).trigger()
    assert undone == ["undone"]
