"""Closing on the screen, by keyboard and by eye."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from iroc_desktop.ui.screens.closing.view import ClosingView
from tests.fakes.builders import instrument
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.closing.scene import SOON, Scene
from tests.ui.screens.conftest import Stage
from tests.ui.screens.sessions import Session

ASKED = ("What do you take along?", "What was it like today?", "What shall I do differently?")


class Shown:
    """The last stage on the screen."""

    def __init__(
        self, stage: Stage, scene: Scene | None = None, scale: int = 100, *, stretched: bool = False
    ) -> None:
        self.scene = scene or Scene()
        look = stage.look(scale, stretched=stretched)
        self.scene.presenter.open()
        self.view = ClosingView(self.scene.presenter, look, ASKED)
        self.page = stage.show(self.view)

    @property
    def words(self) -> str:
        """Return every label that can be read."""
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())

    def type(self, words: str) -> None:
        """Type where the keyboard is now."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, words)

    def pick(self, year: int, month: int, day: int) -> None:
        """Pick a day to meet again, and agree it."""
        self.view.next.day.field.setDate(QDate(year, month, day))
        self.view.next.day.take.click()


def test_the_keyboard_begins_with_the_next_date_and_not_with_finishing(stage: Stage) -> None:
    shown = Shown(stage)
    assert QApplication.focusWidget() is shown.view.next.day.field
    assert shown.view.finishing.finish.isVisible()
    assert not shown.view.finished.isVisible()


def test_a_day_and_a_place_are_agreed(stage: Stage) -> None:
    shown = Shown(stage)
    assert "Nothing is agreed yet." in shown.words
    shown.pick(2026, 12, 8)
    shown.view.next.note.setFocus()
    shown.type("Room 4")
    shown.view.leave()
    assert (shown.scene.stored.next_on, shown.scene.stored.next_note) == (SOON, "Room 4")


def test_an_odd_day_is_asked_about_before_the_session_is_finished(stage: Stage) -> None:
    shown = Shown(stage)
    shown.pick(2026, 11, 2)
    assert "2 November 2026 has already passed" in shown.words
    shown.view.finishing.finish.click()
    assert shown.scene.finished == []
    assert QApplication.focusWidget() is shown.view.next.day.question.keep
    shown.view.next.day.question.keep.click()
    shown.view.finishing.finish.click()
    assert len(shown.scene.finished) == 1


def test_what_is_open_is_named_with_a_way_back(stage: Stage) -> None:
    shown = Shown(stage)
    assert "2 of 4 are answered." in shown.words
    named = {each.accessibleName(): each for each in shown.view.finishing.findChildren(QPushButton)}
    named["Go back to Indicator c en"].click()
    assert shown.scene.left() == [("to_indicator", "c")]


def test_where_nothing_was_said_there_is_no_list_of_gaps(stage: Stage) -> None:
    shown = Shown(stage, Scene({}))
    assert "No rating was given today, and that is fine." in shown.words
    assert [each.text() for each in shown.view.finishing.findChildren(QPushButton) if each.isVisible()] == [
        "Finish and lock"
    ]


def test_finishing_takes_what_is_being_typed_with_it(stage: Stage) -> None:
    shown = Shown(stage)
    shown.view.next.note.setFocus()
    shown.type("The library")
    shown.view.finishing.finish.click()
    assert shown.scene.completed[-1].next_note == "The library"


def test_a_finished_session_offers_its_papers_and_no_stages(stage: Stage) -> None:
    scene = Scene()
    scene.fill()
    shown = Shown(stage, scene)
    finish = shown.view.finishing.finish
    finish.setFocus()
    QTest.keyClick(finish, Qt.Key.Key_Return)
    card = shown.view.finished
    assert QApplication.focusWidget() is card.summary
    assert "The session is finished" in shown.words
    assert "Filled in today: My week" in shown.words
    gone = (shown.view.ways, shown.view.asides, shown.view.next, shown.view.finishing, shown.view.prompts)
    assert [each for each in gone if each.isVisible()] == []
    assert "Conversation" not in [
        each.text() for each in shown.page.findChildren(QPushButton) if each.isVisible()
    ]
    for button in (card.summary, card.plan, card.staying_well, card.worksheets, card.person):
        button.click()
    assert [each[0] for each in scene.left()] == [
        "finished",
        "to_summary",
        "print_plan",
        "open_staying_well",
        "open_toolkit",
        "to_person",
    ]


def test_without_paper_the_persons_page_is_the_way_on(stage: Stage) -> None:
    shown = Shown(stage, Scene({}))
    shown.view.finishing.finish.click()
    assert QApplication.focusWidget() is shown.view.finished.person
    assert "There is no paper from today" in shown.words
    assert not shown.view.finished.summary.isVisible()


def test_the_reflection_says_who_reads_it_and_can_be_written_afterwards(stage: Stage) -> None:
    shown = Shown(stage)
    assert "Only you see this. It is never printed" in shown.words
    shown.view.finishing.finish.click()
    shown.view.reflection.words.setFocus()
    shown.type("I listened more")
    shown.view.leave()
    assert shown.scene.reflected == "I listened more"


def test_a_full_disk_is_told_and_nothing_is_lost(stage: Stage) -> None:
    shown = Shown(stage)
    shown.scene.session.store.full = True
    shown.view.reflection.words.setFocus()
    shown.type("Mine")
    shown.view.finishing.finish.click()
    assert shown.view.banner.isVisible()
    assert shown.view.finishing.finish.isEnabled()
    assert shown.view.ways.isVisible()
    shown.scene.session.store.full = False
    shown.view.retried.emit()
    assert shown.scene.reflected == "Mine"
    assert shown.view.finished.isVisible()
    assert not shown.view.banner.isVisible()


def test_tab_goes_from_the_next_date_to_finishing_to_the_reflection(stage: Stage) -> None:
    shown = Shown(stage)
    reached = tab_order(shown.page)
    words = shown.view.reflection.words.focusProxy()
    assert words is not None
    wanted = (shown.view.next.day.field, shown.view.finishing.finish, words, shown.view.ways.back)
    places = [reached.index(each) for each in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
@pytest.mark.parametrize("over", [False, True])
def test_no_word_is_cut_and_everything_has_a_name(
    stage: Stage, scale: int, stretched: bool, over: bool
) -> None:
    scene = Scene(session=Session(of=instrument(11, maximum=7)))
    scene.fill()
    shown = Shown(stage, scene, scale, stretched=stretched)
    if over:
        shown.view.finishing.finish.click()
        assert shown.view.finished.isVisible()
    assert misfits(shown.page) == []
    assert unnamed(shown.page) == []
