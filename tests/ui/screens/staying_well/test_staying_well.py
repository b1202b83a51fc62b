"""The staying-well plan: every line is kept, moved and taken away by keyboard, and can come back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.ui.screens.staying_well.presenter import StayingWellPresenter
from iroc_desktop.ui.screens.staying_well.view import StayingWellView
from tests.fakes.builders import pack, person
from tests.fakes.desk import FixedClock, ImmediateRunner, desk_in_memory
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.stage import Exits

PERSON = "person-1"
WELL, CONTACTS = StayingWellSection.KEEPS_ME_WELL, StayingWellSection.CONTACTS


class Scene:
    """A person's plan and its presenter."""

    def __init__(self, *lines: str) -> None:
        self.desk = desk_in_memory(pack())
        self.desk.people.save(person(PERSON, "Ana M."))
        self.exits = Exits()
        self.runner = ImmediateRunner()
        self.presenter = StayingWellPresenter(
            self.desk.staying_well, self.runner, FixedClock(), self.exits, PERSON
        )
        self.presenter.open()
        for words in lines:
            self.presenter.add(WELL, words)

    @property
    def kept(self) -> list[str]:
        """Return the words of the first section, as the record has them."""
        return [each.words for each in self.desk.staying_well.of(PERSON).section(WELL)]

    def id_of(self, words: str) -> str:
        """Return the id of a line."""
        lines = self.desk.staying_well.of(PERSON).section(WELL)
        return next(each.id for each in lines if each.words == words)


def test_lines_are_kept_in_the_persons_order() -> None:
    scene = Scene("Walking", " Drawing ", "  ")
    assert scene.kept == ["Walking", "Drawing"]
    scene.presenter.put_up(WELL, scene.id_of("Drawing"))
    assert scene.kept == ["Drawing", "Walking"]


def test_a_line_that_is_taken_away_can_come_back() -> None:
    scene = Scene("Walking", "Drawing")
    scene.presenter.remove(scene.id_of("Walking"))
    assert scene.kept == ["Drawing"]
    scene.presenter.undo()
    assert scene.kept == ["Walking", "Drawing"]
    assert not scene.presenter.state.removed


def test_other_words_take_the_place_of_a_line() -> None:
    scene = Scene("Walking")
    scene.presenter.word(scene.id_of("Walking"), "Walking with Lark")
    assert scene.kept == ["Walking with Lark"]


def test_the_organisations_contacts_come_into_the_plan_only_when_somebody_asks(stage: Stage) -> None:
    scene = Scene("Walking")
    scene.desk.arranging.keep(Arrangements("Night nurse, office 2\nLuc"))
    scene.desk.staying_well.add(PERSON, CONTACTS, "Luc")
    scene.presenter.open()
    view = StayingWellView(scene.presenter, stage.look())
    page = stage.show(view)
    assert scene.presenter.state.contacts == ("Night nurse, office 2",)
    assert [each.words for each in scene.desk.staying_well.of(PERSON).section(CONTACTS)] == ["Luc"]
    view.contacts.click()
    contacts = [each.words for each in scene.desk.staying_well.of(PERSON).section(CONTACTS)]
    assert contacts == ["Luc", "Night nurse, office 2"]
    assert not view.contacts.isVisibleTo(page)


def test_what_changes_here_is_told_to_the_other_screens() -> None:
    scene = Scene("Walking")
    assert [changes.touches(PERSON) for changes, _ in scene.runner.broadcast] == [True]


def test_leaving_to_print_keeps_a_line_that_is_being_typed(stage: Stage) -> None:
    scene = Scene("Walking")
    view = StayingWellView(scene.presenter, stage.look())
    stage.show(view)
    view.sections[WELL].add.field.setText("Tea in the morning")
    view.print.click()
    assert scene.kept == ["Walking", "Tea in the morning"]
    assert scene.exits.taken[-1] == ("print_staying_well", PERSON)


def test_the_keyboard_begins_at_the_first_section_and_enter_adds(stage: Stage) -> None:
    scene = Scene()
    page = stage.show(StayingWellView(scene.presenter, stage.look()))
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Music")
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert scene.kept == ["Music"]
    assert len(tab_order(page)) > 2 * len(StayingWellSection)


def test_leaving_keeps_a_line_that_was_not_added_yet(stage: Stage) -> None:
    scene = Scene()
    view = StayingWellView(scene.presenter, stage.look())
    stage.show(view)
    view.sections[WELL].add.field.setText("Tea in the morning")
    view.leave()
    assert scene.kept == ["Tea in the morning"]


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
def test_nothing_is_cut_and_everything_has_a_name(stage: Stage, scale: int, stretched: bool) -> None:
    scene = Scene("Walking", "Drawing")
    page = stage.show(StayingWellView(scene.presenter, stage.look(scale, stretched=stretched)))
    QApplication.processEvents()
    assert misfits(page) == []
    assert unnamed(page) == []
