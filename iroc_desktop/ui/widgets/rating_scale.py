"""The row of big buttons with which a person rates: a number and its word on each.

It must not know which indicator is rated, nor count on six steps.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.step_button import StepButton

_DIGITS = {Qt.Key(Qt.Key.Key_0 + digit): digit for digit in range(10)}


class RatingScale(QWidget):
    """Buttons for every step of a scale; wraps into even, lower rows where there is little room.

    Number keys rate, Backspace or Delete clears, up and down move between the buttons, and left and right
    (mirrored where reading goes the other way) ask for the indicator before or after. Tab stops here once.
    """

    rated = Signal(int)
    """A step was chosen, also when it was chosen already, so that the practitioner can move on."""
    cleared = Signal()
    """The rating was taken away."""
    moved = Signal(int)
    """The reader wants the indicator before (-1) or after (+1)."""

    def __init__(
        self, look: Look, steps: Mapping[int, str], area_token: str, parent: QWidget | None = None
    ) -> None:
        """Make a button for each of `steps` (number → word, lowest first)."""
        super().__init__(parent)
        self._look = look
        self._rating: int | None = None
        self._buttons = {step: StepButton(look, step, word, self) for step, word in steps.items()}
        for button in self._buttons.values():
            button.clicked.connect(self._on_clicked)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(look.phrases.text("Rating"))
        self.setAccessibleDescription(
            look.phrases.text(
                "Number keys rate, Backspace clears, the up and down arrows move between the steps."
            )
        )
        self.set_area(area_token)
        self._rove()

    @property
    def rating(self) -> int | None:
        """Return the step shown as chosen, or None."""
        return self._rating

    def set_rating(self, rating: int | None) -> None:
        """Show `rating` as chosen, or none, without telling anybody."""
        self._rating = rating
        for button in self._buttons.values():
            # one of many to a screen reader, and yet none of them has to be chosen
            button.setAutoExclusive(False)
        for step, button in self._buttons.items():
            button.setChecked(step == rating)
        for button in self._buttons.values():
            button.setAutoExclusive(True)
        self._rove()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name what is asked; a new question is said, for the focus may stay where it is."""
        fresh = name != self.accessibleName()
        super().setAccessibleName(name)
        if fresh and self.isVisible():
            announce(self, name)

    def set_area(self, area_token: str) -> None:
        """Fill the chosen button in the colour of this area."""
        for button in self._buttons.values():
            button.set_area(self._look.theme.area(area_token))

    def focus_rating(self) -> None:
        """Put the keyboard on the chosen button, or on the first."""
        self._entry().setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Rate, clear or move; other keys go on to the screen."""
        key = Qt.Key(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if not plain or not (self._rate_by(key) or self._move_by(key)):
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return True: fewer columns need more rows."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all rows when there are `width` pixels."""
        columns = self._columns(width)
        rows = -(-len(self._buttons) // columns)
        return rows * self._row_height(width, columns) + (rows - 1) * self._gap

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for one row."""
        width = len(self._buttons) * (self._widest() + self._gap)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of two buttons, or of one if there is only one."""
        width = self._widest(beside=True) * min(2, len(self._buttons)) + self._gap
        return QSize(width, self._look.theme.rating_target)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons in even rows, the first where reading begins."""
        columns = self._columns(self.width())
        width = (self.width() - (columns - 1) * self._gap) // columns
        height = self._row_height(self.width(), columns)
        for place, button in enumerate(self._buttons.values()):
            button.set_beside(columns < len(self._buttons))
            row, column = divmod(place, columns)
            box = QRect(column * (width + self._gap), row * (height + self._gap), width, height)
            button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    @property
    def _gap(self) -> int:
        return self._look.theme.space(1.25)

    def _widest(self, *, beside: bool = False) -> int:
        return max(button.least_width(beside=beside) for button in self._buttons.values())

    def _fitting(self, width: int, *, beside: bool) -> int:
        return max(1, (width + self._gap) // (self._widest(beside=beside) + self._gap))

    def _columns(self, width: int) -> int:
        every = len(self._buttons)
        if self._fitting(width, beside=False) >= every:
            return every
        rows = -(-every // min(self._fitting(width, beside=True), every))
        # words that only fit beside each other below their numbers must not come back on one row
        return -(-every // max(rows, min(2, every)))

    def _row_height(self, width: int, columns: int) -> int:
        each = (width - (columns - 1) * self._gap) // columns
        beside = columns < len(self._buttons)
        return max(button.height_at(each, beside=beside) for button in self._buttons.values())

    def _rate_by(self, key: Qt.Key) -> bool:
        step = _DIGITS.get(key)
        if step in self._buttons:
            self._choose(step)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._clear()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._focused())
        else:
            return False
        return True

    def _move_by(self, key: Qt.Key) -> bool:
        onward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(1 if key == onward else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._focus_beside(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _focused(self) -> int:
        return next(
            (step for step, button in self._buttons.items() if button.hasFocus()), next(iter(self._buttons))
        )

    def _focus_beside(self, by: int) -> None:
        steps = list(self._buttons)
        place = min(max(steps.index(self._focused()) + by, 0), len(steps) - 1)
        self._buttons[steps[place]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self) -> None:
        self._choose(next(step for step, button in self._buttons.items() if button is self.sender()))

    def _choose(self, step: int) -> None:
        self.set_rating(step)
        self._buttons[step].setFocus(Qt.FocusReason.OtherFocusReason)
        self.rated.emit(step)

    def _clear(self) -> None:
        if self._rating is not None:
            self.set_rating(None)
            self.cleared.emit()

    def _entry(self) -> StepButton:
        chosen = self._rating if self._rating in self._buttons else next(iter(self._buttons))
        return self._buttons[chosen]

    def _rove(self) -> None:
        entry = self._entry()
        for button in self._buttons.values():
            stop = Qt.FocusPolicy.StrongFocus if button is entry else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(stop)
        self.setFocusProxy(entry)
