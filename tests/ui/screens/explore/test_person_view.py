"""Exploring turned to the person: one step at a time, their fields, their options, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from iroc_desktop.domain.conversation import NoteKind
from iroc_desktop.domain.exploring import ExploringNote, ExploringStep, Whose
from iroc_desktop.ui.screens.explore.person_view import ExplorePersonView
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.explore.scene import Scene
from tests.ui.screens.turned import SENTINEL, Check, Shown, check_right, turned


class Exploring(Shown):
    """The person's page for exploring."""

    view: ExplorePersonView

    def __init__(
        self,
        stage: Stage,
        scene: Scene,
        *,
        scale: int = 100,
        stretched: bool = False,
        check: Check | None = None,
    ) -> None:
        self.scene = scene.opened()
        talk = scene.desk.sessions.look(scene.session_id).conversation.id
        scene.desk.conversations.note(talk, "a", NoteKind.PRIVATE, SENTINEL)
        how = turned(stage, scale, check, stretched=stretched)
        super().__init__(stage, ExplorePersonView(scene.presenter, how, scene.session.pack))

    def at(self, step: ExploringStep) -> Exploring:
        """Go to a step by its big button."""
        for _ in ExploringStep:
            if self.scene.shown.step is step:
                break
            self.view.onward.click()
        QApplication.processEvents()
        return self


@pytest.fixture
def exploring(stage: Stage) -> Exploring:
    return Exploring(stage, Scene("a", "b"))


def test_it_begins_with_the_first_question_and_the_keyboard_in_its_field(exploring: Exploring) -> None:
    assert "What already works, even a little?" in exploring.words
    assert "1 of 4" in exploring.words
    exploring.press("My sister writes")
    exploring.view.leave()
    assert exploring.scene.kept().what_works == "My sister writes"


def test_next_keeps_what_is_typed_and_goes_step_by_step_then_to_the_next_area(exploring: Exploring) -> None:
    exploring.press("My sister")
    for _ in ExploringStep:
        exploring.view.onward.click()
    assert exploring.scene.kept().what_works == "My sister"
    assert exploring.scene.shown.indicator_id == "b"
    exploring.view.back.click()
    assert exploring.scene.shown.indicator_id == "a"


def test_after_the_last_step_of_the_last_area_it_gives_the_screen_back(stage: Stage) -> None:
    exploring = Exploring(stage, Scene("a")).at(ExploringStep.AGREEING)
    assert exploring.view.onward.text() == "We are done"
    exploring.view.onward.click()
    assert exploring.left == 1


def test_both_scales_are_in_their_words_and_a_second_press_takes_a_number_away(exploring: Exploring) -> None:
    exploring.at(ExploringStep.LOOKING_FORWARD)
    exploring.view.now[3].click()
    exploring.view.good_enough[5].click()
    scaling = exploring.scene.kept().scaling
    assert (scaling.now, scaling.good_enough) == (3, 5)
    assert exploring.view.now[3].accessibleName() == "Where am I now?: 3, step 3 es"
    exploring.view.now[3].click()
    assert exploring.scene.kept().scaling.now is None
    assert not exploring.view.now[3].isChecked()


def test_an_idea_is_added_where_it_comes_from_and_the_keyboard_stays_for_the_next(
    exploring: Exploring,
) -> None:
    exploring.at(ExploringStep.OPTIONS)
    exploring.view.adding[Whose.PEOPLE_AROUND_ME].setFocus()
    exploring.press("Ask my aunt", Qt.Key.Key_Return)
    QApplication.processEvents()
    (option,) = exploring.scene.kept().options
    assert (option.words, option.whose) == ("Ask my aunt", Whose.PEOPLE_AROUND_ME)
    assert exploring.view.options[option.id].words == "Ask my aunt"
    assert QApplication.focusWidget() is exploring.view.adding[Whose.PEOPLE_AROUND_ME].field


def test_ideas_are_cards_to_choose_from(stage: Stage) -> None:
    scene = Scene("a")
    first, second = scene.options("Call", "Write")
    exploring = Exploring(stage, scene).at(ExploringStep.AGREEING)
    exploring.view.options[second].click()
    assert [each.id for each in scene.kept().chosen] == [second]
    assert exploring.view.options[second].isChecked()
    assert not exploring.view.options[first].isChecked()
    exploring.view.options[second].toggle()
    assert scene.kept().chosen == ()


def test_words_that_could_not_be_kept_can_be_tried_again(exploring: Exploring) -> None:
    exploring.scene.fill_disk()
    exploring.press("My sister")
    exploring.view.keep()
    assert exploring.view.banner.isVisible()
    exploring.scene.fill_disk(full=False)
    exploring.view.banner.acted.emit()
    assert exploring.scene.kept().what_works == "My sister"
    assert not exploring.view.banner.isVisible()


def test_with_nothing_chosen_it_says_so(stage: Stage) -> None:
    exploring = Exploring(stage, Scene())
    assert "Nothing is chosen yet." in exploring.words
    exploring.view.onward.click()
    assert exploring.left == 1


@pytest.mark.parametrize("step", ExploringStep)
def test_it_names_nobody_and_shows_nothing_of_the_practitioners(
    exploring: Exploring, step: ExploringStep
) -> None:
    exploring.at(step)
    assert "Indicator a es" in exploring.everything
    for unwanted in (SENTINEL, "Ana", "What helped with a?", "Think of a."):
        assert unwanted not in exploring.everything


def test_escape_asks_for_the_passphrase_when_the_setting_says_so_and_keeps_words_first(stage: Stage) -> None:
    exploring = Exploring(stage, Scene("a"), check=check_right)
    exploring.press("My sister", Qt.Key.Key_Escape)
    assert exploring.left == 0
    assert exploring.scene.kept().note(ExploringNote.WHAT_WORKS) == "My sister"
    assert "What already works, even a little?" not in exploring.words
    exploring.press("right", Qt.Key.Key_Return)
    assert exploring.left == 1


def test_tab_goes_through_the_fields_then_the_ways(exploring: Exploring) -> None:
    exploring.at(ExploringStep.OPTIONS)
    view, order = exploring.view, tab_order(exploring.page)
    fields = [each.field for each in view.adding.values()]
    expected = [*fields, view.back, view.onward, view.other_language, view.give_back]
    assert [each for each in order if each in expected] == expected


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
@pytest.mark.parametrize("step", ExploringStep)
def test_no_word_is_cut_and_everything_has_a_name(
    stage: Stage, scale: int, stretched: bool, step: ExploringStep
) -> None:
    scene = Scene("a")
    scene.options("Call my sister every Sunday and tell her how it goes", "Write", "W" * 60)
    exploring = Exploring(stage, scene, scale=scale, stretched=stretched).at(step)
    assert misfits(exploring.page) == []
    assert unnamed(exploring.page) == []
    for button in (*exploring.view.options.values(), *exploring.view.now.values()):
        assert button.height() >= button.heightForWidth(button.width())
        assert button.width() >= button.minimumSizeHint().width()
