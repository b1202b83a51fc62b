"""What of the disk still has to be seen to: backups that wait, old copies, and what cannot be reached.

It must not delete on a single press.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.ui.screens.erasing.presenter import Busy, State
from iroc_desktop.ui.screens.erasing.sentences import (
    copy_words,
    day_words,
    gone_words,
    waiting_words,
)
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind


class _Deletable(QWidget):
    """A line on something that can be deleted, asked twice."""

    def __init__(self, look: Look, words: str, *, asked: bool) -> None:
        super().__init__()
        self.setObjectName("clear")
        text = look.phrases.text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(0.5))
        column.addWidget(Text(words))
        self.ask = Button(look, text("Delete…"), ButtonKind.QUIET)
        self.ask.setAccessibleName(text("Delete: {what}", what=words))
        self.go = Button(look, text("Delete for good"), ButtonKind.DANGER)
        self.stay = Button(look, text("Keep it"))
        row = FlowLayout(gap=look.theme.space(1))
        for each in (self.stay, self.go) if asked else (self.ask,):
            row.addWidget(each)
        for each in (self.ask,) if asked else (self.stay, self.go):
            each.setParent(self)
            each.hide()
        column.addLayout(row)


class _ListCard(Card):
    """A card of lines that are made anew when they differ."""

    asked = Signal(str)
    deleted = Signal()
    kept = Signal()

    def __init__(self, look: Look, heading: str) -> None:
        super().__init__(look, heading)
        self._look = look
        self._drawn: object = None
        self.rows: dict[str, _Deletable] = {}
        self._place = QVBoxLayout()
        self._place.setSpacing(look.theme.space(1.5))

    def _draw(self, lines: Sequence[tuple[str, str]], asked: str) -> None:
        if (lines, asked) == self._drawn:
            return
        before, self._drawn = self._drawn, (lines, asked)
        while (item := self._place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {name: _Deletable(self._look, words, asked=name == asked) for name, words in lines}
        for name, row in self.rows.items():
            row.ask.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
            row.go.clicked.connect(self.deleted)
            row.stay.clicked.connect(self.kept)
            self._place.addWidget(row)
        if asked in self.rows:
            self.rows[asked].stay.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(before, tuple) and before[1] in self.rows:
            self.rows[before[1]].ask.setFocus(Qt.FocusReason.OtherFocusReason)


class BackupsCard(_ListCard):
    """Backups that may still hold what was destroyed."""

    again = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("Backups still to be seen to"))
        text = look.phrases.text
        self._words = Text("")
        self.go_on = Button(look, text("Go on"), ButtonKind.PRIMARY)
        self.go_on.clicked.connect(self.again)
        safe = text("Whatever they hold: should one be brought back, what was destroyed stays destroyed.")
        self.body.addWidget(self._words)
        self.body.addWidget(Text(safe, TextKind.MUTED))
        self.body.addWidget(self.go_on, alignment=Qt.AlignmentFlag.AlignLeading)
        self.body.addLayout(self._place)
        self.hide()

    def show_state(self, state: State) -> None:
        """Show how many wait, and those that could not be written anew."""
        standing, phrases = state.standing, self._look.phrases
        waits = standing is not None and bool(standing.behind) and state.busy is Busy.NOTHING
        self.setVisible(waits)
        if standing is None or not waits:
            return
        self._words.setText(waiting_words(state, phrases))
        lines = [
            (name, phrases.text("The backup {name} is damaged and could not be written anew.", name=name))
            for name in standing.stuck
        ]
        self._draw(tuple(lines), state.old_copy)


class OldCopiesCard(_ListCard):
    """Old copies on this machine, which can only be deleted whole."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("Old copies on this machine"))
        words = look.phrases.text(
            "Each of these holds everybody as they were on its day, also those who were destroyed since."
            " If you delete one, you cannot go back to that day with it. Your record and your backups stay."
        )
        self.body.addWidget(Text(words))
        self.body.addLayout(self._place)
        self.hide()

    def show_state(self, state: State) -> None:
        """List them; hidden while there is none."""
        copies = state.standing.old_copies if state.standing else ()
        self.setVisible(bool(copies))
        lines = [(each.name, copy_words(each, self._look.phrases)) for each in copies]
        self._draw(tuple(lines), state.old_copy)


class BeyondCard(Card):
    """What this program cannot reach."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("What cannot be reached from here"))
        self._look = look
        text = look.phrases.text
        self.body.addWidget(
            Text(
                text(
                    "Sheets on paper, saved files, and copies on sticks stay where they are."
                    " Collect them and destroy them by hand. What the person has at home is theirs."
                )
            )
        )
        self._sticks = Text("", TextKind.MUTED)
        self.body.addWidget(self._sticks)
        self.hide()

    def show_state(self, state: State) -> None:
        """Say on which days backups were copied out, as far as the record knows."""
        phrases = self._look.phrases
        self.setVisible(state.standing is not None)
        days = [day_words(each, phrases) for each in state.standing.copied_out] if state.standing else []
        known = list(dict.fromkeys(days))
        words = phrases.text("This record knows of no backup that was copied out.")
        if known:
            words = phrases.text("Backups were copied out on: {days}.", days="; ".join(known))
        self._sticks.setText(words)


class GoneCard(Card):
    """Who was destroyed, by code and day."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("Destroyed"))
        self._look = look
        self._lines = Text("")
        self.body.addWidget(self._lines)
        self.hide()

    def show_state(self, state: State) -> None:
        """List them; hidden while there is nobody."""
        gone = state.standing.gone if state.standing else ()
        self.setVisible(bool(gone))
        self._lines.setText("\n".join(gone_words(each, self._look.phrases) for each in gone))
