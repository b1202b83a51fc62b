"""A row of small marks that shows how far a conversation has come, and jumps to any of them.

It must not know indicators; it shows the dots it is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QToolTip, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.markers import Fill, draw_marker

_CELL = 26
"""The room of one mark in pixels at normal text size."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One indicator as a mark: FULL when rated, HALF when unrated with a reason, EMPTY when open."""

    name: str
    area_token: str
    fill: Fill


class ProgressDots(QWidget):
    """Marks in the shape of their area; a press or the arrow keys jump to one."""

    chosen = Signal(int)
    """The place of the mark that was chosen, from 0."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._dots: tuple[Dot, ...] = ()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleDescription(look.phrases.text("The arrow keys go from question to question."))

    def set_dots(self, dots: Sequence[Dot], current: int) -> None:
        """Show `dots`, the one at `current` (from 0) underlined."""
        self._dots = tuple(dots)
        self._current = current
        self.setAccessibleName(self.summary())
        self.updateGeometry()
        self.update()

    def summary(self) -> str:
        """Return how many are rated, in words."""
        rated = sum(dot.fill is Fill.FULL for dot in self._dots)
        return self._look.phrases.plural(
            "{rated} of {count} rated", "{rated} of {count} rated", len(self._dots), rated=rated
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for one line of marks."""
        return QSize(self._cell() * len(self._dots) + 4, self._cell() + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for a third of the marks, on three lines."""
        return QSize(self._cell() * max(1, -(-len(self._dots) // 3)) + 4, self._cell() + 4)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return True: marks flow onto more lines where there is little room."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all lines of marks."""
        return -(-len(self._dots) // self._columns(width)) * self._cell() + 4

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Jump with the arrow keys, Home and End."""
        onward = -1 if self.isRightToLeft() else 1
        target = {
            Qt.Key.Key_Right: self._current + onward,
            Qt.Key.Key_Left: self._current - onward,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._dots) - 1,
        }.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._choose(target)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Jump to the pressed mark."""
        self._choose(self._at(event.position()))

    def event(self, event: QEvent) -> bool:
        """Show the name of the mark under the mouse."""
        if isinstance(event, QHelpEvent):
            place = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._dots[place].name if place >= 0 else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw every mark, a bar below the current one, and the focus ring."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, dot in enumerate(self._dots):
            cell = QRectF(self._box(place))
            side = cell.width() * 0.5
            mark = QRectF(cell.center().x() - side / 2, cell.center().y() - side / 2, side, side)
            area = theme.area(dot.area_token)
            draw_marker(painter, area.marker, mark, area.colour, dot.fill)
            if place == self._current:
                bar = QRectF(mark.left() - 1, cell.bottom() - 2.5, mark.width() + 2, 2.5)
                painter.fillRect(bar, QColor(theme.colour("ink")))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.colour("focus")), theme.focus_width))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.radius, theme.radius)

    def _cell(self) -> int:
        # half as fast as the text: twelve marks beside two buttons have to stay on one line
        return (_CELL + self._look.theme.grown(_CELL)) // 2

    def _columns(self, width: int) -> int:
        fitting = max(1, (width - 4) // self._cell())
        lines = max(1, -(-len(self._dots) // fitting))
        return max(1, -(-len(self._dots) // lines))

    def _box(self, place: int) -> QRect:
        columns = self._columns(self.width())
        line, column = divmod(place, columns)
        start = (self.width() - columns * self._cell()) // 2
        box = QRect(start + column * self._cell(), 2 + line * self._cell(), self._cell(), self._cell())
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)

    def _at(self, point: QPointF) -> int:
        return next(
            (place for place in range(len(self._dots)) if QRectF(self._box(place)).contains(point)), -1
        )

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._dots):
            self.chosen.emit(place)
