"""A day to type or to pick from a calendar.

It must not change when a page is scrolled over it, nor tell a day that the program itself shows.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit

from iroc_desktop.ui.theme.look import Look

_MONTHS = range(1, 13)
_FORMAT = "d MMMM yyyy"


class DayField(QDateEdit):
    """A date, wide enough for the longest month at any text size."""

    picked = Signal(object)
    """The `date` that was typed or picked."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setLocale(QLocale(look.phrases.language))
        self.setDisplayFormat(_FORMAT)
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        metrics = self.fontMetrics()
        widths = (
            metrics.horizontalAdvance(self.locale().toString(QDate(2026, month, 28), _FORMAT))
            for month in _MONTHS
        )
        self.setMinimumWidth(max(widths) + look.theme.grown(56))
        self.dateChanged.connect(lambda _: self.picked.emit(self.day))

    @property
    def day(self) -> date:
        """Return the day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show a day without telling anybody."""
        self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page scroll instead."""
        event.ignore()
