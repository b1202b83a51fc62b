"""What is copied here is marked as not to be recorded, and taken back; what others copied is left alone.

These tests must not wait ten seconds, nor use the clipboard of the machine: they draw off screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from iroc_desktop.ui.tasks import clipboard as tested
from iroc_desktop.ui.tasks.clipboard import HINTS, PassingClipboard

WORDS = "Zebedee Quill likes mornings"

Start = Callable[..., PassingClipboard]


@pytest.fixture
def board(qapp: QApplication) -> Iterator[QClipboard]:
    yield qapp.clipboard()
    qapp.clipboard().clear()


@pytest.fixture
def start(board: QClipboard) -> Iterator[Start]:
    begun: list[PassingClipboard] = []

    def begin(*, ours: bool = True) -> PassingClipboard:
        begun.append(PassingClipboard(board, lambda _: ours and bool(board.text())))
        return begun[-1]

    yield begin
    for each in begun:
        each.stop()


def copied(qtbot: QtBot) -> None:
    field = QLineEdit(WORDS)
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()


def test_copied_words_can_be_pasted_and_carry_every_wish_not_to_be_recorded(
    qtbot: QtBot, board: QClipboard, start: Start
) -> None:
    start()
    copied(qtbot)
    assert board.text() == WORDS
    assert {kind: bytes(board.mimeData().data(kind).data()) for kind in HINTS} == HINTS


def test_copied_words_are_gone_after_a_moment(
    qtbot: QtBot, board: QClipboard, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tested, "KEPT_MS", 1)
    start()
    copied(qtbot)
    qtbot.waitUntil(lambda: board.text() == "")


def test_ten_seconds_are_given(qtbot: QtBot, start: Start) -> None:
    guard = start()
    copied(qtbot)
    (timer,) = guard._timers.values()
    assert timer.isActive()
    assert timer.interval() == 10_000


def test_a_second_copy_has_its_own_ten_seconds(qtbot: QtBot, start: Start) -> None:
    guard = start()
    copied(qtbot)
    (timer,) = guard._timers.values()
    qtbot.waitUntil(lambda: timer.remainingTime() < 9_900)
    before = timer.remainingTime()
    copied(qtbot)
    assert timer.remainingTime() > before


def test_clearing_takes_back_what_was_copied_here(qtbot: QtBot, board: QClipboard, start: Start) -> None:
    guard = start()
    copied(qtbot)
    guard.clear()
    assert board.text() == ""


def test_what_another_program_copied_stays_and_is_not_marked(
    qtbot: QtBot, board: QClipboard, start: Start
) -> None:
    guard = start(ours=False)
    copied(qtbot)
    guard.clear()
    assert board.text() == WORDS
    assert not set(HINTS) & set(board.mimeData().formats())


def test_what_lay_there_before_the_program_stays(board: QClipboard, start: Start) -> None:
    board.setText("a shopping list")
    start().clear()
    assert board.text() == "a shopping list"
