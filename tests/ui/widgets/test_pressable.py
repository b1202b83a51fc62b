"""What a screen reader or dictation does inside Qt counts as what mouse and keys do.

These tests must not press keys: they act through the accessibility interface alone.
"""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.system.paths import resources
from iroc_desktop.ui.theme.look import make_look
from iroc_desktop.ui.theme.tokens import ThemeName
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.line_field import LineField
from iroc_desktop.ui.widgets.pressable import CheckBox, RadioButton
from iroc_desktop.ui.widgets.rating_scale import RatingScale


def act(widget: QWidget) -> None:
    """Do the first action that is offered, as a screen reader does."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    actions = interface.actionInterface()
    actions.doAction(actions.actionNames()[0])


def _role(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


def dictate(field: QLineEdit, words: str) -> None:
    interface = QAccessible.queryAccessibleInterface(field)
    assert interface is not None
    interface.editableTextInterface().insertText(0, words)


def clicks(qtbot: QtBot, button: QAbstractButton) -> list[bool]:
    qtbot.addWidget(button)
    heard: list[bool] = []
    button.clicked.connect(lambda on=False: heard.append(on))
    return heard


def on_off_button() -> Button:
    button = Button(make_look(resources(), untranslated(), ThemeName.LIGHT, 100), "Only favourites")
    button.setCheckable(True)
    return button


@pytest.mark.parametrize("make", [CheckBox, on_off_button])
def test_a_screen_readers_press_is_a_click_each_time(qtbot: QtBot, make: type[QAbstractButton]) -> None:
    button = make()
    heard = clicks(qtbot, button)
    act(button)
    assert (heard, button.isChecked()) == ([True], True)
    act(button)
    assert (heard, button.isChecked()) == ([True, False], False)


def test_what_the_program_shows_is_no_click(qtbot: QtBot) -> None:
    box = CheckBox()
    heard = clicks(qtbot, box)
    box.setChecked(True)
    box.setChecked(False)
    assert heard == []
    box.click()
    assert heard == [True]


def test_a_group_hears_which_answer_a_screen_reader_chose(qtbot: QtBot) -> None:
    group, answers = QButtonGroup(), [RadioButton(), RadioButton()]
    heard: list[int] = []
    group.idClicked.connect(heard.append)
    for place, answer in enumerate(answers):
        group.addButton(answer, place)
        qtbot.addWidget(answer)
    for answer in answers:
        act(answer)
    assert heard == [0, 1]
    assert answers[1].isChecked()


def test_qts_own_radio_button_would_have_stayed_silent(qtbot: QtBot) -> None:
    """The day this fails, `Pressable` is no longer needed."""
    plain = QRadioButton()
    heard = clicks(qtbot, plain)
    act(plain)
    assert plain.isChecked()
    assert heard == []


def test_a_screen_reader_rates(qtbot: QtBot) -> None:
    look = make_look(resources(), untranslated(), ThemeName.LIGHT, 100)
    scale = RatingScale(look, {1: "never", 2: "often", 3: "always"}, "home")
    qtbot.addWidget(scale)
    assert _role(scale.findChildren(QRadioButton)[0]) is QAccessible.Role.RadioButton
    rated: list[int] = []
    scale.rated.connect(rated.append)
    steps = scale.findChildren(QRadioButton)
    act(steps[1])
    act(steps[2])
    assert (rated, scale.rating) == ([2, 3], 3)
    scale.set_rating(None)
    assert not any(step.isChecked() for step in steps)
    act(steps[2])
    assert (rated, scale.rating) == ([2, 3, 3], 3)


def test_dictated_words_count_as_typed(qtbot: QtBot) -> None:
    field = LineField()
    qtbot.addWidget(field)
    heard: list[str] = []
    field.textEdited.connect(heard.append)
    field.setText("shown by the program")
    field.clear()
    assert heard == []
    dictate(field, "Nadia")
    assert heard == ["Nadia"]
    QTest.keyClicks(field, "!")
    assert heard == ["Nadia", field.text()]
