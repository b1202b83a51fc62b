"""What the style sheet draws by itself is in the theme's colours, large enough, and really there."""

from __future__ import annotations

import re
from typing import TypeVar

import pytest
from PySide6.QtCore import QFile, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QRadioButton,
    QStyle,
    QWidget,
)
from pytestqt.qtbot import QtBot

from iroc_desktop.system.paths import resources
from iroc_desktop.ui.theme.apply import apply_theme
from iroc_desktop.ui.theme.stylesheet import stylesheet
from iroc_desktop.ui.theme.tokens import Theme, ThemeName, load_theme


@pytest.fixture(params=list(ThemeName))
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Theme:
    return load_theme(resources() / "theme", request.param)


W = TypeVar("W", bound=QWidget)


def dressed(qtbot: QtBot, qapp: QApplication, theme: Theme, widget: W) -> W:
    apply_theme(qapp, theme)
    qtbot.addWidget(widget)
    widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.ensurePolished()
    return widget


def colours(picture: QImage) -> dict[str, int]:
    counted: dict[str, int] = {}
    for x in range(picture.width()):
        for y in range(picture.height()):
            name = picture.pixelColor(x, y).name().upper()
            counted[name] = counted.get(name, 0) + 1
    return counted


def test_every_drawing_of_the_style_sheet_can_be_read_and_is_tinted(theme: Theme, qapp: QApplication) -> None:
    apply_theme(qapp, theme)
    named = set(re.findall(r"url\((\S+)\)", stylesheet(theme)))
    assert len(named) >= 5
    for name in named:
        file = QFile(name)
        assert file.open(QIODevice.OpenModeFlag.ReadOnly), name
        drawing = bytes(file.readAll().data()).decode()
        token = name.rpartition("/")[2].partition(".")[0].split("-")[-1]
        assert theme.colour(token) in drawing
        assert "currentColor" not in drawing


def test_a_ticked_box_is_filled_and_marked_and_an_empty_one_is_neither(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    box = dressed(qtbot, qapp, theme, QCheckBox("x"))
    empty = colours(box.grab().toImage())
    box.setChecked(True)
    ticked = colours(box.grab().toImage())
    fill, mark = (QColor(theme.colour(token)).name().upper() for token in ("accent", "on_accent"))
    assert empty.get(fill, 0) == 0
    assert QColor(theme.colour("control_line")).name().upper() in empty
    assert ticked[fill] > 100
    assert ticked.get(mark, 0) > 4


def test_a_chosen_radio_button_has_a_dot(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    button = dressed(qtbot, qapp, theme, QRadioButton("x"))
    fill = QColor(theme.colour("accent")).name().upper()
    assert colours(button.grab().toImage()).get(fill, 0) == 0
    button.setChecked(True)
    assert colours(button.grab().toImage())[fill] > 40


@pytest.mark.parametrize(
    "metric", [QStyle.PixelMetric.PM_IndicatorWidth, QStyle.PixelMetric.PM_IndicatorHeight]
)
def test_indicators_grow_with_the_text(metric: QStyle.PixelMetric, qapp: QApplication, qtbot: QtBot) -> None:
    sides = []
    for scale in (100, 200):
        box = QCheckBox("x")
        dressed(qtbot, qapp, load_theme(resources() / "theme", ThemeName.LIGHT, scale), box)
        sides.append(box.style().pixelMetric(metric, None, box))
    assert sides[0] >= 18
    assert sides[1] >= 1.8 * sides[0]


def test_a_choice_shows_one_arrow_and_no_frame_beside_it(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    box = QComboBox()
    box.addItem(" ")
    dressed(qtbot, qapp, theme, box).resize(160, 40)
    inner = box.grab().toImage().copy(4, 4, 152, 32)
    found = colours(inner)
    assert found[QColor(theme.colour("card")).name().upper()] > 0.9 * 152 * 32
    assert QColor(theme.colour("ink")).name().upper() in found


def test_buttons_of_dialogs_carry_no_pictures_of_the_platform(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    dressed(qtbot, qapp, theme, box)
    assert len(box.buttons()) == 2
    assert all(button.icon().isNull() for button in box.buttons())
