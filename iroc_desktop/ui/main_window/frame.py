"""The frame around a screen: places at the side, who it is about above, the toast below.

It must not know what a screen shows, and it is made only when there is a first screen to put into it.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from iroc_desktop.ui.main_window.commands import Command
from iroc_desktop.ui.main_window.side_bar import SideBar
from iroc_desktop.ui.main_window.toast import Toast
from iroc_desktop.ui.main_window.top_bar import TopBar
from iroc_desktop.ui.theme.look import Look


class Frame(QWidget):
    """One screen at a time, with what stands around every screen."""

    commanded = Signal(object)
    """A `Command` from a button of the frame."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.side = SideBar(look)
        self.top = TopBar(look)
        self.toast = Toast(look)
        self._screens = QStackedWidget()
        self._lay_out()
        for source in (self.side, self.top):
            source.commanded.connect(self.commanded)

    def show_screen(self, screen: QWidget, place: Command | None) -> None:
        """Show a screen and mark its place; whoever asks takes the earlier one away."""
        self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)
        self.side.mark(place)

    def others(self) -> list[QWidget]:
        """Return the screens that are no longer shown."""
        current = self._screens.currentWidget()
        return [
            page
            for page in (self._screens.widget(number) for number in range(self._screens.count()))
            if page is not None and page is not current
        ]

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self._screens, 1)
        column.addWidget(self.toast)
        row.addWidget(self.side)
        row.addLayout(column, 1)
