"""The rating as the person sees it: huge buttons, each with a circle fuller than the one before.

It must not use faces or colours to say which step is better: fuller only means more often.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from iroc_desktop.ui.theme.fonts import sized_font
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import AreaLook, TypeSize

_BESIDE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap

_LEAST_FILLED = 0.2
"""Share of the radius that the lowest step fills: never nothing."""
_CIRCLE = 60
"""Across, in pixels at normal text size; it grows half as fast as the text."""
_LOW_CIRCLE = 30
"""The same on a low button."""


class BigScale(QWidget):
    """A button for every step, in one row, or in even rows where there is too little room.

    Low buttons show circle, number and word beside each other.
    """

    rated = Signal(int)

    def __init__(self, look: Look, steps: Mapping[int, str], parent: QWidget | None = None) -> None:
        """Make a button for each of `steps` (number → word, lowest first)."""
        super().__init__(parent)
        self._look = look
        self._low = False
        most = max(len(steps) - 1, 1)
        self.buttons = {
            step: BigStep(look, step, word, place / most, self)
            for place, (step, word) in enumerate(steps.items())
        }
        for step, button in self.buttons.items():
            button.clicked.connect(lambda _=False, step=step: self.rated.emit(step))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(next(iter(self.buttons.values())))

    def show_rating(self, rating: int | None, area: AreaLook) -> None:
        """Show a step as chosen, in the colour of an area."""
        for step, button in self.buttons.items():
            button.show_as(area, chosen=step == rating)
        entry = self.buttons.get(rating or 0, next(iter(self.buttons.values())))
        self.setFocusProxy(entry)
        # the window may still be on its way to the screen, so it is asked, not the button
        if self.window().focusWidget() in self.buttons.values():
            entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_low(self, low: bool) -> None:
        """Show low buttons, or high ones."""
        if low is not self._low:
            self._low = low
            self.updateGeometry()
            self._place()

    def height_at(self, width: int, *, low: bool) -> int:
        """Return the height of all rows at `width` pixels, with low or with high buttons."""
        columns = self._columns(width, low=low)
        rows = -(-len(self.buttons) // columns)
        return rows * self._row_height(width, columns, low=low) + (rows - 1) * self._gap

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return True: fewer columns need more rows."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all rows at `width` pixels."""
        return self.height_at(width, low=self._low)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for one row."""
        width = len(self.buttons) * (self._widest(low=self._low) + self._gap)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of two buttons."""
        widest = self._widest(low=False)
        return QSize(2 * widest + self._gap, self.height_at(2 * widest + self._gap, low=True) // 3)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons in even rows."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = self._columns(self.width(), low=self._low)
        width = (self.width() - (columns - 1) * self._gap) // columns
        height = self._row_height(self.width(), columns, low=self._low)
        for place, button in enumerate(self.buttons.values()):
            row, column = divmod(place, columns)
            box = QRect(column * (width + self._gap), row * (height + self._gap), width, height)
            button.set_low(self._low)
            button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    @property
    def _gap(self) -> int:
        return self._look.theme.space(1)

    def _widest(self, *, low: bool) -> int:
        return max(button.least_width(low=low) for button in self.buttons.values())

    def _columns(self, width: int, *, low: bool) -> int:
        fitting = max(1, (width + self._gap) // (self._widest(low=low) + self._gap))
        rows = -(-len(self.buttons) // min(fitting, len(self.buttons)))
        return -(-len(self.buttons) // rows)

    def _row_height(self, width: int, columns: int, *, low: bool) -> int:
        each = (width - (columns - 1) * self._gap) // columns
        return max(button.height_at(each, low=low) for button in self.buttons.values())


class BigStep(QAbstractButton):
    """One step: a circle that fills up, the number, and its word."""

    def __init__(self, look: Look, step: int, word: str, share: float, parent: QWidget) -> None:
        """Fill the circle by `share`, 0–1."""
        super().__init__(parent)
        self._theme = look.theme
        self._number, self._word, self._share = str(step), word, share
        self._area = look.theme.area("")
        self._number_font = _larger(sized_font(look.theme, TypeSize.DISPLAY, bold=True), 1.2)
        self._word_font = sized_font(look.theme, TypeSize.TITLE)
        self._low_number_font = sized_font(look.theme, TypeSize.DISPLAY, bold=True)
        self._low_word_font = sized_font(look.theme, TypeSize.HEADING)
        self._low = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(look.phrases.text("{step}, {word}", step=step, word=word))

    def show_as(self, area: AreaLook, *, chosen: bool) -> None:
        """Show this step as chosen or not."""
        self._area = area
        self.setChecked(chosen)
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Stay as it is: a press asks, the store answers."""

    def set_low(self, low: bool) -> None:
        """Show circle, number and word beside each other, or below each other."""
        self._low = low
        self.update()

    def least_width(self, *, low: bool) -> int:
        """Return the width at which the longest word still fits, in pixels."""
        metrics = QFontMetrics(self._low_word_font if low else self._word_font)
        longest = max((metrics.horizontalAdvance(each) for each in self._word.split()), default=0)
        if low:
            return self._lead() + longest + self._theme.space(2)
        return max(longest + self._theme.space(2.5), self._circle(low=False) + self._theme.space(4))

    def height_at(self, width: int, *, low: bool) -> int:
        """Return the height at which nothing is cut, in pixels."""
        if low:
            room = QRect(0, 0, width - self._lead() - self._theme.space(2), 10_000)
            words = QFontMetrics(self._low_word_font).boundingRect(room, _WRAPPED, self._word).height()
            number = QFontMetrics(self._low_number_font).height()
            return max(words, number, self._theme.rating_target) + self._theme.space(2)
        room = QRect(0, 0, width - self._theme.space(2), 10_000)
        words = QFontMetrics(self._word_font).boundingRect(room, _WRAPPED, self._word).height()
        number = QFontMetrics(self._number_font).height()
        return self._circle(low=False) + number + words + self._theme.space(6)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the smallest size at which nothing is cut."""
        width = self.least_width(low=self._low)
        return QSize(width, self.height_at(width, low=self._low))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw ground, circle, number and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        painter.setPen(QColor(self._ink()))
        if self._low:
            self._draw_low(painter)
        else:
            self._draw_high(painter)

    def _draw_high(self, painter: QPainter) -> None:
        top = self._theme.space(2)
        self._draw_circle(painter, QPointF(self.width() / 2, top + self._circle() / 2))
        top += self._circle() + self._theme.space(1)
        painter.setPen(QColor(self._ink()))
        painter.setFont(self._number_font)
        height = QFontMetrics(self._number_font).height()
        painter.drawText(QRect(0, top, self.width(), height), Qt.AlignmentFlag.AlignCenter, self._number)
        painter.setFont(self._word_font)
        room = self.rect().adjusted(self._theme.space(1), top + height, -self._theme.space(1), 0)
        painter.drawText(room, _WRAPPED, self._word)

    def _draw_low(self, painter: QPainter) -> None:
        space, direction, whole = self._theme.space, self.layoutDirection(), self.rect()
        circle = QRect(space(2), 0, self._circle(), whole.height())
        number = QRect(circle.right() + space(1), 0, self._number_width(), whole.height())
        words = whole.adjusted(self._lead(), 0, -space(1.5), 0)
        self._draw_circle(painter, QPointF(QStyle.visualRect(direction, whole, circle).center()))
        painter.setPen(QColor(self._ink()))
        painter.setFont(self._low_number_font)
        box = QStyle.visualRect(direction, whole, number)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._number)
        painter.setFont(self._low_word_font)
        across = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeading)
        painter.drawText(QStyle.visualRect(direction, whole, words), (across | _BESIDE).value, self._word)

    def _number_width(self) -> int:
        return QFontMetrics(self._low_number_font).horizontalAdvance(self._number)

    def _lead(self) -> int:
        """Return where the word begins on a low button, in pixels."""
        return self._circle(low=True) + self._number_width() + self._theme.space(4)

    def _circle(self, *, low: bool | None = None) -> int:
        across = _LOW_CIRCLE if (self._low if low is None else low) else _CIRCLE
        return (across + self._theme.grown(across)) // 2

    def _ink(self) -> str:
        return self._area.on if self.isChecked() else self._theme.colour("ink")

    def _draw_ground(self, painter: QPainter) -> None:
        theme = self._theme
        resting = theme.colour("hover" if self.underMouse() else "card")
        edge = self._area.colour if self.isChecked() else theme.colour("control_line")
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(self._area.colour if self.isChecked() else resting))
        radius = theme.radius * 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.colour("focus")), theme.focus_width + 1))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), radius + 2, radius + 2
            )

    def _draw_circle(self, painter: QPainter, middle: QPointF) -> None:
        colour = QColor(self._area.on if self.isChecked() else self._area.colour)
        radius = self._circle() / 2
        painter.setPen(QPen(colour, 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius - 2, radius - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        filled = (radius - 2) * (_LEAST_FILLED + (1 - _LEAST_FILLED) * self._share)
        painter.drawEllipse(middle, filled, filled)


def _larger(font: QFont, times: float) -> QFont:
    font.setPixelSize(round(font.pixelSize() * times))
    return font
