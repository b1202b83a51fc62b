"""Whether a saved file shall ask for a passphrase, and which: for every place where a paper is saved.

It must not keep the passphrase once the place is left, nor lock what is printed or shown.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.pdf_passphrases import prepared
from iroc_desktop.ui.messages.errors import message_for
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.passphrase_field import PassphraseField
from iroc_desktop.ui.widgets.tick import Tick


class Protecting(QWidget):
    """A tick, off at first; below it, once it is ticked, the passphrase and what it does."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._look = look
        text = look.phrases.text
        self.wanted = Tick(look, text("Ask for a passphrase to open the saved file"))
        self.field = PassphraseField(look, text("Passphrase for this file"))
        self.trouble = Text("", TextKind.LABEL)
        about = text(
            "Only someone who knows it can open the file. Tell the person what it is: nobody can find it out "
            "later, and the program does not keep it. What you print has no passphrase."
        )
        self._more = QWidget()
        self._more.setObjectName("clear")
        inner = QVBoxLayout(self._more)
        inner.setContentsMargins(0, 0, 0, 0)
        for part in (self.field, self.trouble, Text(about, TextKind.SMALL)):
            inner.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.wanted)
        column.addWidget(self._more)
        self._more.hide()
        self.trouble.hide()
        self.wanted.clicked.connect(self._unfold)
        self.field.changed.connect(self._no_trouble)

    def passphrase(self) -> str | None:
        """Return the passphrase to save with, "" for none.

        Return None where one is wanted and does not do yet: then the field says why, and has the keyboard.
        """
        if not self.wanted.box.isChecked():
            return ""
        typed = self.field.text()
        try:
            prepared(typed)
        except ExpectedError as error:
            self._tell(error)
            return None
        return typed

    def forget(self) -> None:
        """Let go of what was typed, and ask for nothing any more."""
        self.wanted.show_as(ticked=False)
        self._unfold(wanted=False)

    def _unfold(self, wanted: bool) -> None:
        self.field.clear()
        self._more.setVisible(wanted)
        if wanted:
            # what is typed once has to be seen, and is meant to be told
            self.field.show_words()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._come_into_sight()

    def _tell(self, error: ExpectedError) -> None:
        words = message_for(error, self._look.phrases).whole
        self.trouble.setText(words)
        self.trouble.show()
        self.field.set_wrong(wrong=True)
        self.field.select_all()
        self._come_into_sight()
        announce(self, words)

    def _come_into_sight(self) -> None:
        """Scroll the page it stands on, so that the field and what is said about it can be seen."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea):
            page = around
            # what was folded has no place yet
            QTimer.singleShot(0, self._more, lambda: page.ensureWidgetVisible(self._more))

    def _no_trouble(self) -> None:
        if not self.trouble.isHidden():
            self.trouble.hide()
            self.field.set_wrong(wrong=False)
