"""The last question before something is destroyed: the person's name is typed, or it stays.

It must not have its dangerous button pressed by Enter alone.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from iroc_desktop.domain.erasure import confirms
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.line_field import LineField


class DestroyPanel(Card):
    """What destroying means, the name to type, and two buttons."""

    confirmed = Signal(str)
    """What was typed."""
    kept = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        text = look.phrases.text
        self._look = look
        self._name = self._person_id = ""
        self._heading = Heading("")
        self._label = Text("", TextKind.LABEL)
        self.field = LineField()
        self._label.setBuddy(self.field)
        self.go = Button(look, text("Destroy for good"), ButtonKind.DANGER)
        self.go.setAutoDefault(False)
        self.stay = Button(look, text("Leave it in the bin"))
        self.field.textChanged.connect(self._typed)
        self.go.clicked.connect(lambda: self.confirmed.emit(self.field.text()))
        self.stay.clicked.connect(self.kept)
        self.body.addWidget(self._heading)
        self.body.addWidget(
            Text(text("Nobody can bring it back then. Sheets on paper and copies on sticks are not reached."))
        )
        self.body.addWidget(self._label)
        self.body.addWidget(self.field)
        row = FlowLayout(gap=look.theme.space(1))
        row.addWidget(self.stay)
        row.addWidget(self.go)
        self.body.addLayout(row)
        self.hide()

    def ask(self, what: str, name: str, person_id: str) -> None:
        """Ask about one thing of the person with this name."""
        text = self._look.phrases.text
        self._name, self._person_id = name, person_id
        self._heading.setText(text("Destroy for good: {what}", what=what))
        label = text("To confirm, type the person’s name: {name}", name=name)
        self._label.setText(label)
        self.field.setAccessibleName(label)
        self.field.clear()
        self._typed("")
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, typed: str) -> None:
        self.go.setEnabled(confirms(typed, self._name, self._person_id))
