"""A look at either text size, and an application that wears it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.system.paths import resources
from iroc_desktop.ui.theme.drawn import register_drawings
from iroc_desktop.ui.theme.fonts import register_fonts
from iroc_desktop.ui.theme.look import Look, make_look
from iroc_desktop.ui.theme.stylesheet import stylesheet
from iroc_desktop.ui.theme.tokens import ThemeName


@pytest.fixture(params=[100, 200], ids=["100%", "200%"])
def look(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Iterator[Look]:
    register_fonts(resources() / "fonts")
    made = make_look(resources(), untranslated(), ThemeName.LIGHT, request.param)
    register_drawings(resources() / "icons", made.theme)
    qapp.setStyleSheet(stylesheet(made.theme))
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget, int, int], None]:
    """Give a way to put a widget of some size on an active page, held on to until the test is over."""
    pages: list[QWidget] = []

    def put(widget: QWidget, width: int, height: int) -> None:
        page = QWidget()
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(width, height)
        widget.setParent(page)
        widget.setGeometry(0, 0, width, height)
        widget.show()
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)

    return put


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
