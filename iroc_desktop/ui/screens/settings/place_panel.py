"""Where a copy shall go: the sticks that are plugged in, another folder, or nowhere.

It must not remember a place: recent places tell on people.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.ui.models.backup_words import breakable
from iroc_desktop.ui.screens.settings.backups_presenter import BackupsPresenter, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.saving_place import AskFolder


class PlacePanel(QWidget):
    """Hidden until a copy is wanted."""

    def __init__(self, presenter: BackupsPresenter, look: Look, ask: AskFolder) -> None:
        """Ask for another folder with `ask`."""
        super().__init__()
        self.setObjectName("clear")
        self._presenter, self._look, self._ask = presenter, look, ask
        self._drawn: tuple[Path, ...] | None = None
        text = look.phrases.text
        self._found = Text("")
        self._sticks = QWidget()
        self._sticks.setObjectName("clear")
        self._flow = FlowLayout(self._sticks, gap=look.theme.space())
        self.other = Button(look, text("Another folder…"))
        self.other.clicked.connect(self._choose)
        self.none = Button(look, text("Do not copy"), ButtonKind.QUIET)
        self.none.clicked.connect(presenter.no_place)
        self.sticks: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Text(text("Where shall the copy go?"), TextKind.LABEL))
        column.addWidget(self._found)
        column.addWidget(self._sticks)
        self._flow.addWidget(self.other)
        self._flow.addWidget(self.none)
        column.addWidget(
            Text(text("Nobody can read the copy without a passphrase or the recovery sheet."), TextKind.MUTED)
        )
        self.hide()

    def show_state(self, state: State) -> None:
        """Show the sticks there are, while a place is being chosen."""
        shown = state.places is not None
        opening = shown and self.isHidden()
        self.setVisible(shown)
        if state.places is not None and state.places != self._drawn:
            self._draw(state.places)
        if opening:
            (self.sticks or [self.other])[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self, places: tuple[Path, ...]) -> None:
        self._drawn = places
        text = self._look.phrases.text
        none = text("No stick is plugged in. Plug one in and choose Copy again, or take another folder.")
        self._found.setText("" if places else none)
        self._found.setVisible(not places)
        for each in (*self.sticks, self.other, self.none):
            self._flow.removeWidget(each)
        for each in self.sticks:
            each.hide()
            each.deleteLater()
        self.sticks = [self._stick(each) for each in places]
        for each in (*self.sticks, self.other, self.none):
            self._flow.addWidget(each)
            each.show()

    def _stick(self, place: Path) -> Button:
        button = Button(self._look, place.name or str(place), icon="usb", parent=self._sticks)
        button.setToolTip(breakable(place))
        button.clicked.connect(partial(self._presenter.copy_to, place))
        return button

    def _choose(self) -> None:
        chosen = self._ask(self, self._look.phrases.text("Folder for the copy"))
        if chosen is not None:
            self._presenter.copy_to(chosen)
