"""The scale of one voice says whose it is and keeps its number keys to itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.step_button import StepButton
from iroc_desktop.ui.widgets.voice_scale import VoiceScale

Show = Callable[[QWidget, int, int], None]
STEPS = {1: "never", 2: "sometimes", 3: "always"}


def test_every_step_is_named_by_its_voice(show: Show, look: Look) -> None:
    scale = VoiceScale(look, "Practitioner", STEPS, "home")
    show(scale, 700, 200)
    assert scale.accessibleName() == "Practitioner"
    names = [each.accessibleName() for each in scale.findChildren(StepButton)]
    assert names == ["Practitioner: 1, never", "Practitioner: 2, sometimes", "Practitioner: 3, always"]


def test_a_number_rates_here_and_not_by_a_shortcut_of_the_page(show: Show, look: Look) -> None:
    scale, rated, elsewhere = VoiceScale(look, "Agreed", STEPS, "home"), list[int](), list[str]()
    show(scale, 700, 200)
    for key in ("2", "Backspace", "L"):
        shortcut = QShortcut(QKeySequence(key), scale.window())
        shortcut.activated.connect(lambda key=key: elsewhere.append(key))
    scale.rated.connect(rated.append)
    scale.focus_rating()
    for pressed in (Qt.Key.Key_2, Qt.Key.Key_Backspace, Qt.Key.Key_L):
        QTest.keyClick(QApplication.focusWidget() or scale, pressed)
    assert rated == [2]
    assert scale.rating is None
    assert elsewhere == ["L"]
