"""The quiet line about who wrote it: only once it is known, and only in a window that knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.services.writers import Piece, Written
from iroc_desktop.system.paths import resources
from iroc_desktop.ui.theme.look import make_look
from iroc_desktop.ui.theme.tokens import ThemeName
from iroc_desktop.ui.widgets.written_by import WrittenBy, written_words

FIRST, SECOND = (Piece(Entity(EntityKind.STEP, each)) for each in ("one", "two"))
MARTA = Written("Marta", date(2026, 11, 3))
ANA = Written("Ana", date(2026, 11, 5))


class _Window(QWidget):
    """Knows who wrote the first piece, and answers when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Callable[[], None]] = []

    def ask_writers(self, pieces: Sequence[Piece], show: Callable[[Mapping[Piece, Written]], None]) -> None:
        """Remember the question."""
        known = {FIRST: MARTA, SECOND: ANA}
        self.asked.append(lambda: show({each: known[each] for each in pieces}))


def line_in(window: QWidget, qtbot: QtBot, *pieces: Piece) -> WrittenBy:
    line = WrittenBy(make_look(resources(), untranslated(), ThemeName.LIGHT, 100), *pieces)
    # no layout: the off-screen platform warns when a window passes on the least size of what it holds
    line.setParent(window)
    qtbot.addWidget(window)
    window.show()
    return line


def test_it_shows_once_the_window_has_answered(qtbot: QtBot) -> None:
    window = _Window()
    line = line_in(window, qtbot, FIRST)
    qtbot.waitUntil(lambda: bool(window.asked))
    assert line.isHidden()
    window.asked[0]()
    assert line.text() == "Written by Marta on 3 November 2026"
    assert line.isVisible()


def test_an_answer_to_an_earlier_question_is_not_shown(qtbot: QtBot) -> None:
    window = _Window()
    line = line_in(window, qtbot, FIRST)
    qtbot.waitUntil(lambda: len(window.asked) == 1)
    line.about(SECOND)
    qtbot.waitUntil(lambda: len(window.asked) == 2)
    window.asked[0]()
    assert line.isHidden()
    window.asked[1]()
    assert "Ana" in line.text()


def test_the_same_piece_is_asked_about_once(qtbot: QtBot) -> None:
    window = _Window()
    line = line_in(window, qtbot, FIRST)
    line.about(FIRST)
    qtbot.waitUntil(lambda: bool(window.asked))
    qtbot.wait(1)
    assert len(window.asked) == 1


def test_a_line_that_is_gone_when_the_answer_comes_does_no_harm(qtbot: QtBot) -> None:
    window = _Window()
    line = line_in(window, qtbot, FIRST)
    qtbot.waitUntil(lambda: bool(window.asked))
    line.setParent(None)
    line.deleteLater()
    qtbot.waitUntil(lambda: not window.findChildren(WrittenBy))
    window.asked[0]()


def test_elsewhere_it_stays_out_of_sight(qtbot: QtBot) -> None:
    window = QWidget()
    line = line_in(window, qtbot, FIRST)
    qtbot.wait(1)
    assert line.isHidden()


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ([], ""),
        ([MARTA, MARTA], "Written by Marta on 3 November 2026"),
        ([MARTA, ANA, MARTA], "Written by Marta, Ana, last on 5 November 2026"),
        ([Written("", date(2026, 11, 3))], "Written on 3 November 2026"),
    ],
)
def test_everybody_is_named_once_with_the_last_day(written: list[Written], words: str) -> None:
    assert written_words(written, untranslated()) == words
