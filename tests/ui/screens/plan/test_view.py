"""The plan on the screen: everything by keyboard, nothing cut, and no word lost on the way out."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from iroc_desktop.domain.bin import BinKind, Thing
from iroc_desktop.domain.conversation import Stage as Stages
from iroc_desktop.domain.plan import StepStatus
from iroc_desktop.ui.screens.plan.presenter import Part
from iroc_desktop.ui.screens.plan.view import PlanView
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.note_field import LONG_PAUSE_MS, NoteField
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.plan.scene import PERSON, Scene

INDICATORS = {"a": "Indicator a", "b": "Indicator b"}


class Shown:
    """A plan on a page."""

    def __init__(
        self, stage: Stage, scale: int = 100, *, stretched: bool = False, filled: bool = True
    ) -> None:
        self.scene = Scene()
        if filled:
            self.scene.filled()
        self.scene.presenter.open()
        self.view = PlanView(self.scene.presenter, stage.look(scale, stretched=stretched), INDICATORS)
        self.page = stage.show(self.view)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focus, words)

    @property
    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    @property
    def words(self) -> str:
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


def test_the_keyboard_begins_where_a_new_outcome_is_typed(stage: Stage) -> None:
    shown = Shown(stage, filled=False)
    shown.type("A job in the kitchen")
    QTest.keyClick(shown.focus, Qt.Key.Key_Return)
    assert [each.words for each in shown.scene.kept.outcomes] == ["A job in the kitchen"]


def test_progress_is_told_in_words(stage: Stage) -> None:
    shown = Shown(stage)
    step_id = shown.scene.plan.steps[0].id
    shown.scene.presenter.change_step(step_id, status=StepStatus.COMPLETED)
    assert "1 of 2 steps" in shown.words


def test_leaving_keeps_words_that_were_being_typed(stage: Stage) -> None:
    shown = Shown(stage)
    card = next(iter(shown.view.outcomes.values()))
    card.words.setFocus()
    shown.type("Every month: ")
    shown.view.leave()
    assert "Every month: " in shown.scene.kept.outcomes[0].words


def test_a_step_that_is_taken_away_offers_undo_under_the_keyboard(stage: Stage) -> None:
    shown = Shown(stage)
    card = next(iter(shown.view.outcomes.values()))
    step_id, step = next(iter(card.steps.items()))
    step.removed.emit()
    assert shown.scene.kept.step(step_id) is None
    QTest.keyClick(shown.focus, Qt.Key.Key_Return)
    assert shown.scene.kept.step(step_id) is not None


def test_tab_reaches_outcomes_before_adding_and_printing_last(stage: Stage) -> None:
    shown = Shown(stage)
    reached = tab_order(shown.page)
    card = next(iter(shown.view.outcomes.values()))
    stops = (card.words, card.add.field, shown.view.add.field, shown.view.print)
    places = [reached.index(each.focusProxy() or each) for each in stops]
    assert places == sorted(places)


def test_the_fields_for_more_about_a_step_are_made_when_they_are_opened_and_follow_it_by_tab(
    stage: Stage,
) -> None:
    shown = Shown(stage)
    card = next(iter(shown.view.outcomes.values()))
    first, second = card.steps.values()
    assert first.details is None
    first.more.set_open(True)
    assert first.details is not None
    QApplication.processEvents()
    reached = tab_order(shown.page)
    stops = (first.words, first.more, first.details.who, first.details.supports.add.field, second.words)
    places = [reached.index(each.focusProxy() or each) for each in stops]
    assert places == sorted(places)


def test_typing_is_one_change_in_the_log_and_leaving_the_screen_keeps_it(stage: Stage) -> None:
    shown = Shown(stage)
    card = next(iter(shown.view.outcomes.values()))
    step_id, step = next(iter(card.steps.items()))
    before = shown.scene.operations("step", step_id)
    step.words.setFocus()
    shown.type("Today: ")
    QApplication.processEvents()
    assert shown.scene.operations("step", step_id) == before
    shown.view.leave()
    assert shown.scene.operations("step", step_id) == before + 1
    shown.view.leave()
    assert shown.scene.operations("step", step_id) == before + 1


def test_fields_of_the_plan_wait_for_the_end_of_a_thought_before_they_write(stage: Stage) -> None:
    shown = Shown(stage)
    timers = [each for each in shown.page.findChildren(QTimer) if isinstance(each.parent(), NoteField)]
    assert len(timers) > 3
    assert {each.interval() for each in timers} == {LONG_PAUSE_MS}


def test_what_helps_with_a_step_is_kept_with_the_step(stage: Stage) -> None:
    shown = Shown(stage)
    card = next(iter(shown.view.outcomes.values()))
    step_id, step = next(iter(card.steps.items()))
    step.more.set_open(True)
    assert step.details is not None
    step.details.supports.add.field.setFocus()
    shown.type("My cellmate reads it")
    QTest.keyClick(shown.focus, Qt.Key.Key_Return)
    (support,) = shown.scene.kept.supports_of(step_id)
    assert support.words == "My cellmate reads it"
    step.details.supports.fields[support.id].setFocus()
    shown.type("Luc: ")
    shown.view.leave()
    assert shown.scene.kept.supports_of(step_id)[0].words == "Luc: My cellmate reads it"


def test_cards_stay_under_the_keyboard_while_others_come_and_go(stage: Stage) -> None:
    shown = Shown(stage)
    outcome_id, card = next(iter(shown.view.outcomes.items()))
    step = list(card.steps.values())[1]
    step.words.setFocus()
    shown.type("Slowly: ")
    shown.scene.presenter.add_outcome("A job")
    shown.scene.presenter.add_step(outcome_id, "One more")
    shown.scene.presenter.remove(Part.STEP, next(iter(card.steps)))
    assert shown.view.outcomes[outcome_id] is card
    assert step.words.text() == "Slowly: Write a letter"
    assert "Step 1" in shown.words
    assert "Step 3" not in shown.words


def test_an_odd_day_for_a_review_is_asked_about_on_the_spot(stage: Stage) -> None:
    shown = Shown(stage)
    shown.view.reviews.add.show_date(date(2150, 1, 1))
    shown.view.reviews.add.take.click()
    assert "very far away" in shown.words
    assert not shown.scene.kept.reviews
    QTest.keyClick(shown.focus, Qt.Key.Key_Return)
    (review,) = shown.scene.kept.reviews
    row = shown.view.reviews.rows[review.id]
    row.words.setFocus()
    shown.type("We start again")
    shown.view.leave()
    assert (shown.scene.kept.reviews[0].day, shown.scene.kept.reviews[0].words) == (
        date(2150, 1, 1),
        "We start again",
    )


def test_a_new_plan_asks_what_comes_along_and_can_be_left_alone(stage: Stage) -> None:
    shown = Shown(stage)
    before = shown.scene.kept.id
    shown.view.begin.click()
    assert "See my daughter (with 2 open steps)" in shown.words
    shown.view.new.stay.click()
    assert (shown.scene.kept.id, shown.view.begin.isVisible()) == (before, True)
    shown.view.begin.click()
    shown.view.new.begin.click()
    assert shown.scene.kept.id != before
    assert [each.words for each in shown.scene.kept.steps] == ["Ask for the form", "Write a letter"]
    assert not shown.view.new.isVisible()


def test_an_older_plan_is_read_without_a_field_to_change_it(stage: Stage) -> None:
    shown = Shown(stage)
    shown.scene.presenter.begin()
    shown.view.earlier.more.set_open(True)
    QApplication.processEvents()
    assert "See my daughter" in shown.words
    assert "Ask for the form" in shown.words
    assert not shown.view.earlier.reading.findChildren(NoteField)
    assert not shown.view.earlier.reading.findChildren(Button)


def put_into_the_bin(scene: Scene, plan_id: str) -> None:
    done = scene.desk.bin.put_away(Thing(BinKind.PLAN, PERSON, plan_id))
    scene.presenter.on_changes(done.changes, None)


def test_plans_from_before_are_read_when_the_newest_lies_in_the_bin(stage: Stage) -> None:
    shown = Shown(stage)
    before = shown.scene.kept.id
    shown.scene.presenter.begin()
    shown.view.away.setFocus()
    put_into_the_bin(shown.scene, shown.scene.kept.id)
    assert shown.scene.state.plan is None
    assert shown.view.add.isAncestorOf(shown.focus)
    shown.view.earlier.more.set_open(True)
    QApplication.processEvents()
    assert "See my daughter" in shown.words
    shown.view.earlier.away.setFocus()
    put_into_the_bin(shown.scene, before)
    assert "There is nothing yet." in shown.words
    assert shown.view.earlier.isAncestorOf(shown.focus)


def test_within_a_session_the_stage_leads_on_and_the_questions_stand_beside(stage: Stage) -> None:
    scene = Scene().filled()
    view = PlanView(scene.presenter, stage.look(), INDICATORS, Stages.PLAN, ("What is one small step?",))
    page = stage.show(view, 1100, 700)
    said = "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())
    assert "What is one small step?" in said
    buttons = [each.text() for each in page.findChildren(Button) if each.isVisible()]
    assert "See their page" not in buttons
    assert "Print the plan…" in buttons
    view.leave()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
def test_nothing_is_cut_and_everything_has_a_name(stage: Stage, scale: int, stretched: bool) -> None:
    shown = Shown(stage, scale, stretched=stretched)
    shown.scene.presenter.reviews.propose(date(2026, 12, 1))
    shown.scene.presenter.begin([each.id for each in shown.scene.plan.outcomes])
    for card in shown.view.outcomes.values():
        for step in card.steps.values():
            step.more.set_open(True)
    shown.scene.presenter.reviews.propose(date(2026, 12, 1))
    for row in shown.view.reviews.rows.values():
        row.other.set_open(True)
    shown.view.earlier.more.set_open(True)
    shown.view.begin.click()
    # opened parts take a few rounds to find their places
    for _ in range(20):
        QApplication.processEvents()
    assert misfits(shown.page) == []
    assert unnamed(shown.page) == []


def test_the_history_of_the_plan_is_read_when_it_is_opened_and_tells_what_changed(stage: Stage) -> None:
    shown = Shown(stage)
    step_id = shown.scene.plan.steps[0].id
    shown.scene.presenter.change_step(step_id, words="Ask for both forms")
    assert shown.scene.presenter.changes.state is None
    shown.view.changes.setFocus()
    QTest.keyClick(shown.focus, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert "Step in a plan · 24 Nov 2026, 10:42:00 · Marta" in shown.words
    assert "Words: was Ask for the form, now Ask for both forms" in shown.words
    assert "First written" in shown.words


def test_a_stage_of_a_session_has_no_history(stage: Stage) -> None:
    scene = Scene().filled()
    view = PlanView(scene.presenter, stage.look(), INDICATORS, Stages.PLAN)
    stage.show(view)
    assert not view.changes.isVisible()
