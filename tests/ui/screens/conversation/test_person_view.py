"""The screen turned to the person: their language, their keys, and the way back."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from iroc_desktop.domain.conversation import NoteKind, UnratedReason
from iroc_desktop.domain.people import Reading
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.screens.conversation.big_scale import BigStep
from iroc_desktop.ui.screens.conversation.person_view import PersonView
from iroc_desktop.ui.screens.conversation.presenter import ConversationPresenter
from iroc_desktop.ui.screens.conversation.state import Sheet
from iroc_desktop.ui.widgets.turned import Turned
from tests.fakes.builders import instrument, person
from tests.fakes.desk import ImmediateRunner
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.sessions import Session
from tests.ui.screens.stage import Exits

Check = Callable[[str, Callable[[bool], None]], None]


class Shown:
    """The person's view on the screen."""

    def __init__(
        self,
        stage: Stage,
        session: Session | None = None,
        check: Check | None = None,
        *,
        scale: int = 100,
        stretched: bool = False,
    ) -> None:
        self.session, self.exits, self.left = session or Session(), Exits(), 0
        look = stage.look(scale, stretched=stretched)
        theirs = look.phrases if stretched else Phrases("es", gettext.NullTranslations())
        self.presenter = ConversationPresenter(
            self.session.desk.conversations,
            self.session.pack,
            ImmediateRunner(),
            self.session.clock,
            self.exits,
            "en",
        )
        self.presenter.open(self.session.begun())
        self.view = PersonView(self.presenter, Turned(look, theirs, "es", check))
        self.view.left.connect(self._on_left)
        self.page = stage.show(self.view, 1024, 700)

    def _on_left(self) -> None:
        self.left += 1

    @property
    def sheet(self) -> Sheet:
        """Return what is on the screen."""
        assert self.presenter.state.sheet is not None
        return self.presenter.state.sheet

    @property
    def question(self) -> str:
        """Return the question as the person reads it first."""
        page = self.sheet.person_page
        return page.question if self.sheet.person.reading is Reading.WELL else page.easy_question

    @property
    def words(self) -> str:
        """Return every label that can be read."""
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys where the keyboard is now."""
        for key in keys:
            focused = QApplication.focusWidget() or QWidget()
            if isinstance(key, str):
                QTest.keyClicks(focused, key)
            else:
                QTest.keyClick(focused, key)


def test_it_speaks_the_persons_language_with_the_practitioners_beside(stage: Stage) -> None:
    turned = Shown(stage)
    assert "Indicator a es" in turned.words
    assert "How often a?" in turned.words
    turned.press("l")
    assert turned.words.count("How often a?") == 1


def test_it_names_nobody_and_shows_no_private_note(stage: Stage) -> None:
    session = Session()
    talk = session.begun()
    session.desk.conversations.note(talk, "a", NoteKind.PRIVATE, "sentinel private")
    session.desk.conversations.note(talk, "a", NoteKind.STRENGTH, "sentinel strength")
    turned = Shown(stage, session)
    everything = [each.accessibleName() for each in turned.page.findChildren(QWidget)]
    everything += [each.text() for each in turned.page.findChildren(QLabel)]
    everything += [each.toPlainText() for each in turned.page.findChildren(QPlainTextEdit)]
    everything.append(turned.view.windowTitle())
    assert not [each for each in everything if "sentinel" in each or "Ana" in each]


def test_a_key_rates_and_stays_so_that_the_choice_is_seen(stage: Stage) -> None:
    turned = Shown(stage)
    turned.press("5")
    assert (turned.sheet.page.indicator_id, turned.sheet.page.rating) == ("a", 5)
    turned.press(Qt.Key.Key_Right, "2")
    assert (turned.sheet.page.indicator_id, turned.sheet.page.rating) == ("b", 2)
    turned.press(Qt.Key.Key_Backspace)
    assert turned.sheet.page.rating is None


def test_both_views_follow_the_same_conversation(stage: Stage) -> None:
    turned = Shown(stage)
    turned.presenter.rate(3, move_on=True)
    assert "Indicator b es" in turned.words


def test_who_reads_little_gets_the_easier_words_first(stage: Stage) -> None:
    turned = Shown(stage, Session(person=replace(person(), language="es", reading=Reading.A_LITTLE)))
    assert "a?" in turned.words.split("\n")
    turned.press("e")
    assert "a?" not in turned.words.split("\n")


def test_it_can_be_left_unsaid_and_said_after_all(stage: Stage) -> None:
    turned = Shown(stage)
    turned.view._not_now.click()
    assert turned.sheet.page.unrated is UnratedReason.DID_NOT_WANT
    turned.view._not_now.click()
    assert turned.sheet.page.unrated is None


def test_their_own_words_are_kept(stage: Stage) -> None:
    turned = Shown(stage)
    turned.view._in_words.set_open(True)
    turned.view._words.setFocus()
    turned.press("12 good days", Qt.Key.Key_Right)
    turned.view.leave()
    stored = turned.session.stored(turned.sheet.conversation.id).answer("a")
    assert (stored.words, stored.rating) == ("12 good days", None)


def test_escape_gives_the_screen_back_at_once_without_a_passphrase(stage: Stage) -> None:
    turned = Shown(stage)
    turned.press(Qt.Key.Key_Escape)
    assert turned.left == 1


def test_after_the_last_one_next_gives_the_screen_back(stage: Stage) -> None:
    turned = Shown(stage)
    turned.press(*[Qt.Key.Key_Right] * 4)
    assert turned.left == 1
    assert ("went_on",) not in turned.exits.taken


def test_with_the_setting_only_the_passphrase_gives_the_screen_back(stage: Stage) -> None:
    tried: list[str] = []

    def check(passphrase: str, answer: Callable[[bool], None]) -> None:
        tried.append(passphrase)
        answer(passphrase == "right")  # what a test types

    turned = Shown(stage, check=check)
    turned.press(Qt.Key.Key_Escape)
    assert turned.left == 0
    assert "Indicator a es" not in turned.words
    turned.press("wrong", Qt.Key.Key_Return)
    assert (turned.left, tried) == (0, ["wrong"])
    assert "That is not the passphrase. Try again." in turned.words
    turned.press("right", Qt.Key.Key_Return)
    assert (turned.left, tried) == (1, ["wrong", "right"])
    assert [each.text() for each in turned.page.findChildren(QLineEdit)] == [""]


def test_keys_do_not_rate_while_the_passphrase_is_asked_for_and_one_can_stay(stage: Stage) -> None:
    turned = Shown(stage, check=lambda _, answer: answer(False))
    turned.view.ask_to_leave()
    turned.press("4")
    assert turned.sheet.rated == 0
    turned.view.return_card.stayed.emit()
    assert "Indicator a es" in turned.words


def test_a_full_disk_is_told_and_the_choice_not_shown(stage: Stage) -> None:
    turned = Shown(stage)
    turned.session.store.full = True
    turned.press("4")
    assert turned.sheet.page.rating is None
    assert turned.view.banner.isVisible()
    turned.session.store.full = False
    turned.view.banner.acted.emit()
    assert turned.sheet.page.rating == 4
    assert not turned.view.banner.isVisible()


def test_an_instrument_of_another_size_has_as_many_buttons_as_steps(stage: Stage) -> None:
    turned = Shown(stage, Session(of=instrument(11, maximum=7)))
    assert turned.view._scale is not None
    assert list(turned.view._scale.buttons) == [1, 2, 3, 4, 5, 6, 7]
    turned.press("7")
    assert turned.sheet.page.rating == 7


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
def test_no_word_is_cut_and_everything_has_a_name(stage: Stage, scale: int, stretched: bool) -> None:
    turned = Shown(stage, check=lambda _, answer: answer(False), scale=scale, stretched=stretched)
    turned.view._in_words.set_open(True)
    assert misfits(turned.page) == []
    assert unnamed(turned.page) == []
    turned.view.ask_to_leave()
    assert misfits(turned.page) == []


@pytest.mark.parametrize(("width", "height"), [(1024, 700), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_question_and_scale_are_in_sight_whatever_the_size(
    stage: Stage, scale: int, width: int, height: int
) -> None:
    turned = Shown(stage, scale=scale)
    turned.page.resize(width, height)
    turned.view.resize(width, height)
    QApplication.processEvents()
    (area,) = [each for each in turned.page.findChildren(QScrollArea) if each.isVisible()]
    shown = area.viewport().rect()
    question = next(each for each in turned.page.findChildren(QLabel) if each.text() == turned.question)
    for part in (question, *turned.page.findChildren(BigStep)):
        place = QRect(part.mapTo(area.viewport(), QPoint(0, 0)), part.size())
        assert shown.contains(place), part
    assert misfits(turned.page) == []


def test_a_screen_with_room_shows_the_question_larger_and_the_buttons_high(stage: Stage) -> None:
    sizes, heights = [], []
    for width, height in ((900, 520), (1920, 1080)):
        turned = Shown(stage, scale=200)
        turned.view.resize(width, height)
        QApplication.processEvents()
        question = next(each for each in turned.page.findChildren(QLabel) if each.text() == turned.question)
        sizes.append(question.fontMetrics().height())
        heights.append(turned.page.findChildren(BigStep)[0].height())
    assert sizes[0] < sizes[1]
    assert heights[0] < heights[1]
