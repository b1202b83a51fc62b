"""What every page of first start is made of: a big heading, a sentence, fields with labels.

It must not know what any page asks.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from iroc_desktop.ui.screens.first_start.presenter import FirstStartPresenter, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.line_field import LineField


class StartPage(QWidget):
    """One thing at a time; a page is made anew each time it is turned to."""

    onward = ""
    """What the main button says on this page."""

    def __init__(self, presenter: FirstStartPresenter, look: Look, state: State) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._typed = state.typed
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(look.theme.space(2))
        self.onward = look.phrases.text("Go on")

    def show_state(self, state: State) -> None:
        """Show what is different; pages that have more to show add to this."""
        self._typed = state.typed

    def _title(self, words: str, sentence: str) -> None:
        self._body.addWidget(Heading(words, TextKind.DISPLAY))
        self._body.addWidget(Text(sentence, TextKind.QUESTION))

    def _line(self, field: str, label: str, hint: str = "", layout: QVBoxLayout | None = None) -> QLineEdit:
        line = LineField(getattr(self._typed, field))
        line.setAccessibleName(label)
        line.setAccessibleDescription(hint)
        line.textEdited.connect(lambda text: self._tell(**{field: text}))
        line.returnPressed.connect(self._presenter.proceed)
        caption = Text(label, TextKind.LABEL)
        caption.setBuddy(line)
        body = layout or self._body
        group = QVBoxLayout()
        group.setSpacing(self._look.theme.space(0.5))
        group.addWidget(caption)
        if hint:
            group.addWidget(Text(hint, TextKind.MUTED))
        group.addWidget(line)
        body.addLayout(group)
        return line

    def _tell(self, **changed: object) -> None:
        self._typed = replace(self._typed, **changed)  # type: ignore[arg-type]  # names of Typed's own fields
        self._presenter.edit(self._typed)


def mark(line: QLineEdit, *, wrong: bool) -> None:
    """Frame a field as the place to look at, and go there."""
    line.setProperty("wrong", wrong)
    line.style().unpolish(line)
    line.style().polish(line)
    if wrong:
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.selectAll()
