"""Choosing turned to the person: huge buttons, their order, their language, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from iroc_desktop.domain.conversation import NoteKind
from iroc_desktop.ui.screens.choose.person_view import ChoosePersonView
from iroc_desktop.ui.screens.choose.presenter import ChoosePresenter
from tests.fakes.desk import ImmediateRunner
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.sessions import Session
from tests.ui.screens.stage import Exits
from tests.ui.screens.turned import SENTINEL, Check, Shown, check_right, turned


class Choosing(Shown):
    """The person's page for choosing."""

    view: ChoosePersonView

    def __init__(
        self, stage: Stage, *, scale: int = 100, stretched: bool = False, check: Check | None = None
    ) -> None:
        self.session = Session()
        self.talk = self.session.begun(a=4, b=2)
        self.session.desk.conversations.note(self.talk, "a", NoteKind.PRIVATE, SENTINEL)
        self.presenter = ChoosePresenter(
            self.session.desk.conversations,
            self.session.pack,
            ImmediateRunner(),
            self.session.clock,
            Exits(),
            "en",
        )
        self.presenter.open(self.talk)
        how = turned(stage, scale, check, stretched=stretched)
        super().__init__(stage, ChoosePersonView(self.presenter, how, self.session.pack))

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return what is kept."""
        return self.session.stored(self.talk).focus


@pytest.fixture
def choosing(stage: Stage) -> Choosing:
    return Choosing(stage)


def test_areas_are_named_in_the_persons_language(choosing: Choosing) -> None:
    assert choosing.view.buttons["a"].words == "Indicator a es"
    assert "home es" in choosing.words


def test_the_keyboard_begins_on_the_first_area_and_space_chooses_and_lets_go(choosing: Choosing) -> None:
    button = choosing.view.buttons["a"]
    assert QApplication.focusWidget() is button
    choosing.press(Qt.Key.Key_Space)
    assert button.isChecked()
    assert button.accessibleName() == "Indicator a es, chosen as number 1"
    assert choosing.chosen == ("a",)
    choosing.press(Qt.Key.Key_Space)
    assert not button.isChecked()
    assert not choosing.session.stored(choosing.talk).focus


def test_a_screen_reader_that_toggles_a_button_chooses_too(choosing: Choosing) -> None:
    choosing.view.buttons["b"].toggle()
    assert choosing.chosen == ("b",)
    assert choosing.view.buttons["b"].isChecked()


def test_a_fourth_is_refused_with_a_sentence(choosing: Choosing) -> None:
    for each in "abcd":
        choosing.view.buttons[each].click()
    assert choosing.chosen == ("a", "b", "c")
    assert "3 areas are enough for one session." in choosing.words
    assert not choosing.view.buttons["d"].isChecked()


def test_the_order_is_theirs(choosing: Choosing) -> None:
    for each in "ab":
        choosing.view.buttons[each].click()
    choosing.view.earlier["b"].click()
    assert choosing.chosen == ("b", "a")
    assert list(choosing.view.earlier) == ["a"]


def test_a_choice_is_not_shown_while_the_disk_is_full(choosing: Choosing) -> None:
    choosing.session.store.full = True
    choosing.view.buttons["a"].click()
    assert not choosing.view.buttons["a"].isChecked()
    assert choosing.view.banner.isVisible()
    choosing.session.store.full = False
    choosing.view.banner.acted.emit()
    assert choosing.view.buttons["a"].isChecked()


def test_it_names_nobody_and_shows_no_private_note_and_no_rating(choosing: Choosing) -> None:
    choosing.view.buttons["a"].click()
    assert "Indicator a es" in choosing.everything
    for unwanted in (SENTINEL, "Ana", "step 4"):
        assert unwanted not in choosing.everything


def test_the_practitioners_words_can_be_hidden(choosing: Choosing) -> None:
    before = choosing.view.buttons["a"].heightForWidth(300)
    choosing.press("l")
    assert choosing.view.buttons["a"].heightForWidth(300) < before


def test_escape_and_being_done_give_the_screen_back(choosing: Choosing) -> None:
    choosing.press(Qt.Key.Key_Escape)
    choosing.view.onward.click()
    assert choosing.left == 2


def test_with_the_setting_only_the_passphrase_gives_the_screen_back(stage: Stage) -> None:
    choosing = Choosing(stage, check=check_right)
    choosing.press(Qt.Key.Key_Escape)
    assert choosing.left == 0
    assert "Indicator a es" not in choosing.words
    choosing.press("wrong", Qt.Key.Key_Return)
    assert choosing.left == 0
    choosing.press("right", Qt.Key.Key_Return)
    assert choosing.left == 1
    assert [each.text() for each in choosing.page.findChildren(QLineEdit)] == [""]


def test_staying_goes_on_where_the_keyboard_began(stage: Stage) -> None:
    choosing = Choosing(stage, check=check_right)
    choosing.view.ask_to_leave()
    choosing.view.return_card.stayed.emit()
    assert QApplication.focusWidget() is choosing.view.buttons["a"]


def test_tab_goes_through_the_areas_then_the_ways(choosing: Choosing) -> None:
    for each in "ab":
        choosing.view.buttons[each].click()
    # what was added a moment ago is shown by the event loop
    QApplication.processEvents()
    view, order = choosing.view, tab_order(choosing.page)
    expected = [
        *view.buttons.values(),
        view.earlier["b"],
        view.onward,
        view.other_language,
        view.give_back,
    ]
    assert [each for each in order if each in expected] == expected


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
def test_no_word_is_cut_and_everything_has_a_name(stage: Stage, scale: int, stretched: bool) -> None:
    choosing = Choosing(stage, scale=scale, stretched=stretched)
    for each in "abcd":
        choosing.view.buttons[each].click()
    assert misfits(choosing.page) == []
    assert unnamed(choosing.page) == []
    for button in choosing.view.buttons.values():
        assert button.height() >= button.heightForWidth(button.width())
