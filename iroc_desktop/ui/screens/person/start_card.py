"""The way into the next session: the day it is held, and the main button of the page.

It must not start anything by itself.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from iroc_desktop.i18n.formats import full_date, long_date
from iroc_desktop.ui.models.dates import Doubt, held_doubt
from iroc_desktop.ui.screens.person.presenter import DraftLine, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind


class StartCard(Card):
    """Begin a session, or go on with the one that waits."""

    started = Signal()
    resumed = Signal()
    put_away = Signal()
    """The session that waits shall go into the bin."""
    day_chosen = Signal(object)
    """The `date` on which the session is held."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        text = look.phrases.text
        self._heading = Heading("")
        self._words = Text("", TextKind.QUESTION)
        self._next = Text("", TextKind.LABEL)
        self._doubt = Text("", TextKind.ERROR)
        self._held = QWidget()
        self._day_label = Text(text("Held on"), TextKind.MUTED, wrap=False)
        self._day = _Day(look, text("The day the session is held"))
        self._day_label.setBuddy(self._day)
        self._day.dateChanged.connect(lambda day: self.day_chosen.emit(_python_date(day)))
        self._start = Button(look, text("Begin a session"), ButtonKind.PRIMARY, "message-circle")
        self._start.clicked.connect(self.started)
        self._resume = Button(look, text("Go on with it"), ButtonKind.PRIMARY, "arrow-right")
        self._resume.clicked.connect(self.resumed)
        self._away = Button(look, text("Put this session in the bin"), ButtonKind.QUIET)
        self._away.setAccessibleDescription(text("As far as it came"))
        self._away.clicked.connect(self.put_away)
        self.body.setSpacing(look.theme.space(1.5))
        for part in (self._heading, self._next, self._words, self._row(), self._doubt):
            self.body.addWidget(part)
        self.setFocusProxy(self._start)

    def show_state(self, state: State) -> None:
        """Show the draft that waits, or the day and the button to start."""
        waiting = state.draft is not None
        had_keyboard = any(each.hasFocus() for each in (self._start, self._resume, self._away))
        for part in (self._held, self._start):
            part.setVisible(not waiting)
        self._resume.setVisible(waiting)
        self._away.setVisible(waiting)
        self._start.setEnabled(state.person is not None)
        main = self._resume if waiting else self._start
        self.setFocusProxy(main)
        if had_keyboard and main.isEnabled():
            # hiding the other button would hand the keyboard to whatever comes next
            main.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_next(state)
        if state.draft is not None:
            self._show_draft(state.draft)
        else:
            self._show_start(state)
        self._day.show_day(state.held_on)
        self._show_doubt(state)

    def _show_draft(self, draft: DraftLine) -> None:
        phrases = self._look.phrases
        self._heading.setText(phrases.text("A session is waiting"))
        day = long_date(draft.held_on, phrases.language)
        self._words.setText(
            phrases.text(
                "Begun on {day}, {settled} of {of} answered.",
                day=day,
                settled=draft.settled,
                of=draft.of,
            )
        )
        self._words.show()

    def _show_start(self, state: State) -> None:
        text = self._look.phrases.text
        first = state.person is not None and not state.sessions
        self._heading.setText(text("The first session") if first else text("The next session"))
        self._words.setText(
            text("Take your time. You can stop at any point and go on another day.") if first else ""
        )
        self._words.setVisible(first)

    def _show_next(self, state: State) -> None:
        phrases = self._look.phrases
        if state.next_on is None:
            agreed = ""
        else:
            day = full_date(state.next_on, phrases.language)
            agreed = (
                phrases.text("Agreed for {day}, {note}", day=day, note=state.next_note)
                if state.next_note
                else phrases.text("Agreed for {day}", day=day)
            )
        self._next.setText(agreed)
        self._next.setVisible(bool(agreed))

    def _show_doubt(self, state: State) -> None:
        text = self._look.phrases.text
        doubts = {
            Doubt.AFTER_TODAY: text("This day has not come yet, by the clock of this machine. Is it right?"),
            Doubt.LONG_AGO: text("This day is more than a year ago. Is it right?"),
        }
        doubt = None if state.draft is not None else held_doubt(state.held_on, state.today)
        self._doubt.setText(doubts.get(doubt, "") if doubt else "")
        self._doubt.setVisible(doubt is not None)

    def _row(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, gap=self._look.theme.space(1.5))
        held = QHBoxLayout(self._held)
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(self._look.theme.space())
        held.addWidget(self._day_label)
        held.addWidget(self._day)
        for part in (self._start, self._resume, self._held, self._away):
            flow.addWidget(part)
        return row


class _Day(QDateEdit):
    """A date that scrolling past does not change."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setLocale(QLocale(look.phrases.language))
        self.setDisplayFormat("d MMMM yyyy")
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.setMinimumWidth(look.theme.grown(230))

    def show_day(self, day: date) -> None:
        """Show a day without telling anybody."""
        self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page scroll instead."""
        event.ignore()


def _python_date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
