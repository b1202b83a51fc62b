"""A new passphrase is typed twice, or once where it can be read."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.system.paths import resources
from iroc_desktop.ui.theme.look import make_look
from iroc_desktop.ui.theme.tokens import ThemeName
from iroc_desktop.ui.widgets.new_passphrase import NewPassphrase


def field(qtbot: QtBot, *, first: str = "", again: str = "", shown: bool = False) -> NewPassphrase:
    look = make_look(resources(), untranslated(), ThemeName.LIGHT, 100)
    made = NewPassphrase(look, "New passphrase", first=first, again=again, shown=shown)
    qtbot.addWidget(made)
    return made


def test_each_key_is_told_with_both_fields(qtbot: QtBot) -> None:
    made = field(qtbot, first="a")
    told: list[tuple[str, str, bool]] = []
    made.edited.connect(lambda *given: told.append(given))
    focus = made.first.focusProxy()
    assert focus is not None
    QTest.keyClicks(focus, "bc")
    assert told == [("ab", "", False), ("abc", "", False)]


def test_showing_it_takes_the_second_field_away_and_is_told(qtbot: QtBot) -> None:
    made = field(qtbot, first="words", again="wo")
    told: list[tuple[str, str, bool]] = []
    made.edited.connect(lambda *given: told.append(given))
    made.first.show_words()
    assert told == [("words", "wo", True)]
    assert made.again.isHidden()


def test_what_was_shown_before_is_shown_again(qtbot: QtBot) -> None:
    assert field(qtbot, first="words", shown=True).again.isHidden()
    assert not field(qtbot, first="words").again.isHidden()


def test_the_least_length_is_said_once_it_is_known(qtbot: QtBot) -> None:
    made = field(qtbot)
    made.show_strength(1, "easy to guess", None)
    assert not any(each.text().startswith("At least") for each in made.findChildren(QLabel))
    made.show_strength(1, "easy to guess", 12)
    assert any(each.text() == "At least 12 characters." for each in made.findChildren(QLabel))
