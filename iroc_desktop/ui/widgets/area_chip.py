"""The name of an area with its mark, on its own quiet ground.

It must not rely on colour: mark and word say the same.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from iroc_desktop.ui.theme.fonts import sized_font
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.markers import Fill, draw_marker


class AreaChip(QWidget):
    """A pill such as "■ Opportunity"; `area_token` names the area's look in the theme."""

    def __init__(
        self, look: Look, name: str = "", area_token: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setFont(sized_font(look.theme, TypeSize.BASE, bold=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_area(name, area_token)

    def set_area(self, name: str, area_token: str) -> None:
        """Show another area."""
        self._name = name
        self._area = self._look.theme.area(area_token)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for mark and name."""
        metrics = self.fontMetrics()
        height = metrics.height() + self._look.theme.space(1)
        return QSize(
            metrics.horizontalAdvance(self._name) + 3 * height // 2 + self._look.theme.space(2), height
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # where its ground is the card's own, an edge holds it together
        bare = self._area.soft.upper() == self._look.theme.colour("card").upper()
        painter.setPen(QColor(self._area.colour) if bare else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._area.soft))
        pill = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        side = round(self.fontMetrics().height() * 0.55)
        lead = self._look.theme.space(2)
        mark = QRect(lead, (self.height() - side) // 2, side, side)
        words = QRect(lead + side + self._look.theme.space(), 0, self.width(), self.height())
        words.setRight(self.width() - self._look.theme.space())
        direction = self.layoutDirection()
        mark = QStyle.visualRect(direction, self.rect(), mark)
        draw_marker(painter, self._area.marker, QRectF(mark), self._area.colour, Fill.FULL)
        painter.setPen(QColor(self._area.colour))
        align = QStyle.visualAlignment(
            direction, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        painter.drawText(QStyle.visualRect(direction, self.rect(), words), align, self._name)
