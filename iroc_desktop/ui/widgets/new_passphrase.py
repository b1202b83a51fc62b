"""Two fields for a new passphrase: typed twice, or once where it can be read.

It must not judge a passphrase, nor keep it when it is gone from the screen.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.passphrase_field import PassphraseField


class NewPassphrase(QWidget):
    """The passphrase with its strength, the same once more, and the least length once it is known."""

    edited = Signal(str, str, bool)
    """The passphrase, what stands in the second field, and whether the first can be read."""
    submitted = Signal()
    """Enter was pressed."""

    def __init__(
        self, look: Look, label: str, *, first: str = "", again: str = "", shown: bool = False
    ) -> None:
        """Begin with what was typed before."""
        super().__init__()
        self.setObjectName("clear")
        self._look = look
        self.first = PassphraseField(look, label)
        self.again = PassphraseField(look, look.phrases.text("The same once more"))
        self._least = Text("", TextKind.MUTED)
        self._wrong = (False, False)
        self._shown = shown
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(1.5))
        for part in (self.first, self.again, self._least):
            column.addWidget(part)
        self._fill(first, again)
        for field in (self.first, self.again):
            field.changed.connect(self._tell)
            field.submitted.connect(self.submitted)
        self.again.setVisible(not shown)
        self._least.hide()
        self.setFocusProxy(self.first)

    def show_strength(self, step: int, words: str, least: int | None) -> None:
        """Show how strong it seems, and the least number of characters once that is known."""
        self.first.show_strength(step, words)
        text = self._look.phrases.text
        self._least.setText("" if least is None else text("At least {least} characters.", least=least))
        self._least.setVisible(least is not None)

    def show_wrong(self, *, first: bool, again: bool) -> None:
        """Frame the field to look at, and go there when it has only just become wrong."""
        before, self._wrong = self._wrong, (first, again)
        for field, wrong, was in zip((self.first, self.again), self._wrong, before, strict=True):
            field.set_wrong(wrong)
            if wrong and not was:
                field.select_all()

    def _fill(self, first: str, again: str) -> None:
        self.first.put(first)
        self.again.put(again)
        if self._shown:
            self.first.show_words()
        self.first.revealed.connect(self._reveal)

    def _reveal(self, shown: bool) -> None:
        self._shown = shown
        self.again.setVisible(not shown)
        self._tell()

    def _tell(self, _: str = "") -> None:
        self.edited.emit(self.first.text(), self.again.text(), self._shown)
