"""Saying until when somebody's record is kept longer than the rule, and why.

It must not keep anything without a reason.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal

from iroc_desktop.services.retention import Reached
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.asked_date import AskedDate
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.line_field import LineField


class LongerCard(Card):
    """A reason, a day, and the way back."""

    kept = Signal(object, str)
    """The `date`, and the reason."""
    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        text = look.phrases.text
        self._asked: Reached | None = None
        self._heading = Heading("")
        label = text("Why it is kept longer")
        caption = Text(label, TextKind.LABEL)
        self.reason = LineField()
        self.reason.setAccessibleName(label)
        caption.setBuddy(self.reason)
        self._missing = Text(text("Please write a reason. It stays in the record."), TextKind.ERROR)
        self.day = AskedDate(look, text("Keep until"), text("Keep until this day"))
        self.day.picked.connect(lambda day: self.kept.emit(day, self.reason.text()))
        self.cancel = Button(look, text("Cancel"), ButtonKind.QUIET)
        self.cancel.clicked.connect(self.cancelled)
        for part in (self._heading, caption, self.reason, self._missing, self.day):
            self.body.addWidget(part)
        self.body.addWidget(self.cancel, alignment=Qt.AlignmentFlag.AlignLeading)
        self._missing.hide()
        self.hide()

    def show_asked(self, who: Reached | None, suggested: date | None, *, reason_missing: bool) -> bool:
        """Ask about somebody; return whether this is a new question."""
        newly, self._asked = who is not None and who != self._asked, who
        if who is None:
            self.hide()
            return False
        if newly:
            text = self._look.phrases.text
            self._heading.setText(text("Keep the record of {name} longer", name=who.person.preferred_name))
            self.reason.clear()
            if suggested is not None:
                self.day.show_date(suggested)
            self.show()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self._missing.setVisible(reason_missing)
        self.reason.setAccessibleDescription(self._missing.text() if reason_missing else "")
        if reason_missing:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        return newly
