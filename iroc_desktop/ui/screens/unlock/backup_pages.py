"""The way out of a damaged record: the backups there are, what bringing one back means, and that it is back.

They must not delete anything: the damaged record is set aside.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.models.backup_words import amount, breakable, when, when_in_full
from iroc_desktop.ui.screens.unlock.passphrase_pages import buttons_in_a_row, column_of
from iroc_desktop.ui.screens.unlock.presenter import UnlockPresenter
from iroc_desktop.ui.screens.unlock.state import Busy, Found, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind

AT_FIRST = 5
"""So many backups are listed before somebody asks for the older ones."""


class BackupsPage(QWidget):
    """The backups that were read through, newest first."""

    def __init__(self, presenter: UnlockPresenter, look: Look, _: State) -> None:
        super().__init__()
        self._presenter, self._look = presenter, look
        self._drawn: tuple[Found, ...] | None = None
        self.rows: list[Button] = []
        text = look.phrases.text
        self._words = Text("", TextKind.QUESTION)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look.theme.space(1.5))
        self.older = Button(look, "", ButtonKind.QUIET)
        self.older.clicked.connect(self._list_all)
        self.older.hide()
        self.back = Button(look, text("Back"), icon="arrow-left")
        self.back.clicked.connect(presenter.back)
        layout = column_of(self, look)
        layout.addWidget(Heading(text("Bring back a backup"), TextKind.DISPLAY))
        layout.addWidget(self._words)
        layout.addLayout(self._lines)
        layout.addWidget(self.older, alignment=Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(buttons_in_a_row(look, self.back))
        self.setFocusProxy(self.back)

    def show_state(self, state: State) -> None:
        """Show the backups once they were read through."""
        words = _listed_words(state, self._look.phrases)
        if words != self._words.text():
            announce(self, words)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        if state.found is not None and state.found != self._drawn:
            self._draw(state.found, AT_FIRST)
        self.back.setEnabled(not state.is_busy)

    def _draw(self, found: tuple[Found, ...], most: int) -> None:
        self._drawn = found
        phrases = self._look.phrases
        first, waiting = not self.rows, self.back.hasFocus() or not self.back.isEnabled()
        for each in found[len(self.rows) : most]:
            row = self._row(each)
            self._lines.addWidget(row)
            # at once, or the keyboard could not be put there
            row.show()
        hidden = len(found) - len(self.rows)
        self.older.setText(phrases.plural("Show {count} older one", "Show {count} older ones", hidden))
        self.older.setVisible(bool(hidden))
        if self.rows:
            self.setFocusProxy(self.rows[0])
            before: QWidget = self.rows[0]
            for after in (*self.rows[1:], self.older, self.back):
                QWidget.setTabOrder(before, after)
                before = after
        if first and waiting and self.rows:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, found: Found) -> QWidget:
        phrases, row = self._look.phrases, QWidget()
        button = Button(self._look, phrases.text("Bring back…"))
        day = when(found.backup, phrases)
        button.setAccessibleName(phrases.text("Bring back the backup of {when}", when=day))
        button.setAccessibleDescription(amount(found.counts, phrases))
        button.clicked.connect(lambda: self._presenter.consider(found.backup))
        self.rows.append(button)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.space(0.5))
        column.addWidget(Text(when_in_full(found.backup, phrases), TextKind.LABEL))
        column.addWidget(Text(amount(found.counts, phrases), TextKind.MUTED))
        column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeading)
        return row

    def _list_all(self) -> None:
        shown = len(self.rows)
        self._draw(self._drawn or (), len(self._drawn or ()))
        if shown < len(self.rows):
            self.rows[shown].setFocus(Qt.FocusReason.OtherFocusReason)


class PreviewPage(QWidget):
    """What bringing one backup back means."""

    def __init__(self, presenter: UnlockPresenter, look: Look, state: State) -> None:
        super().__init__()
        self._look = look
        phrases, text = look.phrases, look.phrases.text
        self._go = Button(look, text("Bring this backup back"), ButtonKind.PRIMARY)
        self._go.clicked.connect(presenter.bring_back)
        self._back = Button(look, text("Back"), icon="arrow-left")
        self._back.clicked.connect(presenter.back)
        self._busy = Text("", TextKind.MUTED)
        layout = column_of(self, look)
        chosen = next((each for each in state.found or () if each.backup == state.chosen), None)
        if chosen is not None:
            heading = text("Bring back the backup of {when}?", when=when(chosen.backup, phrases))
            layout.addWidget(Heading(heading, TextKind.TITLE))
            layout.addWidget(
                Text(text("In this backup: {amount}", amount=amount(chosen.counts, phrases)), TextKind.LABEL)
            )
            for words in _meaning(chosen, phrases):
                layout.addWidget(Text(words))
        layout.addWidget(buttons_in_a_row(look, self._go, self._back))
        layout.addWidget(self._busy)
        self.setFocusProxy(self._go)

    def show_state(self, state: State) -> None:
        """Show whether it is on its way."""
        words = self._look.phrases.text("Bringing the backup back. Please leave the machine on…")
        busy = state.busy is Busy.BRINGING_BACK
        if busy and self._busy.text() != words:
            announce(self, words)
        self._busy.setText(words if busy else "")
        self._busy.setVisible(busy)
        for button in (self._go, self._back):
            button.setEnabled(not busy)


class BroughtBackPage(QWidget):
    """That it is back, where the damaged record lies, and the way in."""

    def __init__(self, presenter: UnlockPresenter, look: Look, state: State) -> None:
        super().__init__()
        text = look.phrases.text
        self._open = Button(look, text("Open the record"), ButtonKind.PRIMARY)
        passphrase = state.typed.passphrase
        self._open.clicked.connect(lambda: presenter.unlock(passphrase))
        layout = column_of(self, look)
        layout.addWidget(Heading(text("The backup is back."), TextKind.DISPLAY))
        if state.aside is not None:
            folder = breakable(state.aside)
            layout.addWidget(
                Text(text("The damaged record was set aside, not deleted. It is in {folder}.", folder=folder))
            )
        layout.addWidget(buttons_in_a_row(look, self._open))
        self.setFocusProxy(self._open)

    def show_state(self, state: State) -> None:
        """Show whether it is opening."""
        self._open.setEnabled(not state.is_busy)


def _listed_words(state: State, phrases: Phrases) -> str:
    if state.busy is Busy.LOOKING:
        return phrases.text("Looking for backups, and reading each of them through…")
    if state.found is None:
        return ""
    if not state.found:
        return phrases.text(
            "There is no whole backup on this machine. Leave the data folder as it is, and look for a stick "
            "with a copy."
        )
    return phrases.text("These were read through and are whole. The newest one is on top.")


def _meaning(found: Found, phrases: Phrases) -> tuple[str, ...]:
    day = when(found.backup, phrases)
    return (
        phrases.text("What was written after {when} is not in this backup.", when=day),
        phrases.text("The damaged record is set aside in the data folder. It is not deleted."),
        phrases.text("Your passphrase stays the same."),
    )
