"""The recovery sheet on screen: its groups in big digits, the ways onto paper, and two groups typed back.

It must not keep a digit, nor know whether the sheet is in force.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from iroc_desktop.domain.recovery import DIGITS
from iroc_desktop.domain.summary import Paper
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.line_field import LineField
from iroc_desktop.ui.widgets.saving_place import ask_place

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
        """Frame it as the place to look at, and go there."""
        self.line.setProperty("wrong", wrong)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        if wrong:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.line.selectAll()


class WaysOntoPaper(QWidget):
    """Print and save, whether the sheet is ready, and where to keep it."""

    printed = Signal(object)
    """A printer was chosen: what puts a PDF on it, and returns whether it took it."""
    saved = Signal(object)
    """A `Path` was chosen."""

    def __init__(self, look: Look, paper: Paper) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._look, self._paper = look, paper
        text = look.phrases.text
        self.print = Button(look, text("Print the sheet…"), icon="printer")
        self.print.clicked.connect(self._print)
        self.save = Button(look, text("Save as PDF…"), icon="save")
        self.save.clicked.connect(self._save)
        row = QWidget()
        row.setObjectName("clear")
        flow = FlowLayout(row, gap=look.theme.space(1.5))
        flow.addWidget(self.print)
        flow.addWidget(self.save)
        self._taken = Text("", TextKind.MUTED)
        self._taken.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(2))
        column.addWidget(row)
        column.addWidget(self._taken)
        column.addWidget(Text(text("Keep it locked away, and away from this machine."), TextKind.MUTED))
        self.setFocusProxy(self.print)

    def show_taken(self, *, free: bool, taken: bool) -> bool:
        """Show whether it can be asked for now, and whether it is there; return whether it has just come."""
        for button in (self.print, self.save):
            button.setEnabled(free)
        came = taken and self._taken.isHidden()
        self._taken.setText(self._look.phrases.text("The sheet is ready.") if taken else "")
        self._taken.setVisible(taken)
        return came

    def _print(self) -> None:
        # imported here: it is needed once in the life of a machine, and the first window has to be quick
        from iroc_desktop.ui.widgets.printing import ask_printer

        send = ask_printer(self, self._look.phrases.text("recovery-sheet"), self._paper)
        if send is not None:
            self.printed.emit(send)

    def _save(self) -> None:
        text = self._look.phrases.text
        name = f"{text('recovery-sheet')}.pdf"
        path = ask_place(self, text("Save as PDF…"), name, (text("PDF files (*.pdf)"),))
        if path is not None:
            self.saved.emit(path)


class TypedBack(QWidget):
    """Two of the groups, typed from the paper."""

    edited = Signal(object)
    """What is typed in both, as a tuple."""
    submitted = Signal()

    def __init__(self, look: Look, asked: tuple[int, int], typed: tuple[str, str]) -> None:
        """Ask for the groups with the numbers `asked`, with what was `typed` so far."""
        super().__init__()
        self.setObjectName("clear")
        self._asked = asked
        self._tried: object = None
        self.fields = tuple(GroupField(look, *each) for each in zip(asked, typed, strict=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(2))
        for field in self.fields:
            field.line.textEdited.connect(self._type)
            field.line.returnPressed.connect(self.submitted)
            column.addWidget(field)
        words = look.phrases.text("To see the digits once more, go back.")
        column.addWidget(Text(words, TextKind.MUTED))
        self.setFocusProxy(self.fields[0])

    def show_wrong(self, number: int, tried: object) -> None:
        """Go to the group that is not right, once for each try: nothing is marked while somebody types."""
        if tried is self._tried:
            return
        self._tried = tried
        for asked, field in zip(self._asked, self.fields, strict=True):
            field.show_wrong(wrong=asked == number)

    def _type(self) -> None:
        first, second = self.fields
        self.edited.emit((first.line.text(), second.line.text()))
        if first.line.hasFocus() and len("".join(first.line.text().split())) == DIGITS:
            second.line.setFocus(Qt.FocusReason.TabFocusReason)
