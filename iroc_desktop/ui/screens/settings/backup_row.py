"""One backup in the list: when it was made, what is in it once somebody asks, and the way to bring it back.

It must not read anything: it tells what is wanted.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.backups import Backup
from iroc_desktop.ui.models.backup_words import amount, when, when_in_full
from iroc_desktop.ui.screens.settings.backups_presenter import State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind


class BackupRow(QWidget):
    """A line of words with two buttons, which wrap where there is little room."""

    asked = Signal(object)
    """The `Backup` whose counts are wanted."""
    wanted = Signal(object)
    """The `Backup` that may be brought back."""

    def __init__(self, look: Look, backup: Backup) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._look = look
        self.backup = backup
        text, day = look.phrases.text, when(backup, look.phrases)
        self._amount = Text("", TextKind.MUTED)
        self._amount.hide()
        self.count = Button(look, text("What is in it?"), ButtonKind.QUIET)
        self.count.setAccessibleName(text("What is in the backup of {when}?", when=day))
        self.bring_back = Button(look, text("Bring back…"), ButtonKind.QUIET)
        self.bring_back.setAccessibleName(text("Bring back the backup of {when}", when=day))
        self.count.clicked.connect(lambda: self.asked.emit(backup))
        self.bring_back.clicked.connect(lambda: self.wanted.emit(backup))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(when_in_full(backup, look.phrases), TextKind.LABEL))
        column.addWidget(self._amount)
        line = QWidget()
        line.setObjectName("clear")
        flow = FlowLayout(line, gap=look.theme.space())
        flow.addWidget(self.count)
        flow.addWidget(self.bring_back)
        column.addWidget(line)

    def show_state(self, state: State) -> None:
        """Show what is known about it."""
        phrases, name = self._look.phrases, self.backup.name
        counts = state.counts.get(name)
        damaged = name in state.damaged
        if damaged:
            words = phrases.text("This one is damaged and cannot be brought back.")
        else:
            words = amount(counts, phrases) if counts else ""
        self._amount.setText(words)
        self._amount.setVisible(bool(words))
        self.bring_back.setEnabled(not damaged)
