"""The practitioner's and the agreed rating: folded away, by keyboard, and never in the person's view."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.conversation import Answer, Voice
from iroc_desktop.ui.screens.conversation.answer_card import AnswerCard
from iroc_desktop.ui.screens.conversation.person_view import PersonView
from iroc_desktop.ui.screens.conversation.presenter import ConversationPresenter
from iroc_desktop.ui.screens.conversation.view import ConversationView
from iroc_desktop.ui.screens.conversation.voices import VoicesFold
from iroc_desktop.ui.widgets.step_button import StepButton
from iroc_desktop.ui.widgets.turned import Turned
from tests.fakes.desk import ImmediateRunner
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.sessions import Session
from tests.ui.screens.stage import Exits


class Table:
    """A conversation on the screen of an organisation that wants two voices, or does not."""

    def __init__(self, stage: Stage, *, two_voices: bool = True, scale: int = 100) -> None:
        self.session = Session()
        desk = self.session.desk
        desk.arranging.keep(Arrangements(two_voices=two_voices))
        self.presenter = ConversationPresenter(
            desk.conversations,
            self.session.pack,
            ImmediateRunner(),
            self.session.clock,
            Exits(),
            "en",
            arranging=desk.arranging,
        )
        self.talk = self.session.begun()
        self.presenter.open(self.talk)
        self.look = stage.look(scale)
        self.view = ConversationView(self.presenter, self.look, self.session.pack.wording("en"))
        self.page = stage.show(self.view)

    @property
    def card(self) -> AnswerCard:
        """Return the card of the indicator on the screen."""
        assert self.view.card is not None
        return self.view.card

    @property
    def voices(self) -> VoicesFold:
        """Return the other voices."""
        return self.card.voices

    def answer(self, indicator_id: str) -> Answer:
        """Return what the store has."""
        return self.session.stored(self.talk).answer(indicator_id)

    def unfold(self) -> None:
        """Unfold the two scales by keyboard."""
        self.voices.fold.setFocus()
        QTest.keyClick(QApplication.focusWidget() or QWidget(), Qt.Key.Key_Space)

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys where the keyboard is now."""
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            if isinstance(key, str):
                QTest.keyClicks(focused, key)
            else:
                QTest.keyClick(focused, key)


@pytest.fixture
def table(stage: Stage) -> Iterator[Table]:
    made = Table(stage)
    yield made
    made.view.leave()


def test_nobody_sees_other_voices_where_the_organisation_wants_one(stage: Stage) -> None:
    table = Table(stage, two_voices=False)
    assert not table.voices.isVisible()
    table.view.leave()


def test_the_scales_are_folded_until_they_are_wanted(table: Table) -> None:
    assert table.voices.isVisible()
    assert not any(scale.isVisible() for scale in table.voices.scales.values())
    table.unfold()
    assert all(scale.isVisible() for scale in table.voices.scales.values())


def test_a_number_on_a_voices_scale_rates_for_that_voice_and_stays_there(table: Table) -> None:
    table.unfold()
    table.voices.scales[Voice.PRACTITIONER].focus_rating()
    table.press("5")
    assert table.answer("a") == Answer(practitioner_rating=5)
    assert table.voices.scales[Voice.PRACTITIONER].isAncestorOf(QApplication.focusWidget() or QWidget())
    table.voices.scales[Voice.AGREED].focus_rating()
    table.press("3")
    assert table.answer("a") == Answer(practitioner_rating=5, agreed_rating=3)
    table.press(Qt.Key.Key_Backspace)
    assert table.answer("a") == Answer(practitioner_rating=5)


def test_a_number_elsewhere_still_rates_for_the_person(table: Table) -> None:
    table.unfold()
    table.card.scale.focus_rating()
    table.press("4")
    assert table.answer("a") == Answer(rating=4)


def test_tab_reaches_each_scale_and_each_step_says_whose_it_is(table: Table) -> None:
    table.unfold()
    reached = tab_order(table.page)
    for scale in table.voices.scales.values():
        assert len([each for each in reached if scale.isAncestorOf(each)]) == 1
    steps = table.voices.scales[Voice.AGREED].findChildren(StepButton)
    assert [each.accessibleName() for each in steps][:1] == ["Agreed: 1, step 1 en"]
    assert unnamed(table.page) == []


def test_a_folded_line_still_says_what_was_given(table: Table) -> None:
    table.presenter.rate_as(Voice.PRACTITIONER, 2)
    shown = [each.text() for each in table.voices.findChildren(QLabel) if each.isVisible()]
    assert shown == ["Practitioner: 2, step 2 en"]
    table.presenter.move(1)
    assert not [each.text() for each in table.voices.findChildren(QLabel) if each.isVisible()]


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_at_any_text_size(stage: Stage, scale: int) -> None:
    table = Table(stage, scale=scale)
    table.unfold()
    table.presenter.rate_as(Voice.AGREED, 6)
    assert misfits(table.page) == []
    table.view.leave()


def test_the_persons_view_has_no_other_voice_in_it(stage: Stage, table: Table) -> None:
    table.presenter.rate_as(Voice.PRACTITIONER, 2)
    turned = PersonView(table.presenter, Turned(table.look, table.look.phrases, "en"))
    page = stage.show(turned, 1024, 700)
    said = [each.text() for each in page.findChildren(QLabel)]
    said += [each.accessibleName() for each in page.findChildren(QWidget)]
    assert said
    assert not [each for each in said if "Practitioner" in each or "Agreed" in each]
    assert page.findChildren(VoicesFold) == []
