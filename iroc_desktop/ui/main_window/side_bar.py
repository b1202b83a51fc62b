"""The side bar: the places of the program.

It must not say anything about a person.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from iroc_desktop.ui.main_window.commands import Command
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import icon_room
from iroc_desktop.ui.widgets.keyboard import enter_presses
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.pressable import Pressable

ICONS = {
    Command.TODAY: "sun",
    Command.PEOPLE: "users",
    Command.TOOLKIT: "list",
    Command.SETTINGS: "settings",
    Command.HELP: "circle-help",
}

LEAST_WINDOW = 720
"""Of the window, in pixels at normal text size: below it the places are icons only."""


class SideBar(QFrame):
    """A column of places; the one that is shown is marked. Where there is little room, icons must do."""

    commanded = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side-bar")
        self._look = look
        self._narrow: bool | None = None
        self._places = QButtonGroup(self)
        self._buttons: dict[Command, Place] = {}
        phrases = look.phrases
        self._title = Heading("I.ROC Desktop")
        self._foot = Text("", TextKind.SMALL)
        self._foot_sign = self._sign()
        column = QVBoxLayout(self)
        space = look.theme.space
        column.setContentsMargins(space(1.5), space(2.5), space(1.5), space(2))
        column.setSpacing(space(0.5))
        title = QVBoxLayout()
        title.setContentsMargins(space(2), 0, space(1), space(2))
        title.addWidget(self._title)
        column.addLayout(title)
        column.addWidget(self._place(Command.TODAY, phrases.about("place", "Today")))
        column.addWidget(self._place(Command.PEOPLE, phrases.about("place", "People")))
        column.addWidget(self._place(Command.TOOLKIT, phrases.about("place", "Toolkit")))
        column.addWidget(self._place(Command.SETTINGS, phrases.about("place", "Settings")))
        column.addWidget(self._place(Command.HELP, phrases.about("place", "Help")))
        column.addStretch(1)
        column.addWidget(self._foot)
        column.addWidget(self._foot_sign, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._fit(look.theme.grown(LEAST_WINDOW))

    def mark(self, place: Command | None) -> None:
        """Mark the place that is shown; None marks none."""
        self._places.setExclusive(False)
        for command, button in self._buttons.items():
            button.setChecked(command is place)
        self._places.setExclusive(place is not None)

    def say(self, words: str) -> None:
        """Show one quiet line at the foot, such as "Practice people"; a sign with it, where it is narrow."""
        self._foot.setText(words)
        self._foot.setVisible(bool(words) and not self._narrow)
        self._foot_sign.setToolTip(words)
        self._foot_sign.setAccessibleName(words)
        self._foot_sign.setVisible(bool(words) and bool(self._narrow))

    def event(self, event: QEvent) -> bool:
        """Follow the width of whatever holds the bar."""
        holder = self.parentWidget()
        if event.type() == QEvent.Type.ParentChange and holder is not None:
            holder.installEventFilter(self)
            self._fit(holder.width())
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take less room where there is little."""
        if watched is self.parentWidget() and isinstance(event, QResizeEvent):
            self._fit(event.size().width())
        return super().eventFilter(watched, event)

    def _fit(self, width: int) -> None:
        narrow = width < self._look.theme.grown(LEAST_WINDOW)
        if narrow is self._narrow:
            return
        self._narrow = narrow
        self._title.setVisible(not narrow)
        for button in self._buttons.values():
            button.show_words(not narrow)
        self.setMinimumWidth(0 if narrow else self._look.theme.grown(168))
        self.say(self._foot.text())

    def _sign(self) -> QLabel:
        sign = QLabel()
        side = icon_room(self._look).height()
        sign.setPixmap(self._look.icons.pixmap("info", "muted", side, self.devicePixelRatioF()))
        return sign

    def _place(self, command: Command, words: str) -> Place:
        button = Place(self._look, words, ICONS[command])
        button.clicked.connect(lambda: self.commanded.emit(command))
        self._places.addButton(button)
        self._buttons[command] = button
        return button


class Place(Pressable, QToolButton):
    """One place: its icon and its name, with a bar at the edge when it is the one that is shown."""

    def __init__(self, look: Look, words: str, icon: str) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "place")
        self.setText(words)
        self.setIcon(look.icons.icon(icon, "ink", at_right=self.isRightToLeft()))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        enter_presses(self)

    def show_words(self, shown: bool) -> None:
        """Show the name beside the icon, or only when asked for."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly)
        self.setIconSize(icon_room(self._look, words=shown))
        self.setToolTip("" if shown else self.text())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the button, and the bar."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        theme = self._look.theme
        wide, inset = theme.space(0.5), theme.space(1)
        bar = self.rect().adjusted(theme.focus_width, inset, 0, -inset)
        bar.setWidth(wide)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colour("accent")))
        bar = QStyle.visualRect(self.layoutDirection(), self.rect(), bar)
        painter.drawRoundedRect(QRectF(bar), wide / 2, wide / 2)
