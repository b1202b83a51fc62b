"""The ways through a session: each stage is kept, left out, paused or interrupted, and gone on with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.session import STAGES, Interruption, OpenSession, SessionState, StageProgress
from iroc_desktop.ui.application.workplace import Workplace
from iroc_desktop.ui.main_window.commands import Command
from iroc_desktop.ui.screens.waiting.view import WaitingView
from iroc_desktop.ui.widgets.persons_page import PersonsPage
from iroc_desktop.ui.widgets.session_page import SessionPage
from tests.fakes.vault import MemoryVault
from tests.ui.application.running import NAME, Running


class Walk:
    """A session with the person in the vault."""

    def __init__(self, running: Running) -> None:
        self.running = running
        self.workplace: Workplace = running.unlock()
        self.go(lambda: self.workplace.session.begin("person-1"))

    def go(self, way: Callable[[], object]) -> None:
        """Take a way, and wait until it is gone."""
        way()
        self.running.settle()

    @property
    def opened(self) -> OpenSession:
        """Return the session as the store has it."""
        found = self.workplace.desk.sessions.in_progress("person-1")
        assert found is not None
        return found

    def stands_at(self) -> tuple[Stage, SessionState]:
        """Return the stage of the session in the store, and whether it goes on."""
        return self.opened.session.stage, self.opened.session.state

    @property
    def page(self) -> SessionPage:
        """Return the screen that is shown."""
        (shown,) = [
            each for each in self.running.application.window.findChildren(SessionPage) if each.isVisible()
        ]
        return shown


@pytest.fixture
def walk(start: Callable[[MemoryVault], Running], vault: MemoryVault) -> Walk:
    return Walk(start(vault))


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_that_was_on_the_screen_is_there_again_after_the_program_was_locked(
    walk: Walk, stage: Stage
) -> None:
    walk.go(lambda: walk.workplace.session.to_stage(stage))
    assert walk.opened.session.stage is stage
    before = type(walk.page)
    walk.running.application.lock()
    walk.running.settle()
    walk.workplace = walk.running.unlock()
    walk.go(lambda: walk.workplace.session.begin("person-1"))
    assert type(walk.page) is before


def test_a_stage_is_done_when_the_next_one_is_asked_for_and_left_out_when_it_is_left_out(walk: Walk) -> None:
    walk.go(lambda: walk.workplace.session.to_stage(Stage.WELCOME))
    walk.go(walk.page.went_on.emit)
    assert walk.stands_at() == (Stage.CONVERSATION, SessionState.OPEN)
    assert walk.opened.session.of(Stage.WELCOME) is StageProgress.DONE
    walk.go(walk.page.skipped.emit)
    assert walk.opened.session.of(Stage.CONVERSATION) is StageProgress.SKIPPED
    assert walk.stands_at() == (Stage.PICTURE, SessionState.OPEN)


def test_an_interruption_takes_one_key_and_its_reason_another(walk: Walk) -> None:
    stage, _ = walk.stands_at()
    walk.go(walk.running.application._possible()[Command.INTERRUPTED])
    assert walk.stands_at() == (stage, SessionState.INTERRUPTED)
    waiting = walk.page
    assert isinstance(waiting, WaitingView)
    walk.go(waiting.reasons[Interruption.COUNT].click)
    session = walk.opened.session
    assert session.interruption is Interruption.COUNT
    assert [each.reason for each in session.moments if each.reason] == [Interruption.COUNT]
    walk.go(waiting.go_on.click)
    assert walk.stands_at() == (stage, SessionState.OPEN)
    assert not isinstance(walk.page, WaitingView)


def test_a_paused_session_waits_with_the_person(walk: Walk) -> None:
    walk.go(walk.page.paused.emit)
    assert walk.stands_at() == (Stage.CONVERSATION, SessionState.PAUSED)
    assert "waits here and on Today" in walk.running.words()
    walk.go(lambda: walk.workplace.people.open_person("person-1"))
    assert "A session is waiting" in walk.running.words()


@pytest.mark.parametrize(
    "stage", [Stage.CONVERSATION, Stage.CHOOSE, Stage.EXPLORE, Stage.PLAN, Stage.TOOLKIT]
)
def test_the_screen_is_turned_to_the_person_and_back_at_every_stage_of_theirs(
    walk: Walk, stage: Stage
) -> None:
    walk.go(lambda: walk.workplace.session.to_stage(stage))
    walk.go(walk.running.application._possible()[Command.PERSON_VIEW])
    (page,) = [each for each in walk.running.application.window.findChildren(PersonsPage) if each.isVisible()]
    assert NAME not in walk.running.words()
    walk.go(page.ask_to_leave)
    assert walk.page.isVisible()


@pytest.mark.parametrize("stage", [Stage.WELCOME, Stage.PICTURE, Stage.PRINT])
def test_a_stage_without_a_page_for_the_person_is_not_turned(walk: Walk, stage: Stage) -> None:
    walk.go(lambda: walk.workplace.session.to_stage(stage))
    walk.go(walk.workplace.session.to_person_view)
    assert walk.page.isVisible()


def test_the_toolkit_is_not_turned_to_the_person_before_its_pages_are_read(walk: Walk) -> None:
    walk.workplace.session.to_stage(Stage.TOOLKIT)
    walk.workplace.session.to_person_view()
    assert not walk.running.application.window.turned
    walk.running.settle()
    walk.go(walk.workplace.session.to_person_view)
    assert walk.running.application.window.turned


def test_a_toolkit_left_before_its_pages_are_read_does_not_come_back(walk: Walk) -> None:
    walk.workplace.session.to_stage(Stage.TOOLKIT)
    walk.go(walk.workplace.session.interrupt)
    assert isinstance(walk.page, WaitingView)
    assert walk.stands_at() == (Stage.TOOLKIT, SessionState.INTERRUPTED)
    walk.go(walk.page.go_on.click)
    walk.workplace.session.to_stage(Stage.TOOLKIT)
    walk.go(walk.workplace.people.today)
    assert NAME not in walk.running.words()


def test_the_reason_that_was_chosen_outlives_a_change_of_text_size(walk: Walk) -> None:
    walk.go(walk.workplace.session.interrupt)
    waiting = walk.page
    assert isinstance(waiting, WaitingView)
    walk.go(waiting.reasons[Interruption.COUNT].click)
    walk.go(walk.running.application._possible()[Command.LARGER])
    assert isinstance(walk.page, WaitingView)
    assert walk.page is not waiting
    assert walk.page.reasons[Interruption.COUNT].isChecked()
    assert walk.opened.session.interruption is Interruption.COUNT


def test_the_plan_on_paper_leads_back_to_the_stage(walk: Walk) -> None:
    walk.go(lambda: walk.workplace.desk.plans.begin("person-1"))
    walk.go(lambda: walk.workplace.session.to_stage(Stage.PLAN))
    stage = type(walk.page)
    walk.go(lambda: walk.workplace.session.print_plan("person-1"))
    on_paper = type(walk.page)
    walk.go(walk.running.application._possible()[Command.PLAN])
    assert (on_paper is stage, type(walk.page) is stage) == (False, True)
    assert walk.stands_at() == (Stage.PLAN, SessionState.OPEN)
