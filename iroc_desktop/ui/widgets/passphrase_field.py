"""A field for a passphrase: hidden or shown, pasted or typed, with a word on how strong it seems.

It must not judge by itself, keep a copy, or tell anybody else what was typed.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.labels import Text, TextKind

STEPS = 4
"""The strongest step that `show_strength` knows; 0 is nothing yet."""


class PassphraseField(QWidget):
    """A label, a line and an eye. The bar shows only after `show_strength` was called."""

    changed = Signal(str)
    """What stands there, after each key."""
    submitted = Signal()
    """Enter was pressed."""
    revealed = Signal(bool)
    """Whether what is typed can be read now."""

    def __init__(self, look: Look, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._line = QLineEdit()
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.setAccessibleName(label)
        self._line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._line.textChanged.connect(self.changed)
        self._line.returnPressed.connect(self.submitted)
        self._eye = self._make_eye()
        self._bar = StrengthBar(look)
        self._word = Text("", TextKind.MUTED)
        caption = Text(label, TextKind.LABEL)
        caption.setBuddy(self._line)
        row = QHBoxLayout()
        row.setSpacing(look.theme.space())
        row.addWidget(self._line, 1)
        row.addWidget(self._eye)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.space(0.5))
        layout.addWidget(caption)
        layout.addLayout(row)
        layout.addWidget(self._bar)
        layout.addWidget(self._word)
        self._bar.hide()
        self._word.hide()
        self.setFocusProxy(self._line)

    def text(self) -> str:
        """Return what stands in the line."""
        return self._line.text()

    def put(self, text: str) -> None:
        """Put back what was typed before."""
        self._line.setText(text)

    def clear(self) -> None:
        """Empty the line and hide what is typed next."""
        # unlike `clear`, this leaves nothing that Ctrl+Z could bring back
        self._line.setText("")
        self._eye.setChecked(False)

    def show_words(self) -> None:
        """Show what is typed, until the eye is pressed."""
        self._eye.setChecked(True)

    def show_strength(self, step: int, words: str) -> None:
        """Show how strong it seems: `step` from 0 to `STEPS`, and the same in `words`."""
        self._bar.set_step(step)
        self._word.setText(words)
        self._bar.show()
        self._word.setVisible(bool(words))
        self._line.setAccessibleDescription(words)

    def set_wrong(self, wrong: bool) -> None:
        """Frame the line as the place to look at."""
        self._line.setProperty("wrong", wrong)
        self._line.style().unpolish(self._line)
        self._line.style().polish(self._line)

    def select_all(self) -> None:
        """Put the keyboard here with everything selected, to be typed over."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.selectAll()

    def _make_eye(self) -> QToolButton:
        eye = QToolButton()
        eye.setCheckable(True)
        eye.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        side = round(self._look.theme.pixels(TypeSize.BASE) * 1.25)
        eye.setIconSize(QSize(side, side))
        eye.toggled.connect(self._reveal)
        self._dress_eye(eye, shown=False)
        return eye

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._line.setEchoMode(mode)
        self._dress_eye(self._eye, shown=shown)
        self.revealed.emit(shown)

    def _dress_eye(self, eye: QToolButton, *, shown: bool) -> None:
        phrases = self._look.phrases
        words = phrases.text("Hide the passphrase") if shown else phrases.text("Show the passphrase")
        eye.setIcon(self._look.icons.icon("eye-off" if shown else "eye"))
        eye.setAccessibleName(words)
        eye.setToolTip(words)


class StrengthBar(QWidget):
    """As many blocks as there are steps, filled from where reading begins."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = look.theme
        self._step = 0
        self.setFixedHeight(look.theme.space())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_step(self, step: int) -> None:
        """Fill `step` blocks."""
        self._step = step
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the blocks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = self._theme.space(0.5)
        width = (self.width() - gap * (STEPS - 1)) / STEPS
        for place in range(STEPS):
            column = STEPS - 1 - place if self.isRightToLeft() else place
            box = QRectF(column * (width + gap), 0.5, width, self.height() - 1).adjusted(0.5, 0, -0.5, 0)
            filled = place < self._step
            painter.setPen(QColor(self._theme.colour("accent" if filled else "control_line")))
            painter.setBrush(QColor(self._theme.colour("accent" if filled else "card")))
            painter.drawRoundedRect(box, 3, 3)
