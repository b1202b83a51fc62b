"""Type, arrow, Enter; and the words when there is nobody to show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from iroc_desktop.ui.screens.people.presenter import PeoplePresenter
from iroc_desktop.ui.screens.people.view import PeopleView
from iroc_desktop.ui.widgets.person_list import PersonList
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import ImmediateRunner, desk_in_memory
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.stage import Exits

NAMES = ("Ana M.", "Bilal", "José Luis", "Amal")


class _Scene:
    def __init__(self, stage: Stage, scale: int = 100, *names: str, stretched: bool = False) -> None:
        self.desk = desk_in_memory(pack())
        for number, name in enumerate(names):
            self.desk.people.save(person(f"person-{number}", name))
        self.exits = Exits()
        self.presenter = PeoplePresenter(self.desk.people, ImmediateRunner(), self.exits)
        self.view = PeopleView(self.presenter, stage.look(scale, stretched=stretched))
        self.page = stage.show(self.view)

    @property
    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focus, key)

    def words(self) -> str:
        return " ".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


def test_the_keyboard_begins_in_the_field(stage: Stage) -> None:
    assert _Scene(stage, 100, *NAMES).focus.accessibleName() == "Find a person"


def test_typing_and_enter_opens_the_first_found(stage: Stage) -> None:
    scene = _Scene(stage, 100, *NAMES)
    QTest.keyClicks(scene.focus, "jo")
    scene.key(Qt.Key.Key_Return)
    assert scene.exits.taken == [("open_person", "person-2")]


def test_arrows_choose_while_the_keyboard_stays_in_the_field(stage: Stage) -> None:
    scene = _Scene(stage, 100, *NAMES)
    QTest.keyClicks(scene.focus, "a")
    scene.key(Qt.Key.Key_Down)
    scene.key(Qt.Key.Key_Down)
    scene.key(Qt.Key.Key_Up)
    scene.key(Qt.Key.Key_Down)
    assert isinstance(scene.focus, QLineEdit)
    scene.key(Qt.Key.Key_Return)
    assert scene.exits.taken == [("open_person", "person-0")]


def test_another_letter_chooses_the_first_again(stage: Stage) -> None:
    scene = _Scene(stage, 100, *NAMES)
    scene.key(Qt.Key.Key_PageDown)
    (found,) = scene.page.findChildren(PersonList)
    assert found.current() == "person-2"
    QTest.keyClicks(scene.focus, "a")
    assert found.current() == "person-3"


def test_escape_empties_the_field_and_shows_everybody(stage: Stage) -> None:
    scene = _Scene(stage, 100, *NAMES)
    QTest.keyClicks(scene.focus, "zz")
    assert "Nobody here is called that." in scene.words()
    scene.key(Qt.Key.Key_Escape)
    assert "4 people" in scene.words()


def test_a_click_opens(stage: Stage) -> None:
    scene = _Scene(stage, 100, *NAMES)
    (found,) = scene.page.findChildren(PersonList)
    place = found.visualRect(found.model().index(1, 0)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert scene.exits.taken == [("open_person", "person-0")]


def test_a_line_tells_what_helps_to_choose(stage: Stage) -> None:
    scene = _Scene(stage, 100, "Ana M.")
    talk = scene.desk.conversations.start("person-0", FIRST_DAY)
    scene.view.on_changes(talk.changes, None)
    (found,) = scene.page.findChildren(PersonList)
    spoken = found.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ana M.. no conversation yet. to go on with"


@pytest.mark.parametrize("stretched", [False, True], ids=["English", "stretched"])
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("typed", ["", "zz"])
def test_nothing_is_cut_and_everything_is_named(
    stage: Stage, scale: int, typed: str, stretched: bool
) -> None:
    scene = _Scene(stage, scale, *NAMES, stretched=stretched)
    QTest.keyClicks(scene.focus, typed)
    assert misfits(scene.page) == []
    assert unnamed(scene.page) == []
