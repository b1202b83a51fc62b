"""The neutral page: no name is to be seen or heard before it is asked for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import BackupDamagedError, DiskFullError
from iroc_desktop.ui.screens.today.draft_row import DraftRow
from iroc_desktop.ui.screens.today.presenter import TodayPresenter
from iroc_desktop.ui.screens.today.view import TodayView
from iroc_desktop.ui.widgets.banner import Banner
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import FixedClock, ImmediateRunner, desk_in_memory
from tests.fakes.memory_store import MemoryStore
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.stage import Exits, WaitingRunner

NAME = "Xochitl"


class _Scene:
    """The page, shown, with a draft if there are people."""

    def __init__(self, stage: Stage, scale: int = 100, *, people: int = 1, stretched: bool = False) -> None:
        desk = desk_in_memory(pack())
        for number in range(people):
            desk.people.save(person(f"person-{number}", NAME))
            desk.conversations.start(f"person-{number}", FIRST_DAY)
        self.exits = Exits()
        presenter = TodayPresenter(desk.today, ImmediateRunner(), self.exits, desk.clock_check, desk.backups)
        self.view = TodayView(presenter, stage.look(scale, stretched=stretched))
        self.page = stage.show(self.view)

    def heard(self) -> str:
        """Return all words and accessible texts there are, visible or not."""
        said = [each.text() for each in self.page.findChildren(QLabel)]
        for each in self.page.findChildren(QWidget):
            said += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        return " ".join(said + [each.text() for each in self.page.findChildren(QPushButton)])

    def button(self, words: str) -> QPushButton:
        return next(each for each in self.page.findChildren(QPushButton) if each.text() == words)


def test_no_name_is_anywhere_in_the_window(stage: Stage) -> None:
    scene = _Scene(stage)
    assert "A session begun on 24 Feb 2026 · 0 of 4" in scene.heard()
    assert NAME not in scene.heard()


def test_the_focus_shows_the_name_and_takes_it_along(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.button("Go on").setFocus()
    assert NAME in scene.heard()
    scene.button("Find a person").setFocus()
    assert NAME not in scene.heard()


def test_a_click_keeps_the_name_and_another_hides_it(stage: Stage) -> None:
    scene = _Scene(stage)
    (row,) = scene.page.findChildren(DraftRow)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert NAME in scene.heard()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert NAME not in scene.heard()


def test_names_are_shown_on_request_and_hidden_on_leaving(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.button("Show names").click()
    assert NAME in scene.heard()
    scene.view.leave()
    assert NAME not in scene.heard()


def test_going_on_is_one_key(stage: Stage) -> None:
    scene = _Scene(stage)
    button = scene.button("Go on")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert scene.exits.taken[0][0] == "begin_session"


def test_an_empty_record_invites_to_add_somebody(stage: Stage) -> None:
    scene = _Scene(stage, people=0)
    first = QApplication.focusWidget()
    assert isinstance(first, QPushButton)
    assert first.text() == "Add the first person"
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert scene.exits.taken == [("add_person",)]


def test_tab_goes_through_the_page_as_it_reads(stage: Stage) -> None:
    scene = _Scene(stage, people=2)
    reached = [each.text() for each in tab_order(scene.page) if isinstance(each, QPushButton)]
    assert reached == ["Find a person", "Add a person", "Go on", "Go on", "Show names"]


@pytest.mark.parametrize("stretched", [False, True], ids=["English", "stretched"])
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("people", [0, 2])
def test_nothing_is_cut_and_everything_is_named(
    stage: Stage, scale: int, people: int, stretched: bool
) -> None:
    scene = _Scene(stage, scale, people=people, stretched=stretched)
    assert misfits(scene.page) == []
    assert unnamed(scene.page) == []


def test_with_nobody_yet_the_keyboard_begins_at_the_one_thing_to_do(stage: Stage) -> None:
    scene = _Scene(stage, people=0)
    assert scene.button("Add the first person").hasFocus()


def test_the_keyboard_moves_to_the_first_person_when_the_answer_comes_late(stage: Stage) -> None:
    runner = WaitingRunner()
    desk = desk_in_memory(pack())
    view = TodayView(TodayPresenter(desk.today, runner, Exits(), desk.clock_check), stage.look())
    page = stage.show(view)
    find, first = (
        next(each for each in page.findChildren(QPushButton) if each.text() == words)
        for words in ("Find a person", "Add the first person")
    )
    assert find.hasFocus()
    runner.run()
    assert first.hasFocus()
    assert not find.isVisible()


class _Watched:
    """The page on a record whose backups and clock are told about."""

    def __init__(
        self,
        stage: Stage,
        *,
        later: timedelta = timedelta(0),
        trouble: ExpectedError | None = None,
        untried: ExpectedError | None = None,
    ) -> None:
        clock = FixedClock()
        self.store = MemoryStore()
        desk = desk_in_memory(pack(), self.store, clock)
        desk.people.save(person())
        assert desk.backups is not None
        if trouble is None:
            desk.backups.take_if_due()
        clock.moment += later
        self.store.backups.trouble = trouble
        if trouble is not None:
            with pytest.raises(type(trouble)):
                desk.backups.take_if_due()
        if untried is not None:
            self.store.backups.trouble = untried
            with pytest.raises(type(untried)):
                desk.backups.rehearse()
            self.store.backups.trouble = None
        presenter = TodayPresenter(desk.today, ImmediateRunner(), Exits(), desk.clock_check, desk.backups)
        self.page = stage.show(TodayView(presenter, stage.look()))

    def words(self) -> str:
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())

    def button(self) -> QPushButton:
        return next(each for each in self.page.findChildren(QPushButton) if each.text() == "Back up now")


def test_a_good_backup_is_one_quiet_line(stage: Stage) -> None:
    scene = _Watched(stage)
    assert "Last good backup: 24 November 2026" in scene.words()
    assert not [each for each in scene.page.findChildren(Banner) if each.isVisible()]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (BackupDamagedError(), "The newest backup was tried out, and it could not be brought back."),
        (
            DiskFullError(),
            "The newest backup could not be tried out this week: the disk did not allow it.",
        ),
    ],
)
def test_a_backup_that_could_not_be_tried_out_is_one_clear_sentence_and_a_press_mends_it(
    stage: Stage, error: ExpectedError, told: str
) -> None:
    scene = _Watched(stage, untried=error)
    assert told in scene.words()
    scene.button().click()
    assert told not in scene.words()


def test_an_old_one_is_warned_of_and_a_press_mends_it(stage: Stage) -> None:
    scene = _Watched(stage, later=timedelta(days=9))
    assert "The last good backup is from 24 November 2026." in scene.words()
    scene.button().click()
    assert "Last good backup: 3 December 2026" in scene.words()


def test_none_at_all_is_warned_of_with_the_reason(stage: Stage) -> None:
    scene = _Watched(stage, trouble=DiskFullError())
    assert "There is no good backup yet." in scene.words()
    assert "The disk is full. Make some room, then choose Back up now." in scene.words()
    scene.store.backups.trouble = None
    scene.button().click()
    assert "There is no good backup yet." not in scene.words()


def test_a_wrong_clock_is_one_line_and_stops_nobody(stage: Stage) -> None:
    scene = _Watched(stage, later=timedelta(days=-400))
    assert "says it is Monday, 20 October 2025, but the program was made later" in scene.words()
    assert next(each for each in scene.page.findChildren(QPushButton)).isEnabled()


def test_the_warnings_fit_in_large_print(stage: Stage) -> None:
    scene = _Watched(stage, later=timedelta(days=90))
    assert "more than 60 days after the last entry" in scene.words()
    assert misfits(scene.page) == []
    assert unnamed(scene.page) == []
