"""Settings by keyboard; scrolling past changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.people import Licence, Organisation
from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.screens.settings.presenter import SettingsPresenter
from iroc_desktop.ui.screens.settings.view import SettingsView
from iroc_desktop.ui.widgets.banner import Banner
from tests.fakes.builders import pack
from tests.fakes.desk import ImmediateRunner, desk_in_memory
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.sessions import FillingStore
from tests.ui.screens.stage import Exits

FOLDER = Path("somewhere/share/iroc-desktop")


class _Scene:
    def __init__(
        self,
        stage: Stage,
        scale: int = 100,
        *,
        stretched: bool = False,
        store: FillingStore | None = None,
    ) -> None:
        self.store = store or FillingStore()
        self.desk = desk_in_memory(pack(), self.store)
        self.desk.settling_in.answer_licence(Organisation("Àmbit", Licence.YES, "PEN-12"))
        self.exits = Exits()
        presenter = SettingsPresenter(
            Settings(language="en"),
            FOLDER,
            self.desk.settling_in,
            self.desk.arranging,
            ImmediateRunner(),
            self.exits,
        )
        self.view = SettingsView(presenter, stage.look(scale, stretched=stretched))
        self.page = stage.show(self.view)

    def box(self, name: str) -> QComboBox:
        return next(each for each in self.page.findChildren(QComboBox) if each.accessibleName() == name)

    @property
    def settings(self) -> Settings:
        settings = self.exits.taken[-1][1]
        assert isinstance(settings, Settings)
        return settings


def _wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_keyboard_begins_with_the_language_and_a_key_changes_it(stage: Stage) -> None:
    scene = _Scene(stage)
    focused = QApplication.focusWidget()
    assert focused is scene.box("Language of the program")
    QTest.keyClick(focused, Qt.Key.Key_Down)
    assert scene.settings.language == "es"


def test_every_choice_reaches_the_settings(stage: Stage) -> None:
    scene = _Scene(stage)
    QTest.keyClick(scene.box("Theme"), Qt.Key.Key_Down)
    assert scene.settings.theme == "dark"
    QTest.keyClick(scene.box("Text size"), Qt.Key.Key_Down)
    assert scene.settings.text_scale == 125
    QTest.keyClick(scene.box("Paper size"), Qt.Key.Key_Down)
    assert scene.settings.paper == "letter"
    (minutes,) = scene.page.findChildren(QSpinBox)
    QTest.keyClick(minutes, Qt.Key.Key_Up)
    assert scene.settings.idle_minutes == 5
    for each in scene.page.findChildren(QCheckBox):
        each.click()
    assert not scene.settings.show_previous
    assert scene.settings.passphrase_leaves_person_view


def test_scrolling_over_a_choice_changes_nothing(stage: Stage) -> None:
    scene = _Scene(stage)
    (minutes,) = scene.page.findChildren(QSpinBox)
    for widget in (scene.box("Theme"), minutes):
        _wheel(widget)
    assert scene.exits.taken == []


def test_the_organisation_is_shown_edited_and_kept_on_leaving(stage: Stage) -> None:
    scene = _Scene(stage)
    name = next(
        each
        for each in scene.page.findChildren(QLineEdit)
        if each.accessibleName() == "Name of your organisation"
    )
    assert name.text() == "Àmbit"
    QTest.keyClicks(name, " Valencia")
    next(each for each in scene.page.findChildren(QRadioButton) if each.text() == "Not sure").click()
    scene.view.leave()
    assert scene.desk.settling_in.organisation() == Organisation("Àmbit Valencia", Licence.UNSURE)


def test_two_voices_and_contacts_are_kept_by_keyboard_and_said_to_be_saved(stage: Stage) -> None:
    scene = _Scene(stage)
    sessions = scene.view.sessions
    QTest.keyClick(sessions.two_voices.box, Qt.Key.Key_Space)
    field = sessions.contacts.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "Nurse, office 2")
    scene.view.leave()
    assert scene.desk.arranging.look() == Arrangements("Nurse, office 2", two_voices=True)
    said = [each.text() for each in sessions.findChildren(QLabel)]
    assert "Saved" in said


def test_a_full_disk_is_told_and_the_button_tries_again(stage: Stage) -> None:
    scene = _Scene(stage, store=FillingStore())
    store = scene.store
    store.full = True
    scene.view.sessions.two_voices.box.click()
    (banner,) = scene.page.findChildren(Banner)
    assert banner.isVisible()
    store.full = False
    button = banner.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()
    assert not banner.isVisible()
    assert scene.desk.arranging.look().two_voices


def test_no_contact_is_suggested(stage: Stage) -> None:
    scene = _Scene(stage)
    assert scene.view.sessions.contacts.text() == ""
    said = [each.text() for each in scene.view.sessions.findChildren(QLabel)]
    assert not any(letter.isdigit() for each in said for letter in each)


def test_the_place_of_the_data_can_be_read(stage: Stage) -> None:
    scene = _Scene(stage)
    spoken = [each.accessibleName() for each in scene.page.findChildren(QLabel)]
    assert f"Your data lies in {FOLDER}" in spoken


@pytest.mark.parametrize("stretched", [False, True], ids=["English", "stretched"])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_and_everything_is_named(stage: Stage, scale: int, stretched: bool) -> None:
    scene = _Scene(stage, scale, stretched=stretched)
    assert misfits(scene.page) == []
    assert unnamed(scene.page) == []
