"""The form by keyboard, and what it says about mistakes and doubles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget

from iroc_desktop.domain.people import Reading
from iroc_desktop.ui.screens.people.form_presenter import PersonFormPresenter
from iroc_desktop.ui.screens.people.form_view import PersonFormView
from tests.fakes.builders import pack, person
from tests.fakes.desk import ImmediateRunner, desk_in_memory
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.stage import Exits


class _Scene:
    def __init__(self, stage: Stage, scale: int = 100, *, stretched: bool = False) -> None:
        self.desk = desk_in_memory(pack())
        self.desk.people.save(person("person-1", "José Luis"))
        self.exits = Exits()
        presenter = PersonFormPresenter(
            self.desk.people,
            ImmediateRunner(),
            self.exits,
            person_id="new",
            is_new=True,
            language="en",
        )
        self.view = PersonFormView(presenter, stage.look(scale, stretched=stretched))
        self.page = stage.show(self.view)

    @property
    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def line(self, name: str) -> QLineEdit:
        return next(each for each in self.page.findChildren(QLineEdit) if each.accessibleName() == name)

    def choose(self, words: str) -> None:
        next(each for each in self.page.findChildren(QRadioButton) if each.text() == words).click()

    def press(self, words: str) -> None:
        next(each for each in self.page.findChildren(QPushButton) if each.text() == words).click()

    def words(self) -> list[str]:
        return [each.text() for each in self.page.findChildren(QLabel) if each.isVisible()]


def test_a_name_typed_at_once_is_saved_and_the_form_stays(stage: Stage) -> None:
    scene = _Scene(stage)
    QTest.keyClicks(scene.focus, "Ana M.")
    scene.press("Save")
    assert scene.desk.people.overview("new").person.preferred_name == "Ana M."
    assert "Saved" in scene.words()
    assert scene.exits.taken == []
    scene.press("Open their page")
    assert scene.exits.taken == [("open_person", "new")]


def test_every_field_reaches_the_record(stage: Stage) -> None:
    scene = _Scene(stage)
    QTest.keyClicks(scene.line("Name"), "Ana")
    QTest.keyClicks(scene.line("Name on paper"), "A.")
    QTest.keyClicks(scene.line("Where you meet"), "module 4")
    QTest.keyClicks(scene.line("Other languages they speak"), "Romanian")
    QTest.keyClicks(scene.line("What makes it easier"), "large print")
    scene.choose("Español")
    scene.choose("reads a little")
    scene.press("Save")
    kept = scene.desk.people.overview("new").person
    assert (kept.shown_as, kept.site, kept.speaks) == ("A.", "module 4", "Romanian")
    assert (kept.access_needs, kept.language, kept.reading) == ("large print", "es", Reading.A_LITTLE)


def test_a_missing_name_is_said_beside_the_field_which_gets_the_keyboard(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.line("Where you meet").setFocus()
    scene.press("Save")
    assert "A name is needed. A nickname is fine." in scene.words()
    assert scene.focus is scene.line("Name")
    assert scene.line("Name").property("wrong")


def test_a_double_is_offered_right_after_the_name(stage: Stage) -> None:
    scene = _Scene(stage)
    QTest.keyClicks(scene.focus, "jose luis")
    QTest.keyClick(scene.focus, Qt.Key.Key_Tab)
    assert scene.focus.accessibleName() == "Open José Luis instead"
    QTest.keyClick(scene.focus, Qt.Key.Key_Return)
    assert scene.exits.taken == [("open_person", "person-1")]


def test_leaving_saves_what_is_typed(stage: Stage) -> None:
    scene = _Scene(stage)
    QTest.keyClicks(scene.focus, "Ana")
    scene.view.leave()
    assert scene.desk.people.overview("new").person.preferred_name == "Ana"


def test_cancelling_does_not(stage: Stage) -> None:
    scene = _Scene(stage)
    QTest.keyClicks(scene.focus, "Ana")
    scene.press("Cancel")
    scene.view.leave()
    assert len(scene.desk.people.find("")) == 1


def test_tab_goes_through_the_fields_as_they_stand(stage: Stage) -> None:
    scene = _Scene(stage)
    reached = [each.accessibleName() for each in tab_order(scene.page) if isinstance(each, QLineEdit)]
    assert reached == [
        "Name",
        "Name on paper",
        "Where you meet",
        "Other languages they speak",
        "What makes it easier",
    ]


@pytest.mark.parametrize("stretched", [False, True], ids=["English", "stretched"])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_and_everything_is_named(stage: Stage, scale: int, stretched: bool) -> None:
    scene = _Scene(stage, scale, stretched=stretched)
    QTest.keyClicks(scene.focus, "jose luis")
    assert misfits(scene.page) == []
    assert unnamed(scene.page) == []


def test_tab_stops_at_the_language_that_is_chosen(stage: Stage) -> None:
    scene = _Scene(stage)
    chosen = [each for each in tab_order(scene.page) if isinstance(each, QRadioButton)]
    assert chosen
    assert all(each.isChecked() for each in chosen)
