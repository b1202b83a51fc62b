"""The prompt for the recovery sheet: a field for each group of digits.

It must not judge digits by itself; the presenter names the group that cannot be right.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from iroc_desktop.domain.recovery import DIGITS, GROUPS, split_digits
from iroc_desktop.ui.screens.unlock.presenter import UnlockPresenter
from iroc_desktop.ui.screens.unlock.state import State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.line_field import LineField


class DigitsPage(QWidget):
    """Eight short fields; all the digits can be pasted into any of them."""

    def __init__(self, presenter: UnlockPresenter, look: Look, state: State) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._typed = state.typed
        self._told: object = None
        text = look.phrases.text
        self._fields = [_GroupField(number, look, self) for number in range(1, GROUPS + 1)]
        for field, group in zip(self._fields, state.groups, strict=True):
            field.setText(group)
        onward = Button(look, text("Go on"), ButtonKind.PRIMARY)
        onward.clicked.connect(self._check)
        back = Button(look, text("Back"), icon="arrow-left")
        back.clicked.connect(presenter.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.space(2))
        layout.addWidget(Heading(text("Your recovery sheet"), TextKind.DISPLAY))
        layout.addWidget(
            Text(text("Type the eight groups of digits that stand on the sheet."), TextKind.QUESTION)
        )
        layout.addLayout(self._grid())
        row = QWidget()
        flow = FlowLayout(row, gap=look.theme.space(1.5))
        flow.addWidget(onward)
        flow.addWidget(back)
        layout.addWidget(row)
        self.setFocusProxy(self._fields[0])

    def show_state(self, state: State) -> None:
        """Go to the group that cannot be right."""
        self._typed = state.typed
        # once for each try: the keyboard must not be pulled away, nor the digits marked, while somebody types
        if state.error is self._told:
            return
        self._told = state.error
        for field in self._fields:
            field.mark(wrong=field.number == state.wrong_group)
        if state.wrong_group:
            wrong = self._fields[state.wrong_group - 1]
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            wrong.selectAll()

    def spread(self, text: str) -> bool:
        """Fill every field from pasted digits; return False when they are not a whole sheet."""
        groups = split_digits(text)
        if len(groups) != GROUPS:
            return False
        for field, group in zip(self._fields, groups, strict=True):
            field.setText(group)
        self._fields[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.keep()
        return True

    def keep(self) -> None:
        """Hand on what is typed so far."""
        self._presenter.edit(replace(self._typed, groups=tuple(each.text() for each in self._fields)))

    def follow(self, number: int) -> None:
        """Move on from a group that is complete."""
        if number < GROUPS and self._fields[number - 1].hasFocus():
            self._fields[number].setFocus(Qt.FocusReason.TabFocusReason)

    def _check(self) -> None:
        self._presenter.check_digits(tuple(field.text().strip() for field in self._fields))

    def submit(self) -> None:
        """Do as the button does, when Enter is pressed."""
        self._check()

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._look.theme.space(1.5))
        grid.setVerticalSpacing(self._look.theme.space(0.5))
        columns = 4 if self._look.theme.text_scale <= 150 else 2
        for place, field in enumerate(self._fields):
            row, column = divmod(place, columns)
            caption = Text(self._look.phrases.text("Group {number}", number=field.number), TextKind.MUTED)
            caption.setBuddy(field)
            grid.addWidget(caption, 2 * row, column)
            grid.addWidget(field, 2 * row + 1, column)
        return grid


class _GroupField(LineField):
    """Six digits."""

    def __init__(self, number: int, look: Look, page: DigitsPage) -> None:
        super().__init__()
        self.number = number
        self._page = page
        self.setAccessibleName(look.phrases.text("Group {number}", number=number))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        self.textEdited.connect(self._follow)
        self.returnPressed.connect(page.submit)

    def mark(self, *, wrong: bool) -> None:
        """Frame it as the place to look at."""
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let a pasted sheet fill every field."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._page.spread(_pasted()):
            return
        super().keyPressEvent(event)

    def _follow(self, text: str) -> None:
        self._page.keep()
        # text can also arrive whole, from a drop, a menu or an input method
        if len(text) > DIGITS and self._page.spread(text):
            return
        if len("".join(text.split())) == DIGITS:
            self._page.follow(self.number)


def _pasted() -> str:
    return QGuiApplication.clipboard().text(QClipboard.Mode.Clipboard)
