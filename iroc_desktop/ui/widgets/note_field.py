"""A field for a note in several lines; it grows with what is written.

It must not lose a keystroke: what was typed is told soon after the last key, on leaving, and on `flush`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.labels import Text, TextKind

PAUSE_MS = 500
"""How long after the last key a note is told, in milliseconds."""

LONG_PAUSE_MS = 2_500
"""The same, where each telling is written into the log: long enough to finish a thought."""

SHORTEST_LINES = 2
TALLEST_LINES = 8


class NoteField(QWidget):
    """A label above a multi-line field. Tab leaves it; Enter makes a new line."""

    edited = Signal(str)
    """The whole text after a change, told once typing pauses, on focus out and on `flush`."""

    def __init__(
        self,
        look: Look,
        label: str,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        lines: int = SHORTEST_LINES,
        pause_ms: int = PAUSE_MS,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = lines
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self.flush)
        self._field = self._make_field(label, hint)
        self._caption = Text(label, TextKind.LABEL)
        self._caption.setBuddy(self._field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.space(0.5))
        layout.addWidget(self._caption)
        layout.addWidget(self._field)
        self.setFocusProxy(self._field)
        self._grow()

    def set_label(self, label: str) -> None:
        """Call the field something else."""
        self._caption.setText(label)
        self._field.setAccessibleName(label)

    def text(self) -> str:
        """Return what stands in the field now."""
        return self._field.toPlainText()

    def set_text(self, text: str) -> None:
        """Show `text` without telling anybody; a field that is being typed in is left alone."""
        if self._pause.isActive() or text == self.text():
            return
        self._told = text
        self._field.setPlainText(text)
        self._pause.stop()

    def set_read_only(self, read_only: bool) -> None:
        """Allow or forbid writing; the text can be read and copied either way."""
        self._field.setReadOnly(read_only)

    def flush(self) -> None:
        """Tell at once what has not been told yet."""
        self._pause.stop()
        text = self.text()
        if text != self._told:
            self._told = text
            self.edited.emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tell the text when the field is left or hidden, and grow again when it is reshaped."""
        if (isinstance(event, QFocusEvent) and event.lostFocus()) or event.type() == QEvent.Type.Hide:
            self.flush()
        elif event.type() == QEvent.Type.FontChange:
            # it was as high as lines of the program's text size; on a larger page its letters are larger
            self._grow(self._field.document().documentLayout().documentSize())
        return super().eventFilter(watched, event)

    def _make_field(self, label: str, hint: str) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setTabChangesFocus(True)
        field.setPlaceholderText(hint)
        field.setAccessibleName(label)
        field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        field.textChanged.connect(self._pause.start)
        field.document().documentLayout().documentSizeChanged.connect(self._grow)
        field.installEventFilter(self)
        return field

    def _grow(self, size: QSizeF | None = None) -> None:
        # QPlainTextEdit measures its document in lines, not in pixels
        written = round(size.height()) if size is not None else 1
        shown = min(max(written, self._lines), TALLEST_LINES)
        around = 2 * (self._look.theme.space(0.75) + self._look.theme.focus_width) + 8
        self._field.setFixedHeight(shown * self._field.fontMetrics().lineSpacing() + around)
