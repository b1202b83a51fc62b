"""Whoever is out of sight, by code and day; one of them opened, with the name and what can be done.

It must not show a name before somebody asked for it, nor destroy on a single press.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.services.erasure import Blocked, Named
from iroc_desktop.ui.screens.erasing.presenter import Busy, State
from iroc_desktop.ui.screens.erasing.sentences import blocked_words
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.line_field import LineField


class BlockedCard(Card):
    """A line for each, and the one that is opened below its line."""

    opened = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, confirms: Callable[[str], bool]) -> None:
        """`confirms` tells whether what is typed is the name that is shown."""
        super().__init__(look, look.phrases.text("Out of sight"))
        self._look = look
        self._drawn: object = None
        self._nobody = Text(look.phrases.text("Nobody is out of sight."), TextKind.MUTED)
        self._place = QVBoxLayout()
        self._place.setSpacing(look.theme.space(1.5))
        self.body.addWidget(self._nobody)
        self.body.addLayout(self._place)
        self.person = OpenedPerson(look, confirms)
        # it has a place only while it is opened, and is never a window of its own
        self.person.setParent(self)
        self.person.hide()
        self.buttons: dict[str, Button] = {}

    def show_state(self, state: State) -> None:
        """Draw who is out of sight."""
        blocked = tuple(state.standing.blocked) if state.standing else ()
        self.setVisible(state.standing is not None)
        self._nobody.setVisible(not blocked)
        opened = state.named.person_id if state.named else ""
        if (blocked, opened) != self._drawn:
            self._drawn = (blocked, opened)
            self._draw(blocked, state.named)
        self.person.show_state(state)

    def _draw(self, blocked: Sequence[Blocked], named: Named | None) -> None:
        self._place.removeWidget(self.person)
        while (item := self._place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.person:
                widget.hide()
                widget.deleteLater()
        self.buttons = {}
        for each in blocked:
            self._place.addWidget(
                self._row(each, opened=named is not None and named.person_id == each.person_id)
            )
            if named is not None and named.person_id == each.person_id:
                self._place.addWidget(self.person)

    def _row(self, blocked: Blocked, *, opened: bool) -> QWidget:
        text = self._look.phrases.text
        row = QWidget()
        row.setObjectName("clear")
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.space(0.5))
        column.addWidget(Text(blocked.code, TextKind.LABEL))
        column.addWidget(Text(blocked_words(blocked, self._look.phrases), TextKind.MUTED))
        words = text("Hide the name") if opened else text("Show the name")
        button = Button(self._look, words, ButtonKind.QUIET)
        button.setAccessibleName(
            text("Hide the name behind {code}", code=blocked.code)
            if opened
            else text("Show the name behind {code}", code=blocked.code)
        )
        if opened:
            button.clicked.connect(self.closed)
        else:
            button.clicked.connect(lambda: self.opened.emit(blocked.person_id))
        column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeading)
        self.buttons[blocked.person_id] = button
        return row


class OpenedPerson(QWidget):
    """The name, why they are out of sight, and the three ways on."""

    lifted = Signal()
    held = Signal()
    asked = Signal()
    destroyed = Signal(str)
    """What was typed to confirm."""
    kept = Signal()

    def __init__(self, look: Look, confirms: Callable[[str], bool]) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._look, self._confirms = look, confirms
        text = look.phrases.text
        self._name = Heading("")
        self._reason = Text("", TextKind.MUTED)
        self.lift = Button(look, text("Let them be seen again"))
        self.everything = Button(look, text("Everything held…"))
        self.ask = Button(look, text("Destroy everything…"), ButtonKind.QUIET)
        self._ways = QWidget()
        self._ways.setObjectName("clear")
        ways = FlowLayout(self._ways, gap=look.theme.space(1))
        for each in (self.lift, self.everything, self.ask):
            ways.addWidget(each)
        self._confirm = self._make_confirm()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.theme.space(2), 0, 0, 0)
        column.setSpacing(look.theme.space(1))
        for part in (self._name, self._reason, self._ways, self._confirm):
            column.addWidget(part)
        self.lift.clicked.connect(self.lifted)
        self.everything.clicked.connect(self.held)
        self.ask.clicked.connect(self.asked)
        self.stay.clicked.connect(self.kept)
        self.go.clicked.connect(lambda: self.destroyed.emit(self.field.text()))
        self.field.textChanged.connect(lambda _: self._allow())
        self._busy = False

    def _make_confirm(self) -> QWidget:
        text = self._look.phrases.text
        self._label = Text("", TextKind.LABEL)
        self.field = LineField()
        self._label.setBuddy(self.field)
        self.go = Button(self._look, text("Destroy for good"), ButtonKind.DANGER)
        self.go.setAutoDefault(False)
        self.stay = Button(self._look, text("Destroy nothing"))
        words = Text(
            text(
                "Step 2. Conversations, plans, notes, prints and everything else about this person is"
                " destroyed on this machine, in its backups too. Nobody can bring it back."
            )
        )
        panel = QWidget()
        panel.setObjectName("clear")
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (words, self._label, self.field):
            column.addWidget(part)
        row = FlowLayout(gap=self._look.theme.space(1))
        row.addWidget(self.stay)
        row.addWidget(self.go)
        column.addLayout(row)
        panel.hide()
        return panel

    def show_state(self, state: State) -> None:
        """Show the name, and the field to type it in when it is asked for."""
        text = self._look.phrases.text
        named, asked = state.named, self._confirm.isHidden()
        self._busy = state.busy is not Busy.NOTHING
        self.setVisible(named is not None)
        # what is hidden can still be read by a screen reader
        name, reason = (named.name, named.reason) if named is not None else ("", "")
        asks = text("To confirm, type the name: {name}", name=name) if name else ""
        self._name.setText(name)
        self._reason.setText(text("Why: {reason}", reason=reason) if reason else "")
        self._reason.setVisible(bool(reason))
        self._label.setText(asks)
        self.field.setAccessibleName(asks)
        if named is None:
            self.field.clear()
        self._ways.setVisible(not state.confirming)
        self._confirm.setVisible(state.confirming)
        if state.confirming and asked:
            self.field.clear()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._allow()

    def _allow(self) -> None:
        self.go.setEnabled(not self._busy and self._confirms(self.field.text()))
