"""Giving the screen back to the practitioner, with the passphrase where the setting asks for it.

It must not keep what was typed, nor say anything about whose conversation it is.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.passphrase_field import PassphraseField

CheckPassphrase = Callable[[str, Callable[[bool], None]], None]
"""Given a passphrase, tells the callback later whether it is the right one."""


class ReturnCard(Card):
    """Hidden until somebody wants the screen back; in the practitioner's language."""

    allowed = Signal()
    stayed = Signal()

    def __init__(self, look: Look, check: CheckPassphrase | None) -> None:
        super().__init__(look, look.phrases.text("For the practitioner"))
        self._phrases = look.phrases
        self._check = check
        self._checking = False
        self._field = PassphraseField(look, look.phrases.text("Your passphrase"))
        self._wrong = Text("", TextKind.ERROR)
        self._open = Button(look, look.phrases.text("Take the screen back"), ButtonKind.PRIMARY)
        stay = Button(look, look.phrases.text("Stay here"))
        self._field.submitted.connect(self._try)
        self._open.clicked.connect(self._try)
        stay.clicked.connect(self._stay)
        row = FlowLayout(gap=look.theme.space())
        row.addWidget(self._open)
        row.addWidget(stay)
        self.body.addWidget(self._field)
        self.body.addWidget(self._wrong)
        self.body.addLayout(row)
        self.setMinimumWidth(look.theme.grown(360))
        self.hide()

    def ask(self) -> bool:
        """Return whether a passphrase is asked for now; where none is wanted, allow at once."""
        if self._check is None:
            self.allowed.emit()
            return False
        self._wrong.setText("")
        self.show()
        self._field.clear()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _try(self) -> None:
        if self._check is None or self._checking:
            return
        self._checking = True
        self._open.setEnabled(False)
        self._check(self._field.text(), self._checked)

    def _checked(self, right: bool) -> None:
        self._checking = False
        self._open.setEnabled(True)
        if right:
            self._field.clear()
            self.hide()
            self.allowed.emit()
        else:
            self._wrong.setText(self._phrases.text("That is not the passphrase. Try again."))
            self._field.select_all()

    def _stay(self) -> None:
        self._field.clear()
        self.hide()
        self.stayed.emit()
