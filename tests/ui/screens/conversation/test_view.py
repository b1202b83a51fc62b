"""The practitioner's view of the conversation, by keyboard and by eye."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.domain.conversation import NoteKind, UnratedReason
from iroc_desktop.ui.screens.conversation.presenter import ConversationPresenter
from iroc_desktop.ui.screens.conversation.state import Sheet
from iroc_desktop.ui.screens.conversation.view import ConversationView
from tests.fakes.builders import instrument
from tests.fakes.desk import ImmediateRunner
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.sessions import LAST_TIME, Session
from tests.ui.screens.stage import Exits


class Table:
    """A conversation on the screen, with everything behind it at hand."""

    def __init__(self, stage: Stage, session: Session, *, scale: int = 100, stretched: bool = False) -> None:
        self.session, self.exits = session, Exits()
        look = stage.look(scale, stretched=stretched)
        self.presenter = ConversationPresenter(
            session.desk.conversations,
            session.pack,
            ImmediateRunner(),
            session.clock,
            self.exits,
            "en",
        )
        self.presenter.open(session.begun())
        self.view = ConversationView(self.presenter, look, session.pack.wording("en"))
        self.page = stage.show(self.view)

    @property
    def sheet(self) -> Sheet:
        """Return what is on the screen."""
        assert self.presenter.state.sheet is not None
        return self.presenter.state.sheet

    def press(self, *keys: Qt.Key | str, alt: bool = False) -> None:
        """Press keys where the keyboard is now."""
        modifier = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            if isinstance(key, str):
                QTest.keyClicks(focused, key)
            else:
                QTest.keyClick(focused, key, modifier)

    def note(self, kind: NoteKind) -> QPlainTextEdit:
        """Return the field of one kind of note."""
        assert self.view.card is not None
        field = self.view.card.notes[kind].findChild(QPlainTextEdit)
        assert isinstance(field, QPlainTextEdit)
        return field

    def stored(self, indicator_id: str) -> tuple[int | None, str]:
        """Return the rating and the words that the store has."""
        answer = self.session.stored(self.sheet.conversation.id).answer(indicator_id)
        return answer.rating, answer.words


@pytest.fixture
def session() -> Session:
    made = Session()
    made.held(LAST_TIME, a=3)
    return made


@pytest.fixture
def table(stage: Stage, session: Session) -> Iterator[Table]:
    made = Table(stage, session)
    yield made
    made.view.leave()


def on_the_scale(table: Table) -> bool:
    assert table.view.card is not None
    return table.view.card.scale.isAncestorOf(QApplication.focusWidget() or QWidget())


def test_a_whole_conversation_is_held_by_keys_alone(table: Table) -> None:
    table.press("4", "w", "2", "5")
    answers = table.session.stored(table.sheet.conversation.id).answers
    assert [answers[each].rating for each in "abcd"] == [4, None, 2, 5]
    assert answers["b"].unrated is UnratedReason.DID_NOT_WANT
    assert table.sheet.finished
    table.press(Qt.Key.Key_Space)
    assert ("went_on",) in table.exits.taken


def test_the_keyboard_begins_on_the_scale_and_comes_back_to_it(table: Table) -> None:
    assert on_the_scale(table)
    table.press("4")
    assert table.sheet.page.indicator_id == "b"
    assert on_the_scale(table)


def test_digits_letters_and_arrows_inside_a_note_are_typed(table: Table) -> None:
    field = table.note(NoteKind.WORDS)
    field.setFocus()
    table.press("3 wins, 12 anew")
    table.press(Qt.Key.Key_Left, Qt.Key.Key_Backspace)
    assert field.toPlainText() == "3 wins, 12 anw"
    assert (table.sheet.page.indicator_id, table.sheet.rated) == ("a", 0)


def test_escape_leaves_a_note_and_keeps_it(table: Table) -> None:
    table.note(NoteKind.WORDS).setFocus()
    table.press("the yard")
    table.press(Qt.Key.Key_Escape)
    assert on_the_scale(table)
    assert table.stored("a") == (None, "the yard")


def test_alt_and_arrow_move_while_writing_and_the_note_stays_with_its_indicator(table: Table) -> None:
    table.note(NoteKind.WORDS).setFocus()
    table.press("about a")
    table.press(Qt.Key.Key_Right, alt=True)
    assert table.sheet.page.indicator_id == "b"
    assert table.note(NoteKind.WORDS).toPlainText() == ""
    assert table.stored("a") == (None, "about a")
    assert table.stored("b") == (None, "")
    table.press(Qt.Key.Key_Left, alt=True)
    assert table.note(NoteKind.WORDS).toPlainText() == "about a"


def test_arrows_move_and_backspace_clears_outside_of_notes(table: Table) -> None:
    table.press(Qt.Key.Key_Right)
    assert table.sheet.page.indicator_id == "b"
    table.press(Qt.Key.Key_Left)
    table.press("3")
    table.press(Qt.Key.Key_Left, Qt.Key.Key_Backspace)
    assert (table.sheet.page.indicator_id, table.sheet.rated) == ("a", 0)


def test_a_press_rates_and_stays_and_then_shows_last_time(table: Table) -> None:
    assert table.view.card is not None
    assert "Last time" not in shown_words(table)
    table.view.card.scale.rated.emit(4)
    assert table.sheet.page.indicator_id == "a"
    assert "Last time: 3, step 3 en. One step up." in shown_words(table)


def test_the_button_is_not_shown_as_chosen_when_the_disk_is_full(table: Table) -> None:
    assert table.view.card is not None
    table.session.store.full = True
    table.press("4")
    assert table.view.card.scale.rating is None
    assert table.view.banner.isVisible()
    table.session.store.full = False
    table.view.retried.emit()
    assert not table.view.banner.isVisible()
    assert table.stored("a")[0] == 4


def test_what_is_typed_stays_on_the_screen_when_the_disk_is_full(table: Table) -> None:
    table.session.store.full = True
    table.note(NoteKind.WORDS).setFocus()
    table.press("kept here")
    table.press(Qt.Key.Key_Escape)
    assert table.view.banner.isVisible()
    assert table.note(NoteKind.WORDS).toPlainText() == "kept here"


def test_a_date_to_come_is_asked_about_in_place(table: Table) -> None:
    table.view.held.show()
    table.view.held.picked.emit(date(2027, 1, 1))
    assert "1 January 2027 is still to come. Was the conversation held on that day?" in shown_words(table)
    table.view.held.answered.emit(True)
    assert table.sheet.held.on == date(2027, 1, 1)
    assert "is still to come" not in shown_words(table)


def test_leaving_keeps_a_note_that_was_being_typed(table: Table) -> None:
    table.note(NoteKind.STRENGTH).setFocus()
    table.press("keeps promises")
    table.view.leave()
    conversation = table.session.stored(table.sheet.conversation.id)
    assert conversation.answer("a").strength == "keeps promises"


def test_everything_can_be_reached_by_tab_and_has_a_name(table: Table) -> None:
    assert table.view.card is not None
    table.view.card.only_for_me.set_open(True)
    table.view.card.not_rated.set_open(True)
    assert unnamed(table.page) == []
    reached = tab_order(table.page)
    assert table.note(NoteKind.PRIVATE) in reached
    assert len(reached) > 12


def test_an_instrument_of_another_size_fits_the_same_screen(stage: Stage) -> None:
    table = Table(stage, Session(of=instrument(11, maximum=7)))
    for _ in range(11):
        table.press("7")
    assert table.sheet.finished
    assert (table.sheet.rated, table.sheet.of) == (11, 11)
    assert "11 of 11" in shown_words(table)
    table.view.leave()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
def test_no_word_is_cut_at_any_text_size_in_long_words_too(
    stage: Stage, session: Session, scale: int, stretched: bool
) -> None:
    table = Table(stage, session, scale=scale, stretched=stretched)
    table.press("4")
    table.press(Qt.Key.Key_Left)
    assert table.view.card is not None
    table.view.card.only_for_me.set_open(True)
    table.view.card.not_rated.set_open(True)
    table.view.held.show()
    table.view.held.picked.emit(date(2027, 1, 1))
    assert misfits(table.page) == []
    table.view.leave()


def shown_words(table: Table) -> str:
    return "\n".join(each.text() for each in table.page.findChildren(QLabel) if each.isVisible())


@pytest.mark.parametrize("scale", [100, 200])
def test_question_and_scale_are_in_sight_when_it_opens(
    stage: Stage, session: Session, qtbot: QtBot, scale: int
) -> None:
    table = Table(stage, session, scale=scale)
    # what a window of 1024 × 700 leaves to the screen in large print
    table.view.resize(920, 540)
    card = table.view.card
    assert card is not None
    (area,) = [each for each in table.page.findChildren(QScrollArea) if each.isAncestorOf(card)]

    def seen(part: QWidget) -> bool:
        place = QRect(part.mapTo(area.viewport(), QPoint(0, 0)), part.size())
        return area.viewport().rect().contains(place)

    qtbot.waitUntil(lambda: seen(card.question) and seen(card.scale))
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    table.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: seen(card.question) and seen(card.scale))
