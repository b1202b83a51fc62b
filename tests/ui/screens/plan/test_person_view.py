"""The plan turned to the person: to read, step by step, and whether they agree."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from iroc_desktop.domain.conversation import NoteKind
from iroc_desktop.domain.plan import Agreement, ByWhen, StepStatus
from iroc_desktop.ui.screens.plan.person_view import AGREE, READ, PlanPersonView
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.plan.scene import PERSON, Scene
from tests.ui.screens.turned import SENTINEL, Check, Shown, check_right, turned


class Planning(Shown):
    """The person's page for the plan."""

    view: PlanPersonView

    def __init__(
        self,
        stage: Stage,
        scene: Scene | None = None,
        *,
        scale: int = 100,
        stretched: bool = False,
        check: Check | None = None,
    ) -> None:
        self.scene = scene or Scene().filled()
        talk = self.scene.desk.conversations.start(PERSON, date(2026, 11, 24)).value.draft.conversation.id
        self.scene.desk.conversations.note(talk, "a", NoteKind.PRIVATE, SENTINEL)
        how = turned(stage, scale, check, stretched=stretched)
        super().__init__(stage, PlanPersonView(self.scene.presenter, how))

    def on(self, page: str) -> Planning:
        """Turn to a page."""
        self.view.turn_to(page)
        QApplication.processEvents()
        return self

    def on_step(self, place: int = 0) -> Planning:
        """Turn to the page of a step."""
        return self.on(self.scene.plan.steps[place].id)


@pytest.fixture
def planning(stage: Stage) -> Planning:
    return Planning(stage)


def test_the_plan_is_there_to_read_with_its_progress_and_who_helps(stage: Stage) -> None:
    scene = Scene().filled()
    first = scene.plan.steps[0]
    scene.presenter.change_step(
        first.id, who="Me", place="The office", due=ByWhen(words="before May"), confidence=8
    )
    scene.presenter.change_step(first.id, status=StepStatus.COMPLETED)
    scene.presenter.add_support("My sister")
    planning = Planning(stage, scene)
    for said in ("See my daughter", "Ask for the form", "Write a letter", "1 of 2 steps", "My sister"):
        assert said in planning.words
    described = planning.view.steps[first.id].accessibleDescription()
    for said in ("Completed", "Who: Me", "By when: before May", "Where: The office", "How sure: 8 of 10"):
        assert said in described


def test_a_press_opens_a_step_and_the_ways_go_through_all_of_them(planning: Planning) -> None:
    view, plan = planning.view, planning.scene.plan
    planning.press(Qt.Key.Key_Space)
    assert "How is it going?" in planning.words
    assert "2 of 4" in planning.words
    view.onward.click()
    assert plan.steps[1].words in planning.words
    view.onward.click()
    assert "Do I agree with this plan?" in planning.words
    view.back.click()
    assert plan.steps[1].words in planning.words
    view.onward.click()
    view.onward.click()
    assert planning.left == 1


def test_how_a_step_goes_is_ticked_with_one_press(planning: Planning) -> None:
    planning.on_step()
    planning.view.statuses[StepStatus.IN_PROGRESS].click()
    assert planning.scene.kept.steps[0].status is StepStatus.IN_PROGRESS
    ticked = [each for each, button in planning.view.statuses.items() if button.isChecked()]
    assert ticked == [StepStatus.IN_PROGRESS]


def test_a_screen_reader_ticks_a_status_by_toggling_it(planning: Planning) -> None:
    planning.on_step().view.statuses[StepStatus.COMPLETED].toggle()
    assert planning.scene.kept.steps[0].status is StepStatus.COMPLETED


def test_below_seven_it_asks_what_would_make_it_higher(planning: Planning) -> None:
    planning.on_step()
    assert "What would make it one higher?" not in planning.words
    planning.view.confidences[8].click()
    assert "What would make it one higher?" not in planning.words
    planning.view.confidences[5].click()
    assert "What would make it one higher?" in planning.words
    assert planning.view.note_field is not None
    planning.view.note_field.setFocus()
    planning.press("If my sister came along")
    planning.view.onward.click()
    step = planning.scene.kept.steps[0]
    assert (step.confidence, step.would_raise) == (5, "If my sister came along")


