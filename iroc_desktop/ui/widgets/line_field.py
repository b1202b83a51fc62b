"""A field of one line that hears what dictation or a screen reader puts into it, as it hears keys.

It must not tell what the program itself shows there.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit


class LineField(QLineEdit):
    """Tells `textEdited` for every change that is not the program's own.

    Assistive technology sets the text from inside Qt, which tells `textChanged` but never `textEdited`.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._told = text
        self.textEdited.connect(self._remember)
        self.textChanged.connect(self._on_changed)

    def setText(self, text: str | None) -> None:  # noqa: N802 - Qt's name
        """Show `text` without telling that it was edited."""
        self._told = text or ""
        super().setText(text)

    def clear(self) -> None:
        """Empty the field without telling that it was edited."""
        self._told = ""
        super().clear()

    def _remember(self, text: str) -> None:
        self._told = text

    def _on_changed(self, text: str) -> None:
        if text != self._told:
            self.textEdited.emit(text)
