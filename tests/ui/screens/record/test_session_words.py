"""What a finished session holds: last steps, what was explored, the course of it, the own reflection."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from iroc_desktop.domain.conversation import Stage as SessionStage
from iroc_desktop.domain.exploring import ExploringNote, FourBoxes, Whose
from iroc_desktop.domain.session import Interruption, StepNews
from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.services.held_sessions import HeldSession
from iroc_desktop.ui.screens.record.presenter import RecordPresenter
from iroc_desktop.ui.screens.record.session_words import course, passages
from iroc_desktop.ui.screens.record.view import RecordView
from tests.fakes.desk import ImmediateRunner
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.sessions import TODAY, Session
from tests.ui.screens.stage import Exits

NAMES = {"a": "Indicator a", "b": "Indicator b"}


@pytest.fixture
def session() -> Session:
    return Session()


@pytest.fixture
def talk(session: Session) -> str:
    """Hold a session with something in every part of it, and return its conversation's id."""
    desk = session.desk
    plan = desk.plans.begin("person-1").value
    step = desk.steps.add(plan.id, "", "Ask for a place in the workshop").value.id
    opened = desk.sessions.begin("person-1", TODAY).value.session
    desk.welcome_back.answer(opened.id, step, StepNews.MOVED_ON, "asking at lunch")
    desk.conversations.rate(opened.conversation_id, "a", 3)
    desk.exploring.note(opened.id, "a", ExploringNote.BEST_HOPES, "A quiet night")
    desk.exploring.scale(opened.id, "a", 3, 4)
    value = desk.values.add("person-1", "Family").value
    option = desk.exploring.add_option(opened.id, "a", Whose.ME, "Walk in the yard").value.options[-1]
    desk.exploring.weigh(opened.id, "a", replace(option, cost="an hour", fits=(value.id,), chosen=True))
    desk.exploring.decide(opened.id, "a", FourBoxes(changing_good="more sleep"))
    desk.exploring.note(opened.id, "a", ExploringNote.AGREED, "Twice a week")
    desk.sessions.interrupt(opened.id, Interruption.COUNT)
    desk.sessions.turn_to(opened.id, SessionStage.PLAN)
    desk.reflections.keep(opened.id, "person-1", "I talked too much")
    desk.sessions.finish(opened.id)
    return opened.conversation_id


@pytest.fixture
def held(session: Session, talk: str) -> HeldSession:
    found = session.desk.held_sessions.around("person-1", talk)
    assert found is not None
    return found


def test_last_steps_and_what_was_explored_are_told_in_order(held: HeldSession) -> None:
    steps, explored = passages(held, NAMES, untranslated())
    assert steps.lines == ("Ask for a place in the workshop: moved on. What helped: asking at lunch",)
    assert explored.heading == "Indicator a"
    assert explored.lines == (
        "Best hopes: A quiet night",
        "Where it is now: 3",
        "What would be good enough: 4",
        "Chosen: Walk in the yard",
        "What it would cost: an hour",
        "It fits with: Family",
        "Changing, good: more sleep",
        "Agreed: Twice a week",
    )


def test_what_helped_is_told_where_the_answer_was_taken_back(held: HeldSession) -> None:
    (told,) = held.session.looked_back.values()
    taken_back = replace(held.session, looked_back={told.step_id: replace(told, news=None)})
    (first, *_) = passages(replace(held, session=taken_back), NAMES, untranslated())
    assert first.lines == ("Ask for a place in the workshop: what helped was: asking at lunch",)


def test_the_course_tells_every_stage_and_why_it_stood_still(held: HeldSession) -> None:
    told = course(held.session, untranslated())
    assert sum(each.endswith("Interrupted by the count") for each in told) == 1
    assert told[0].endswith("Begun")
    assert told[-1].endswith("Finished")


def test_a_conversation_held_without_a_session_has_none(session: Session) -> None:
    talk = session.held(TODAY, a=2)
    assert session.desk.held_sessions.around("person-1", talk.id) is None


def test_the_words_of_the_session_are_on_the_page(stage: Stage, session: Session, talk: str) -> None:
    desk = session.desk
    presenter = RecordPresenter(
        desk.conversations,
        desk.people,
        desk.settling_in,
        desk.held_sessions,
        session.pack,
        ImmediateRunner(),
        Exits(),
        "en",
    )
    presenter.open("person-1", talk)
    view = RecordView(presenter, stage.look(200))
    page = stage.show(view)
    words = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert "Best hopes: A quiet night" in words
    assert words[words.index("Your reflection. Only you see it.") + 1] == "I talked too much"
    assert misfits(page) == []
    assert unnamed(page) == []
    assert "I talked too much" not in repr(presenter.state)
