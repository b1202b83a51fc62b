"""A problem told in place: what happened in one sentence, what to do in the next.

It must not blame the reader, nor vanish before the problem has.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.ui.messages.errors import message_for
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.labels import Text, TextKind


class Banner(QFrame):
    """Hidden until there is something to say; a button appears when a way out is named."""

    acted = Signal()
    """The button was pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self._look = look
        self._told: ExpectedError | None = None
        theme = look.theme
        sign = QLabel()
        side = round(theme.pixels(TypeSize.BASE) * 1.4)
        sign.setPixmap(look.icons.pixmap("triangle-alert", "danger", side, self.devicePixelRatioF()))
        self._what = Text("", TextKind.LABEL)
        self._do = Text()
        self._button = Button(look, "")
        self._button.clicked.connect(self.acted)
        words = QVBoxLayout()
        words.setSpacing(theme.space(0.25))
        words.addWidget(self._what)
        words.addWidget(self._do)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(4 * (theme.space(1.5),)))
        layout.setSpacing(theme.space(1.5))
        layout.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_problem(self, what: str, do: str, action: str = "") -> None:
        """Say what happened and what to do; `action` is a verb for the button, if there is one."""
        self._what.setText(what)
        self._do.setText(do)
        self._do.setVisible(bool(do))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(what)
        self.setAccessibleDescription(do)
        self.show()
        announce(self, f"{what} {do}", urgent=True)

    def tell(self, error: ExpectedError | None) -> None:
        """Tell why something failed, once, with a way to try again; nothing when `error` is None."""
        if error is self._told:
            return
        self._told = error
        if error is None:
            self.clear()
        else:
            phrases = self._look.phrases
            message = message_for(error, phrases)
            self.show_problem(message.what, message.do, phrases.text("Try again"))

    def clear(self) -> None:
        """Hide it: the problem is gone."""
        self.hide()
