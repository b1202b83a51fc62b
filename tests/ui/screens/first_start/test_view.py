"""First start by keyboard alone, in every size of words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget

from iroc_desktop.ui.screens.first_start.presenter import FirstStartPresenter, Means
from iroc_desktop.ui.screens.first_start.view import FirstStartView
from tests.fakes.desk import CountingIds, ImmediateRunner, RememberingWriter
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.stage import GROUPS, RIGHT, Exits, MemoryVault, WaitingRunner, desk_on


class _Scene:
    def __init__(
        self,
        stage: Stage,
        scale: int = 100,
        *,
        stretched: bool = False,
        runner: ImmediateRunner | WaitingRunner | None = None,
    ) -> None:
        self.exits = Exits()
        means = Means(
            vault=MemoryVault(there=False),
            runner=runner or ImmediateRunner(),
            open_desk=desk_on,
            writer=RememberingWriter(),
            new_id=CountingIds(),
            pick_groups=lambda groups: (3, groups),
        )
        self.presenter = FirstStartPresenter(means, self.exits, "en")
        self.view = FirstStartView(self.presenter, stage.look(scale, stretched=stretched))
        self.page = stage.show(self.view)

    @property
    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focus, words)

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.focus, key)

    def press(self, words: str) -> None:
        next(each for each in self.page.findChildren(QPushButton) if each.text() == words).click()

    def words(self) -> str:
        return " ".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())

    def to_sheet(self) -> None:
        self.presenter.proceed()
        self.type("Marta")
        self.key(Qt.Key.Key_Tab)
        self.type(RIGHT)
        self.key(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
        self.type(RIGHT)
        self.key(Qt.Key.Key_Return)


def test_the_whole_way_by_keyboard(stage: Stage) -> None:
    scene = _Scene(stage)
    assert isinstance(scene.focus, QPushButton)
    scene.to_sheet()
    assert GROUPS[0] in scene.words()
    assert "the data is gone" in scene.words()
    scene.press("I have the sheet")
    scene.type(GROUPS[2])
    scene.type(GROUPS[7])
    scene.key(Qt.Key.Key_Return)
    scene.type("Àmbit")
    next(each for each in scene.page.findChildren(QRadioButton) if each.text() == "Not sure").click()
    scene.press("Finish")
    assert scene.exits.taken[-1][0] == "ready"


def test_the_digits_are_out_of_sight_while_they_are_typed_back(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.to_sheet()
    scene.press("I have the sheet")
    assert not any(group in scene.words() for group in GROUPS)


def test_a_language_is_chosen_in_its_own_name(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.press("Español")
    assert scene.exits.taken == [("language", "es")]


def test_a_new_view_on_the_same_presenter_shows_what_was_typed(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.presenter.proceed()
    scene.type("Marta")
    scene.key(Qt.Key.Key_Tab)
    scene.type("four")
    again = FirstStartView(scene.presenter, stage.look())
    page = stage.show(again)
    assert [each.text() for each in page.findChildren(QLineEdit)] == ["Marta", "four", ""]


def test_the_window_says_that_keys_are_being_made(stage: Stage) -> None:
    runner = WaitingRunner()
    scene = _Scene(stage, runner=runner)
    scene.to_sheet()
    assert "Making your keys…" in scene.words()
    runner.run_all()
    assert "Making your keys…" not in scene.words()


def test_a_wrong_group_is_named_and_has_the_keyboard(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.to_sheet()
    scene.press("I have the sheet")
    scene.type(GROUPS[2])
    scene.type(GROUPS[6])
    scene.key(Qt.Key.Key_Return)
    assert "Group 8 is not as it stands on the sheet." in scene.words()
    assert scene.focus.accessibleName() == "Group 8"
    scene.type(GROUPS[7])
    scene.key(Qt.Key.Key_Return)
    assert "Group 8" not in scene.words()


def test_a_missing_name_has_the_keyboard_and_typing_is_not_interrupted(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.presenter.proceed()
    scene.press("Go on")
    assert scene.focus.accessibleName() == "Your name"
    scene.type("Marta")
    assert scene.focus.accessibleName() == "Your name"
    scene.key(Qt.Key.Key_Tab)
    scene.type("four words")
    assert scene.focus.accessibleName() == "Passphrase"


def test_back_and_on_come_last_by_tab(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.presenter.proceed()
    reached = [each.text() for each in tab_order(scene.page) if isinstance(each, QPushButton)]
    assert reached[-2:] == ["Back", "Go on"]
    assert tab_order(scene.page)[0].accessibleName() == "Your name"


@pytest.mark.parametrize("stretched", [False, True], ids=["English", "stretched"])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_and_everything_is_named(stage: Stage, scale: int, stretched: bool) -> None:
    scene = _Scene(stage, scale, stretched=stretched)
    faults = misfits(scene.page) + unnamed(scene.page)
    scene.presenter.proceed()
    faults += misfits(scene.page) + unnamed(scene.page)
    scene.type("Marta")
    scene.key(Qt.Key.Key_Tab)
    scene.type(RIGHT)
    scene.key(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    scene.type(RIGHT)
    for _ in range(2):
        scene.presenter.proceed()
        faults += misfits(scene.page) + unnamed(scene.page)
    scene.type(GROUPS[2])
    scene.type(GROUPS[7])
    scene.presenter.proceed()
    faults += misfits(scene.page) + unnamed(scene.page)
    assert scene.page.findChildren(QRadioButton)
    assert faults == []


def test_once_the_sheet_is_written_enter_goes_on(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.to_sheet()
    scene.presenter.print_sheet(lambda pdf: True)
    assert isinstance(scene.focus, QPushButton)
    assert scene.focus.text() == "I have the sheet"
