"""Other voices in the record: read side by side, and corrected with a reason like anything else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iroc_desktop.domain.conversation import Answer, UnratedReason, Voice
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.record.test_view import Shown
from tests.ui.screens.sessions import LAST_TIME, Session


@pytest.fixture
def session() -> Session:
    made = Session()
    talks, talk = made.desk.conversations, made.begun(LAST_TIME)
    talks.rate_as(talk, "a", Voice.PRACTITIONER, 4)
    talks.rate_as(talk, "a", Voice.AGREED, 3)
    talks.rate_as(talk, "c", Voice.PRACTITIONER, 2)
    talks.leave_unrated(talk, "c", UnratedReason.DID_NOT_WANT)
    return made


def test_each_voice_has_a_line_that_looks_like_the_others(stage: Stage, session: Session) -> None:
    words = Shown(stage, session).words
    assert "Person: 5, step 5 en\nPractitioner: 4, step 4 en\nAgreed: 3, step 3 en" in words
    assert "Person: Did not want to answer\nPractitioner: 2, step 2 en" in words


def test_with_one_voice_nobody_is_named(stage: Stage) -> None:
    words = Shown(stage).words
    assert "5, step 5 en" in words
    assert "Person:" not in words


def test_the_rating_of_another_voice_is_corrected_with_a_reason(stage: Stage, session: Session) -> None:
    shown = Shown(stage, session)
    shown.presenter.correct("a")
    assert shown.view.form is not None
    scale = shown.view.form.voices[Voice.PRACTITIONER]
    scale.focus_rating()
    QTest.keyClick(QApplication.focusWidget() or scale, Qt.Key.Key_6)
    assert unnamed(shown.page) == []
    shown.presenter.give_reason("I pressed the wrong number")
    shown.presenter.keep()
    (held,) = session.desk.people.overview("person-1").history.conversations
    assert held.answer("a") == Answer(
        5, words="The workshop", private="ask about sleep", practitioner_rating=6, agreed_rating=3
    )
    shown.view.cards["a"].corrections.set_open(True)
    assert "Practitioner: was 4, now 6" in shown.words


def test_a_voice_that_was_taken_away_is_told_as_not_rated(stage: Stage, session: Session) -> None:
    shown = Shown(stage, session)
    shown.presenter.correct("a")
    shown.presenter.rate_as(Voice.AGREED, None)
    shown.presenter.give_reason("We had not agreed yet")
    shown.presenter.keep()
    shown.view.cards["a"].corrections.set_open(True)
    assert "Agreed: was 3, now Not rated" in shown.words


def test_the_form_has_no_other_scale_where_only_the_person_rated(stage: Stage, session: Session) -> None:
    shown = Shown(stage, session)
    shown.presenter.correct("b")
    assert shown.view.form is not None
    assert shown.view.form.voices == {}


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_at_any_text_size(stage: Stage, session: Session, scale: int) -> None:
    shown = Shown(stage, session, scale)
    shown.presenter.correct("a")
    assert misfits(shown.page) == []
