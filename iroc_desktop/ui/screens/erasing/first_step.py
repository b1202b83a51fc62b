"""The first step for one person: what it means, why it is taken, and a way to think better of it.

It must not say what a law wants: the service's own rules decide.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from iroc_desktop.ui.screens.erasing.presenter import Asked
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.line_field import LineField


class FirstStep(Card):
    """A sentence on what happens, the reason, and two buttons."""

    blocked = Signal(str)
    """The reason that was typed."""
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        text = look.phrases.text
        self._look = look
        self._heading = Heading("")
        label = Text(text("Why? In a few words, for your team"), TextKind.LABEL)
        self.reason = LineField()
        self.reason.setAccessibleName(text("Why? In a few words, for your team"))
        label.setBuddy(self.reason)
        self.go = Button(look, text("Put out of sight"), ButtonKind.PRIMARY)
        self.stay = Button(look, text("Leave everything as it is"))
        words = text(
            "Step 1 takes this person out of every list, on every screen, for everybody."
            " Nothing is lost: a team lead can lift it on any day."
        )
        after = text(
            "Step 2 destroys everything for good. It has a button of its own, and can wait for as long"
            " as your service’s rules say."
        )
        for part in (self._heading, Text(words), Text(after), label, self.reason):
            self.body.addWidget(part)
        row = FlowLayout(gap=look.theme.space(1))
        row.addWidget(self.stay)
        row.addWidget(self.go)
        self.body.addLayout(row)
        self.reason.textChanged.connect(lambda typed: self.go.setEnabled(bool(typed.strip())))
        self.reason.returnPressed.connect(self._go)
        self.go.clicked.connect(self._go)
        self.stay.clicked.connect(self.left)
        self.go.setEnabled(False)
        self.hide()

    def show_asked(self, asked: Asked | None) -> None:
        """Ask about this person; nothing is asked for nobody."""
        was_hidden = self.isHidden()
        self.setVisible(asked is not None)
        if asked is None:
            # what is hidden can still be read by a screen reader
            self.reason.clear()
            self._heading.setText("")
            return
        self._heading.setText(self._look.phrases.text("{name} asks to be forgotten", name=asked.name))
        if was_hidden:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        if self.go.isEnabled():
            self.blocked.emit(self.reason.text())
