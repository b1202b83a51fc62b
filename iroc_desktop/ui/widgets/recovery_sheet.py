"""The recovery sheet on screen: its groups in big digits, a warning, and a field for one group typed back.

It must not keep a digit, nor know whether the sheet is in force.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.line_field import LineField

_MOST_BESIDE = 125
"""The largest text, in percent, at which four groups stand beside each other."""


def sheet_groups(look: Look, groups: tuple[str, ...]) -> QWidget:
    """Return the groups of a sheet, each under its number."""
    holder = QWidget()
    holder.setObjectName("clear")
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.theme.space(3))
    grid.setVerticalSpacing(look.theme.space())
    columns = 4 if look.theme.text_scale <= _MOST_BESIDE else 2
    for place, group in enumerate(groups):
        row, column = divmod(place, columns)
        digits = Text(group, TextKind.TITLE, wrap=False)
        digits.setAccessibleName(
            look.phrases.text("Group {number}: {digits}", number=place + 1, digits=" ".join(group))
        )
        cell = QVBoxLayout()
        cell.setSpacing(0)
        cell.addWidget(Text(str(place + 1), TextKind.SMALL, wrap=False))
        cell.addWidget(digits)
        grid.addLayout(cell, row, column)
    grid.setColumnStretch(columns, 1)
    return holder


def notice(look: Look, words: str) -> QFrame:
    """Return words that stand out, to be read before going on."""
    frame = QFrame()
    frame.setProperty("kind", "notice")
    frame.setAccessibleName(words)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(*(4 * (look.theme.space(1.5),)))
    layout.addWidget(Text(words, TextKind.LABEL))
    return frame


class GroupField(QWidget):
    """A label and a short field for the digits of one group."""

    def __init__(self, look: Look, number: int, digits: str) -> None:
        """Ask for group `number`, with the `digits` that were typed so far."""
        super().__init__()
        self.setObjectName("clear")
        self.line = LineField(digits)
        label = look.phrases.text("Group {number}", number=number)
        self.line.setAccessibleName(label)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        self.line.setMaximumWidth(look.theme.grown(220))
        caption = Text(label, TextKind.LABEL)
        caption.setBuddy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(0.5))
        column.addWidget(caption)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def show_wrong(self, *, wrong: bool) -> None:
        """Frame it as the place to look at, and go there when it has only just become that."""
        was = bool(self.line.property("wrong"))
        self.line.setProperty("wrong", wrong)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        if wrong and not was:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.line.selectAll()
