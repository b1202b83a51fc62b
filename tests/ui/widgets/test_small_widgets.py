"""Banner, disclosure, passphrase, buttons, labels and flow keep their small promises."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.area_chip import AreaChip
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text
from iroc_desktop.ui.widgets.passphrase_field import PassphraseField

Show = Callable[[QWidget, int, int], None]


def test_words_are_never_taken_for_markup(qtbot: QtBot, look: Look) -> None:
    text = Text("<b>Ana</b> & Bo")
    qtbot.addWidget(text)
    assert text.textFormat() is Qt.TextFormat.PlainText


def test_a_banner_tells_what_and_what_to_do_and_offers_the_way_out(
    qtbot: QtBot, show: Show, look: Look
) -> None:
    banner = Banner(look)
    assert banner.isHidden()
    show(banner, 700, 200)
    banner.show_problem("The disk is full.", "Free some space.", "Try again")
    assert (banner.accessibleName(), banner.accessibleDescription()) == (
        "The disk is full.",
        "Free some space.",
    )
    button = banner.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(banner.acted):
        QTest.keyClick(button, Qt.Key.Key_Return)
    banner.show_problem("The disk is full.", "Free some space.")
    assert button.isHidden()
    banner.clear()
    assert banner.isHidden()


def test_what_is_disclosed_opens_and_closes_by_key_and_keeps_its_content(qtbot: QtBot, look: Look) -> None:
    content = QLineEdit("kept")
    disclosure = Disclosure(look, "Only for me", content)
    qtbot.addWidget(disclosure)
    line = disclosure.findChild(QToolButton)
    assert isinstance(line, QToolButton)
    assert content.isHidden()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert disclosure.is_open()
    assert not content.isHidden()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert content.isHidden()
    assert content.text() == "kept"


def passphrase(qtbot: QtBot, look: Look) -> tuple[PassphraseField, QLineEdit, QToolButton]:
    field = PassphraseField(look, "Passphrase")
    qtbot.addWidget(field)
    line, eye = field.findChild(QLineEdit), field.findChild(QToolButton)
    assert isinstance(line, QLineEdit)
    assert isinstance(eye, QToolButton)
    return field, line, eye


def test_a_passphrase_is_hidden_until_it_is_shown_and_hidden_again_when_cleared(
    qtbot: QtBot, look: Look
) -> None:
    field, line, eye = passphrase(qtbot, look)
    QTest.keyClicks(line, "four plain words here")
    assert line.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClick(eye, Qt.Key.Key_Space)
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide the passphrase"
    field.clear()
    assert line.echoMode() is QLineEdit.EchoMode.Password
    assert field.text() == ""


def test_a_passphrase_can_be_pasted_and_sent_with_enter(qtbot: QtBot, look: Look) -> None:
    field, line, _ = passphrase(qtbot, look)
    line.insert("pasted from a safe")
    assert field.text() == "pasted from a safe"
    with qtbot.waitSignal(field.submitted):
        QTest.keyClick(line, Qt.Key.Key_Return)


def test_strength_is_told_in_words_too(qtbot: QtBot, look: Look) -> None:
    field, line, _ = passphrase(qtbot, look)
    assert [label.text() for label in field.findChildren(QLabel) if not label.isHidden()] == ["Passphrase"]
    field.show_strength(3, "Good")
    assert line.accessibleDescription() == "Good"
    assert "Good" in [label.text() for label in field.findChildren(QLabel) if not label.isHidden()]


def test_a_card_is_named_by_its_title(qtbot: QtBot, look: Look) -> None:
    card = Card(look, "The picture so far")
    qtbot.addWidget(card)
    assert card.accessibleName() == "The picture so far"


def test_a_chip_has_room_for_its_whole_name(qtbot: QtBot, look: Look) -> None:
    chip = AreaChip(look, "Empowerment", "empowerment")
    qtbot.addWidget(chip)
    assert chip.sizeHint().width() > chip.fontMetrics().horizontalAdvance("Empowerment") + look.theme.space(2)
    assert chip.accessibleName() == "Empowerment"


@pytest.mark.usefixtures("mirrored")
def test_an_arrow_onward_stands_at_the_far_end_where_reading_goes_the_other_way(
    qtbot: QtBot, look: Look
) -> None:
    onward, back = Button(look, "Next", icon="arrow-right"), Button(look, "Back", icon="arrow-left")
    for button in (onward, back):
        qtbot.addWidget(button)
    assert not onward.isRightToLeft()
    assert back.isRightToLeft()


def test_a_flow_breaks_its_lines_and_leaves_hidden_things_out(show: Show) -> None:
    page = QWidget()
    flow = FlowLayout(page, gap=10)
    boxes = [QWidget() for _ in range(4)]
    for box in boxes:
        box.setFixedSize(100, 20)
        flow.addWidget(box)
    show(page, 500, 300)
    boxes[1].hide()
    assert flow.heightForWidth(330) == 20
    assert flow.heightForWidth(220) == 50
    flow.setGeometry(QRect(0, 0, 220, 50))
    assert [(box.x(), box.y()) for box in boxes if not box.isHidden()] == [(0, 0), (110, 0), (0, 30)]
