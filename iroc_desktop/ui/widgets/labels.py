"""Plain words on a screen, in the steps of the type scale.

It must not read mark-up: what people typed is shown as it is, never as a tag.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class TextKind(StrEnum):
    """What a text is for; the style sheet knows how each looks."""

    BODY = "body"
    MUTED = "muted"
    SMALL = "small"
    LABEL = "label"
    HEADING = "heading"
    TITLE = "title"
    DISPLAY = "display"
    QUESTION = "question"
    ERROR = "error"


class Text(QLabel):
    """Words that wrap, can be selected with the mouse and are never taken for mark-up."""

    def __init__(
        self,
        words: str = "",
        kind: TextKind = TextKind.BODY,
        parent: QWidget | None = None,
        *,
        wrap: bool = True,
    ) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind.value)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_kind(self, kind: TextKind) -> None:
        """Show the words as another kind of text."""
        self.setProperty("kind", kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()


class Heading(Text):
    """The name of a card, a page or a question; `kind` is HEADING, TITLE or DISPLAY."""

    def __init__(
        self, words: str = "", kind: TextKind = TextKind.HEADING, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, kind, parent)
