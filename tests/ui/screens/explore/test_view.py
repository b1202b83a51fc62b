"""Exploring on the screen: one step at a time, everything by keyboard, and no word lost on the way out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from iroc_desktop.domain.coaching import CoachingWords, coaching_words
from iroc_desktop.domain.conversation import Stage as SessionStage
from iroc_desktop.domain.exploring import ExploringNote, ExploringStep, Scaling, Whose
from iroc_desktop.system.content.coaching import load_coaching
from iroc_desktop.system.paths import resources
from iroc_desktop.ui.screens.explore.agreeing_page import AgreeingPage
from iroc_desktop.ui.screens.explore.options_page import OptionsPage
from iroc_desktop.ui.screens.explore.talk_pages import LookingForwardPage, NotesPage
from iroc_desktop.ui.screens.explore.view import ExploreView
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.explore.scene import PERSON, Scene


def coaching() -> CoachingWords:
    """Return the words that come with the program."""
    return coaching_words(load_coaching(resources() / "coaching", resources() / "schemas"), "en")


class Shown:
    """Exploring on a page."""

    def __init__(
        self, stage: Stage, *focus: str, scale: int = 100, stretched: bool = False, scene: Scene | None = None
    ) -> None:
        self.scene = (scene or Scene(*focus)).opened()
        look = stage.look(scale, stretched=stretched)
        self.view = ExploreView(self.scene.presenter, look, coaching())
        self.page = stage.show(self.view)

    def turn(self, step: ExploringStep) -> None:
        self.view.steps.tabs[step].click()
        QApplication.processEvents()

    @property
    def notes(self) -> NotesPage:
        assert isinstance(self.view.page, NotesPage)
        return self.view.page

    @property
    def options(self) -> OptionsPage:
        assert isinstance(self.view.page, OptionsPage)
        return self.view.page

    @property
    def agreeing(self) -> AgreeingPage:
        assert isinstance(self.view.page, AgreeingPage)
        return self.view.page

    @property
    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    @property
    def words(self) -> str:
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


def test_without_a_chosen_area_one_sentence_leads_to_choosing(stage: Stage) -> None:
    shown = Shown(stage)
    assert "Pick what matters most to you now" in shown.words
    assert not shown.view.tabs.isVisible()
    QTest.keyClick(shown.focus, Qt.Key.Key_Return)
    assert shown.scene.exits.taken == [("to_stage", SessionStage.CHOOSE)]


def test_the_keyboard_begins_in_the_first_field(stage: Stage) -> None:
    shown = Shown(stage, "a")
    QTest.keyClicks(shown.focus, "Walking")
    shown.view.leave()
    assert shown.scene.kept().what_works == "Walking"


def test_a_field_that_is_left_is_kept(stage: Stage) -> None:
    shown = Shown(stage, "a")
    QTest.keyClicks(shown.focus, "Walking")
    QTest.keyClick(shown.focus, Qt.Key.Key_Tab)
    assert shown.scene.kept().what_works == "Walking"


def test_alt_and_arrows_go_through_the_steps_with_what_was_typed(stage: Stage) -> None:
    shown = Shown(stage, "a")
    QTest.keyClicks(shown.focus, "Walking")
    QTest.keyClick(shown.focus, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shown.notes.step is ExploringStep.LOOKING_FORWARD
    QTest.keyClicks(shown.focus, "A quiet week")
    QTest.keyClick(shown.focus, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown.notes.notes[ExploringNote.WHAT_WORKS].text() == "Walking"
    assert (shown.scene.kept().what_works, shown.scene.kept().best_hopes) == ("Walking", "A quiet week")


def test_words_typed_in_one_area_do_not_follow_to_the_next(stage: Stage) -> None:
    shown = Shown(stage, "a", "b")
    QTest.keyClicks(shown.focus, "Walking")
    shown.view.tabs.tabs["b"].click()
    assert shown.notes.notes[ExploringNote.WHAT_WORKS].text() == ""
    assert (shown.scene.kept("a").what_works, shown.scene.kept("b").what_works) == ("Walking", "")


def test_the_rating_just_given_stands_with_its_word(stage: Stage) -> None:
    assert "Your answer today: 3, step 3 en" in Shown(stage, "a").words
    assert "You gave no number here today" in Shown(stage, "b").words


def test_steps_tell_which_are_open_and_begun(stage: Stage) -> None:
    shown = Shown(stage, "a")
    shown.scene.presenter.note("a", ExploringNote.BEST_HOPES, "A quiet week")
    spoken = [each.accessibleName() for each in shown.view.steps.tabs.values()]
    assert spoken == [
        "Step 1, Understand, open now",
        "Step 2, Look forward, begun",
        "Step 3, Options",
        "Step 4, Agree",
    ]


def test_number_keys_answer_the_scaling_questions_and_it_can_be_left_open(stage: Stage) -> None:
    shown = Shown(stage, "a")
    shown.turn(ExploringStep.LOOKING_FORWARD)
    page = shown.view.page
    assert isinstance(page, LookingForwardPage)
    page.now.scale.focus_rating()
    QTest.keyClick(shown.focus, Qt.Key.Key_2)
    page.good_enough.scale.focus_rating()
    QTest.keyClick(shown.focus, Qt.Key.Key_4)
    assert shown.scene.kept().scaling == Scaling(2, 4)
    page.good_enough.clear.click()
    assert shown.scene.kept().scaling == Scaling(2, None)
    assert page.good_enough.scale.rating is None


def test_an_option_is_added_by_keyboard_in_its_place(stage: Stage) -> None:
    shown = Shown(stage, "a")
    shown.turn(ExploringStep.OPTIONS)
    shown.options.adding[Whose.SERVICES].setFocus()
    QTest.keyClicks(shown.focus, "The course")
    QTest.keyClick(shown.focus, Qt.Key.Key_Return)
    assert [(each.whose, each.words) for each in shown.scene.kept().options] == [
        (Whose.SERVICES, "The course")
    ]
    assert "What services can do" in shown.words


def test_opening_one_option_opens_all_to_weigh_them(stage: Stage) -> None:
    shown = Shown(stage, "a")
    shown.scene.options("One", "Two")
    shown.turn(ExploringStep.OPTIONS)
    first, second = shown.options.cards.values()
    first.more.set_open(True)
    assert second.more.is_open()


def test_ticks_of_own_values_are_kept_with_the_option(stage: Stage) -> None:
    shown = Shown(stage, "a")
    (option_id,) = shown.scene.options("The course")
    value = shown.scene.desk.values.add(PERSON, "Honesty").value
    shown.scene.presenter.open()
    shown.turn(ExploringStep.OPTIONS)
    card = shown.options.cards[option_id]
    card.weighing.ticks[value.id].box.click()
    card.choose.box.click()
    assert (shown.scene.option(option_id).fits, shown.scene.option(option_id).chosen) == ((value.id,), True)


def test_an_option_keeps_the_keyboard_while_it_moves(stage: Stage) -> None:
    shown = Shown(stage, "a")
    _, second, third = shown.scene.options("One", "Two", "Three")
    shown.turn(ExploringStep.OPTIONS)
    up = shown.options.cards[third].up
    up.setFocus()
    QTest.keyClick(up, Qt.Key.Key_Return)
    assert [each.id for each in shown.scene.kept().options][1:] == [third, second]
    assert shown.focus is up


def test_a_removed_option_offers_undo_under_the_keyboard(stage: Stage) -> None:
    shown = Shown(stage, "a")
    first, second = shown.scene.options("One", "Two")
    shown.turn(ExploringStep.OPTIONS)
    card = shown.options.cards[first]
    card.words.setFocus()
    QTest.keyClicks(shown.focus, "x")
    typed = card.words.text()
    card.drop.click()
    assert [each.id for each in shown.scene.kept().options] == [second]
    QTest.keyClick(shown.focus, Qt.Key.Key_Return)
    assert [each.id for each in shown.scene.kept().options] == [first, second]
    assert shown.scene.option(first).words == typed
    assert shown.options.cards[first].isAncestorOf(shown.focus)
    assert not shown.options.gone.isVisible()


def test_words_typed_while_the_option_is_removed_elsewhere_bring_it_back(stage: Stage) -> None:
    shown = Shown(stage, "a")
    (option_id,) = shown.scene.options("One")
    shown.turn(ExploringStep.OPTIONS)
    shown.options.cards[option_id].words.setFocus()
    QTest.keyClicks(shown.focus, "x")
    typed = shown.options.cards[option_id].words.text()
    shown.scene.desk.exploring.remove_option(shown.scene.session_id, "a", option_id)
    shown.scene.presenter.open()
    assert shown.scene.option(option_id).words == typed
    assert option_id in shown.options.cards


def test_many_options_are_met_with_one_sentence_and_none_is_refused(stage: Stage) -> None:
    shown = Shown(stage, "a")
    shown.scene.options(*"123456")
    shown.turn(ExploringStep.OPTIONS)
    assert "a lot to hold in mind" not in shown.words
    shown.scene.presenter.board.add("a", Whose.ME, "7")
    assert "a lot to hold in mind" in shown.words
    assert len(shown.options.cards) == 7


def test_the_four_boxes_open_with_their_caution_first(stage: Stage) -> None:
    shown = Shown(stage, "a")
    shown.turn(ExploringStep.OPTIONS)
    form = shown.options.four_boxes
    assert "staying neutral" not in shown.words
    form.set_open(True)
    labels = [each.text() for each in form.findChildren(QLabel) if each.isVisible()]
    assert "staying neutral" in labels[0]
    assert any("clearly the safe one" in each for each in labels)


def test_a_chosen_option_becomes_a_step_and_the_keyboard_moves_on(stage: Stage) -> None:
    shown = Shown(stage, "a")
    (option_id,) = shown.scene.options("The course")
    shown.scene.presenter.board.choose("a", option_id, chosen=True)
    shown.turn(ExploringStep.AGREEING)
    shown.agreeing.hope.setFocus()
    QTest.keyClicks(shown.focus, "A quiet week")
    make = shown.agreeing.rows[option_id].make
    make.setFocus()
    QTest.keyClick(make, Qt.Key.Key_Return)
    plan = shown.scene.desk.plans.active(PERSON)
    assert plan is not None
    assert [each.words for each in plan.outcomes] == ["A quiet week"]
    assert "✓ It is a step of my plan" in shown.words
    assert not make.isVisible()
    QTest.keyClicks(shown.focus, "Twice a week")
    shown.view.leave()
    assert shown.scene.kept().agreed == "Twice a week"


def test_a_full_disk_keeps_what_was_typed_in_sight_and_leaving_tries_again(stage: Stage) -> None:
    shown = Shown(stage, "a")
    shown.scene.fill_disk()
    QTest.keyClicks(shown.focus, "Walking")
    shown.notes.flush()
    assert shown.view.banner.isVisible()
    assert shown.notes.notes[ExploringNote.WHAT_WORKS].text() == "Walking"
    shown.scene.fill_disk(full=False)
    shown.view.leave()
    assert shown.scene.kept().what_works == "Walking"


def test_an_option_that_could_not_be_added_stays_in_sight(stage: Stage) -> None:
    shown = Shown(stage, "a")
    shown.turn(ExploringStep.OPTIONS)
    shown.scene.fill_disk()
    shown.scene.presenter.board.add("a", Whose.ME, "Walk")
    assert "Not kept yet: Walk" in shown.words


def test_no_page_is_left_behind(stage: Stage) -> None:
    shown = Shown(stage, "a", "b")
    for _ in range(7):
        shown.view.onward.click()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, 0)
    pages = [each for each in shown.view.findChildren(QWidget) if isinstance(each, NotesPage | OptionsPage)]
    assert [each for each in pages if each.isVisible()] == [shown.view.page]
    assert not shown.view.onward.isVisible()


@pytest.mark.parametrize("step", list(ExploringStep))
def test_tab_goes_from_the_areas_through_the_step_to_the_foot(stage: Stage, step: ExploringStep) -> None:
    shown = Shown(stage, "a", "b")
    for option_id in shown.scene.options("One", "Two"):
        shown.scene.presenter.board.choose("a", option_id, chosen=True)
    shown.turn(step)
    reached = tab_order(shown.page)
    inside = [each for each in reached if shown.view.page and shown.view.page.isAncestorOf(each)]
    assert inside
    order = (
        shown.view.tabs.tabs["b"],
        shown.view.steps.tabs[ExploringStep.AGREEING],
        inside[0],
        inside[-1],
        shown.view.onward,
        shown.view.ways.onward,
    )
    places = [reached.index(each) for each in order]
    assert places == sorted(places)


@pytest.mark.parametrize("step", list(ExploringStep))
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
def test_nothing_is_cut_and_everything_has_a_name(
    stage: Stage, step: ExploringStep, scale: int, stretched: bool
) -> None:
    shown = Shown(stage, "a", "b", scale=scale, stretched=stretched)
    first, _ = shown.scene.options("One", "Two")
    shown.scene.presenter.board.choose("a", first, chosen=True)
    shown.scene.presenter.values.add("Honesty")
    shown.turn(step)
    if step is ExploringStep.OPTIONS:
        shown.options.cards[first].more.set_open(True)
        shown.options.four_boxes.set_open(True)
        shown.scene.presenter.board.remove("a", first)
    QApplication.processEvents()
    assert misfits(shown.page) == []
    assert unnamed(shown.page) == []


def test_buttons_that_stand_without_words_are_named(stage: Stage) -> None:
    shown = Shown(stage, "a")
    shown.scene.options("One", "Two")
    shown.turn(ExploringStep.OPTIONS)
    named = {each.accessibleName() for each in shown.page.findChildren(QPushButton)}
    assert {"Move option 2 earlier", "Take option 1 away", "Something I can do: add"} <= named


def test_no_gap_opens_below_the_last_words(stage: Stage) -> None:
    shown = Shown(stage, "a")
    shown.scene.options("One", "Two", "Three")
    shown.turn(ExploringStep.OPTIONS)
    for _ in range(3):
        QApplication.processEvents()
    page = shown.options
    assert page.height() == page.heightForWidth(page.width())
    held = page.parentWidget()
    assert held is not None
    assert held.height() == held.heightForWidth(held.width())


def test_a_second_press_on_undo_brings_nothing_back_twice(stage: Stage) -> None:
    shown = Shown(stage, "a")
    first, second = shown.scene.options("One", "Two")
    shown.turn(ExploringStep.OPTIONS)
    shown.options.cards[first].drop.click()
    shown.options.gone.undo.click()
    shown.scene.presenter.undo()
    assert [each.id for each in shown.scene.kept().options] == [first, second]
