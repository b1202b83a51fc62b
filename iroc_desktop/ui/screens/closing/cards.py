"""The parts of the last stage: the next time, finishing, what to take along, the reflection.

They must not finish by themselves: the practitioner reads first, then presses.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.i18n.formats import full_date
from iroc_desktop.ui.screens.closing.sentences import (
    doubt_question,
    from_the_toolkit,
    how_answered,
    what_finishing_means,
    what_to_take,
)
from iroc_desktop.ui.screens.closing.state import NextMeeting, OpenQuestion, Sheet, TakeAway
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.asked_date import AskedDate
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.note_field import NoteField

LEADING = Qt.AlignmentFlag.AlignLeading


class NextCard(Card):
    """The next meeting, which may stay open."""

    met_on = Signal(object)
    """A date, or None for no date."""
    answered = Signal(bool)
    noted = Signal(str)

    def __init__(self, look: Look) -> None:
        text = look.phrases.text
        super().__init__(look, text("The next time"))
        self._look = look
        self._shown: date | None = None
        self._agreed = Text("", TextKind.LABEL)
        self.day = AskedDate(look, text("Day to meet again"), text("Agree this day"))
        self._none = Button(look, text("No day agreed"), ButtonKind.QUIET)
        self.note = NoteField(look, text("Where, and at what time"), lines=1)
        self.day.picked.connect(self.met_on)
        self.day.answered.connect(self.answered)
        self._none.clicked.connect(lambda: self.met_on.emit(None))
        self.note.edited.connect(self.noted)
        self.body.addWidget(self._agreed)
        self.body.addWidget(self.day)
        self.body.addWidget(self._none, alignment=LEADING)
        self.body.addWidget(self.note)

    def show_meeting(self, meeting: NextMeeting) -> None:
        """Show what is agreed."""
        phrases, agreed = self._look.phrases, meeting.on
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


class FinishCard(Card):
    """What is still open, what finishing means, and the button that does it."""

    finished = Signal()
    jumped = Signal(str)
    """The id of an open indicator."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("Finish the session"))
        self._look = look
        self._shown: tuple[OpenQuestion, ...] | None = None
        self._how = Text("", TextKind.LABEL)
        self._means = Text()
        self._open = QWidget()
        self._open.setObjectName("clear")
        self._open_flow = FlowLayout(self._open, gap=look.theme.space())
        words = look.phrases.text("Finish and lock")
        self.finish = Button(look, words, ButtonKind.PRIMARY, "lock")
        self.finish.clicked.connect(self.finished)
        for part in (self._how, self._open, self._means):
            self.body.addWidget(part)
        self.body.addWidget(self.finish, alignment=LEADING)

    def show_sheet(self, sheet: Sheet, *, busy: bool) -> None:
        """Say what is open and what finishing does."""
        self._how.setText(how_answered(sheet, self._look.phrases))
        self._means.setText(what_finishing_means(sheet, self._look.phrases))
        self.finish.setEnabled(not busy)
        offered = sheet.open_ones if sheet.settled and sheet.meeting is not None else ()
        self._open.setVisible(bool(offered))
        if offered != self._shown:
            self._shown = offered
            self._list(offered)

    def _list(self, offered: tuple[OpenQuestion, ...]) -> None:
        while (item := self._open_flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for each in offered:
            button = Button(self._look, each.name, ButtonKind.QUIET)
            button.setAccessibleName(self._look.phrases.text("Go back to {indicator}", indicator=each.name))
            button.clicked.connect(lambda _=False, at=each.indicator_id: self.jumped.emit(at))
            self._open_flow.addWidget(button)


class FinishedCard(Card):
    """The session is over: what to take along, and the way to the person's page."""

    def __init__(self, look: Look) -> None:
        text = look.phrases.text
        super().__init__(look, text("The session is finished"))
        self._look = look
        self._told = Text()
        self.summary = Button(look, text("Print the summary…"), ButtonKind.PRIMARY, "printer")
        self.plan = Button(look, text("Print the plan…"), icon="printer")
        self.staying_well = Button(look, text("Staying-well plan…"))
        self._filled = Text("", TextKind.MUTED)
        self.worksheets = Button(look, text("Worksheets…"))
        self.person = Button(look, text("To their page"), icon="user")
        papers = QVBoxLayout()
        papers.setSpacing(look.theme.space())
        papers.addWidget(self.summary, alignment=LEADING)
        papers.addWidget(self.plan, alignment=LEADING)
        papers.addWidget(self.staying_well, alignment=LEADING)
        papers.addWidget(self.worksheets, alignment=LEADING)
        papers.addWidget(self._filled)
        self.body.addWidget(self._told)
        self.body.addLayout(papers)
        self.body.addSpacing(look.theme.space(1))
        self.body.addWidget(self.person, alignment=LEADING)

    @property
    def first(self) -> Button:
        """Return the button that the keyboard begins with."""
        ways = (self.summary, self.plan, self.staying_well, self.worksheets)
        return next((each for each in ways if not each.isHidden()), self.person)

    def show_taken(self, taken: TakeAway) -> None:
        """Offer the papers that there are."""
        phrases = self._look.phrases
        self._told.setText(what_to_take(taken, phrases))
        self._filled.setText(from_the_toolkit(taken, phrases))
        for part, there in (
            (self.summary, bool(taken.conversation_id)),
            (self.plan, taken.plan),
            (self.staying_well, taken.staying_well),
            (self.worksheets, bool(taken.worksheets)),
            (self._filled, bool(taken.worksheets)),
        ):
            part.setVisible(there)


class ReflectionCard(Card):
    """The practitioner's own words, for nobody else."""

    def __init__(self, look: Look) -> None:
        text = look.phrases.text
        super().__init__(look, text("Your own reflection"))
        about = text("Only you see this. It is never printed, and the person's view does not show it.")
        self.words = NoteField(look, text("What went well today, and what would I do another way?"), lines=3)
        self.body.addWidget(Text(about, TextKind.MUTED))
        self.body.addWidget(self.words)

    def show_words(self, words: str) -> None:
        """Show what is written; words that are being typed are left alone."""
        self.words.set_text(words)
