"""One person's page: the main button first, pictures told in words, lists that do not grow without end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QLabel, QPushButton, QToolButton, QWidget

from iroc_desktop.domain.bin import BinKind, Thing
from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.summary import Paper
from iroc_desktop.ui.screens.person.presenter import PersonPresenter
from iroc_desktop.ui.screens.person.view import PersonView
from iroc_desktop.ui.widgets.figure_view import FigureView
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import FixedClock, ImmediateRunner, desk_in_memory
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.stage import Exits


class _Scene:
    def __init__(self, stage: Stage, scale: int = 100, *, talks: int = 2, stretched: bool = False) -> None:
        self.desk = desk_in_memory(pack())
        self.desk.people.save(person())
        for number in range(talks):
            self.talk(FIRST_DAY + timedelta(days=7 * number))
        self.exits = Exits()
        presenter = PersonPresenter(
            "person-1",
            self.desk.people,
            self.desk.plans,
            ImmediateRunner(),
            self.exits,
            FixedClock(),
        )
        self.view = PersonView(presenter, stage.look(scale, stretched=stretched), self.desk.pack)
        self.page = stage.show(self.view)

    def talk(self, day: date) -> None:
        conversations = self.desk.conversations
        conversation_id = conversations.start("person-1", day).value.draft.conversation.id
        conversations.rate(conversation_id, "a", 3)
        conversations.complete(conversation_id)
        summary = self.desk.summaries.draft(conversation_id, "es", Paper.A4)
        self.desk.summaries.keep(summary, Action.PRINTED)

    def named(self, name: str) -> QPushButton:
        return next(
            each
            for each in self.page.findChildren(QPushButton)
            if name in (each.accessibleName(), each.text()) and each.isVisible()
        )

    def words(self) -> str:
        return " ".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())

    def figures(self) -> list[FigureView]:
        return [each for each in self.page.findChildren(FigureView) if each.isVisible()]


def test_the_keyboard_begins_on_the_main_button(stage: Stage) -> None:
    scene = _Scene(stage)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Begin a session"
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert scene.exits.taken[0][0] == "begin_session"


def test_plans_from_before_are_offered_where_none_is_under_way(stage: Stage) -> None:
    scene = _Scene(stage)
    assert "There is no plan yet." in scene.words()
    scene.desk.plans.begin("person-1")
    newest = scene.desk.plans.begin("person-1").value
    done = scene.desk.bin.put_away(Thing(BinKind.PLAN, "person-1", newest.id))
    scene.view.on_changes(done.changes, None)
    assert "The plans from before can be read." in scene.words()
    assert scene.named("Open the plans").isEnabled()


def test_a_day_that_has_not_come_is_asked_about_but_not_refused(stage: Stage) -> None:
    scene = _Scene(stage)
    (day,) = scene.page.findChildren(QDateEdit)
    day.setDate(QDate(2027, 1, 1))
    assert "This day has not come yet" in scene.words()
    scene.named("Begin a session").click()
    assert scene.exits.taken == [("begin_session", "person-1", date(2027, 1, 1))]


def test_a_draft_takes_the_place_of_the_start(stage: Stage) -> None:
    scene = _Scene(stage)
    done = scene.desk.conversations.start("person-1", FIRST_DAY)
    scene.view.on_changes(done.changes, None)
    assert "A session is waiting" in scene.words()
    scene.named("Go on with it").click()
    assert scene.exits.taken[0][:2] == ("begin_session", "person-1")


def test_the_keyboard_goes_on_with_the_session_that_waits(stage: Stage) -> None:
    scene = _Scene(stage)
    done = scene.desk.sessions.begin("person-1", FIRST_DAY)
    scene.view.on_changes(done.changes, None)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Go on with it"


def test_a_first_page_has_no_pictures_and_no_lists(stage: Stage) -> None:
    scene = _Scene(stage, talks=0)
    assert scene.figures() == []
    assert "The first session" in scene.words()
    assert "Printed" not in scene.words()


def test_one_conversation_is_a_picture_two_are_a_journey(stage: Stage) -> None:
    assert len(_Scene(stage, talks=1).figures()) == 1
    scene = _Scene(stage, talks=2)
    assert len(scene.figures()) == 2
    assert all(each.accessibleDescription() for each in scene.figures())


def test_the_table_is_written_once_it_is_opened(stage: Stage) -> None:
    scene = _Scene(stage)
    spoken = "a en, now, 3 Mar 2026: 3"
    assert not [each for each in scene.page.findChildren(QLabel) if each.accessibleName() == spoken]
    table = next(
        each for each in scene.page.findChildren(QToolButton) if each.text() == "The same as a table"
    )
    table.click()
    assert [each for each in scene.page.findChildren(QLabel) if each.accessibleName() == spoken]


def test_each_conversation_says_its_total_plainly_and_leads_on(stage: Stage) -> None:
    scene = _Scene(stage)
    assert "Sum 3, descriptive only, 1 of 4 rated" in scene.words()
    newest = scene.desk.people.overview("person-1").history.conversations[-1]
    scene.named("Open the conversation of 3 March 2026").click()
    scene.named("Correct the conversation of 3 March 2026").click()
    scene.named("Print the conversation of 3 March 2026").click()
    ways = ("open_conversation", "correct", "print_summary")
    assert scene.exits.taken == [(way, newest.id) for way in ways]


def test_a_long_history_shows_the_newest_and_the_rest_on_request(stage: Stage) -> None:
    scene = _Scene(stage, talks=8)
    assert "24 February 2026" not in scene.words()
    scene.named("Show 3 older ones").click()
    assert "24 February 2026" in scene.words()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Open the conversation of 10 March 2026"


def test_a_print_can_be_made_again(stage: Stage) -> None:
    scene = _Scene(stage, talks=1)
    kept = scene.desk.people.overview("person-1").summaries[0]
    scene.named(f"Print sheet {kept.fingerprint} again").click()
    assert scene.exits.taken == [("reprint", kept.id)]


def test_tab_goes_down_the_page(stage: Stage) -> None:
    scene = _Scene(stage)
    heights = [each.mapTo(scene.view, each.rect().topLeft()).y() for each in _stops(scene)]
    assert len(heights) > 8
    assert heights == sorted(heights)


def _stops(scene: _Scene) -> list[QWidget]:
    return [each for each in tab_order(scene.page) if isinstance(each, QPushButton | FigureView)]


@pytest.mark.parametrize("stretched", [False, True], ids=["English", "stretched"])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_and_everything_is_named(stage: Stage, scale: int, stretched: bool) -> None:
    scene = _Scene(stage, scale, stretched=stretched)
    assert misfits(scene.page) == []
    assert unnamed(scene.page) == []
