"""When the person agreed that the record is kept: today, another day, or not yet.

It must not assume an agreement that nobody gave.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QVBoxLayout, QWidget

from iroc_desktop.ui.screens.people.choices import Choices
from iroc_desktop.ui.screens.people.form_presenter import Consent
from iroc_desktop.ui.theme.look import Look


class ConsentField(QWidget):
    """Three choices, and a date for the second."""

    changed = Signal(object, object)
    """A `Consent`, and the other day or None."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        text = look.phrases.text
        self._consent = Consent.NOT_YET
        self._showing = False
        self._choices = Choices(
            look,
            text("They agreed that this record is kept"),
            {
                Consent.TODAY: text("agreed today"),
                Consent.ANOTHER_DAY: text("agreed on another day"),
                Consent.NOT_YET: text("not yet"),
            },
        )
        self._choices.chosen.connect(self._choose)
        self._day = _Day(look, text("The day they agreed"))
        self._day.dateChanged.connect(lambda _: self._tell())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._choices)
        layout.addWidget(self._day, alignment=Qt.AlignmentFlag.AlignLeading)

    def show_consent(self, consent: Consent, day: date | None, today: date) -> None:
        """Show the choice and the day without telling anybody."""
        self._showing = True
        self._consent = consent
        self._choices.choose(consent)
        self._day.setVisible(consent is Consent.ANOTHER_DAY)
        shown = day or today
        if self._day.date() != QDate(shown.year, shown.month, shown.day):
            self._day.setDate(QDate(shown.year, shown.month, shown.day))
        self._showing = False

    def _choose(self, consent: Consent) -> None:
        self._consent = consent
        self._tell()

    def _tell(self) -> None:
        if self._showing:
            return
        day = self._day.date()
        another = self._consent is Consent.ANOTHER_DAY
        self.changed.emit(self._consent, date(day.year(), day.month(), day.day()) if another else None)


class _Day(QDateEdit):
    """A date that scrolling past does not change."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setLocale(QLocale(look.phrases.language))
        self.setDisplayFormat("d MMMM yyyy")
        self.setAccessibleName(name)
        self.setMinimumWidth(look.theme.grown(240))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page scroll instead."""
        event.ignore()
