"""The recovery sheet on screen, as a screen reader hears it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from iroc_desktop.domain.recovery import groups_from
from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.system.paths import resources
from iroc_desktop.ui.theme.look import make_look
from iroc_desktop.ui.theme.tokens import ThemeName
from iroc_desktop.ui.widgets.recovery_sheet import GroupField, notice, sheet_groups

GROUPS = groups_from(bytes(range(16)))


@pytest.mark.parametrize("scale", [100, 200])
def test_each_group_is_read_digit_by_digit(qtbot: QtBot, scale: int) -> None:
    look = make_look(resources(), untranslated(), ThemeName.LIGHT, scale)
    shown = sheet_groups(look, GROUPS)
    qtbot.addWidget(shown)
    spoken = [each.accessibleName() for each in shown.findChildren(QLabel) if each.accessibleName()]
    expected = [f"Group {place}: {' '.join(group)}" for place, group in enumerate(GROUPS, start=1)]
    assert spoken == expected


def test_a_notice_says_its_words_to_a_screen_reader_too(qtbot: QtBot) -> None:
    look = make_look(resources(), untranslated(), ThemeName.LIGHT, 100)
    shown = notice(look, "Read me.")
    qtbot.addWidget(shown)
    assert shown.accessibleName() == "Read me."


def test_a_group_is_typed_into_its_field_and_told_once_for_each_key(qtbot: QtBot) -> None:
    look = make_look(resources(), untranslated(), ThemeName.LIGHT, 100)
    field = GroupField(look, 3, "12")
    qtbot.addWidget(field)
    told: list[str] = []
    field.line.textEdited.connect(told.append)
    QTest.keyClicks(field.line, "34", Qt.KeyboardModifier.NoModifier)
    assert told == ["123", "1234"]
    assert field.line.accessibleName() == "Group 3"
