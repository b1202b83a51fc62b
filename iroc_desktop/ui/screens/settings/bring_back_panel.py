"""What bringing a backup back would change, and the two ways on.

It must not bring anything back before a box was ticked that says so.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.backups import Preview
from iroc_desktop.ui.models.backup_words import amount, when
from iroc_desktop.ui.screens.settings.backup_sentences import what_changes
from iroc_desktop.ui.screens.settings.backups_presenter import BackupsPresenter, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.tick import Tick


class BringBackPanel(QWidget):
    """Hidden until a backup is considered."""

    def __init__(self, presenter: BackupsPresenter, look: Look) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._look = look
        self._drawn: Preview | None = None
        text = look.phrases.text
        self._heading = Heading("")
        self._now, self._then = Text("", TextKind.LABEL), Text("", TextKind.LABEL)
        self._changes = Text("")
        self.understood = Tick(look, text("I have read this, and want this backup back"))
        self.understood.clicked.connect(presenter.understand)
        self.keep = Button(look, text("Leave everything as it is"))
        self.keep.clicked.connect(presenter.keep_present)
        self.go = Button(look, text("Bring this backup back"), ButtonKind.DANGER)
        self.go.clicked.connect(presenter.bring_back)
        self._lay_out()
        self.hide()

    def show_state(self, state: State) -> None:
        """Show the preview, if there is one."""
        preview = state.preview
        self.setVisible(preview is not None)
        if preview is not None:
            self.understood.show_as(ticked=state.understood)
            self.go.setEnabled(state.understood)
            if preview is not self._drawn:
                self._draw(preview)
        self._drawn = preview

    def _draw(self, preview: Preview) -> None:
        phrases = self._look.phrases
        heading = phrases.text("Bring back the backup of {when}?", when=when(preview.backup, phrases))
        self._heading.setText(heading)
        now, then = amount(preview.now, phrases), amount(preview.then, phrases)
        self._now.setText(phrases.text("In your record now: {amount}", amount=now))
        self._then.setText(phrases.text("In this backup: {amount}", amount=then))
        self._changes.setText(what_changes(preview, phrases))
        announce(self, heading)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        look, text = self._look, self._look.phrases.text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.theme.space(), 0, look.theme.space())
        column.addWidget(self._heading)
        column.addWidget(self._now)
        column.addWidget(self._then)
        column.addWidget(self._changes)
        after = text("Then the program locks. Unlock it with the passphrase you use today.")
        column.addWidget(Text(after, TextKind.MUTED))
        column.addWidget(self.understood)
        ways = QWidget()
        ways.setObjectName("clear")
        flow = FlowLayout(ways, gap=look.theme.space())
        flow.addWidget(self.keep)
        flow.addWidget(self.go)
        column.addWidget(ways)
