"""The side bar: the places of the program.

It must not say anything about a person.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from iroc_desktop.ui.main_window.commands import Command
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind

ICONS = {
    Command.TODAY: "sun",
    Command.PEOPLE: "users",
    Command.SETTINGS: "settings",
    Command.HELP: "circle-help",
}


class SideBar(QFrame):
    """A column of places; the one that is shown is marked."""

    commanded = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side-bar")
        self._look = look
        self._places = QButtonGroup(self)
        self._buttons: dict[Command, QToolButton] = {}
        column = QVBoxLayout(self)
        space = look.theme.space
        column.setContentsMargins(space(2), space(3), space(2), space(2))
        column.setSpacing(space(0.5))
        column.addWidget(Heading("I.ROC Desktop"))
        column.addSpacing(space(2))
        phrases = look.phrases
        column.addWidget(self._place(Command.TODAY, phrases.about("place", "Today")))
        column.addWidget(self._place(Command.PEOPLE, phrases.about("place", "People")))
        column.addWidget(self._place(Command.SETTINGS, phrases.about("place", "Settings")))
        column.addWidget(self._place(Command.HELP, phrases.about("place", "Help")))
        column.addStretch(1)
        self._foot = Text("", TextKind.SMALL)
        column.addWidget(self._foot)

    def mark(self, place: Command | None) -> None:
        """Mark the place that is shown; None marks none."""
        self._places.setExclusive(False)
        for command, button in self._buttons.items():
            button.setChecked(command is place)
        self._places.setExclusive(place is not None)

    def say(self, words: str) -> None:
        """Show one quiet line at the foot, such as "Practice people"."""
        self._foot.setText(words)

    def _place(self, command: Command, words: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "place")
        button.setText(words)
        side = round(self._look.theme.pixels(TypeSize.BASE) * 1.25)
        button.setIcon(self._look.icons.icon(ICONS[command], "ink"))
        button.setIconSize(QSize(side, side))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.commanded.emit(command))
        self._places.addButton(button)
        self._buttons[command] = button
        return button
