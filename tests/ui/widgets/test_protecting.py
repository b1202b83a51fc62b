"""Asking for a passphrase on a saved file: off at first, seen while it is typed, forgotten afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.protecting import Protecting
from tests.ui.fitting import misfits, unnamed

PASSPHRASE = "seven quiet horses"


Show = Callable[[QWidget, int, int], None]


@pytest.fixture
def part(show: Show, look: Look) -> Protecting:
    """Return the part, shown."""
    made = Protecting(look)
    show(made, 420, 1000)
    return made


def line(part: Protecting) -> QLineEdit:
    found = part.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_at_first_it_asks_for_none(part: Protecting) -> None:
    assert part.passphrase() == ""
    assert not line(part).isVisible()


def test_a_tick_shows_the_field_with_the_keyboard_in_it_and_what_is_typed_can_be_read(
    part: Protecting,
) -> None:
    QTest.keyClick(part.wanted.box, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is line(part)
    QTest.keyClicks(line(part), PASSPHRASE)
    assert line(part).echoMode() is QLineEdit.EchoMode.Normal
    assert part.passphrase() == PASSPHRASE


@pytest.mark.parametrize("typed", ["", "short", "x" * 200])
def test_one_that_does_not_do_is_told_beside_the_field_until_it_is_changed(
    part: Protecting, typed: str
) -> None:
    part.wanted.box.click()
    line(part).setText(typed)
    part.wanted.box.setFocus()
    assert part.passphrase() is None
    assert part.trouble.isVisible()
    assert part.trouble.text()
    assert line(part).property("wrong") is True
    assert QApplication.focusWidget() is line(part)
    QTest.keyClicks(line(part), PASSPHRASE)
    assert not part.trouble.isVisible()
    assert line(part).property("wrong") is False


def test_taking_the_tick_away_forgets_what_was_typed(part: Protecting) -> None:
    part.wanted.box.click()
    line(part).setText(PASSPHRASE)
    part.wanted.box.click()
    assert (part.passphrase(), line(part).text()) == ("", "")
    part.wanted.box.click()
    assert line(part).text() == ""


def test_it_forgets_when_the_place_is_left(part: Protecting) -> None:
    part.wanted.box.click()
    line(part).setText(PASSPHRASE)
    part.forget()
    assert (part.passphrase(), line(part).text()) == ("", "")
    assert not line(part).isVisible()


def test_it_fits_where_it_stands_and_says_its_names(part: Protecting, look: Look) -> None:
    part.wanted.box.click()
    part.passphrase()
    QApplication.processEvents()
    assert (misfits(part), unnamed(part)) == ([], [])
