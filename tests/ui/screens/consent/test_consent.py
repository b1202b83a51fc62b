"""Tests of reading together, agreeing, and taking back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from iroc_desktop.domain.consent import ConsentDayError, ConsentState, ConsentText
from iroc_desktop.domain.people import Person
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.ports import Runner
from iroc_desktop.system.content.consent import load_consent
from iroc_desktop.ui.screens.consent.presenter import ConsentPresenter
from iroc_desktop.ui.screens.consent.view import ConsentView
from tests.fakes import builders
from tests.fakes.desk import FixedClock, ImmediateRunner, desk_in_memory
from tests.system.content.places import ROOT, SCHEMAS
from tests.ui.accessibility.spoken import silences
from tests.ui.screens.conftest import Stage
from tests.ui.screens.stage import Exits, WaitingRunner

TODAY = FixedClock().today()
EARLIER = date(2026, 11, 3)


@pytest.fixture(scope="module")
def texts() -> tuple[ConsentText, ...]:
    return load_consent(ROOT / "resources" / "consent", SCHEMAS)


class Scene:
    """One person who speaks Spanish, and the screen about what they agreed to."""

    def __init__(self, texts: tuple[ConsentText, ...], runner: Runner | None = None) -> None:
        self.desk = desk_in_memory(builders.pack())
        self.desk.people.save(Person("person-1", "Ana", language="es"))
        self.exits = Exits()
        self.presenter = ConsentPresenter(
            "person-1",
            texts,
            self.desk.consents,
            runner or ImmediateRunner(),
            self.exits,
            FixedClock(),
            "en",
        )
        self.presenter.open()

    @property
    def standing(self) -> ConsentState:
        """Return what is in the record."""
        return self.desk.consents.of("person-1").agreed.state


def test_the_words_come_in_the_persons_language_until_another_is_chosen(
    texts: tuple[ConsentText, ...],
) -> None:
    scene = Scene(texts)
    assert scene.presenter.state.text.language == "es"
    scene.presenter.read_in("en")
    scene.presenter.on_changes(Changes(consent_of=frozenset({"person-1"})), None)
    assert scene.presenter.state.text.language == "en"


def test_agreeing_keeps_the_words_on_the_screen_and_the_day_chosen(texts: tuple[ConsentText, ...]) -> None:
    scene = Scene(texts)
    scene.presenter.agreed_on(EARLIER)
    scene.presenter.agree()
    (given,) = scene.desk.consents.of("person-1").given
    assert (given.consent.given_on, given.consent.wording) == (EARLIER, scene.presenter.state.text.wording)
    assert scene.presenter.state.just is ConsentState.AGREED


def test_nothing_is_recorded_twice_while_the_first_is_on_its_way(texts: tuple[ConsentText, ...]) -> None:
    runner = WaitingRunner()
    scene = Scene(texts, runner)
    scene.presenter.agree()
    runner.run_all()
    for _ in range(3):
        scene.presenter.agree()
    runner.run_all()
    assert len(scene.desk.consents.of("person-1").given) == 1


def test_taking_back_is_asked_for_once_and_can_be_left(texts: tuple[ConsentText, ...]) -> None:
    scene = Scene(texts)
    scene.presenter.agree()
    scene.presenter.ask_to_withdraw()
    scene.presenter.keep()
    assert (scene.standing, scene.presenter.state.withdrawing) == (ConsentState.AGREED, False)
    scene.presenter.ask_to_withdraw()
    scene.presenter.withdraw(TODAY)
    assert (scene.standing, scene.presenter.state.withdrawing) == (ConsentState.TAKEN_BACK, False)


def test_a_day_that_cannot_be_right_is_told_and_nothing_is_recorded(texts: tuple[ConsentText, ...]) -> None:
    scene = Scene(texts)
    scene.presenter.agreed_on(date(2027, 1, 1))
    scene.presenter.agree()
    assert isinstance(scene.presenter.state.problem, ConsentDayError)
    assert (scene.standing, scene.presenter.state.busy) == (ConsentState.NOT_ASKED, False)


class Shown:
    """The screen on the stage."""

    def __init__(self, stage: Stage, scene: Scene, scale: int = 100) -> None:
        self.scene = scene
        self.view = ConsentView(scene.presenter, stage.look(scale))
        self.page = stage.show(self.view)

    def words(self) -> str:
        """Return what can be read."""
        return "\n".join(each.text() for each in self.view.findChildren(QLabel) if each.isVisible())

    def press(self, button: QPushButton) -> None:
        """Press a button by keyboard."""
        assert button.isVisible()
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_enter_pressed_in_haste_agrees_for_nobody(stage: Stage, texts: tuple[ConsentText, ...]) -> None:
    shown = Shown(stage, Scene(texts))
    focused = shown.page.focusWidget()
    assert focused is not None
    assert focused is not shown.view.agree
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert shown.scene.standing is ConsentState.NOT_ASKED


def test_every_sentence_is_on_the_screen_and_what_was_agreed_stays_readable(
    stage: Stage, texts: tuple[ConsentText, ...]
) -> None:
    shown = Shown(stage, Scene(texts))
    text = shown.scene.presenter.state.text
    for section in text.sections:
        for sentence in (section.heading, *section.sentences):
            assert sentence in shown.words()
    assert "Has not yet agreed that this record is kept" in shown.words()
    shown.press(shown.view.agree)
    assert "It is kept that they agreed, with the words you read." in shown.words()
    assert "Agreed on 24 November 2026" in shown.words()
    assert "Written down by Marta" in shown.words()


def test_taking_back_is_as_easy_as_agreeing_and_says_what_is_next(
    stage: Stage, texts: tuple[ConsentText, ...]
) -> None:
    shown = Shown(stage, Scene(texts))
    assert not shown.view.back.isVisible()
    shown.press(shown.view.agree)
    shown.press(shown.view.back.ask)
    assert shown.view.back.take.hasFocus()
    shown.press(shown.view.back.keep)
    assert shown.view.back.ask.hasFocus()
    shown.press(shown.view.back.ask)
    shown.press(shown.view.back.take)
    assert shown.scene.standing is ConsentState.TAKEN_BACK
    assert "Write nothing more for now, and go on helping as before." in shown.words()
    assert "Taken back on 24 November 2026" in shown.words()
    assert not shown.view.back.isVisible()


def test_a_day_from_before_says_that_its_words_were_not_recorded(
    stage: Stage, texts: tuple[ConsentText, ...]
) -> None:
    scene = Scene(texts)
    scene.desk.people.save(Person("person-1", "Ana", consent_on=EARLIER))
    scene.presenter.open()
    shown = Shown(stage, scene)
    assert "3 November 2026, wording not recorded" in shown.words()
    assert shown.view.back.isVisible()


@pytest.mark.parametrize("scale", [100, 200])
def test_everything_speaks(stage: Stage, texts: tuple[ConsentText, ...], scale: int) -> None:
    shown = Shown(stage, Scene(texts), scale)
    shown.press(shown.view.agree)
    shown.press(shown.view.back.ask)
    assert silences(shown.page) == []


def test_the_way_back_leads_to_the_person(stage: Stage, texts: tuple[ConsentText, ...]) -> None:
    shown = Shown(stage, Scene(texts))
    shown.press(shown.view.person)
    assert shown.scene.exits.taken == [("open_person", "person-1")]
