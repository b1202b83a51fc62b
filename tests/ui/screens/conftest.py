"""A place to show a screen in any look and size, with an application that wears the look.

It must not make presenters: each screen's tests do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from pseudo import PseudoTranslations
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.i18n.phrases import Phrases, untranslated
from iroc_desktop.system.paths import resources
from iroc_desktop.ui.theme.apply import apply_theme
from iroc_desktop.ui.theme.fonts import register_fonts
from iroc_desktop.ui.theme.look import Look, make_look
from iroc_desktop.ui.theme.tokens import ThemeName

SMALLEST = (800, 560)
"""What the screens get of a window of 1024 × 700, about."""


@dataclass
class Stage:
    """Holds what it shows until the test is over."""

    qtbot: QtBot
    app: QApplication
    pages: list[QWidget] = field(default_factory=list)

    def look(self, scale: int = 100, *, stretched: bool = False) -> Look:
        """Return a look, worn by the application from now on."""
        phrases = Phrases("en", PseudoTranslations()) if stretched else untranslated()
        made = make_look(resources(), phrases, ThemeName.LIGHT, scale)
        apply_theme(self.app, made.theme)
        return made

    def show(self, screen: QWidget, width: int = SMALLEST[0], height: int = SMALLEST[1]) -> QWidget:
        """Show a screen in an active window, with the keyboard where the screen wants it."""
        page = QWidget()
        self.qtbot.addWidget(page)
        self.pages.append(page)
        # no layout: the off-screen platform warns when a window passes on the least size of what it holds
        page.resize(width, height)
        screen.setParent(page)
        screen.setGeometry(0, 0, width, height)
        screen.show()
        page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        screen.setFocus()
        return page


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication) -> Iterator[Stage]:
    register_fonts(resources() / "fonts")
    yield Stage(qtbot, qapp)
    qapp.setStyleSheet("")
