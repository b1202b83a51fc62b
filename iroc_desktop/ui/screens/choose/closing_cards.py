"""The end of a session: when to meet again, and what completing means.

They must not complete by themselves: the practitioner reads first, then presses.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from iroc_desktop.i18n.formats import full_date
from iroc_desktop.ui.screens.choose.presenter import NextMeeting, Sheet
from iroc_desktop.ui.screens.choose.sentences import doubt_question, how_complete, what_completing_means
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.asked_date import AskedDate
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.note_field import NoteField


class NextCard(Card):
    """The next meeting, which may stay open."""

    met_on = Signal(object)
    """A date, or None for no date."""
    answered = Signal(bool)
    noted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("The next time"))
        self._look = look
        self._shown: date | None = None
        self._agreed = Text("", TextKind.LABEL)
        self.day = AskedDate(
            look, look.phrases.text("Day to meet again"), look.phrases.text("Agree this day")
        )
        self._none = Button(look, look.phrases.text("No day agreed"), ButtonKind.QUIET)
        self.note = NoteField(look, look.phrases.text("Where, and at what time"), lines=1)
        self.day.picked.connect(self.met_on)
        self.day.answered.connect(self.answered)
        self._none.clicked.connect(lambda: self.met_on.emit(None))
        self.note.edited.connect(self.noted)
        self.body.addWidget(self._agreed)
        self.body.addWidget(self.day)
        self.body.addWidget(self._none, alignment=Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.note)

    def show_meeting(self, meeting: NextMeeting) -> None:
        """Show what is agreed."""
        phrases = self._look.phrases
        agreed = meeting.on
        self._agreed.setText(
            phrases.text("Nothing is agreed yet.") if agreed is None else full_date(agreed, phrases.language)
        )
        self._none.setVisible(agreed is not None)
        day = meeting.asked or agreed or meeting.suggested
        if day != self._shown:
            self._shown = day
            self.day.show_date(day)
        self.day.ask(doubt_question(meeting, phrases))
        self.note.set_text(meeting.note)


class CompleteCard(Card):
    """What completing means, what is still open, and the button that does it."""

    completed = Signal()
    cancelled = Signal()
    jumped = Signal(str)
    """The id of an open indicator."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("Complete and lock this conversation?"))
        self._look = look
        self._how = Text("", TextKind.LABEL)
        self._means = Text()
        self._open = QWidget()
        self._open.setObjectName("clear")
        self._open_flow = FlowLayout(self._open, gap=look.theme.space())
        self.complete = Button(look, look.phrases.text("Complete and lock"), ButtonKind.PRIMARY, "lock")
        self._not_yet = Button(look, look.phrases.text("Not yet"))
        self.complete.clicked.connect(self.completed)
        self._not_yet.clicked.connect(self.cancelled)
        buttons = FlowLayout(gap=look.theme.space())
        buttons.addWidget(self.complete)
        buttons.addWidget(self._not_yet)
        for part in (self._how, self._open, self._means):
            self.body.addWidget(part)
        self.body.addLayout(buttons)
        self._shown: tuple[str, ...] | None = None

    def show_sheet(self, sheet: Sheet, *, busy: bool) -> None:
        """Say what is open and what completing does."""
        phrases = self._look.phrases
        self._how.setText(how_complete(sheet, phrases))
        self._means.setText(what_completing_means(sheet, phrases))
        self.complete.setEnabled(not busy)
        open_ones = tuple(each.indicator_id for each in sheet.open_ones)
        self._open.setVisible(bool(open_ones))
        if open_ones != self._shown:
            self._shown = open_ones
            self._list(sheet)

    def _list(self, sheet: Sheet) -> None:
        while (item := self._open_flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for choice in sheet.open_ones:
            button = Button(self._look, choice.name, ButtonKind.QUIET)
            button.setAccessibleName(self._look.phrases.text("Go back to {indicator}", indicator=choice.name))
            button.clicked.connect(lambda _=False, each=choice.indicator_id: self.jumped.emit(each))
            self._open_flow.addWidget(button)
