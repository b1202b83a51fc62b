"""A page that is turned to a person, as tests look at it: what can be read anywhere on it, and its keys.

It must not know one page.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.widgets.big_button import BigButton
from iroc_desktop.ui.widgets.persons_page import PersonsPage
from iroc_desktop.ui.widgets.turned import Turned
from tests.ui.screens.conftest import Stage

Check = Callable[[str, Callable[[bool], None]], None]

SENTINEL = "sentinel private words"


def check_right(passphrase: str, answer: Callable[[bool], None]) -> None:
    """Answer that only one passphrase is the right one."""
    answer(passphrase == "right")  # what a test types


def turned(stage: Stage, scale: int = 100, check: Check | None = None, *, stretched: bool = False) -> Turned:
    """Return a turn to a person who speaks Spanish, while the program speaks English."""
    look = stage.look(scale, stretched=stretched)
    theirs = look.phrases if stretched else Phrases("es", gettext.NullTranslations())
    return Turned(look, theirs, "es", check)


class Shown:
    """A person's page on the screen, and how often it was left."""

    def __init__(self, stage: Stage, view: PersonsPage) -> None:
        self.view, self.left = view, 0
        view.left.connect(self._on_left)
        self.page = stage.show(view, 1024, 700)

    def _on_left(self) -> None:
        self.left += 1

    @property
    def words(self) -> str:
        """Return every label and button that can be read."""
        # what was built a moment ago is shown by the event loop
        QApplication.processEvents()
        labels = (each.text() for each in self.page.findChildren(QLabel) if each.isVisible())
        buttons = (each.words for each in self.page.findChildren(BigButton) if each.isVisible())
        return "\n".join((*labels, *buttons))

    @property
    def everything(self) -> str:
        """Return whatever any part of the page holds, seen or not, with its name for a screen reader."""
        parts = self.page.findChildren(QWidget)
        said = [f"{each.accessibleName()} {each.accessibleDescription()} {each.toolTip()}" for each in parts]
        said += [each.text() for each in self.page.findChildren(QLabel)]
        said += [each.text() for each in self.page.findChildren(QLineEdit)]
        said += [each.toPlainText() for each in self.page.findChildren(QPlainTextEdit)]
        return "\n".join((*said, self.view.windowTitle()))

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys where the keyboard is now."""
        for key in keys:
            focused = QApplication.focusWidget() or QWidget()
            if isinstance(key, str):
                QTest.keyClicks(focused, key)
            else:
                QTest.keyClick(focused, key)
