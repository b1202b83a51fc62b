"""One step of a scale as a big button: its number, and its word below.

It must not rate; the `RatingScale` around it does.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from iroc_desktop.ui.theme.fonts import sized_font
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import AreaLook, TypeSize

_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class StepButton(QRadioButton):
    """A radio button drawn large; its whole surface can be pressed."""

    def __init__(self, look: Look, step: int, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = look.theme
        self._area = look.theme.area("")
        self._number = str(step)
        self._word = word
        self._number_font = sized_font(look.theme, TypeSize.DISPLAY, bold=True)
        self._word_font = sized_font(look.theme, TypeSize.BASE)
        self.setAutoExclusive(False)
        self.setAccessibleName(look.phrases.text("{step}, {word}", step=step, word=word))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_area(self, area: AreaLook) -> None:
        """Fill in this area's colour when chosen."""
        self._area = area
        self.update()

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
        metrics = QFontMetrics(self._word_font)
        longest = max((metrics.horizontalAdvance(word) for word in self._word.split()), default=0)
        width = max(longest + self._theme.space(2), self._theme.rating_target)
        return QSize(width, self.heightForWidth(width))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the smallest size at which nothing is cut."""
        return self.minimumSizeHint()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height at which number and wrapped word fit in `width` pixels."""
        room = QRect(0, 0, width - self._theme.space(1), 10_000)
        words = QFontMetrics(self._word_font).boundingRect(room, _WRAPPED, self._word).height()
        number = QFontMetrics(self._number_font).height()
        return max(number + words + self._theme.space(2.5), self._theme.rating_target)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground, the number and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        painter.setPen(QColor(self._ink("ink")))
        number_height = QFontMetrics(self._number_font).height()
        top = self._theme.space(1)
        painter.setFont(self._number_font)
        painter.drawText(
            QRect(0, top, self.width(), number_height), Qt.AlignmentFlag.AlignCenter, self._number
        )
        painter.setPen(QColor(self._ink("muted")))
        painter.setFont(self._word_font)
        room = self.rect().adjusted(self._theme.space(0.5), top + number_height, -self._theme.space(0.5), 0)
        painter.drawText(room, _WRAPPED, self._word)

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
