"""The record on the screen: reading, and correcting by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from iroc_desktop.domain.bin import Thing
from iroc_desktop.domain.conversation import NoteKind
from iroc_desktop.ui.screens.record.presenter import RecordPresenter
from iroc_desktop.ui.screens.record.view import RecordView
from tests.fakes.builders import instrument
from tests.fakes.desk import ImmediateRunner
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.sessions import LAST_TIME, Session
from tests.ui.screens.stage import Exits


class Shown:
    """A completed conversation on the screen."""

    def __init__(
        self, stage: Stage, session: Session | None = None, scale: int = 100, *, stretched: bool = False
    ) -> None:
        self.session, self.exits = session or Session(), Exits()
        desk = self.session.desk
        look = stage.look(scale, stretched=stretched)
        self.talk = self.session.begun(LAST_TIME, a=5, b=2)
        desk.conversations.note(self.talk, "a", NoteKind.WORDS, "The workshop")
        desk.conversations.note(self.talk, "a", NoteKind.PRIVATE, "ask about sleep")
        desk.conversations.complete(self.talk)
        self.presenter = RecordPresenter(
            desk.conversations,
            desk.people,
            desk.settling_in,
            desk.held_sessions,
            self.session.pack,
            ImmediateRunner(),
            self.exits,
            "en",
        )
        self.presenter.open("person-1", self.talk)
        self.view = RecordView(self.presenter, look)
        self.page = stage.show(self.view)

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys where the keyboard is now."""
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            if isinstance(key, str):
                QTest.keyClicks(focused, key)
            else:
                QTest.keyClick(focused, key)

    @property
    def words(self) -> str:
        """Return every label that can be read, once what is new has its place."""
        QApplication.processEvents()
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


def test_everything_is_there_to_read_and_private_notes_are_marked(stage: Stage) -> None:
    words = Shown(stage).words
    assert "5, step 5 en" in words
    assert "Only for me, never printed\nask about sleep" in words
    assert "2 of 4 rated. Completed and locked." in words


def test_enter_draws_up_the_summary(stage: Stage) -> None:
    shown = Shown(stage)
    assert QApplication.focusWidget() is shown.view.summary
    shown.press(Qt.Key.Key_Return)
    assert shown.exits.taken == [("to_summary", shown.talk)]


def test_an_answer_is_corrected_by_keys_and_the_keyboard_comes_back_to_it(stage: Stage) -> None:
    shown = Shown(stage)
    shown.view.cards["a"].button.setFocus()
    shown.press(Qt.Key.Key_Return, "4")
    assert shown.view.form is not None
    shown.view.form.reason.setFocus()
    shown.press("a slip of 1 finger")
    shown.view.form.keep.setFocus()
    shown.press(Qt.Key.Key_Return)
    assert "Because: a slip of 1 finger" not in shown.words
    shown.view.cards["a"].corrections.set_open(True)
    assert "Rating: was 5, now 4" in shown.words
    assert "Because: a slip of 1 finger" in shown.words
    assert "Indicator a en is corrected. The old answer stays readable." in shown.words
    assert QApplication.focusWidget() is shown.view.cards["a"].button


def test_the_keyboard_stays_with_an_answer_whose_note_goes_into_the_bin(stage: Stage) -> None:
    shown = Shown(stage)
    shown.view.cards["a"].away.setFocus()
    shown.press(Qt.Key.Key_Return)
    ((_, thing),) = shown.exits.taken
    assert isinstance(thing, Thing)
    done = shown.session.desk.bin.put_away(thing)
    shown.view.on_changes(done.changes, None)
    assert "ask about sleep" not in shown.words
    assert QApplication.focusWidget() is shown.view.cards["a"].button


def test_a_missing_reason_is_asked_for_where_it_belongs(stage: Stage) -> None:
    shown = Shown(stage)
    shown.presenter.correct("a")
    assert shown.view.form is not None
    shown.press("3")
    shown.view.form.keep.click()
    assert "A correction needs a reason." in shown.words
    assert QApplication.focusWidget() is shown.view.form.reason.findChild(QPlainTextEdit)


def test_nothing_typed_is_lost_when_the_disk_is_full(stage: Stage) -> None:
    shown = Shown(stage)
    shown.presenter.correct("a")
    assert shown.view.form is not None
    shown.press("3")
    shown.view.form.reason.setFocus()
    shown.press("a slip")
    shown.session.store.full = True
    shown.view.form.keep.click()
    assert shown.view.banner.isVisible()
    assert shown.view.form.reason.text() == "a slip"
    assert shown.view.form.scale.rating == 3


def test_changing_nothing_closes_the_form(stage: Stage) -> None:
    shown = Shown(stage)
    shown.presenter.correct("a")
    assert shown.view.form is not None
    shown.view.form.cancelled.emit()
    assert shown.view.form is None
    assert shown.session.desk.conversations.corrections(shown.talk) == ()


def test_another_indicator_gets_a_form_of_its_own(stage: Stage) -> None:
    shown = Shown(stage)
    shown.presenter.correct("a")
    first = shown.view.form
    shown.presenter.correct("b")
    assert shown.view.form is not first
    assert "Correct: Indicator b en" in shown.words


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
def test_no_word_is_cut_and_everything_has_a_name(stage: Stage, scale: int, stretched: bool) -> None:
    shown = Shown(stage, Session(of=instrument(11, maximum=7)), scale, stretched=stretched)
    shown.presenter.correct("a")
    shown.presenter.rate(7)
    shown.presenter.give_reason("why")
    shown.presenter.keep()
    shown.presenter.correct("b")
    shown.presenter.rate(7)
    shown.presenter.keep()
    assert misfits(shown.page) == []
    assert unnamed(shown.page) == []
