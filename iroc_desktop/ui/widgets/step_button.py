"""One step of a scale as a big button: its number, and its word below or beside it.

It must not rate; the `RatingScale` around it does.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QWidget

from iroc_desktop.ui.theme.fonts import sized_font
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import AreaLook, TypeSize
from iroc_desktop.ui.widgets.pressable import RadioButton

_BESIDE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class StepButton(RadioButton):
    """A radio button drawn large; its whole surface can be pressed."""

    def __init__(self, look: Look, step: int, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = look.theme
        self._area = look.theme.area("")
        self._number = str(step)
        self._word = word
        self._beside = False
        self._number_font = sized_font(look.theme, TypeSize.DISPLAY, bold=True)
        self._word_font = sized_font(look.theme, TypeSize.BASE)
        self.setAccessibleName(look.phrases.text("{step}, {word}", step=step, word=word))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_area(self, area: AreaLook) -> None:
        """Fill in this area's colour when chosen."""
        self._area = area
        self.update()

    def set_beside(self, beside: bool) -> None:
        """Show the word beside the number, which needs less height, or below it."""
        self._beside = beside
        self.update()

    def least_width(self, *, beside: bool) -> int:
        """Return the width in pixels at which no single word is cut."""
        metrics = QFontMetrics(self._word_font)
        longest = max((metrics.horizontalAdvance(word) for word in self._word.split()), default=0)
        lead = self._lead() if beside else 0
        return max(lead + longest + self._theme.space(2), self._theme.rating_target)

    def height_at(self, width: int, *, beside: bool) -> int:
        """Return the height at which number and wrapped word fit in `width` pixels."""
        lead = self._lead() + self._theme.space(0.5) if beside else 0
        room = QRect(0, 0, width - lead - self._theme.space(1), 10_000)
        words = QFontMetrics(self._word_font).boundingRect(room, _WRAPPED, self._word).height()
        number = QFontMetrics(self._number_font).height()
        together = (
            max(number, words) + self._theme.space(1.5) if beside else number + words + self._theme.space(2.5)
        )
        return max(together, self._theme.rating_target)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Return True anywhere on the button."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keep Space for pressing; every other key belongs to the scale."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the longest single word, at least the target size."""
        width = self.least_width(beside=self._beside)
        return QSize(width, self.heightForWidth(width))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the smallest size at which nothing is cut."""
        return self.minimumSizeHint()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height at which nothing is cut, as it is laid out now."""
        return self.height_at(width, beside=self._beside)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground, the number and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        number, words, align = self._rooms()
        painter.setPen(QColor(self._ink("ink")))
        painter.setFont(self._number_font)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, self._number)
        painter.setPen(QColor(self._ink("muted")))
        painter.setFont(self._word_font)
        painter.drawText(words, align, self._word)

    def _rooms(self) -> tuple[QRect, QRect, int]:
        """Return where the number stands, where its word, and how the word is aligned."""
        space, whole = self._theme.space, self.rect()
        if not self._beside:
            high, top = QFontMetrics(self._number_font).height(), space(1)
            words = whole.adjusted(space(0.5), top + high, -space(0.5), 0)
            return QRect(0, top, whole.width(), high), words, _WRAPPED.value
        lead, direction = self._lead(), self.layoutDirection()
        number = QStyle.visualRect(direction, whole, QRect(space(0.5), 0, lead, whole.height()))
        words = QStyle.visualRect(direction, whole, whole.adjusted(lead + space(0.5), 0, -space(1), 0))
        across = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeading)
        return number, words, (across | _BESIDE).value

    def _lead(self) -> int:
        """Return the width of the number with the room around it."""
        return QFontMetrics(self._number_font).horizontalAdvance("0" * len(self._number)) + self._theme.space(
            2
        )

    def _ink(self, token: str) -> str:
        if not self.isEnabled():
            return self._theme.colour("disabled")
        return self._area.on if self.isChecked() else self._theme.colour(token)

    def _draw_ground(self, painter: QPainter) -> None:
        theme = self._theme
        ground = (
            self._area.colour if self.isChecked() else theme.colour("hover" if self.underMouse() else "card")
        )
        edge = self._area.colour if self.isChecked() else theme.colour("control_line")
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(QPen(QColor(edge), 1.5))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, theme.radius, theme.radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.colour("focus")), theme.focus_width))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.radius + 2, theme.radius + 2
            )