def test_a_second_press_takes_the_number_away(planning: Planning) -> None:
    planning.on_step()
    planning.view.confidences[8].click()
    planning.view.confidences[8].click()
    assert planning.scene.kept.steps[0].confidence is None


def test_nothing_is_agreed_before_somebody_says_so(planning: Planning) -> None:
    planning.on(AGREE)
    assert not any(button.isChecked() for button in planning.view.answers.values())
    agreed = [planning.scene.kept.plan.agreement]
    planning.view.answers[Agreement.YES].click()
    agreed.append(planning.scene.kept.plan.agreement)
    assert agreed == [Agreement.NOT_ASKED, Agreement.YES]
    assert planning.view.answers[Agreement.YES].isChecked()


def test_not_being_able_to_say_is_kept_with_a_few_words(planning: Planning) -> None:
    planning.on(AGREE).view.answers[Agreement.COULD_NOT_ANSWER].click()
    assert planning.view.answers[Agreement.COULD_NOT_ANSWER].isChecked()
    assert "A few words are enough." in planning.words
    assert planning.scene.kept.plan.agreement is Agreement.NOT_ASKED
    assert planning.view.note_field is not None
    planning.view.note_field.setFocus()
    planning.press("I am tired")
    planning.view.leave()
    plan = planning.scene.kept.plan
    assert (plan.agreement, plan.agreement_reason) == (Agreement.COULD_NOT_ANSWER, "I am tired")


def test_a_step_taken_away_meanwhile_leads_back_to_the_plan(planning: Planning) -> None:
    planning.on_step(1)
    planning.scene.desk.steps.remove(planning.scene.plan.steps[1].id)
    planning.scene.presenter.open()
    assert "1 of 3" in planning.words
    assert "Write a letter" not in planning.words


def test_without_a_plan_it_says_so(stage: Stage) -> None:
    scene = Scene()
    scene.presenter.open()
    planning = Planning(stage, scene)
    assert "There is no plan yet." in planning.words
    planning.view.onward.click()
    assert planning.left == 1


@pytest.mark.parametrize("page", [READ, "step", AGREE])
def test_it_names_nobody_and_shows_no_private_note(planning: Planning, page: str) -> None:
    planning.on(planning.scene.plan.steps[0].id if page == "step" else page)
    assert planning.everything.strip()
    for unwanted in (SENTINEL, "Ana"):
        assert unwanted not in planning.everything


def test_escape_asks_for_the_passphrase_when_the_setting_says_so(stage: Stage) -> None:
    planning = Planning(stage, check=check_right)
    planning.press(Qt.Key.Key_Escape)
    assert (planning.left, "See my daughter" in planning.words) == (0, False)
    planning.press("right", Qt.Key.Key_Return)
    assert planning.left == 1


def test_tab_goes_through_statuses_numbers_and_ways(planning: Planning) -> None:
    planning.on_step()
    view, order = planning.view, tab_order(planning.page)
    expected = [*view.statuses.values(), *view.confidences.values(), view.back, view.onward, view.give_back]
    assert [each for each in order if each in expected] == expected


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
@pytest.mark.parametrize("page", [READ, "step", AGREE])
def test_no_word_is_cut_and_everything_has_a_name(
    stage: Stage, scale: int, stretched: bool, page: str
) -> None:
    scene = Scene().filled()
    scene.presenter.change_step(scene.plan.steps[0].id, confidence=3, who="My sister and I")
    scene.presenter.add_step(scene.plan.outcomes[0].id, "A very long step. " * 60)
    planning = Planning(stage, scene, scale=scale, stretched=stretched)
    planning.on(scene.plan.steps[0].id if page == "step" else page)
    assert misfits(planning.page) == []
    assert unnamed(planning.page) == []
    buttons = (
        *planning.view.steps.values(),
        *planning.view.statuses.values(),
        *planning.view.answers.values(),
    )
    for button in buttons:
        assert button.height() >= button.heightForWidth(button.width())
