"""The way to take an agreement back: one button, a day, and no question why.

It must not stand behind a warning.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.consent import ConsentState
from iroc_desktop.ui.screens.consent.presenter import State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.day_field import DayField
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind


class TakingBack(QWidget):
    """Shown while there is something to take back."""

    asked = Signal()
    kept = Signal()
    taken = Signal(object)
    """The day on which they took it back."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        text = look.phrases.text
        self._asking = False
        self.ask = Button(look, text("They take it back"))
        self.day = DayField(look, text("The day they took it back"))
        self.take = Button(look, text("They took it back on this day"))
        self.keep = Button(look, text("Leave it as it is"))
        self._panel = Card(look)
        self._panel.setAccessibleName(text("They take it back"))
        caption = Text(text("The day they took it back"), TextKind.LABEL)
        caption.setBuddy(self.day)
        row = FlowLayout(gap=look.theme.space())
        for part in (self.day, self.take, self.keep):
            row.addWidget(part)
        self._panel.body.addWidget(
            Text(text("They need not say why. What they agreed to before stays readable."))
        )
        self._panel.body.addWidget(caption)
        self._panel.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.ask, alignment=Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._panel)
        self.ask.clicked.connect(self.asked)
        self.keep.clicked.connect(self.kept)
        self.take.clicked.connect(lambda: self.taken.emit(self.day.day))
        self._panel.hide()
        self.hide()

    def show_state(self, state: State) -> None:
        """Show the button, or the day to say."""
        holds = state.found is not None and state.found.agreed.state is ConsentState.AGREED
        self.setVisible(holds)
        self.ask.setVisible(not state.withdrawing)
        self._panel.setVisible(state.withdrawing)
        self.take.setEnabled(not state.busy)
        if state.withdrawing and not self._asking:
            self.day.show_day(state.today)
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._asking and not state.withdrawing and holds:
            self.ask.setFocus(Qt.FocusReason.OtherFocusReason)
        self._asking = state.withdrawing
