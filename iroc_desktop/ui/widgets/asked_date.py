"""A date to pick, and the question that follows an odd one.

It must not judge a date: whoever uses it says when there is something to ask.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QFrame, QVBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind


class AskedDate(QWidget):
    """A label, a date and a button that takes it; below them, when needed, a question to answer."""

    picked = Signal(object)
    """The date that was taken."""
    answered = Signal(bool)
    """True: keep the odd date all the same."""

    def __init__(self, look: Look, label: str, take: str, parent: QWidget | None = None) -> None:
        """Name the field `label`, and the button that takes the date `take`."""
        super().__init__(parent)
        self._look = look
        self.field = self._field(label)
        self.take = Button(look, take)
        self.take.clicked.connect(self._pick)
        caption = Text(label, TextKind.LABEL)
        caption.setBuddy(self.field)
        row = FlowLayout(gap=look.theme.space())
        row.addWidget(self.field)
        row.addWidget(self.take)
        self.question = _Question(look)
        self.question.answered.connect(self.answered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(0.5))
        column.addWidget(caption)
        column.addLayout(row)
        column.addWidget(self.question)
        self.setFocusProxy(self.field)

    def show_date(self, day: date) -> None:
        """Show a date without telling anybody."""
        self.field.setDate(QDate(day.year, day.month, day.day))

    def ask(self, question: str) -> None:
        """Ask about the date that was picked; an empty question hides it."""
        asked_before = self.question.isVisibleTo(self)
        self.question.ask(question)
        if question and not asked_before:
            self.question.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, label: str) -> QDateEdit:
        field = QDateEdit()
        field.setCalendarPopup(True)
        field.setLocale(QLocale(self._look.phrases.language))
        field.setDisplayFormat("d MMMM yyyy")
        field.setAccessibleName(label)
        # the longest month at this text size, or the year would be cut
        widest = max(
            field.fontMetrics().horizontalAdvance(
                field.locale().toString(QDate(2026, month, 28), "d MMMM yyyy")
            )
            for month in range(1, 13)
        )
        field.setMinimumWidth(widest + self._look.theme.grown(56))
        return field

    def _pick(self) -> None:
        day = self.field.date()
        self.picked.emit(date(day.year(), day.month(), day.day()))


class _Question(QFrame):
    """One sentence, and two buttons to answer it."""

    answered = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._words = Text()
        self.keep = Button(look, look.phrases.text("Yes, keep this date"))
        drop = Button(look, look.phrases.text("No, another one"), ButtonKind.QUIET)
        self.keep.clicked.connect(lambda: self.answered.emit(True))
        drop.clicked.connect(lambda: self.answered.emit(False))
        column = QVBoxLayout(self)
        column.addWidget(self._words)
        answers = FlowLayout(gap=look.theme.space())
        answers.addWidget(self.keep)
        answers.addWidget(drop)
        column.addLayout(answers)
        self.hide()

    def ask(self, question: str) -> None:
        self._words.setText(question)
        self.setAccessibleName(question)
        self.setVisible(bool(question))
