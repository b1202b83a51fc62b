"""A note is told when typing pauses, when the field is left and when it is asked for; nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.note_field import PAUSE_MS, NoteField


@pytest.fixture
def note(show: Callable[[QWidget, int, int], None], look: Look) -> NoteField:
    page = QWidget()
    field = NoteField(look, "In their own words")
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addWidget(QLineEdit())
    show(page, 500, 700)
    field.setFocus()
    return field


def inner(note: NoteField) -> QPlainTextEdit:
    found = note.findChild(QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    return found


def heard(note: NoteField) -> list[str]:
    told: list[str] = []
    note.edited.connect(told.append)
    return told


def test_a_note_is_told_once_after_the_last_key(qtbot: QtBot, note: NoteField) -> None:
    told = heard(note)
    with qtbot.waitSignal(note.edited, timeout=20 * PAUSE_MS):
        QTest.keyClicks(inner(note), "glad")
    assert told == ["glad"]


def test_leaving_the_field_tells_at_once(note: NoteField) -> None:
    told = heard(note)
    QTest.keyClicks(inner(note), "glad")
    QTest.keyClick(inner(note), Qt.Key.Key_Tab)
    assert told == ["glad"]
    assert not inner(note).hasFocus()


def test_hiding_the_field_tells_at_once(note: NoteField) -> None:
    told = heard(note)
    QTest.keyClicks(inner(note), "glad")
    note.hide()
    assert told == ["glad"]


def test_flush_tells_what_was_not_told_and_nothing_twice(note: NoteField) -> None:
    told = heard(note)
    QTest.keyClicks(inner(note), "glad")
    note.flush()
    note.flush()
    assert told == ["glad"]


def test_a_text_that_arrives_tells_nobody_and_never_wipes_what_is_being_typed(note: NoteField) -> None:
    told = heard(note)
    note.set_text("from the store")
    assert note.text() == "from the store"
    assert told == []
    QTest.keyClicks(inner(note), "!")
    note.set_text("late answer")
    assert "!" in note.text()


def test_a_note_of_twenty_thousand_characters_with_emoji_and_arabic_stays_whole(note: NoteField) -> None:
    told = heard(note)
    text = "é👩‍👧 سلام\n" * 2000
    inner(note).setPlainText(text)
    note.flush()
    assert told == [text]


def test_the_field_grows_with_its_text_and_then_scrolls(note: NoteField) -> None:
    heights = []
    for lines in (1, 4, 6, 60):
        note.set_text("\n".join("line" for _ in range(lines)))
        heights.append(inner(note).height())
    assert heights[0] < heights[1] < heights[2] < heights[3] < 40 * inner(note).fontMetrics().lineSpacing()


def test_a_screen_reader_hears_the_label(note: NoteField) -> None:
    assert inner(note).accessibleName() == "In their own words"
