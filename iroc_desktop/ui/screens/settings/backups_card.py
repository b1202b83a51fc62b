"""Draws the backups: which there are, one more now, a copy elsewhere, and one brought back.

It must not know where they lie, nor read one before somebody asks.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from iroc_desktop.domain.backups import Backup
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.ui.messages.errors import message_for
from iroc_desktop.ui.models.backup_words import breakable
from iroc_desktop.ui.screens.settings.backup_row import BackupRow
from iroc_desktop.ui.screens.settings.backup_sentences import rehearsed, told
from iroc_desktop.ui.screens.settings.backups_presenter import BackupsPresenter, State
from iroc_desktop.ui.screens.settings.bring_back_panel import BringBackPanel
from iroc_desktop.ui.screens.settings.place_panel import PlacePanel
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.saving_place import AskFolder, ask_folder


class BackupsCard(Card):
    """Two buttons, what is going on, and the list."""

    unfolded = Signal(QWidget)
    """A part that was hidden shows now, and has to come into sight."""

    def __init__(self, presenter: BackupsPresenter, look: Look, ask: AskFolder = ask_folder) -> None:
        """Ask for folders with `ask`."""
        super().__init__(look, look.phrases.text("Backups"))
        self._presenter, self._look = presenter, look
        text = look.phrases.text
        self._error: ExpectedError | None = None
        self._listed: tuple[Backup, ...] = ()
        self._considered: Backup | None = None
        self.rows: list[BackupRow] = []
        self.now = Button(look, text("Back up now"), icon="save")
        self.now.clicked.connect(presenter.back_up_now)
        self.copy = Button(look, text("Copy to a stick…"), icon="usb")
        self.copy.clicked.connect(presenter.choose_place)
        self.fetch = Button(look, text("From a stick…"), icon="download")
        self.fetch.clicked.connect(self._fetch)
        self._ask = ask
        self.older = Button(look, "", ButtonKind.QUIET)
        self.older.clicked.connect(self._list_all)
        self.told = Text("", TextKind.LABEL)
        self.banner = Banner(look)
        self.places = PlacePanel(presenter, look, ask)
        self.panel = BringBackPanel(presenter, look)
        self.rehearsed = Text("", TextKind.MUTED)
        self._aside = Text("", TextKind.MUTED)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look.theme.space())
        self._lay_out()

    def begin(self) -> None:
        """Show what the presenter knows from now on."""
        self._presenter.attach(self.show_state)

    def leave(self) -> None:
        """Show nothing more."""
        self._presenter.detach()

    def show_state(self, state: State) -> None:
        """Draw everything there is to know."""
        text = self._look.phrases.text
        words = told(state, self._look.phrases)
        if words and words != self.told.text():
            announce(self, words)
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self._show_error(state.error)
        self._show_panels(state)
        if state.listed != self._listed:
            self._draw(state.listed)
        for row in self.rows:
            row.show_state(state)
        self.older.setText(
            self._look.phrases.plural("Show {count} older one", "Show {count} older ones", state.hidden)
        )
        self.older.setVisible(bool(state.hidden))
        tried_out = rehearsed(state, self._look.phrases)
        self.rehearsed.setText(tried_out)
        self.rehearsed.setVisible(bool(tried_out))
        folders = ", ".join(breakable(each) for each in state.set_aside)
        self._aside.setText(text("Records that were set aside, not deleted: {folders}", folders=folders))
        self._aside.setVisible(bool(state.set_aside))

    def _show_panels(self, state: State) -> None:
        within = QApplication.focusWidget()
        held = [each for each in (self.places, self.panel) if within and each.isAncestorOf(within)]
        considered, self._considered = self._considered, state.preview.backup if state.preview else None
        folded = [each for each in (self.places, self.panel) if each.isHidden()]
        self.places.show_state(state)
        self.panel.show_state(state)
        for each in folded:
            if not each.isHidden():
                self.unfolded.emit(each)
        if not any(each.isHidden() for each in held):
            return
        # what had the keyboard is gone: it goes back to where it came from
        rows = (each.bring_back for each in self.rows if each.backup == considered)
        target = next(rows, self.now) if self.panel in held else self.copy
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_error(self, error: ExpectedError | None) -> None:
        if error is None:
            self.banner.clear()
        elif error is not self._error:
            message = message_for(error, self._look.phrases)
            self.banner.show_problem(message.what, message.do)
        self._error = error

    def _draw(self, listed: tuple[Backup, ...]) -> None:
        self._listed = listed
        for row in self.rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [BackupRow(self._look, each) for each in listed]
        before: QWidget = self.panel.go
        for row in self.rows:
            row.asked.connect(self._presenter.count)
            row.wanted.connect(self._presenter.consider)
            self._lines.addWidget(row)
            row.show()
            for button in (row.count, row.bring_back):
                self.setTabOrder(before, button)
                before = button
        self.setTabOrder(before, self.older)

    def _fetch(self) -> None:
        chosen = self._ask(self, self._look.phrases.text("Folder with the copy"))
        if chosen is not None:
            self._presenter.bring_in(chosen)

    def _list_all(self) -> None:
        shown = len(self.rows)
        self._presenter.list_all()
        # the button is gone: the keyboard goes to the first of those it has shown
        self.rows[min(shown, len(self.rows) - 1)].count.setFocus()

    def _lay_out(self) -> None:
        text, space = self._look.phrases.text, self._look.theme.space
        about = text(
            "Copies of your whole record on this machine, encrypted as the record is. One is made after a "
            "change, when you leave or next unlock, and each is read through before it counts."
        )
        self.body.setSpacing(space(1.5))
        self.body.addWidget(Text(about, TextKind.MUTED))
        ways = QWidget()
        ways.setObjectName("clear")
        flow = FlowLayout(ways, gap=space())
        flow.addWidget(self.now)
        flow.addWidget(self.copy)
        flow.addWidget(self.fetch)
        for part in (ways, self.told, self.banner, self.places, self.panel):
            self.body.addWidget(part)
        self.body.addWidget(self.rehearsed)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.older, alignment=Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._aside)
        for part in (self.told, self.rehearsed, self.older, self._aside):
            part.hide()
