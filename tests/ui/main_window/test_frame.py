"""The frame around the screens uses the room there is, and what it says can be seen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.system.paths import resources
from iroc_desktop.ui.main_window.commands import Command
from iroc_desktop.ui.main_window.side_bar import SideBar
from iroc_desktop.ui.main_window.top_bar import TopBar
from iroc_desktop.ui.main_window.window import MainWindow
from iroc_desktop.ui.theme.apply import apply_theme
from iroc_desktop.ui.theme.look import make_look
from iroc_desktop.ui.theme.tokens import ThemeName
from iroc_desktop.ui.widgets.buttons import Button
from tests.ui.fitting import misfits

FOOT = "Practice people: nothing here is real"
FACTS = "Module 4 · speaks Romanian, reads a little"


def window_at(qtbot: QtBot, qapp: QApplication, scale: int, width: int) -> MainWindow:
    look = make_look(resources(), untranslated(), ThemeName.LIGHT, scale)
    apply_theme(qapp, look.theme)
    window = MainWindow(look)
    qtbot.addWidget(window)
    screen = QLabel("A screen")
    window.show_screen(screen, Command.PEOPLE)
    window.show_about("Ana Morales Vidal", FACTS)
    window.show_saved("Saved 10:42")
    window.show_foot(FOOT)
    window.resize(width, 700)
    window.show()
    qapp.processEvents()
    return window


def shown(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.mark.parametrize("scale", [100, 125, 150, 200])
@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_nothing_of_the_frame_is_cut(qtbot: QtBot, qapp: QApplication, scale: int, width: int) -> None:
    window = window_at(qtbot, qapp, scale, width)
    assert misfits(window) == []
    assert {"Ana Morales Vidal", FACTS, "Saved 10:42"} <= set(shown(window))


def test_the_foot_line_of_the_side_bar_is_seen(qtbot: QtBot, qapp: QApplication) -> None:
    window = window_at(qtbot, qapp, 100, 1024)
    (side,) = window.findChildren(SideBar)
    (foot,) = [label for label in side.findChildren(QLabel) if label.text() == FOOT]
    assert foot.isVisible()
    assert side.rect().contains(foot.geometry())
    window.show_foot("")
    assert not foot.isVisible()


def test_where_the_window_is_narrow_for_its_text_the_places_are_icons_with_names(
    qtbot: QtBot, qapp: QApplication
) -> None:
    wide, narrow = (window_at(qtbot, qapp, 200, width) for width in (1920, 1024))
    sides = [window.findChildren(SideBar)[0] for window in (wide, narrow)]
    assert sides[1].width() < sides[0].width() / 2
    places = sides[1].findChildren(QToolButton)
    assert len(places) == 5
    assert all(place.toolTip() == place.accessibleName() != "" for place in places)
    signs = [label for label in sides[1].findChildren(QLabel) if label.isVisible()]
    assert [sign.toolTip() for sign in signs] == [FOOT]
    narrow.resize(1920, 700)
    qapp.processEvents()
    assert FOOT in shown(narrow)


def test_buttons_of_the_top_bar_drop_their_keys_before_the_name_has_to_break(
    qtbot: QtBot, qapp: QApplication
) -> None:
    for scale, words in ((100, ["Hide F9", "Lock Ctrl+L"]), (200, ["Hide", "Lock"])):
        window = window_at(qtbot, qapp, scale, 1024)
        (top,) = window.findChildren(TopBar)
        assert [button.text() for button in top.findChildren(Button)] == words
        name = next(label for label in top.findChildren(QLabel) if label.text() == "Ana Morales Vidal")
        assert name.height() < 1.7 * name.fontMetrics().height()
